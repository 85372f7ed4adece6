"""Who the counsellors are and who may be offered (C22, C24, C31)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from handlers.domain.ids import CounsellorId


class Gender(StrEnum):
    """As the counsellor wants to be known (C24); the rule asks for at least one man and one woman."""

    MAN = "man"
    WOMAN = "woman"
    OTHER = "other"


class Pick(StrEnum):
    """What the employee may ask for (C24)."""

    MAN = "man"
    WOMAN = "woman"
    ANY = "any"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Absence:
    """First and last day that a counsellor cannot be asked."""

    since: date
    until: date


@dataclass(frozen=True, slots=True)
class Counsellor:
    """One counsellor as published. All of it is public: HR wrote it for every employee to read."""

    id: CounsellorId
    name: str
    gender: Gender
    internal: bool
    languages: tuple[str, ...]  # ISO 639-1
    hello: dict[str, str]  # own words of welcome, by language
    place: str
    days: str
    phone: str
    mail: str
    appointed_from: date
    appointment: str  # name and date of the board's decision
    until: date | None = None  # last day of the appointment
    reason: str | None = None  # why it ended; needed with `until`
    absences: tuple[Absence, ...] = ()

    def active(self, on: date) -> bool:
        """Appointed on this day (an absent counsellor is still active)."""
        return self.appointed_from <= on and (self.until is None or on <= self.until)

    def present(self, on: date) -> bool:
        """Active and not absent."""
        return self.active(on) and not any(a.since <= on <= a.until for a in self.absences)


@dataclass(frozen=True, slots=True)
class Roster:
    """A published version of the counsellors; versions only grow."""

    version: int
    counsellors: tuple[Counsellor, ...]

    def get(self, counsellor: CounsellorId) -> Counsellor | None:
        """The counsellor with this id, active or not."""
        return next((c for c in self.counsellors if c.id == counsellor), None)

    def active(self, on: date) -> tuple[Counsellor, ...]:
        """Appointed on this day, in the order HR gave."""
        return tuple(c for c in self.counsellors if c.active(on))

    def missing(self, on: date) -> tuple[Gender, ...]:
        """Which of man and woman nobody is present for today (C24): the bot says so, HR is warned."""
        there = {c.gender for c in self.counsellors if c.present(on)}
        return tuple(g for g in (Gender.MAN, Gender.WOMAN) if g not in there)


def offered(
    roster: Roster, reachable: Iterable[CounsellorId], not_asked: Iterable[str], on: date
) -> tuple[Counsellor, ...]:
    """Who can be offered today: present, with a confirmed key, and not somebody who must not be asked."""
    can, never = set(reachable), set(not_asked)
    return tuple(c for c in roster.counsellors if c.present(on) and c.id in can and c.id not in never)


def choose(
    candidates: tuple[Counsellor, ...], pick: Pick, person: str | None, load: dict[CounsellorId, int]
) -> Counsellor | None:
    """The counsellor for this wish, the one with the least waiting work first, then roster order.

    `load` counts waiting cases. "woman" is never answered with a man, nor the other way round (C24);
    None when nobody fits, and then the employee is asked again.
    """
    if pick is Pick.PERSON:
        return next((c for c in candidates if c.id == person), None)
    wanted = {Pick.MAN: Gender.MAN, Pick.WOMAN: Gender.WOMAN}.get(pick)
    fitting = [c for c in candidates if wanted is None or c.gender is wanted]
    return min(fitting, key=lambda c: load.get(c.id, 0), default=None)
