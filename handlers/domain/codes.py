"""Resume codes: eight words with which an employee without an account comes back (KEYS.md, C41, C54).

Eight words out of 2,048, each drawn on its own: 88 bits. The first four letters decide which word is
meant, so a code that was written down in a hurry or read aloud still works.
"""

import re
import secrets
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import dropwhile
from typing import Final

from dialogues.private import Private

CODE_WORDS: Final = 8
LIST_LENGTH: Final = 2048
DECIDING: Final = 4
"""So many letters at the start tell all words of one list apart; shorter words are the whole of them."""

BETWEEN: Final = frozenset({"en", "and", "woord", "word"})
"""What people type between two words; never words of a list."""

BEFORE: Final = frozenset({"dit", "is", "mijn", "de", "code", "hier", "this", "my", "the", "here", "it", "s"})
"""Words that people put before a code ("mijn code is: …")."""

ALMOST: Final = range(6, 11)
SURE: Final = 6
"""A message of so many words, so many of them written out as in one list, was meant to be a code: of 16,000
sentences that people type none has more than five."""

_WORD = re.compile("[a-z]+")


class WrongWordList(ValueError):
    """This is no list of 2,048 different words; no code was made from it."""


def new_code(words: Sequence[str]) -> Private:
    """A fresh code: eight words of this list with a space between, from the system's own randomness.

    Raises WrongWordList when the list would give less than 88 bits.
    """
    if len(words) != LIST_LENGTH or len(set(words)) != LIST_LENGTH:
        raise WrongWordList(f"a list for codes has {LIST_LENGTH} different words")
    return Private(" ".join(secrets.choice(words) for _ in range(CODE_WORDS)))


def normalise(code: str) -> str:
    """One spelling for all ways to write the same words: small letters, one space between.

    Digits, dashes, commas, line ends and accents do not count ("1. Appel, 2. boom" is "appel boom").
    """
    plain = unicodedata.normalize("NFKD", code).casefold()
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(_WORD.findall(bare))


def as_spoken(words: str) -> str:
    """The spelling under which typed words are looked up: case, width, spaces, dashes, commas do not count.

    Accents and digits do. Who counts tries has to count by this, or each spelling has tries of its own.
    """
    folded = unicodedata.normalize("NFKC", words).casefold()
    return " ".join("".join(letter if letter.isalnum() else " " for letter in folded).split())


@dataclass(frozen=True, slots=True)
class Reading:
    """What a typed code looks like, seen against the word lists only: nothing about whether it exists.

    `unknown`: positions (from 1) of words that stand in no list, for a hint beside the field.
    """

    code: Private
    count: int
    unknown: tuple[int, ...]

    @property
    def well_formed(self) -> bool:
        """Eight words that all stand in one list."""
        return self.count == CODE_WORDS and not self.unknown


@dataclass(frozen=True, slots=True, repr=False)
class WordList:
    """The words of one language, found by their deciding letters."""

    words: tuple[str, ...]
    _by_start: dict[str, str] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._by_start.update({word[:DECIDING]: word for word in self.words})

    def meant(self, typed: str) -> str | None:
        """The word that these letters mean, or None."""
        return self._by_start.get(typed[:DECIDING])


def read_code(typed: Private, lists: Iterable[WordList]) -> Reading:
    """The code that was typed, its words completed from the list in which most of them stand.

    Words in no list stay as they were typed, so that every attempt, right or wrong, goes the same way.
    """
    words = normalise(typed.reveal()).split()
    best, unknown = words, tuple(range(1, len(words) + 1))
    for known in lists:
        meant = [known.meant(word) for word in words]
        missing = tuple(at for at, word in enumerate(meant, 1) if word is None)
        if len(missing) < len(unknown):
            unknown = missing
            best = [found or word for found, word in zip(meant, words, strict=True)]
    return Reading(Private(" ".join(best)), len(words), unknown)


def code_in(text: Private, lists: Iterable[WordList]) -> Reading | None:
    """The whole code that this message is, also behind "mijn code is"; None for any other message."""
    words = normalise(text.reveal()).split()
    if not BEFORE.issuperset(words[:-CODE_WORDS]):
        return None
    reading = read_code(Private(" ".join(words[-CODE_WORDS:])), lists)
    return reading if reading.well_formed else None


def almost_code(text: Private, lists: Iterable[WordList]) -> Reading | None:
    """What a message says that was meant to be a code, right or with a slip; None for any other message.

    A word too few or too many, two words that nobody can read: yes. Half a code: no.
    """
    words = list(dropwhile(BEFORE.__contains__, normalise(text.reveal()).split()))
    if len(words) not in ALMOST or not any(_written_out(words, known) >= SURE for known in lists):
        return None
    return read_code(Private(" ".join(words)), lists)


def _written_out(words: Iterable[str], known: WordList) -> int:
    """How many of the words stand in the list as they were typed, or cut off after their deciding letters."""
    meant = ((word, known.meant(word)) for word in words)
    return sum(full is not None and _cut(word, full) for word, full in meant)


def _cut(word: str, full: str) -> bool:
    return word == full or (len(word) >= DECIDING and full.startswith(word))


def teach_back(code: Private, first: int, second: int, typed: Private) -> bool:
    """Whether `typed` holds the words at these two places (from 1) of the code, in this order; or all of it.

    Case, spaces, commas and "and" do not count; four letters of a long word are enough.
    Raises IndexError when the code has no such place.
    """
    words = normalise(code.reveal()).split()
    asked = [words[first - 1], words[second - 1]]
    given = [word for word in normalise(typed.reveal()).split() if word not in BETWEEN]
    return any(len(given) == len(right) and all(map(_same, given, right)) for right in (asked, words))


def _same(typed: str, word: str) -> bool:
    return typed[:DECIDING] == word[:DECIDING]
