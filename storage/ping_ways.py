"""Ways in which counsellors are told: sealed to the relay like every address, and never logged."""

import json
from datetime import date
from typing import Any, Final

import sqlalchemy as sa

from dialogues.private import Private
from handlers.domain.ids import StaffId
from handlers.domain.pings import TERM, WayKind
from handlers.ports import PingWay
from storage.sealing import letter_to, open_letter, place
from storage.tables import jobs, ping_ways
from storage.times import hour, passed_hours
from storage.transaction import Transaction

_WAY: sa.BindParameter[str] = sa.bindparam("way")
_WHO: sa.BindParameter[str] = sa.bindparam("who")
_OF = sa.select(ping_ways).where(ping_ways.c.staff == _WHO).order_by(ping_ways.c.kind, ping_ways.c.id)
_READY = sa.select(ping_ways.c.id).where(ping_ways.c.staff == _WHO, ping_ways.c.until_hour.is_(None))
_FAILING = sa.select(ping_ways.c.id).where(ping_ways.c.staff == _WHO, ping_ways.c.failed_on.is_not(None))
_GET = sa.select(ping_ways).where(ping_ways.c.id == _WAY)
_ADD = sa.insert(ping_ways)
_TRIED = (
    sa.update(ping_ways)
    .where(ping_ways.c.id == _WAY)
    .values(tries=ping_ways.c.tries + 1)
    .returning(ping_ways.c.tries)
)
_CONFIRM = (
    sa.update(ping_ways)
    .where(ping_ways.c.id == _WAY)
    .values(sealed=sa.bindparam("sealed_anew"), tries=0, until_hour=None)
)
_REMOVE = (
    sa.delete(jobs).where(jobs.c.way == _WAY),
    sa.delete(ping_ways).where(ping_ways.c.id == _WAY),
)
_FAILED = (
    sa.update(ping_ways)
    .where(ping_ways.c.id == _WAY, ping_ways.c.failed_on.is_(None))
    .values(failed_on=sa.bindparam("on"))
)
_WORKS = sa.update(ping_ways).where(ping_ways.c.id == _WAY).values(failed_on=None)
_NEVER_CONFIRMED: Final = sa.select(ping_ways.c.id).where(ping_ways.c.until_hour <= sa.bindparam("hour"))


class SqlPingWays:
    """Implements handlers.ports.PingWays in one open transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._at = transaction

    def of(self, staff: StaffId) -> list[PingWay]:
        """See the port. Raises CannotOpen when a row was changed."""
        return [self._way(row) for row in self._at.run(_OF, {"who": staff})]

    def ready(self, staff: StaffId) -> list[str]:
        """See the port."""
        return [str(row.id) for row in self._at.run(_READY, {"who": staff})]

    def is_failing(self, staff: StaffId) -> bool:
        """See the port."""
        return self._at.run(_FAILING, {"who": staff}).first() is not None

    def get(self, way: str) -> PingWay | None:
        """See the port. Raises CannotOpen when the row was changed."""
        row = self._at.run(_GET, {"way": way}).first()
        return self._way(row) if row is not None else None

    def add(self, way: PingWay) -> None:
        """See the port."""
        values = {"id": way.id, "staff": way.staff, "kind": way.kind.value, "sealed": self._sealed(way)}
        self._at.run(_ADD, values | {"tries": 0, "until_hour": hour(self._at.now() + TERM)})

    def tried(self, way: str) -> int:
        """See the port."""
        return int(self._at.run(_TRIED, {"way": way}).scalar_one())

    def confirm(self, way: PingWay) -> None:
        """See the port. The number leaves the row."""
        known = PingWay(way.id, way.staff, way.kind, way.address, way.language, way.neutral)
        self._at.run(_CONFIRM, {"way": way.id, "sealed_anew": self._sealed(known)})

    def remove(self, way: str) -> None:
        """See the port."""
        for statement in _REMOVE:
            self._at.run(statement, {"way": way})
        self._at.wiped = True

    def set_failed(self, way: str, on: date | None) -> None:
        """See the port."""
        if on is None:
            self._at.run(_WORKS, {"way": way})
        else:
            self._at.run(_FAILED, {"way": way, "on": on})

    def _sealed(self, way: PingWay) -> bytes:
        number = way.number.reveal() if way.number is not None else None
        text = json.dumps([way.address.reveal(), way.language, way.neutral, number])
        return letter_to(self._at.keys.relay_public, Private(text), _place(way.id, way.staff, way.kind))

    def _way(self, row: sa.Row[Any]) -> PingWay:
        staff, kind = StaffId(row.staff), WayKind(row.kind)
        text = open_letter(self._at.keys.relay_private, row.sealed, _place(row.id, staff, kind))
        address, language, neutral, number = json.loads(text.reveal())
        sealed = Private(number) if number is not None else None
        return PingWay(row.id, staff, kind, Private(address), language, neutral, sealed, row.failed_on)


def drop_unconfirmed(at: Transaction) -> None:
    """Forget the addresses whose number nobody typed within the term."""
    ways = SqlPingWays(at)
    for row in at.run(_NEVER_CONFIRMED, {"hour": passed_hours(at.now())}).all():
        ways.remove(row.id)


def _place(way: str, staff: StaffId, kind: WayKind) -> bytes:
    return place("ping_ways", way, staff, kind.value)
