"""From reception to aftercare, and from each phase straight to an end; no phase asks for a step (C48)."""

from collections.abc import Awaitable, Callable

import pytest

from bot.wiring import House
from handlers.domain.case import Status
from handlers.domain.proposals import Decision
from tests.handlers.stepping import ALONE, TO_BOARD, decision, proposes, says_yes
from tests.handlers.test_clarifying import WISH, tells
from tests.house import VERA, Counsellor, Employee, cases_of, rows

Phase = Callable[[House, Employee], Awaitable[None]]


async def received(_: House, employee: Employee) -> None:
    await employee.commands("/start")
    await employee.chooses(in_danger="safe")


async def in_order(_: House, employee: Employee) -> None:
    await tells(employee)


async def options(_: House, employee: Employee) -> None:
    await received(_, employee)
    await employee.commands("/options")
    assert any("option=" in button for button in employee.buttons)


async def preview(_: House, employee: Employee) -> None:
    await employee.to_preview(pick="woman")


async def waiting(_: House, employee: Employee) -> None:
    await employee.introduces(pick="woman")


async def talking(house: House, employee: Employee) -> None:
    await waiting(house, employee)
    vera = await Counsellor.logs_in(house, VERA)
    assert await vera.accepts((await vera.case()).id)
    await employee.commands("/news")


async def proposed(house: House, employee: Employee) -> None:
    await talking(house, employee)
    vera = await Counsellor.logs_in(house, VERA)
    assert await proposes(house, vera, (await vera.case()).id, TO_BOARD)
    await employee.commands("/news")


async def chosen(house: House, employee: Employee) -> None:
    await proposed(house, employee)
    await says_yes(employee)


@pytest.mark.clause("C48")
@pytest.mark.parametrize("phase", [received, in_order, options, preview])
async def test_before_anything_is_sent_each_phase_can_be_the_last(
    house: House, employee: Employee, phase: Phase
) -> None:
    await phase(house, employee)
    await employee.commands("/stop")
    if any("stop_how" in button for button in employee.buttons):
        await employee.chooses(stop_how="now")
    assert employee.sees("utter_stopped")
    assert not {"conversations", "peers", "cases"} & (await rows(house)).keys()


@pytest.mark.clause("C48")
async def test_who_waits_can_end_it_before_it_was_taken(house: House, employee: Employee) -> None:
    await waiting(house, employee)
    await employee.commands("/end_contact")
    await employee.chooses(withdraw_ok="yes")
    assert [case.status for case in await cases_of(house, VERA)] == [Status.WITHDRAWN]


@pytest.mark.clause("C48")
@pytest.mark.parametrize("phase", [talking, proposed, chosen])
@pytest.mark.parametrize("who", ["employee", "counsellor"])
async def test_a_case_that_was_taken_closes_from_each_phase_and_aftercare_is_offered(
    house: House, employee: Employee, phase: Phase, who: str
) -> None:
    await phase(house, employee)
    if who == "employee":
        await employee.commands("/end_contact")
        await employee.chooses(end_ok="yes")
    else:
        vera = await Counsellor.logs_in(house, VERA)
        assert await vera.closes((await vera.case()).id)
        await employee.commands("/news")
    assert [case.status for case in await cases_of(house, VERA)] == [Status.CLOSED]
    assert employee.sees("utter_ask_aftercare")
    await employee.chooses(aftercare="none")


@pytest.mark.clause("C48")
async def test_a_case_moves_on_from_reception_to_aftercare_with_the_wish_on_top(
    house: House, employee: Employee
) -> None:
    await in_order(house, employee)
    await employee.chooses(note_next="send")
    await employee.chooses(pick="woman")
    await employee.chooses(push="no")
    await employee.chooses(send="yes")
    vera = await Counsellor.logs_in(house, VERA)
    case = (await vera.case()).id
    assert (await vera.reads(case))[0].startswith(f"Wat voor mij beter is: {WISH}")
    assert await vera.accepts(case)
    assert await proposes(house, vera, case, ALONE)
    await employee.commands("/news")
    await says_yes(employee)
    assert await decision(house, vera, case) is Decision.CHOSEN
    assert await vera.closes(case)
    await employee.commands("/news")
    await employee.chooses(aftercare="two_weeks")
    assert (await rows(house))["aftercare"] == 1
