"""A resume code typed on Telegram: the conversation goes on there, and nothing that was there is lost."""

from typing import Any

import pytest

from bot.places import DIALOGUES
from bot.telegram import Rooms, Telegram
from bot.training.lines import read_lines
from bot.wiring import House
from dialogues.private import Private
from dialogues.texts import numbered
from handlers.domain.codes import code_in
from handlers.ports import Channel, Reach, Work
from handlers.resume import Opening, come_over
from tests.fakes.telegram import FakeTelegram
from tests.fakes.telegram.people import Person
from tests.handlers.test_web import introduced as sent_on_the_web
from tests.handlers.test_web import statements
from tests.house import VERA, Counsellor, Employee, cases_of, code_on
from tests.house import rows as rows_of
from tests.telegram.test_conversation import furnished, house, introduced, press, rooms, telegram, words

__all__ = ["furnished", "house", "rooms", "telegram"]

pytestmark = pytest.mark.sockets


@pytest.fixture
async def code(house: House) -> Private:
    """The code of somebody who sent a message on the web."""
    return await sent_on_the_web(Employee(house, Channel.WEB, "b" * 43))


async def types(fake: FakeTelegram, person: Person, text: str) -> None:
    await person.says(text)
    await fake.settled()


def screen(person: Person) -> str:
    return "\n".join(shown.text or "" for shown in person.screen)


@pytest.mark.clause("C54")
async def test_a_web_chat_goes_on_on_telegram_and_the_code_leaves_the_screen(
    telegram: Telegram, house: House, fake: FakeTelegram, code: Private
) -> None:
    (case,) = await cases_of(house, VERA)
    vera = await Counsellor.logs_in(house, VERA)
    await vera.accepts(case.id)
    await vera.writes(case.id, "Wat heb je nu nodig?")
    robin = fake.person()
    await robin.opens_link()
    await fake.settled()
    await types(fake, robin, f"Mijn code is: 1. {code.reveal().replace(' ', ', ').upper()}")
    assert words(house, "code-here-opened") in screen(robin)
    assert "Wat heb je nu nodig?" in screen(robin)
    assert code.reveal().split()[0].upper() not in screen(robin)
    await types(fake, robin, "Een gesprek buiten het kantoor.")
    assert (await vera.reads(case.id))[-1] == "Een gesprek buiten het kantoor."
    assert "reaches" not in await rows_of(house), "nothing is sent there by itself"
    await press(fake, robin, "/wipe")
    before = {shown.id for shown in robin.screen}
    await press(fake, robin, "/SetSlots(wipe_ok=yes)")
    assert not before & {shown.id for shown in robin.screen}, "also what was said when the code came in"


async def test_a_code_from_another_account_ends_its_pushes_and_the_own_one_keeps_them(
    telegram: Telegram, house: House, fake: FakeTelegram
) -> None:
    robin, other = fake.person(), fake.person()
    await introduced(fake, robin)
    await types(fake, robin, "/code")
    await press(fake, robin, "/SetSlots(code_ok=yes)")
    code = numbered(code_on(screen(robin)))  # as somebody copies it off the screen
    await types(fake, robin, code)
    assert (await rows_of(house))["reaches"] == 1
    await types(fake, other, code)
    assert words(house, "code-here-opened") in screen(other)
    assert "reaches" not in await rows_of(house)


@pytest.mark.clause("C54")
async def test_who_comes_back_from_another_account_ends_the_pushes_there_too(
    house: House, code: Private
) -> None:
    one, other = Private("1001"), Private("2002")

    async def arrives(account: Private) -> None:
        came = await come_over(house.store, house.keys, house.clock, account, code)
        assert came[0] is Opening.OPENED

    def told(work: Work) -> Private | None:
        (case,) = work.cases.running()
        reach = work.reaches.of_employee(case.conversation)
        return reach.address if reach else None

    for account in (one, other):
        await arrives(account)
    (case,) = await cases_of(house, VERA)
    at_other = Reach(Channel.TELEGRAM, other, "nl")
    await house.store.write(lambda work: work.reaches.set_employee(case.conversation, at_other))
    await arrives(other)
    assert await house.store.read(told) == other
    await arrives(one)
    assert await house.store.read(told) is None


@pytest.mark.clause("C40")
async def test_a_code_that_opens_nothing_costs_the_same_statements_and_is_slowed_down(
    telegram: Telegram, house: House, fake: FakeTelegram, code: Private
) -> None:
    listed = house.code_words[0].words
    robin, other = fake.person(), fake.person()
    wrong = " ".join(listed[at * 7] for at in range(8))
    with statements(house) as for_wrong:
        await types(fake, robin, wrong)
    assert words(house, "code-here-nothing") in screen(robin)
    assert wrong not in screen(robin)
    with statements(house) as for_right:
        await types(fake, other, code.reveal())
    looked_up = [each for each in for_right if each in for_wrong]
    assert for_wrong == looked_up[: len(for_wrong)]
    for _ in range(5):
        await types(fake, robin, wrong)
    assert words(house, "code-here-slow") in screen(robin)
    await types(fake, robin, code.reveal())
    assert words(house, "code-here-opened") not in screen(robin), "also a right one has to wait then"


@pytest.mark.parametrize("own", ["case", "story"])
async def test_what_stands_on_telegram_already_is_not_lost_to_a_code(
    telegram: Telegram, house: House, fake: FakeTelegram, code: Private, own: str
) -> None:
    robin = fake.person()
    if own == "case":
        await introduced(fake, robin)
    else:
        await robin.opens_link()
        await fake.settled()
        await press(fake, robin, "/SetSlots(in_danger=safe)")
        await press(fake, robin, "/SetSlots(need=story)")
        await types(fake, robin, "Mijn chef scheldt mij elke week uit waar iedereen bij is.")
    before: dict[str, Any] = await rows_of(house)
    await types(fake, robin, code.reveal())
    assert words(house, "code-here-taken") in screen(robin)
    assert code.reveal() not in screen(robin)
    assert (await rows_of(house)).get("conversations") == before["conversations"]


async def test_the_same_update_twice_arrives_once(
    telegram: Telegram, house: House, fake: FakeTelegram, code: Private, rooms: Rooms
) -> None:
    robin = fake.person()
    fake.updates.hold()
    await robin.says(code.reveal())
    await robin.says(code.reveal())
    fake.updates.release()
    await fake.settled()
    assert code.reveal() not in screen(robin)
    assert words(house, "code-here-taken") not in screen(robin)
    assert (await rows_of(house))["conversations"] == 1


@pytest.mark.clause("C54")
async def test_a_code_with_a_slip_leaves_the_screen_is_kept_nowhere_and_asked_again(
    telegram: Telegram, house: House, fake: FakeTelegram, code: Private
) -> None:
    robin, typed = fake.person(), code.reveal().split()
    await robin.opens_link()
    await fake.settled()
    await press(fake, robin, "/SetSlots(in_danger=safe)")
    for slip in (typed[:7], ["qqqq", *typed[1:]]):
        await types(fake, robin, " ".join(slip))
        assert typed[3] not in screen(robin)
    assert "Ik tel 7 woorden." in screen(robin)
    assert "Kijk op je papier naar woord 1." in screen(robin)
    assert robin.screen[-1].text == words(house, "utter_ask_need"), "the question stands there again"
    await types(fake, robin, code.reveal())
    assert words(house, "code-here-opened") in screen(robin), "so no words were kept as a story"


async def test_a_code_with_a_slip_goes_to_no_counsellor(
    telegram: Telegram, house: House, fake: FakeTelegram
) -> None:
    robin, typed = fake.person(), house.code_words[0].words[100:107]
    await introduced(fake, robin)
    (case,) = await cases_of(house, VERA)
    vera = await Counsellor.logs_in(house, VERA)
    before = await vera.reads(case.id)
    await types(fake, robin, " ".join(typed))
    assert typed[3] not in screen(robin)
    assert await vera.reads(case.id) == before


async def test_a_code_with_a_slip_below_a_photo_leaves_the_screen_too(
    telegram: Telegram, house: House, fake: FakeTelegram
) -> None:
    robin, typed = fake.person(), house.code_words[0].words[100:107]
    await robin.opens_link()
    await fake.settled()
    before = {shown.id for shown in robin.screen}
    photo = await robin.sends("photo", caption=" ".join(typed))
    await fake.settled()
    left = {shown.id for shown in robin.screen}
    assert photo not in left
    assert before <= left, "and nothing else"


def test_no_sentence_that_people_type_is_taken_for_a_code(house: House) -> None:
    lines = read_lines(DIALOGUES / "nlu" / "examples")
    assert len(lines) > 10_000
    assert not [line for line in lines if code_in(Private(line.text), house.code_words)]
