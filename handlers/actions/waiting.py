"""No answer came, or none can come: what the employee is told and chooses (C12, C43)."""

from handlers.actions.action import SlotAction, Slots
from handlers.actions.case import CaseStatus, fresh_case
from handlers.domain import promises
from handlers.domain.case import RUNNING, Case
from handlers.domain.errors import Stale
from handlers.ports import Chat, MailKind, Work
from handlers.turn_context import TurnContext
from handlers.waiting import answered, late


class ShowLate(CaseStatus):
    """The same, said to the employee now: the hourly round does not tell it once more."""

    called = "action_late"

    async def fill(self, slots: Slots, turn: TurnContext) -> Slots:
        """What CaseStatus gives."""
        case = turn.case
        why = late(turn.directory, case, turn.today, turn.policy) if case is not None else None
        if why is not None:

            def told(work: Work, chat: Chat) -> None:
                work.mailbox.take_out(chat.id, MailKind.OVERDUE)
                fresh = fresh_case(work, chat)
                if fresh is not None and fresh.status in RUNNING and fresh.told is not why:
                    work.cases.save(fresh.asked(why, turn.today))

            turn.writes.append(told)
        return await super().fill(slots, turn)


class WaitLonger(SlotAction):
    """The employee waits on, with a new day to hear by."""

    called = "action_wait"

    async def fill(self, slots: Slots, turn: TurnContext) -> Slots:
        """waits: for an answer, only for a return, or no; reply_by."""
        case = turn.case
        if case is None or late(turn.directory, case, turn.today, turn.policy) is None:
            return {"waits": "no"}
        who = turn.directory.roster.get(case.counsellor)
        by = promises.promised(who, turn.today, turn.policy.reply_working_days)

        def write(work: Work, chat: Chat) -> None:
            answered(work, _unchanged(work, chat, case).waits(by))

        turn.writes.append(write)
        return {"waits": "answer" if case.awaited else "return", "reply_by": by.isoformat()}


class NoAnswerNeeded(SlotAction):
    """The employee wants no answer to what was written last; the contact stays as it is."""

    called = "action_no_answer"

    async def fill(self, slots: Slots, turn: TurnContext) -> Slots:
        """waits: no."""
        case = turn.case
        if case is not None and case.status in RUNNING:

            def write(work: Work, chat: Chat) -> None:
                answered(work, _unchanged(work, chat, case).answered())

            turn.writes.append(write)
        return {"waits": "no"}


def _unchanged(work: Work, chat: Chat, case: Case) -> Case:
    """The case as it was when the employee chose. Raises Stale when the counsellor answered since."""
    fresh = fresh_case(work, chat)
    if fresh is None or fresh.status is not case.status or fresh.awaited is not case.awaited:
        raise Stale("the counsellor answered meanwhile")
    return fresh
