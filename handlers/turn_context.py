"""What one turn knows and wants to write; rasa-sdk actions reach it while they run.

rasa-sdk calls an action with a tracker and nothing else, so the turn travels beside it in a context
variable: set for the one task that runs the turn, gone when the turn ends.
"""

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from dialogues.model import Heard
from dialogues.private import Private
from handlers.directory import Directory
from handlers.domain.case import Case
from handlers.domain.codes import WordList
from handlers.domain.policy import Policy
from handlers.domain.terms import Terms
from handlers.hearing import Hearing
from handlers.ports import (
    Author,
    Channel,
    Chat,
    Inbound,
    Keyring,
    Letter,
    Peer,
    Reach,
    ReaderKey,
    Store,
    Work,
)
from handlers.words import Words

Write = Callable[[Work, Chat], None]
"""One thing to write; gets the conversation as it stands in the transaction."""


@dataclass(slots=True, kw_only=True)
class TurnContext:
    """One message's surroundings. Lives as long as the turn; nothing in it outlives the answer."""

    inbound: Inbound
    peer: Peer
    chat: Chat | None
    now: datetime
    policy: Policy
    directory: Directory
    store: Store
    keyring: Keyring
    words: Words
    hearing: Hearing
    new_code: Callable[[str], Private]
    code_lists: tuple[WordList, ...]
    heard: Heard
    language: str
    trail: tuple[str, ...] = ()
    since: datetime | None = None  # when this chat began, as far as is known
    fading_until: datetime | None = None  # until then a short-lived message stands on the screen
    writes: list[Write] = field(default_factory=list)
    forget: bool = False  # everything of this conversation goes, in the turn's own transaction
    forget_address: bool = False  # aftercare that was agreed for this address ends too
    hear_new: bool | None = None  # this address wants to hear of new counsellors, or not any more
    erase: tuple[str, ...] = ()  # the channel's message ids to delete on its side
    secret: bool = False  # what was typed was meant to be a code: no channel shows it again
    fleeting: set[str] = field(default_factory=set)  # responses that the channel shows for ten minutes only
    code_until: datetime | None = None  # when the shown resume code leaves the sealed state
    read_up_to: int | None = None
    talks_to: str | None = None  # the counsellor of the case after this turn, when that is somebody new
    opened_case: bool = False  # from now on the case carries the terms, not the idle time

    @property
    def today(self) -> date:
        """The day, in UTC."""
        return self.now.date()

    @property
    def terms(self) -> Terms:
        """The organisation's terms, counted from this message."""
        return Terms(self.policy, self.now)

    @property
    def channel(self) -> Channel:
        """The channel the message came in by."""
        return self.inbound.channel

    @property
    def reach(self) -> Reach:
        """Where the message came from."""
        return Reach(self.channel, self.inbound.sender, self.language)

    @property
    def case(self) -> Case | None:
        """The employee's case as it was read, if there is one."""
        return self.chat.case if self.chat else None

    @property
    def idle_until(self) -> datetime:
        """When a chat without an introduction is wiped if nothing more is said."""
        return self.now + self.policy.idle

    @property
    def session_until(self) -> datetime:
        """When an unlocked browser of an employee locks itself."""
        return self.now + timedelta(minutes=30)

    async def employee_key(self) -> ReaderKey | None:
        """The employee's own key for this request, or None when this browser is locked."""
        chat = self.chat
        if chat is None:
            return None
        return await self.store.read(lambda work: work.conversations.employee_key(chat, self.peer))

    async def letters(self, case: Case, key: ReaderKey) -> list[Letter]:
        """The letters of the case, opened for the employee."""
        return await self.store.read(lambda work: work.cases.letters(case, Author.EMPLOYEE, key))


_current: ContextVar[TurnContext] = ContextVar("turn")


def current_turn() -> TurnContext:
    """The turn that is running in this task. Raises LookupError outside a turn."""
    return _current.get()


class Running:
    """`with Running(context):` makes it the current turn of this task."""

    def __init__(self, context: TurnContext) -> None:
        self._context = context

    def __enter__(self) -> TurnContext:
        self._token = _current.set(self._context)
        return self._context

    def __exit__(self, *exc: object) -> None:
        _current.reset(self._token)
