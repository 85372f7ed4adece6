"""Two small rules of words and time that pages and jobs lean on."""

from datetime import date

import pytest

from dialogues.render import full_date
from handlers.domain.pings import pause


def test_a_day_on_paper_has_its_year() -> None:
    assert full_date(date(2026, 11, 26), "nl") == "26 november 2026"
    assert full_date(date(2026, 11, 26), "en") == "26 November 2026"


@pytest.mark.parametrize(("tries", "seconds"), [(0, 60.0), (1, 120.0), (2, 240.0), (40, 3600.0)])
def test_a_ping_that_failed_waits_twice_as_long_each_time_and_an_hour_at_most(
    tries: int, seconds: float
) -> None:
    assert pause(tries) == seconds
