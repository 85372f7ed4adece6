"""Messages on their way in from a channel, and out to it."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from dialogues.private import Private
from handlers.ports.news import Reach
from handlers.ports.people import Channel

if TYPE_CHECKING:
    from handlers.running import Kept


@dataclass(frozen=True, slots=True)
class OutButton:
    """A button as a channel shows it."""

    title: Private
    payload: str


@dataclass(frozen=True, slots=True)
class Photo:
    """A published photo of a counsellor: its id, and words for who cannot see it. Both are public."""

    id: str
    caption: str


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message on its way to someone's screen."""

    text: Private
    buttons: tuple[OutButton, ...] = ()
    always: bool = False  # the channel adds help now, stop and wipe
    protect: bool = False  # no forwarding, no screenshots where the channel can
    fleeting: bool = False  # the channel takes it off the screen after ten minutes, with what is typed at it
    photos: tuple[Photo, ...] = ()  # shown before it; without them the message says the same


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


class Postman(Protocol):
    """Brings messages to people who are not here now."""

    async def send(self, reach: Reach, message: Outgoing) -> Outcome:
        """Bring one message to an address."""


class Eraser(Protocol):
    """Takes messages off the screens of people who are not here now."""

    async def erase(self, reach: Reach, references: tuple[str, ...]) -> Later | None:
        """Take these away as far as the channel still can; Later when some are to be tried again."""


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
    message: str | None = None  # the channel's id of the message that holds the words, where it can go
    field: str | None = None  # Screen.field of the page that the words were typed on; None: no pages


@dataclass(frozen=True, slots=True)
class Answer:
    """What the employee is to see now, in this order."""

    messages: tuple[Outgoing, ...]
    language: str
    erase: tuple[str, ...] = ()  # message ids to delete on the channel's side, before `messages` are sent
    unsent: bool = False  # the words of this delivery were taken nowhere: they go back to who typed them
    secret: bool = False  # the words of this delivery were meant to be a code: they are not shown again
    kept: "Kept | None" = field(default=None, repr=False, compare=False)  # for who notes what was shown
