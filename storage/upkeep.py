"""What storage does every hour by itself: keys move on, and what had its term goes.

The terms of conversations themselves are handlers.sweep's; it runs first.
"""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Final, TypeVar

import sqlalchemy as sa

from handlers.domain.ids import ConversationId
from handlers.ports import Work
from storage import aftercare, announcements, forgetting, pressure, rosters, totals
from storage.conversations import delivery_day
from storage.desk import STAYS_MINUTES
from storage.keys import KEK_DAYS
from storage.lone_rows import REWRAPPING
from storage.ping_ways import drop_unconfirmed
from storage.readers import READER_COLUMNS, readers_of
from storage.schedule import drop_too_late
from storage.store import SqlStore
from storage.tables import cases, challenges, conversations, deliveries, links, peers, sessions
from storage.times import passed_minutes
from storage.transaction import Transaction
from storage.work import SqlWork

T = TypeVar("T")

_AT_ONCE: Final = 500
_OLD = (
    sa.select(conversations.c.id, conversations.c.wrapped_key, conversations.c.kek_day, *READER_COLUMNS)
    .where(conversations.c.kek_day < sa.bindparam("today"))
    .limit(_AT_ONCE)
)
_REWRAP = (
    sa.update(conversations)
    # Not when a turn gave it another reader meanwhile: it was wrapped anew for that one then.
    .where(conversations.c.id == sa.bindparam("chat"), conversations.c.kek_day < sa.bindparam("day"))
    .values(wrapped_key=sa.bindparam("wrapped"), kek_day=sa.bindparam("day"))
)
_LONE: Final = (aftercare.ROWS, announcements.ROWS, pressure.ROWS)
_DAYS = sa.select(conversations.c.kek_day).distinct()
_PSEUDONYMS = sa.select(peers.c.epoch).where(peers.c.epoch.is_not(None)).distinct()
_OWN = sa.select(conversations.c.own_epoch).where(conversations.c.own_epoch.is_not(None)).distinct()
_LOCKED_SESSIONS = (
    sa.delete(peers).where(peers.c.key_minute <= sa.bindparam("minute"), peers.c.state.is_(None)),
    sa.update(peers)
    .where(peers.c.key_minute <= sa.bindparam("minute"))
    .values(employee_key=None, key_minute=None),
    sa.update(sessions)
    .where(sessions.c.idle_minute <= sa.bindparam("minute"), sessions.c.wrapped_key.is_not(None))
    .values(wrapped_key=None),
    sa.delete(sessions).where(sessions.c.idle_minute <= sa.bindparam("minute") - STAYS_MINUTES),
)
_LINKS = sa.delete(links).where(links.c.until <= sa.bindparam("now"))
_CHALLENGES = sa.delete(challenges).where(challenges.c.until <= sa.bindparam("now"))
_DELIVERIES = sa.delete(deliveries).where(deliveries.c.day < sa.bindparam("day"))
_WORDS_LEFT = sa.delete(cases).where(
    cases.c.conversation.is_(None),
    cases.c.closed_on < sa.bindparam("day"),
)


async def hourly(store: SqlStore, *, open_days: int = 365, closed_days: int = 30) -> None:
    """Lock what was idle, forget old links, deliveries and last words of cases, and rotate the keys.

    The days are the policy's retention terms. Can be run again at any time, by any process.
    """
    await write(store, lambda at: _tidy(at, closed_days))
    await rotate(store, open_days=open_days)
    await store.settle()


async def rotate(store: SqlStore, *, open_days: int = 365) -> None:
    """Wrap every live conversation to today's key-encryption key, then destroy what had its term.

    A conversation whose key-encryption key is gone (a restored backup) cannot be opened by anybody; its
    rows go. Key files are destroyed only after the rows that needed them were committed.
    """
    while await write(store, _rewrap):
        pass
    for rows in _LONE:
        while await write(store, partial(rows.rewrap, limit=_AT_ONCE)):
            pass
    today = store.keys.today()
    needed = (_DAYS, *(rows.days for rows in _LONE))
    days = await read(store, lambda at: {day for each in needed for day in _column(at, each)})
    store.keys.forget_ended()
    store.keys.destroy_keks(today - timedelta(days=KEK_DAYS - 1), days)
    pseudonyms = await read(store, lambda at: _numbers(at, _PSEUDONYMS))
    own = await read(store, lambda at: _numbers(at, _OWN))
    store.keys.destroy_epochs(pseudonyms, own, today - timedelta(days=open_days))


async def read(store: SqlStore, job: Callable[[Transaction], T]) -> T:
    """A job of storage itself on a consistent view."""
    return await store.read(lambda work: job(_transaction(work)))


async def write(store: SqlStore, job: Callable[[Transaction], T]) -> T:
    """A job of storage itself in one transaction."""
    return await store.write(lambda work: job(_transaction(work)))


def _rewrap(at: Transaction) -> int:
    # One process at a time: who read rows before another wrapped them and destroyed their day's key would
    # take them for lost.
    at.alone(REWRAPPING)
    rows = at.run(_OLD, {"today": at.keys.today()}).all()
    kept = set(at.keys.kek_days())
    for row in rows:
        chat = ConversationId(row.id)
        if row.kek_day not in kept:
            forgetting.forget(at, chat, quietly=True)  # nobody withdrew it
            continue
        readers = readers_of(row)
        key = at.keys.unwrap(row.wrapped_key, row.kek_day, chat, readers)
        wrapped, day = at.keys.wrap(key, chat, readers)
        at.run(_REWRAP, {"chat": chat, "wrapped": wrapped, "day": day})
    return len(rows)


def _tidy(at: Transaction, closed_days: int) -> None:
    now, today = at.now(), at.keys.today()
    for statement in _LOCKED_SESSIONS:
        at.run(statement, {"minute": passed_minutes(now)})
    for past in (_LINKS, _CHALLENGES):
        at.run(past, {"now": int(now.timestamp())})
    at.run(_DELIVERIES, {"day": delivery_day(today)})
    gone = at.run(_WORDS_LEFT, {"day": today - timedelta(days=closed_days)})
    at.wiped |= gone.rowcount > 0
    pressure.end_past(at)
    rosters.end_past_absences(at)
    totals.end_past(at)
    drop_too_late(at)
    drop_unconfirmed(at)


def _numbers(at: Transaction, statement: sa.Select[tuple[int | None]]) -> set[int]:
    return {int(row[0]) for row in at.run(statement)}


def _column(at: Transaction, statement: sa.Select[tuple[date]]) -> set[date]:
    return {row[0] for row in at.run(statement)}


def _transaction(work: Work) -> Transaction:
    if not isinstance(work, SqlWork):
        raise TypeError("this store is not storage's own")
    return work.transaction
