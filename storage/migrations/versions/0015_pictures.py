"""Photos of counsellors, as they stand on pages and posters."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table, empty."""
    op.create_table(
        "pictures",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("counsellor", sa.String(24), nullable=False),
        sa.Column("agreed_on", sa.Date, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )


def downgrade() -> None:
    """Take it away."""
    op.drop_table("pictures")
