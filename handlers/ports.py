"""What the use cases need from outside, as Protocols. Storage and bot implement them.

A transaction is a plain function: `await store.write(lambda work: …)`. A job cannot await, so no
coroutine can ever be suspended with a transaction open. A job may run again when the database was
busy or the row was changed meanwhile (it then sees fresh rows): it has no other effect than on `work`.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol, TypeVar

from dialogues.private import Private
from handlers.domain.case import Case
from handlers.domain.consent import Consent, KeyedDigest, Spent
from handlers.domain.ids import CaseId, ConversationId, CounsellorId, MessageId, StaffId
from handlers.domain.roster import Roster

T = TypeVar("T")


class Clock(Protocol):
    """The only source of time."""

    def now(self) -> datetime:
        """Now, aware, UTC."""


class Channel(StrEnum):
    """The ways in which an employee can talk with Open Oor."""

    TELEGRAM = "telegram"
    WEB = "web"
    REST = "rest"  # Rasa's REST chat protocol
    TERMINAL = "terminal"


# ── who writes ──────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, repr=False)
class Peer:
    """One side of a conversation as far as this request may know it; made by `Keyring.peer`.

    `lookups`: where the row may stand, today's pepper epoch first. The keys are in memory for this
    one request only and are opaque to handlers.
    """

    channel: Channel
    lookups: tuple[bytes, ...]
    state_key: bytes
    secret: bytes  # what the employee's own key is derived from, with the conversation's salt
    address: Private | None = None  # where a push can go (Telegram chat id); None on the web
    epochs: tuple[int, ...] = ()  # which pepper epoch each of `lookups` is of; empty where there are none


@dataclass(frozen=True, slots=True, repr=False)
class ReaderKey:
    """A private key in memory, for one request. Opaque to handlers."""

    private: bytes


class Author(StrEnum):
    """The two sides of a case."""

    EMPLOYEE = "employee"
    COUNSELLOR = "counsellor"


class MessageKind(StrEnum):
    """The first words of a case, or any later ones."""

    INTRODUCTION = "introduction"
    MESSAGE = "message"


@dataclass(frozen=True, slots=True)
class Letter:
    """One message of a case, opened for its reader."""

    id: MessageId
    author: Author
    kind: MessageKind
    text: Private
    on: date


# ── the running chat ────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Chat:
    """A conversation as it was read. `version` is compared when it is written."""

    id: ConversationId
    version: int
    running: (
        Private | None
    )  # the sealed state, opened: JSON text of handlers.running; None once sent or at rest
    delivery: bytes | None  # keyed hash of the newest delivery that was taken
    has_code: bool  # the employee has a key from a resume code
    case: Case | None


class Conversations(Protocol):
    """Running chats and who they belong to."""

    def find(self, peer: Peer) -> Chat | None:
        """The conversation of this peer, its state opened; `save` rewrites its lookup to today's epoch."""

    def begin(self, peer: Peer, idle_until: datetime) -> Chat:
        """A new, empty conversation with its own random key; version 0."""

    def save(
        self,
        chat: Chat,
        peer: Peer,
        *,
        running: Private | None,
        delivery: bytes | None,
        idle_until: datetime | None,
    ) -> None:
        """Seal and write the place in the dialogue. Raises Stale when `chat.version` is not the row's.

        `idle_until` is rounded up to the hour; None once a case carries the terms.
        """

    def was_taken(self, delivery: bytes) -> bool:
        """Whether this delivery (keyed hash) was taken before, by any conversation."""

    def forget(self, conversation: ConversationId) -> None:
        """Destroy the key and every row: chat, letters, consents, mail, reach, jobs.

        Which deliveries were taken stays known for three days, by nothing but a keyed hash.

        A case that its counsellor may still see leaves one row behind (case id, counsellor, status
        withdrawn, day), so that the counsellor is told only that; it goes after retention.closed_days.
        """

    def use_own_key(self, chat: Chat, peer: Peer) -> None:
        """Store the public half of the key that follows from the account (Telegram), before a consent."""

    def give_code(self, chat: Chat, public: bytes, lookup: bytes, key: ReaderKey | None = None) -> None:
        """Store the public key and the lookup of a resume code, in or before the consent's transaction.

        With `key` (the employee is present with another key) what that key opens is sealed to the code too.
        """

    def find_by_code(self, lookup: bytes) -> ConversationId | None:
        """The conversation that a whole resume code opens. Does the same work when there is none."""

    def attach(
        self, conversation: ConversationId | None, peer: Peer, key: ReaderKey, idle_until: datetime
    ) -> None:
        """Let this browser (peer) in: a session row that holds the employee key wrapped to the cookie.

        With None the row opens nothing, so that a wrong code costs the same statements as a right one.
        """

    def employee_key(self, chat: Chat, peer: Peer) -> ReaderKey | None:
        """The employee's key for this request: from the account on Telegram, from the session on the web.

        None when there is no session that is unlocked.
        """

    def detach(self, peer: Peer) -> None:
        """Quick exit: the session row goes, the case stays."""

    def idle(self, before: datetime, limit: int) -> list[ConversationId]:
        """Chats without an introduction whose `idle_until` has passed; at most `limit`."""


class Cases(Protocol):
    """Cases and their letters; never commits, the store does."""

    def add(self, case: Case) -> None: ...

    def get(self, case: CaseId) -> Case | None: ...

    def save(self, case: Case) -> None:
        """Write the case as it now is. Compares nothing: callers read it in the same transaction."""

    def of_counsellor(self, counsellor: CounsellorId) -> list[Case]:
        """Waiting, open, closed and withdrawn cases of this counsellor, longest waiting first.

        Of a withdrawn one that was wiped nothing but this word is left: its conversation is "".
        """

    def load(self) -> dict[CounsellorId, int]:
        """How many cases wait per counsellor; used to choose, shown to nobody."""

    def digest(self, case: CaseId, text: Private) -> KeyedDigest:
        """The digest of these words under the key of this case's conversation."""

    def deliver_to_counsellor(self, spent: Spent, case: Case, kind: MessageKind, text: Private) -> MessageId:
        """Seal words to the counsellor named in `spent`, and a copy to the author.

        The only way in which words reach a counsellor. Raises NotCovered unless receiver, case and words
        are those of the spent consent, and StorageError when the counsellor has no confirmed key; the
        consent is written as spent in the same transaction.
        """

    def write_to_employee(self, case: Case, text: Private) -> MessageId:
        """Seal a counsellor's words to the employee's key(s), and a copy to the counsellor.

        Raises StorageError when the employee has no key any more.
        """

    def take_back(self, case: Case) -> None:
        """Destroy every letter that a counsellor could open (withdrawn, declined, handed over).

        The author's own copies stay readable to the author alone.
        """

    def letters(self, case: Case, reader: Author, key: ReaderKey) -> list[Letter]:
        """All letters that this reader's key opens, oldest first. Raises CannotOpen with a wrong key."""

    def closed_before(self, day: date, limit: int) -> list[ConversationId]: ...

    def silent_before(self, day: date, limit: int) -> list[ConversationId]:
        """Open cases without a sign of life of the employee since before `day`."""

    def overdue(self, on: date, limit: int) -> list[Case]:
        """Waiting cases whose reply_by is before `on`, not announced to the employee yet."""

    def announced_overdue(self, case: Case) -> None:
        """The employee was told that the answer is late; `overdue` gives this case no more."""

    def unreminded(self, limit: int) -> list[Case]:
        """Waiting cases of which the counsellor was not reminded at half time yet; longest waiting first."""

    def reminded(self, case: Case) -> None:
        """The counsellor was reminded; `unreminded` gives this case no more."""


class Consents(Protocol):
    """Every yes of an employee, kept as long as its case."""

    def add(self, consent: Consent) -> None: ...

    def of(self, case: CaseId) -> list[Consent]:
        """Every consent of this case, oldest first."""

    def save(self, consent: Consent) -> None: ...


class MailKind(StrEnum):
    """What can happen while the employee is away; becomes the flow `news_<kind>`."""

    MESSAGE = "message"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    OVERDUE = "overdue"
    CLOSED = "closed"
    KEY_CHANGED = "key_changed"  # the counsellor's key is new: nothing goes on without a new yes


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

    def set_staff(self, staff: StaffId, reach: Reach | None) -> None: ...

    def staff_at(self, lookup: bytes) -> StaffId | None:
        """The staff member whose Telegram account has this keyed lookup (see Keyring.staff_lookup)."""


# ── staff ───────────────────────────────────────────────────────────────────────────────────────


class Role(StrEnum):
    """What a login is for; nobody has two (C35)."""

    COUNSELLOR = "counsellor"
    HR = "hr"


@dataclass(frozen=True, slots=True)
class Staff:
    """A login. One role only (C35): a counsellor is never HR."""

    id: StaffId
    role: Role
    counsellor: CounsellorId | None  # set when role is counsellor
    ended: bool = False


class LinkPurpose(StrEnum):
    """What a one-time link opens."""

    LOGIN = "login"  # 15 minutes
    INVITATION = "invitation"  # 24 h, once
    TELEGRAM = "telegram"  # links a counsellor's Telegram account, 15 minutes


@dataclass(frozen=True, slots=True, repr=False)
class DeskSession:
    """A logged-in browser. `key` is there when the desk is unlocked, for this request only."""

    staff: Staff
    csrf: str
    key: ReaderKey | None
    has_passphrase: bool


@dataclass(frozen=True, slots=True)
class KeyState:
    """A counsellor's key as the roster page and the desk may show it."""

    counsellor: CounsellorId
    fingerprint: str  # groups of digits, to be read aloud
    confirmed: bool  # another active counsellor has confirmed it; until then it receives nothing
    made_on: date


@dataclass(frozen=True, slots=True, repr=False)
class WrappedKey:
    """A counsellor's private key under Argon2id(passphrase) and the desk pepper; with its public half."""

    public: bytes
    wrapped: bytes
    salt: bytes


class Desk(Protocol):
    """Logins, links, sessions and keys of staff."""

    def staff(self, staff: StaffId) -> Staff | None: ...

    def staff_of(self, counsellor: CounsellorId) -> Staff | None: ...

    def officer(self) -> Staff | None:
        """The login of HR, when there is one that has not ended."""

    def add_staff(self, staff: Staff) -> None: ...

    def end_staff(self, staff: StaffId) -> None:
        """Sessions, links, reach and wrapped key go at once."""

    def add_link(self, token: Private, staff: StaffId, purpose: LinkPurpose, until: datetime) -> None:
        """Only a keyed hash of the token is stored."""

    def spend_link(self, token: Private, purpose: LinkPurpose, now: datetime) -> Staff | None:
        """Once; None when unknown, spent, of another purpose or too late. Same work in every case."""

    def begin_session(self, cookie: Private, staff: StaffId, idle_until: datetime) -> None: ...

    def session(self, cookie: Private, now: datetime, idle_until: datetime) -> DeskSession | None:
        """None when unknown or not used for two weeks; otherwise its idle time is moved on.

        The key is gone once the idle time has passed: the passphrase is asked again, not a new link.
        """

    def unlock(self, cookie: Private, key: ReaderKey) -> None: ...

    def lock(self, cookie: Private) -> None: ...

    def end_session(self, cookie: Private) -> None: ...

    def end_all_sessions(self, staff: StaffId) -> None: ...

    def set_key(self, counsellor: CounsellorId, key: WrappedKey, on: date) -> None:
        """A new key: unconfirmed; every case of this counsellor waits until the employee was told."""

    def wrapped_key(self, counsellor: CounsellorId) -> WrappedKey | None: ...

    def confirm_key(self, counsellor: CounsellorId, by: CounsellorId, on: date) -> None:
        """Raises StorageError when `by` is the same counsellor."""

    def keys(self) -> list[KeyState]:
        """Every current key. Raises StorageError when a MAC does not fit (someone changed the row)."""


class Rosters(Protocol):
    """Published versions of the roster and the one draft; versions are never changed."""

    def current(self) -> Roster: ...

    def draft(self) -> Roster | None: ...

    def save_draft(self, roster: Roster, based_on: int) -> None:
        """Raises Stale when the published version is no longer `based_on`."""

    def publish(self, on: date) -> Roster:
        """The draft becomes the next version. Raises StorageError when there is no draft."""

    def versions(self) -> list[tuple[int, date]]: ...


class JobKind(StrEnum):
    """Durable jobs; their argument is one random row id, never a case id."""

    NOTICE = "notice"  # tell a counsellor that something waits
    PUSH = "push"  # tell an employee who wants it "there is news"; never what
    ERASE = "erase"  # delete Telegram copies younger than 48 h


@dataclass(frozen=True, slots=True)
class Job:
    """What a random job row stands for; read by the worker, deleted when done."""

    id: str
    kind: JobKind
    conversation: ConversationId | None = None
    staff: StaffId | None = None
    case: CaseId | None = None  # a notice about a new introduction: what its accept and decline stand for
    notice: str | None = None  # which content-free text


class Schedule(Protocol):
    """Durable jobs, enqueued in the same transaction as what they belong to."""

    def enqueue(self, job: Job) -> None: ...

    def read(self, job_id: str) -> Job | None:
        """None when it was done or its subject is gone."""

    def told(self, job_id: str) -> None:
        """The notice went out; its row stays so that its buttons keep their meaning while the case waits."""

    def done(self, job_id: str) -> None: ...


class Audit(Protocol):
    """Content-free chain of what staff and the product did (C34)."""

    def note(self, what: str, staff: StaffId | None = None) -> None:
        """`what` is one of a closed list of words in storage.audit."""


class Work(Protocol):
    """One transaction."""

    @property
    def conversations(self) -> Conversations: ...
    @property
    def cases(self) -> Cases: ...
    @property
    def consents(self) -> Consents: ...
    @property
    def mailbox(self) -> Mailbox: ...
    @property
    def reaches(self) -> Reaches: ...
    @property
    def desk(self) -> Desk: ...
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

    async def write(self, job: Callable[[Work], T]) -> T:
        """Run a job in one transaction and commit.

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


# ── going out ───────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class OutButton:
    """A button as a channel shows it."""

    title: Private
    payload: str


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message on its way to someone's screen."""

    text: Private
    buttons: tuple[OutButton, ...] = ()
    always: bool = False  # the channel adds help now, stop and wipe
    protect: bool = False  # no forwarding, no screenshots where the channel can
    fleeting: bool = False  # the channel takes it off the screen after ten minutes, with what is typed at it


@dataclass(frozen=True, slots=True)
class Sent:
    """The channel took it. `reference`: the channel's own message id, to delete it later."""

    reference: str | None = None


@dataclass(frozen=True, slots=True)
class Later:
    """The channel asks to try again after so many seconds."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Gone:
    """The receiver cannot be reached any more (blocked): forget the address."""


Outcome = Sent | Later | Gone

JobRunner = Callable[[str], Awaitable[Later | None]]
"""Does one durable job, given its row id; None when it is done, Later when it is to be tried again."""


class Postman(Protocol):
    """Brings messages to people who are not here now."""

    async def send(self, reach: Reach, message: Outgoing) -> Outcome:
        """Bring one message to an address."""


# ── coming in ───────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Inbound:
    """One message of an employee, as a channel took it in. No account id outside a Private after this."""

    channel: Channel
    delivery: str  # the channel's id of this delivery; unique per channel
    sender: Private
    text: Private | None = None
    payload: str | None = None
    unsupported: str | None = None  # photo, voice, …: the kind of content that was not taken
    language: str | None = None  # the channel's hint
    trail: tuple[str, ...] = ()  # the channel's ids of messages shown and taken since the last turn


@dataclass(frozen=True, slots=True)
class Answer:
    """What the employee is to see now, in this order."""

    messages: tuple[Outgoing, ...]
    language: str
    erase: tuple[str, ...] = ()  # message ids to delete on the channel's side, before `messages` are sent
