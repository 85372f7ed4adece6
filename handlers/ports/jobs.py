"""Durable jobs, and the content-free account of what was done."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from handlers.domain.ids import CaseId, ConversationId, StaffId
from handlers.ports.channels import Later
from handlers.ports.news import Reach


class JobKind(StrEnum):
    """Durable jobs; their argument is one random row id, never a case id."""

    HELD = "held"  # a notice that waits for the next round; the worker does not have it yet
    ROUND = "round"  # at a fixed moment: what is held goes to the worker
    NOTICE = "notice"  # tell a counsellor on Telegram that something waits
    PING = "ping"  # the same along another way the counsellor chose
    PUSH = "push"  # tell an employee who wants it "there is news"; never what
    FAREWELL = "farewell"  # tell a former counsellor that secrecy stays
    CHECK_IN = "check_in"  # ask how it goes, only who agreed to that
    ANNOUNCE = "announce"  # tell who asked for it that a new counsellor starts
    ERASE = "erase"  # delete Telegram copies younger than 48 h


@dataclass(frozen=True, slots=True, repr=False)
class Traces:
    """Messages that are to go from a channel's side: where they stand, and the channel's own ids of them."""

    at: Reach
    references: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Job:
    """What a random job row stands for; read by the worker, deleted when done."""

    id: str
    kind: JobKind
    conversation: ConversationId | None = None
    staff: StaffId | None = None
    case: CaseId | None = None  # a notice about a new introduction: what its accept and decline stand for
    way: str | None = None  # along which way a ping goes
    tries: int = 0  # how often it failed
    until: datetime | None = None  # of a ping: from then on it is not tried again
    due: datetime | None = None  # of a round: its moment, to the minute
    traces: Traces | None = field(default=None, repr=False)  # what is to be erased, or who is told; sealed


NOW = timedelta()


class Schedule(Protocol):
    """Durable jobs, enqueued in the same transaction as what they belong to."""

    def enqueue(self, job: Job, after: timedelta = NOW) -> None:
        """Have it done, not before so long (at most a day)."""

    def read(self, job_id: str) -> Job | None:
        """None when it was done or its subject is gone."""

    def hold(self, job: Job) -> None:
        """Keep a notice for the next round; one about the same case, or about none, is enough."""

    def held(self) -> list[StaffId]:
        """Who has a notice that waits for the next round."""

    def unbrought(self, staff: StaffId) -> list[Job]:
        """This counsellor's notices that did not go out yet, those with the worker first."""

    def release(self, job_id: str) -> None:
        """Give a held notice to the worker."""

    def pinging(self, way: str) -> bool:
        """Whether a ping along this way did not arrive yet."""

    def rounds(self) -> list[Job]:
        """The rounds that are planned. Nobody else plans or holds one until the end of this transaction."""

    def one_sweep(self) -> None:
        """Wait until no other process sweeps; nobody else does until the end of this transaction."""

    def told(self, job_id: str) -> None:
        """The notice went out; its row stays so that its buttons keep their meaning while the case waits."""

    def done(self, job_id: str) -> None: ...


class Audit(Protocol):
    """Content-free chain of what staff and the product did (C34)."""

    def note(self, what: str, staff: StaffId | None = None) -> None:
        """`what` is one of a closed list of words in storage.audit."""


JobRunner = Callable[[str], Awaitable[Later | None]]
"""Does one durable job, given its row id; None when it is done, Later when it is to be tried again."""
