"""Open Oor as it is served, with Telegram; dies by its own hand where it is told to.

Run as `python -m tests.fault.served FOLDER PORT API [WHERE POINT]`: FOLDER holds the data, API is where the
Bot API is. The process dies in the turn of the press that begins with WHERE, or in a job of that kind.
"""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event

from bot.server import serve
from bot.settings import Settings, read_secrets
from bot.telegram.receiving import Receiver
from bot.telegram.screen import Screen
from bot.wiring import House, build, read_policy
from handlers.ports import Answer, Inbound, JobKind
from handlers.traces import TraceBook
from tests.fault import working
from tests.fault.process import die
from tests.house import MONDAY, MovableClock

BEFORE_COMMIT, BEFORE_SHOWING = "before-commit", "before-showing"
BEFORE_REMEMBERING, BEFORE_CONFIRMING = "before-remembering", "before-confirming"
BEFORE_ERASING = "before-erasing"
POINTS = (BEFORE_COMMIT, BEFORE_SHOWING, BEFORE_REMEMBERING, BEFORE_CONFIRMING)


def arm(house: House, payload: str, point: str) -> None:
    """Have the process die at this point of the turn of this press."""
    take: Callable[[Inbound], Awaitable[Answer]] = house.front.take

    async def armed(inbound: Inbound) -> Answer:
        meant = (inbound.payload or "").startswith(payload)
        if meant and point == BEFORE_COMMIT:
            event.listen(sa.Engine, "commit", lambda _: die())
        answer = await take(inbound)
        if meant and point == BEFORE_SHOWING:
            die()
        if meant and point in _WHERE:
            _die_at(*_WHERE[point])
        return answer

    house.front.take = armed  # type: ignore[method-assign]  # the seam between commit and channel


_WHERE: dict[str, tuple[type[Any], str]] = {
    BEFORE_REMEMBERING: (TraceBook, "remember"),
    BEFORE_CONFIRMING: (Receiver, "_finished"),
    BEFORE_ERASING: (Screen, "_erase"),
}


def _die_at(room: type[Any], name: str) -> None:
    setattr(room, name, lambda *_, **__: die())


async def main(folder: Path, port: int, api: str, dies_at: tuple[str, str] | None) -> None:
    """Serve until told to stop, or until death."""
    settings = Settings(data_dir=folder, port=port, telegram_api=api)
    policy = replace(read_policy(settings), pings_immediate=True)
    house = await build(settings, MovableClock(MONDAY + timedelta(days=1)), policy)
    if dies_at is not None and dies_at[0].startswith("/"):
        arm(house, *dies_at)
    elif dies_at is not None:
        working.arm(JobKind(dies_at[0]), dies_at[1])
    await serve(house, read_secrets(settings))
    await house.close()


if __name__ == "__main__":
    place, at, address, *when = sys.argv[1:]
    asyncio.run(main(Path(place), int(at), address, (when[0], when[1]) if when else None))
