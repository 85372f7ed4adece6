"""A counsellor tells at the desk when they are away, and it holds at once (C12, C24).

The published list stays HR's: these days lie beside it and go when they are over. Employees with a running
case are told, and choose, as with every other absence (handlers.waiting).
"""

from dataclasses import dataclass

from handlers.domain.absence import OwnAbsence, Problem, problem
from handlers.domain.coverage import Uncovered, uncovered
from handlers.domain.ids import AbsenceId, new_id
from handlers.domain.roster import Absence, Counsellor, Gender
from handlers.ports import Clock, DeskSession, Store, Work


@dataclass(frozen=True, slots=True)
class AwayView:
    """What the desk shows of being away: own days, HR's, colleagues, and who is missing then."""

    own: tuple[OwnAbsence, ...]
    listed: tuple[Absence, ...]  # in the published list: HR changes those
    colleagues: tuple[tuple[Counsellor, Absence], ...]
    missing: tuple[Gender, ...]
    uncovered: tuple[Uncovered, ...]


class DeskAbsence:
    """Own absences."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock

    async def view(self, session: DeskSession) -> AwayView:
        """Everything about being away that is not over yet."""
        me, today = session.staff.counsellor, self._clock.now().date()

        def job(work: Work) -> AwayView:
            roster, published = work.roster.current(), work.roster.published()
            listed = published.get(me) if me is not None else None
            return AwayView(
                own=tuple(each for each in work.roster.away() if each.counsellor == me),
                listed=tuple(each for each in (listed.absences if listed else ()) if each.until >= today),
                colleagues=tuple(
                    (who, each)
                    for who in roster.active(today)
                    for each in who.absences
                    if who.id != me and each.until >= today
                ),
                missing=roster.missing(today),
                uncovered=uncovered(roster, today),
            )

        return await self._store.read(job)

    async def today(self, session: DeskSession) -> Absence | None:
        """The absence, told at the desk, that holds today; None when there is none."""
        me, today = session.staff.counsellor, self._clock.now().date()
        told = await self._store.read(lambda work: work.roster.away())
        own = (each.days for each in told if each.counsellor == me)
        return next((days for days in own if days.since <= today <= days.until), None)

    async def tell(self, session: DeskSession, days: Absence) -> Problem | None:
        """From when to when one is away. What is told twice holds once; with a problem nothing has changed.

        At a locked desk, and for who is no counsellor (any more), nothing has changed either.
        """
        me, today = session.staff.counsellor, self._clock.now().date()
        if session.key is None or me is None:
            return "past"

        def job(work: Work) -> Problem | None:
            who = work.roster.current().get(me)
            own = [each for each in work.roster.away() if each.counsellor == me]
            if who is None or not who.active(today):
                return "past"
            if any(each.days == days for each in own):
                return None
            wrong = problem(who, days, len(own), today)
            if wrong is None:
                work.roster.keep_away(OwnAbsence(AbsenceId(new_id()), me, days))
                work.audit.note("absence told", session.staff.id)
            return wrong

        return await self._store.write(job)

    async def end(self, session: DeskSession, absence: AbsenceId) -> bool:
        """Back, or not away after all. False when it is somebody else's or gone, and at a locked desk."""
        me = session.staff.counsellor
        if session.key is None:
            return False

        def job(work: Work) -> bool:
            if not any(each.id == absence and each.counsellor == me for each in work.roster.away()):
                return False
            work.roster.end_away(absence)
            work.audit.note("absence ended", session.staff.id)
            return True

        return await self._store.write(job)
