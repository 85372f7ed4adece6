"""One hourly round over a house at rest; dies by its own hand in one of its parts.

Run as `python -m tests.fault.sweeping FOLDER MOMENT PART POINT`: FOLDER holds the data, MOMENT is now in
ISO 8601.
"""

import asyncio
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.settings import Settings
from bot.wiring import read_policy
from handlers import sweep
from handlers.domain.terms import Terms
from handlers.due import Due
from handlers.ports import Work
from storage import open_store
from storage.opening import open_keys
from tests.fault.process import die
from tests.house import MovableClock

IN_THE_PART, AFTER_THE_PART = "in-the-part", "after-the-part"
POINTS = (IN_THE_PART, AFTER_THE_PART)


def arm(name: str, point: str) -> None:
    """Have the process die in this part: after it dealt with one thing, or when all of it is committed."""
    sweep.PARTS = tuple(_deadly(part) if part.name == name else part for part in sweep.PARTS)
    if point == IN_THE_PART:
        return
    finish = sweep.Sweep._finish

    async def finished(self: sweep.Sweep, part: Due[Any]) -> bool:
        done = await finish(self, _harmless[part.name] if part.name == name else part)
        if part.name == name:
            die()
        return done

    sweep.Sweep._finish = finished  # type: ignore[method-assign]  # the seam between two parts


_harmless = {part.name: part for part in sweep.PARTS}


def _deadly(part: Due[Any]) -> Due[Any]:
    def deal(work: Work, one: Any, terms: Terms) -> None:
        part.deal(work, one, terms)
        die()

    return replace(part, deal=deal)


async def main(folder: Path, moment: datetime, part: str, point: str) -> None:
    """One round, until death."""
    settings = Settings(data_dir=folder)
    clock = MovableClock(moment)
    store = await open_store(settings.database, open_keys(settings.keys, settings.database, clock), clock)
    arm(part, point)
    await sweep.Sweep(store, read_policy(settings), clock).run()
    await store.close()


if __name__ == "__main__":
    place, now, which, where = sys.argv[1:]
    asyncio.run(main(Path(place), datetime.fromisoformat(now), which, where))
