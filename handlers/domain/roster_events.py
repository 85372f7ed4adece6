"""What was done about an appointment beside the roster itself; noted once, never changed (C22, C72)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from handlers.domain.ids import CounsellorId
from handlers.domain.roster import Counsellor, Roster


class EventKind(StrEnum):
    """What can be noted."""

    APPOINTED = "appointed"  # somebody new, or back, was published: to be introduced (C57)
    INTRODUCED = "introduced"  # HR says that it was done
    COUNCIL_NOTICE = "council"  # the notice of an ending for the works council was made


@dataclass(frozen=True, slots=True)
class RosterEvent:
    """One thing that was done, while `version` was the published roster.

    `about`: the last day that a notice names.
    """

    kind: EventKind
    counsellor: CounsellorId
    version: int
    day: date
    about: date | None = None


def council_told(events: Iterable[RosterEvent], who: Counsellor) -> date | None:
    """When the notice of this very last day was made; None when there is no such notice."""
    wanted = (EventKind.COUNCIL_NOTICE, who.id, who.until)
    days = (event.day for event in events if (event.kind, event.counsellor, event.about) == wanted)
    return next(days, None)


def council_untold(roster: Roster, events: Iterable[RosterEvent]) -> tuple[Counsellor, ...]:
    """Everyone whose appointment has a last day of which no notice was made."""
    known = tuple(events)
    return tuple(
        who for who in roster.counsellors if who.until is not None and council_told(known, who) is None
    )


def to_introduce(roster: Roster, events: Iterable[RosterEvent], on: date) -> tuple[Counsellor, ...]:
    """Everyone who is new and was not introduced since; nobody whose appointment is over (C57)."""
    newest = {event.counsellor: event.kind for event in events if event.kind is not EventKind.COUNCIL_NOTICE}
    return tuple(
        who
        for who in roster.counsellors
        if newest.get(who.id) is EventKind.APPOINTED and (who.until is None or on <= who.until)
    )
