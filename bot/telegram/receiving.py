"""Long polling of our own: take, commit, send, and only then the offset that confirms."""

import asyncio
from collections import deque
from collections.abc import Mapping
from contextlib import suppress

import structlog
from telegram.error import Conflict, InvalidToken, TelegramError

from bot.telegram.channel import Pause, TelegramChannel
from bot.telegram.client import TelegramBot
from bot.telegram.intake import ALLOWED_UPDATES, Event
from bot.telegram.reading import Counts, Reader, numbered
from bot.telegram.trying import pause_after, see_through

log = structlog.get_logger(__name__)

POLL_SECONDS = 25
WORKERS = 16
ROUND = 1.0  # seconds that a poll waits at most for what is being handled


class Receiver:
    """Polls, and hands updates to workers: one chat in order, chats beside each other.

    An update counts as open until its answer stands on the screen. The offset never passes an open one,
    so a killed process gets it again; one chat that hangs does not hold up the others.
    """

    def __init__(
        self,
        bot: TelegramBot,
        reader: Reader,
        channel: TelegramChannel,
        counts: Counts,
        pause: Pause = asyncio.sleep,
    ) -> None:
        self._bot, self._reader, self._channel = bot, reader, channel
        self._counts, self._pause = counts, pause
        self._offset = 0
        self._open: set[int] = set()
        self._done: set[int] = set()
        self._lanes: dict[bytes, deque[Event]] = {}
        self._ready: asyncio.Queue[bytes] = asyncio.Queue()
        self._idle = asyncio.Event()

    async def run(self) -> None:
        """Receive until cancelled. May be called again when it broke: what was open then comes again."""
        self._offset = self._next_offset()
        self._open.clear()
        self._lanes.clear()
        self._ready, self._idle = asyncio.Queue(), asyncio.Event()
        async with asyncio.TaskGroup() as group:
            group.create_task(self._poll())
            for _ in range(WORKERS):
                group.create_task(self._work())

    async def confirm(self) -> None:
        """Tell Telegram what was seen through, before the process ends; else it comes again."""
        if self._next_offset() > self._offset:
            with suppress(TelegramError):
                await self._bot.raw_updates(self._next_offset(), 0, limit=1)

    async def _poll(self) -> None:
        misses = 0
        while True:
            if self._open:
                with suppress(TimeoutError):
                    async with asyncio.timeout(ROUND):
                        await self._idle.wait()
            self._offset = self._next_offset()
            self._done = {update for update in self._done if update >= self._offset}
            try:
                updates = await self._fetch()
            except TelegramError as error:
                self._counts.away.inc()
                misses += 1
                _tell(error, misses)
                await self._pause(pause_after(error, misses))
                continue
            misses = 0
            for number in sorted(updates):
                if number not in self._open | self._done:
                    self._accept(number, self._reader.read(number, updates[number]))

    async def _fetch(self) -> dict[int, Mapping[str, object]]:
        """What waits, by number. Raises TelegramError also when nothing of it can ever be confirmed."""
        found = await self._bot.raw_updates(self._offset, POLL_SECONDS, ALLOWED_UPDATES)
        updates = dict(update for raw in found if (update := numbered(raw)) is not None)
        if found and not updates:
            raise TelegramError("Telegram sends something without a number")
        return updates

    def _next_offset(self) -> int:
        """The lowest open update, or one past everything that is done."""
        return min(self._open, default=max(self._done, default=self._offset - 1) + 1)

    def _accept(self, update_id: int, came: Event | None) -> None:
        if came is None:
            self._done.add(update_id)
            return
        self._open.add(update_id)
        self._idle.clear()
        lane = self._lanes.get(came.lane)
        if lane is None:
            self._lanes[came.lane] = deque([came])
            self._ready.put_nowait(came.lane)
        else:
            lane.append(came)

    async def _work(self) -> None:
        while True:
            key = await self._ready.get()
            lane = self._lanes[key]
            await see_through(self._channel, lane[0], self._counts, self._pause)
            self._finished(lane.popleft().update)
            if lane:
                self._ready.put_nowait(key)
            else:
                del self._lanes[key]

    def _finished(self, update_id: int) -> None:
        self._open.discard(update_id)
        self._done.add(update_id)
        if not self._open:
            self._idle.set()


def _tell(error: TelegramError, misses: int) -> None:
    """Tell the operator, with what there is to do when it is more than waiting."""
    name = type(error).__name__
    if isinstance(error, InvalidToken):
        log.error("Telegram refuses the token: ask @BotFather for one, then restart", error=name)
    elif isinstance(error, Conflict):
        log.error("another program receives with this token: stop it, or ask for a new token", error=name)
    else:
        log.warning("no updates", error=name, attempt=misses)
