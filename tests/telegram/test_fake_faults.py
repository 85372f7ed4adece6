"""The fake Bot API fails on request, and delivers to a webhook until it is taken."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import Bot
from telegram.error import NetworkError, RetryAfter, TelegramError

from tests.fakes.telegram import WEBHOOK, Broken, Cut, FakeTelegram, Flood
from tests.telegram.conftest import served

pytestmark = pytest.mark.sockets


@dataclass
class Ear:
    """A small bot at the other end of a webhook: keeps what came, answers what it was told to."""

    fake: FakeTelegram
    url: str = ""
    heard: list[tuple[int, str, str]] = field(default_factory=list)  # update id, text, secret
    answers: list[Response] = field(default_factory=list)  # used up first, then 200

    async def hear(self, request: Request) -> Response:
        update: dict[str, Any] = await request.json()
        secret = request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
        self.heard.append((update["update_id"], update["message"]["text"], secret))
        self.fake.world.bell.ring()
        return self.answers.pop(0) if self.answers else Response()

    async def until(self, number: int) -> list[str]:
        await self.fake.until(lambda: len(self.heard) >= number)
        return [text for _, text, _ in self.heard]


@pytest.fixture
async def ear(fake: FakeTelegram) -> AsyncIterator[Ear]:
    listening = Ear(fake)
    app = Starlette(routes=[Route("/telegram", listening.hear, methods=["POST"])])
    async with served(app) as address:
        listening.url = f"{address}/telegram"
        yield listening


async def test_a_flood_says_how_long_to_wait_and_does_nothing(fake: FakeTelegram, bot: Bot) -> None:
    robin = fake.person()
    await robin.says("Hallo")
    fake.faults.next("sendMessage", Flood(7))
    with pytest.raises(RetryAfter) as caught:
        await bot.send_message(robin.id, "Dag")
    assert caught.value.retry_after == timedelta(seconds=7)
    assert not robin.answers
    await bot.send_message(robin.id, "Dag")
    assert len(robin.answers) == 1


@pytest.mark.parametrize("code", [500, 502, 503])
async def test_trouble_at_telegram_does_nothing(fake: FakeTelegram, bot: Bot, code: int) -> None:
    robin = fake.person()
    await robin.says("Hallo")
    fake.faults.next("sendMessage", Broken(code))
    with pytest.raises(NetworkError):
        await bot.send_message(robin.id, "Dag")
    assert not robin.answers


async def test_a_cut_after_the_effect_leaves_the_message_on_the_screen(fake: FakeTelegram, bot: Bot) -> None:
    robin = fake.person()
    await robin.says("Hallo")
    fake.faults.next("sendMessage", Cut(done=True))
    with pytest.raises(NetworkError):
        await bot.send_message(robin.id, "Dag")
    assert len(robin.answers) == 1


async def test_a_cut_before_the_effect_leaves_nothing(fake: FakeTelegram, bot: Bot) -> None:
    robin = fake.person()
    await robin.says("Hallo")
    fake.faults.next("sendMessage", Cut(done=False))
    with pytest.raises(NetworkError):
        await bot.send_message(robin.id, "Dag")
    assert not robin.answers


async def test_a_fault_can_hit_one_chat_a_number_of_times(fake: FakeTelegram, bot: Bot) -> None:
    robin, sam = fake.person(), fake.person(first_name="Sam")
    for person in (robin, sam):
        await person.says("Hallo")
    fake.faults.next("sendMessage", Broken(), times=2, chat=robin.id)
    await bot.send_message(sam.id, "Dag")
    for _ in range(2):
        with pytest.raises(TelegramError):
            await bot.send_message(robin.id, "Dag")
    await bot.send_message(robin.id, "Dag")
    fake.faults.next("sendMessage", Broken())
    fake.faults.clear()
    await bot.send_message(robin.id, "Dag")


async def test_a_webhook_gets_every_update_with_the_secret(fake: FakeTelegram, bot: Bot, ear: Ear) -> None:
    await bot.set_webhook(ear.url, secret_token="only-between-us")
    robin = fake.person()
    await robin.says("Een")
    await robin.says("Twee")
    assert await ear.until(2) == ["Een", "Twee"]
    await fake.settled()
    assert {secret for _, _, secret in ear.heard} == {"only-between-us"}
    assert (await bot.get_webhook_info()).pending_update_count == 0


async def test_what_waited_goes_to_a_new_webhook_unless_dropped(
    fake: FakeTelegram, bot: Bot, ear: Ear
) -> None:
    robin = fake.person()
    await robin.says("Vergeten")
    await bot.set_webhook(ear.url, drop_pending_updates=True)
    await bot.delete_webhook()
    await robin.says("Bewaard")
    await bot.set_webhook(ear.url)
    assert await ear.until(1) == ["Bewaard"]


async def test_an_update_that_was_not_taken_comes_at_once_and_then_later(
    fake: FakeTelegram, bot: Bot, ear: Ear
) -> None:
    await bot.set_webhook(ear.url)
    ear.answers = [Response(status_code=500), Response(status_code=503)]
    robin = fake.person()
    await robin.says("Een")
    await robin.says("Twee")
    assert await ear.until(2) == ["Een", "Een"]
    await fake.until(lambda: not fake.webhook.delivers)
    info = await bot.get_webhook_info()
    assert info.pending_update_count == 2
    assert "503" in (info.last_error_message or "")
    fake.clock.forward(timedelta(seconds=2))
    assert await ear.until(4) == ["Een", "Een", "Een", "Twee"]
    await fake.settled()


async def test_a_chat_that_fails_holds_up_no_other(fake: FakeTelegram, bot: Bot, ear: Ear) -> None:
    await bot.set_webhook(ear.url)
    ear.answers = [Response(status_code=500, headers={"Retry-After": "30"})]
    await fake.person().says("Een")
    await ear.until(1)
    await fake.person().says("Twee")
    assert await ear.until(2) == ["Een", "Twee"]
    await fake.until(lambda: not fake.webhook.delivers)
    fake.clock.forward(timedelta(seconds=29))
    assert len(ear.heard) == 2
    fake.clock.forward(timedelta(seconds=1))
    assert await ear.until(3) == ["Een", "Twee", "Een"]


async def test_an_answer_of_a_webhook_that_is_lost_brings_the_update_again(
    fake: FakeTelegram, bot: Bot, ear: Ear
) -> None:
    await bot.set_webhook(ear.url)
    fake.faults.next(WEBHOOK, Cut())
    await fake.person().says("Een")
    assert await ear.until(2) == ["Een", "Een"]
    assert ear.heard[0][0] == ear.heard[1][0]


async def test_a_webhook_that_is_away_loses_nothing(fake: FakeTelegram, bot: Bot, ear: Ear) -> None:
    await bot.set_webhook("http://127.0.0.1:1/telegram")
    await fake.person().says("Een")
    await fake.until(lambda: fake.webhook.failures >= 2)
    await bot.set_webhook(ear.url)
    assert await ear.until(1) == ["Een"]


async def test_a_doubled_update_is_delivered_twice(fake: FakeTelegram, bot: Bot, ear: Ear) -> None:
    await bot.set_webhook(ear.url)
    fake.updates.double_next()
    await fake.person().says("Een")
    assert await ear.until(2) == ["Een", "Een"]
    await fake.settled()
