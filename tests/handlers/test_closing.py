"""The end of a case: from any place, counted once, and never with the case (C08, C27, C48)."""

import asyncio
from datetime import date

import pytest

from bot.wiring import House
from handlers.domain.case import Case, Status
from handlers.domain.closing import Closing, Committee, Counts, Kind, Outcome, Way
from handlers.ports import About
from tests.house import VERA, Counsellor, Employee, MovableClock, cases_of, sweep

SAID = Closing(Outcome.BETTER, Way.INFORMAL, Committee.NO, frozenset({Kind.AGGRESSION, Kind.VIOLENCE}))


async def counted(house: House, year: int = 2026) -> Counts:
    """What the totals hold of cases that ended in this year."""
    return await house.store.read(lambda work: work.totals.of(About.CLOSINGS, year))


async def opened(house: House, employee: Employee) -> tuple[Counsellor, Case]:
    """Vera with a case that she took."""
    await employee.introduces(pick="woman")
    vera = await Counsellor.logs_in(house, VERA)
    case = await vera.case()
    assert await vera.accepts(case.id)
    return vera, await vera.case()


async def ends(vera: Counsellor, case: Case, said: Closing | None) -> bool:
    """Close as the page does."""
    return await vera.house.desk.cases.close(await vera.session(), case.id, said)


async def test_what_the_counsellor_says_is_counted_once_however_often_it_is_sent(
    house: House, employee: Employee
) -> None:
    vera, case = await opened(house, employee)
    assert await ends(vera, case, SAID)
    first = await counted(house)
    assert first == dict.fromkeys(SAID.cells(), 1)
    assert await ends(vera, case, SAID)
    assert await ends(vera, case, None)
    assert await ends(vera, case, Closing(outcome=Outcome.SAME))
    assert await counted(house) == first


async def test_the_form_pressed_often_at_one_moment_counts_once(house: House, employee: Employee) -> None:
    vera, case = await opened(house, employee)
    assert await asyncio.gather(*(ends(vera, case, SAID) for _ in range(4))) == [True] * 4
    assert await counted(house) == dict.fromkeys(SAID.cells(), 1)


async def test_a_contact_that_ends_without_a_word_counts_as_unknown_and_can_still_be_described_once(
    house: House, employee: Employee
) -> None:
    vera, case = await opened(house, employee)
    assert await ends(vera, case, None)
    assert await counted(house) == dict.fromkeys(Closing().cells(), 1)
    assert await ends(vera, case, SAID)
    assert await counted(house) == dict.fromkeys(SAID.cells(), 1)


async def test_an_employee_who_ends_the_contact_leaves_the_questions_to_the_counsellor(
    house: House, employee: Employee
) -> None:
    vera, case = await opened(house, employee)
    await employee.commands("/end_contact")
    await employee.chooses(end_ok="yes")
    assert await counted(house) == dict.fromkeys(Closing().cells(), 1)
    assert await ends(vera, case, SAID)
    assert await counted(house) == dict.fromkeys(SAID.cells(), 1)


async def test_it_counts_in_the_year_in_which_the_contact_ended(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    vera, case = await opened(house, employee)
    clock.passes(days=(date(2026, 12, 31) - clock.now().date()).days)
    vera = await Counsellor.logs_in(house, VERA)
    assert await ends(vera, case, None)
    clock.passes(days=2)
    vera = await Counsellor.logs_in(house, VERA)
    assert await ends(vera, case, SAID)
    assert await counted(house) == dict.fromkeys(SAID.cells(), 1)
    assert await counted(house, 2027) == {}


async def test_the_case_keeps_that_something_was_said_never_what(house: House, employee: Employee) -> None:
    vera, case = await opened(house, employee)
    assert await ends(vera, case, SAID)
    (told,) = await cases_of(house, VERA)
    assert told.described
    assert (told.status, told.closed_on) == (Status.CLOSED, told.sent_on)
    await employee.commands("/wipe")
    await employee.chooses(wipe_ok="yes")
    (left,) = await cases_of(house, VERA)
    assert not left.described


@pytest.mark.parametrize("way", ["wipe", "withdraw"])
async def test_who_wipes_or_withdraws_while_the_form_is_open_is_counted_nowhere(
    house: House, employee: Employee, way: str
) -> None:
    vera, case = await opened(house, employee)
    await employee.commands(f"/{way}")
    await employee.chooses(**{f"{way}_ok": "yes"})
    assert not await ends(vera, case, SAID)
    assert await counted(house) == {}


async def test_closing_and_wiping_at_the_same_moment_end_in_one_of_both_and_count_as_that(
    house: House, employee: Employee
) -> None:
    vera, case = await opened(house, employee)
    await employee.commands("/wipe")
    closed, _ = await asyncio.gather(ends(vera, case, SAID), employee.chooses(wipe_ok="yes"))
    assert await counted(house) == (dict.fromkeys(SAID.cells(), 1) if closed else {})
    (left,) = await cases_of(house, VERA)
    assert left.status is Status.WITHDRAWN


async def test_a_locked_desk_and_a_colleague_end_and_count_nothing(house: House, employee: Employee) -> None:
    vera, case = await opened(house, employee)
    daan = await Counsellor.logs_in(house, "daan-denkbeeld")
    assert not await ends(daan, case, SAID)
    await house.desk.keys.lock(vera.cookie)
    assert not await ends(vera, case, SAID)
    assert await counted(house) == {}
    (still,) = await cases_of(house, VERA)
    assert still.status is Status.OPEN


async def test_of_a_case_that_ended_by_its_term_or_was_never_taken_nothing_is_counted(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    await employee.introduces(pick="woman")
    vera = await Counsellor.logs_in(house, VERA)
    case = await vera.case()
    assert not await ends(vera, case, SAID), "it waits: accept or decline come first"
    for _ in range(30):
        clock.passes(days=30)
        await sweep(house)
    assert await cases_of(house, VERA) == []
    assert await counted(house) == {}


async def test_what_c27_counts_can_be_made_from_what_is_kept(house: House) -> None:
    said = [Committee.NO] * 5 + [Committee.YES] * 3 + [Committee.NOT_YET] * 2 + [Committee.UNKNOWN] * 2
    for number, committee in enumerate(said):
        employee = Employee(house, sender=f"{77100 + number}")
        await employee.introduces(pick="woman")
        vera = await Counsellor.logs_in(house, VERA)
        (case,) = [one for one in await cases_of(house, VERA) if one.status is Status.WAITING]
        assert await vera.accepts(case.id)
        assert await ends(vera, case, Closing(committee=committee))
    many = await counted(house)
    assert many["no/cases"] + many["unknown/cases"] == 7
    assert (many["yes/cases"], many["not_yet/cases"]) == (3, 2)
