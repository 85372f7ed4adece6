"""The channel begins, also when Telegram is away or refuses; what it tells of itself."""

import logging
from datetime import timedelta

import pytest
from prometheus_client import CollectorRegistry
from pydantic import SecretStr
from telegram.error import BadRequest

from bot.telegram import Hook, Rooms, Telegram, TokenRefused, open_telegram
from dialogues.private import Private
from handlers.ports import Channel, Later, Reach
from handlers.voice import Voice
from tests.fakes.telegram import Broken, Cut, FakeTelegram, Flood
from tests.telegram.conftest import Pauses, Script, opened, receiving, says

pytestmark = pytest.mark.sockets


async def test_the_menu_is_told_in_every_language(
    telegram: Telegram, fake: FakeTelegram, voice: Voice
) -> None:
    default = '{"type": "default"}'
    for language in ("nl", "en"):
        commands = fake.world.commands[default, language]
        assert [each["command"] for each in commands][:3] == ["help_now", "stop", "wipe"]
        assert {each["description"] for each in commands} >= {
            button.title.reveal() for button in voice.menu(language)
        }
    assert fake.world.commands[default, ""] == fake.world.commands[default, "nl"]


async def test_a_refused_token_is_told_without_the_token(rooms: Rooms, fake: FakeTelegram) -> None:
    secret = "424242:quite-another-token"
    with pytest.raises(TokenRefused) as caught:
        await open_telegram(rooms, token=SecretStr(secret), api=fake.base_url)
    chain = [caught.value, caught.value.__cause__, caught.value.__context__]
    assert not any(secret in str(error) for error in chain)


@pytest.mark.parametrize("method", ["getMe", "setMyCommands", "deleteWebhook"])
@pytest.mark.parametrize("fault", [Broken(), Flood(2), Cut()])
async def test_a_telegram_that_is_away_at_the_start_is_tried_again_and_nobody_waits_for_it(
    rooms: Rooms,
    fake: FakeTelegram,
    script: Script,
    pauses: Pauses,
    capsys: pytest.CaptureFixture[str],
    method: str,
    fault: Broken | Flood | Cut,
) -> None:
    robin = fake.person()
    await robin.says("Hallo")
    fake.faults.next(method, fault, times=2)
    async with receiving(rooms, fake) as telegram:
        names = [telegram.username]
        wait = 2.0 if isinstance(fault, Flood) else 0.2
        await pauses.until_asked(wait)
        assert not script.heard
        fake.clock.forward(timedelta(seconds=wait))
        await robin.sees("Goed")
        await fake.settled()
        names.append(telegram.username)
    assert names == [None, "open_oor_bot"]
    said = capsys.readouterr().out
    assert "web chat and desk start without it" in said
    assert fake.token not in said


async def test_a_telegram_that_never_came_can_be_closed(rooms: Rooms, fake: FakeTelegram) -> None:
    fake.faults.next("getMe", Broken(), times=99)
    telegram = await opened(rooms, fake)
    fake.faults.next("sendMessage", Broken())
    reach = Reach(Channel.TELEGRAM, Private("1"), "nl")
    assert isinstance(await telegram.postman.send(reach, says("Er is nieuws")), Later)  # nobody is Gone
    await telegram.close()


async def test_an_address_that_telegram_does_not_take_is_a_mistake_of_the_settings(
    rooms: Rooms, fake: FakeTelegram
) -> None:
    with pytest.raises(BadRequest):
        await opened(rooms, fake, hook=Hook("ftp://nowhere", SecretStr("x" * 20)))


async def test_the_bot_has_a_name_for_links(telegram: Telegram) -> None:
    assert telegram.username == "open_oor_bot"


async def test_libraries_that_print_tokens_are_quiet_whatever_was_set(
    rooms: Rooms, fake: FakeTelegram, caplog: pytest.LogCaptureFixture
) -> None:
    for name in ("httpx", "httpcore", "telegram"):
        caplog.set_level(logging.DEBUG, logger=name)
    robin = fake.person(username="roodhart")
    async with receiving(rooms, fake):
        await robin.says("geheim van Robin")
        await fake.settled()
    for planted in (fake.token, "geheim", "roodhart", str(robin.id)):
        assert planted not in caplog.text


def test_a_webhook_without_its_secret_is_refused() -> None:
    with pytest.raises(ValueError, match="its address and its secret"):
        Hook("https://oor.example/telegram", SecretStr(""))


async def test_metrics_know_how_often_and_nothing_else(
    telegram: Telegram, fake: FakeTelegram, rooms: Rooms
) -> None:
    await fake.person().says("Hallo")
    await fake.settled()
    registry: CollectorRegistry = rooms.registry
    await fake.until_polled()
    assert registry.get_sample_value("openoor_telegram_updates_total") == 1.0
    assert all(not sample.labels for metric in registry.collect() for sample in metric.samples)
