"""Who wants to hear when a new counsellor starts, and what was announced."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add both tables, empty."""
    op.create_table(
        "subscribers",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("lookup", sa.LargeBinary(16), nullable=False),
        sa.Column("wrapped_key", sa.LargeBinary(60), nullable=False),
        sa.Column("kek_day", sa.Date, nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.Column("told", sa.String(32)),
        sa.UniqueConstraint("lookup", name=op.f("uq_subscribers_lookup")),
    )
    op.create_table(
        "announcements",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("counsellor", sa.String(24), nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("state", sa.String(8), nullable=False),
    )


def downgrade() -> None:
    """Take them away."""
    op.drop_table("announcements")
    op.drop_table("subscribers")
