"""What absent people are to hear, and where they want to be told that there is something."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Protocol

from dialogues.private import Private
from handlers.domain.ids import ConversationId, StaffId
from handlers.ports.people import Channel


class MailKind(StrEnum):
    """What can happen while the employee is away; becomes the flow `news_<kind>`."""

    MESSAGE = "message"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    OVERDUE = "overdue"  # no answer in time, away for long, or never back: there is a choice to make
    CLOSED = "closed"
    STEP = "step"  # the counsellor proposes a step
    STEP_DONE = "step_done"  # a step that the employee chose was carried out
    STEP_REPLY = "step_reply"  # the other side of a mediation said yes, no or stop
    STEP_ASK = "step_ask"  # how did it go?
    KEY_LOST = "key_lost"  # the counsellor's key is gone, and no new one can receive yet: a choice to make
    KEY_CHANGED = "key_changed"  # the counsellor's key is new: nothing goes on without a new yes


KEY_NEWS: Final = frozenset({MailKind.KEY_LOST, MailKind.KEY_CHANGED})
"""Each puts the choice what is to happen, for words that the counsellor cannot open."""


@dataclass(frozen=True, slots=True)
class Mail:
    """Something that an absent employee is to hear at the next visit; never any words."""

    seq: int
    kind: MailKind


class Mailbox(Protocol):
    """Events for an employee who is not here now."""

    def put(self, conversation: ConversationId, kind: MailKind) -> int:
        """The new row's sequence number."""

    def peek(self, conversation: ConversationId) -> list[Mail]:
        """In sequence."""

    def drop(self, conversation: ConversationId, up_to: int) -> None: ...

    def take_out(self, conversation: ConversationId, kind: MailKind) -> None:
        """What was put there of this kind is not so any more, or is told anew."""


@dataclass(frozen=True, slots=True, repr=False)
class Reach:
    """Where someone wants to be told that there is news; opened only by the worker."""

    channel: Channel
    address: Private
    language: str


class Reaches(Protocol):
    """Addresses, sealed to the relay."""

    def of_employee(self, conversation: ConversationId) -> Reach | None: ...

    def set_employee(self, conversation: ConversationId, reach: Reach | None) -> None:
        """None forgets it."""

    def of_staff(self, staff: StaffId) -> Reach | None: ...

    def is_linked(self, staff: StaffId) -> bool:
        """Whether this counsellor linked Telegram; opens no address."""

    def set_staff(self, staff: StaffId, reach: Reach | None) -> None: ...

    def staff_at(self, lookup: bytes) -> StaffId | None:
        """The staff member whose Telegram account has this keyed lookup (see Keyring.staff_lookup)."""
