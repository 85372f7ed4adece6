"""What a counsellor may want to look at before a reply goes: hints in B1 and tone, never a bar (C33, C10).

Pure and small: words on a list, and the length of sentences. Every language is looked at at once, since a
reply may be in another one than the desk. Nothing is kept, counted or decided.
"""

import re
from enum import StrEnum
from typing import Final

from dialogues.private import Private

LONG: Final = 25
"""Words in a sentence from which it is long; B1 has 10 to 15."""


class Hint(StrEnum):
    """What a reply may be read again for."""

    WHY = "why"  # a question that can sound like doubt
    PROMISE = "promise"  # more than anybody can be sure of
    JUDGING = "judging"  # words that judge one of them
    PRESSING = "pressing"  # tells somebody what to do
    LONG = "long"


_WORDS: Final[dict[Hint, re.Pattern[str]]] = {
    hint: re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
    for hint, words in {
        Hint.WHY: r"waarom|hoezo|why|how come",
        Hint.PROMISE: r"(?:ik |wij |we )?beloof\w*|beloven|garan\w+|100 ?%|sowieso|komt (?:zeker )?goed"
        r"|(?:i |we )?promise\w*|guarantee\w*|for sure|will be (?:fine|all right)",
        Hint.JUDGING: r"daders?|slachtoffers?|beschuldig\w*|overdre\w+|overdrij\w+|aanstell\w*|zogenaamd\w*"
        r"|perpetrators?|victims?|offenders?|accus\w+|exaggerat\w+|so-called",
        Hint.PRESSING: r"je moet|moet je|u moet|moet u|je kunt het beste"
        r"|you must|you have to|you should|you need to",
    }.items()
}
_SENTENCE: Final = re.compile(r"(?<![.!?…])[.!?…]++(?:\s|$)|\n")  # a row of dots is read once, from its first


def hints(reply: Private) -> tuple[Hint, ...]:
    """Every hint that fits, in the order of Hint; none for a reply without anything to look at."""
    text = reply.reveal()
    found = [hint for hint, words in _WORDS.items() if words.search(text)]
    if any(len(sentence.split()) >= LONG for sentence in _SENTENCE.split(text)):
        found.append(Hint.LONG)
    return tuple(found)
