"""Long polling of our own: take, commit, send, and only then the offset that confirms."""

import asyncio
from collections import deque
from contextlib import suppress

import structlog
from prometheus_client import CollectorRegistry, Counter
from telegram.error import BadRequest, Conflict, RetryAfter, TelegramError

from bot.telegram.channel import Pause, TelegramChannel, Undelivered
from bot.telegram.client import TelegramBot
from bot.telegram.intake import ALLOWED_UPDATES, Came, Elsewhere, Intake
from handlers.domain.errors import Locked
from handlers.turn import TurnFailed

log = structlog.get_logger(__name__)

POLL_SECONDS = 25
WORKERS = 16
ROUND = 1.0  # seconds that a poll waits at most for what is being handled
GIVE_UP = 3  # times that an error of ours may hit one update before its sender is told
LONGEST_PAUSE = 60.0


class Counts:
    """What the metrics know of Telegram: how often, never who or what."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self.taken = Counter("openoor_telegram_updates", "Updates that were seen through", registry=registry)
        self.failed = Counter("openoor_telegram_failures", "Failed tries of an update", registry=registry)
        self.given_up = Counter("openoor_telegram_given_up", "Updates that were given up", registry=registry)
        self.away = Counter("openoor_telegram_away", "Polls that Telegram did not answer", registry=registry)


class Receiver:
    """Polls, and hands updates to workers: one chat in order, chats beside each other.

    An update counts as open until its answer stands on the screen. The offset never passes an open one,
    so a killed process gets it again; one chat that hangs does not hold up the others.
    """

    def __init__(
        self,
        bot: TelegramBot,
        intake: Intake,
        channel: TelegramChannel,
        counts: Counts,
        pause: Pause = asyncio.sleep,
    ) -> None:
        self._bot, self._intake, self._channel = bot, intake, channel
        self._counts, self._pause = counts, pause
        self._offset = 0
        self._open: set[int] = set()
        self._done: set[int] = set()
        self._lanes: dict[bytes, deque[Came | Elsewhere]] = {}
        self._ready: asyncio.Queue[bytes] = asyncio.Queue()
        self._idle = asyncio.Event()

    async def run(self) -> None:
        """Receive until cancelled."""
        await asyncio.gather(self._poll(), *(self._work() for _ in range(WORKERS)))

    async def confirm(self) -> None:
        """Tell Telegram what was seen through, before the process ends; else it comes again."""
        if self._next_offset() > self._offset:
            with suppress(TelegramError):
                await self._bot.get_updates(offset=self._next_offset(), limit=1, timeout=0)

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
                updates = await self._bot.get_updates(
                    offset=self._offset, timeout=POLL_SECONDS, allowed_updates=ALLOWED_UPDATES
                )
            except TelegramError as error:
                self._counts.away.inc()
                misses += 1
                log.warning("no updates", error=type(error).__name__, attempt=misses)
                await self._pause(_pause_after(error, misses))
                continue
            misses = 0
            for update in sorted(updates, key=lambda update: update.update_id):
                if update.update_id not in self._open | self._done:
                    self._accept(update.update_id, self._intake.read(update))

    def _next_offset(self) -> int:
        """The lowest open update, or one past everything that is done."""
        return min(self._open, default=max(self._done, default=self._offset - 1) + 1)

    def _accept(self, update_id: int, came: Came | Elsewhere | None) -> None:
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


async def see_through(channel: TelegramChannel, came: Came | Elsewhere, counts: Counts, pause: Pause) -> None:
    """Handle an update until it is done. A locked database and a Telegram that is away are waited for.

    An error of our own may pass: it is tried GIVE_UP times; then the sender is asked to send it again.
    """
    tries = broken = 0
    while True:
        tries += 1
        try:
            await channel.handle(came)
        except (Locked, TurnFailed, Undelivered) as error:
            wait = _pause_after(error, tries)
        except Exception as error:  # noqa: BLE001  # one broken update must not stop everybody's receiving
            broken += 1
            log.error("update failed", error=type(error).__name__, attempt=broken)
            wait = _pause_after(error, tries)
        else:
            counts.taken.inc()
            return
        counts.failed.inc()
        if broken >= GIVE_UP:
            counts.given_up.inc()
            with suppress(BadRequest, Undelivered):
                await channel.apologise(came)
            return
        await pause(wait)


def _pause_after(error: Exception, tries: int) -> float:
    if isinstance(error, Undelivered):
        return error.seconds
    if isinstance(error, RetryAfter):
        return float(error._retry_after.total_seconds())
    if isinstance(error, Conflict):
        return 5.0
    return min(0.1 * 2.0 ** min(tries, 20), LONGEST_PAUSE)
