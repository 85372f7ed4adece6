"""The fixed moments: Dutch clock times on working days, whatever the clock or the calendar does (C40)."""

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfoNotFoundError

import pytest

from handlers.domain import moments
from handlers.domain.moments import EARLIEST, LATEST, ZoneMissing, is_daytime, next_moment
from handlers.domain.policy import Policy

AT = Policy("").pings_at


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.clause("C40")
@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-11-23T07:00", "2026-11-23T08:00"),  # Monday, winter: 09:00 is 08:00 in UTC
        ("2026-11-23T08:00", "2026-11-23T12:00"),  # exactly at a moment: the next one
        ("2026-11-23T12:00:01", "2026-11-23T16:00"),
        ("2026-11-23T16:00", "2026-11-24T08:00"),
        ("2026-11-23T23:30", "2026-11-24T08:00"),  # it is Tuesday in the Netherlands already
        ("2026-11-27T16:00", "2026-11-30T08:00"),  # Friday evening
        ("2026-12-24T16:30", "2026-12-28T08:00"),  # over Christmas, a Friday and a Saturday
        ("2028-02-28T16:00", "2028-02-29T08:00"),  # a leap day is a Tuesday like any other
        ("2028-02-29T16:00", "2028-03-01T08:00"),
        ("2027-03-26T16:00", "2027-03-30T07:00"),  # Easter Monday, and the clock went forward on Sunday
        ("2026-10-23T15:00", "2026-10-26T08:00"),  # the clock went back on Sunday
        ("2026-10-23T14:59", "2026-10-23T15:00"),  # still summer: 17:00 is 15:00 in UTC
        ("2026-04-24T15:00", "2026-04-28T07:00"),  # King's Day
    ],
)
def test_the_next_moment_is_a_dutch_clock_time_on_a_working_day(now: str, expected: str) -> None:
    assert next_moment(utc(now), AT) == utc(expected)


def test_the_moments_of_an_organisation_may_stand_in_any_order() -> None:
    assert next_moment(utc("2026-11-23T07:00"), (time(16), time(8, 30))) == utc("2026-11-23T07:30")


@pytest.mark.parametrize(
    ("now", "awake"),
    [
        ("2026-11-23T05:00", True),
        ("2026-11-23T04:59", False),
        ("2026-11-23T21:01", False),
        ("2026-07-20T04:30", True),
        ("2026-11-22T12:00", False),
        ("2026-12-25T12:00", False),
    ],
)
def test_daytime_is_between_six_and_ten_on_working_days(now: str, awake: bool) -> None:
    assert is_daytime(utc(now)) is awake


def test_no_moment_falls_where_the_clock_jumps() -> None:
    assert time(3) < EARLIEST < LATEST
    assert all(EARLIEST <= each <= LATEST for each in AT)


def test_a_machine_without_time_zones_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(name: str) -> None:
        raise ZoneInfoNotFoundError(name)

    moments._zone.cache_clear()
    monkeypatch.setattr(moments, "ZoneInfo", unknown)
    with pytest.raises(ZoneMissing, match="tzdata"):
        next_moment(utc("2026-11-23T07:00"), AT)
