"""Between "sent" and an answer nobody is stranded (C12); on both engines."""

import asyncio
from datetime import date

import pytest

from bot.wiring import House
from tests.handlers.waiting.passing import NAME, days, news, running, taken, vera_writes
from tests.house import (
    DAAN,
    VERA,
    Counsellor,
    Employee,
    Mailroom,
    MovableClock,
    bring,
    cases_of,
    staff_of,
    sweep,
)


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
