"""How many packs for new colleagues HR handed out in a month."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table, empty."""
    op.create_table(
        "packs",
        sa.Column("month", sa.Date, primary_key=True),
        sa.Column("many", sa.Integer, nullable=False),
    )


def downgrade() -> None:
    """Take it away."""
    op.drop_table("packs")
