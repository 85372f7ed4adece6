"""Every test of waiting runs on both engines."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.demo_house import furnish
from bot.settings import Settings
from bot.wiring import House, Reading, build
from tests.house import MovableClock, house_in


@pytest.fixture
async def house(
    folder: Path, furnished: Path, database_url: str, clock: MovableClock, reading: Reading
) -> AsyncIterator[House]:
    """A demo house on either engine."""
    if database_url.startswith("sqlite"):
        built = await house_in(folder / "house", furnished, clock, reading)
    else:
        settings = Settings(data_dir=folder / "house", database_url=database_url)
        built = await build(settings, clock, reading=reading)
        await furnish(built)
    yield built
    await built.close()
