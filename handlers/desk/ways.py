"""How somebody can log in, who may change that, and who is told (KEYS.md).

A way to log in opens a page and never words, so colleagues need not confirm one: it is noted in the audit
chain that all of them read, and its owner is told outside the desk. A key is another matter (keys.py).
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from dialogues.private import Private
from handlers.appointments import is_over
from handlers.desk.logins import IDLE
from handlers.domain.errors import StorageError
from handlers.domain.ids import StaffId
from handlers.domain.policy import Policy
from handlers.notices import notify
from handlers.ports import DeskSession, Numbers, Passkey, Staff, Work

MOST_PASSKEYS = 10
TITLE_LENGTH = 40

Change = Literal["passkey added", "passkey opens", "passkey removed", "numbers added", "numbers removed"]


@dataclass(frozen=True, slots=True)
class Ways:
    """How somebody can log in without a link."""

    passkeys: tuple[Passkey, ...]
    numbers: Numbers | None

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.passkeys) + (self.numbers is not None)

    @property
    def made_on(self) -> list[date]:
        """On which day each was made."""
        days = [each.made_on for each in self.passkeys]
        return days if self.numbers is None else [*days, self.numbers.made_on]


def ways_of(work: Work, staff: StaffId) -> Ways:
    """The ways of one login. Raises CannotOpen when somebody else wrote one into the database."""
    return Ways(tuple(work.logins.passkeys(staff)), work.logins.numbers(staff))


def without_way_in(work: Work, now: datetime) -> list[Staff]:
    """Logins of HR and counsellors that nobody can use: no passkey, no numbers, no invitation that works.

    A way that somebody else wrote into the database is none.
    """
    return [
        staff
        for staff in work.desk.logins()
        if not is_over(work, staff.counsellor, now.date())
        and not work.desk.is_invited(staff.id, now)
        and not _has_way(work, staff.id)
    ]


def _has_way(work: Work, staff: StaffId) -> bool:
    try:
        return ways_of(work, staff).count > 0
    except StorageError:
        return False


def changer(work: Work, cookie: Private, now: datetime) -> DeskSession | None:
    """The session of who may change ways to log in now; None for everybody else.

    A counsellor with a key does so at an open desk only: a link, or a browser that was left locked, adds
    nothing that stays.
    """
    session = work.desk.session(cookie, now, now + IDLE)
    if session is None or is_over(work, session.staff.counsellor, now.date()):
        return None
    return None if session.has_passphrase and session.key is None else session


def changed(work: Work, staff: Staff, what: Change, policy: Policy) -> None:
    """Note a change, and tell its owner where they are told of things."""
    work.audit.note(what, staff.id)
    if staff.counsellor is not None:
        notify(work, staff.counsellor, at_once=policy.pings_immediate)
