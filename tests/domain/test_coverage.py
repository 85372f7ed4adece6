"""Days to come without a man or a woman are seen ahead, and who is there while somebody is away."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.domain.coverage import AHEAD, Uncovered, stand_ins, uncovered
from handlers.domain.roster import Absence, Gender, Roster
from tests.domain.people import DAAN, ROBIN, TODAY, VERA, changed

ANNA = changed(VERA, id="anna", name="Anna Ander")


def day(ahead: int) -> date:
    return TODAY + timedelta(days=ahead)


def away(since: int, until: int) -> tuple[Absence, ...]:
    return (Absence(day(since), day(until)),)


@pytest.mark.clause("C24")
def test_planned_leave_of_the_last_woman_is_seen_ahead_with_its_days() -> None:
    roster = Roster(1, (changed(VERA, absences=away(10, 20)), DAAN, ROBIN))
    assert uncovered(roster, TODAY) == (Uncovered(Gender.WOMAN, day(10), day(20)),)


@pytest.mark.clause("C24")
def test_somebody_who_stands_in_closes_it_or_makes_it_shorter() -> None:
    vera = changed(VERA, absences=away(10, 20))
    assert uncovered(Roster(1, (vera, DAAN, ANNA)), TODAY) == ()
    late = changed(ANNA, absences=away(0, 14))
    assert uncovered(Roster(1, (vera, DAAN, late)), TODAY) == (Uncovered(Gender.WOMAN, day(10), day(14)),)


@pytest.mark.clause("C24")
def test_an_ending_without_somebody_after_it_has_no_last_day() -> None:
    roster = Roster(1, (VERA, changed(DAAN, until=day(30), reason="left")))
    assert uncovered(roster, TODAY) == (Uncovered(Gender.MAN, day(31), None),)


def test_what_is_so_today_and_what_is_far_away_is_not_told_here() -> None:
    assert uncovered(Roster(1, (changed(VERA, absences=away(-1, 5)), DAAN)), TODAY) == ()
    far = AHEAD.days + 1
    assert uncovered(Roster(1, (changed(VERA, absences=away(far, far + 5)), DAAN)), TODAY) == ()
    assert uncovered(Roster(1, (changed(VERA, absences=away(far - 1, far + 5)), DAAN)), TODAY) == (
        Uncovered(Gender.WOMAN, day(far - 1), None),
    )


@given(st.lists(st.tuples(st.integers(-5, 95), st.integers(0, 20)), max_size=4))
def test_on_every_day_named_nobody_of_that_gender_is_there(leaves: list[tuple[int, int]]) -> None:
    absences = tuple(Absence(day(since), day(since + long)) for since, long in leaves)
    roster = Roster(1, (changed(VERA, absences=absences), DAAN))
    for each in uncovered(roster, TODAY):
        last = each.last_day or TODAY + AHEAD
        named = [each.first_day + timedelta(days=at) for at in range((last - each.first_day).days + 1)]
        assert all(each.gender in roster.missing(on) for on in named)
        assert each.gender not in roster.missing(each.first_day - timedelta(days=1))
        assert each.last_day is None or each.gender not in roster.missing(last + timedelta(days=1))


def test_who_is_there_all_that_time_is_named_the_same_gender_first() -> None:
    leave = Absence(day(-3), day(5))
    vera = changed(VERA, absences=(leave,))
    past = changed(ANNA, absences=away(-3, -1))
    roster = Roster(1, (vera, DAAN, past, changed(ROBIN, absences=away(5, 9))))
    assert stand_ins(roster, vera, leave, TODAY) == (past, DAAN)
