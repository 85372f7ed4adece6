"""Passkeys of staff: made, used to come in, used to open the key, and taken away (KEYS.md).

A challenge counts once, for five minutes, and for one purpose in one browser. An unknown passkey, one of
somebody else, a copy and a wrong site get the same answer after the same work.
"""

import secrets
from datetime import timedelta

from dialogues.private import Private
from handlers.appointments import is_over
from handlers.desk.logins import IDLE
from handlers.desk.ways import MOST_PASSKEYS, TITLE_LENGTH, Ways, changed, changer, ways_of
from handlers.domain.errors import StorageError
from handlers.domain.ids import PasskeyId, StaffId, new_id
from handlers.domain.policy import Policy
from handlers.ports import Authenticator, ChallengeFor, Clock, Passkey, Store, Work

CHALLENGE_TERM = timedelta(minutes=5)
_CHALLENGE_BYTES = 32


class DeskPasskeys:
    """Everything a passkey does; each step is one transaction that looks at the session afresh."""

    def __init__(self, store: Store, authenticator: Authenticator, clock: Clock, policy: Policy) -> None:
        self._store, self._authenticator = store, authenticator
        self._clock, self._policy = clock, policy

    # ── coming in ───────────────────────────────────────────────────────────────────────────────

    async def ask(self) -> str:
        """What any browser needs to log in with a passkey, as JSON; names nobody."""
        return self._authenticator.ask(await self._challenge(ChallengeFor.LOGIN, None))

    async def enter(self, answer: Private, opener: Private | None) -> Private | None:
        """The cookie of a fresh session for whose passkey this is; unlocked when `opener` is its PRF."""
        cookie, now = Private(secrets.token_urlsafe(32)), self._clock.now()

        def job(work: Work) -> bool:
            found = self._checked(work, answer, ChallengeFor.LOGIN, None)
            staff = work.desk.staff(found.staff) if found is not None else None
            if found is None or staff is None or staff.ended or is_over(work, staff.counsellor, now.date()):
                return False
            work.desk.begin_session(cookie, staff.id, now + IDLE)
            if opener is not None and (key := work.logins.opened_by(found, opener)) is not None:
                work.desk.unlock(cookie, key)
            work.audit.note("login", staff.id)
            return True

        return cookie if await self._store.write(job) else None

    # ── one's own ───────────────────────────────────────────────────────────────────────────────

    async def ways(self, staff: StaffId) -> Ways:
        """How this person can log in, numbers too. Raises CannotOpen when somebody else wrote a row."""
        return await self._store.read(lambda work: ways_of(work, staff))

    async def offer(self, cookie: Private, name: str) -> str | None:
        """What this browser needs to make a passkey, as JSON; None where none may be added now."""
        challenge, now = secrets.token_bytes(_CHALLENGE_BYTES), self._clock.now()

        def job(work: Work) -> tuple[StaffId, list[bytes]] | None:
            session = changer(work, cookie, now)
            if session is None:
                return None
            work.logins.add_challenge(challenge, ChallengeFor.ADDING, cookie, now + CHALLENGE_TERM)
            return session.staff.id, [each.credential for each in work.logins.passkeys(session.staff.id)]

        offered = await self._store.write(job)
        return self._authenticator.offer(challenge, offered[0], name, offered[1]) if offered else None

    async def add(self, cookie: Private, answer: Private, title: Private, opener: Private | None) -> bool:
        """Keep a passkey that this browser just made. False when it is not true, known, or one too many."""
        now = self._clock.now()

        def job(work: Work) -> bool:
            session = changer(work, cookie, now)
            challenge = self._authenticator.claim(answer).challenge
            fresh = work.logins.take_challenge(challenge, ChallengeFor.ADDING, cookie, now)
            made = self._authenticator.registered(answer, challenge)
            if session is None or not fresh or made is None:
                return False
            staff = session.staff
            if len(work.logins.passkeys(staff.id)) >= MOST_PASSKEYS:
                return False
            passkey = Passkey(
                id=PasskeyId(new_id()),
                staff=staff.id,
                credential=made.credential,
                public=made.public,
                title=Private(title.reveal().strip()[:TITLE_LENGTH]),
                made_on=now.date(),
                sign_count=made.sign_count,
            )
            work.logins.add_passkey(passkey)
            if session.key is not None and opener is not None:
                work.logins.let_open(passkey, opener, session.key)
            changed(work, staff, "passkey added", self._policy)
            return True

        try:
            return await self._store.write(job)
        except StorageError:
            return False

    async def remove(self, cookie: Private, passkey: PasskeyId) -> bool:
        """Take one's own passkey away; never the last way to log in."""
        now = self._clock.now()

        def job(work: Work) -> bool:
            session = changer(work, cookie, now)
            if session is None or ways_of(work, session.staff.id).count < 2:
                return False
            if not work.logins.remove_passkey(session.staff.id, passkey):
                return False
            changed(work, session.staff, "passkey removed", self._policy)
            return True

        return await self._store.write(job)

    async def ask_own(self, cookie: Private) -> str | None:
        """What this browser needs to use a passkey of who is logged in, as JSON; None when nobody is."""
        challenge, now = secrets.token_bytes(_CHALLENGE_BYTES), self._clock.now()

        def job(work: Work) -> list[bytes]:
            session = work.desk.session(cookie, now, now + IDLE)
            if session is None:
                return []
            work.logins.add_challenge(challenge, ChallengeFor.OPENING, cookie, now + CHALLENGE_TERM)
            return [each.credential for each in work.logins.passkeys(session.staff.id)]

        known = await self._store.write(job)
        return self._authenticator.ask(challenge, known) if known else None

    async def let_open(self, cookie: Private, answer: Private, opener: Private) -> bool:
        """From now on this passkey opens the key too. Only at an open desk."""
        now = self._clock.now()

        def job(work: Work) -> bool:
            session = changer(work, cookie, now)
            found = self._checked(work, answer, ChallengeFor.OPENING, cookie)
            if session is None or session.key is None or found is None or found.staff != session.staff.id:
                return False
            work.logins.let_open(found, opener, session.key)
            changed(work, session.staff, "passkey opens", self._policy)
            return True

        return await self._store.write(job)

    async def unlock(self, cookie: Private, answer: Private, opener: Private) -> bool:
        """Open the desk with a passkey's PRF. False when it is not this person's or opens nothing."""
        now = self._clock.now()

        def job(work: Work) -> bool:
            session = work.desk.session(cookie, now, now + IDLE)
            found = self._checked(work, answer, ChallengeFor.OPENING, cookie)
            if session is None or found is None or found.staff != session.staff.id:
                return False
            if is_over(work, session.staff.counsellor, now.date()):
                return False
            key = work.logins.opened_by(found, opener)
            if key is None:
                return False
            work.desk.unlock(cookie, key)
            return True

        return await self._store.write(job)

    async def _challenge(self, purpose: ChallengeFor, browser: Private | None) -> bytes:
        challenge, until = secrets.token_bytes(_CHALLENGE_BYTES), self._clock.now() + CHALLENGE_TERM
        await self._store.write(
            lambda work: work.logins.add_challenge(challenge, purpose, browser, until), flushed=False
        )
        return challenge

    def _checked(
        self, work: Work, answer: Private, purpose: ChallengeFor, browser: Private | None
    ) -> Passkey | None:
        """The passkey that gave a true answer to a challenge of ours; its count moves on."""
        claim = self._authenticator.claim(answer)
        fresh = work.logins.take_challenge(claim.challenge, purpose, browser, self._clock.now())
        found = work.logins.passkey(claim.credential)
        count = self._authenticator.used(answer, claim.challenge, found)
        if not fresh or found is None or count is None:
            return None
        work.logins.count_use(found.id, count)
        return found
