"""A step in tests: proposed at the desk, decided by the employee, carried out."""

from bot.wiring import House
from dialogues.private import Private
from handlers.domain.ids import CaseId
from handlers.domain.proposals import Decision, Plan, Recipient, StepKind
from tests.house import VERA, Counsellor, Employee

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


async def carries_out_of(house: House, vera: Counsellor, case: CaseId) -> bool:
    views = await house.desk.steps.of_case(await vera.session(), case)
    return bool(views)
