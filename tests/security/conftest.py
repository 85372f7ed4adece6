"""A house of one's own for every attack, and browsers to attack it with."""

from collections.abc import AsyncIterator

import pytest

from bot.server import app
from bot.wiring import House
from tests.handlers.fixtures import clock, employee, furnished, house, reading
from tests.web.visitor import Visitor, visitor

__all__ = ["clock", "employee", "furnished", "house", "reading"]


@pytest.fixture
async def victim(house: House) -> AsyncIterator[Visitor]:
    async with visitor(app(house)) as one:
        yield one


@pytest.fixture
async def attacker(house: House) -> AsyncIterator[Visitor]:
    async with visitor(app(house)) as one:
        yield one
