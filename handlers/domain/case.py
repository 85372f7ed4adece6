"""The life of a case: what may happen to it and when (clauses §4, C12, C15, C41)."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from handlers.domain.errors import CaseError
from handlers.domain.ids import CaseId, ConversationId, CounsellorId


class Status(StrEnum):
    """Where a case stands."""

    WAITING = "waiting"  # the introduction is sent, the counsellor has not taken it yet
    OPEN = "open"
    DECLINED = "declined"  # the counsellor cannot; the employee chooses what now
    CLOSED = "closed"  # readable to both for retention.closed_days more, then gone
    WITHDRAWN = "withdrawn"  # the counsellor is told only this word; the words are gone
    HANDED_OVER = "handed_over"  # all that is left with the counsellor it was with: another one has it now


class Late(StrEnum):
    """What keeps an employee waiting; each is told, and the employee chooses what happens."""

    OVERDUE = "overdue"  # the promised day is over
    AWAY = "away"  # the counsellor is away longer than was promised
    ENDED = "ended"  # the counsellor never comes back to it


class Step(StrEnum):
    """What can happen to a case."""

    ACCEPT = "accept"
    DECLINE = "decline"
    CLOSE = "close"
    WITHDRAW = "withdraw"
    HAND_OVER = "hand_over"  # to another counsellor, only with a new consent


TRANSITIONS: dict[tuple[Status, Step], Status] = {
    (Status.WAITING, Step.ACCEPT): Status.OPEN,
    (Status.WAITING, Step.DECLINE): Status.DECLINED,
    (Status.WAITING, Step.WITHDRAW): Status.WITHDRAWN,
    (Status.WAITING, Step.HAND_OVER): Status.WAITING,
    (Status.DECLINED, Step.HAND_OVER): Status.WAITING,
    (Status.DECLINED, Step.WITHDRAW): Status.WITHDRAWN,
    (Status.OPEN, Step.CLOSE): Status.CLOSED,
    (Status.OPEN, Step.WITHDRAW): Status.WITHDRAWN,
    (Status.OPEN, Step.HAND_OVER): Status.WAITING,
    (Status.CLOSED, Step.WITHDRAW): Status.WITHDRAWN,
}


RUNNING: Final = (Status.WAITING, Status.OPEN)
"""With a counsellor, who owes the employee an answer or has given one."""


class StepNotAllowed(CaseError):
    """The case is in a status in which this step is not possible. Nothing has changed."""

    def __init__(self, step: Step, status: Status, allowed: tuple[Step, ...]) -> None:
        super().__init__(
            f"cannot {step} a case that is {status}; possible: {', '.join(allowed) or 'nothing'}"
        )
        self.step, self.status, self.allowed = step, status, allowed


@dataclass(frozen=True, slots=True)
class Case:
    """What is known of a case without opening any seal. Days, never clock times."""

    id: CaseId
    conversation: ConversationId
    counsellor: CounsellorId
    status: Status
    sent_on: date
    reply_by: date  # the day by which the employee hears (C12)
    outside: bool = False  # the employee insisted though it may be outside the protocol (C66)
    accepted_on: date | None = None
    closed_on: date | None = None
    seen_on: date | None = None  # last sign of life of the employee; retention.open_days counts from here
    key_paused: bool = False  # the counsellor's key is new and the employee was not told yet
    awaited: bool = True  # the employee waits for words of the counsellor, until `reply_by`
    told: Late | None = None  # what the employee was told of and has not chosen about
    asked_on: date | None = None  # last day on which a choice was put; nothing is asked twice on one day
    described: bool = False  # its counsellor said how it ended; what was said stands nowhere with the case

    def allows(self, step: Step) -> bool:
        """Whether this step is possible now."""
        return (self.status, step) in TRANSITIONS

    def after(self, step: Step, on: date) -> "Case":
        """The case after this step. Raises StepNotAllowed; then nothing has changed."""
        status = TRANSITIONS.get((self.status, step))
        if status is None:
            allowed = tuple(s for (now, s) in TRANSITIONS if now is self.status)
            raise StepNotAllowed(step, self.status, allowed)
        return replace(
            self,
            status=status,
            accepted_on=on if step is Step.ACCEPT else self.accepted_on,
            closed_on=on if step in (Step.CLOSE, Step.WITHDRAW) else self.closed_on,
            awaited=self.awaited and status in RUNNING,
            told=None,
        )

    def overdue(self, on: date) -> bool:
        """Whether the promised day is over and the employee still waits."""
        return self.status in RUNNING and self.awaited and self.reply_by < on

    def taken(self, on: date, reply_by: date) -> "Case":
        """The case after the counsellor took it; from now on the employee waits for words."""
        return replace(self.after(Step.ACCEPT, on), reply_by=reply_by)

    def answered(self) -> "Case":
        """The case after the counsellor wrote, or after the employee wants no answer any more."""
        return replace(self, awaited=False, told=None)

    def written(self, reply_by: date) -> "Case":
        """The case after the employee wrote. Who waits already, keeps the day that was promised."""
        return self if self.awaited else replace(self, awaited=True, reply_by=reply_by, told=None)

    def asked(self, why: Late, on: date) -> "Case":
        """The case after the employee was told why there is a choice to make."""
        return replace(self, told=why, asked_on=on)

    def waits(self, reply_by: date) -> "Case":
        """The case after the employee chose to wait until this day."""
        return replace(self, reply_by=reply_by, told=None)

    def handed_over(self, to: CounsellorId, on: date, reply_by: date) -> "Case":
        """The case with another counsellor, waiting again. The caller holds a new consent that names `to`."""
        return replace(
            self.after(Step.HAND_OVER, on),
            counsellor=to,
            sent_on=on,
            reply_by=reply_by,
            accepted_on=None,
            closed_on=None,
            key_paused=False,
            awaited=True,
        )
