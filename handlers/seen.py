"""A yes is for the words that stood above it (C15, C42): the button of a preview says which preview it was.

Words can change while an earlier preview still stands on a screen. Its "Yes, send this" then counts for
nothing, and the question comes again under the words as they are now.
"""

from dialogues.model import State

YES = "/SetSlots(send=yes)"
PREVIEW_NO = "preview_no"
"""Slot: how many previews this conversation has shown; only grows."""

_EARLIER = "/SetSlots(send=earlier)"
"""No choice of any question: the dialogue answers it like every button of an earlier question."""


def preview_no(state: State) -> int:
    """The number of the preview that stands above the question now; 1 before there was any."""
    number = state.slots.get(PREVIEW_NO)
    return number if isinstance(number, int) and number > 0 else 1


def marked(payload: str, number: int) -> str:
    """The payload as the button carries it: a yes names its preview, from the second one on."""
    return f"{YES}~{number}" if payload == YES and number > 1 else payload


def meant(payload: str, state: State) -> str:
    """What a press means now: a yes under an earlier preview is no yes."""
    plain, _, mark = payload.partition("~")
    if plain != YES:
        return payload
    return YES if mark == ("" if preview_no(state) == 1 else str(preview_no(state))) else _EARLIER
