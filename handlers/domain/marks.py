"""What in a text looks like a name, phone number, mail address, account or link (C41, A30).

A mark is a question to the one who wrote the text, never an edit and never stored. It is a hint: it sees
what is usual in Dutch and English, and it misses names that look like other words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from handlers.domain.names import ALSO_WORDS, FIRST_NAMES, ORDINARY, PARTICLES, TITLES


class MarkKind(StrEnum):
    """What a part of a text looks like."""

    NAME = "name"
    PHONE = "phone"
    EMAIL = "email"
    ACCOUNT = "account"
    URL = "url"


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a text: `text[start:end]` looks like this kind. Holds no words itself."""

    kind: MarkKind
    start: int
    end: int


_EMAIL = r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}"
_URL = r"(?:https?://|www\.)[^\s<>\"]{1,300}|(?<![\w@.])(?:[\w-]{1,63}\.){1,4}(?:nl|be|com|org|net|eu|info|me)\b[^\s<>\",;]{0,200}"
_ACCOUNT = r"(?<![\w.@])@[A-Za-z]\w{2,31}"
_PHONE = (
    r"(?<![\w+])(?:"
    r"0[ .-]?6(?:[ .-]?\d){8}"  # mobile
    r"|0[1-57]\d{1,2}[ .-]?\d(?:[ .-]?\d){5,6}"  # at home or at work; 08 and 09 are service numbers
    r"|(?:\+|00)[1-9]\d{0,2}(?:[ .()-]{0,3}\d){8,11}"  # with the number of a country
    r")(?!\d)"
)
_FIXED: Final = re.compile(
    "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in {
        MarkKind.EMAIL: _EMAIL, MarkKind.URL: _URL, MarkKind.ACCOUNT: _ACCOUNT, MarkKind.PHONE: _PHONE,
    }.items()),
    re.IGNORECASE,
)  # fmt: skip

_WORD: Final = re.compile(r"[^\W\d_](?:[^\W\d_]|['’\-](?=[^\W\d_]))*|'t\b")
_BREAK: Final = re.compile(r"[.!?…:;\n\r\"“”„‘(\[•*–—]|\s-\s")
_POSSESSIVE: Final = re.compile(r"['’]s$")
_MOST_PARTICLES: Final = 4
"""In front of one surname; a text of nothing but particles would be looked through for each of them."""


def marks(text: str) -> tuple[Mark, ...]:
    """What looks like a name, number, address, account or link, in the order of the text."""
    fixed = [
        Mark(MarkKind(str(found.lastgroup)), found.start(), found.end()) for found in _FIXED.finditer(text)
    ]
    # What is found already is blanked out, so that no part of an address is taken for a name.
    rest = text
    for mark in fixed:
        rest = f"{rest[: mark.start]}{' ' * (mark.end - mark.start)}{rest[mark.end :]}"
    return tuple(sorted([*fixed, *_names(rest)], key=lambda mark: mark.start))


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int
    opens: bool  # first word of a sentence, a line, a quote or an item

    @property
    def bare(self) -> str:
        """In small letters, without a possessive s."""
        return _POSSESSIVE.sub("", self.text).lower()

    @property
    def capital(self) -> bool:
        """One capital in front and no other: "ICT" and "WhatsApp" are no names."""
        first, rest = self.text[0], _POSSESSIVE.sub("", self.text)[1:]
        return first.isupper() and (rest == rest.lower() or "-" in rest) and len(self.text) > 1


def _names(text: str) -> Iterator[Mark]:
    """Runs of words that look like a name, particles inside them taken along ("Anna van den Berg")."""
    words = list(_words(text))
    at = 0
    while at < len(words):
        end = _run(words, at, text)
        if end > at:
            yield Mark(MarkKind.NAME, words[at].start, words[end - 1].end)
        at = max(end, at + 1)


def _words(text: str) -> Iterator[_Word]:
    before, opens = 0, True
    for found in _WORD.finditer(text):
        gap = text[before : found.start()]
        opens = (opens and not before) or bool(_BREAK.search(gap))
        yield _Word(found[0], found.start(), found.end(), opens)
        before = found.end()


def _run(words: list[_Word], at: int, text: str) -> int:
    """Where the name that begins here ends (index after its last word); `at` when none begins here."""
    end = at
    if words[at].bare in TITLES or _initial(words[at], text):
        end = _surname(words, at + 1, text)
        return end if end > at + 1 else at
    if not _begins(words[at]):
        return at
    end = at + 1
    while end < len(words):
        onward = _surname(words, end, text)
        if onward == end:
            return end
        end = onward
    return end


def _initial(word: _Word, text: str) -> bool:
    return len(word.text) == 1 and word.text.isupper() and text[word.end : word.end + 1] == "."


def _begins(word: _Word) -> bool:
    """Whether a name may begin with this word, from the word alone and its place."""
    known = word.bare in FIRST_NAMES
    if not word.capital:
        return known and word.bare not in ALSO_WORDS and word.text.islower()
    return known if word.opens else not _ordinary(word)


def _ordinary(word: _Word) -> bool:
    parts = word.bare.split("-")
    return word.bare in ORDINARY or all(part in ORDINARY for part in parts)


def _surname(words: list[_Word], at: int, text: str) -> int:
    """Particles and then a word with a capital, all on the same line; the index after it, or `at`."""
    end, last = at, min(len(words), at + _MOST_PARTICLES)
    while end < last and words[end].text.lower() in PARTICLES and _joined(words, end, text):
        end += 1
    if end < len(words) and words[end].capital and _joined(words, end, text) and not _ordinary(words[end]):
        return end + 1
    return at


def _joined(words: list[_Word], at: int, text: str) -> bool:
    """Only spaces, or the full stop of a title or an initial, between this word and the one before."""
    gap = text[words[at - 1].end : words[at].start]
    short = words[at - 1].bare in TITLES or len(words[at - 1].text) == 1
    return gap.strip(" ") in ("", ".") and "\n" not in gap and (short or "." not in gap)
