"""Steps that were proposed in a case: where each stands, never what it says."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table, empty."""
    op.create_table(
        "proposals",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("case_id", sa.String(32), sa.ForeignKey("cases.id"), nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("letter", sa.String(32), nullable=False),
        sa.Column("decision", sa.String(12), nullable=False),
        sa.Column("until", sa.Date, nullable=False),
        sa.Column("consent", sa.String(32)),
        sa.Column("done_on", sa.Date),
        sa.Column("asked", sa.Boolean, nullable=False),
        sa.Column("outcome", sa.String(12)),
        sa.UniqueConstraint("case_id", "seq", name="uq_proposals_case_id_seq"),
    )


def downgrade() -> None:
    """Take it away."""
    op.drop_table("proposals")
