"""Phrases as a counsellor writes them, and where they stand in a message.

gepest            this word
pest*             a word that begins so; `*pest` ends so, `*pest*` has it inside
baas|chef         one of these
<boss>            one of the words of the group `boss`
sluit* .. buiten  up to three words in between, within one sentence
. nee .           `.` is the start or end of a sentence, `?` the end of a question
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from dialogues.understand.hygiene import ASK, STOP, words

_GAP: Final = 3


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase that was found: its key and the tokens it covers, `start` up to but not with `end`."""

    key: int
    start: int
    end: int

    def within(self, other: "Hit") -> bool:
        """Whether `other` covers these tokens and more."""
        inside = other.start <= self.start and self.end <= other.end
        return inside and (self.start, self.end) != (other.start, other.end)

    def touches(self, other: "Hit") -> bool:
        """Whether both share a token."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a phrase: the words that fit there. Without any it is a gap."""

    exact: frozenset[str] = frozenset()
    starts: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()

    def fits(self, token: str) -> bool:
        """Whether this token may stand here."""
        return (
            token in self.exact
            or token.startswith(self.starts)
            or token.endswith(self.ends)
            or any(part in token for part in self.inside)
        )


GAP: Final = Element()
_BORDER: Final = Element(exact=frozenset({STOP, ASK}))
_QUESTION: Final = Element(exact=frozenset({ASK}))

Phrase = tuple[Element, ...]


def parse(source: str, groups: Mapping[str, str]) -> Phrase:
    """The phrase written as `source`; `groups` gives the words of each `<group>`, `a|b|c`.

    Raises ValueError with a sentence on what is wrong.
    """
    phrase = tuple(_element(part, groups) if "<" in part else _plain(part) for part in source.split())
    if not phrase or phrase[0] is GAP or phrase[-1] is GAP:
        raise ValueError(f"'{source}' must begin and end with a word")
    return phrase


@lru_cache(maxsize=20_000)  # the same words stand in many phrases; they are made, and kept, once
def _plain(part: str) -> Element:
    return _element(part, {})


def _element(part: str, groups: Mapping[str, str]) -> Element:
    if part == "..":
        return GAP
    if part == ".":
        return _BORDER
    if part == "?":
        return _QUESTION
    exact, starts, ends, inside = set[str](), list[str](), list[str](), list[str]()
    for word in _alternatives(part, groups):
        bare = word.strip("*")
        if words(bare)[1:-1] != (bare,):
            raise ValueError(f"'{word}' is not one plain lower-case word without accents or apostrophes")
        match (word.startswith("*"), word.endswith("*")):
            case (True, True):
                inside.append(bare)
            case (True, False):
                ends.append(bare)
            case (False, True):
                starts.append(bare)
            case _:
                exact.add(bare)
    return Element(frozenset(exact), tuple(starts), tuple(ends), tuple(inside))


def _alternatives(part: str, groups: Mapping[str, str]) -> Iterable[str]:
    for word in part.split("|"):
        if word.startswith("<") and word.endswith(">"):
            if word[1:-1] not in groups:
                raise ValueError(f"there is no group {word}")
            yield from groups[word[1:-1]].split("|")
        else:
            yield word


class PhraseBook:
    """Many phrases, found in one pass over a message; keys are the places in the given order."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._phrases = tuple(phrases)
        self._exact: dict[str, list[int]] = {}
        self._starts: dict[str, list[int]] = {}
        self._others: dict[int, Element] = {}
        for key, phrase in enumerate(self._phrases):
            first = phrase[0]
            for word in first.exact:
                self._exact.setdefault(word, []).append(key)
            for start in first.starts:
                self._starts.setdefault(start, []).append(key)
            if first.ends or first.inside:
                self._others[key] = Element(ends=first.ends, inside=first.inside)
        self._lengths = tuple(sorted({len(start) for start in self._starts}))

    def find(self, tokens: tuple[str, ...]) -> tuple[Hit, ...]:
        """Every phrase at every place where it stands, in order of place; a gap is as short as it can be."""
        known: dict[str, tuple[int, ...]] = {}
        hits: list[Hit] = []
        for start, token in enumerate(tokens):
            if token not in known:
                known[token] = self._beginning_with(token)
            for key in known[token]:
                end = _end(self._phrases[key], 1, tokens, start + 1)
                if end:
                    hits.append(Hit(key, start, end))
        return tuple(hits)

    def _beginning_with(self, token: str) -> tuple[int, ...]:
        keys = set(self._exact.get(token, ()))
        for length in self._lengths:
            if length > len(token):
                break
            keys.update(self._starts.get(token[:length], ()))
        keys.update(key for key, first in self._others.items() if first.fits(token))
        return tuple(sorted(keys))


def _end(phrase: Phrase, part: int, tokens: tuple[str, ...], place: int) -> int:
    """Where the rest of the phrase ends, or 0 when it does not stand here."""
    if part == len(phrase):
        return place
    if phrase[part] is GAP:
        for skipped in range(_GAP + 1):
            end = _end(phrase, part + 1, tokens, place + skipped)
            if end or place + skipped >= len(tokens) or tokens[place + skipped] in {STOP, ASK}:
                return end
        return 0
    if place < len(tokens) and phrase[part].fits(tokens[place]):
        return _end(phrase, part + 1, tokens, place + 1)
    return 0
