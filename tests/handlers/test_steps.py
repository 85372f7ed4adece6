"""Steps: proposed by the counsellor, chosen by the employee, carried out with exactly those words."""

from dataclasses import replace

import pytest
import sqlalchemy as sa

from bot.wiring import House
from dialogues.private import Private
from handlers.domain.consent import ConsentState, NotCovered, Purpose
from handlers.domain.proposals import Decision, Plan, Recipient, StepKind
from handlers.ports import Channel, Work
from handlers.steps import give_out
from storage.endings import keep_ended
from storage.tables import consents, proposals
from storage.transaction import Transaction
from storage.upkeep import write
from tests.handlers.stepping import (
    TO_BOARD,
    WORDS,
    carries_out,
    decision,
    proposes,
    says_yes,
    sheet,
    talking,
)
from tests.house import BROWSER, DAAN, VERA, Counsellor, Employee, MovableClock, rows, sweep


@pytest.mark.clause("C13")
@pytest.mark.clause("C15")
@pytest.mark.clause("C19")
async def test_a_step_is_carried_out_only_after_yes_and_with_exactly_those_words(
    house: House, employee: Employee
) -> None:
    vera, case = await talking(house, employee)
    assert await proposes(house, vera, case, TO_BOARD)
    assert not await carries_out(house, vera, case)
    assert await sheet(house, vera, case) is None
    await employee.commands("/news")
    assert WORDS in employee.screen
    assert employee.sees("fact-step-to-board")
    await says_yes(employee)
    assert employee.sees(
        "utter_step_chosen", counsellor_name="Vera Voorbeeld", step_until="maandag 7 december"
    )
    assert await decision(house, vera, case) is Decision.CHOSEN
    assert await sheet(house, vera, case) is None
    assert await carries_out(house, vera, case)
    assert await sheet(house, vera, case) == WORDS
    assert not await carries_out(house, vera, case)
    await employee.commands("/news")
    assert employee.sees("utter_step_carried_out", counsellor_name="Vera Voorbeeld")
    consents = await house.store.read(lambda work: work.consents.of(case))
    (step,) = [each for each in consents if each.purpose is Purpose.STEP]
    assert (step.who, step.state) == (Recipient.BOARD, ConsentState.SPENT)


@pytest.mark.clause("C15", "C42")
async def test_a_yes_gives_out_no_other_words_than_those_it_stood_under(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    vera, case_id = await talking(house, employee)
    await proposes(house, vera, case_id, TO_BOARD)
    await employee.commands("/news")
    await says_yes(employee)
    await proposes(house, vera, case_id, replace(TO_BOARD, text=Private("Iets anders.")))
    await proposes(house, vera, case_id, replace(TO_BOARD, to=Recipient.HR))
    key = (await vera.session()).key
    assert key is not None

    def swapped(work: Work) -> int:
        chosen, *others = work.proposals.of(case_id)
        case = work.cases.get(case_id)
        (consent,) = [each for each in work.consents.of(case_id) if each.id == chosen.consent]
        assert case is not None
        for other in others:
            with pytest.raises(NotCovered):
                give_out(work, consent.spend(clock.now()), case, replace(chosen, letter=other.letter), key)
        return len(others)

    assert await house.store.write(swapped) == 2
    first = (await house.store.read(lambda work: work.proposals.of(case_id)))[0]
    assert await house.desk.steps.carry_out(await vera.session(), case_id, first.id)
    plan = await house.desk.steps.sheet(await vera.session(), case_id, first.id)
    assert plan is not None
    assert plan.text.reveal() == WORDS


@pytest.mark.clause("C15")
async def test_the_employees_own_words_are_what_goes(house: House, employee: Employee) -> None:
    vera, case = await talking(house, employee)
    await proposes(house, vera, case, TO_BOARD)
    await employee.commands("/news")
    early = next(button for button in employee.buttons if "step_next=yes" in button)
    await employee.chooses(step_next="edit")
    await employee.says("Alleen dit: ik wil een gesprek met de directie.")
    assert "Alleen dit: ik wil een gesprek met de directie." in employee.screen
    await employee.presses_payload(early)  # stands under the words of before
    assert await decision(house, vera, case) is Decision.OPEN
    await says_yes(employee)
    assert await carries_out(house, vera, case)
    assert await sheet(house, vera, case) == "Alleen dit: ik wil een gesprek met de directie."


@pytest.mark.clause("C15")
async def test_silence_is_no_and_an_unused_yes_ends(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    vera, case = await talking(house, employee)
    await proposes(house, vera, case, TO_BOARD)
    clock.passes(days=15)
    await sweep(house)
    vera = await Counsellor.logs_in(house, VERA)
    assert await decision(house, vera, case) is Decision.LAPSED
    await proposes(house, vera, case, TO_BOARD)
    await employee.commands("/news")
    await employee.chooses(step_next="yes")
    await employee.chooses(step_subject_ok="no")
    clock.passes(days=14, seconds=1)  # the sweep has not come by yet
    vera = await Counsellor.logs_in(house, VERA)
    assert not await carries_out(house, vera, case)
    clock.passes(days=1)
    await sweep(house)
    vera = await Counsellor.logs_in(house, VERA)
    assert await decision(house, vera, case) is Decision.LAPSED
    states = {c.purpose: c.state for c in await house.store.read(lambda work: work.consents.of(case))}
    assert states[Purpose.STEP] is ConsentState.WITHDRAWN


@pytest.mark.clause("C42")
async def test_a_yes_is_taken_back_until_it_is_carried_out(house: House, employee: Employee) -> None:
    vera, case = await talking(house, employee)
    await proposes(house, vera, case, TO_BOARD)
    await employee.commands("/news")
    await says_yes(employee)
    await employee.commands("/steps")
    await employee.presses_payload(next(b for b in employee.buttons if "(step=" in b and "skip" not in b))
    assert WORDS in employee.screen
    await employee.chooses(step_chosen_next="withdraw")
    assert employee.sees("utter_step_withdrawn", counsellor_name="Vera Voorbeeld")
    assert not await carries_out(house, vera, case)
    assert await sheet(house, vera, case) is None
    assert await decision(house, vera, case) is Decision.WITHDRAWN


async def put_back_the_yes(house: House) -> None:
    """As an earlier database has it: the step chosen, its yes given."""

    def job(at: Transaction) -> None:
        at.run(sa.update(proposals).values(decision=Decision.CHOSEN.value))
        at.run(sa.update(consents).where(consents.c.purpose == Purpose.STEP.value).values(state="given"))

    await write(house.store, job)


@pytest.mark.clause("C15", "C40")
@pytest.mark.parametrize("is_used", [True, False])
async def test_a_yes_that_was_used_or_taken_back_is_no_yes_again_with_an_earlier_database(
    house: House, employee: Employee, *, is_used: bool
) -> None:
    vera, case = await talking(house, employee)
    await proposes(house, vera, case, TO_BOARD)
    await employee.commands("/news")
    await says_yes(employee)
    await keep_ended(house.store)
    assert await decision(house, vera, case) is Decision.CHOSEN, "a yes that waits stays one"
    if is_used:
        assert await carries_out(house, vera, case)
    else:
        await employee.commands("/steps")
        await employee.presses_payload(next(b for b in employee.buttons if "(step=" in b and "skip" not in b))
        await employee.chooses(step_chosen_next="withdraw")
    await put_back_the_yes(house)
    await keep_ended(house.store)
    assert not await carries_out(house, vera, case)
    assert await decision(house, vera, case) is Decision.LAPSED


async def test_no_is_no(house: House, employee: Employee) -> None:
    vera, case = await talking(house, employee)
    await proposes(house, vera, case, TO_BOARD)
    await employee.commands("/news")
    await employee.chooses(step_next="no")
    assert employee.sees("utter_step_refused", counsellor_name="Vera Voorbeeld")
    assert await decision(house, vera, case) is Decision.REFUSED
    assert not await carries_out(house, vera, case)


@pytest.mark.clause("C70")
async def test_deciding_later_keeps_the_proposal_until_its_day(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    vera, case = await talking(house, employee)
    await proposes(house, vera, case, TO_BOARD)
    await employee.commands("/news")
    await employee.chooses(step_next="later")
    clock.passes(days=10)
    await sweep(house)
    await employee.commands("/steps")
    await employee.presses_payload(next(b for b in employee.buttons if "(step=" in b and "skip" not in b))
    assert WORDS in employee.screen
    await employee.chooses(step_next="later")
    clock.passes(days=5)
    await sweep(house)
    vera = await Counsellor.logs_in(house, VERA)
    assert await decision(house, vera, case) is Decision.LAPSED


async def test_closing_ends_what_was_not_carried_out(house: House, employee: Employee) -> None:
    vera, case = await talking(house, employee)
    await proposes(house, vera, case, TO_BOARD)
    await employee.commands("/news")
    await says_yes(employee)
    assert await vera.closes(case)
    assert await decision(house, vera, case) is Decision.LAPSED
    assert not await carries_out(house, vera, case)
    assert not await proposes(house, vera, case, TO_BOARD)


async def test_what_waited_for_a_yes_is_asked_no_more_once_the_contact_is_closed(
    house: House, employee: Employee
) -> None:
    vera, case = await talking(house, employee)
    await proposes(house, vera, case, TO_BOARD)
    await employee.commands("/news")
    assert employee.sees("utter_ask_step_next", step_until="maandag 7 december")
    assert await vera.closes(case)
    await employee.commands("/news")
    assert employee.sees("utter_closed", counsellor_name="Vera Voorbeeld")
    await employee.chooses(aftercare="none")
    await employee.chooses(feedback_heard="skip")
    assert employee.sees("utter_feedback_passed")
    assert not employee.sees("utter_ask_step_next", step_until="maandag 7 december")
    assert not any("step_next" in button for button in employee.buttons)


async def test_another_counsellor_sees_no_step_and_carries_nothing_out(
    house: House, employee: Employee
) -> None:
    vera, case = await talking(house, employee)
    await proposes(house, vera, case, TO_BOARD)
    await employee.commands("/news")
    await says_yes(employee)
    newest = (await house.desk.steps.of_case(await vera.session(), case))[0].proposal
    daan = await Counsellor.logs_in(house, DAAN)
    assert await house.desk.steps.of_case(await daan.session(), case) == []
    assert not await house.desk.steps.carry_out(await daan.session(), case, newest.id)
    assert not await house.desk.steps.take_back(await daan.session(), case, newest.id)
    assert await house.desk.steps.sheet(await daan.session(), case, newest.id) is None
    assert not await proposes(house, daan, case, TO_BOARD)


@pytest.mark.clause("C41")
async def test_wiped_means_every_step_too(house: House, employee: Employee) -> None:
    vera, case = await talking(house, employee)
    await proposes(house, vera, case, TO_BOARD)
    await employee.commands("/wipe")
    await employee.chooses(wipe_ok="yes")
    assert "proposals" not in await rows(house)
    assert await house.desk.steps.of_case(await vera.session(), case) == []


async def test_a_proposal_is_taken_back_only_while_nobody_chose(house: House, employee: Employee) -> None:
    vera, case = await talking(house, employee)
    await proposes(house, vera, case, TO_BOARD)
    newest = (await house.desk.steps.of_case(await vera.session(), case))[0].proposal
    assert await house.desk.steps.take_back(await vera.session(), case, newest.id)
    assert not await house.desk.steps.take_back(await vera.session(), case, newest.id)
    await employee.commands("/news")
    assert WORDS not in employee.screen


async def test_what_does_not_fit_is_not_proposed(house: House, employee: Employee) -> None:
    vera, case = await talking(house, employee)
    assert not await proposes(house, vera, case, Plan(StepKind.TALK, Recipient.BOARD, Private(WORDS)))
    locked = replace(await vera.session(), key=None)
    assert not await house.desk.steps.propose(locked, case, TO_BOARD)
    assert await house.desk.steps.of_case(locked, case) == []


async def test_the_same_form_proposes_once(house: House, employee: Employee) -> None:
    vera, case = await talking(house, employee)
    for _ in range(2):
        assert await house.desk.steps.propose(await vera.session(), case, TO_BOARD, "form-1")
    assert len(await house.desk.steps.of_case(await vera.session(), case)) == 1


async def test_who_looks_with_a_locked_browser_is_told_where_the_step_is(
    house: House, clock: MovableClock
) -> None:
    employee = Employee(house, Channel.WEB, BROWSER)
    vera, case = await talking(house, employee)
    await proposes(house, vera, case, TO_BOARD)
    clock.passes(minutes=31)
    await employee.commands("/news")
    assert WORDS not in employee.screen
    assert employee.sees("utter_step_waits", counsellor_name="Vera Voorbeeld")


@pytest.mark.clause("C40")
async def test_the_database_says_nowhere_for_whom_a_step_is(house: House, employee: Employee) -> None:
    vera, case = await talking(house, employee)
    await proposes(house, vera, case, Plan(StepKind.REFER, Recipient.BOARD_ALTERNATIVE, Private(WORDS)))
    await employee.commands("/news")
    await says_yes(employee)
    stored = b"".join(path.read_bytes() for path in house.settings.data_dir.glob("openoor.sqlite*"))
    assert b"proposals" in stored
    for word in ("board", "refer", "uitgelachen"):
        assert word.encode() not in stored
