"""Where somebody wants to be asked later how it goes; each row under a key of its own."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table, empty."""
    op.create_table(
        "aftercare",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("token", sa.LargeBinary(16), nullable=False),
        sa.Column("wrapped_key", sa.LargeBinary(60), nullable=False),
        sa.Column("kek_day", sa.Date, nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("asked", sa.Integer, nullable=False),
        sa.UniqueConstraint("token", name="uq_aftercare_token"),
    )
    op.create_index("ix_aftercare_day", "aftercare", ["day"])


def downgrade() -> None:
    """Take it away."""
    op.drop_table("aftercare")
