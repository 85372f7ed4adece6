"""Waiting for something to happen, without sleeping."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta


class Bell:
    """Rung at every change; whoever waits then looks again whether their condition is met."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()

    def ring(self) -> None:
        """Wake everyone who waits; they look for themselves."""
        waiting, self._waiting = self._waiting, set()
        for future in waiting:
            if not future.done():
                future.set_result(None)

    async def until(self, met: Callable[[], bool]) -> None:
        """Return as soon as `met()` is true; looked at now and after every ring."""
        while not met():
            future = asyncio.get_running_loop().create_future()
            self._waiting.add(future)
            try:
                await future
            finally:
                self._waiting.discard(future)


class MovableClock:
    """Telegram's clock: it stands still until it is moved; aware UTC."""

    def __init__(self, bell: Bell, now: datetime = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)) -> None:
        self._bell, self._now = bell, now

    def now(self) -> datetime:
        """The moment it is at Telegram."""
        return self._now

    def forward(self, by: timedelta) -> None:
        """Move time; webhook retries that have become due go out."""
        if by < timedelta(0):
            raise ValueError("time moves forward only")
        self._now += by
        self._bell.ring()
