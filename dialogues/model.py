"""The shapes of a dialogue: its place, what happens to it, what it answers.

Everything here is a frozen value; nothing here reads a file, a clock or a socket.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from dialogues.private import Private


@dataclass(frozen=True, slots=True)
class Option:
    """A choice that is only known while talking: a counsellor of the roster, a line of the summary."""

    value: str  # what the button sends, [a-z0-9_-]{1,40}
    title: Private  # what the button says


Value = str | bool | int | Private | tuple[str, ...] | tuple[Option, ...] | None
"""What a slot holds. What a person wrote is always a Private; dates are ISO strings (YYYY-MM-DD)."""

NOTHING: Mapping[str, Value] = MappingProxyType({})


def _nothing() -> Mapping[str, Value]:
    return NOTHING


@dataclass(frozen=True, slots=True)
class Frame:
    """One flow that has begun and not ended, and the step it stands on."""

    flow: str
    step: str
    returns: bool = False  # began by `call` or by an interruption: when it ends, the frame below goes on


@dataclass(frozen=True, slots=True)
class State:
    """All there is to a dialogue; frozen. The last frame is the one that runs; none means at rest."""

    frames: tuple[Frame, ...] = ()
    slots: Mapping[str, Value] = field(default_factory=_nothing, repr=False)

    @property
    def flow(self) -> str | None:
        """The running flow, or None at rest."""
        return self.frames[-1].flow if self.frames else None

    @property
    def step(self) -> str | None:
        """The running step, or None at rest."""
        return self.frames[-1].step if self.frames else None


Sureness = Literal["sure", "three", "unsure"]
"""One guess as a question, three alike, or buttons only."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What `dialogues.understand` made of typed words; a proposal, never a verdict.

    `choice` is set when the words name one of the choices of the question being asked ("ja hoor"),
    `intent` when they are a wish that holds everywhere ("stop", "wis alles"), `scope` the labels
    that fit, best first with probabilities 0..1, `sureness` how the best of them is offered, `crisis` the
    kinds of danger the words hint at, `language` the offered one that the words are surely in.
    """

    choice: str | None = None
    intent: str | None = None
    scope: tuple[tuple[str, float], ...] = ()
    crisis: tuple[str, ...] = ()
    sureness: Sureness = "unsure"
    language: str | None = None


UNHEARD = Heard()


@dataclass(frozen=True, slots=True)
class UserSaid:
    """One message. `payload` when a button was pressed or a command was given, else `text`."""

    text: Private | None = None
    payload: str | None = None  # "/intent" or "/SetSlots(slot=value)"; anyone can type it: never trusted
    heard: Heard = UNHEARD


@dataclass(frozen=True, slots=True)
class ActionDone:
    """A custom action has ended; its slots go into the dialogue."""

    action: str
    slots: Mapping[str, Value] = field(default_factory=_nothing, repr=False)


@dataclass(frozen=True, slots=True)
class Began:
    """The program begins a flow itself (news for the employee); the place in the running flow is kept."""

    flow: str
    slots: Mapping[str, Value] = field(default_factory=_nothing, repr=False)


Event = UserSaid | ActionDone | Began


@dataclass(frozen=True, slots=True)
class Button:
    """A choice as the engine offers it; the renderer gives it words.

    `title` is set for choices that are only known while talking; otherwise the words are the
    attribute `value` of the response's Fluent message.
    """

    payload: str  # at most 64 bytes (Telegram's callback_data)
    value: str
    title: Private | None = None
    chosen: bool = False  # already among the answers of a question that takes several


@dataclass(frozen=True, slots=True)
class Say:
    """A response to be put into words by the renderer: its id, the slots it may show, its buttons."""

    response: str
    slots: Mapping[str, Value] = field(default_factory=_nothing, repr=False)
    buttons: tuple[Button, ...] = ()
    asks: str | None = None  # the slot this question fills


@dataclass(frozen=True, slots=True)
class RunAction:
    """A custom action is to be run; the dialogue waits for its ActionDone."""

    action: str


Effect = Say | RunAction


@dataclass(frozen=True, slots=True)
class Expectation:
    """What the dialogue waits for: the slot being asked and the choices open now; for `understand`."""

    slot: str
    choices: tuple[str, ...]
    own_words: bool  # typed words that name no choice are welcome as an answer
