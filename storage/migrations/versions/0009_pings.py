"""Counsellors choose more ways to be told, each with a sealed address; jobs know along which one they go."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table and the column, empty."""
    op.create_table(
        "ping_ways",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("staff", sa.String(32), nullable=False),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("until_hour", sa.Integer(), nullable=True),
        sa.Column("failed_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["staff"], ["staff.id"], name="fk_ping_ways_staff"),
        sa.PrimaryKeyConstraint("id", name="pk_ping_ways"),
    )
    op.create_index("ix_ping_ways_staff", "ping_ways", ["staff"])
    with op.batch_alter_table("jobs") as jobs:
        jobs.add_column(sa.Column("way", sa.String(32), nullable=True))
        jobs.create_index("ix_jobs_way", ["way"])


def downgrade() -> None:
    """Take both away, with the jobs that need them."""
    op.execute(sa.text("DELETE FROM jobs WHERE kind = 'ping'"))
    with op.batch_alter_table("jobs") as jobs:
        jobs.drop_index("ix_jobs_way")
        jobs.drop_column("way")
    op.drop_index("ix_ping_ways_staff", table_name="ping_ways")
    op.drop_table("ping_ways")
