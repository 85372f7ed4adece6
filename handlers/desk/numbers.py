"""One-time numbers of an app: the way in without JavaScript (TOTP, RFC 6238).

Nobody types a name. Two made-up words, which the app shows beside its number, say whose number it is; who
does not know them cannot even begin to guess. A number counts once.
"""

import secrets
from collections.abc import Sequence

from dialogues.private import Private
from handlers.appointments import is_over
from handlers.desk.logins import IDLE
from handlers.desk.ways import changed, changer, ways_of
from handlers.domain.errors import StorageError
from handlers.domain.ids import StaffId
from handlers.domain.one_time_numbers import is_secret, matching_step, new_secret
from handlers.domain.policy import Policy
from handlers.ports import Clock, Numbers, Store, Work

LOGIN_WORDS = 2
_NOBODYS = "A" * 32


class DeskNumbers:
    """An app with numbers: begun, used to come in, and taken away."""

    def __init__(self, store: Store, clock: Clock, policy: Policy) -> None:
        self._store, self._clock, self._policy = store, clock, policy

    def fresh(self, words: Sequence[str]) -> tuple[Private, Private]:
        """(secret, login words) to be put into an app; nothing is kept before a number of it was typed."""
        chosen = " ".join(secrets.choice(words) for _ in range(LOGIN_WORDS))
        return Private(new_secret()), Private(chosen)

    async def enter(self, words: Private, number: Private) -> Private | None:
        """The cookie of a fresh session; None for wrong words, a wrong number, and one that was used."""
        cookie, now = Private(secrets.token_urlsafe(32)), self._clock.now()

        def job(work: Work) -> bool:
            found = work.logins.numbers_at(words)
            # With words that are nobody's the same is worked out and the same statements run.
            step = matching_step(found.secret.reveal() if found else _NOBODYS, number.reveal(), now)
            counts = work.logins.count_number(found.staff if found else None, step)
            staff = work.desk.staff(found.staff if found else StaffId(""))
            if not counts or staff is None or staff.ended or is_over(work, staff.counsellor, now.date()):
                return False
            work.desk.begin_session(cookie, staff.id, now + IDLE)
            work.audit.note("login", staff.id)
            return True

        return cookie if await self._store.write(job) else None

    async def add(self, cookie: Private, secret: Private, words: Private, number: Private) -> bool:
        """Keep an app whose number was typed rightly; that number is used. Instead of an earlier app."""
        now = self._clock.now()
        step = matching_step(secret.reveal(), number.reveal(), now) if is_secret(secret.reveal()) else None
        if step is None or len(words.reveal().split()) != LOGIN_WORDS:
            return False
        found = step

        def job(work: Work) -> bool:
            session = changer(work, cookie, now)
            if session is None:
                return False
            work.logins.set_numbers(Numbers(session.staff.id, secret, words, now.date(), found))
            changed(work, session.staff, "numbers added", self._policy)
            return True

        try:
            return await self._store.write(job)
        except StorageError:
            return False

    async def remove(self, cookie: Private) -> bool:
        """Take the app away; never the last way to log in."""
        now = self._clock.now()

        def job(work: Work) -> bool:
            session = changer(work, cookie, now)
            if session is None or ways_of(work, session.staff.id).count < 2:
                return False
            if not work.logins.remove_numbers(session.staff.id):
                return False
            changed(work, session.staff, "numbers removed", self._policy)
            return True

        return await self._store.write(job)
