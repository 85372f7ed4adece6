"""A house of one's own for every attack, and browsers to attack it with."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest
import uvicorn

from bot.server import app, listening
from bot.settings import Settings
from bot.wiring import House
from tests.handlers.fixtures import clock, employee, furnished, house, reading
from tests.web.rooms import pages_of, rooms_of
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


@pytest.fixture
async def port(house: House) -> AsyncIterator[int]:
    """The real pages behind the real server settings."""
    ready = asyncio.Event()

    class Started(uvicorn.Server):
        async def startup(self, sockets: Any = None) -> None:
            await super().startup(sockets)
            ready.set()

    # Everywhere and without a name of its own: it answers any name, so that each attack reaches the pages.
    pages = pages_of(replace(rooms_of(house), demo=False, base_url="http://0.0.0.0"))
    server = Started(listening(pages, Settings(port=0)))
    running = asyncio.create_task(server._serve())  # serve() would take the signals of the test run
    await ready.wait()
    yield int(server.servers[0].sockets[0].getsockname()[1])
    server.should_exit = True
    await running
