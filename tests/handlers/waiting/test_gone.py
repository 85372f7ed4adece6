"""A counsellor who is away for long or whose appointment ended strands nobody (C24, C43); on both engines."""

from datetime import timedelta
from typing import Any

import pytest

from bot.wiring import House
from dialogues.private import Private
from handlers.domain.case import Late
from handlers.ports import Author
from tests.handlers.test_choosing import TODAY, away, change
from tests.handlers.waiting.passing import (
    ENDED,
    NAME,
    THREE_WEEKS,
    days,
    hears,
    news,
    running,
    taken,
    vera_writes,
)
from tests.house import (
    DAAN,
    VERA,
    Counsellor,
    Employee,
    Mailroom,
    MovableClock,
    bring,
    cases_of,
    rows,
    sweep,
)


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
