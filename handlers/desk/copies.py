"""A counsellor declares that no copies of their own are left, or within which days they go (C43).

What is kept is the declaration itself with its day, in the audit chain: no case, no alias, no words. It is
the counsellor's word; the program cannot look into a drawer.
"""

from datetime import date, timedelta
from typing import Final

from handlers.domain.copies import Copies
from handlers.ports import Clock, DeskSession, Store

LEAVING: Final = timedelta(days=30)
"""From so long before the last day of an appointment the desk asks."""

NOTED: Final = {
    Copies.GONE: "copies gone",
    Copies.WEEK: "copies gone in a week",
    Copies.MONTH: "copies gone in a month",
}
"""What the audit chain holds of each declaration, with its day and who made it."""


class DeskCopies:
    """Declarations about copies of one's own."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock

    async def declare(self, session: DeskSession, copies: Copies) -> bool:
        """Note the declaration. False at a locked desk and for HR; nothing is noted then."""
        if session.key is None or session.staff.counsellor is None:
            return False
        await self._store.write(lambda work: work.audit.note(NOTED[copies], session.staff.id))
        return True

    async def leaving_on(self, session: DeskSession) -> date | None:
        """The last day of this counsellor's appointment, when it is near."""
        me, today = session.staff.counsellor, self._clock.now().date()
        if me is None:
            return None
        who = await self._store.read(lambda work: work.roster.current().get(me))
        last = who.until if who is not None else None
        return last if last is not None and last - today <= LEAVING else None
