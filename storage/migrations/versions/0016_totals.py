"""Totals of a year, sealed; and whether a counsellor said how a case ended."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table, empty, and the column."""
    op.create_table(
        "totals",
        sa.Column("year", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("about", sa.String(12), primary_key=True),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
    )
    # Not by a copy of the table: letters, consents and proposals point at its rows.
    op.add_column("cases", sa.Column("described", sa.Boolean, nullable=False, server_default=sa.false()))


def downgrade() -> None:
    """Take both away."""
    op.drop_column("cases", "described")
    op.drop_table("totals")
