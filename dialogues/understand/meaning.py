"""The trained meaning model: small heads over what multilingual-e5-small makes of a message."""

from collections.abc import Mapping
from importlib.resources.abc import Traversable
from typing import Final

import numpy as np

from dialogues.understand.data import DataError
from dialogues.understand.e5 import Encoder
from dialogues.understand.trained import CRISIS
from dialogues.understand.weights import Floats

LAYERS: Final = (8, 10, 12)
"""Middle layers know more of how something is said, the last more of what."""


_ARRAYS: Final = ("weights", "bias", "inner", "inner_bias", "outer", "outer_bias")


def vector(encoder: Encoder, text: str) -> Floats:
    """What a cleaned text means: the mean of each of LAYERS at length 1, one after the other."""
    means = encoder.layers(text.lower(), LAYERS)
    means /= np.linalg.norm(means, axis=1, keepdims=True)
    flat: Floats = means.reshape(-1)
    return flat


def outputs(head: Mapping[str, Floats], vectors: Floats) -> Floats:
    """One column an output, a row a vector.

    `weights` (a row a number of the vector) and `bias` give every output; `inner`, `inner_bias`, `outer` and
    `outer_bias`, a network of one layer, give what is added to the labels and to danger.
    """
    found: Floats = vectors @ head["weights"] + head["bias"]
    inner = np.maximum(vectors @ head["inner"].astype(np.float32) + head["inner_bias"], 0)
    found[:, : CRISIS + 1] += inner @ head["outer"] + head["outer_bias"]
    return found


class MeaningModel:
    """The encoder and its head; the same words give the same numbers on one machine."""

    def __init__(self, encoder: Encoder, head: Traversable) -> None:
        """`head`: an .npz of the arrays that `outputs` reads. Raises DataError."""
        self._encoder = encoder
        try:
            with head.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
                self._head = {name: arrays[name].astype(np.float32) for name in _ARRAYS}
        except (OSError, ValueError, KeyError):
            raise DataError(head.name, None, "is not the head of the meaning model") from None

    def logits(self, text: str) -> list[float]:
        """One number an output, for a cleaned text."""
        found: list[float] = outputs(self._head, vector(self._encoder, text)[None])[0].tolist()
        return found
