"""The last answer of a dialogue as bytes and back, to be shown again; to be sealed like a state."""

import json

from dialogues.codec import StateUnreadable, dump, parse
from dialogues.model import Button, Say, State
from dialogues.private import Private


def dump_says(says: tuple[Say, ...]) -> bytes:
    """The responses as UTF-8 JSON; what they show travels in the codec of a state's slots."""
    saved = [
        [
            say.response,
            say.asks,
            dump(State((), say.slots)).decode("ascii"),
            [
                [b.payload, b.value, b.title.reveal() if b.title is not None else None, b.chosen]
                for b in say.buttons
            ],
        ]
        for say in says
    ]
    return json.dumps(saved, separators=(",", ":")).encode("ascii")


def parse_says(saved: bytes) -> tuple[Say, ...]:
    """The responses that `dump_says` saved. Raises StateUnreadable."""
    says = _says(saved)
    if says is None:
        raise StateUnreadable
    return says


def _says(saved: bytes) -> tuple[Say, ...] | None:
    """None when it is something else; the decoder's own error would carry the whole text."""
    try:
        return tuple(_say(*row) for row in json.loads(saved))
    except (ValueError, TypeError, AttributeError, StateUnreadable):
        return None


def _say(
    response: str, asks: str | None, slots: str, buttons: list[tuple[str, str, str | None, bool]]
) -> Say:
    return Say(response, parse(slots.encode("ascii")).slots, tuple(_button(*b) for b in buttons), asks)


def _button(payload: str, value: str, title: str | None, chosen: bool) -> Button:
    return Button(payload, value, Private(title) if title is not None else None, chosen)
