"""What a slot can hold, and what typed words mean to it."""

import unicodedata
from datetime import date

from dialogues.flows import OWN_WORDS, Slot, SlotType
from dialogues.model import Value
from dialogues.private import Private
from dialogues.schema import DATE


def readable(words: str) -> bool:
    """Whether words hold something to read: not only blanks and invisible characters."""
    return any(unicodedata.category(character)[0] not in "CZ" for character in words)


def holds(slot: Slot, value: Value) -> bool:
    """Whether a slot may hold a value; what a person wrote goes in text slots only, and nothing else does."""
    if value is None or slot.type is SlotType.ANY:
        return True
    match slot.type:
        case SlotType.TEXT:
            return isinstance(value, Private)
        case SlotType.BOOL:
            return isinstance(value, bool)
        case SlotType.NUMBER:
            return isinstance(value, int) and not isinstance(value, bool)
        case SlotType.DATE:
            return isinstance(value, str) and DATE.fullmatch(value) is not None
        case SlotType.CATEGORICAL:
            known = {choice.value for choice in slot.choices} | {OWN_WORDS}
            return isinstance(value, str) and (slot.options is not None or value in known)
        case _:
            return isinstance(value, tuple)


def typed(kind: SlotType, words: str) -> Value:
    """Typed words as a value of this type; None when they are not one.

    Days are read as "2026-11-26", "26-11-2026" or "26/11/2026", numbers as at most nine digits.
    """
    if kind is SlotType.TEXT:
        return Private(words)
    if kind is SlotType.NUMBER:
        return int(words) if words.isascii() and words.isdigit() and len(words) <= 9 else None
    if kind is SlotType.DATE:
        return _day(words)
    return None


def _day(words: str) -> str | None:
    """An ISO day from "2026-11-26", "26-11-2026" or "26/11/2026"."""
    parts = words.replace("/", "-").replace(".", "-").split("-")
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() and len(part) <= 4 for part in parts):
        return None
    if len(parts[0]) != 4:
        parts.reverse()
    year, month, day = (int(part) for part in parts)
    try:
        return date(year, month, day).isoformat() if year >= 1900 else None
    except ValueError:
        return None
