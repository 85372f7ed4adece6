"""A state as bytes and back, for whoever keeps it; the bytes are plain words and must be sealed."""

import json
from collections.abc import Mapping
from types import MappingProxyType

from dialogues.model import Frame, Option, State, Value
from dialogues.private import Private
from dialogues.problems import DialogueError

VERSION = 1


class StateUnreadable(DialogueError):
    """These bytes are no state. The message holds nothing of them."""

    def __init__(self) -> None:
        super().__init__("the saved dialogue cannot be read")


class UnknownStateVersion(DialogueError):
    """The state was saved by a version of the product that this one does not know."""

    def __init__(self, version: int) -> None:
        super().__init__(f"the saved dialogue has version {version}; this program reads version {VERSION}")
        self.version = version


def dump(state: State) -> bytes:
    """The state as UTF-8 JSON. The same state gives the same bytes when its slots have the same order."""
    frames = [[frame.flow, frame.step, frame.returns] for frame in state.frames]
    saved = {"v": VERSION, "f": frames, "s": dict(state.slots)}
    return json.dumps(saved, default=_tagged, separators=(",", ":")).encode("ascii")


def _tagged(value: object) -> object:
    if isinstance(value, Private):
        return {"p": value.reveal()}
    if isinstance(value, Option):
        return {"o": value.value, "t": value.title.reveal()}
    raise TypeError("a slot holds something that cannot be saved")


def parse(saved: bytes) -> State:
    """The state that `dump` saved. Raises UnknownStateVersion and StateUnreadable."""
    tree = _json(saved)
    if not isinstance(tree, dict) or not isinstance(tree.get("v"), int):
        raise StateUnreadable
    if tree["v"] != VERSION:
        raise UnknownStateVersion(tree["v"])
    state = _state(tree)
    if state is None:
        raise StateUnreadable
    return state


def _json(saved: bytes) -> object:
    """None when it is no JSON; the decoder's own error would carry the whole text."""
    try:
        return json.loads(saved)
    except (ValueError, RecursionError):
        return None


def _state(tree: Mapping[str, object]) -> State | None:
    frames, slots = tree.get("f"), tree.get("s")
    if not isinstance(frames, list) or not isinstance(slots, dict):
        return None
    try:
        found = tuple([Frame(*_frame(each)) for each in frames])
        return State(found, MappingProxyType({name: _value(value) for name, value in slots.items()}))
    except (TypeError, ValueError, KeyError):
        return None


def _frame(saved: object) -> tuple[str, str, bool]:
    if not isinstance(saved, list) or [type(part) for part in saved] != [str, str, bool]:
        raise TypeError
    return saved[0], saved[1], saved[2]


def _value(saved: object) -> Value:
    if saved is None or isinstance(saved, str | bool | int):
        return saved
    if isinstance(saved, dict):
        return Private(_word(saved["p"]))
    if isinstance(saved, list):
        if saved and isinstance(saved[0], dict):
            return tuple([Option(_word(each["o"]), Private(_word(each["t"]))) for each in saved])
        return tuple([_word(each) for each in saved])
    raise TypeError


def _word(saved: object) -> str:
    if not isinstance(saved, str):
        raise TypeError
    return saved
