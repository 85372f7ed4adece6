"""A counsellor's key: the passphrase that makes and opens it, and the colleague who confirms it (C43)."""

import asyncio
from datetime import date
from typing import Literal

from dialogues.private import Private
from handlers.domain.ids import CounsellorId
from handlers.domain.policy import Policy
from handlers.notices import notify, push
from handlers.ports import Clock, DeskSession, Keyring, KeyState, ReaderKey, Store, Work

PASSPHRASE_LENGTH = 12
"""Characters a passphrase has at least."""

Problem = Literal["too_short", "has_one"]
"""Why a passphrase was not taken."""


class DeskKeys:
    """Without an unlocked key no word opens; without a confirmed one nobody is introduced to it."""

    def __init__(self, store: Store, keyring: Keyring, clock: Clock, policy: Policy) -> None:
        self._store, self._keyring, self._clock, self._policy = store, keyring, clock, policy

    async def set_passphrase(self, cookie: Private, session: DeskSession, phrase: Private) -> Problem | None:
        """The counsellor's first passphrase: makes the key, which receives nothing until it is confirmed."""
        counsellor = session.staff.counsellor
        if session.has_passphrase or counsellor is None:
            return "has_one"
        if len(phrase.reveal()) < PASSPHRASE_LENGTH:
            return "too_short"
        key, wrapped = await asyncio.to_thread(self._keyring.new_counsellor_key, phrase)
        today = self._clock.now().date()

        def job(work: Work) -> bool:
            if work.desk.wrapped_key(counsellor) is not None:
                return False
            work.desk.set_key(counsellor, wrapped, today)
            work.desk.unlock(cookie, key)
            work.audit.note("key made", session.staff.id)
            for other in _colleagues(work, counsellor, today):
                notify(work, other, at_once=self._policy.pings_immediate)
            return True

        return None if await self._store.write(job) else "has_one"

    async def unlock(self, cookie: Private, session: DeskSession, phrase: Private) -> bool:
        """Open the desk for this session. False when the passphrase does not fit; nothing has changed."""
        key = await self._opened(session, phrase)
        if key is None:
            return False
        await self._store.write(lambda work: work.desk.unlock(cookie, key))
        return True

    async def proves(self, session: DeskSession, phrase: Private) -> bool:
        """Whether this is the passphrase of whoever is logged in; it opens nothing."""
        return await self._opened(session, phrase) is not None

    async def lock(self, cookie: Private) -> None:
        """Close the desk; the session stays."""
        await self._store.write(lambda work: work.desk.lock(cookie))

    async def shown(self) -> list[KeyState]:
        """Every counsellor's key, to be compared and confirmed."""
        return await self._store.read(lambda work: work.desk.keys())

    async def confirm(self, session: DeskSession, counsellor: CounsellorId, shown: str) -> bool:
        """Confirm a colleague's key after comparing its fingerprint, as it was shown; never one's own.

        False when the key is another one by now, at a locked desk, and for a counsellor whose own key nobody
        confirmed while others have one that was: a link alone, or two new logins together, can make no key
        receive anything.
        """
        by, today = session.staff.counsellor, self._clock.now().date()
        if by is None or by == counsellor or session.key is None:
            return False

        def job(work: Work) -> bool:
            keys = {key.counsellor: key for key in work.desk.keys()}  # noqa: SIM118  # a list of keys, no dict
            confirmed = {who for who, key in keys.items() if key.confirmed}
            if counsellor not in keys or keys[counsellor].fingerprint != shown:
                return False
            if confirmed and by not in confirmed:
                return False
            for conversation in work.desk.confirm_key(counsellor, shown, by):
                push(work, conversation)
            work.audit.note("key confirmed", session.staff.id)
            for other in _colleagues(work, by, today):
                notify(work, other, at_once=self._policy.pings_immediate)
            return True

        return await self._store.write(job)

    async def _opened(self, session: DeskSession, phrase: Private) -> ReaderKey | None:
        counsellor = session.staff.counsellor
        if counsellor is None:
            return None
        wrapped = await self._store.read(lambda work: work.desk.wrapped_key(counsellor))
        if wrapped is None:
            return None
        return await asyncio.to_thread(self._keyring.open_counsellor_key, wrapped, phrase)


def _colleagues(work: Work, counsellor: CounsellorId, today: date) -> list[CounsellorId]:
    return [c.id for c in work.roster.current().active(today) if c.id != counsellor]
