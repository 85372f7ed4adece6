"""The parts of a message that the trained word model counts: pieces of words, words and pairs of words."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

_SHORTEST, _LONGEST = 2, 5
_WORD: Final = re.compile(r"\w+|[^\w\s]+")
_LONGEST_WORD: Final = 40
_MOST_WORDS: Final = 700


def parts(text: str) -> Iterator[str]:
    """Every part of a cleaned text, as often as it stands there.

    Pieces of two to five letters, with a space for the border of a word; words behind "=",
    pairs of words behind "+". Capitals make no difference.
    """
    words = [word[:_LONGEST_WORD] for word in _WORD.findall(text.lower())[:_MOST_WORDS]]
    for word in words:
        framed = f" {word} "
        for size in range(_SHORTEST, _LONGEST + 1):
            for start in range(max(1, len(framed) - size + 1)):
                yield framed[start : start + size]
        yield f"={word}"
    for first, second in pairwise(words):
        yield f"+{first} {second}"
