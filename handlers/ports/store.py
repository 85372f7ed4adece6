"""The clock, the key files and the database, one transaction at a time."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol, TypeVar

from dialogues.private import Private
from handlers.ports.aftercare import Aftercare
from handlers.ports.announcements import Announcements
from handlers.ports.conversations import Cases, Consents, Conversations
from handlers.ports.jobs import Audit, Schedule
from handlers.ports.logins import Logins
from handlers.ports.news import Mailbox, Reaches
from handlers.ports.people import Channel, Peer, ReaderKey
from handlers.ports.pings import PingWays
from handlers.ports.pressure import PressureLog
from handlers.ports.proposals import Proposals
from handlers.ports.staff import Desk, Rosters, WrappedKey
from handlers.ports.totals import Totals

T = TypeVar("T")


class Clock(Protocol):
    """The only source of time."""

    def now(self) -> datetime:
        """Now, aware, UTC."""


class Work(Protocol):
    """One transaction."""

    @property
    def conversations(self) -> Conversations: ...
    @property
    def cases(self) -> Cases: ...
    @property
    def consents(self) -> Consents: ...
    @property
    def proposals(self) -> Proposals: ...
    @property
    def aftercare(self) -> Aftercare: ...
    @property
    def announcements(self) -> Announcements: ...
    @property
    def pressure(self) -> PressureLog: ...
    @property
    def totals(self) -> Totals: ...
    @property
    def mailbox(self) -> Mailbox: ...
    @property
    def reaches(self) -> Reaches: ...
    @property
    def ping_ways(self) -> PingWays: ...
    @property
    def desk(self) -> Desk: ...
    @property
    def logins(self) -> Logins: ...
    @property
    def roster(self) -> Rosters: ...
    @property
    def schedule(self) -> Schedule: ...
    @property
    def audit(self) -> Audit: ...


class Store(Protocol):
    """The database, one transaction at a time."""

    async def read(self, job: Callable[[Work], T]) -> T:
        """Run a job on a consistent view; nothing it does is kept."""

    async def write(self, job: Callable[[Work], T], *, flushed: bool = True) -> T:
        """Run a job in one transaction and commit.

        With `flushed` it is on the disk when this returns. Without, it outlives the end of the program, but
        not a power cut within moments; the next flushed write takes it along.
        Raises what the job raises (then nothing is written), or Locked.
        """


class Keyring(Protocol):
    """Keys that live in files beside the database, never in it (KEYS.md)."""

    def peer(self, channel: Channel, sender: Private) -> Peer: ...

    def delivery(self, channel: Channel, delivery: str) -> bytes:
        """Keyed hash of a channel's delivery id."""

    def code_key(self, code: Private) -> tuple[ReaderKey, bytes, bytes]:
        """(employee key, its public half, lookup) of a resume code as typed; spelling is made equal first."""

    def new_counsellor_key(self, passphrase: Private) -> tuple[ReaderKey, WrappedKey]:
        """Argon2id: about 0.2 s and 64 MiB; call it off the event loop."""

    def open_counsellor_key(self, key: WrappedKey, passphrase: Private) -> ReaderKey | None:
        """None when the passphrase does not fit. Off the event loop, like new_counsellor_key."""

    def staff_lookup(self, channel: Channel, sender: Private) -> bytes: ...
