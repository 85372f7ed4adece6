"""A fake Telegram for each test, and the real channel in front of a house or of a scripted front door."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from prometheus_client import CollectorRegistry
from pydantic import SecretStr
from starlette.types import ASGIApp
from telegram import Bot
from telegram.request import HTTPXRequest

from bot.authenticator import WebAuthn
from bot.places import DEMO, DIALOGUES
from bot.policy_file import load_policy
from bot.telegram import Hook, Rooms, Telegram, open_telegram
from dialogues.loader import load
from dialogues.private import Private
from handlers.desk import DeskRoom
from handlers.ports import Answer, Inbound, OutButton, Outgoing
from handlers.voice import Voice
from storage.keys import Keys
from storage.store import SqlStore, open_store
from tests.fakes.telegram import FakeTelegram
from tests.patience import PATIENCE


@pytest.fixture(autouse=True)
def _durations_as_timedelta(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # without it the library warns, and warnings are errors


@pytest.fixture
async def fake() -> AsyncIterator[FakeTelegram]:
    async with await FakeTelegram.start() as running:
        yield running


def client(fake: FakeTelegram, token: str | None = None) -> Bot:
    """python-telegram-bot's Bot, that talks to the fake and to no proxy of this machine."""
    return Bot(
        token or fake.token,
        base_url=fake.base_url,
        request=_patient(),
        get_updates_request=_patient(),
    )


def _patient() -> HTTPXRequest:
    return HTTPXRequest(
        connect_timeout=PATIENCE,
        read_timeout=PATIENCE,
        write_timeout=PATIENCE,
        pool_timeout=PATIENCE,
        httpx_kwargs={"trust_env": False},
    )


@pytest.fixture
async def bot(fake: FakeTelegram) -> AsyncIterator[Bot]:
    async with client(fake) as running:
        yield running


@asynccontextmanager
async def served(app: ASGIApp) -> AsyncIterator[str]:
    """The app on a port of this machine; gives its address."""
    ready = asyncio.Event()

    class Started(uvicorn.Server):
        async def startup(self, sockets: Any = None) -> None:
            await super().startup(sockets)
            ready.set()

    server = Started(uvicorn.Config(app, port=0, log_config=None, lifespan="off"))
    running = asyncio.create_task(server._serve())  # serve() would take the signals of the test run
    await ready.wait()
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    await running


def says(
    text: str,
    *choices: tuple[str, str],
    always: bool = False,
    protect: bool = False,
    fleeting: bool = False,
) -> Outgoing:
    """A message with choices (title, payload)."""
    buttons = tuple(OutButton(Private(title), payload) for title, payload in choices)
    return Outgoing(Private(text), buttons, always=always, protect=protect, fleeting=fleeting)


@dataclass
class Script:
    """A front door that answers as a test says, and knows a delivery that comes again."""

    answer: Callable[[Inbound], Answer] = lambda _: Answer((says("Goed", always=True),), "nl")
    heard: list[Inbound] = field(default_factory=list)
    failing: list[Exception] = field(default_factory=list)
    photos: dict[str, bytes] = field(default_factory=dict)

    async def take(self, inbound: Inbound) -> Answer:
        """Stands in for Front.take."""
        self.heard.append(inbound)
        if self.failing:
            raise self.failing.pop(0)
        return self.answer(inbound)

    async def photo_of(self, which: str) -> bytes | None:
        """Stands in for the photos that are published."""
        return self.photos.get(which)

    @property
    def words(self) -> list[str | None]:
        """What was typed, delivery by delivery."""
        return [inbound.text.reveal() if inbound.text else None for inbound in self.heard]


@pytest.fixture
def script() -> Script:
    return Script()


@pytest.fixture(scope="session")
def voice() -> Voice:
    return Voice(load(DIALOGUES), load_policy(DEMO / "policy.yml"))


@pytest.fixture
async def store(fake: FakeTelegram, tmp_path: Path) -> AsyncIterator[SqlStore]:
    keys = Keys.open(tmp_path / "keys", fake.clock)
    opened = await open_store(f"sqlite:///{tmp_path / 'oor.sqlite'}", keys, fake.clock)
    yield opened
    await opened.close()


@dataclass
class Pauses:
    """Waits on the fake's clock instead of the wall's."""

    fake: FakeTelegram
    asked: list[float] = field(default_factory=list)

    async def __call__(self, seconds: float) -> None:
        until = self.fake.clock.now() + timedelta(seconds=seconds)
        self.asked.append(seconds)
        self.fake.world.bell.ring()
        await self.fake.world.bell.until(lambda: self.fake.clock.now() >= until)

    async def until_asked(self, seconds: float) -> None:
        """Wait until somebody waits this long."""
        await self.fake.until(lambda: seconds in self.asked)


@pytest.fixture
def pauses(fake: FakeTelegram) -> Pauses:
    return Pauses(fake)


@pytest.fixture
def rooms(script: Script, store: SqlStore, voice: Voice, fake: FakeTelegram, pauses: Pauses) -> Rooms:
    return Rooms(
        take=script.take,
        photo_of=script.photo_of,
        store=store,
        keyring=store.keys,
        desk=DeskRoom.of(store, store.keys, fake.clock, load_policy(DEMO / "policy.yml"), WebAuthn(None)),
        voice=voice,
        clock=fake.clock,
        languages=("nl", "en"),
        code_words=(),
        registry=CollectorRegistry(),
        pause=pauses,
    )


def question(_: Inbound) -> Answer:
    """Thanks, and a question with one choice."""
    return Answer((says("Dank je"), says("Kies", ("Ja", "/SetSlots(a=yes)"), always=True)), "nl")


async def opened(rooms: Rooms, fake: FakeTelegram, hook: Hook | None = None) -> Telegram:
    """The channel, connected to the fake."""
    token = SecretStr(fake.token)
    return await open_telegram(rooms, token=token, api=fake.base_url, hook=hook, messages_a_second=10_000)


@asynccontextmanager
async def receiving(rooms: Rooms, fake: FakeTelegram, *, killed: bool = False) -> AsyncIterator[Telegram]:
    """The channel while it polls; `killed`: it ends without a chance to tidy up or confirm."""
    process = replace(rooms, registry=CollectorRegistry()) if killed else rooms
    telegram = await opened(process, fake)
    running = asyncio.create_task(telegram.run())
    try:
        yield telegram
    finally:
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running
        await (telegram._bot.shutdown() if killed else telegram.close())


@pytest.fixture
async def telegram(rooms: Rooms, fake: FakeTelegram) -> AsyncIterator[Telegram]:
    async with receiving(rooms, fake) as running:
        yield running
