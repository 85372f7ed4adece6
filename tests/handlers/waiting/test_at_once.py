"""Rounds, clocks, pages and keys at the same moment: told and asked once (C12); on both engines."""

import asyncio
from datetime import UTC, date, datetime

import pytest

from bot.wiring import House
from handlers.domain.case import Status
from handlers.ports import Channel, Work
from tests.handlers.test_choosing import TODAY
from tests.handlers.waiting.passing import NAME, days, news, running, taken
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
    rows,
    sweep,
)


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
