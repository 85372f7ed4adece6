"""A persisted, sealed turn behind python-telegram-bot, beside the same dialogue on ConversationHandler.

    python -m benchmarks.turn                                 SQLite, 1,000 stored conversations
    python -m benchmarks.turn --stored 1000 --stored 1000000  and whether a turn gets slower by what is stored
    python -m benchmarks.turn --database postgresql+psycopg:///openoor_bench   the same on PostgreSQL

Both sides take the same updates and send the same number of messages; the network is a stub that answers
at once. Ours commits every turn (synchronous=FULL, sealed, deduplicated); the peer keeps its state in
PicklePersistence and flushes it every turn, as it must to survive a crash. Each side runs in a process of
its own; figures are compared within one run only.
"""

import argparse
import asyncio
import json
import logging
import os
import resource
import secrets
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from typing import Any

from telegram import Update

PRESSES = (
    *("in_danger=safe", "need=someone", "for_whom=self", "kind=bullying"),
    *("about=colleague", "pick=any", "push=no"),
)
PLAIN = 1 + len(PRESSES)
"""Turns of one person that enqueue nothing: /start and the presses up to the preview."""

Take = Callable[[dict[str, Any]], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Figures:
    """Milliseconds a turn, turns a second, and the process's largest size in MiB."""

    turns: int
    per_second: float
    p50: float
    p99: float
    memory: float


def measured(seconds: list[float]) -> Figures:
    """The figures of these turns and of this process."""
    ordered = sorted(seconds)
    size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    p99 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]
    return Figures(
        len(ordered), len(ordered) / sum(ordered), statistics.median(ordered) * 1000, p99 * 1000, size
    )


class Updates:
    """Updates as Telegram sends them; person n writes in a chat of their own."""

    def __init__(self) -> None:
        self._update, self._message = 0, 0

    def command(self, person: int) -> dict[str, Any]:
        """/start"""
        return self._wrapped("message", {**self._said(person), "text": "/start", "entities": [_COMMAND]})

    def press(self, person: int, data: str) -> dict[str, Any]:
        """A pressed button under the bot's last message."""
        query = {
            "id": str(self._update),
            "from": _user(person),
            "chat_instance": "1",
            "data": data,
            "message": self._said(person),
        }
        return self._wrapped("callback_query", query)

    def _said(self, person: int) -> dict[str, Any]:
        self._message += 1
        chat = {"id": person, "type": "private"}
        return {"message_id": self._message, "date": _NOW, "chat": chat, "from": _user(person)}

    def _wrapped(self, kind: str, content: dict[str, Any]) -> dict[str, Any]:
        self._update += 1
        return {"update_id": self._update, kind: content}


_NOW = int(datetime.now(UTC).timestamp())
_COMMAND = {"type": "bot_command", "offset": 0, "length": 6}


def _user(person: int) -> dict[str, Any]:
    return {"id": person, "is_bot": False, "first_name": "A", "language_code": "nl"}


def turns(updates: Updates, people: range) -> Iterator[dict[str, Any]]:
    """Every person from /start to the preview."""
    for person in people:
        yield updates.command(person)
        for choice in PRESSES:
            yield updates.press(person, f"/SetSlots({choice})")


async def timed(take: Take, updates: Iterator[dict[str, Any]]) -> list[float]:
    """Seconds of each turn, one after the other."""
    taken = []
    for update in updates:
        began = perf_counter()
        await take(update)
        taken.append(perf_counter() - began)
    return taken


async def ours(folder: Path, database: str, stored: int, people: int) -> dict[str, Figures]:
    """Open Oor: update -> intake -> turn -> commit -> answer."""
    from benchmarks.peers import NoNetwork, fill, stubbed_channel
    from bot.demo_house import furnish
    from bot.settings import Settings
    from bot.wiring import build
    from tests.house import MovableClock

    house = await build(Settings(data_dir=folder, database_url=database), MovableClock(datetime.now(UTC)))
    await furnish(house)
    fill(house.store.url, stored)
    network = NoNetwork()
    bot, intake, channel = stubbed_channel(house, network)
    await bot.initialize()

    async def take(update: dict[str, Any]) -> None:
        came = intake.read(Update.de_json(update, bot))
        if came is None:
            raise RuntimeError("the update was not understood")
        await channel.handle(came)

    updates = Updates()
    await timed(take, turns(updates, range(1, 60)))
    first = 10_000_000
    plain = await timed(take, turns(updates, range(first, first + people)))
    sends = (updates.press(person, network.yes[person]) for person in range(first, first + people))
    sent = await timed(take, sends)
    await house.close()
    return {"plain": measured(plain), "enqueues": measured(sent)}


async def peer(folder: Path, stored: int, people: int) -> dict[str, Figures]:
    """A bare ConversationHandler with the same questions, flushed every turn."""
    from benchmarks.peers import conversation_handler, fill_peer

    application = conversation_handler(folder / "peer.pickle")
    await application.initialize()
    await fill_peer(application, stored)

    async def take(update: dict[str, Any]) -> None:
        await application.process_update(Update.de_json(update, application.bot))
        await application.update_persistence()

    updates = Updates()
    await timed(take, turns(updates, range(1, 4)))
    first = 10_000_000
    plain = await timed(take, turns(updates, range(first, first + people)))
    return {"plain": measured(plain)}


def child(arguments: argparse.Namespace) -> None:
    """One side, in this process; its figures as one JSON line."""
    logging.disable(logging.CRITICAL)
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    with tempfile.TemporaryDirectory(dir=arguments.folder) as name:
        folder, stored = Path(name), arguments.stored[0]
        if arguments.side == "ours":
            figures = asyncio.run(ours(folder, arguments.database, stored, arguments.people))
        else:
            figures = asyncio.run(peer(folder, stored, min(arguments.people, 40)))
    sys.stdout.write(json.dumps({name: asdict(figure) for name, figure in figures.items()}) + "\n")


def run(side: str, stored: int, arguments: argparse.Namespace) -> dict[str, Figures]:
    """One side in a process of its own, on one core."""
    command = [sys.executable, "-m", "benchmarks.turn", "--side", side, "--stored", str(stored)]
    command += ["--people", str(arguments.people), "--folder", str(arguments.folder)]
    if arguments.database:
        command += ["--database", arguments.database]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found = json.loads(done.stdout.splitlines()[-1])
    return {name: Figures(**figure) for name, figure in found.items()}


def show(name: str, figures: Figures) -> None:
    """One row."""
    print(
        f"{name:<48}{figures.per_second:>9,.0f}/s  p50 {figures.p50:>7.2f} ms"
        f"  p99 {figures.p99:>7.2f} ms  {figures.memory:>6.0f} MiB  ({figures.turns} turns)"
    )


def main() -> None:
    """Run every side and print the rows and the ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument(
        "--stored", type=int, action="append", help="conversations already there (repeatable)"
    )
    parser.add_argument("--people", type=int, default=250, help="people who talk; eight turns each")
    parser.add_argument(
        "--database", default="", help="an empty database; SQLite in a temporary folder if not given"
    )
    parser.add_argument(
        "--folder", default=tempfile.gettempdir(), help="where temporary files go; mind the disk"
    )
    parser.add_argument("--side", choices=("ours", "peer"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    arguments.stored = arguments.stored or [1_000]
    if arguments.side:
        child(arguments)
        return
    bare = run("peer", 1_000, arguments)["plain"]
    show("ConversationHandler, flushed, 1,000 stored", bare)
    first: Figures | None = None
    for stored in arguments.stored:
        found = run("ours", stored, arguments)
        plain = found["plain"]
        show(f"Open Oor, {stored:,} stored", plain)
        show(f"Open Oor, {stored:,} stored, turns that enqueue", found["enqueues"])
        print(f"  ratio to ConversationHandler: {plain.per_second / bare.per_second:.1f} times its turns")
        if first is not None:
            print(f"  ratio to the first row of ours: p50 {plain.p50 / first.p50:.2f}")
        first = first or plain


if __name__ == "__main__":
    secrets.token_bytes(1)  # seed the system's randomness outside the measured part
    main()
