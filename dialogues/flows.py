"""Dialogues as tables: what the loader makes of the files once and the engine follows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from dialogues.conditions import Condition
from dialogues.model import Button, State, Value
from dialogues.texts import Texts

STORY = "story"
"""The text slot that keeps words which answered no question. Always there; outlives every flow."""

LANGUAGE = "language"
"""The slot that holds the language of the dialogue, one of the folders in `texts`. Outlives every flow."""

OTHER_LANGUAGE, LANGUAGE_OFFERED = "other_language", "language_offered"
"""The language that words were surely in, other than the chosen one; whether one was offered in this chat."""

OWN_WORDS = "own_words"
"""The value of a question that was answered in own words."""

SKIP = "skip"
"""The choice that passes a question; the slot then holds nothing."""

DONE = "done"
"""The choice that ends a question with several answers."""

CRISES = ("danger", "violence", "suicide", "sexual")
"""Kinds of danger that words can hint at; `utter_crisis_<kind>` answers each."""

STALE, KEPT, CHOOSE = "utter_stale_button", "utter_words_kept", "utter_choose_please"
SESSION_START, COMPLETED, CANNOT_HANDLE = (
    "pattern_session_start",
    "pattern_completed",
    "pattern_cannot_handle",
)
PATTERNS = frozenset({SESSION_START, COMPLETED, CANNOT_HANDLE, "pattern_internal_error"})
ALWAYS, MENU = "utter_always", "utter_menu"

MAX_PAYLOAD = 64
"""Bytes of a button payload: Telegram's limit on callback_data."""


class SlotType(Enum):
    """What a slot may hold."""

    CATEGORICAL = "categorical"
    BOOL = "bool"
    TEXT = "text"
    LIST = "list"
    ANY = "any"
    DATE = "date"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Choice:
    """A value a question may be answered with, the condition it is open under, and its button."""

    value: str
    sets: Value
    button: Button
    condition: Condition | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """One blank of a dialogue.

    `options` names the list slot whose Options are further choices. A `multi` slot holds a tuple of
    chosen values. A slot that `stays` outlives flows and fresh starts; only an answer, a set_slots
    step or an action changes it.
    """

    name: str
    type: SlotType
    choices: tuple[Choice, ...] = ()
    options: str | None = None
    multi: bool = False
    initial: Value = None
    stays: bool = False

    @property
    def conditional(self) -> bool:
        """Whether the open choices depend on the state."""
        return self.multi or self.options is not None or any(choice.condition for choice in self.choices)


@dataclass(frozen=True, slots=True)
class Way:
    """A way on: the condition it asks (None: always) and the step it leads to (None: the end)."""

    condition: Condition | None
    to: str | None


@dataclass(frozen=True, slots=True)
class Rejection:
    """An answer that is not taken: while `condition` holds, `response` is said and asked again."""

    condition: Condition
    response: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A place in a flow. `human` marks a place where a person is offered."""

    id: str
    line: int
    ways: tuple[Way, ...] = ()
    human: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Utter(Step):
    """Says a response."""

    response: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Act(Step):
    """Has a custom action run and waits for its slots."""

    action: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Collect(Step):
    """Asks for a slot and listens, unless the slot is filled (and `ask_before_filling` is false)."""

    slot: Slot
    response: str
    ask_before_filling: bool = False
    rejections: tuple[Rejection, ...] = ()
    own_words: str | None = None
    skip: Choice | None = None
    validate: str | None = None
    fixed: tuple[Button, ...] | None = None  # the buttons, when no state can change them


@dataclass(frozen=True, slots=True, kw_only=True)
class SetSlots(Step):
    """Fills or empties slots."""

    values: tuple[tuple[str, Value], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Step):
    """Ends this flow and begins another in its place."""

    flow: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Call(Step):
    """Runs another flow and comes back."""

    flow: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Noop(Step):
    """Only a fork in the road."""


@dataclass(frozen=True, slots=True)
class Flow:
    """One flow. `owns` are the slots it fills, `resets` those that end with it.

    `ends` are the flows whose questions are over once it begins, and the lines that say so. While it runs,
    typed words are kept nowhere when `forgets` names the response that says so.
    """

    id: str
    file: str
    line: int
    description: str
    first: str
    steps: Mapping[str, Step]
    guard: Condition | None = None
    intents: tuple[str, ...] = ()
    keeps_place: bool = False
    forgets: str = ""
    ends: Mapping[str, int] = field(default_factory=dict)
    persisted: frozenset[str] = frozenset()
    completes: bool = True
    owns: frozenset[str] = frozenset()
    resets: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Response:
    """Something that can be said: the slots its words show, and buttons to intents it carries."""

    id: str
    shows: tuple[str, ...] = ()
    links: tuple[Button, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Flows:
    """Every flow, slot and text of a product, checked and resolved.

    `blanks` are the variables of texts that are no slots: the policy values that the renderer needs.
    """

    flows: Mapping[str, Flow]
    slots: Mapping[str, Slot]
    actions: frozenset[str]
    intents: Mapping[str, str]
    responses: Mapping[str, Response]
    texts: Texts
    initial: Mapping[str, Value]
    always: tuple[str, ...] = ()
    menu: tuple[str, ...] = ()
    human_flows: frozenset[str] = frozenset()
    blanks: frozenset[str] = frozenset()

    def step(self, state: State) -> Step | None:
        """The step a state stands on; None at rest or when these flows do not have it."""
        if not state.frames:
            return None
        flow = self.flows.get(state.frames[-1].flow)
        return flow.steps.get(state.frames[-1].step) if flow else None
