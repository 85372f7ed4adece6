"""Notices wait for a fixed moment, which a round knows; what they were about is no longer written down."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the moment, empty; take the name of the text away."""
    with op.batch_alter_table("jobs") as jobs:
        jobs.add_column(sa.Column("due_minute", sa.Integer(), nullable=True))
        jobs.drop_column("notice")


def downgrade() -> None:
    """The other way around; no notice has a name then. Held ones and rounds mean nothing to that version."""
    op.execute(sa.text("DELETE FROM jobs WHERE kind IN ('held', 'round')"))
    op.execute(sa.text("DELETE FROM jobs WHERE kind = 'notice'"))
    with op.batch_alter_table("jobs") as jobs:
        jobs.add_column(sa.Column("notice", sa.String(40), nullable=True))
        jobs.drop_column("due_minute")
