"""Jobs that take messages off a channel's screens know which, sealed, and until when they can."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add both columns, empty."""
    with op.batch_alter_table("jobs") as jobs:
        jobs.add_column(sa.Column("traces", sa.LargeBinary(), nullable=True))
        jobs.add_column(sa.Column("until_hour", sa.Integer(), nullable=True))


def downgrade() -> None:
    """Take both away."""
    with op.batch_alter_table("jobs") as jobs:
        jobs.drop_column("until_hour")
        jobs.drop_column("traces")
