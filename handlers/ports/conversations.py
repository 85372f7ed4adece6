"""Running chats, the cases that come of them, their letters and every yes."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from dialogues.private import Private
from handlers.domain.case import Case, Status
from handlers.domain.consent import Consent, KeyedDigest, Spent
from handlers.domain.ids import CaseId, ConversationId, CounsellorId, MessageId
from handlers.ports.people import Author, Peer, ReaderKey


class MessageKind(StrEnum):
    """The first words of a case, later ones, or those of a step."""

    INTRODUCTION = "introduction"
    MESSAGE = "message"
    STEP = "step"  # the words of a step that was proposed or agreed to; shown with the steps, not as a letter


@dataclass(frozen=True, slots=True)
class Letter:
    """One message of a case, opened for its reader."""

    id: MessageId
    author: Author
    kind: MessageKind
    text: Private
    on: date


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
    ) -> Chat:
        """Seal and write the place in the dialogue; the chat as it is then, which `keep` can follow.

        Raises Stale when `chat.version` is not the row's, and nothing is written. `idle_until` is rounded up
        to the hour; None once a case carries the terms.
        """

    def keep(self, chat: Chat, peer: Peer, running: Private) -> None:
        """Seal the place in the dialogue again; deliveries and terms stay as they are. Raises Stale."""

    def was_taken(self, delivery: bytes) -> bool:
        """Whether this delivery (keyed hash) was taken before, by any conversation."""

    def forget(self, conversation: ConversationId, *, quietly: bool = False) -> None:
        """Destroy the key and every row: chat, letters, consents, mail, reach, jobs.

        Which deliveries were taken stays known for three days, by nothing but a keyed hash.

        A case that its counsellor may still see leaves one row behind (case id, counsellor, status
        withdrawn, day), so that the counsellor is told only that; it goes after retention.closed_days.
        Not when `quietly`: then a term ran out, and nothing of it is left on any desk.
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
        """What a counsellor has or had on the desk, longest waiting first.

        Of a case that was withdrawn, declined or handed over nothing but this word is left: its
        conversation is "".
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

    def write_to_employee(self, case: Case, text: Private, form: str | None = None) -> MessageId | None:
        """Seal a counsellor's words to the employee's key(s), and a copy to the counsellor.

        `form` is the page's own id of the form they came by: the same words by the same form are written
        once in a case, however often and wherever they come, and give None after that. Raises
        StorageError when the employee has no key, or was not told of the counsellor's new one yet.
        """

    def take_back(self, case: Case) -> None:
        """Destroy every letter that a counsellor could open (withdrawn, declined, handed over).

        The author's own copies stay readable to the author alone.
        """

    def part(self, case: Case, word: Status) -> Case:
        """The same case under a new id; of the old one only this word stays with its counsellor.

        The words must have been taken back. With the new id comes another alias, so that two
        counsellors cannot tell that they were asked by the same employee.
        """

    def letters(self, case: Case, reader: Author, key: ReaderKey) -> list[Letter]:
        """All letters that this reader's key opens, oldest first. Raises CannotOpen with a wrong key.

        The words of steps are not among them: see Proposals.plans.
        """

    def closed_before(self, day: date, limit: int) -> list[ConversationId]:
        """Conversations of which every case has ended, the last one before `day`."""

    def ended_before(self, day: date, limit: int) -> list[CaseId]:
        """Cases that ended before `day` while the same employee has a newer one."""

    def forget(self, case: CaseId) -> None:
        """Destroy every row of one case; its conversation and its other cases stay."""

    def silent_before(self, day: date, limit: int) -> list[ConversationId]:
        """Open cases without a sign of life of the employee since before `day`."""

    def running(self) -> list[Case]:
        """Every case that waits or is open; longest waiting first."""

    def unreminded(self, limit: int) -> list[Case]:
        """Waiting cases of which the counsellor was not reminded at half time yet; first promised first."""

    def reminded(self, case: Case) -> bool:
        """The counsellor is reminded; False when that was done already. `unreminded` gives it no more."""


class Consents(Protocol):
    """Every yes of an employee, kept as long as its case."""

    def add(self, consent: Consent) -> None: ...

    def of(self, case: CaseId) -> list[Consent]:
        """Every consent of this case, oldest first."""

    def save(self, consent: Consent) -> None: ...
