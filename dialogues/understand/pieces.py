"""A message cut into the word pieces of a trained vocabulary: unigram, the likeliest cut wins."""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

BORDER: Final = "\u2581"
"""Stands before every word, in the place of a space."""
_MOST_CHARACTERS: Final = 4_000  # one typed character can stand for eighteen
_LONGEST_WORD: Final = 80  # longer ones are cut, so that the cost of a word stays bounded
_UNKNOWN_COST: Final = 10.0


class Pieces:
    """The vocabulary of one model; it holds nothing of what it cuts."""

    def __init__(
        self, ids: Mapping[str, int], scores: Sequence[float], unknown: int, spelled: Mapping[str, str]
    ) -> None:
        """`ids`: piece -> number, `scores`: log chances by number, `spelled`: character -> how it is read."""
        self._ids, self._scores, self._unknown = ids, array("d", scores), unknown
        self._spelled = str.maketrans(dict(spelled))
        self._longest = max(map(len, ids), default=1)
        self._unknown_score = min(scores, default=0.0) - _UNKNOWN_COST

    def cut(self, text: str, most: int) -> list[int]:
        """The numbers of the pieces of `text`, at most `most`, from its begin."""
        numbers: list[int] = []
        for word in self._words(text):
            numbers += self._best(word)
            if len(numbers) >= most:
                break
        return numbers[:most]

    def _words(self, text: str) -> Iterator[str]:
        read = text[:_MOST_CHARACTERS].translate(self._spelled)[:_MOST_CHARACTERS]
        for word in read.split():
            marked = BORDER + word
            for start in range(0, len(marked), _LONGEST_WORD):
                yield marked[start : start + _LONGEST_WORD]

    def _best(self, word: str) -> list[int]:
        """The cut of one word with the highest sum of scores (Viterbi)."""
        size = len(word)
        best = [0.0] + [float("-inf")] * size
        came: list[tuple[int, int]] = [(0, self._unknown)] * (size + 1)
        for start in range(size):
            known = best[start]
            if known + self._unknown_score > best[start + 1]:
                best[start + 1], came[start + 1] = known + self._unknown_score, (start, self._unknown)
            for end in range(start + 1, min(size, start + self._longest) + 1):
                number = self._ids.get(word[start:end])
                if number is not None and known + self._scores[number] > best[end]:
                    best[end], came[end] = known + self._scores[number], (start, number)
        numbers: list[int] = []
        place = size
        while place:
            place, number = came[place]
            numbers.append(number)
        return numbers[::-1]
