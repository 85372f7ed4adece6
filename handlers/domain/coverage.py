"""Whether a man and a woman will be there, and who is there while somebody is away (C24, C39)."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from handlers.domain.roster import Absence, Counsellor, Gender, Roster

AHEAD: Final = timedelta(days=90)
"""How far HR is told of days on which nobody of a gender is there."""


@dataclass(frozen=True, slots=True)
class Uncovered:
    """The first days to come without any man or woman. `last_day`: None when no end is in sight."""

    gender: Gender
    first_day: date
    last_day: date | None


def uncovered(roster: Roster, on: date) -> tuple[Uncovered, ...]:
    """At most one stretch a gender, from tomorrow; what is so today already is `Roster.missing`."""
    found = (_first_stretch(roster, gender, on) for gender in (Gender.MAN, Gender.WOMAN))
    return tuple(each for each in found if each is not None)


def _first_stretch(roster: Roster, gender: Gender, on: date) -> Uncovered | None:
    if gender in roster.missing(on):
        return None
    days = [on + timedelta(days=ahead) for ahead in range(1, AHEAD.days + 1)]
    empty = [day for day in days if gender in roster.missing(day)]
    if not empty:
        return None
    later = (day for day in days if day > empty[0] and day not in empty)
    back = next(later, None)
    return Uncovered(gender, empty[0], back - timedelta(days=1) if back else None)


def stand_ins(roster: Roster, who: Counsellor, absence: Absence, on: date) -> tuple[Counsellor, ...]:
    """Who else is there on every day of this absence from today on, the same gender first."""
    since = max(on, absence.since)
    days = [since + timedelta(days=ahead) for ahead in range((absence.until - since).days + 1)]
    there = [
        other for other in roster.counsellors if other.id != who.id and all(other.present(d) for d in days)
    ]
    return tuple(sorted(there, key=lambda other: other.gender is not who.gender))
