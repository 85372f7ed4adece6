"""Two processes of one organisation as houses: one PostgreSQL, one folder of keys, one clock."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.demo_house import furnish
from bot.settings import Settings
from bot.wiring import House, Reading, build
from tests.fakes.telegram import FakeTelegram
from tests.handlers.fixtures import clock, reading
from tests.house import MovableClock

__all__ = ["clock", "reading"]


@dataclass(frozen=True, slots=True)
class Pair:
    """The first replica and the second."""

    first: House
    second: House


def settings_of(folder: Path, url: str, replica: str) -> Settings:
    """Of one replica: what it keeps for itself, and what it shares."""
    return Settings(
        data_dir=folder / replica, keys_dir=folder / "keys", database_url=url, replica=replica, port=0
    )


def somebody_waits(engine: sa.Engine) -> bool:
    """Whether a process waits for another one's lock on this server."""
    waiting = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
    with engine.connect() as connection:
        return bool(connection.execute(sa.text(waiting)).scalar())


@pytest.fixture
async def fake(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[FakeTelegram]:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # without it the library warns, and warnings are errors
    async with await FakeTelegram.start() as running:
        yield running


@pytest.fixture
async def pair(
    folder: Path, postgresql_url: str, clock: MovableClock, reading: Reading
) -> AsyncIterator[Pair]:
    """The demo organisation on two replicas."""
    first, second = [
        await build(settings_of(folder, postgresql_url, name), clock, reading=reading)
        for name in ("one", "two")
    ]
    await furnish(first)
    yield Pair(first, second)
    await second.close()
    await first.close()
