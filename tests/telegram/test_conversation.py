"""A whole house behind Telegram: an employee reaches a counsellor, who is told and accepts there."""

import asyncio
import logging
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from prometheus_client import CollectorRegistry

from bot.server import app
from bot.settings import Settings
from bot.telegram import Rooms, Telegram
from bot.wiring import House, build
from handlers.domain.case import Case, Status
from handlers.jobs import Notices
from handlers.ports import Channel, Job, JobKind, LinkPurpose, Staff
from tests.fakes.telegram import FakeTelegram, Person, Shown
from tests.house import DAAN, VERA, template
from tests.house import rows as rows_of
from tests.telegram.conftest import Pauses, receiving
from tests.telegram.test_webhook import delivered

pytestmark = pytest.mark.sockets

JOB, PUSH = "0" * 32, "1" * 32


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo house made once; making its keys is slow on purpose."""
    return asyncio.run(template(tmp_path_factory.mktemp("house")))


@pytest.fixture
async def house(fake: FakeTelegram, furnished: Path, tmp_path: Path) -> AsyncIterator[House]:
    folder = shutil.copytree(furnished, tmp_path / "house")
    built = await build(Settings(data_dir=folder), fake.clock)
    yield built
    await built.close()


@pytest.fixture
def rooms(house: House, pauses: Pauses) -> Rooms:
    return Rooms(
        take=house.front.take,
        photo_of=house.hr.photos.body,
        store=house.store,
        keyring=house.keys,
        desk=house.desk,
        voice=house.voice,
        clock=house.clock,
        languages=house.policy.languages,
        code_words=house.code_words,
        registry=CollectorRegistry(),
        pause=pauses,
    )


@pytest.fixture
async def telegram(rooms: Rooms, fake: FakeTelegram) -> AsyncIterator[Telegram]:
    async with receiving(rooms, fake) as running:
        yield running


async def someone(house: House) -> Staff:
    """The first demo counsellor's login."""
    roster = await house.store.read(lambda work: work.roster.current())
    staff = await house.store.read(lambda work: work.desk.staff_of(roster.counsellors[0].id))
    assert staff is not None
    return staff


async def linked(house: House, fake: FakeTelegram, staff: Staff) -> Person:
    """A counsellor who has opened the desk's link on Telegram."""
    person = fake.person(first_name="Vera")
    token = await house.desk.logins.link(staff.id, LinkPurpose.TELEGRAM)
    await person.opens_link(token.reveal())
    await fake.settled()
    return person


def words(house: House, text_id: str, language: str = "nl") -> str:
    return house.voice.flows.texts.format(text_id, language)


async def press(fake: FakeTelegram, person: Person, data: str) -> None:
    """Press what sends this; it must be on the screen."""
    await person.presses(data)
    await fake.settled()


async def introduced(fake: FakeTelegram, robin: Person) -> None:
    """The shortest safe path from /start to sent."""
    await robin.opens_link()
    await fake.settled()
    for choice in (
        "in_danger=safe",
        "need=someone",
        "for_whom=self",
        "kind=bullying",
        "about=colleague",
        "pick=any",
        "push=yes",
        "send=yes",
    ):
        await press(fake, robin, f"/SetSlots({choice})")


async def test_from_start_to_sent_in_at_most_ten_presses(
    telegram: Telegram, house: House, fake: FakeTelegram
) -> None:
    robin = fake.person()
    await introduced(fake, robin)
    waiting = await house.store.read(lambda work: sum(work.cases.load().values()))
    assert waiting == 1
    presses = sum(call.method == "answerCallbackQuery" for call in fake.calls)
    assert presses <= 9  # the link itself is one


@pytest.mark.clause("C40")
async def test_a_conversation_leaves_neither_account_nor_words_in_a_log(
    telegram: Telegram,
    house: House,
    fake: FakeTelegram,
    caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for ours in ("bot", "handlers", "storage", "dialogues", "openoor"):
        caplog.set_level(logging.DEBUG, logger=ours)
    robin = fake.person(first_name="Planted")
    await introduced(fake, robin)
    for said in ("Zandloper stond naast het kopieerapparaat.", "/code"):
        await robin.says(said)
        await fake.settled()
    await press(fake, robin, "/wipe")
    await press(fake, robin, "/SetSlots(wipe_ok=yes)")
    logging.getLogger("bot.telegram").warning("a line")
    heard = caplog.text + "".join(capsys.readouterr())
    assert "a line" in heard
    for secret in (str(robin.id), "Zandloper", "Planted"):
        assert secret not in heard


async def test_who_is_gone_when_the_answer_comes_is_told_no_news_any_more(
    telegram: Telegram, house: House, fake: FakeTelegram
) -> None:
    robin = fake.person()
    await introduced(fake, robin)
    (case,) = await house.store.read(
        lambda work: [c for who in (VERA, DAAN) for c in work.cases.of_counsellor(who)]
    )
    assert await house.store.read(lambda work: work.reaches.of_employee(case.conversation)) is not None
    fake.updates.hold()
    await robin.says("/status")
    await robin.deletes_account()  # of which Telegram tells the bot nothing
    fake.updates.release()
    await fake.settled()
    assert await house.store.read(lambda work: work.reaches.of_employee(case.conversation)) is None


async def test_wipe_leaves_no_row_and_no_message_younger_than_48_hours(
    telegram: Telegram, house: House, fake: FakeTelegram
) -> None:
    robin = fake.person()
    await introduced(fake, robin)
    await press(fake, robin, "/wipe")
    await press(fake, robin, "/SetSlots(wipe_ok=yes)")
    await fake.until(lambda: all(shown.by_bot for shown in robin.screen))
    shown = [each.text for each in robin.screen]
    assert words(house, "utter_wiped") in shown
    assert len(shown) <= 2
    cases = await house.store.read(lambda work: work.cases.load())
    assert not sum(cases.values())


@pytest.mark.clause("C41")
async def test_a_wipe_takes_along_the_answer_that_was_the_last_before_a_kill(
    rooms: Rooms, house: House, fake: FakeTelegram
) -> None:
    robin = fake.person()
    async with receiving(rooms, fake, killed=True):
        await robin.opens_link()
        await fake.settled()
        await press(fake, robin, "/SetSlots(in_danger=safe)")
    async with receiving(rooms, fake):
        await robin.says("/wipe")  # typed: a press would name the message that it stands under
        await fake.settled()
        everything = {shown.id for shown in robin.screen}
        assert len(everything) > 4
        await press(fake, robin, "/SetSlots(wipe_ok=yes)")
    assert not everything & {shown.id for shown in robin.screen}


async def reaches(house: House) -> int:
    return (await rows_of(house)).get("reaches", 0)


async def test_who_blocks_the_bot_is_forgotten_for_pushes_at_once_and_keeps_the_case(
    telegram: Telegram, house: House, fake: FakeTelegram
) -> None:
    robin = fake.person()
    await introduced(fake, robin)
    assert await reaches(house) == 1
    await robin.blocks()
    await fake.settled()
    assert await reaches(house) == 0
    assert sum((await house.store.read(lambda work: work.cases.load())).values()) == 1
    await robin.unblocks()
    await robin.says("Ik ben er weer")
    await fake.settled()
    assert robin.answers


async def test_who_is_gone_without_a_word_is_forgotten_at_the_next_answer(
    telegram: Telegram, house: House, fake: FakeTelegram
) -> None:
    robin = fake.person()
    await introduced(fake, robin)
    fake.updates.hold()
    await robin.says("Nog iets")
    await robin.deletes_account()
    fake.updates.release()
    await fake.settled()
    assert await reaches(house) == 0


async def test_a_counsellor_who_blocks_the_bot_is_sent_no_more_notices(
    telegram: Telegram, house: House, fake: FakeTelegram
) -> None:
    staff = await someone(house)
    vera = await linked(house, fake, staff)
    await vera.blocks()
    await fake.settled()
    assert await house.store.read(lambda work: work.reaches.of_staff(staff.id)) is None


async def test_an_answer_to_a_counsellor_who_is_gone_ends_the_notices_too(
    telegram: Telegram, house: House, fake: FakeTelegram
) -> None:
    staff = await someone(house)
    vera = await linked(house, fake, staff)
    fake.updates.hold()
    await vera.says("Hallo")
    await vera.deletes_account()
    fake.updates.release()
    await fake.settled()
    assert await house.store.read(lambda work: work.reaches.of_staff(staff.id)) is None


async def test_the_whole_server_takes_what_telegram_posts(
    rooms: Rooms, house: House, fake: FakeTelegram
) -> None:
    robin = fake.person()
    async with delivered(rooms, fake, lambda telegram: app(house, telegram)):
        await robin.opens_link()
        await fake.settled()
    assert robin.answers


async def test_every_kind_of_input_gets_an_answer(
    telegram: Telegram, house: House, fake: FakeTelegram
) -> None:
    robin = fake.person()
    await robin.opens_link()
    await fake.settled()
    before = len(robin.answers)
    for typed in ("\u200b", "🙂🙂", "‮omgekeerd", "/onbekend", "\x00\x07", "a" * 10_000):
        await robin.says(typed)
        await fake.settled()
        assert len(robin.answers) > before
        assert any(key.data == "/help_now" for key in robin.answers[-1].keys)
        before = len(robin.answers)
    await robin.forges("/SetSlots(send=yes)")
    await robin.sends("voice")
    await robin.edits(await robin.says("ik word gepest"), "ik word al lang gepest")
    await fake.settled()
    said = [shown.text for shown in robin.answers[before:]]
    assert words(house, "utter_unsupported") in said
    assert words(house, "utter_edited") in said


async def test_a_press_and_words_at_once_are_both_taken(
    telegram: Telegram, house: House, fake: FakeTelegram
) -> None:
    robin = fake.person()
    await robin.opens_link()
    await fake.settled()
    before = len(robin.answers)
    fake.updates.hold()
    await robin.presses("/SetSlots(in_danger=safe)")
    await robin.says("ik word gepest op het werk")
    fake.updates.release()
    await fake.settled()
    assert len(robin.answers) >= before + 2


async def test_a_press_twice_counts_once(telegram: Telegram, house: House, fake: FakeTelegram) -> None:
    robin = fake.person()
    await robin.opens_link()
    await fake.settled()
    question = robin.answers[-1].id
    await press(fake, robin, "/SetSlots(in_danger=safe)")
    await robin.forges("/SetSlots(in_danger=unsafe)", message=question)
    await fake.settled()
    assert words(house, "utter_stale_button") in [shown.text for shown in robin.answers]
    assert any("need=" in (key.data or "") for key in robin.answers[-1].keys)


@dataclass(frozen=True, slots=True)
class Told:
    """An employee was introduced, and the counsellor has the notice on Telegram."""

    robin: Person
    vera: Person
    staff: Staff
    case: Case
    notice: Shown


async def told(telegram: Telegram, house: House, fake: FakeTelegram) -> Told:
    robin = fake.person(first_name="Robijn")
    await introduced(fake, robin)
    load = await house.store.read(lambda work: work.cases.load())
    who = next(each for each, count in load.items() if count)
    staff = await house.store.read(lambda work: work.desk.staff_of(who))
    assert staff is not None
    vera = await linked(house, fake, staff)
    (case,) = await house.store.read(lambda work: work.cases.of_counsellor(who))
    job = Job(JOB, JobKind.NOTICE, staff=staff.id, case=case.id)
    await house.store.write(lambda work: work.schedule.enqueue(job))
    await Notices(house.store, telegram.postman, house.voice.flows.texts).notice(JOB)
    notice = await vera.sees(words(house, "notice-waiting"))
    return Told(robin, vera, staff, case, notice)


async def status(house: House, there: Told) -> Status:
    case = await house.store.read(lambda work: work.cases.get(there.case.id))
    assert case is not None
    return case.status


@pytest.mark.parametrize(("verdict", "becomes"), [("accept", Status.OPEN), ("decline", Status.DECLINED)])
async def test_a_counsellor_is_told_without_content_and_answers_on_telegram(
    telegram: Telegram, house: House, fake: FakeTelegram, verdict: str, becomes: Status
) -> None:
    there = await told(telegram, house, fake)
    vera, notice = there.vera, there.notice
    assert notice.protected
    assert notice.text == words(house, "notice-waiting")
    assert notice.titles == tuple(words(house, f"notice-waiting.{each}") for each in ("accept", "decline"))
    press = await vera.presses(f"/notice {JOB} {verdict}")
    await fake.settled()
    assert press.answered
    answer = "notice-accepted" if verdict == "accept" else "notice-declined"
    assert vera.answers[-1].text == words(house, answer)
    assert vera.answers[-1].protected
    assert not any(shown.keys for shown in vera.answers)
    assert await status(house, there) is becomes


async def test_nobody_else_can_answer_a_notice(telegram: Telegram, house: House, fake: FakeTelegram) -> None:
    there = await told(telegram, house, fake)
    roster = await house.store.read(lambda work: work.roster.current())
    other = next(each.id for each in roster.counsellors if each.id != there.staff.counsellor)
    colleague = await house.store.read(lambda work: work.desk.staff_of(other))
    assert colleague is not None
    daan, robin = await linked(house, fake, colleague), fake.person()
    await robin.opens_link()
    await fake.settled()
    for person in (daan, robin):
        await person.forges(f"/notice {JOB} accept")
    await fake.settled()
    assert daan.answers[-1].text == words(house, "notice-gone")
    assert words(house, "notice-accepted") not in [shown.text for shown in robin.answers]
    assert await status(house, there) is Status.WAITING


async def test_an_employee_who_wants_it_hears_that_there_is_news_and_opens_it(
    telegram: Telegram, house: House, fake: FakeTelegram
) -> None:
    there = await told(telegram, house, fake)
    await press(fake, there.vera, f"/notice {JOB} accept")
    job = Job(PUSH, JobKind.PUSH, conversation=there.case.conversation)
    await house.store.write(lambda work: work.schedule.enqueue(job))
    await Notices(house.store, telegram.postman, house.voice.flows.texts).push(PUSH)
    news = await there.robin.sees(words(house, "notice-news"))
    assert news.text == words(house, "notice-news")
    await press(fake, there.robin, words(house, "notice-news.read"))
    assert there.robin.answers[-1].id > news.id
    assert not next(shown for shown in there.robin.answers if shown.id == news.id).keys


async def test_a_link_of_the_desk_opens_once_and_for_a_quarter_of_an_hour(
    telegram: Telegram, house: House, fake: FakeTelegram
) -> None:
    staff = await someone(house)
    token = await house.desk.logins.link(staff.id, LinkPurpose.TELEGRAM)
    late = await house.desk.logins.link(staff.id, LinkPurpose.TELEGRAM)
    first, second, third = (fake.person() for _ in range(3))
    await first.opens_link(token.reveal())
    await fake.settled()
    await second.opens_link(token.reveal())
    fake.clock.forward(timedelta(minutes=16))
    await third.opens_link(late.reveal())
    await fake.settled()
    assert first.answers[-1].text == words(house, "notice-linked")
    assert [each.answers[-1].text for each in (second, third)] == [words(house, "notice-link-failed")] * 2
    reach = await house.store.read(lambda work: work.reaches.of_staff(staff.id))
    assert reach is not None
    assert (reach.channel, reach.address.reveal()) == (Channel.TELEGRAM, str(first.id))


async def test_a_counsellor_is_answered_in_the_language_of_the_account_that_was_linked(
    telegram: Telegram, house: House, fake: FakeTelegram
) -> None:
    staff, vera = await someone(house), fake.person(language="en")
    await vera.opens_link((await house.desk.logins.link(staff.id, LinkPurpose.TELEGRAM)).reveal())
    await vera.says("Who was it?")
    await vera.says("/stop")
    await fake.settled()
    said = ("notice-linked", "notice-staff-only", "notice-unlinked")
    assert [shown.text for shown in vera.answers] == [words(house, text_id, "en") for text_id in said]


async def test_a_link_that_comes_twice_in_the_same_chat_is_no_matter(
    telegram: Telegram, house: House, fake: FakeTelegram
) -> None:
    staff, vera = await someone(house), fake.person()
    token = await house.desk.logins.link(staff.id, LinkPurpose.TELEGRAM)
    for _ in range(2):
        await vera.opens_link(token.reveal())
        await fake.settled()
    assert [shown.text for shown in vera.answers] == [words(house, "notice-linked")] * 2


async def test_nothing_a_counsellor_types_is_taken_and_stop_ends_the_notices(
    telegram: Telegram, house: House, fake: FakeTelegram
) -> None:
    staff = await someone(house)
    vera = await linked(house, fake, staff)
    await vera.says("Robin van de derde verdieping")
    await fake.settled()
    assert vera.answers[-1].text == words(house, "notice-staff-only")
    await vera.says("/stop")
    await fake.settled()
    assert vera.answers[-1].text == words(house, "notice-unlinked")
    assert await house.store.read(lambda work: work.reaches.of_staff(staff.id)) is None
    await vera.says("/start")
    await fake.settled()
    assert vera.answers[-1].text != words(house, "notice-staff-only")
