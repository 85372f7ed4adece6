"""Every table. What each column is for, who reads it and how long it stays: docs/data-map.md.

Row keys are random. `*_hour` and `*_minute` count from 1970 in UTC: a clock time no finer than is needed.
"""

from typing import Final

import sqlalchemy as sa

from storage.tables_of_hr import COUNSELLOR, ID
from storage.tables_of_hr import metadata as metadata

_HASH: Final = sa.LargeBinary(16)


def _conversation(*, nullable: bool = False) -> sa.Column[str]:
    return sa.Column("conversation", ID, sa.ForeignKey("conversations.id"), nullable=nullable, index=True)


settings = sa.Table(
    "settings",
    metadata,
    sa.Column("name", sa.String(40), primary_key=True),
    sa.Column("value", sa.LargeBinary, nullable=False),
)

conversations = sa.Table(
    "conversations",
    metadata,
    sa.Column("id", ID, primary_key=True),
    sa.Column("salt", sa.LargeBinary(16), nullable=False),
    sa.Column("wrapped_key", sa.LargeBinary(60), nullable=False),
    sa.Column("kek_day", sa.Date, nullable=False),
    sa.Column("own_public", sa.LargeBinary(32)),
    sa.Column("own_epoch", sa.Integer),
    sa.Column("code_public", sa.LargeBinary(32)),
    sa.Column("code_lookup", _HASH, unique=True),
    sa.Column("mail_seq", sa.Integer, nullable=False, default=0),
)

peers = sa.Table(
    "peers",
    metadata,
    sa.Column("row", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("lookup", _HASH, nullable=False, unique=True),
    _conversation(nullable=True),
    sa.Column("epoch", sa.Integer),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("state", sa.LargeBinary),
    sa.Column("delivery", _HASH),
    sa.Column("employee_key", sa.LargeBinary(60)),
    sa.Column("key_minute", sa.Integer),
    sa.Column("idle_hour", sa.Integer),
)
sa.Index(
    "ix_peers_idle_hour",
    peers.c.idle_hour,
    sqlite_where=peers.c.idle_hour.is_not(None),
    postgresql_where=peers.c.idle_hour.is_not(None),
)

deliveries = sa.Table(
    "deliveries",
    metadata,
    sa.Column("day", sa.Date, primary_key=True),
    sa.Column("delivery", _HASH, primary_key=True),
    sqlite_with_rowid=False,
)

cases = sa.Table(
    "cases",
    metadata,
    sa.Column("id", ID, primary_key=True),
    _conversation(nullable=True),
    sa.Column("seq", sa.Integer, nullable=False),
    sa.Column("counsellor", COUNSELLOR, nullable=False, index=True),
    sa.Column("status", sa.String(12), nullable=False),
    sa.Column("sent_on", sa.Date, nullable=False),
    sa.Column("reply_by", sa.Date, nullable=False),
    sa.Column("outside", sa.Boolean, nullable=False),
    sa.Column("accepted_on", sa.Date),
    sa.Column("closed_on", sa.Date),
    sa.Column("seen_on", sa.Date),
    sa.Column("reminded", sa.Boolean, nullable=False, default=False),
    sa.Column("awaited", sa.Boolean, nullable=False, default=True),
    sa.Column("told", sa.String(8)),
    sa.Column("asked_on", sa.Date),
    sa.Column("key_paused", sa.Boolean, nullable=False, default=False),
    sa.Column("described", sa.Boolean, nullable=False, default=False),
)

letters = sa.Table(
    "letters",
    metadata,
    sa.Column("id", ID, primary_key=True),
    sa.Column("case_id", ID, sa.ForeignKey("cases.id"), nullable=False),
    _conversation(),
    sa.Column("seq", sa.Integer, nullable=False),
    sa.Column("author", sa.String(10), nullable=False),
    sa.Column("kind", sa.String(12), nullable=False),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("for_counsellor", sa.LargeBinary),
    sa.Column("for_own", sa.LargeBinary),
    sa.Column("for_code", sa.LargeBinary),
    sa.Column("form", _HASH),
    sa.UniqueConstraint("case_id", "seq"),
    sa.UniqueConstraint("case_id", "form"),
)

consents = sa.Table(
    "consents",
    metadata,
    sa.Column("id", ID, primary_key=True),
    sa.Column("case_id", ID, sa.ForeignKey("cases.id"), nullable=False),
    sa.Column("seq", sa.Integer, nullable=False),
    sa.Column("who", COUNSELLOR, nullable=False),
    sa.Column("words", sa.LargeBinary(32), nullable=False),
    sa.Column("purpose", sa.String(12), nullable=False),
    sa.Column("given_on", sa.Date, nullable=False),
    sa.Column("until", sa.BigInteger, nullable=False),
    sa.Column("state", sa.String(12), nullable=False),
    sa.UniqueConstraint("case_id", "seq"),
)

proposals = sa.Table(
    "proposals",
    metadata,
    sa.Column("id", ID, primary_key=True),
    sa.Column("case_id", ID, sa.ForeignKey("cases.id"), nullable=False),
    sa.Column("seq", sa.Integer, nullable=False),
    sa.Column("letter", ID, nullable=False),
    sa.Column("decision", sa.String(12), nullable=False),
    sa.Column("until", sa.Date, nullable=False),
    sa.Column("consent", ID),
    sa.Column("done_on", sa.Date),
    sa.Column("asked", sa.Boolean, nullable=False, default=False),
    sa.Column("outcome", sa.String(12)),
    sa.Column("reply", sa.String(12)),
    sa.UniqueConstraint("case_id", "seq"),
)

aftercare = sa.Table(
    "aftercare",
    metadata,
    sa.Column("id", ID, primary_key=True),
    sa.Column("token", _HASH, nullable=False, unique=True),
    sa.Column("wrapped_key", sa.LargeBinary(60), nullable=False),
    sa.Column("kek_day", sa.Date, nullable=False),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    sa.Column("day", sa.Date, nullable=False, index=True),
    sa.Column("asked", sa.Integer, nullable=False, default=0),
)

mailbox = sa.Table(
    "mailbox",
    metadata,
    sa.Column("conversation", ID, sa.ForeignKey("conversations.id"), primary_key=True),
    sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("kind", sa.String(12), nullable=False),
)

reaches = sa.Table(
    "reaches",
    metadata,
    sa.Column("conversation", ID, sa.ForeignKey("conversations.id"), primary_key=True),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
)

staff = sa.Table(
    "staff",
    metadata,
    sa.Column("id", ID, primary_key=True),
    sa.Column("role", sa.String(12), nullable=False),
    sa.Column("counsellor", COUNSELLOR, index=True),
    sa.Column("ended", sa.Boolean, nullable=False, default=False),
)

staff_reaches = sa.Table(
    "staff_reaches",
    metadata,
    sa.Column("staff", ID, sa.ForeignKey("staff.id"), primary_key=True),
    sa.Column("lookup", _HASH, nullable=False, unique=True),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
)

ping_ways = sa.Table(
    "ping_ways",
    metadata,
    sa.Column("id", ID, primary_key=True),
    sa.Column("staff", ID, sa.ForeignKey("staff.id"), nullable=False, index=True),
    sa.Column("kind", sa.String(12), nullable=False),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    sa.Column("tries", sa.Integer, nullable=False, default=0),
    sa.Column("until_hour", sa.Integer),
    sa.Column("failed_on", sa.Date),
)

links = sa.Table(
    "links",
    metadata,
    sa.Column("lookup", _HASH, primary_key=True),
    sa.Column("staff", ID, sa.ForeignKey("staff.id"), nullable=False, index=True),
    sa.Column("purpose", sa.String(12), nullable=False),
    sa.Column("until", sa.BigInteger, nullable=False),
)

sessions = sa.Table(
    "sessions",
    metadata,
    sa.Column("lookup", _HASH, primary_key=True),
    sa.Column("staff", ID, sa.ForeignKey("staff.id"), nullable=False, index=True),
    sa.Column("wrapped_key", sa.LargeBinary(60)),
    sa.Column("idle_minute", sa.Integer, nullable=False),
)

challenges = sa.Table(
    "challenges",
    metadata,
    sa.Column("lookup", _HASH, primary_key=True),
    sa.Column("until", sa.BigInteger, nullable=False),
)

passkeys = sa.Table(
    "passkeys",
    metadata,
    sa.Column("id", ID, primary_key=True),
    sa.Column("staff", ID, sa.ForeignKey("staff.id"), nullable=False, index=True),
    sa.Column("lookup", _HASH, nullable=False, unique=True),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    sa.Column("made_on", sa.Date, nullable=False),
    sa.Column("sign_count", sa.BigInteger, nullable=False),
    sa.Column("wrapped_key", sa.LargeBinary(60)),
)

numbers = sa.Table(
    "numbers",
    metadata,
    sa.Column("staff", ID, sa.ForeignKey("staff.id"), primary_key=True),
    sa.Column("lookup", _HASH, nullable=False, unique=True),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    sa.Column("made_on", sa.Date, nullable=False),
    sa.Column("last_step", sa.BigInteger, nullable=False),
)

counsellor_keys = sa.Table(
    "counsellor_keys",
    metadata,
    sa.Column("counsellor", COUNSELLOR, primary_key=True),
    sa.Column("public", sa.LargeBinary(32), nullable=False),
    sa.Column("wrapped", sa.LargeBinary(60), nullable=False),
    sa.Column("salt", sa.LargeBinary(16), nullable=False),
    sa.Column("made_on", sa.Date, nullable=False),
    sa.Column("confirmed_by", COUNSELLOR),
    sa.Column("mac", sa.LargeBinary(32), nullable=False),
)

roster_versions = sa.Table(
    "roster_versions",
    metadata,
    sa.Column("version", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("published_on", sa.Date, nullable=False),
    sa.Column("body", sa.Text, nullable=False),
)

roster_draft = sa.Table(
    "roster_draft",
    metadata,
    sa.Column("only", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("based_on", sa.Integer, nullable=False),
    sa.Column("body", sa.Text, nullable=False),
)

jobs = sa.Table(
    "jobs",
    metadata,
    sa.Column("id", ID, primary_key=True),
    sa.Column("kind", sa.String(12), nullable=False),
    sa.Column("conversation", ID, index=True),
    sa.Column("staff", ID, index=True),
    sa.Column("case_id", ID, index=True),
    sa.Column("attempt", sa.Integer, nullable=False, default=0),
    sa.Column("told", sa.Boolean, nullable=False, default=False),
    sa.Column("traces", sa.LargeBinary),
    sa.Column("until_hour", sa.Integer),
    sa.Column("due_minute", sa.Integer),
    sa.Column("way", ID, index=True),
)

audit = sa.Table(
    "audit",
    metadata,
    sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("what", sa.String(40), nullable=False),
    sa.Column("staff", ID),
    sa.Column("link", sa.LargeBinary(32), nullable=False),
)
