"""The log of pressure: a box for each counsellor, under a key of its own."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table, empty."""
    op.create_table(
        "pressure",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("note", sa.String(32), nullable=False),
        sa.Column("counsellor", sa.String(24), nullable=False),
        sa.Column("wrapped_key", sa.LargeBinary(60), nullable=False),
        sa.Column("kek_day", sa.Date, nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.Column("until", sa.Date, nullable=False),
        sa.UniqueConstraint("note", "counsellor", name="uq_pressure_note_counsellor"),
    )
    op.create_index("ix_pressure_counsellor", "pressure", ["counsellor"])


def downgrade() -> None:
    """Take it away."""
    op.drop_table("pressure")
