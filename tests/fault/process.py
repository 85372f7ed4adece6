"""A process that takes deliveries as a channel does: take, show, confirm; and dies where it is told to.

Run as `python -m tests.fault.process FOLDER [NUMBER POINT]`. In FOLDER: `house` (data), `deliveries` (one a
line), `shown` (what stands on the person's screen) and `confirmed` (how many the peer will not bring again).
"""

import asyncio
import os
import signal
import sys
from dataclasses import replace
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import event

from bot.settings import Settings
from bot.wiring import House, build, read_policy
from dialogues.private import Private
from handlers.ports import Channel, Inbound
from handlers.seen import YES
from tests.house import MovableClock

BEFORE_COMMIT, BEFORE_SHOWING, BEFORE_CONFIRMING = "before-commit", "before-showing", "before-confirming"
POINTS = (BEFORE_COMMIT, BEFORE_SHOWING, BEFORE_CONFIRMING)
ACCOUNT = "7130088001"
TYPED = "typed:"


def die() -> None:
    """As kill -9: nothing is closed, flushed or rolled back."""
    os.kill(os.getpid(), signal.SIGKILL)


def inbound(number: int, line: str, folder: Path) -> Inbound:
    """The delivery of one line: a payload, or words after `typed:`; a yes is the one that was shown last."""
    yes = folder / "yes"
    line = yes.read_text("utf-8") if line == YES and yes.exists() else line
    text = Private(line.removeprefix(TYPED)) if line.startswith(TYPED) else None
    payload = None if text is not None else line
    return Inbound(Channel.TELEGRAM, f"update-{number}", Private(ACCOUNT), text, payload, language="nl")


async def receive(house: House, folder: Path, dies_at: tuple[int, str] | None) -> None:
    """Everything that was not confirmed yet, in order."""
    lines = (folder / "deliveries").read_text("utf-8").splitlines()
    confirmed = folder / "confirmed"
    done = int(confirmed.read_text()) if confirmed.exists() else 0
    for number in range(done, len(lines)):
        point = dies_at[1] if dies_at and dies_at[0] == number else None
        if point == BEFORE_COMMIT:
            event.listen(sa.Engine, "commit", lambda _: die())
        answer = await house.front.take(inbound(number, lines[number], folder))
        if point == BEFORE_SHOWING:
            die()
        with (folder / "shown").open("a", encoding="utf-8") as screen:
            screen.writelines(f"{number}\t{m.text.reveal()!r}\n" for m in answer.messages)
        for button in (each for message in answer.messages for each in message.buttons):
            if button.payload.startswith(YES):
                (folder / "yes").write_text(button.payload, "utf-8")
        if point == BEFORE_CONFIRMING:
            die()
        confirmed.write_text(str(number + 1))


async def main(folder: Path, dies_at: tuple[int, str] | None) -> None:
    """Open the house and take what waits."""
    settings = Settings(data_dir=folder / "house")
    # At once, so that what is committed with a turn reaches the durable queue too.
    policy = replace(read_policy(settings), pings_immediate=True)
    house = await build(settings, MovableClock(), policy)
    await receive(house, folder, dies_at)
    await house.close()


if __name__ == "__main__":
    place, *when = sys.argv[1:]
    asyncio.run(main(Path(place), (int(when[0]), when[1]) if when else None))
