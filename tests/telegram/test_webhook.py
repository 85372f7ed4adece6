"""The webhook route: only with the secret, and 200 only when the answer stands on the screen."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import timedelta

import httpx
import pytest
from pydantic import SecretStr
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.telegram import Hook, Rooms, Telegram
from bot.telegram.webhook import HEADER
from handlers.domain.errors import Locked, StorageError
from tests.fakes.telegram import WEBHOOK, Cut, FakeTelegram, Flood
from tests.telegram.conftest import Pauses, Script, opened, served

pytestmark = pytest.mark.sockets

SECRET = "only-between-telegram-and-us"


@asynccontextmanager
async def delivered(
    rooms: Rooms, fake: FakeTelegram, app: Callable[[Telegram], ASGIApp]
) -> AsyncIterator[str]:
    """The channel behind a server that Telegram posts to; gives the address."""

    async def whole(scope: Scope, receive: Receive, send: Send) -> None:
        await app(telegram)(scope, receive, send)

    async with served(whole) as address:
        url = f"{address}/telegram"
        telegram = await opened(rooms, fake, hook=Hook(url, SecretStr(SECRET)))
        running = asyncio.create_task(telegram.run())
        yield url
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running
        await telegram.close()


def one_route(telegram: Telegram) -> ASGIApp:
    assert telegram.webhook is not None
    return Starlette(routes=[Route("/telegram", telegram.webhook)])


@pytest.fixture
async def url(rooms: Rooms, fake: FakeTelegram) -> AsyncIterator[str]:
    async with delivered(rooms, fake, one_route) as address:
        yield address


async def post(url: str, body: bytes, secret: str | None) -> int:
    headers = {HEADER.encode(): secret.encode()} if secret is not None else {}
    async with httpx.AsyncClient(trust_env=False) as http:
        return (await http.post(url, content=body, headers=headers)).status_code


async def test_an_update_is_taken_and_answered(url: str, fake: FakeTelegram, script: Script) -> None:
    robin = fake.person()
    await robin.says("Hallo")
    await fake.settled()
    assert script.words == ["Hallo"]
    assert len(robin.answers) == 1


@pytest.mark.parametrize("secret", [None, "", "only-between-telegram-and-u", "é"])
async def test_without_the_secret_nothing_stands_here(url: str, script: Script, secret: str | None) -> None:
    assert await post(url, b'{"update_id": 1}', secret) == 404
    assert not script.heard


@pytest.mark.parametrize("body", [b"", b"no json", b"[]", b"{}", b'{"update_id": "1"}', b"\xff"])
async def test_what_is_no_update_is_refused(url: str, script: Script, body: bytes) -> None:
    assert await post(url, body, SECRET) == 400
    assert not script.heard


async def test_an_update_that_cannot_be_read_is_confirmed_so_that_it_comes_no_more(
    url: str, script: Script
) -> None:
    assert await post(url, b'{"update_id": 1, "message": 3}', SECRET) == 200
    assert not script.heard


async def test_a_database_out_of_order_brings_the_update_again_and_again(
    url: str, fake: FakeTelegram, script: Script
) -> None:
    script.failing = [StorageError("the disk is full")] * 5
    robin = fake.person()
    await robin.says("Hallo")
    for tried in range(1, 6):
        await fake.until(lambda tried=tried: fake.webhook.failures == tried and not fake.webhook.delivers)  # type: ignore[misc]  # bound early
        fake.clock.forward(timedelta(minutes=1))
    await fake.settled()
    assert len(script.heard) == 6
    assert [shown.text for shown in robin.answers] == ["Goed"]


async def test_an_apology_that_meets_a_flood_comes_with_the_next_delivery(
    url: str, fake: FakeTelegram, script: Script
) -> None:
    script.failing = [RuntimeError("broken")] * 4
    robin = fake.person()
    await robin.says("Hallo")
    for tried in (1, 2, 3):
        if tried == 3:
            fake.faults.next("sendMessage", Flood(100))
        await fake.until(lambda tried=tried: fake.webhook.failures == tried and not fake.webhook.delivers)  # type: ignore[misc]  # bound early
        fake.clock.forward(timedelta(minutes=1))
    await fake.settled()
    assert ["112" in (shown.text or "") for shown in robin.answers] == [True]


async def test_a_body_without_end_is_refused(url: str, script: Script) -> None:
    update = b'{"update_id": 1, "later": "%s"}'
    assert await post(url, update % (b"x" * 1_000), SECRET) == 200
    assert await post(url, update % (b"x" * 300_000), SECRET) == 400


async def test_an_update_that_asks_for_nothing_is_confirmed(url: str, fake: FakeTelegram) -> None:
    robin = fake.person()
    await robin.says("Hallo")
    await robin.blocks()
    await fake.settled()


async def test_a_locked_database_brings_the_update_again(
    url: str, fake: FakeTelegram, script: Script
) -> None:
    script.failing = [Locked("busy")]
    robin = fake.person()
    await robin.says("Hallo")
    await fake.until(lambda: fake.webhook.failures == 1 and not fake.webhook.delivers)
    fake.clock.forward(timedelta(seconds=1))
    await fake.settled()
    assert script.heard[0].delivery == script.heard[1].delivery
    assert len(robin.answers) == 1


async def test_a_long_flood_is_left_to_telegram(url: str, fake: FakeTelegram, script: Script) -> None:
    robin = fake.person()
    fake.faults.next("sendMessage", Flood(120))
    await robin.says("Hallo")
    await fake.until(lambda: fake.webhook.failures == 1 and not fake.webhook.delivers)
    fake.clock.forward(timedelta(seconds=119))
    assert len(script.heard) == 1
    fake.clock.forward(timedelta(seconds=1))
    await fake.settled()
    assert len(robin.answers) == 1


async def test_a_short_flood_is_waited_for(
    url: str, fake: FakeTelegram, script: Script, pauses: Pauses
) -> None:
    robin = fake.person()
    fake.faults.next("sendMessage", Flood(3))
    await robin.says("Hallo")
    await pauses.until_asked(3.0)
    fake.clock.forward(timedelta(seconds=3))
    await fake.settled()
    assert len(script.heard) == 1


async def test_an_update_that_breaks_us_is_apologised_for(
    url: str, fake: FakeTelegram, script: Script
) -> None:
    script.failing = [RuntimeError("broken")] * 3
    robin = fake.person()
    await robin.says("Hallo")
    for tried in (1, 2):
        await fake.until(lambda tried=tried: fake.webhook.failures == tried and not fake.webhook.delivers)  # type: ignore[misc]  # bound early
        fake.clock.forward(timedelta(seconds=1))
    await fake.settled()
    assert len(script.heard) == 3
    assert "112" in (robin.answers[-1].text or "")


async def test_a_confirmation_that_got_lost_brings_the_update_again(
    url: str, fake: FakeTelegram, script: Script
) -> None:
    fake.faults.next(WEBHOOK, Cut())
    await fake.person().says("Hallo")
    await fake.settled()
    assert script.heard[0].delivery == script.heard[1].delivery
