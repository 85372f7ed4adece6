"""How a counsellor wants to be told: more ways at once, each tried first, each removable (C40)."""

from typing import Literal

from dialogues.private import Private
from handlers.domain.ids import StaffId, new_id
from handlers.domain.pings import MOST_TRIES, MOST_WAYS, WayKind, address_of, is_number, new_number
from handlers.ports import Clock, DeskSession, Job, JobKind, PingWay, Store, Work

Problem = Literal["form", "many", "double"]
"""Why an address was not taken."""
Answer = Literal["confirmed", "wrong", "forgotten", "gone"]
"""What became of a number that was typed."""


class DeskPings:
    """A counsellor's own ways. Somebody else's and one that does not exist give the same answer (I8)."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock

    async def of(self, session: DeskSession) -> list[PingWay]:
        """Own ways, those that wait for their number too."""
        return await self._store.read(lambda work: work.ping_ways.of(session.staff.id))

    async def is_failing(self, session: DeskSession) -> bool:
        """Whether nothing arrives along one of the own ways."""
        return await self._store.read(lambda work: work.ping_ways.is_failing(session.staff.id))

    async def add(
        self, session: DeskSession, kind: WayKind, typed: Private, *, language: str, neutral: bool
    ) -> Problem | None:
        """Send a test message with a number to this address; nothing else goes there before it was typed."""
        address, staff = address_of(kind, typed), session.staff.id
        if address is None:
            return "form"
        way = PingWay(new_id(), staff, kind, address, language, neutral, number=new_number())

        def job(work: Work) -> Problem | None:
            there = work.ping_ways.of(staff)
            if any((each.kind, each.address) == (kind, address) for each in there):
                return "double"
            if len(there) >= MOST_WAYS:
                return "many"
            work.ping_ways.add(way)
            work.schedule.enqueue(Job(new_id(), JobKind.PING, staff=staff, way=way.id))
            work.audit.note("ping way added", staff)
            return None

        return await self._store.write(job)

    async def confirm(self, session: DeskSession, way_id: str, typed: Private) -> Answer:
        """The number of the test message. After five wrong ones the address is forgotten."""
        staff = session.staff.id

        def job(work: Work) -> Answer:
            way = _own(work, staff, way_id)
            if way is None or way.number is None:
                return "gone"
            if is_number(typed, way.number):
                work.ping_ways.confirm(way)
                work.audit.note("ping way confirmed", staff)
                return "confirmed"
            if work.ping_ways.tried(way.id) < MOST_TRIES:
                return "wrong"
            work.ping_ways.remove(way.id)
            return "forgotten"

        return await self._store.write(job)

    async def remove(self, session: DeskSession, way_id: str) -> bool:
        """Forget one way. False when there is none of that id on this desk."""
        staff = session.staff.id

        def job(work: Work) -> bool:
            if _own(work, staff, way_id) is None:
                return False
            work.ping_ways.remove(way_id)
            work.audit.note("ping way removed", staff)
            return True

        return await self._store.write(job)


def _own(work: Work, staff: StaffId, way_id: str) -> PingWay | None:
    way = work.ping_ways.get(way_id)
    return way if way is not None and way.staff == staff else None
