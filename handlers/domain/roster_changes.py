"""What differs between two versions of the roster, and what will end in it soon (C22, C32)."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from handlers.domain.ids import CounsellorId
from handlers.domain.roster import Counsellor, Roster

EARLY: Final = timedelta(days=90)
"""From how long before its last day a term is named to HR."""

LATE: Final = timedelta(days=30)
"""From when on it is named with more weight."""

FIELDS: Final = tuple(field.name for field in fields(Counsellor) if field.name != "id")


@dataclass(frozen=True, slots=True)
class Difference:
    """One counsellor in two versions. `before` is None for who is new, `after` for who is gone.

    `changed`: names of the fields of Counsellor that differ; empty for who was added or is gone.
    """

    before: Counsellor | None
    after: Counsellor | None
    changed: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The newest name of the counsellor."""
        known = self.after or self.before
        return known.name if known else ""


def differences(earlier: Roster, later: Roster) -> tuple[Difference, ...]:
    """Everyone who was added, changed or is gone, in the order of the later version."""
    return tuple(_differences(earlier, later))


def _differences(earlier: Roster, later: Roster) -> Iterator[Difference]:
    for after in later.counsellors:
        before = earlier.get(after.id)
        if before is None:
            yield Difference(None, after)
        elif before != after:
            changed = tuple(name for name in FIELDS if getattr(before, name) != getattr(after, name))
            yield Difference(before, after, changed)
    for before in earlier.counsellors:
        if later.get(before.id) is None:
            yield Difference(before, None)


class Term(StrEnum):
    """What can end."""

    APPOINTMENT = "appointment"
    TRAINING = "training"


@dataclass(frozen=True, slots=True)
class Ending:
    """A term of an active counsellor that ends within 90 days or is over. `late`: within 30 days."""

    counsellor: CounsellorId
    name: str
    term: Term
    last_day: date
    late: bool
    over: bool


def ending(roster: Roster, on: date) -> tuple[Ending, ...]:
    """What HR is to see to, the first to end first. What has no last day never ends by itself."""
    found = [
        Ending(who.id, who.name, term, day, late=day - on <= LATE, over=day < on)
        for who in roster.active(on)
        for term, day in ((Term.APPOINTMENT, who.until), (Term.TRAINING, who.trained_until))
        if day is not None and day - on <= EARLY
    ]
    return tuple(sorted(found, key=lambda each: (each.last_day, each.counsellor, each.term)))


class Need(StrEnum):
    """What has to be there before somebody works as a counsellor, and has no last day."""

    CERTIFICATE = "certificate"  # of conduct, seen by somebody (C31)
    CODE = "code"  # of conduct and secrecy, signed (C34)


@dataclass(frozen=True, slots=True)
class Lack:
    """Something that the list does not say of a counsellor who works here or will."""

    counsellor: CounsellorId
    name: str
    need: Need


def lacking(roster: Roster, on: date) -> tuple[Lack, ...]:
    """What is missing of whom, in the order of the roster; nothing of an appointment that is over."""
    return tuple(
        Lack(who.id, who.name, need)
        for who in roster.counsellors
        if who.until is None or on <= who.until
        for need, day in ((Need.CERTIFICATE, who.certificate_seen_on), (Need.CODE, who.code_signed_on))
        if day is None
    )
