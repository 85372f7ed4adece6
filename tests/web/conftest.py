"""A whole Open Oor behind its web application, without sockets."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from functools import cache
from pathlib import Path

import pytest

from bot.server import app
from bot.wiring import House
from dialogues.loader import load
from dialogues.understand import load as load_recogniser
from tests.house import MovableClock, house_in, template
from tests.web.visitor import Visitor, visitor


@pytest.fixture(scope="session", autouse=True)
def read_once() -> Iterator[None]:
    """Flows and word lists are frozen tables: one reading serves every house of this run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bot.wiring.load", cache(load))
        patch.setattr("bot.wiring.load_recogniser", cache(load_recogniser))
        yield


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo organisation as `make run` makes it, once."""
    return asyncio.run(template(tmp_path_factory.mktemp("furnished") / "data"))


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
async def house(furnished: Path, tmp_path: Path, clock: MovableClock) -> AsyncIterator[House]:
    house = await house_in(tmp_path / "data", furnished, clock)
    yield house
    await house.close()


@pytest.fixture
async def employee(house: House) -> AsyncIterator[Visitor]:
    async with visitor(app(house)) as one:
        yield one


@pytest.fixture
async def another(house: House) -> AsyncIterator[Visitor]:
    async with visitor(app(house)) as one:
        yield one
