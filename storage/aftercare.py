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
from handlers.domain.ids import CheckInId, new_id
from handlers.ports import CheckIn, Reach
from storage.lone_rows import LoneRows
from storage.reaches import dump_reach, parse_reach
from storage.tables import aftercare
from storage.transaction import Transaction

_USE: Final = "aftercare"
ROWS: Final = LoneRows(aftercare)
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
_ANSWERED = sa.delete(aftercare).where(aftercare.c.token == sa.bindparam("hashed")).returning(aftercare.c.id)


class SqlAftercare:
    """Implements handlers.ports.Aftercare in one open transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._at = transaction

    def keep(self, reach: Reach, day: date) -> None:
        """See the port."""
        token = Private(token_urlsafe(16))
        words = Private(json.dumps([dump_reach(reach).reveal(), token.reveal()]))
        row = {"id": new_id(), "token": self._at.keys.token(_USE, token), "day": day, "asked": 0}
        ROWS.add(self._at, self._at.keys.relay_public, words, row)

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
        ROWS.end(self._at, check_in)
        self._at.ends("aftercare", check_in)

    def forget(self, reach: Reach) -> None:
        """See the port."""
        for row in self._at.run(_ALL).all():
            found = self._opened(row)
            if found is not None and _same(found.reach, reach):
                self.end(found.id)

    def answered(self, token: Private) -> bool:
        """See the port."""
        gone = self._at.run(_ANSWERED, {"hashed": self._at.keys.token(_USE, token)}).all()
        for row in gone:
            self._at.ends("aftercare", row.id)
        self._at.wiped |= bool(gone)
        return bool(gone)

    def _opened(self, row: sa.Row[Any]) -> CheckIn | None:
        try:
            words = ROWS.open(self._at, self._at.keys.relay_private, row)
        except CannotOpen:
            return None
        if words is None:
            return None
        reach, token = json.loads(words.reveal())
        return CheckIn(CheckInId(row.id), parse_reach(Private(reach)), Private(token), row.asked)


def _same(one: Reach, other: Reach) -> bool:
    return one.channel is other.channel and one.address == other.address
