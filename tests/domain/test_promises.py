"""By when an employee hears, and what is told when that is not so (C12, C43)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.domain.case import Late, Status, Step
from handlers.domain.promises import half_way, late, promised, returns, to_ask
from handlers.domain.roster import Absence
from handlers.domain.working_days import is_working_day, working_days_after
from tests.domain.people import VERA
from tests.domain.test_case import CASE, MONDAY

DAY = timedelta(days=1)
WEDNESDAY = CASE.reply_by
AWAY = replace(VERA, absences=(Absence(MONDAY, MONDAY + 13 * DAY),))
BACK = date(2026, 12, 7)


@pytest.mark.clause("C12")
def test_an_answer_is_late_the_day_after_it_was_promised_as_long_as_it_is_awaited() -> None:
    assert late(CASE, VERA, WEDNESDAY, 2) is None
    assert late(CASE, VERA, WEDNESDAY + DAY, 2) is Late.OVERDUE
    taken = CASE.taken(MONDAY, WEDNESDAY)
    assert late(taken, VERA, WEDNESDAY + DAY, 2) is Late.OVERDUE, "taken and then silent"
    assert late(taken.answered(), VERA, WEDNESDAY + DAY, 2) is None
    assert late(taken.answered().written(WEDNESDAY), VERA, WEDNESDAY + DAY, 2) is Late.OVERDUE


def test_who_waits_already_keeps_the_day_that_was_promised() -> None:
    assert CASE.written(WEDNESDAY + DAY) is CASE


@pytest.mark.parametrize("step", [Step.DECLINE, Step.WITHDRAW])
def test_nothing_is_late_in_a_case_that_is_with_no_counsellor(step: Step) -> None:
    ended = CASE.after(step, MONDAY)
    assert late(ended, None, WEDNESDAY + DAY, 2) is None
    assert not ended.awaited


@pytest.mark.clause("C12")
def test_an_absence_beyond_the_promised_day_is_told_and_a_shorter_one_is_not() -> None:
    short = replace(VERA, absences=(Absence(MONDAY, WEDNESDAY - DAY),))
    assert late(CASE, short, MONDAY, 2) is None
    assert late(CASE, AWAY, MONDAY - DAY, 2) is None, "not before it begins"
    assert late(CASE, AWAY, MONDAY, 2) is Late.AWAY
    assert late(CASE, AWAY, BACK, 2) is Late.OVERDUE, "back, and the day is long over"


def test_where_nothing_is_awaited_an_absence_counts_by_what_would_be_promised_now() -> None:
    running = CASE.taken(MONDAY, WEDNESDAY).answered()
    assert late(running, AWAY, MONDAY, 2) is Late.AWAY
    assert late(running, AWAY, date(2026, 12, 3), 2) is None, "Thursday to Monday is no more than promised"
    assert late(running, replace(VERA, absences=(Absence(MONDAY, MONDAY),)), MONDAY, 2) is None


def test_who_chose_to_wait_for_a_return_is_asked_no_more_unless_it_becomes_later() -> None:
    by = promised(AWAY, MONDAY, 2)
    assert by == date(2026, 12, 9)
    for case in (CASE, CASE.taken(MONDAY, WEDNESDAY).answered()):
        waits = case.asked(Late.AWAY, MONDAY).waits(by)
        assert late(waits, AWAY, MONDAY + DAY, 2) is None
        longer = replace(VERA, absences=(Absence(MONDAY, MONDAY + 27 * DAY),))
        assert to_ask(waits, longer, MONDAY + DAY, 2) is Late.AWAY


@pytest.mark.clause("C43")
def test_who_never_comes_back_has_ended_whatever_else_is_so() -> None:
    over = replace(AWAY, until=MONDAY - DAY)
    gone_before = replace(AWAY, until=MONDAY + 5 * DAY)
    for_ever = replace(VERA, absences=(Absence(MONDAY, date.max),))
    for who in (over, gone_before, for_ever, None):
        assert late(CASE, who, WEDNESDAY + DAY, 2) is Late.ENDED
        assert returns(who, WEDNESDAY + DAY) is None
    assert promised(for_ever, MONDAY, 2) == WEDNESDAY, "nobody can be promised a return"


def test_absences_that_touch_are_one_and_a_return_is_a_working_day() -> None:
    two = (Absence(MONDAY, MONDAY + 4 * DAY), Absence(MONDAY + 5 * DAY, MONDAY + 11 * DAY))
    assert replace(VERA, absences=two).back_on(MONDAY) == date(2026, 12, 5)
    assert returns(replace(VERA, absences=two), MONDAY) == BACK
    assert returns(VERA, MONDAY) == MONDAY


def test_nothing_is_asked_twice_on_one_day_nor_again_before_something_changed() -> None:
    late_on = WEDNESDAY + DAY
    asked = CASE.asked(Late.OVERDUE, late_on)
    away = replace(VERA, absences=(Absence(late_on, late_on + 13 * DAY),))
    assert to_ask(CASE, VERA, late_on, 2) is Late.OVERDUE
    assert to_ask(asked, VERA, late_on + DAY, 2) is None
    assert to_ask(asked, away, late_on, 2) is None, "tomorrow"
    assert to_ask(asked, away, late_on + DAY, 2) is Late.AWAY
    assert to_ask(asked.answered(), VERA, late_on + DAY, 2) is None
    assert to_ask(asked, VERA, MONDAY, 2) is None, "a clock that was set back"


@pytest.mark.clause("C12")
@pytest.mark.parametrize(
    ("sent", "days", "reminded"),
    [
        (MONDAY, 2, MONDAY + DAY),
        (MONDAY, 1, MONDAY + DAY),
        (MONDAY, 5, WEDNESDAY),
        (date(2026, 11, 28), 2, date(2026, 11, 30)),  # Saturday
        (date(2027, 3, 25), 2, date(2027, 3, 30)),  # before Easter
    ],
)
def test_half_time_is_half_of_the_promised_working_days(sent: date, days: int, reminded: date) -> None:
    case = replace(CASE, sent_on=sent, reply_by=working_days_after(sent, days))
    passing = (sent + n * DAY for n in range(30))
    assert next(day for day in passing if half_way(case, day, days)) == reminded


@given(st.dates(date(2024, 1, 1), date(2032, 1, 1)), st.integers(1, 10))
def test_a_promise_is_a_working_day_to_come_and_half_time_is_no_later(day: date, days: int) -> None:
    by = promised(VERA, day, days)
    assert by > day
    assert is_working_day(by)
    assert half_way(replace(CASE, sent_on=day, reply_by=by), by, days)


def test_a_running_case_is_never_late_once_it_is_closed() -> None:
    closed = CASE.taken(MONDAY, WEDNESDAY).after(Step.CLOSE, MONDAY)
    assert closed.status is Status.CLOSED
    assert not closed.overdue(WEDNESDAY + DAY)
