"""A step that the counsellor proposes: seen in full, changed, chosen or not, by the employee (C13, C15)."""

from dataclasses import replace

from dialogues.model import Option, Value
from dialogues.private import Private
from handlers.actions.action import SlotAction, Slots, private, word
from handlers.domain.case import Case, Status
from handlers.domain.errors import Stale
from handlers.domain.ids import ProposalId
from handlers.domain.proposals import (
    SUBJECTS,
    Act,
    Decision,
    Outcome,
    Plan,
    Proposal,
    Recipient,
    StepKind,
)
from handlers.facts import doors_text
from handlers.ports import Author, Chat, Work
from handlers.seen import PREVIEW_NO, next_preview
from handlers.steps import choose, did, refuse
from handlers.turn_context import TurnContext

NO_STEP: Slots = {"step": None, "step_decision": None, "step_text": None, "step_kind": None, "step_to": None}


class ListSteps(SlotAction):
    """Every step of the case to choose from, newest first; what this browser cannot open is left out."""

    called = "action_steps"

    async def fill(self, slots: Slots, turn: TurnContext) -> Slots:
        """steps."""
        found = await _steps(turn)
        titles = [(each.id, _title(turn, each, plan)) for each, plan in found]
        return {"steps": tuple(Option(step_id, title) for step_id, title in titles)}


class ShowStep(SlotAction):
    """One step in full: the one that was chosen from the list, else the newest that waits for a choice."""

    called = "action_step"

    async def fill(self, slots: Slots, turn: TurnContext) -> Slots:
        """step and all about it, what is asked before a yes counts, alternatives, preview_no."""
        wanted, found = word(slots, "step"), await _steps(turn)
        fits = [
            (each, plan)
            for each, plan in found
            if (each.id == wanted if wanted else each.decision is Decision.OPEN)
        ]
        if not fits:
            return NO_STEP
        proposal, plan = fits[0]
        asked: dict[str, Value] = {
            "step_named": plan.rule.named,
            "step_traceable": plan.rule.traceable,
            "step_safety": plan.rule.safety,
            "step_subject": SUBJECTS.get(plan.to),
            "step_mediates": plan.kind is StepKind.MEDIATE and plan.to is Recipient.OTHER,
            "step_same": _mediated(found, proposal) and plan.kind is StepKind.COMPLAINT,
        }
        return {
            **asked,
            "step": proposal.id,
            "step_decision": proposal.decision.value,
            "step_until": proposal.until.isoformat(),
            "alternatives": _instead(turn, plan.to),
            **_in_words(turn, plan),
            PREVIEW_NO: next_preview(slots.get(PREVIEW_NO)),
        }


class EditStep(SlotAction):
    """The employee's own words instead of those that were proposed; shown in full again before any yes."""

    called = "action_step_edit"

    async def fill(self, slots: Slots, turn: TurnContext) -> Slots:
        """step_text, step_words, preview_no."""
        words = private(slots, "step_words")
        changed = {"step_text": words} if words is not None else {}
        return {**changed, "step_words": None, PREVIEW_NO: next_preview(slots.get(PREVIEW_NO))}


class ChooseStep(SlotAction):
    """The press on "Yes, do this": consent for this step, receiver and words, in one transaction."""

    called = "action_step_choose"

    async def fill(self, slots: Slots, turn: TurnContext) -> Slots:
        """step_chosen, step_until."""
        step, text = word(slots, "step"), private(slots, "step_text")
        before = next(((each, plan) for each, plan in await _steps(turn) if each.id == step), None)
        if before is None or text is None or not before[0].allows(Act.CHOOSE) or not _receives(turn):
            return {"step_chosen": False}
        proposal, plan = before[0], replace(before[1], text=text)

        def write(work: Work, chat: Chat) -> None:
            case, fresh = _fresh(work, chat, proposal)
            choose(work, case, fresh, plan, turn.terms)

        turn.writes.append(write)
        until = turn.terms.consent_until.date()
        return {"step_chosen": True, "step_until": until.isoformat()}


class RefuseStep(SlotAction):
    """No to a proposal, or a yes taken back; possible until the step was carried out."""

    called = "action_step_refuse"

    async def fill(self, slots: Slots, turn: TurnContext) -> Slots:
        """step_refused."""
        proposal = await _named(turn, slots)
        if proposal is None or not (proposal.allows(Act.REFUSE) or proposal.allows(Act.WITHDRAW)):
            return {"step_refused": False}

        def write(work: Work, chat: Chat) -> None:
            case, fresh = _fresh(work, chat, proposal)
            refuse(work, case, fresh, turn.terms)

        turn.writes.append(write)
        return {"step_refused": True}


class DidStep(SlotAction):
    """A step of the employee's own is done."""

    called = "action_step_did"

    async def fill(self, slots: Slots, turn: TurnContext) -> Slots:
        """step_decision."""
        proposal = await _named(turn, slots)
        if proposal is None or not proposal.allows(Act.DID):
            return {}

        def write(work: Work, chat: Chat) -> None:
            did(work, _fresh(work, chat, proposal)[1], turn.today)

        turn.writes.append(write)
        return {"step_decision": Decision.DONE.value}


class AskedStep(SlotAction):
    """The newest step that was carried out and of which nobody said yet how it went (C68)."""

    called = "action_step_asked"

    async def fill(self, slots: Slots, turn: TurnContext) -> Slots:
        """step, step_decision, step_kind, step_to, step_text."""
        fits = [each for each in await _steps(turn) if each[0].asked and each[0].outcome is None]
        if not fits:
            return NO_STEP
        proposal, plan = fits[0]
        return {"step": proposal.id, "step_decision": proposal.decision.value, **_in_words(turn, plan)}


class StepReply(SlotAction):
    """What the other side of the newest mediation said."""

    called = "action_step_reply"

    async def fill(self, slots: Slots, turn: TurnContext) -> Slots:
        """step_reply."""
        said = [each.reply.value for each, _ in await _steps(turn) if each.reply is not None]
        return {"step_reply": said[0] if said else None}


class StepOutcome(SlotAction):
    """How a step went, in the employee's own choice of words; it steers what is offered next (C69)."""

    called = "action_step_outcome"

    async def fill(self, slots: Slots, turn: TurnContext) -> Slots:
        """Nothing."""
        proposal, outcome = await _named(turn, slots), word(slots, "step_outcome")
        if proposal is None or outcome is None:
            return {}

        def write(work: Work, chat: Chat) -> None:
            fresh = _fresh(work, chat, proposal)[1]
            work.proposals.save(replace(fresh, outcome=Outcome(outcome)))

        turn.writes.append(write)
        return {}


def _in_words(turn: TurnContext, plan: Plan) -> dict[str, Value]:
    return {
        "step_kind": Private(turn.words(f"fact-step-{plan.kind.value}")),
        "step_to": Private(_to(turn, plan.to)) if plan.leaves else None,
        "step_text": plan.text,
        "step_name": Private(
            turn.words("fact-step-name", named=turn.words(f"fact-step-name-{plan.kind.value}"))
        ),
    }


def _title(turn: TurnContext, proposal: Proposal, plan: Plan) -> Private:
    decision = turn.words(f"fact-decision-{proposal.decision.value.replace('_', '-')}")
    return Private(
        turn.words("fact-step-title", kind=turn.words(f"fact-step-{plan.kind.value}"), decision=decision)
    )


def _to(turn: TurnContext, to: Recipient) -> str:
    return turn.words(f"fact-step-to-{to.value.replace('_', '-')}")


def _instead(turn: TurnContext, to: Recipient) -> Private | None:
    """Where to go when it is about somebody of this very body (A10); nothing where that is not asked."""
    if to not in SUBJECTS:
        return None
    return Private(doors_text(turn.words, turn.policy.instead(to.value)))


def _mediated(found: list[tuple[Proposal, Plan]], proposal: Proposal) -> bool:
    """Whether the counsellor mediated in this case before (C49)."""
    return any(
        plan.kind is StepKind.MEDIATE and plan.to is Recipient.OTHER and each.decision is Decision.DONE
        for each, plan in found
        if each.id != proposal.id
    )


async def _steps(turn: TurnContext) -> list[tuple[Proposal, Plan]]:
    """Every step whose words the employee's own key opens, newest first."""
    case, key = turn.case, await turn.employee_key()
    if case is None or key is None or case.status not in (Status.OPEN, Status.CLOSED):
        return []

    def job(work: Work) -> list[tuple[Proposal, Plan]]:
        plans = work.proposals.plans(case, Author.EMPLOYEE, key)
        return [(each, plans[each.letter]) for each in work.proposals.of(case.id) if each.letter in plans]

    return (await turn.store.read(job))[::-1]


async def _named(turn: TurnContext, slots: Slots) -> Proposal | None:
    step = word(slots, "step")
    return next((each for each, _ in await _steps(turn) if each.id == step), None)


def _receives(turn: TurnContext) -> bool:
    case = turn.case
    return (
        case is not None
        and case.status is Status.OPEN
        and not case.key_paused
        and case.counsellor in turn.directory.reachable
    )


def _fresh(work: Work, chat: Chat, proposal: Proposal) -> tuple[Case, Proposal]:
    case = work.cases.get(chat.case.id) if chat.case else None
    fresh = work.proposals.get(ProposalId(proposal.id))
    if case is None or fresh is None or fresh.case != case.id or fresh != proposal:
        raise Stale("the step was changed meanwhile")
    return case, fresh
