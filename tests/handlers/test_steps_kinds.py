"""What each kind of step asks more: a complaint, a signal, a mediation, a step of one's own."""

import pytest

from bot.wiring import House
from dialogues.private import Private
from handlers.domain.consent import Purpose
from handlers.domain.ids import CaseId
from handlers.domain.proposals import Decision, Plan, Recipient, Reply, StepKind
from tests.handlers.stepping import (
    ALONE,
    TO_BOARD,
    WORDS,
    carries_out,
    decision,
    proposes,
    says_yes,
    sheet,
    talking,
)
from tests.house import Counsellor, Employee, MovableClock, sweep


async def test_a_formal_complaint_takes_a_name_that_was_confirmed_first(
    house: House, employee: Employee
) -> None:
    vera, case = await talking(house, employee)
    await proposes(house, vera, case, Plan(StepKind.COMPLAINT, Recipient.BOARD, Private(WORDS)))
    await employee.commands("/news")
    await employee.chooses(step_next="yes")
    await employee.chooses(step_subject_ok="no")
    assert employee.sees("utter_ask_step_named_ok")
    await employee.chooses(step_named_ok="no")
    assert await decision(house, vera, case) is Decision.OPEN
    await employee.chooses(step_next="yes")
    await employee.chooses(step_subject_ok="yes")
    assert "Raad van toezicht" in employee.screen
    assert await decision(house, vera, case) is Decision.OPEN
    await says_yes(employee)
    assert await decision(house, vera, case) is Decision.CHOSEN


async def test_a_signal_warns_that_it_can_be_traced_and_a_talk_that_it_must_feel_safe(
    house: House, employee: Employee
) -> None:
    vera, case = await talking(house, employee)
    await proposes(house, vera, case, Plan(StepKind.SIGNAL, Recipient.MANAGER_ABOVE, Private(WORDS)))
    await employee.commands("/news")
    await employee.chooses(step_next="yes")
    assert employee.sees("utter_ask_step_traceable_ok")
    await employee.chooses(step_traceable_ok="no")
    await employee.chooses(step_next="no")
    await proposes(house, vera, case, Plan(StepKind.TOGETHER, Recipient.OTHER, Private(WORDS)))
    await employee.commands("/news")
    await employee.chooses(step_next="yes")
    assert employee.sees("utter_ask_step_safety_ok")
    await employee.chooses(step_safety_ok="no")
    assert employee.sees("utter_step_not_safe", counsellor_name="Vera Voorbeeld")
    assert await decision(house, vera, case) is Decision.OPEN


@pytest.mark.clause("C49")
async def test_who_mediated_accompanies_a_complaint_only_when_the_employee_says_so(
    house: House, employee: Employee
) -> None:
    vera, case = await talking(house, employee)
    await proposes(house, vera, case, Plan(StepKind.MEDIATE, Recipient.OTHER, Private("Een uitnodiging.")))
    await employee.commands("/news")
    await says_yes(employee)
    assert await carries_out(house, vera, case)
    await employee.commands("/news")
    await proposes(house, vera, case, Plan(StepKind.COMPLAINT, Recipient.BOARD, Private(WORDS)))
    await employee.commands("/news")
    await employee.chooses(step_next="yes")
    await employee.chooses(step_subject_ok="no")
    await employee.chooses(step_named_ok="yes")
    assert employee.sees("utter_ask_step_same_ok", counsellor_name="Vera Voorbeeld")
    await employee.chooses(step_same_ok="no")
    assert await decision(house, vera, case) is Decision.OPEN


async def test_a_step_of_ones_own_takes_no_consent_and_nothing_leaves(
    house: House, employee: Employee
) -> None:
    vera, case = await talking(house, employee)
    await proposes(house, vera, case, ALONE)
    await employee.commands("/news")
    await says_yes(employee)
    assert employee.sees("utter_step_chosen_own", counsellor_name="Vera Voorbeeld")
    assert not await carries_out(house, vera, case)
    consents = await house.store.read(lambda work: work.consents.of(case))
    assert Purpose.STEP not in {each.purpose for each in consents}
    await employee.commands("/steps")
    await employee.presses_payload(next(b for b in employee.buttons if "(step=" in b and "skip" not in b))
    await employee.chooses(step_own_next="did")
    assert await decision(house, vera, case) is Decision.DONE
    await employee.chooses(step_outcome="helped")
    assert employee.sees("utter_step_helped")
    assert await sheet(house, vera, case) is None


@pytest.mark.clause("C69")
@pytest.mark.parametrize("outcome", ["partly", "no", "worse"])
async def test_when_informal_did_not_solve_it_the_formal_way_is_named_once(
    house: House, employee: Employee, clock: MovableClock, outcome: str
) -> None:
    vera, case = await talking(house, employee)
    await proposes(house, vera, case, TO_BOARD)
    await employee.commands("/news")
    await says_yes(employee)
    await carries_out(house, vera, case)
    await employee.commands("/news")
    clock.passes(days=15)
    await sweep(house)
    await sweep(house)
    await employee.commands("/news")
    assert employee.sees("utter_ask_step_outcome")
    await employee.chooses(step_outcome=outcome)
    assert employee.sees("utter_option_formal_name")
    await employee.commands("/news")
    assert not employee.sees("utter_ask_step_outcome")


INVITATION = Plan(StepKind.MEDIATE, Recipient.OTHER, Private("Wil je met ons in gesprek over het werk?"))


async def replied(house: House, vera: Counsellor, case: CaseId, reply: Reply) -> bool:
    newest = (await house.desk.steps.of_case(await vera.session(), case))[0].proposal
    return await house.desk.steps.replied(await vera.session(), case, newest.id, reply)


@pytest.mark.clause("C21")
@pytest.mark.clause("C49")
@pytest.mark.parametrize(
    ("said", "told"),
    [
        ([Reply.DECLINED], ["utter_step_reply_declined"]),
        ([Reply.ACCEPTED, Reply.STOPPED], ["utter_step_reply_accepted", "utter_step_reply_stopped"]),
    ],
)
async def test_a_mediation_begins_with_a_yes_of_the_employee_and_ends_with_any_no(
    house: House, employee: Employee, said: list[Reply], told: list[str]
) -> None:
    vera, case = await talking(house, employee)
    await proposes(house, vera, case, INVITATION)
    await employee.commands("/news")
    assert employee.sees("utter_step_mediates", counsellor_name="Vera Voorbeeld")
    assert not await replied(house, vera, case, said[0])
    await says_yes(employee)
    assert not await replied(house, vera, case, said[0])
    assert await carries_out(house, vera, case)
    assert await sheet(house, vera, case) == INVITATION.text.reveal()
    await employee.commands("/news")
    for reply, text in zip(said, told, strict=True):
        assert await replied(house, vera, case, reply)
        await employee.commands("/news")
        assert employee.sees(text, counsellor_name="Vera Voorbeeld")
    for reply in Reply:
        assert not await replied(house, vera, case, reply)


async def test_only_a_mediation_has_another_side(house: House, employee: Employee) -> None:
    vera, case = await talking(house, employee)
    await proposes(house, vera, case, TO_BOARD)
    await employee.commands("/news")
    await says_yes(employee)
    assert await carries_out(house, vera, case)
    assert not await replied(house, vera, case, Reply.ACCEPTED)
