"""Login links and sessions of staff. A login opens a page, never words: those need the key (keys.py)."""

import secrets
from datetime import timedelta

from dialogues.private import Private
from handlers.appointments import is_over
from handlers.domain.errors import Locked
from handlers.domain.ids import StaffId
from handlers.ports import Clock, DeskSession, LinkPurpose, Store, Work

IDLE = timedelta(minutes=15)
"""After so long without a press the desk locks itself (KEYS.md)."""

TERMS = {
    LinkPurpose.LOGIN: timedelta(minutes=15),
    LinkPurpose.INVITATION: timedelta(hours=24),
    LinkPurpose.TELEGRAM: timedelta(minutes=15),
}

_NOTED = {LinkPurpose.LOGIN: "login link made", LinkPurpose.INVITATION: "invitation made"}
"""What the audit chain says of a link that opens the desk: who can make one could be at the desk (C34)."""


class DeskLogins:
    """Who is at the desk. Sessions are looked up by their cookie, for one request."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock

    async def link(self, staff: StaffId, purpose: LinkPurpose) -> Private:
        """A one-time token, 256 bits; only its keyed hash is stored."""
        token, until = Private(secrets.token_urlsafe(32)), self._clock.now() + TERMS[purpose]

        def job(work: Work) -> None:
            work.desk.add_link(token, staff, purpose, until)
            if purpose in _NOTED:
                work.audit.note(_NOTED[purpose], staff)

        await self._store.write(job)
        return token

    async def enter(self, token: Private, *purposes: LinkPurpose) -> Private | None:
        """Spend a login link; the cookie of a fresh session, or None when it opens nothing."""
        cookie, now = Private(secrets.token_urlsafe(32)), self._clock.now()

        def job(work: Work) -> bool:
            found = [work.desk.spend_link(token, purpose, now) for purpose in purposes]
            staff = next(filter(None, found), None)
            if staff is None or staff.ended:
                return False
            work.desk.begin_session(cookie, staff.id, now + IDLE)
            work.audit.note("login", staff.id)
            return True

        return cookie if await self._store.write(job) else None

    async def session(self, cookie: Private) -> DeskSession | None:
        """The session of this cookie, its idle time moved on; None when there is none (any more).

        While the database is locked the idle time stays as it was: a page can still be read, and a form that
        cannot be kept can give back what was typed.
        """
        now = self._clock.now()

        def job(work: Work) -> DeskSession | None:
            found = work.desk.session(cookie, now, now + IDLE)
            gone = found is not None and is_over(work, found.staff.counsellor, now.date())
            return None if gone else found

        try:
            return await self._store.write(job)
        except Locked:
            return await self._store.read(job)

    async def leave(self, cookie: Private) -> None:
        """Log out."""
        await self._store.write(lambda work: work.desk.end_session(cookie))

    async def leave_everywhere(self, staff: StaffId) -> None:
        """Log out on every device."""
        await self._store.write(lambda work: work.desk.end_all_sessions(staff))
