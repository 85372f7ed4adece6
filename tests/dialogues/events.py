"""Events and states for the engine, one at a time."""

from dialogues.model import (
    Effect,
    Frame,
    Heard,
    Option,
    Say,
    State,
    UserSaid,
    Value,
)
from dialogues.private import Private

PEOPLE = (Option("p1", Private("Anna")), Option("p2", Private("Bas")))


def names(effects: tuple[Effect, ...]) -> list[str]:
    """The responses and actions of an answer."""
    return [effect.response if isinstance(effect, Say) else effect.action for effect in effects]


def at(flow: str, step: str, **slots: Value) -> State:
    """A dialogue that stands somewhere."""
    return State((Frame(flow, step),), slots)


def pressed(payload: str) -> UserSaid:
    """A button press."""
    return UserSaid(payload=payload)


def typed(words: str, **heard: object) -> UserSaid:
    """Typed words and what was made of them."""
    return UserSaid(text=Private(words), heard=Heard(**heard))  # type: ignore[arg-type]  # tests name the fields


def asked(effects: tuple[Effect, ...]) -> Say:
    """The question that an answer ends with."""
    question = effects[-1]
    assert isinstance(question, Say)
    return question
