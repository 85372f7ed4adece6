"""Cases at the desk: own ones only, each answer once, and a day to answer by (C12, C35, C40)."""

import asyncio
from datetime import date

import pytest

from bot.authenticator import WebAuthn
from bot.demo_house import PASSPHRASE
from bot.wiring import House
from dialogues.private import Private
from handlers.desk import DeskRoom
from handlers.domain.case import Status
from handlers.domain.ids import CaseId, new_id
from tests.handlers.at_desk import confirms, with_case
from tests.house import (
    DAAN,
    VERA,
    Counsellor,
    Employee,
    MovableClock,
    cases_of,
    officer,
    rows,
    sweep,
)


async def test_accepting_writing_and_closing_bring_the_words_to_the_employee(
    house: House, employee: Employee
) -> None:
    vera, case = await with_case(house, employee)
    assert await vera.accepts(case)
    assert (await vera.case()).status is Status.OPEN
    await employee.commands("/news")
    assert employee.sees("utter_accepted", counsellor_name="Vera Voorbeeld")
    assert await vera.writes(case, "Fijn dat je schrijft. Zullen we bellen?")
    assert await vera.writes(case, "Of liever hier?")
    await employee.commands("/news")
    first, second = "Zullen we bellen?", "Of liever hier?"
    assert employee.screen.index(first) < employee.screen.index(second)
    await employee.says("Liever hier, dank je wel.")
    assert await vera.reads(case) == [
        (await vera.reads(case))[0],
        "Fijn dat je schrijft. Zullen we bellen?",
        "Of liever hier?",
        "Liever hier, dank je wel.",
    ]
    assert await vera.closes(case)
    await employee.commands("/news")
    assert employee.sees("utter_closed", counsellor_name="Vera Voorbeeld")
    assert not await vera.writes(case, "Nog iets.")


async def test_letters_come_again_when_their_delivery_does(house: House, employee: Employee) -> None:
    vera, case = await with_case(house, employee)
    await vera.accepts(case)
    await vera.writes(case, "Deze woorden mogen niet zoekraken.")
    await employee.commands("/news")
    shown = employee.last
    assert "mogen niet zoekraken" in employee.screen
    assert await employee.again() == shown
    await employee.commands("/status")
    assert "mogen niet zoekraken" not in employee.screen


async def test_words_of_an_employee_wait_for_the_counsellor_before_accepting(
    house: House, employee: Employee
) -> None:
    vera, case = await with_case(house, employee)
    await employee.says("Ik vergat te zeggen dat het op maandag is.")
    assert (await vera.reads(case))[-1] == "Ik vergat te zeggen dat het op maandag is."


async def test_nothing_can_be_written_before_accepting(house: House, employee: Employee) -> None:
    vera, case = await with_case(house, employee)
    assert not await vera.writes(case, "Ik heb nog niet besloten.")
    assert not await vera.closes(case)
    assert (await vera.case()).status is Status.WAITING


@pytest.mark.parametrize("wiped", [False, True])
async def test_of_a_refused_introduction_the_desk_says_only_that_and_no_longer_than_thirty_days(
    house: House, employee: Employee, clock: MovableClock, wiped: bool
) -> None:
    vera, case = await with_case(house, employee)
    assert await vera.declines(case)
    if wiped:
        await employee.commands("/wipe")
        await employee.chooses(wipe_ok="yes")
    view = await vera.opens(case)
    assert view is not None
    assert (view.case.status, view.letters) == (Status.DECLINED, ())
    assert not await vera.accepts(case)
    assert not await vera.declines(case)
    assert not await vera.writes(case, "Toch wel.")
    clock.passes(days=30)
    await sweep(house)
    assert [each.status for each in await cases_of(house, VERA)] == [Status.DECLINED]
    clock.passes(days=1)
    await sweep(house)
    assert await cases_of(house, VERA) == []


async def test_accepting_twice_and_after_the_other_step_does_nothing(
    house: House, employee: Employee
) -> None:
    vera, case = await with_case(house, employee)
    session = await vera.session()
    both = await asyncio.gather(
        house.desk.cases.accept(session, case), house.desk.cases.accept(session, case)
    )
    assert sorted(both) == [False, True]
    assert not await vera.declines(case)
    assert (await rows(house))["mailbox"] == 1


@pytest.mark.clause("C40")
async def test_another_counsellors_case_looks_like_one_that_does_not_exist(
    house: House, employee: Employee
) -> None:
    _, case = await with_case(house, employee)
    daan = await Counsellor.logs_in(house, DAAN)
    before = await cases_of(house, VERA)
    for unknown in (case, CaseId(new_id()), CaseId("")):
        assert await daan.opens(unknown) is None
        assert not await daan.accepts(unknown)
        assert not await daan.declines(unknown)
        assert not await daan.writes(unknown, "Hallo?")
        assert not await daan.closes(unknown)
    assert await house.desk.cases.inbox(await daan.session(), "nl") == []
    assert await cases_of(house, VERA) == before


async def test_two_counsellors_accept_at_once_and_only_the_chosen_one_gets_it(
    house: House, employee: Employee
) -> None:
    vera, case = await with_case(house, employee)
    daan = await Counsellor.logs_in(house, DAAN)
    assert tuple(await asyncio.gather(daan.accepts(case), vera.accepts(case))) == (False, True)
    assert (await vera.case()).status is Status.OPEN


async def test_hr_reaches_no_case(house: House, employee: Employee) -> None:
    _, case = await with_case(house, employee)
    session = await officer(house)
    assert await house.desk.cases.inbox(session, "nl") == []
    assert await house.desk.cases.open_case(session, case, "nl") is None
    assert not await house.desk.cases.accept(session, case)
    assert not await house.desk.cases.reply(session, case, Private("Namens P&O"))
    assert not await confirms(house, session, VERA)
    assert not await house.desk.keys.unlock(Private("x"), session, Private(PASSPHRASE))
    assert (
        await house.desk.keys.set_passphrase(Private("x"), session, Private("lang genoeg hoor")) == "has_one"
    )


async def test_an_overdue_case_is_marked_in_the_list(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    await with_case(house, employee)
    clock.passes(days=3)
    vera = await Counsellor.logs_in(house, VERA)
    (row,) = await house.desk.cases.inbox(await vera.session(), "nl")
    assert row.overdue
    assert row.alias.count(" ") == 2


async def test_a_reply_is_sent_once_by_one_form_in_any_tab_and_after_a_restart(
    house: House, employee: Employee
) -> None:
    vera, case = await with_case(house, employee)
    await vera.accepts(case)
    session = await vera.session()
    words = Private("Zullen we morgen verder praten?")
    both = [house.desk.cases.reply(session, case, words, "a-form") for _ in range(2)]
    assert await asyncio.gather(*both) == [True, True]
    fresh = DeskRoom.of(house.store, house.keys, house.clock, house.policy, WebAuthn(None))
    assert await fresh.cases.reply(session, case, words, "a-form")
    assert (await rows(house))["letters"] == 2
    await employee.commands("/news")
    assert employee.screen.count("Zullen we morgen") == 1
    assert await fresh.cases.reply(session, case, words, "a-form")
    assert "mailbox" not in await rows(house), "no news of something old"


@pytest.mark.parametrize(
    ("sent", "reply_by"),
    [
        (date(2026, 11, 23), date(2026, 11, 25)),  # an ordinary Monday
        (date(2026, 11, 27), date(2026, 12, 1)),  # a Friday
        (date(2027, 3, 25), date(2027, 3, 31)),  # Thursday before Easter: Good Friday and Monday are off
        (date(2026, 12, 24), date(2026, 12, 29)),  # Christmas
    ],
)
@pytest.mark.clause("C12")
async def test_the_day_of_the_answer_counts_working_days_only(
    house: House, employee: Employee, clock: MovableClock, sent: date, reply_by: date
) -> None:
    clock.passes(days=(sent - clock.at.date()).days)
    await employee.introduces(pick="woman")
    (case,) = await cases_of(house, VERA)
    assert case.reply_by == reply_by
