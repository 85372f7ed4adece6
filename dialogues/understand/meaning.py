"""The trained meaning model: one linear head over what multilingual-e5-small makes of a message."""

from importlib.resources.abc import Traversable
from typing import Final

import numpy as np

from dialogues.understand.data import DataError
from dialogues.understand.e5 import Encoder
from dialogues.understand.weights import Floats

LAYERS: Final = (8, 10, 12)
"""Middle layers know more of how something is said, the last more of what."""


def vector(encoder: Encoder, text: str) -> Floats:
    """What a cleaned text means: the mean of each of LAYERS at length 1, one after the other."""
    means = encoder.layers(text.lower(), LAYERS)
    means /= np.linalg.norm(means, axis=1, keepdims=True)
    flat: Floats = means.reshape(-1)
    return flat


class MeaningModel:
    """The encoder and its head; the same words give the same numbers on one machine."""

    def __init__(self, encoder: Encoder, head: Traversable) -> None:
        """`head`: an .npz with `weights` (a row a number of the vector) and `bias`. Raises DataError."""
        self._encoder = encoder
        try:
            with head.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
                self._weights, self._bias = arrays["weights"], arrays["bias"]
        except (OSError, ValueError, KeyError):
            raise DataError(head.name, None, "is not the head of the meaning model") from None

    def logits(self, text: str) -> list[float]:
        """One number an output, for a cleaned text."""
        found: list[float] = (vector(self._encoder, text) @ self._weights + self._bias).tolist()
        return found
