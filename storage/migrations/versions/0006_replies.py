"""What the other side of a mediation said: yes, no or stop, and no words."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column, empty."""
    with op.batch_alter_table("proposals") as proposals:
        proposals.add_column(sa.Column("reply", sa.String(12), nullable=True))


def downgrade() -> None:
    """Take it away."""
    with op.batch_alter_table("proposals") as proposals:
        proposals.drop_column("reply")
