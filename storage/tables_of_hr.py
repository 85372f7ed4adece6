"""Tables of the organisation beside the conversations, and what every table shares; see storage.tables."""

from typing import Final

import sqlalchemy as sa

metadata = sa.MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    }
)

ID: Final = sa.String(32)
COUNSELLOR: Final = sa.String(24)

roster_events = sa.Table(
    "roster_events",
    metadata,
    sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("kind", sa.String(12), nullable=False),
    sa.Column("counsellor", COUNSELLOR, nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("about", sa.Date),
)

packs = sa.Table(
    "packs",
    metadata,
    sa.Column("month", sa.Date, primary_key=True),
    sa.Column("many", sa.Integer, nullable=False),
)

absences = sa.Table(
    "absences",
    metadata,
    sa.Column("id", ID, primary_key=True),
    sa.Column("counsellor", COUNSELLOR, nullable=False),
    sa.Column("since", sa.Date, nullable=False),
    sa.Column("until", sa.Date, nullable=False),
)

pressure = sa.Table(
    "pressure",
    metadata,
    sa.Column("id", ID, primary_key=True),
    sa.Column("note", ID, nullable=False),
    sa.Column("counsellor", COUNSELLOR, nullable=False, index=True),
    sa.Column("wrapped_key", sa.LargeBinary(60), nullable=False),
    sa.Column("kek_day", sa.Date, nullable=False),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    sa.Column("until", sa.Date, nullable=False),
    sa.UniqueConstraint("note", "counsellor"),
)

totals = sa.Table(
    "totals",
    metadata,
    sa.Column("year", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("about", sa.String(12), primary_key=True),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
)

help_checks = sa.Table(
    "help_checks",
    metadata,
    sa.Column("entry", sa.String(60), primary_key=True),
    sa.Column("day", sa.Date, nullable=False),
)

pictures = sa.Table(
    "pictures",
    metadata,
    sa.Column("id", sa.String(36), primary_key=True),
    sa.Column("counsellor", COUNSELLOR, nullable=False),
    sa.Column("agreed_on", sa.Date, nullable=False),
    sa.Column("body", sa.LargeBinary, nullable=False),
)

subscribers = sa.Table(
    "subscribers",
    metadata,
    sa.Column("id", ID, primary_key=True),
    sa.Column("lookup", sa.LargeBinary(16), nullable=False, unique=True),
    sa.Column("wrapped_key", sa.LargeBinary(60), nullable=False),
    sa.Column("kek_day", sa.Date, nullable=False),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    sa.Column("told", ID),
)

announcements = sa.Table(
    "announcements",
    metadata,
    sa.Column("id", ID, primary_key=True),
    sa.Column("counsellor", COUNSELLOR, nullable=False),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("state", sa.String(8), nullable=False),
)
