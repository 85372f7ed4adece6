"""Open Oor as it is served, with a mail server, just before a fixed moment; dies by its own hand.

Run as `python -m tests.fault.pinging FOLDER PORT MAILPORT [POINT]`.
"""

import asyncio
import math
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path

from bot.pings.mail import MailCourier
from bot.server import serve
from bot.settings import Settings, read_secrets
from bot.wiring import build
from dialogues.private import Private
from handlers import rounds
from handlers.notices import gather
from handlers.ports import Outcome, Ping, Work
from tests.fault.process import die
from tests.house import MONDAY

IN_THE_ROUND, BEFORE_CARRYING, AFTER_CARRYING = "in-the-round", "before-carrying", "after-carrying"
SENDER = "no-reply@korenbloem.example"
CLOSE = MONDAY.replace(hour=11, minute=59, second=58)
"""Two seconds before 13:00 in the Netherlands."""


class RunningClock:
    """Stands still until it is told to go."""

    def __init__(self, begin: datetime) -> None:
        self._begin, self._at = begin, math.inf

    def go(self) -> None:
        """From now on time passes."""
        self._at = time.monotonic()

    def now(self) -> datetime:
        """Now, aware, UTC."""
        return self._begin + timedelta(seconds=max(0.0, time.monotonic() - self._at))


def arm(point: str) -> None:
    """Have the process die at this point."""
    carry = MailCourier.carry

    async def armed(self: MailCourier, address: Private, ping: Ping) -> Outcome:
        if point == AFTER_CARRYING:
            await carry(self, address, ping)
        die()
        raise AssertionError

    def round_(work: Work) -> None:
        gather(work)
        die()

    if point == IN_THE_ROUND:
        rounds.gather = round_  # type: ignore[attr-defined]  # as the round sees it
    else:
        MailCourier.carry = armed  # type: ignore[method-assign]  # the seam between mail server and commit


async def main(folder: Path, port: int, mail_port: int, point: str | None) -> None:
    """Serve until told to stop, or until death."""
    settings = Settings(
        data_dir=folder,
        port=port,
        mail_host="127.0.0.1",
        mail_port=mail_port,
        mail_security="none",
        mail_from=SENDER,
    )
    clock = RunningClock(CLOSE)
    house = await build(settings, clock)
    if point is not None:
        arm(point)
    clock.go()
    await serve(house, read_secrets(settings))
    await house.close()


if __name__ == "__main__":
    place, at, mail, *when = sys.argv[1:]
    asyncio.run(main(Path(place), int(at), int(mail), when[0] if when else None))
