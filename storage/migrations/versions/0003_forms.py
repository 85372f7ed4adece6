"""A counsellor's letter knows the form it came by, as a keyed hash, so that it is written once."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column, empty, and that it is unique in its case."""
    with op.batch_alter_table("letters") as letters:
        letters.add_column(sa.Column("form", sa.LargeBinary(16), nullable=True))
        letters.create_unique_constraint("uq_letters_case_id_form", ["case_id", "form"])


def downgrade() -> None:
    """Take it away."""
    with op.batch_alter_table("letters") as letters:
        letters.drop_constraint("uq_letters_case_id_form", type_="unique")
        letters.drop_column("form")
