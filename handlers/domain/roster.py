"""Who the counsellors are and who may be offered (C22, C24, C31)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from handlers.domain.errors import OpenOorError
from handlers.domain.ids import CounsellorId

ENDING_SOON: Final = timedelta(days=90)
"""How long before the last man's or woman's last day HR is told of it (C22)."""


NEVER: Final = timedelta(days=365)
"""Away longer than this is away for good, for somebody who waits."""


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


class WorksCouncil(StrEnum):
    """What the works council said of an appointment (C22)."""

    YES = "yes"
    NO = "no"
    NOT_NEEDED = "not_needed"


class OtherRole(StrEnum):
    """What else a counsellor does here and what does not go together with it by default (C35, C60)."""

    HR = "hr"
    BOARD = "board"
    IT = "it"
    SOCIAL_WORK = "social_work"
    MANAGER = "manager"
    WORKS_COUNCIL = "works_council"
    OTHER = "other"


class EndReason(StrEnum):
    """Why an appointment ended: a category and no more, because everyone can read it (C22)."""

    OWN_WISH = "own_wish"
    TERM_OVER = "term_over"
    LEFT = "left"  # does not work here any more
    OTHER_ROLE = "other_role"  # one that does not go together with being a counsellor
    BOARD_DECISION = "board_decision"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Counsellor:
    """One counsellor as published. All of it is public: HR wrote it for every employee to read.

    `certificate_*`: the certificate of conduct was seen, by whom; no copy is kept (C31).
    """

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
    reason: str | None = None  # one of EndReason; needed with `until`
    absences: tuple[Absence, ...] = ()
    photo: str | None = None  # name of a picture file beside the roster
    works_council: WorksCouncil | None = None
    certificate_seen_on: date | None = None
    certificate_seen_by: str | None = None
    trained_until: date | None = None  # last day on which the training counts (C32)
    code_signed_on: date | None = None  # code of conduct and secrecy (C34)
    other_roles: tuple[OtherRole, ...] = ()
    protected_on: date | None = None  # protected position agreed here; no claim about the law (C72)
    hours: str | None = None  # hours for this work, as agreed (C72)
    means: str | None = None  # room, phone, training, budget, as agreed (C72)

    def trained(self, on: date) -> bool:
        """Whether "trained" may be shown on this day (C32)."""
        return self.trained_until is not None and on <= self.trained_until

    def active(self, on: date) -> bool:
        """Appointed on this day (an absent counsellor is still active)."""
        return self.appointed_from <= on and (self.until is None or on <= self.until)

    def present(self, on: date) -> bool:
        """Active and not absent."""
        return self.active(on) and not any(a.since <= on <= a.until for a in self.absences)

    def back_on(self, on: date) -> date | None:
        """The first day from `on` without an absence; None when that is never, or after a year."""
        day = on
        while covering := [a.until for a in self.absences if a.since <= day <= a.until]:
            last = max(covering)
            if last - on > NEVER:
                return None
            day = last + timedelta(days=1)
        return day if self.until is None or day <= self.until else None


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


def training_over(roster: Roster, on: date) -> tuple[Counsellor, ...]:
    """Active counsellors whose training does not count any more, so that "trained" is not shown (C32)."""
    return tuple(c for c in roster.active(on) if c.trained_until is not None and c.trained_until < on)


def merge(current: Roster, incoming: Roster) -> Roster:
    """The roster with what came in: known counsellors changed, new ones added below.

    Whoever is left out of `incoming` stays as they are: an appointment ends by `until` and `reason` and in
    no other way (C22). The version stays that of `current`; publishing makes the next one.
    """
    news = {counsellor.id: counsellor for counsellor in incoming.counsellors}
    changed = [news.pop(counsellor.id, counsellor) for counsellor in current.counsellors]
    return Roster(current.version, (*changed, *news.values()))


class NoManOrWoman(OpenOorError):
    """The roster would have no man or no woman, and nobody ended one's appointment. Nothing was published."""

    def __init__(self, missing: tuple[Gender, ...]) -> None:
        super().__init__(f"no active {' and no active '.join(missing)} among the counsellors")
        self.missing = missing


class GapReason(StrEnum):
    """Why a man or a woman is missing, now or soon."""

    NEVER = "never"  # nobody was ever appointed: a slip in the roster, or a roster that is not complete yet
    ENDED = "ended"  # the last one has ended, with a day and a reason
    ABSENT = "absent"  # all of them are away today
    ENDING = "ending"  # the last one ends within 90 days


@dataclass(frozen=True, slots=True)
class Gap:
    """No man or no woman to ask: whom, why, and for ENDING the first day on which nobody is there."""

    gender: Gender
    reason: GapReason
    first_day: date | None = None


def gaps(roster: Roster, on: date) -> tuple[Gap, ...]:
    """What breaks or will soon break "always a man and a woman" (C24); at most one a gender, worst first."""
    found = (_gap(roster, gender, on) for gender in (Gender.MAN, Gender.WOMAN))
    return tuple(gap for gap in found if gap)


def require_both(roster: Roster, on: date) -> tuple[Gap, ...]:
    """The gaps that HR is to be warned of. Raises NoManOrWoman for one that nobody's ending explains.

    An ending with a day and a reason is carried out even when it leaves a gap: holding it back would keep
    open the desk of someone who has left (C43). The bot then says honestly who is missing (C24). A roster in
    which a man or woman just is not there, never was, or became something else by a slip, is refused.
    """
    found = gaps(roster, on)
    slips = tuple(gap.gender for gap in found if gap.reason is GapReason.NEVER)
    if slips:
        raise NoManOrWoman(slips)
    return found


def _gap(roster: Roster, gender: Gender, on: date) -> Gap | None:
    known = [c for c in roster.counsellors if c.gender is gender]
    active = [c for c in known if c.active(on)]
    if not active:
        ended = any(c.until is not None and c.until < on for c in known)
        return Gap(gender, GapReason.ENDED if ended else GapReason.NEVER)
    if not any(c.present(on) for c in active):
        return Gap(gender, GapReason.ABSENT)
    days = (on + timedelta(days=ahead) for ahead in range(ENDING_SOON.days + 1))
    empty = next((day for day in days if not any(c.active(day) for c in known)), None)
    return Gap(gender, GapReason.ENDING, empty) if empty else None


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
