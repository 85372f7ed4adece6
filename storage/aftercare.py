"""Addresses for aftercare in one open transaction: sealed to the relay, each under a key of its own (C54).

Nothing ties a row to the conversation that it came from: that one can be wiped, and this address stays until
it was answered or its last day has passed.
"""

import json
from datetime import date
from secrets import token_urlsafe
from typing import Any, Final

import sqlalchemy as sa

from dialogues.private import Private
from handlers.domain.errors import CannotOpen
from handlers.domain.ids import CheckInId, ConversationId, new_id
from handlers.ports import CheckIn, Reach
from storage.reaches import dump_reach, parse_reach
from storage.readers import NOBODY
from storage.sealing import box, new_key, open_box, place
from storage.tables import aftercare
from storage.transaction import Transaction

_USE: Final = "aftercare"
_ADD = sa.insert(aftercare)
_GET = sa.select(aftercare).where(aftercare.c.id == sa.bindparam("row"))
_DUE = (
    sa.select(aftercare.c.id)
    .where(aftercare.c.day <= sa.bindparam("on"))
    .order_by(aftercare.c.day, aftercare.c.id)
    .limit(sa.bindparam("limit"))
)
_ALL = sa.select(aftercare)
_ASKED = (
    sa.update(aftercare)
    .where(aftercare.c.id == sa.bindparam("row"))
    .values(asked=aftercare.c.asked + 1, day=sa.bindparam("again_on"))
)
_END = sa.delete(aftercare).where(aftercare.c.id == sa.bindparam("row"))
_ANSWERED = sa.delete(aftercare).where(aftercare.c.token == sa.bindparam("hashed"))
_OLD = sa.select(aftercare).where(aftercare.c.kek_day < sa.bindparam("today")).limit(sa.bindparam("limit"))
_REWRAP = (
    sa.update(aftercare)
    .where(aftercare.c.id == sa.bindparam("row"))
    .values(wrapped_key=sa.bindparam("wrapped"), kek_day=sa.bindparam("kek"))
)
DAYS: Final = sa.select(aftercare.c.kek_day).distinct()
"""Which days' key files addresses for aftercare still need."""


class SqlAftercare:
    """Implements handlers.ports.Aftercare in one open transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._at = transaction

    def keep(self, reach: Reach, day: date) -> None:
        """See the port."""
        row, key, token = new_id(), new_key(), Private(token_urlsafe(16))
        wrapped, kek_day = self._at.keys.wrap(key, ConversationId(row), NOBODY)
        words = Private(json.dumps([dump_reach(reach).reveal(), token.reveal()]))
        values = {
            "id": row,
            "token": self._at.keys.token(_USE, token),
            "wrapped_key": wrapped,
            "kek_day": kek_day,
            "sealed": box(key, self._at.keys.relay_public, words, place(_USE, row)),
            "day": day,
            "asked": 0,
        }
        self._at.run(_ADD, values)

    def due(self, on: date, limit: int) -> list[CheckInId]:
        """See the port."""
        return [CheckInId(row.id) for row in self._at.run(_DUE, {"on": on, "limit": limit})]

    def open(self, check_in: CheckInId) -> CheckIn | None:
        """See the port."""
        row = self._at.run(_GET, {"row": check_in}).first()
        return self._opened(row) if row is not None else None

    def asked(self, check_in: CheckInId, again_on: date) -> None:
        """See the port."""
        self._at.run(_ASKED, {"row": check_in, "again_on": again_on})

    def end(self, check_in: CheckInId) -> None:
        """See the port."""
        self._at.wiped |= self._at.run(_END, {"row": check_in}).rowcount > 0

    def forget(self, reach: Reach) -> None:
        """See the port."""
        for row in self._at.run(_ALL).all():
            found = self._opened(row)
            if found is not None and _same(found.reach, reach):
                self.end(found.id)

    def answered(self, token: Private) -> bool:
        """See the port."""
        gone = self._at.run(_ANSWERED, {"hashed": self._at.keys.token(_USE, token)}).rowcount > 0
        self._at.wiped |= gone
        return gone

    def _opened(self, row: sa.Row[Any]) -> CheckIn | None:
        try:
            key = self._at.keys.unwrap(row.wrapped_key, row.kek_day, ConversationId(row.id), NOBODY)
            words = open_box(key, self._at.keys.relay_private, row.sealed, place(_USE, row.id))
        except CannotOpen:
            return None
        if words is None:
            return None
        reach, token = json.loads(words.reveal())
        return CheckIn(CheckInId(row.id), parse_reach(Private(reach)), Private(token), row.asked)


def _same(one: Reach, other: Reach) -> bool:
    return one.channel is other.channel and one.address == other.address


def rewrap(at: Transaction, limit: int) -> int:
    """Wrap addresses to today's key-encryption key; what a lost one shut goes. How many were old."""
    rows = at.run(_OLD, {"today": at.keys.today(), "limit": limit}).all()
    kept = set(at.keys.kek_days())
    for row in rows:
        own = ConversationId(row.id)
        if row.kek_day not in kept:
            at.run(_END, {"row": row.id})
            at.wiped = True
            continue
        key = at.keys.unwrap(row.wrapped_key, row.kek_day, own, NOBODY)
        wrapped, day = at.keys.wrap(key, own, NOBODY)
        at.run(_REWRAP, {"row": row.id, "wrapped": wrapped, "kek": day})
    return len(rows)
