"""Which endings the works council still is to be told of (C22, C72)."""

from dataclasses import replace
from datetime import date

from handlers.domain.roster import Roster
from handlers.domain.roster_events import EventKind, RosterEvent, council_told, council_untold, to_introduce
from tests.domain.people import DAAN, VERA

LAST = date(2026, 12, 31)
ENDED = replace(VERA, until=LAST, reason="own_wish")
TOLD = RosterEvent(EventKind.COUNCIL_NOTICE, VERA.id, 3, date(2026, 12, 1), LAST)


def test_an_ending_is_told_once_its_notice_was_made() -> None:
    assert council_told([TOLD], ENDED) == date(2026, 12, 1)
    assert council_untold(Roster(3, (ENDED, DAAN)), [TOLD]) == ()


def test_a_notice_of_another_day_or_of_somebody_else_does_not_count() -> None:
    later = replace(ENDED, until=date(2027, 1, 31))
    daan = replace(DAAN, until=LAST, reason="left")
    assert council_untold(Roster(3, (later, daan)), [TOLD]) == (later, daan)


def test_who_is_new_is_to_be_introduced_until_that_was_done_or_the_appointment_is_over() -> None:
    roster, day = Roster(1, (VERA, DAAN)), date(2026, 11, 23)
    new = [RosterEvent(EventKind.APPOINTED, who.id, 1, day) for who in (VERA, DAAN)]
    done = RosterEvent(EventKind.INTRODUCED, VERA.id, 1, day)
    assert to_introduce(roster, new, day) == (VERA, DAAN)
    assert to_introduce(roster, [*new, done, TOLD], day) == (DAAN,)
    assert to_introduce(roster, [*new, done, new[0]], day) == (VERA, DAAN)
    over = Roster(2, (replace(VERA, until=date(2026, 11, 22), reason="left"), DAAN))
    assert to_introduce(over, new, day) == (DAAN,)
    last = Roster(2, (replace(VERA, until=day, reason="left"),))
    assert [who.id for who in to_introduce(last, new, day)] == [VERA.id]
