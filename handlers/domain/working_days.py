"""Working days in the Netherlands: Monday to Friday without public holidays (C12)."""

from datetime import date, timedelta
from functools import lru_cache

import holidays


@lru_cache(maxsize=16)
def _closed(year: int) -> frozenset[date]:
    # Liberation Day is a day off for everyone once in five years only; the library knows which.
    return frozenset(holidays.country_holidays("NL", years=year))


def is_working_day(day: date) -> bool:
    """Whether an employee may expect a counsellor to be at work."""
    return day.weekday() < 5 and day not in _closed(day.year)


def working_days_after(day: date, count: int) -> date:
    """The `count`-th working day after `day`; `day` itself never counts."""
    while count > 0:
        day += timedelta(days=1)
        count -= is_working_day(day)
    return day
