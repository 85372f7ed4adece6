"""A yes is for the words that stood above it (C15, C42): the button of a preview says which preview it was.

Words can change while an earlier preview still stands on a screen, and a chat that was stopped leaves its
last one there. Their "Yes, send this" counts for nothing, and the question comes again under the words as
they are now. The numbers of a chat begin at random, so that no button of another chat fits.

Words that are typed count for what their page shows, too. When the conversation went on in another tab or
browser, they could go to somebody else than stands above the field: then they stay with their writer.
"""

from secrets import randbelow

from dialogues.model import State
from handlers.domain.case import Case, Status

TALKING = (Status.WAITING, Status.OPEN)
"""A case in which words that are typed while nothing is asked go to its counsellor."""

NOWHERE = "~0"
"""What the field of a page is for where nobody has talked yet."""

YES = "/SetSlots(send=yes)"
PREVIEW_NO = "preview_no"
"""Slot: the number of the newest preview of this conversation; begins at random, then only grows."""

_EARLIER = {
    YES: "/SetSlots(send=earlier)",
    "/SetSlots(step_next=yes)": "/SetSlots(step_next=earlier)",
}
"""Every yes to words in full, and what it is under other words: no choice of any question. The dialogue
answers that like every button of an earlier question."""

_NUMBERS = 1_000_000_000_000


def next_preview(before: object) -> int:
    """The number of a new preview, after the slot's value `before`."""
    return before + 1 if isinstance(before, int) and before > 0 else 1 + randbelow(_NUMBERS)


def preview_no(state: State) -> int:
    """The number of the preview that stands above the question now; 0 before there was any."""
    number = state.slots.get(PREVIEW_NO)
    return number if isinstance(number, int) else 0


def marked(payload: str, number: int) -> str:
    """The payload as the button carries it: a yes names its preview."""
    return f"{payload}~{number}" if payload in _EARLIER else payload


def meant(payload: str, state: State) -> str:
    """What a press means now: a yes without its preview, or under another one, is no yes."""
    bare = payload.partition("~")[0]
    if bare not in _EARLIER:
        return payload
    number = preview_no(state)
    return bare if number and payload == marked(bare, number) else _EARLIER[bare]


def receiver(state: State, case: Case | None) -> str:
    """The counsellor whom words typed now go to; "" when they stay here."""
    return case.counsellor if case is not None and case.status in TALKING and not state.frames else ""


def field_of(state: State, case: Case | None) -> str:
    """What a page shows its field for: whom typed words go to, and the preview that a typed yes is under."""
    return f"{receiver(state, case)}~{preview_no(state)}"
