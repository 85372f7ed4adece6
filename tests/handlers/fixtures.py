"""A house for every test, copied from one that was furnished once."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from bot.demo_house import furnish
from bot.settings import Settings
from bot.wiring import House, Reading, build, read_dialogues
from handlers.domain.codes import WordList
from tests.house import Employee, MovableClock, house_in, template


@pytest.fixture(scope="session")
def reading() -> Reading:
    """The dialogues, read once; codes come from made-up words, so that no plain word is one of a code."""
    first, second, third = "bdfghjklmnprstvz", "aeiou", "bdgklmnprstvwxyz"
    made_up = ["".join(each) for each in product(first, second, third, "ao")][:2048]
    return replace(read_dialogues(), lists={"nl": WordList(tuple(made_up)), "en": WordList(tuple(made_up))})


@pytest.fixture(scope="session")
def furnished(quick_folder: Path, reading: Reading) -> Path:
    """The folder of a demo house; making its keys is slow on purpose."""
    return asyncio.run(template(quick_folder / "furnished", reading))


@pytest.fixture
def clock() -> MovableClock:
    """A Monday morning in November."""
    return MovableClock()


@pytest.fixture
async def house(folder: Path, furnished: Path, clock: MovableClock, reading: Reading) -> AsyncIterator[House]:
    """A demo house of this test alone."""
    built = await house_in(folder / "house", furnished, clock, reading)
    yield built
    await built.close()


@pytest.fixture
async def either_house(
    folder: Path, database_url: str, clock: MovableClock, reading: Reading
) -> AsyncIterator[House]:
    """A demo house on either engine; a file that takes it as its `house` runs on both."""
    settings = Settings(data_dir=folder / "house", database_url=database_url)
    built = await build(settings, clock, reading=reading)
    await furnish(built)
    yield built
    await built.close()


@pytest.fixture
def employee(house: House) -> Employee:
    """Somebody on Telegram."""
    return Employee(house)
