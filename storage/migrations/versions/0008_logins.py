"""Staff log in with passkeys or one-time numbers; challenges are known by a keyed hash."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the three tables, empty."""
    op.create_table(
        "challenges",
        sa.Column("lookup", sa.LargeBinary(16), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("lookup", name=op.f("pk_challenges")),
    )
    op.create_table(
        "passkeys",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("staff", sa.String(32), nullable=False),
        sa.Column("lookup", sa.LargeBinary(16), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("sign_count", sa.BigInteger(), nullable=False),
        sa.Column("wrapped_key", sa.LargeBinary(60), nullable=True),
        sa.ForeignKeyConstraint(["staff"], ["staff.id"], name=op.f("fk_passkeys_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_passkeys")),
        sa.UniqueConstraint("lookup", name=op.f("uq_passkeys_lookup")),
    )
    op.create_index(op.f("ix_passkeys_staff"), "passkeys", ["staff"])
    op.create_table(
        "numbers",
        sa.Column("staff", sa.String(32), nullable=False),
        sa.Column("lookup", sa.LargeBinary(16), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("last_step", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["staff"], ["staff.id"], name=op.f("fk_numbers_staff")),
        sa.PrimaryKeyConstraint("staff", name=op.f("pk_numbers")),
        sa.UniqueConstraint("lookup", name=op.f("uq_numbers_lookup")),
    )


def downgrade() -> None:
    """Take them away."""
    op.drop_table("numbers")
    op.drop_index(op.f("ix_passkeys_staff"), table_name="passkeys")
    op.drop_table("passkeys")
    op.drop_table("challenges")
