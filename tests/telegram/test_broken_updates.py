"""An update that nobody can read, or a part that breaks, stops neither the next update nor the house."""

import logging
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from telegram.error import TelegramError

from bot.telegram import Rooms, Telegram
from bot.telegram.intake import Intake
from bot.telegram.receiving import Receiver
from handlers.domain.errors import CannotOpen, Locked, StorageError
from tests.fakes.telegram import Broken, FakeTelegram, Flood
from tests.fakes.telegram.people import Person
from tests.telegram.conftest import Pauses, Script, receiving

pytestmark = pytest.mark.sockets

SECRET = "Robijn is woedend"

Deform = Callable[[dict[str, Any]], dict[str, Any]]


def message(robin: Person, **wrong: object) -> dict[str, Any]:
    """A message of this person, with fields of a kind that nobody expects."""
    sender = robin.account.shown()
    chat = {"id": robin.id, "type": "private"}
    return {"message_id": 900, "date": 1_795_510_800, "chat": chat, "from": sender, "text": SECRET} | wrong


def counted(rooms: Rooms, name: str) -> float:
    return rooms.registry.get_sample_value(f"openoor_telegram_{name}_total") or 0.0


@pytest.mark.parametrize(
    "wrong",
    [{"entities": 3}, {"photo": 7}, {"sticker": "x"}, {"date": "gisteren"}, {"date": -(10**30)}],
    ids=lambda wrong: next(iter(wrong)),
)
async def test_a_message_that_cannot_be_read_is_answered_once_and_the_next_one_comes(
    rooms: Rooms, fake: FakeTelegram, script: Script, caplog: pytest.LogCaptureFixture, wrong: dict[str, Any]
) -> None:
    caplog.set_level(logging.DEBUG)
    robin, sam = fake.person(), fake.person()
    await robin.says("Hallo")
    fake.updates.add("message", message(robin, **wrong), robin.id)
    await robin.says("Nog iets")
    await sam.says("Dag")
    async with receiving(rooms, fake):
        await fake.settled()
    assert [heard.unsupported for heard in script.heard if heard.sender.reveal() == str(robin.id)] == [
        None,
        "other",
        None,
    ]
    assert len(robin.answers) == 3
    assert len(sam.answers) == 1
    assert counted(rooms, "unreadable") == 1
    assert SECRET not in caplog.text
    assert str(robin.id) not in caplog.text
    async with receiving(rooms, fake, killed=True):
        await fake.until_polled()
    assert len(script.heard) == 4


async def test_a_press_that_cannot_be_read_stops_turning_and_is_answered(
    rooms: Rooms, fake: FakeTelegram, script: Script
) -> None:
    robin = fake.person()
    await robin.says("Hallo")
    press = fake.world.press()
    about = message(robin, entities=3)
    body = {
        "id": press.id,
        "from": robin.account.shown(),
        "chat_instance": "1",
        "message": about,
        "data": "x",
    }
    fake.updates.add("callback_query", body, robin.id)
    async with receiving(rooms, fake):
        await fake.settled()
    assert press.answered
    assert [heard.unsupported for heard in script.heard] == [None, "other"]


@pytest.mark.parametrize(
    "deform",
    [
        lambda body: body | {"chat": {"id": -100, "type": "supergroup"}},
        lambda body: body | {"chat": 5},
        lambda body: body | {"chat": {"id": "7", "type": "private"}},
        lambda body: body | {"from": 3, "chat": None},
    ],
)
async def test_what_names_no_private_chat_is_confirmed_in_silence(
    rooms: Rooms, fake: FakeTelegram, script: Script, deform: Deform
) -> None:
    robin = fake.person()
    fake.updates.add("message", deform(message(robin, entities=3)), robin.id)
    async with receiving(rooms, fake):
        await fake.settled()
    assert not script.heard
    assert counted(rooms, "unreadable") == 1


async def test_an_error_of_ours_in_reading_is_no_different(
    rooms: Rooms, fake: FakeTelegram, script: Script, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = Intake._message

    def broken(self: Intake, *given: Any) -> Any:
        if given[2].text == "stuk":
            raise KeyError("stuk")
        return whole(self, *given)

    monkeypatch.setattr(Intake, "_message", broken)
    robin = fake.person()
    await robin.says("stuk")
    await robin.says("heel")
    async with receiving(rooms, fake):
        await fake.settled()
    assert [heard.unsupported for heard in script.heard] == ["other", None]


async def test_what_has_no_number_is_waited_for_and_not_asked_for_at_full_speed(
    rooms: Rooms, fake: FakeTelegram, script: Script, pauses: Pauses, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = fake.updates.read
    monkeypatch.setattr(fake.updates, "read", lambda *given: [3, {"message": {}}] if given[1] > 1 else [])
    async with receiving(rooms, fake):
        await pauses.until_asked(0.2)
        monkeypatch.setattr(fake.updates, "read", read)
        await fake.person().says("Hallo")
        fake.clock.forward(timedelta(seconds=1))
        await fake.settled()
    assert len(script.heard) == 1


async def test_a_database_that_is_out_of_order_is_waited_for_and_nothing_is_lost(
    rooms: Rooms, fake: FakeTelegram, script: Script, pauses: Pauses
) -> None:
    script.failing = [StorageError("the disk is full")] * 4 + [Locked("busy"), OSError("no space")]
    robin = fake.person()
    async with receiving(rooms, fake):
        await robin.says("Hallo")
        for tried in range(1, 7):
            await pauses.until_asked(0.1 * 2.0**tried)
            fake.clock.forward(timedelta(minutes=1))
        await robin.sees("Goed")
        await fake.settled()
    assert len(robin.answers) == 1
    assert counted(rooms, "given_up") == 0


async def test_a_row_that_opens_for_nobody_is_no_reason_to_wait_for_ever(
    rooms: Rooms, fake: FakeTelegram, script: Script, pauses: Pauses
) -> None:
    script.failing = [CannotOpen("another key")] * 3
    robin = fake.person()
    async with receiving(rooms, fake):
        await robin.says("Hallo")
        for wait in (0.2, 0.4):
            await pauses.until_asked(wait)
            fake.clock.forward(timedelta(seconds=wait))
        await robin.sees("112")
        await fake.settled()
    assert counted(rooms, "given_up") == 1


async def test_an_apology_waits_for_telegram_too(
    rooms: Rooms, fake: FakeTelegram, script: Script, pauses: Pauses
) -> None:
    script.failing = [RuntimeError("broken")] * 3
    fake.faults.next("sendMessage", Flood(40))
    robin = fake.person()
    async with receiving(rooms, fake):
        await robin.says("Hallo")
        for wait in (0.2, 0.4, 40.0):
            await pauses.until_asked(wait)
            fake.clock.forward(timedelta(seconds=wait))
        await robin.sees("112")
        await fake.settled()


async def test_receiving_that_breaks_begins_again_and_loses_nothing(
    rooms: Rooms,
    fake: FakeTelegram,
    script: Script,
    pauses: Pauses,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    accept, breaks = Receiver._accept, [ValueError("a bug"), ValueError("another")]

    def broken(self: Receiver, *given: Any) -> None:
        if breaks:
            raise breaks.pop()
        accept(self, *given)

    monkeypatch.setattr(Receiver, "_accept", broken)
    robin = fake.person()
    await robin.says(SECRET)
    async with receiving(rooms, fake):
        for wait in (0.2, 0.4):
            await pauses.until_asked(wait)
            fake.clock.forward(timedelta(seconds=wait))
        await fake.settled()
    assert script.words == [SECRET]
    assert len(robin.answers) == 1
    assert counted(rooms, "restarts") == 2
    line = next(line for line in capsys.readouterr().out.splitlines() if "begins again" in line)
    assert "openoor doctor" in line
    assert "ValueError" in line
    assert "bug" not in line


async def test_a_turn_under_way_when_receiving_breaks_is_taken_again(
    rooms: Rooms, fake: FakeTelegram, script: Script, pauses: Pauses, monkeypatch: pytest.MonkeyPatch
) -> None:
    robin = fake.person()
    finished, breaks = Receiver._finished, [ValueError("a bug")]

    def broken(self: Receiver, update: int) -> None:
        if breaks:
            raise breaks.pop()
        finished(self, update)

    monkeypatch.setattr(Receiver, "_finished", broken)
    async with receiving(rooms, fake):
        await robin.says("Hallo")
        await pauses.until_asked(0.2)
        fake.clock.forward(timedelta(seconds=1))
        await fake.settled()
    assert script.words == ["Hallo", "Hallo"]
    assert script.heard[0].delivery == script.heard[1].delivery


async def test_a_refused_token_tells_the_operator_what_to_do(
    rooms: Rooms, fake: FakeTelegram, pauses: Pauses, capsys: pytest.CaptureFixture[str]
) -> None:
    fake.faults.next("getUpdates", Broken(401))
    async with receiving(rooms, fake):
        await pauses.until_asked(0.2)
        fake.clock.forward(timedelta(seconds=1))
        await fake.until_polled()
    assert "@BotFather" in capsys.readouterr().out


async def test_what_is_no_list_of_updates_is_trouble_of_telegrams(
    telegram: Telegram, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def post(*_: Any, **__: Any) -> bool:
        return True

    monkeypatch.setattr(type(telegram._bot), "_post", post)
    with pytest.raises(TelegramError):
        await telegram._bot.raw_updates(0, 0)
