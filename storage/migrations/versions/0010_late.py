"""Who waits for an answer, and what the employee was told about it; never whether anything was read."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_cases = sa.table(
    "cases",
    sa.column("id", sa.String),
    sa.column("status", sa.String),
    sa.column("overdue_told", sa.Boolean),
    sa.column("awaited", sa.Boolean),
    sa.column("told", sa.String),
)
_letters = sa.table(
    "letters", sa.column("case_id", sa.String), sa.column("seq", sa.Integer), sa.column("author", sa.String)
)
_LAST_WORD = (
    sa.select(_letters.c.author)
    .where(_letters.c.case_id == _cases.c.id)
    .order_by(_letters.c.seq.desc())
    .limit(1)
    .scalar_subquery()
)


def upgrade() -> None:
    """Who waits, waits; in an open case that is an employee who wrote last."""
    # Not by a copy of the table: letters, consents and proposals point at its rows.
    op.add_column("cases", sa.Column("awaited", sa.Boolean, nullable=False, server_default=sa.false()))
    op.add_column("cases", sa.Column("told", sa.String(8)))
    op.add_column("cases", sa.Column("asked_on", sa.Date))
    waits = sa.or_(_cases.c.status == "waiting", sa.and_(_cases.c.status == "open", _LAST_WORD == "employee"))
    op.execute(sa.update(_cases).where(waits).values(awaited=True))
    op.execute(sa.update(_cases).where(_cases.c.overdue_told).values(told="overdue"))
    op.drop_column("cases", "overdue_told")


def downgrade() -> None:
    """Keep only that the employee was told."""
    op.add_column("cases", sa.Column("overdue_told", sa.Boolean, nullable=False, server_default=sa.false()))
    op.execute(sa.update(_cases).where(_cases.c.told.is_not(None)).values(overdue_told=True))
    for name in ("asked_on", "told", "awaited"):
        op.drop_column("cases", name)
