"""The trained word model: counts of parts of words, weighed; plain Python, no package needed."""

import math
from array import array
from collections import Counter
from collections.abc import Mapping
from operator import mul

from dialogues.understand.ngrams import parts


class WordModel:
    """Logistic regression over TF-IDF, as arrays; the same words always give the same numbers.

    Arrays: `vocabulary` (parts in UTF-8, one a line), `idf` (a number a part), `weights` (8-bit, all
    parts of the first output, then of the second), `scales` and `bias` (a number an output).
    """

    def __init__(self, arrays: "Mapping[str, array[float]]") -> None:
        names = arrays["vocabulary"].tobytes().decode("utf-8").split("\n")
        self._rows = {name: row for row, name in enumerate(names)}
        self._idf = arrays["idf"]
        weights, size = arrays["weights"], len(names)
        self._columns = [weights[start : start + size] for start in range(0, len(weights), size)]
        self._scales, self._bias = arrays["scales"], arrays["bias"]

    def logits(self, text: str) -> list[float]:
        """One number an output, for a cleaned text."""
        counts = Counter(parts(text))
        rows = [row for part in counts if (row := self._rows.get(part)) is not None]
        many = [count for part, count in counts.items() if part in self._rows]
        values = [(1 + math.log(count)) * self._idf[row] for row, count in zip(rows, many, strict=True)]
        length = math.sqrt(sum(map(mul, values, values))) or 1.0
        return [
            bias + scale / length * sum(map(mul, values, map(column.__getitem__, rows)))
            for column, scale, bias in zip(self._columns, self._scales, self._bias, strict=True)
        ]
