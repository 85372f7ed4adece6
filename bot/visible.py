"""Characters that move or hide others: nothing that HR or a file brings to other screens has them."""

import re
from typing import Final

_HIDING: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters: a terminal obeys them
    "\u00ad\u200b\u2060-\u2064\ufeff\U000e0000-\U000e007f"  # of no width: two names that look the same
    "\u202a-\u202e\u2066-\u2069]"  # turn the text around
)


def visible(text: str) -> str:
    """The same words without such characters; line ends and tabs stay."""
    return _HIDING.sub("", text)
