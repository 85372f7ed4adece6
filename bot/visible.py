"""Characters that move or hide others: nothing that HR or a file brings to other screens has them."""

import re
from typing import Final

_HIDING: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ufff9-\ufffb\ud800-\udfff"  # control characters: a terminal obeys them
    "\u00ad\u034f\u200b\u2060-\u2065\ufeff\U000e0000-\U000e0fff"  # of no width: two names that look the same
    "\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0\ufe00-\ufe0f"  # unseen letters, and choices of one
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f]"  # turn the text around
)
_LINE_END: Final = re.compile("[\u2028\u2029]")


def visible(text: str) -> str:
    """The same words without such characters; line ends and tabs stay.

    So do the two that join and part letters (U+200C, U+200D): some languages cannot be written without.
    """
    return _HIDING.sub("", _LINE_END.sub("\n", text))
