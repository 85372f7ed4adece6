"""What Telegram does to a channel: blocked, flooded, broken, and an answer that is lost."""

from datetime import timedelta

import pytest

from bot.telegram import Telegram
from dialogues.private import Private
from handlers.ports import Channel, Gone, Later, Reach, Sent
from tests.fakes.telegram import Broken, Cut, FakeTelegram, Flood
from tests.telegram.conftest import Pauses, Script, question, says

pytestmark = pytest.mark.sockets


async def test_who_blocked_the_bot_costs_nothing_and_holds_up_nobody(
    telegram: Telegram, fake: FakeTelegram, script: Script
) -> None:
    robin, sam = fake.person(), fake.person()
    fake.updates.hold()
    await robin.says("Hallo")
    await robin.blocks()
    await sam.says("Hallo")
    fake.updates.release()
    await fake.settled()
    assert not robin.answers
    assert len(sam.answers) == 1


async def test_a_flood_is_waited_for_and_nothing_is_said_twice(
    telegram: Telegram, fake: FakeTelegram, script: Script, pauses: Pauses
) -> None:
    script.answer = question
    robin = fake.person()
    fake.faults.next("sendMessage", Flood(7), chat=robin.id)
    await robin.says("Hallo")
    await pauses.until_asked(7.0)
    assert not robin.answers
    fake.clock.forward(timedelta(seconds=7))
    await fake.settled()
    assert [shown.text for shown in robin.answers] == ["Dank je", "Kies"]
    assert len(script.heard) == 1


async def test_trouble_at_telegram_is_tried_again(
    telegram: Telegram, fake: FakeTelegram, script: Script, pauses: Pauses
) -> None:
    robin = fake.person()
    fake.faults.next("sendMessage", Broken(), chat=robin.id)
    await robin.says("Hallo")
    await pauses.until_asked(2.0)
    fake.clock.forward(timedelta(seconds=2))
    await fake.settled()
    assert len(robin.answers) == 1


async def test_a_lost_answer_of_telegram_repeats_a_sentence_rather_than_losing_it(
    telegram: Telegram, fake: FakeTelegram, script: Script, pauses: Pauses
) -> None:
    robin = fake.person()
    fake.faults.next("sendMessage", Cut(done=True), chat=robin.id)
    await robin.says("Hallo")
    await pauses.until_asked(2.0)
    fake.clock.forward(timedelta(seconds=2))
    await fake.settled()
    assert [shown.text for shown in robin.answers] == ["Goed", "Goed"]


async def test_the_postman_tells_sent_later_and_gone(telegram: Telegram, fake: FakeTelegram) -> None:
    robin = fake.person()
    await robin.says("Hallo")
    await fake.settled()
    reach = Reach(Channel.TELEGRAM, Private(str(robin.id)), "nl")
    news = says("Er is nieuws", ("Laat zien", "/news"), protect=True)
    assert isinstance(await telegram.postman.send(reach, news), Sent)
    assert (robin.answers[-1].protected, robin.answers[-1].titles) == (True, ("Laat zien",))
    fake.faults.next("sendMessage", Flood(90))
    assert await telegram.postman.send(reach, news) == Later(90.0)
    await robin.blocks()
    assert await telegram.postman.send(reach, news) == Gone()
    stranger = Reach(Channel.TELEGRAM, Private("1"), "nl")
    assert await telegram.postman.send(stranger, news) == Gone()
