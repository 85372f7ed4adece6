"""What is taken off the screen again: everything at a wipe, a resume code after ten minutes."""

from datetime import timedelta

import pytest

from bot.telegram import Rooms, Telegram
from bot.telegram.trail import reference
from handlers.ports import Answer, Inbound
from tests.fakes.telegram import Broken, FakeTelegram, Flood
from tests.telegram.conftest import Pauses, Script, question, receiving, says

pytestmark = pytest.mark.sockets


async def test_the_next_turn_knows_every_message_that_was_shown(
    telegram: Telegram, fake: FakeTelegram, script: Script
) -> None:
    script.answer = question
    robin = fake.person()
    first = await robin.says("Hallo")
    await fake.settled()
    second = await robin.says("Nog iets")
    await fake.settled()
    shown = [each.id for each in robin.screen if each.by_bot][:2]
    now = fake.clock.now()
    assert script.heard[0].trail == (reference(first, now),)
    assert script.heard[1].trail == tuple(reference(each, now) for each in (*shown, second))
    third = await robin.says("En dit")
    await fake.settled()
    later = [each.id for each in robin.screen if each.by_bot][2:4]
    assert script.heard[2].trail == tuple(reference(each, now) for each in (*later, third))


async def test_wipe_takes_both_sides_off_the_screen_as_far_as_telegram_lets_it(
    telegram: Telegram, fake: FakeTelegram, script: Script
) -> None:
    robin = fake.person()
    trail: list[str] = []

    def remember(inbound: Inbound) -> Answer:
        trail.extend(inbound.trail)
        return Answer((says("Goed"),), "nl")

    script.answer = remember
    await robin.says("Oud")
    await fake.settled()
    fake.clock.forward(timedelta(hours=48))
    for _ in range(60):
        await robin.says("Nieuw")
    await fake.settled()
    script.answer = lambda inbound: Answer((says("Gewist"),), "nl", erase=(*trail, *inbound.trail))
    await robin.says("Wis alles")
    await fake.settled()
    assert [shown.text for shown in robin.screen] == ["Oud", "Goed", "Gewist"]
    assert "deleteMessage" not in [call.method for call in fake.calls]  # never asked in vain


async def test_wipe_goes_on_one_by_one_when_one_message_cannot_go(
    telegram: Telegram, fake: FakeTelegram, script: Script
) -> None:
    robin = fake.person()
    old = await robin.says("Oud")
    await fake.settled()
    fake.clock.forward(timedelta(hours=49))
    new = await robin.says("Nieuw")
    await fake.settled()
    lie = reference(old, fake.clock.now())  # so that Telegram, not we, finds it too old
    script.answer = lambda _: Answer((), "nl", erase=(lie, reference(new, fake.clock.now()), "no reference"))
    await robin.says("Wis")
    await fake.settled()
    assert new not in [shown.id for shown in robin.screen]
    assert old in [shown.id for shown in robin.screen]


async def test_a_resume_code_is_protected_and_gone_after_ten_minutes_with_what_was_typed(
    telegram: Telegram, fake: FakeTelegram, script: Script, pauses: Pauses
) -> None:
    robin = fake.person()
    script.answer = lambda _: Answer((says("zeven woorden", fleeting=True, protect=True),), "nl")
    await robin.says("/code")
    await fake.settled()
    assert robin.answers[-1].protected
    script.answer = lambda _: Answer((says("Klopt"),), "nl")
    await robin.says("twee vijf")
    await fake.settled()
    fake.clock.forward(timedelta(minutes=9))
    await fake.settled()
    assert "zeven woorden" in [shown.text for shown in robin.screen]
    fake.clock.forward(timedelta(minutes=1))
    await robin.waits_until(lambda: not {"zeven woorden", "twee vijf"} & {s.text for s in robin.screen})
    assert [shown.text for shown in robin.screen] == ["/code", "Klopt"]


async def test_a_resume_code_goes_later_when_telegram_is_away(
    telegram: Telegram, fake: FakeTelegram, script: Script, pauses: Pauses
) -> None:
    robin = fake.person()
    script.answer = lambda _: Answer((says("zeven woorden", fleeting=True, protect=True),), "nl")
    await robin.says("/code")
    await fake.settled()
    fake.faults.next("deleteMessages", Flood(90))
    fake.clock.forward(timedelta(minutes=10))
    await fake.until(lambda: not fake.faults.waiting)
    assert "zeven woorden" in [shown.text for shown in robin.screen]
    await robin.says("/code")
    await fake.settled()
    fake.clock.forward(timedelta(minutes=10))
    await robin.waits_until(lambda: "zeven woorden" not in [shown.text for shown in robin.screen])


async def test_deleting_waits_for_a_flood(
    telegram: Telegram, fake: FakeTelegram, script: Script, pauses: Pauses
) -> None:
    robin = fake.person()
    script.answer = lambda inbound: Answer((), "nl", erase=inbound.trail)
    for fault, wait in ((Flood(4), 4.0), (Broken(), 2.0)):
        fake.faults.next("deleteMessages", fault)
        await robin.says("Wis")
        await pauses.until_asked(wait)
        fake.clock.forward(timedelta(seconds=wait))
        await fake.settled()
    assert not robin.screen


async def test_a_resume_code_does_not_outlive_the_process(
    rooms: Rooms, fake: FakeTelegram, script: Script
) -> None:
    robin = fake.person()
    script.answer = lambda _: Answer((says("zeven woorden", fleeting=True, protect=True),), "nl")
    async with receiving(rooms, fake):
        await robin.says("/code")
        await fake.settled()
    assert [shown.text for shown in robin.screen] == ["/code"]
