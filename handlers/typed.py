"""The words of a button, typed out: as good as pressing it."""

from collections.abc import Iterable

from dialogues.private import Private
from dialogues.understand.hygiene import ASK, STOP, words
from handlers.ports import OutButton


def named(text: Private, buttons: Iterable[OutButton]) -> str | None:
    """The payload of the button whose whole title was typed; None for no button, or for two that differ.

    Capitals, accents, punctuation and the mark of a choice made before make no difference.
    """
    typed = _bare(text)
    if not typed:
        return None
    found = {button.payload for button in buttons if _bare(button.title) == typed}
    return found.pop() if len(found) == 1 else None


def _bare(text: Private) -> tuple[str, ...]:
    return tuple(token for token in words(text.reveal()) if token not in (STOP, ASK))
