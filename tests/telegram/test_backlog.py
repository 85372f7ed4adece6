"""What was typed while the program was down is answered in order, person by person, at Telegram's pace."""

from datetime import timedelta

import pytest

from bot.telegram import Rooms
from handlers.ports import Answer, Inbound
from tests.fakes.telegram import FakeTelegram, Flood, Person
from tests.telegram.conftest import Pauses, Script, receiving, says

pytestmark = pytest.mark.sockets

EACH, PEOPLE = 12, 20


def echo(inbound: Inbound) -> Answer:
    return Answer((says(inbound.text.reveal() if inbound.text else "-"),), "nl")


async def an_hour_of_typing(fake: FakeTelegram) -> list[Person]:
    """Many people, a message every few minutes each, more than one poll brings."""
    people = [fake.person() for _ in range(PEOPLE)]
    for number in range(EACH):
        for person in people:
            await person.says(f"bericht {number}")
        fake.clock.forward(timedelta(minutes=5))
    return people


async def test_an_hour_of_messages_is_answered_once_each_and_in_order(
    rooms: Rooms, fake: FakeTelegram, script: Script
) -> None:
    script.answer = echo
    people = await an_hour_of_typing(fake)
    async with receiving(rooms, fake):
        await fake.settled()
    for person in people:
        assert [shown.text for shown in person.answers] == [f"bericht {number}" for number in range(EACH)]
    assert len(script.heard) == EACH * PEOPLE


async def test_a_flood_in_one_chat_is_waited_for_there_and_holds_up_nobody_else(
    rooms: Rooms, fake: FakeTelegram, script: Script, pauses: Pauses
) -> None:
    script.answer = echo
    robin, sam = fake.person(), fake.person()
    for number in range(EACH):
        await robin.says(f"bericht {number}")
        await sam.says(f"bericht {number}")
    fake.faults.next("sendMessage", Flood(17), chat=robin.id)
    async with receiving(rooms, fake):
        await pauses.until_asked(17.0)
        await sam.sees(f"bericht {EACH - 1}")
        assert not robin.answers
        fake.clock.forward(timedelta(seconds=16))
        assert not robin.answers
        fake.clock.forward(timedelta(seconds=1))
        await fake.settled()
    for person in (robin, sam):
        assert [shown.text for shown in person.answers] == [f"bericht {number}" for number in range(EACH)]
    assert sum(call.method == "sendMessage" for call in fake.calls) == 2 * EACH


async def test_a_long_flood_is_waited_for_as_long_as_telegram_asks(
    rooms: Rooms, fake: FakeTelegram, script: Script, pauses: Pauses
) -> None:
    script.answer = echo
    robin = fake.person()
    await robin.says("eerst")
    await robin.says("dan")
    fake.faults.next("sendMessage", Flood(600))
    async with receiving(rooms, fake):
        await pauses.until_asked(600.0)
        fake.clock.forward(timedelta(seconds=599))
        assert not robin.answers
        fake.clock.forward(timedelta(seconds=1))
        await fake.settled()
    assert [shown.text for shown in robin.answers] == ["eerst", "dan"]
