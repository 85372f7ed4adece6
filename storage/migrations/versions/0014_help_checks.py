"""On which day HR last checked a help line or a door."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table, empty."""
    op.create_table(
        "help_checks",
        sa.Column("entry", sa.String(60), primary_key=True),
        sa.Column("day", sa.Date, nullable=False),
    )


def downgrade() -> None:
    """Take it away."""
    op.drop_table("help_checks")
