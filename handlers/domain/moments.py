"""The fixed moments at which counsellors are told that something waits (C40).

Telling at once would show when somebody wrote: in a small team that is enough to know who.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from handlers.domain.errors import OpenOorError
from handlers.domain.working_days import is_working_day

ZONE = "Europe/Amsterdam"
EARLIEST, LATEST = time(6), time(22)
"""Within these hours nobody sleeps, and no clock is put forward or back."""


class ZoneMissing(OpenOorError):
    """This machine does not know what time it is in the Netherlands."""

    def __init__(self) -> None:
        super().__init__(f"this machine does not know the time zone {ZONE}: install the package tzdata")


def next_moment(now: datetime, at: Iterable[time]) -> datetime:
    """The first of these Dutch clock times on a working day after `now`, in UTC. Raises ZoneMissing."""
    zone, times = _zone(), sorted(at)
    day = now.astimezone(zone).date()
    while True:
        if is_working_day(day):
            for each in times:
                moment = datetime.combine(day, each, zone).astimezone(UTC)
                if moment > now:
                    return moment
        day += timedelta(days=1)


def is_daytime(now: datetime) -> bool:
    """Whether it is a Dutch working day, and no hour at which people sleep. Raises ZoneMissing."""
    here = now.astimezone(_zone())
    return is_working_day(here.date()) and EARLIEST <= here.time() <= LATEST


@lru_cache(maxsize=1)
def _zone() -> ZoneInfo:
    try:
        return ZoneInfo(ZONE)
    except ZoneInfoNotFoundError:
        raise ZoneMissing from None
