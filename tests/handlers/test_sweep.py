"""Terms that run out, whatever the day; nothing else goes (C12, C41, I2, I6)."""

from datetime import date

import pytest
import sqlalchemy as sa

from bot.wiring import House
from handlers.domain.case import Status
from handlers.domain.closing import UNKNOWN
from handlers.due import AT_ONCE
from handlers.ports import About, Channel
from handlers.sweep import SweepUnfinished
from storage import upkeep
from storage.transaction import Transaction
from tests.handlers.test_turn import of_people
from tests.house import BROWSER, DAAN, VERA, Counsellor, Employee, MovableClock, cases_of, rows, sweep


async def days(house: House, clock: MovableClock, count: int) -> None:
    """So many days pass, each with a sweep."""
    for _ in range(count):
        clock.passes(days=1)
        await sweep(house)


async def closed(house: House, employee: Employee) -> None:
    """Introduced, taken, answered and closed today."""
    await employee.introduces(pick="woman", push="yes")
    vera = await Counsellor.logs_in(house, VERA)
    case = (await vera.case()).id
    await vera.accepts(case)
    await vera.writes(case, "Dag.")
    await vera.closes(case)
    await house.desk.logins.leave(vera.cookie)


@pytest.mark.clause("C41")
@pytest.mark.parametrize("channel", [Channel.TELEGRAM, Channel.WEB])
async def test_a_closed_case_is_readable_for_thirty_days_and_then_gone(
    house: House, clock: MovableClock, channel: Channel
) -> None:
    before = await of_people(house)
    person = Employee(house, channel, "77001" if channel is Channel.TELEGRAM else BROWSER)
    if channel is Channel.TELEGRAM:
        await closed(house, person)
    else:
        await person.introduces(pick="woman")
        vera = await Counsellor.logs_in(house, VERA)
        case = (await vera.case()).id
        await vera.accepts(case)
        await vera.closes(case)
        await house.desk.logins.leave(vera.cookie)
    await days(house, clock, 30)
    vera = await Counsellor.logs_in(house, VERA)
    assert await vera.reads((await vera.case()).id)
    await house.desk.logins.leave(vera.cookie)
    await days(house, clock, 1)
    left = await of_people(house)
    gone = {"cases", "letters", "consents", "conversations", "peers", "reaches", "mailbox", "jobs"}
    assert not gone & left.keys()
    lasting = {"audit", "links", "workflow_status", "workflow_input"}  # the worker purges dbos's own rows
    left = await rows(house)
    nameless = {"totals": 1}  # one more contact ended this year; which one stands nowhere
    assert {n: c for n, c in left.items() if n not in lasting} == {
        n: c for n, c in (before | nameless).items() if n not in lasting
    }
    many = await house.store.read(lambda work: work.totals.of(About.CLOSINGS, 2026))
    assert many == dict.fromkeys(UNKNOWN.cells(), 1)


@pytest.mark.clause("C41")
async def test_an_ended_case_goes_at_its_term_also_when_the_employee_has_a_newer_one(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    await closed(house, employee)
    (old,) = await cases_of(house, VERA)
    await days(house, clock, 10)
    await employee.commands("/start")
    await employee.introduces(pick="man")
    (new,) = await cases_of(house, DAAN)
    assert new.conversation == old.conversation
    daan = await Counsellor.logs_in(house, DAAN)
    await daan.accepts(new.id)
    await days(house, clock, 20)
    vera = await Counsellor.logs_in(house, VERA)
    assert len(await vera.reads(old.id)) == 2, "the thirtieth day"
    await days(house, clock, 1)
    vera = await Counsellor.logs_in(house, VERA)
    assert await vera.opens(old.id) is None
    assert await cases_of(house, VERA) == []
    left = await rows(house)
    assert (left["cases"], left["letters"], left["consents"]) == (1, 1, 1)
    daan = await Counsellor.logs_in(house, DAAN)
    assert len(await daan.reads(new.id)) == 1
    await employee.says("Dit gaat naar Daan, en dat kan nog gewoon.")
    assert len(await daan.reads(new.id)) == 2


KEEP_ALL = tuple(
    f"CREATE TRIGGER keep_{table} BEFORE DELETE ON {table} BEGIN SELECT RAISE(IGNORE); END"
    for table in ("peers", "conversations")
)
BREAK_ONE = (
    "CREATE TRIGGER break BEFORE DELETE ON peers WHEN OLD.row = (SELECT min(row) FROM peers)"
    " BEGIN SELECT RAISE(ABORT, 'planted'); END",
)


async def run(house: House, *statements: str) -> None:
    """What only the database itself can do."""

    def job(at: Transaction) -> None:
        for statement in statements:
            at.run(sa.text(statement))

    await upkeep.write(house.store, job)


@pytest.mark.parametrize(("fault", "left"), [(KEEP_ALL, 3), (BREAK_ONE, 1)])
async def test_what_cannot_be_ended_keeps_nothing_else_waiting_and_is_told(
    house: House, clock: MovableClock, fault: tuple[str, ...], left: int
) -> None:
    await Employee(house, sender="waits").introduces(pick="woman", push="yes")
    for n in range(3):
        await Employee(house, sender=f"idle-{n}").commands("/start")
    clock.passes(days=3)
    await run(house, "UPDATE peers SET row = row + 9 WHERE idle_hour IS NULL", *fault)
    with pytest.raises(SweepUnfinished) as told:
        await house.sweep.run()
    assert told.value.parts == ("idle",)
    assert "planted" not in str(told.value)
    after = await rows(house)
    assert after["peers"] == 1 + left
    assert after["mailbox"] == 1, "the late answer was told all the same"
    await run(house, *(f"DROP TRIGGER {statement.split()[2]}" for statement in fault))
    await house.sweep.run()
    assert (await rows(house))["peers"] == 1


async def test_a_case_without_a_sign_of_life_ends_after_a_year(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    await employee.introduces(pick="woman")
    vera = await Counsellor.logs_in(house, VERA)
    await vera.accepts((await vera.case()).id)
    clock.passes(days=200)
    await sweep(house)
    await employee.says("Ik ben er nog, het gaat iets beter met mij.")
    clock.passes(days=300)
    await sweep(house)
    (case,) = await cases_of(house, VERA)
    assert case.status is Status.OPEN, "counted from the last sign of life"
    clock.passes(days=66)
    await sweep(house)
    assert await cases_of(house, VERA) == [], "nobody withdrew it, and nothing is left to tell of"
    assert "letters" not in await rows(house)


@pytest.mark.clause("C12")
async def test_over_easter_the_answer_is_late_only_after_two_working_days(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    clock.at = clock.at.replace(year=2027, month=3, day=25)
    await employee.introduces(pick="woman", push="yes")
    for _ in range(6):
        await sweep(house)
        assert "mailbox" not in await rows(house), clock.at.date()
        clock.passes(days=1)
    assert clock.at.date() == date(2027, 3, 31)
    await sweep(house)
    assert "mailbox" not in await rows(house), "the promised day itself"
    clock.passes(days=1)
    await sweep(house)
    await sweep(house)
    assert (await rows(house))["mailbox"] == 1, "told once"


async def test_more_than_one_round_holds_is_swept_in_one_go(house: House, clock: MovableClock) -> None:
    before = await of_people(house)
    for n in range(AT_ONCE + 3):
        await Employee(house, sender=f"many-{n}").commands("/start")
    clock.passes(hours=41)
    await sweep(house)
    assert {k: v for k, v in (await of_people(house)).items() if k != "links"} == {
        k: v for k, v in before.items() if k != "links"
    }


async def test_sweeping_twice_changes_nothing_more(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    await closed(house, employee)
    await days(house, clock, 3)
    once = await rows(house)
    await sweep(house)
    assert await rows(house) == once


async def test_an_employee_who_visits_every_week_keeps_their_place_over_the_keys_that_change(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    await employee.introduces(pick="woman")
    vera = await Counsellor.logs_in(house, VERA)
    case = (await vera.case()).id
    await vera.accepts(case)
    for week in range(8):
        await days(house, clock, 7)
        vera = await Counsellor.logs_in(house, VERA)
        await vera.writes(case, f"Week {week}.")
        await employee.commands("/news")
        assert f"Week {week}." in employee.screen
        await employee.says(f"Antwoord op week {week}.")
        assert (await vera.reads(case))[-1] == f"Antwoord op week {week}."
