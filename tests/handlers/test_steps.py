"""Steps: proposed by the counsellor, chosen by the employee, carried out with exactly those words."""

from dataclasses import replace

import pytest

from bot.wiring import House
from dialogues.private import Private
from handlers.domain.consent import ConsentState, Purpose
from handlers.domain.ids import CaseId
from handlers.domain.proposals import Decision, Plan, Recipient, Reply, StepKind
from handlers.ports import Channel
from tests.house import BROWSER, DAAN, VERA, Counsellor, Employee, MovableClock, rows, sweep

WORDS = "Beste directie, in team X wordt iemand elke week uitgelachen.\nIk vraag een gesprek."
TO_BOARD = Plan(StepKind.REFER, Recipient.BOARD, Private(WORDS))
ALONE = Plan(StepKind.TALK, Recipient.NOBODY, Private("Zeg wat je ziet, en wat je wilt."))


async def talking(house: House, employee: Employee) -> tuple[Counsellor, CaseId]:
    """Vera and the employee, in a contact that was taken on."""
    await employee.introduces(pick="woman")
    vera = await Counsellor.logs_in(house, VERA)
    case = (await vera.case()).id
    assert await vera.accepts(case)
    await employee.commands("/news")
    return vera, case


async def proposes(house: House, vera: Counsellor, case: CaseId, plan: Plan) -> bool:
    return await house.desk.steps.propose(await vera.session(), case, plan)


async def decision(house: House, vera: Counsellor, case: CaseId) -> Decision:
    """Where the newest proposal stands, as the desk shows it."""
    return (await house.desk.steps.of_case(await vera.session(), case))[0].proposal.decision


async def carries_out(house: House, vera: Counsellor, case: CaseId) -> bool:
    newest = (await house.desk.steps.of_case(await vera.session(), case))[0].proposal
    return await house.desk.steps.carry_out(await vera.session(), case, newest.id)


async def sheet(house: House, vera: Counsellor, case: CaseId) -> str | None:
    newest = (await house.desk.steps.of_case(await vera.session(), case))[0].proposal
    plan = await house.desk.steps.sheet(await vera.session(), case, newest.id)
    return plan.text.reveal() if plan else None


async def says_yes(employee: Employee) -> None:
    """Press yes under the newest words, and confirm what is asked after it."""
    await employee.chooses(step_next="yes")
    for slot in ("step_subject_ok", "step_named_ok", "step_traceable_ok", "step_safety_ok", "step_same_ok"):
        if any(slot in button for button in employee.buttons):
            await employee.chooses(**{slot: "no" if slot == "step_subject_ok" else "yes"})


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


async def test_closing_ends_what_was_not_carried_out(house: House, employee: Employee) -> None:
    vera, case = await talking(house, employee)
    await proposes(house, vera, case, TO_BOARD)
    await employee.commands("/news")
    await says_yes(employee)
    assert await vera.closes(case)
    assert await decision(house, vera, case) is Decision.LAPSED
    assert not await carries_out(house, vera, case)
    assert not await proposes(house, vera, case, TO_BOARD)


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


async def test_with_another_counsellor_the_steps_of_before_are_gone(house: House, employee: Employee) -> None:
    vera, case = await talking(house, employee)
    await proposes(house, vera, case, TO_BOARD)
    await employee.commands("/news")
    await says_yes(employee)
    await employee.commands("/introduce")
    await employee.walks_to("has_case_next")
    await employee.chooses(has_case_next="other")
    await employee.walks_to("pick")
    await employee.chooses(pick="man")
    await employee.walks_to("send")
    await employee.chooses(send="yes")
    assert not await carries_out_of(house, vera, case)
    assert (await rows(house)).get("proposals", 0) == 0


async def carries_out_of(house: House, vera: Counsellor, case: CaseId) -> bool:
    views = await house.desk.steps.of_case(await vera.session(), case)
    return bool(views)


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
