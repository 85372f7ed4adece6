"""Terms: working days with real holidays, the idle time, the bodies of the organisation."""

from datetime import date, timedelta

import pytest

from handlers.domain.policy import Door, Policy
from handlers.domain.working_days import is_working_day, working_days_after


@pytest.mark.clause("C12")
@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        (date(2026, 11, 23), 2, date(2026, 11, 25)),  # Monday
        (date(2026, 11, 26), 2, date(2026, 11, 30)),  # over a weekend
        (date(2027, 3, 25), 2, date(2027, 3, 31)),  # over Easter; Good Friday is free in many places
        (date(2026, 12, 24), 2, date(2026, 12, 29)),  # Christmas on a Friday and a Saturday
        (date(2026, 4, 24), 1, date(2026, 4, 28)),  # King's Day
        (date(2026, 11, 28), 1, date(2026, 11, 30)),  # sent on a Saturday
        (date(2026, 11, 24), 0, date(2026, 11, 24)),
        (date(2026, 5, 13), 1, date(2026, 5, 15)),  # Ascension Day; the Friday after it is a working day
        (date(2026, 5, 22), 1, date(2026, 5, 26)),  # Whit Monday
        (date(2031, 4, 25), 1, date(2031, 4, 28)),  # King's Day on a Sunday is kept on the Saturday before
        (date(2028, 2, 28), 2, date(2028, 3, 1)),  # a leap day counts
        (date(2027, 12, 31), 1, date(2028, 1, 3)),  # New Year's Day on a Saturday
    ],
)
def test_the_day_to_hear_by_counts_dutch_working_days(day: date, count: int, expected: date) -> None:
    assert working_days_after(day, count) == expected


def test_liberation_day_is_free_once_in_five_years() -> None:
    assert is_working_day(date(2026, 5, 5))
    assert not is_working_day(date(2025, 5, 5))


def test_the_policy_knows_its_bodies_and_its_idle_time() -> None:
    hr = Door("hr", {"nl": "P&O"}, {"nl": "kamer 1"}, inside=True)
    policy = Policy("Voorbeeld", doors=(hr,))
    assert policy.door("hr") == hr
    assert policy.door("board") is None
    assert policy.idle == timedelta(hours=40)
