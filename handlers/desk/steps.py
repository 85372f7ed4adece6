"""Steps at the desk: proposing, taking back, carrying out (C13, C15, C19 to C21, C37).

Nothing here chooses: only the employee does, in the chat. A step is carried out by showing its words for the
role they are for, after its consent was spent; Open Oor itself sends nothing to anybody (C71).
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from handlers import steps
from handlers.desk.cases import own_case
from handlers.directory import look
from handlers.domain.case import Case, Status
from handlers.domain.errors import CannotOpen
from handlers.domain.ids import CaseId, ProposalId
from handlers.domain.policy import Policy
from handlers.domain.proposals import (
    Decision,
    Plan,
    Proposal,
    Recipient,
    Reply,
    StepKind,
    recipients,
)
from handlers.notices import push
from handlers.ports import Author, Clock, DeskSession, MailKind, ReaderKey, Store, Work
from handlers.waiting import answered


@dataclass(frozen=True, slots=True)
class StepView:
    """One proposed step; `plan` is None when this key does not open its words."""

    proposal: Proposal
    plan: Plan | None


class DeskSteps:
    """What a counsellor does with steps in an open case of one's own."""

    def __init__(self, store: Store, clock: Clock, policy: Policy) -> None:
        self._store, self._clock, self._policy = store, clock, policy

    def possible(self, case: Case) -> dict[StepKind, tuple[Recipient, ...]]:
        """Every kind of step that can be proposed in this case, and to whom."""
        found = {kind: recipients(kind, self._policy.mediation, outside=case.outside) for kind in StepKind}
        return {kind: who for kind, who in found.items() if who}

    async def of_case(self, session: DeskSession, case_id: CaseId) -> list[StepView]:
        """Every step of an own case, newest first; none at a locked desk."""
        key = session.key
        if key is None:
            return []

        def job(work: Work) -> list[StepView]:
            case = own_case(work, session, case_id)
            if case is None or not case.conversation:
                return []
            plans = work.proposals.plans(case, Author.COUNSELLOR, key)
            found = work.proposals.of(case.id)
            return [StepView(each, plans.get(each.letter)) for each in reversed(found)]

        return await self._store.read(job)

    async def propose(
        self, session: DeskSession, case_id: CaseId, plan: Plan, form: str | None = None
    ) -> bool:
        """Propose a step in full words. False when it cannot be proposed here; nothing is written then.

        The same words by the same form are proposed once.
        """
        until = (self._clock.now() + self._policy.consent_expiry).date()

        def change(work: Work, case: Case, _key: ReaderKey) -> bool:
            if plan.to not in self.possible(case).get(plan.kind, ()):
                return False
            if case.counsellor not in look(work).reachable:
                return False
            if work.proposals.propose(case, plan, until, form) is None:
                return True
            self._tell(work, case, MailKind.STEP)
            work.audit.note("step proposed", session.staff.id)
            return True

        return await self._change(session, case_id, change)

    async def take_back(self, session: DeskSession, case_id: CaseId, proposal: ProposalId) -> bool:
        """Take an open proposal back. False when the employee has chosen meanwhile."""
        today = self._clock.now().date()

        def change(work: Work, case: Case, _key: ReaderKey) -> bool:
            found = _of(work, case, proposal)
            return found is not None and steps.take_back(work, found, today)

        return await self._change(session, case_id, change)

    async def carry_out(self, session: DeskSession, case_id: CaseId, proposal: ProposalId) -> bool:
        """Carry out what the employee chose; from now on its words can be shown for whom they are.

        False when it was not chosen, or the yes was taken back or is too old: nothing was given out then.
        """
        now = self._clock.now()

        def change(work: Work, case: Case, key: ReaderKey) -> bool:
            found = _of(work, case, proposal)
            if found is None or not steps.carry_out(work, case, found, key, now):
                return False
            self._tell(work, case, MailKind.STEP_DONE)
            work.audit.note("step carried out", session.staff.id)
            return True

        return await self._change(session, case_id, change)

    async def replied(
        self, session: DeskSession, case_id: CaseId, proposal: ProposalId, reply: Reply
    ) -> bool:
        """Note what the other side of a mediation said; the employee is told that, and nothing else of it.

        False for a step that is no mediation, was not carried out, or where this cannot be said (any more).
        """

        def change(work: Work, case: Case, key: ReaderKey) -> bool:
            found = _of(work, case, proposal)
            plan = work.proposals.plans(case, Author.COUNSELLOR, key).get(found.letter) if found else None
            if found is None or plan is None or plan.kind is not StepKind.MEDIATE:
                return False
            if reply not in found.replies:
                return False
            work.proposals.save(replace(found, reply=reply))
            self._tell(work, case, MailKind.STEP_REPLY)
            return True

        return await self._change(session, case_id, change)

    async def sheet(self, session: DeskSession, case_id: CaseId, proposal: ProposalId) -> Plan | None:
        """The words of a step that was carried out, to be handed over; None for every other one."""
        views = await self.of_case(session, case_id)
        found = next((view for view in views if view.proposal.id == proposal), None)
        if found is None or found.plan is None or not found.plan.leaves:
            return None
        return found.plan if found.proposal.decision is Decision.DONE else None

    async def _change(
        self, session: DeskSession, case_id: CaseId, change: Callable[[Work, Case, ReaderKey], bool]
    ) -> bool:
        key = session.key
        if key is None:
            return False

        def job(work: Work) -> bool:
            case = own_case(work, session, case_id)
            if case is None or case.status is not Status.OPEN or case.key_paused:
                return False
            return change(work, case, key)

        try:
            return await self._store.write(job)
        except CannotOpen:
            return False

    @staticmethod
    def _tell(work: Work, case: Case, kind: MailKind) -> None:
        answered(work, case.answered())
        work.mailbox.put(case.conversation, kind)
        push(work, case.conversation)


def _of(work: Work, case: Case, proposal: ProposalId) -> Proposal | None:
    found = work.proposals.get(proposal)
    return found if found is not None and found.case == case.id else None
