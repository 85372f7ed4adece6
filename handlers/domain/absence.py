"""Being away, as a counsellor says it at the desk; the published list stays as it is (C12, C24)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from handlers.domain.ids import AbsenceId, CounsellorId
from handlers.domain.roster import Absence, Counsellor, Roster

MOST = 5
"""So many of one counsellor at a time."""

Problem = Literal["order", "past", "long", "many"]
"""Why days cannot be told: they end before they begin, are over, lead to no return, or are one too many."""


@dataclass(frozen=True, slots=True)
class OwnAbsence:
    """Days that a counsellor told at the desk; never why."""

    id: AbsenceId
    counsellor: CounsellorId
    days: Absence


def with_own(roster: Roster, told: Iterable[OwnAbsence]) -> Roster:
    """The roster as it holds: what HR published, and what the counsellors told themselves."""
    known = tuple(told)
    if not known:
        return roster
    return replace(roster, counsellors=tuple(_with_own(who, known) for who in roster.counsellors))


def _with_own(who: Counsellor, told: tuple[OwnAbsence, ...]) -> Counsellor:
    own = tuple(each.days for each in told if each.counsellor == who.id)
    return replace(who, absences=(*who.absences, *own)) if own else who


def share_days(absences: Iterable[Absence]) -> bool:
    """Whether a day lies in more than one of them; they count as one."""
    known = sorted((each.since, each.until) for each in absences)
    return any(later[0] <= max(until for _, until in known[:at]) for at, later in enumerate(known) if at)


def problem(who: Counsellor, days: Absence, many: int, on: date) -> Problem | None:
    """Why `who`, as it holds now, cannot tell these days on `on`; None when it can.

    Days after which nobody would be back within a year are refused, unless the appointment ends in them: to
    an employee they would be an end, and HR decides about that.
    """
    if days.until < days.since:
        return "order"
    if days.until < on:
        return "past"
    if many >= MOST:
        return "many"
    away = replace(who, absences=(*who.absences, days), until=None)
    begins = {max(each.since, on) for each in away.absences}
    return "long" if any(away.back_on(day) is None for day in begins) else None
