"""The log of pressure at the desk: written by a counsellor, read by the counsellors (C37, C72).

Nothing here is sent to anybody, noted in the audit chain or counted: HR, board and works council get what the
writer prints and hands over.
"""

from datetime import date, timedelta
from typing import Final

from dialogues.private import Private
from handlers.directory import look
from handlers.domain.ids import CounsellorId, PressureId, new_id
from handlers.ports import Clock, DeskSession, Pressure, Store, Work

TERM: Final = timedelta(days=730)
"""So long a note stays, unless its writer takes it away."""


class DeskPressure:
    """What a counsellor does with notes of pressure."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock

    async def notes(self, session: DeskSession) -> list[Pressure]:
        """Every note that was sealed to one's key; none at a locked desk."""
        key, reader = session.key, session.staff.counsellor
        if key is None or reader is None:
            return []
        return await self._store.read(lambda work: work.pressure.of(reader, key))

    async def write(self, session: DeskSession, day: date, words: Private) -> bool:
        """Keep a note for all counsellors who can read now, oneself among them.

        False at a locked desk, for a day to come, and while one's own key is not confirmed.
        """
        author, today = session.staff.counsellor, self._clock.now().date()
        if session.key is None or author is None or day > today:
            return False

        def job(work: Work) -> bool:
            readers = _readers(work, today)
            if author not in readers:
                return False
            work.pressure.keep(Pressure(PressureId(new_id()), author, day, words), readers, today + TERM)
            return True

        return await self._store.write(job)

    async def own(self, session: DeskSession, note: PressureId) -> Pressure | None:
        """A note that one wrote oneself: only its writer passes it on."""
        found = await self.notes(session)
        return next((n for n in found if n.id == note and n.author == session.staff.counsellor), None)

    async def end(self, session: DeskSession, note: PressureId) -> bool:
        """Take an own note away, for everyone. False for somebody else's."""
        if await self.own(session, note) is None:
            return False
        await self._store.write(lambda work: work.pressure.end(note))
        return True


def _readers(work: Work, today: date) -> list[CounsellorId]:
    directory = look(work)
    return [who.id for who in directory.roster.active(today) if who.id in directory.reachable]
