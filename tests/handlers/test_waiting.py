"""Between "sent" and the end of an appointment nobody is stranded (C12, C24, C43); on both engines."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.demo_house import furnish
from bot.settings import Settings
from bot.wiring import House, Reading, build
from dialogues.private import Private
from handlers.domain.case import Case, Late, Status
from handlers.ports import Author, Channel, Work
from tests.handlers.at_desk import with_case
from tests.handlers.test_choosing import TODAY, away, change
from tests.house import (
    ANOTHER_BROWSER,
    BROWSER,
    DAAN,
    VERA,
    Counsellor,
    Employee,
    Mailroom,
    MovableClock,
    bring,
    cases_of,
    house_in,
    rows,
    staff_of,
    sweep,
)

NAME = "Vera Voorbeeld"
THREE_WEEKS: dict[str, Any] = {"absences": away()}  # until Sunday 13 December
ENDED: dict[str, Any] = {"until": TODAY - timedelta(days=1), "reason": "left"}


@pytest.fixture
async def house(
    folder: Path, furnished: Path, database_url: str, clock: MovableClock, reading: Reading
) -> AsyncIterator[House]:
    """A demo house on either engine."""
    if database_url.startswith("sqlite"):
        built = await house_in(folder / "house", furnished, clock, reading)
    else:
        settings = Settings(data_dir=folder / "house", database_url=database_url)
        built = await build(settings, clock, reading=reading)
        await furnish(built)
    yield built
    await built.close()


async def days(house: House, clock: MovableClock, count: int) -> None:
    """So many days pass, each with a sweep."""
    for _ in range(count):
        clock.passes(days=1)
        await sweep(house)


async def news(house: House) -> int:
    """How much waits to be told."""
    return (await rows(house)).get("mailbox", 0)


async def hears(employee: Employee, clock: MovableClock) -> None:
    """Come back and look, some seconds later: a roster is looked at again after five."""
    clock.passes(seconds=6)
    await employee.commands("/news")


async def taken(house: House, employee: Employee) -> Counsellor:
    """Introduced to Vera, taken, and told so."""
    vera, case = await with_case(house, employee)
    await vera.accepts(case)
    await employee.commands("/news")
    await house.desk.logins.leave(vera.cookie)
    return vera


async def running(house: House) -> Case:
    """The only case that waits or is open."""
    (case,) = await house.store.read(lambda work: work.cases.running())
    return case


async def vera_writes(house: House, words: str) -> None:
    """Vera comes to her desk and answers."""
    vera = await Counsellor.logs_in(house, VERA)
    assert await vera.writes((await vera.case()).id, words)
    await house.desk.logins.leave(vera.cookie)


# ── promised days ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.clause("C12")
async def test_waiting_longer_gets_a_new_day_and_is_asked_again_when_that_passes(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    await employee.introduces(pick="woman", push="yes")
    await days(house, clock, 3)
    await employee.commands("/news")
    assert employee.sees("utter_overdue", counsellor_name=NAME, reply_by="woensdag 25 november")
    await employee.chooses(overdue_next="wait")
    assert employee.sees("utter_overdue_wait", counsellor_name=NAME, reply_by="maandag 30 november")
    await days(house, clock, 4)
    assert clock.at.date() == date(2026, 11, 30)
    assert await news(house) == 0, "the new day itself"
    await employee.commands("/status")
    assert employee.sees("utter_status_waiting", counsellor_name=NAME, reply_by="maandag 30 november")
    await days(house, clock, 1)
    await sweep(house)
    assert await news(house) == 1
    await employee.commands("/news")
    assert employee.sees("utter_overdue", counsellor_name=NAME, reply_by="maandag 30 november")
    assert await cases_of(house, DAAN) == [], "nobody else is asked"


@pytest.mark.clause("C12")
@pytest.mark.parametrize("left", ["outside", "stop"])
async def test_a_choice_that_was_left_open_is_there_again_at_my_message(
    house: House, employee: Employee, clock: MovableClock, left: str
) -> None:
    await employee.introduces(pick="woman")
    await days(house, clock, 3)
    await employee.commands("/news")
    await employee.chooses(overdue_next=left)
    if left == "stop":
        await employee.chooses(withdraw_ok="no")
    await days(house, clock, 20)
    assert await news(house) == 0, "told once; nothing is asked over and over"
    await employee.commands("/status")
    await employee.chooses(overdue_next="wait")
    assert employee.sees("utter_overdue_wait", counsellor_name=NAME, reply_by="vrijdag 18 december")


async def test_my_message_before_the_hourly_round_asks_once_and_the_round_does_not_ask_again(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    await employee.introduces(pick="woman")
    clock.passes(days=3)
    await employee.commands("/status")
    assert employee.sees("utter_overdue", counsellor_name=NAME, reply_by="woensdag 25 november")
    await sweep(house)
    assert await news(house) == 0
    await days(house, clock, 3)
    assert await news(house) == 0


async def test_news_and_my_message_at_once_ask_once(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    await employee.introduces(pick="woman")
    await days(house, clock, 3)
    await employee.commands("/status")
    asked = [
        m for m in employee.last.messages if "/SetSlots(overdue_next=wait)" in [b.payload for b in m.buttons]
    ]
    assert len(asked) == 1
    assert await news(house) == 0


# ── silence after it was taken ─────────────────────────────────────────────────────────────────


@pytest.mark.clause("C12")
async def test_taken_on_telegram_and_never_opened_is_silence(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    vera, mailroom = await Counsellor.logs_in(house, VERA), Mailroom()
    await vera.wants_notices("4711")
    await employee.introduces(pick="woman")
    await bring(house, mailroom)
    clock.passes(days=1)
    job = mailroom.brought[0][1].buttons[0].payload.split()[1]
    assert await house.desk.cases.answer_notice(await staff_of(house, VERA), job, "accept")
    await employee.commands("/news")
    assert employee.sees("utter_accepted", counsellor_name=NAME)
    assert employee.sees("utter_answer_by", counsellor_name=NAME, reply_by="donderdag 26 november")
    await days(house, clock, 2)
    assert await news(house) == 0, "the day itself"
    await days(house, clock, 1)
    await employee.commands("/news")
    assert employee.sees("utter_overdue", counsellor_name=NAME, reply_by="donderdag 26 november")
    choices = ("wait", "no_answer", "other", "outside", "stop")
    assert {f"/SetSlots(overdue_next={choice})" for choice in choices} <= set(employee.buttons)


@pytest.mark.clause("C12")
@pytest.mark.parametrize("opened", [True, False])
async def test_an_unanswered_letter_is_late_and_nothing_shows_whether_it_was_read(
    house: House, employee: Employee, clock: MovableClock, opened: bool
) -> None:
    await taken(house, employee)
    await vera_writes(house, "Vertel maar.")
    await employee.commands("/news")
    await days(house, clock, 9)
    assert await news(house) == 0, "nothing is awaited"
    await employee.says("Het gebeurde gisteren weer, bij de koffie.")
    assert employee.sees("utter_answer_by", counsellor_name=NAME, reply_by="vrijdag 4 december")
    await employee.says("En vanochtend ook weer een keer.")
    assert not employee.sees("utter_answer_by", counsellor_name=NAME, reply_by="vrijdag 4 december"), (
        "said once"
    )
    if opened:
        vera = await Counsellor.logs_in(house, VERA)
        assert await vera.reads((await vera.case()).id)
    await days(house, clock, 3)
    await employee.commands("/news")
    assert employee.last.messages[0].text.reveal() == house.voice.flows.texts.format(
        "utter_overdue", "nl", counsellor_name=NAME, reply_by="vrijdag 4 december"
    )


async def test_an_answer_takes_back_what_was_told_of_waiting(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    await taken(house, employee)
    await days(house, clock, 3)
    assert await news(house) == 1
    await vera_writes(house, "Excuses, ik was er niet.")
    await employee.commands("/news")
    assert employee.sees("utter_news_message", counsellor_name=NAME)
    assert "overdue_next" not in "".join(employee.buttons)
    await days(house, clock, 30)
    assert await news(house) == 0


async def test_who_needs_no_answer_waits_for_nothing_until_writing_again(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    await taken(house, employee)
    await days(house, clock, 3)
    await employee.commands("/news")
    await employee.chooses(overdue_next="no_answer")
    assert employee.sees("utter_no_answer_needed", counsellor_name=NAME)
    await days(house, clock, 10)
    assert await news(house) == 0
    await employee.says("Er is toch weer iets gebeurd.")
    await days(house, clock, 4)
    assert await news(house) == 1


async def test_an_answer_at_the_very_moment_of_waiting_longer_is_not_lost(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    await taken(house, employee)
    await days(house, clock, 3)
    await employee.commands("/news")
    vera = await Counsellor.logs_in(house, VERA)
    case = (await vera.case()).id
    await asyncio.gather(employee.chooses(overdue_next="wait"), vera.writes(case, "Ik ben er weer."))
    assert not (await running(house)).awaited
    if not employee.sees("utter_news_message", counsellor_name=NAME):
        await employee.commands("/news")
    assert employee.sees("utter_news_message", counsellor_name=NAME)


async def test_pressing_wait_after_the_answer_says_that_nothing_is_to_be_chosen(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    await taken(house, employee)
    await days(house, clock, 3)
    await employee.commands("/news")
    await vera_writes(house, "Ik ben er weer.")
    await employee.chooses(overdue_next="wait")
    assert employee.sees("utter_waiting_changed")
    assert employee.sees("utter_news_message", counsellor_name=NAME)


# ── away ───────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.clause("C12", "C24")
@pytest.mark.parametrize("is_taken", [True, False])
async def test_a_long_absence_is_told_with_the_day_of_return_and_waiting_counts_from_there(
    house: House, employee: Employee, clock: MovableClock, is_taken: bool
) -> None:
    await taken(house, employee) if is_taken else await employee.introduces(pick="woman")
    await change(house, VERA, **THREE_WEEKS)
    await sweep(house)
    await hears(employee, clock)
    assert employee.sees("utter_away", counsellor_name=NAME, back_on="maandag 14 december")
    assert "/SetSlots(overdue_next=no_answer)" not in employee.buttons
    await employee.chooses(overdue_next="wait")
    assert employee.sees("utter_overdue_wait", counsellor_name=NAME, reply_by="woensdag 16 december")
    await days(house, clock, 23)
    assert await news(house) == 0
    await days(house, clock, 1)
    await employee.commands("/news")
    assert employee.sees("utter_overdue", counsellor_name=NAME, reply_by="woensdag 16 december")
    assert await cases_of(house, DAAN) == []


async def test_a_running_contact_without_a_question_hears_of_an_absence_and_may_wait_for_the_return(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    await taken(house, employee)
    await vera_writes(house, "Dag.")
    await employee.commands("/news")
    await change(house, VERA, **THREE_WEEKS)
    await sweep(house)
    await hears(employee, clock)
    await employee.chooses(overdue_next="wait")
    assert employee.sees("utter_away_wait", counsellor_name=NAME, back_on="maandag 14 december")
    await days(house, clock, 2)
    assert await news(house) == 0
    await employee.says("Ik schrijf alvast wat er gebeurde.")
    assert employee.sees("utter_answer_by", counsellor_name=NAME, reply_by="woensdag 16 december")
    await days(house, clock, 21)
    assert await news(house) == 0


async def test_a_short_absence_is_not_told(house: House, employee: Employee, clock: MovableClock) -> None:
    await employee.introduces(pick="woman")
    await change(house, VERA, absences=away(TODAY, TODAY + timedelta(days=1)))
    await days(house, clock, 2)
    assert await news(house) == 0


@pytest.mark.clause("C24")
@pytest.mark.parametrize("fields", [THREE_WEEKS, ENDED])
async def test_moving_on_asks_again_who_must_not_be_asked_and_nobody_reads_before_a_new_yes(
    house: House, employee: Employee, clock: MovableClock, fields: dict[str, Any]
) -> None:
    await employee.introduces(pick="woman")
    await change(house, VERA, **fields)
    await sweep(house)
    await hears(employee, clock)
    choice = "ended_next" if fields is ENDED else "overdue_next"
    assert "Daan" not in employee.screen, "no name before it was asked who must not be asked"
    await employee.chooses(**{choice: "other"})
    assert employee.sees("utter_other_counsellor")
    assert "/SetSlots(pick=not_person)" in employee.buttons
    await employee.chooses(pick="woman")
    assert employee.sees("utter_no_woman"), "a woman is never answered with a man"
    await employee.chooses(pick="man")
    await employee.walks_to("send")
    assert await cases_of(house, DAAN) == []
    await employee.chooses(send="yes")
    daan = await Counsellor.logs_in(house, DAAN)
    assert len(await daan.reads((await daan.case()).id)) == 1
    assert (await running(house)).told is None
    await days(house, clock, 2)
    assert await news(house) == 0, "the waiting is with Daan now"


@pytest.mark.clause("C24")
@pytest.mark.parametrize("fields", [THREE_WEEKS, ENDED])
async def test_without_anybody_else_that_is_said_with_lines_outside_and_the_choice_stays(
    house: House, employee: Employee, clock: MovableClock, fields: dict[str, Any]
) -> None:
    await employee.introduces(pick="woman")
    await change(house, DAAN, absences=away(TODAY, TODAY + timedelta(days=300)))
    await change(house, VERA, **fields)
    await sweep(house)
    await hears(employee, clock)
    choice = "ended_next" if fields is ENDED else "overdue_next"
    await employee.chooses(**{choice: "other"})
    assert employee.sees("utter_nobody_offered")
    assert "113" in employee.screen
    await employee.commands("/status")
    assert f"/SetSlots({choice}=other)" in employee.buttons


async def test_absent_and_ended_at_once_is_told_as_ended_and_once(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    await employee.introduces(pick="woman")
    await days(house, clock, 3)
    assert (await running(house)).told is Late.OVERDUE
    await change(house, VERA, **THREE_WEEKS)
    await sweep(house)
    assert await news(house) == 1, "asked today already"
    await change(house, VERA, **ENDED)
    await sweep(house)
    assert await news(house) == 1
    await days(house, clock, 1)
    await sweep(house)
    assert await news(house) == 1, "the newest takes the place of what nobody read"
    await hears(employee, clock)
    assert employee.sees("utter_counsellor_ended", counsellor_name=NAME, wiped_on="maandag 28 december")
    assert "overdue_next" not in "".join(employee.buttons)


# ── the end of an appointment ──────────────────────────────────────────────────────────────────


@pytest.mark.clause("C43")
async def test_without_an_answer_nothing_is_transferred_and_everything_is_wiped_at_its_day(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    await taken(house, employee)
    await change(house, VERA, **ENDED)
    await sweep(house)
    await days(house, clock, 30)
    daan = await Counsellor.logs_in(house, DAAN)
    assert await daan.opens((await running(house)).id) is None
    assert await cases_of(house, DAAN) == []
    await days(house, clock, 1)
    assert not {"cases", "letters", "conversations", "mailbox"} & (await rows(house)).keys()


@pytest.mark.clause("C43")
async def test_who_hears_it_later_reads_the_same_day_and_may_leave_it_open(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    await taken(house, employee)
    await change(house, VERA, **ENDED)
    await sweep(house)
    await days(house, clock, 12)
    await employee.commands("/news")
    assert employee.sees("utter_counsellor_ended", counsellor_name=NAME, wiped_on="donderdag 24 december")
    await employee.chooses(ended_next="later")
    await employee.commands("/status")
    assert employee.sees("utter_counsellor_ended", counsellor_name=NAME, wiped_on="donderdag 24 december")
    await days(house, clock, 18)
    assert "cases" in await rows(house)
    await days(house, clock, 1)
    assert "cases" not in await rows(house)


async def test_an_appointment_that_goes_on_after_all_wipes_nothing(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    await taken(house, employee)
    await change(house, VERA, **ENDED)
    await sweep(house)
    await change(house, VERA, until=None, reason=None)
    await days(house, clock, 40)
    assert (await running(house)).counsellor == VERA


@pytest.mark.clause("C43")
async def test_a_former_counsellor_reads_nothing_with_any_key_cookie_or_button_kept(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    vera, mailroom = await Counsellor.logs_in(house, VERA), Mailroom()
    await vera.wants_notices("4711")
    await employee.introduces(pick="woman")
    case = await vera.case()
    await bring(house, mailroom)
    button = mailroom.brought[0][1].buttons[0].payload.split()[1]
    kept = await vera.session()
    assert await vera.reads(case.id)
    await change(house, VERA, **ENDED)
    assert await house.desk.logins.session(vera.cookie) is None
    assert not await house.desk.cases.answer_notice(kept.staff, button, "accept")
    assert not await house.desk.cases.reply(kept, case.id, Private("Nog even."))
    key = kept.key
    assert key is not None
    boxes = await house.store.read(lambda work: work.cases.letters(case, Author.COUNSELLOR, key))
    assert boxes == [], "also with the key itself"
    view = await house.desk.cases.open_case(kept, case.id, "nl")
    assert view is None or view.letters == ()


# ── bad days ───────────────────────────────────────────────────────────────────────────────────


async def test_two_rounds_at_once_tell_and_remind_once(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    vera, mailroom = await Counsellor.logs_in(house, VERA), Mailroom()
    await vera.wants_notices("4711")
    await employee.introduces(pick="woman", push="yes")
    await bring(house, mailroom)
    clock.passes(days=1)
    await asyncio.gather(*(house.sweep.run() for _ in range(3)))
    held = await rows(house)
    assert held["jobs"] == 2, "the first notice, whose buttons still work, and one reminder"
    await bring(house, mailroom)
    clock.passes(days=2)
    await asyncio.gather(*(house.sweep.run() for _ in range(3)))
    await bring(house, mailroom)
    assert await news(house) == 1
    assert mailroom.texts.count("Er is nieuws in Open Oor.") == 1


async def test_a_clock_that_jumps_on_and_back_leaves_an_open_choice_and_nothing_twice(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    await employee.introduces(pick="woman")
    clock.passes(days=20)
    await sweep(house)
    clock.passes(days=-20)
    for _ in range(3):
        await sweep(house)
    assert await news(house) == 1
    await employee.commands("/news")
    assert employee.sees("utter_waiting_changed"), "the day has not come after all"
    await days(house, clock, 3)
    await employee.commands("/status")
    assert employee.sees("utter_overdue", counsellor_name=NAME, reply_by="woensdag 25 november")


@pytest.mark.clause("C12")
@pytest.mark.parametrize(
    ("sent", "late_on"),
    [
        (datetime(2027, 3, 26, 23, 30, tzinfo=UTC), date(2027, 4, 1)),  # Easter, and summer time begins
        (datetime(2026, 10, 23, 22, 30, tzinfo=UTC), date(2026, 10, 28)),  # summer time ends
        (datetime(2028, 2, 28, 0, 15, tzinfo=UTC), date(2028, 3, 2)),  # a leap day
    ],
)
async def test_changes_of_the_clock_and_leap_days_move_no_promise(
    house: House, employee: Employee, clock: MovableClock, sent: datetime, late_on: date
) -> None:
    clock.at = sent
    await employee.introduces(pick="woman")
    while not await news(house):
        clock.passes(hours=1)
        await house.sweep.run()
    assert clock.at.date() == late_on


# ── on the web ─────────────────────────────────────────────────────────────────────────────────


async def test_with_the_code_the_page_knows_at_once_that_there_is_something_to_choose(
    house: House, clock: MovableClock
) -> None:
    person = Employee(house, Channel.WEB, BROWSER)
    await person.to_counsellor()
    await person.chooses(pick="woman")
    page = await person.page()
    code = page.code
    assert page.come_back == "2026-11-25", "the sheet with the code has the day to come back"
    assert code is not None
    await person.presses_payload("/SetSlots(teach=skip)")
    await person.chooses(send="yes")
    await days(house, clock, 3)
    back = await person.comes_back(code, ANOTHER_BROWSER)
    assert back is not None
    assert (await back.page()).has_news
    await back.commands("/news")
    assert back.sees("utter_overdue", counsellor_name=NAME, reply_by="woensdag 25 november")
    await back.chooses(overdue_next="wait")
    assert (await running(house)).status is Status.WAITING


# ── a key that is new ──────────────────────────────────────────────────────────────────────────


async def test_who_is_to_choose_about_a_new_key_is_not_asked_about_waiting_as_well(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    await taken(house, employee)
    key = await house.store.read(lambda work: work.desk.wrapped_key(VERA))
    daan = await Counsellor.logs_in(house, DAAN)

    def renewed(work: Work) -> None:
        assert key is not None
        work.desk.drop_key(VERA)
        work.desk.set_key(VERA, key, TODAY)

    await house.store.write(renewed)
    (shown,) = [k.fingerprint for k in await house.desk.keys.shown() if k.counsellor == VERA]
    assert await house.desk.keys.confirm(await daan.session(), VERA, shown)
    await days(house, clock, 4)
    assert await news(house) == 1
    await employee.commands("/news")
    await employee.chooses(key_next="later")
    await days(house, clock, 1)
    await employee.commands("/news")
    assert employee.sees("utter_overdue", counsellor_name=NAME, reply_by="woensdag 25 november")
