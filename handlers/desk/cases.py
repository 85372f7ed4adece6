"""Cases at the desk: reading, accepting, answering, closing (C10, C12, C35, C40).

A counsellor reaches own cases only; somebody else's case and a case that does not exist give the
same answer (I8). Nothing here opens without the counsellor's own key.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from dialogues.private import Private
from handlers.appointments import is_over
from handlers.closing import closed, describe
from handlers.directory import look
from handlers.domain.alias import alias
from handlers.domain.case import Case, Status, Step
from handlers.domain.closing import Closing
from handlers.domain.ids import CaseId
from handlers.domain.policy import Policy
from handlers.notices import push
from handlers.ports import (
    Author,
    Clock,
    DeskSession,
    Letter,
    MailKind,
    MessageKind,
    Role,
    Staff,
    Store,
    Work,
)
from handlers.waiting import answered, promised

Verdict = Literal["accept", "decline"]
"""What a counsellor can press under a notice on Telegram."""

_TOLD: Final = {
    Step.ACCEPT: MailKind.ACCEPTED,
    Step.DECLINE: MailKind.DECLINED,
    Step.CLOSE: MailKind.CLOSED,
}
"""What the employee is told of each step of a counsellor."""


@dataclass(frozen=True, slots=True)
class InboxRow:
    """A case as its counsellor sees it in the list; the alias never leaves the desk."""

    case: Case
    alias: str
    overdue: bool


@dataclass(frozen=True, slots=True)
class CaseView:
    """One opened case: who (alias), where it stands and every letter."""

    case: Case
    alias: str
    letters: tuple[Letter, ...]

    @property
    def sealed_before(self) -> bool:
        """Whether the first words are not there because they were sealed to an earlier key."""
        kinds = {letter.kind for letter in self.letters}
        return bool(self.case.conversation) and MessageKind.INTRODUCTION not in kinds


class DeskCases:
    """What a counsellor does with own cases."""

    def __init__(self, store: Store, clock: Clock, policy: Policy) -> None:
        self._store, self._clock, self._policy = store, clock, policy

    async def inbox(self, session: DeskSession, language: str) -> list[InboxRow]:
        """Own cases, longest waiting first."""
        counsellor, today = session.staff.counsellor, self._clock.now().date()
        if counsellor is None:
            return []
        cases = await self._store.read(lambda work: work.cases.of_counsellor(counsellor))
        return [InboxRow(case, alias(case.id, language), case.overdue(today)) for case in cases]

    async def open_case(self, session: DeskSession, case_id: CaseId, language: str) -> CaseView | None:
        """One own case with its letters; None when it is nobody's, someone else's, or the desk is locked."""
        key = session.key
        if key is None:
            return None

        def job(work: Work) -> CaseView | None:
            case = own_case(work, session, case_id)
            if case is None:
                return None
            letters = work.cases.letters(case, Author.COUNSELLOR, key)
            work.audit.note("case opened", session.staff.id)
            return CaseView(case, alias(case.id, language), tuple(letters))

        return await self._store.write(job)

    async def accept(self, session: DeskSession, case_id: CaseId) -> bool:
        """Take a waiting case. False when it is not one's own or no longer waiting."""
        return await self._step(session.staff, case_id, Step.ACCEPT)

    async def decline(self, session: DeskSession, case_id: CaseId) -> bool:
        """Not take it: the words are destroyed here, and the employee chooses what now."""
        return await self._step(session.staff, case_id, Step.DECLINE)

    async def close(self, session: DeskSession, case_id: CaseId, said: Closing | None = None) -> bool:
        """End the contact; readable to both for retention.closed_days more. False at a locked desk.

        `said`: how it ended, counted once; it can still be said after the contact ended. True too when
        there was nothing left to do, False when the case went meanwhile.
        """
        if session.key is None:
            return False

        def job(work: Work) -> bool:
            self._stepped(work, session.staff, case_id, Step.CLOSE)
            case = own_case(work, session, case_id)
            if case is None or case.status is not Status.CLOSED:
                return False
            if said is not None:
                describe(work, case, said)
            return True

        return await self._store.write(job)

    async def answer_notice(self, staff: Staff, job_id: str, verdict: Verdict) -> bool:
        """Accept or decline from the notice on Telegram. False when it is no longer waiting."""
        job = await self._store.read(lambda work: work.schedule.read(job_id))
        if job is None or job.case is None or job.staff != staff.id or staff.ended:
            return False
        return await self._step(staff, job.case, Step(verdict))

    async def reply(
        self, session: DeskSession, case_id: CaseId, text: Private, form: str | None = None
    ) -> bool:
        """Write to the employee of an open case of one's own. False at a locked desk.

        The same words by the same form are sent once, in any tab and after any restart. False too while
        one's key is new: the employee is told of that first, and a colleague confirms it.
        """
        if session.key is None:
            return False

        def job(work: Work) -> bool:
            case = own_case(work, session, case_id)
            if case is None or case.status is not Status.OPEN or case.key_paused:
                return False
            if case.counsellor not in look(work).reachable:
                return False
            if work.cases.write_to_employee(case, text, form) is None:
                return True
            answered(work, case.answered())
            work.mailbox.put(case.conversation, MailKind.MESSAGE)
            push(work, case.conversation)
            return True

        return await self._store.write(job)

    async def _step(self, staff: Staff, case_id: CaseId, step: Step) -> bool:
        return await self._store.write(lambda work: self._stepped(work, staff, case_id, step))

    def _stepped(self, work: Work, staff: Staff, case_id: CaseId, step: Step) -> bool:
        today, case = self._clock.now().date(), work.cases.get(case_id)
        if case is None or staff.counsellor is None or case.counsellor != staff.counsellor:
            return False
        if not case.allows(step) or is_over(work, staff.counsellor, today):
            return False
        if case.key_paused and step is not Step.DECLINE:
            return False
        if step is Step.DECLINE:
            work.cases.take_back(case)
            case = work.cases.part(case, Status.DECLINED)
        answered(work, self._after(work, case, step, today))
        mail = _TOLD[step]
        work.mailbox.put(case.conversation, mail)
        push(work, case.conversation)
        work.audit.note(f"case {mail.value}", staff.id)
        return True

    def _after(self, work: Work, case: Case, step: Step, today: date) -> Case:
        if step is Step.ACCEPT:
            return case.taken(today, promised(work, case, today, self._policy))
        return closed(work, case, today) if step is Step.CLOSE else case.after(step, today)


def own_case(work: Work, session: DeskSession, case_id: CaseId) -> Case | None:
    """The case when it is of this counsellor; None when it is somebody else's or nobody's."""
    case = work.cases.get(case_id)
    own = (
        case is not None
        and session.staff.counsellor is not None
        and case.counsellor == session.staff.counsellor
    )
    return case if own and session.staff.role is Role.COUNSELLOR else None
