"""Words that hint at danger, in every language at once; a hint brings forward a card, nothing more."""

from collections.abc import Iterable
from typing import Final

from dialogues.understand.data import Section
from dialogues.understand.phrases import Hit, Phrase, PhraseBook

KINDS: Final = ("danger", "suicide", "sexual", "violence")
"""The kinds of danger, what cannot wait first."""

_POINTS: Final = {"hard": 2, "soft": 1}
_ALARM: Final = 2


class Alarm:
    """The crisis words of one language.

    A hard phrase is an alarm, a soft one only together with another of its kind. A `lowering`
    phrase ("ik lach me dood") takes one step off the hits it touches and leaves every other alone.
    A `calm` phrase is a whole message of shame, time or doubt in which a model alone hears danger.
    """

    def __init__(self, content: Section) -> None:
        content.only(("groups", "lowering", "calm", *KINDS))
        groups = content.groups()
        entries = list(_entries(content, groups))
        self._meaning = tuple((kind, points) for kind, points, _ in entries)
        self._book = PhraseBook(phrase for _, _, phrase in entries)
        self._lowering = PhraseBook(content.phrases("lowering", groups))
        self._calm = PhraseBook(content.phrases("calm", groups))

    def calm(self, tokens: tuple[str, ...]) -> bool:
        """Whether the whole message is one of the calm ones."""
        return any((hit.start, hit.end) == (1, len(tokens) - 1) for hit in self._calm.find(tokens))

    def kinds(self, tokens: tuple[str, ...], *, hints: bool = False) -> frozenset[str]:
        """The kinds of danger the words hint at; with `hints` one soft phrase is enough."""
        lowered = self._lowering.find(tokens)
        weighed: dict[str, list[tuple[int, Hit]]] = {}
        for hit in self._book.find(tokens):
            kind, points = self._meaning[hit.key]
            fewer = any(hit.touches(other) for other in lowered)
            weighed.setdefault(kind, []).append((points - fewer, hit))
        return frozenset(kind for kind, hits in weighed.items() if _points(hits) >= (1 if hints else _ALARM))


def _points(hits: list[tuple[int, Hit]]) -> int:
    """The points of hits that share no words: the heaviest first, so that nothing counts twice."""
    total, counted = 0, list[Hit]()
    for points, hit in sorted(hits, key=lambda pair: -pair[0]):
        if not any(hit.touches(other) for other in counted):
            total += points
            counted.append(hit)
    return total


def _entries(content: Section, groups: dict[str, str]) -> Iterable[tuple[str, int, Phrase]]:
    for kind in KINDS:
        lists = content.section(kind)
        lists.only(tuple(_POINTS))
        for strength in lists.names:
            for phrase in lists.phrases(strength, groups):
                yield kind, _POINTS[strength], phrase
