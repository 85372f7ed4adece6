"""Polling loses nothing: an update is confirmed only when its answer stands on the screen."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from telegram.error import TelegramError

from bot.telegram import Rooms
from handlers.domain.errors import Locked
from handlers.ports import Answer, Inbound
from handlers.turn import TurnFailed
from tests.fakes.telegram import Broken, Cut, FakeTelegram, Flood
from tests.telegram.conftest import Pauses, Script, client, receiving, says

pytestmark = pytest.mark.sockets


def echo(inbound: Inbound) -> Answer:
    return Answer((says(f"Gehoord: {inbound.text.reveal() if inbound.text else '-'}"),), "nl")


class Gate:
    """A front door that waits at the words "wacht" until it is opened."""

    def __init__(self, script: Script) -> None:
        self._script, self.open, self.waiting = script, asyncio.Event(), asyncio.Event()

    async def take(self, inbound: Inbound) -> Answer:
        answer = await self._script.take(inbound)
        if inbound.text is not None and inbound.text.reveal() == "wacht":
            self.waiting.set()
            await self.open.wait()
        return answer


def gated(rooms: Rooms, gate: Gate) -> Rooms:
    return replace(rooms, take=gate.take)


async def test_a_process_killed_in_a_turn_gets_the_update_again(
    rooms: Rooms, fake: FakeTelegram, script: Script
) -> None:
    script.answer = echo
    robin, gate = fake.person(), Gate(script)
    async with receiving(gated(rooms, gate), fake, killed=True):
        await robin.says("wacht")
        await gate.waiting.wait()
    assert not robin.answers
    async with receiving(rooms, fake):
        await fake.settled()
    assert script.words == ["wacht", "wacht"]
    assert script.heard[0].delivery == script.heard[1].delivery
    assert [shown.text for shown in robin.answers] == ["Gehoord: wacht"]


async def test_a_process_killed_between_commit_and_send_still_answers(
    rooms: Rooms, fake: FakeTelegram, script: Script, pauses: Pauses
) -> None:
    script.answer = echo
    robin = fake.person()
    async with receiving(rooms, fake, killed=True):
        fake.faults.next("sendMessage", Flood(20))
        await robin.says("Hallo")
        await pauses.until_asked(20.0)
    assert not robin.answers
    async with receiving(rooms, fake):
        await fake.settled()
    assert [shown.text for shown in robin.answers] == ["Gehoord: Hallo"]


async def test_what_was_seen_through_does_not_come_again_after_a_stop(
    rooms: Rooms, fake: FakeTelegram, script: Script
) -> None:
    robin, gate = fake.person(), Gate(script)
    await robin.says("Hallo")
    await robin.says("wacht")
    async with receiving(gated(rooms, gate), fake):
        await gate.waiting.wait()
        assert len(fake.updates.pending()) == 2
    assert len(fake.updates.pending()) == 1


async def test_a_chat_that_hangs_holds_up_no_other_and_is_not_confirmed(
    rooms: Rooms, fake: FakeTelegram, script: Script
) -> None:
    robin, sam, gate = fake.person(), fake.person(), Gate(script)
    async with receiving(gated(rooms, gate), fake):
        await robin.says("wacht")
        await gate.waiting.wait()
        await sam.says("Hallo")
        await sam.sees("Goed")
        assert not fake.updates.all_confirmed()
        gate.open.set()
        await fake.settled()
    assert sorted(word or "" for word in script.words) == ["Hallo", "wacht"]


async def test_the_offset_passes_no_update_whose_answer_is_not_shown(
    rooms: Rooms, fake: FakeTelegram, script: Script
) -> None:
    gate = Gate(script)
    await fake.person().says("wacht")
    await fake.person().says("wacht")
    async with receiving(gated(rooms, gate), fake, killed=True):
        await fake.until(lambda: sum(call.method == "getUpdates" for call in fake.calls) >= 2)
    assert len(fake.updates.pending()) == 2


async def test_messages_of_one_chat_are_taken_in_order(
    rooms: Rooms, fake: FakeTelegram, script: Script
) -> None:
    script.answer = echo
    robin = fake.person()
    fake.updates.hold()
    for number in range(8):
        await robin.says(str(number))
    fake.updates.release(reverse=True)
    async with receiving(rooms, fake):
        await fake.settled()
    assert script.words == [str(number) for number in range(8)]
    assert [shown.text for shown in robin.answers] == [f"Gehoord: {number}" for number in range(8)]


async def test_the_same_update_twice_is_taken_once(rooms: Rooms, fake: FakeTelegram, script: Script) -> None:
    robin = fake.person()
    fake.updates.double_next()
    await robin.says("Hallo")
    async with receiving(rooms, fake):
        await fake.settled()
    assert len(robin.answers) == 1
    assert len(script.heard) == 1


@pytest.mark.parametrize("error", [Locked("busy"), TurnFailed("changing")])
async def test_a_locked_database_is_waited_for(
    rooms: Rooms, fake: FakeTelegram, script: Script, pauses: Pauses, error: Exception
) -> None:
    script.failing = [error] * 6
    robin = fake.person()
    async with receiving(rooms, fake):
        await robin.says("Hallo")
        for tried in range(1, 7):
            await fake.until(lambda tried=tried: len(script.heard) == tried)  # type: ignore[misc]  # bound early
            await pauses.until_asked(0.1 * 2.0**tried)
            fake.clock.forward(timedelta(seconds=0.1 * 2.0**tried))
        await robin.sees("Goed")
        await fake.settled()
    assert len(robin.answers) == 1


async def test_an_update_that_breaks_us_is_apologised_for_and_holds_up_nobody(
    rooms: Rooms, fake: FakeTelegram, script: Script, pauses: Pauses
) -> None:
    script.failing = [RuntimeError("broken")] * 3
    robin = fake.person(language="en")
    async with receiving(rooms, fake):
        await robin.says("Hallo")
        for wait in (0.2, 0.4):
            await pauses.until_asked(wait)
            fake.clock.forward(timedelta(seconds=wait))
        await robin.sees("112")
        await fake.settled()
        await robin.says("Nog een keer")
        await robin.sees("Goed")
    assert rooms.registry.get_sample_value("openoor_telegram_given_up_total") == 1.0


async def test_an_apology_that_cannot_be_shown_is_given_up_too(
    rooms: Rooms, fake: FakeTelegram, script: Script, pauses: Pauses
) -> None:
    script.answer = lambda _: Answer((says("Kies", ("Ja", "x" * 65)),), "nl")
    robin = fake.person()
    async with receiving(rooms, fake):
        await robin.says("Hallo")
        for wait in (0.2, 0.4):
            await pauses.until_asked(wait)
            if wait == 0.4:
                await robin.blocks()
            fake.clock.forward(timedelta(seconds=wait))
        await fake.settled()
    assert not robin.answers


@pytest.mark.parametrize(("fault", "wait"), [(Broken(502), 0.2), (Cut(), 0.2), (Flood(9), 9.0)])
async def test_polling_goes_on_after_trouble(
    rooms: Rooms,
    fake: FakeTelegram,
    script: Script,
    pauses: Pauses,
    fault: Broken | Cut | Flood,
    wait: float,
) -> None:
    robin = fake.person()
    await robin.says("Hallo")
    fake.faults.next("getUpdates", fault)
    async with receiving(rooms, fake):
        await pauses.until_asked(wait)
        fake.clock.forward(timedelta(seconds=wait))
        await fake.settled()
    assert len(script.heard) == 1


async def test_a_second_poller_is_noticed_and_polling_goes_on(
    rooms: Rooms, fake: FakeTelegram, script: Script, pauses: Pauses
) -> None:
    async with receiving(rooms, fake), client(fake) as other:
        await fake.until_polled()
        second = asyncio.create_task(other.get_updates(timeout=50))
        await pauses.until_asked(5.0)
        fake.clock.forward(timedelta(seconds=5))
        with pytest.raises(TelegramError):
            await second
        await fake.person().says("Hallo")
        await fake.settled()
    assert len(script.heard) == 1


async def test_what_asks_for_nothing_is_confirmed(rooms: Rooms, fake: FakeTelegram, script: Script) -> None:
    robin = fake.person()
    await robin.says("Hallo")
    await robin.blocks()
    async with receiving(rooms, fake):
        await fake.settled()
    assert len(script.heard) == 1
