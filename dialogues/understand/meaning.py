"""The trained meaning model: small heads over what multilingual-e5-small makes of a message."""

from importlib.resources.abc import Traversable
from typing import Final

import numpy as np

from dialogues.understand.data import DataError
from dialogues.understand.e5 import TUNED_NAMES, Encoder
from dialogues.understand.heads import ARRAYS, outputs, read_head
from dialogues.understand.weights import Floats, Weights

LAYERS: Final = (8, 10, 12)
"""Middle layers know more of how something is said, the last more of what."""


def vector(encoder: Encoder, text: str) -> Floats:
    """What a cleaned text means: the mean of each of LAYERS at length 1, one after the other."""
    means = encoder.layers(text.lower(), LAYERS)
    means /= np.linalg.norm(means, axis=1, keepdims=True)
    flat: Floats = means.reshape(-1)
    return flat


class MeaningModel:
    """The tuned encoder and its head; the same words give the same numbers on one machine."""

    def __init__(self, weights: Weights, trained: Traversable) -> None:
        """`trained`: an .npz of what tuning adds and of what `outputs` reads. Raises DataError."""
        self._head = read_head(trained, len(LAYERS) * weights.shape.width, (*ARRAYS, *TUNED_NAMES))
        try:
            self._encoder = Encoder(weights, {name: self._head.pop(name) for name in TUNED_NAMES})
        except ValueError:
            raise DataError(trained.name, None, "was not tuned for these weights") from None

    def logits(self, text: str) -> list[float]:
        """One number an output, for a cleaned text."""
        found: list[float] = outputs(self._head, vector(self._encoder, text)[None])[0].tolist()
        return found
