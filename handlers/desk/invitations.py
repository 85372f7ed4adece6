"""HR lets somebody begin again: a new invitation, and the end of everything that was there (KEYS.md, C43).

What was sealed to the old key is lost on purpose. The new login is the counsellor's page and not the
counsellor: its key receives nothing until a colleague compared the digits with the person.
"""

import secrets

from dialogues.private import Private
from handlers.appointments import is_over
from handlers.desk.logins import TERMS
from handlers.desk.ways import ways_of
from handlers.domain.errors import StorageError
from handlers.domain.ids import CounsellorId, StaffId
from handlers.domain.policy import Policy
from handlers.notices import notify, push
from handlers.ports import Clock, LinkPurpose, Staff, Store, Work


class DeskInvitations:
    """Invitations, the first and every later one."""

    def __init__(self, store: Store, clock: Clock, policy: Policy) -> None:
        self._store, self._clock, self._policy = store, clock, policy

    async def invite(self, staff: StaffId, by: StaffId | None = None) -> Private | None:
        """The token of a new invitation; sessions, links, passkeys, numbers and key are gone with it.

        Every running case waits; its employee is told at once that the key is gone, and again when the next
        one can receive. None for a login that has ended; nothing has changed then.
        """
        token, now = Private(secrets.token_urlsafe(32)), self._clock.now()
        until = now + TERMS[LinkPurpose.INVITATION]

        def job(work: Work) -> bool:
            found = work.desk.staff(staff)
            if found is None or found.ended or is_over(work, found.counsellor, now.date()):
                return False
            work.logins.forget(found.id)
            if found.counsellor is not None and _has_key(work, found.counsellor):
                for conversation in work.desk.drop_key(found.counsellor):
                    push(work, conversation)
                work.audit.note("key ended", found.id)
                for each in work.roster.current().active(now.date()):
                    notify(work, each.id, at_once=self._policy.pings_immediate)
            work.desk.add_link(token, found.id, LinkPurpose.INVITATION, until)
            work.audit.note("invitation made", by)
            return True

        return token if await self._store.write(job) else None

    async def would_end_something(self, staff: Staff) -> bool:
        """Whether a new invitation takes a key or a way to log in with it."""

        def job(work: Work) -> bool:
            has_key = staff.counsellor is not None and _has_key(work, staff.counsellor)
            return has_key or ways_of(work, staff.id).count > 0

        try:
            return await self._store.read(job)
        except StorageError:
            return True


def _has_key(work: Work, counsellor: CounsellorId) -> bool:
    try:
        return work.desk.wrapped_key(counsellor) is not None
    except StorageError:
        return True  # one that somebody else wrote: it goes too
