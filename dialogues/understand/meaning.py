"""The trained meaning model: small heads over what multilingual-e5-small makes of a message."""

from collections.abc import Mapping
from importlib.resources.abc import Traversable
from typing import Final

import numpy as np

from dialogues.understand.data import DataError
from dialogues.understand.e5 import TUNED_NAMES, Encoder
from dialogues.understand.outputs import CRISIS
from dialogues.understand.weights import Floats, Weights

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
    """The tuned encoder and its head; the same words give the same numbers on one machine."""

    def __init__(self, weights: Weights, trained: Traversable) -> None:
        """`trained`: an .npz of what tuning adds and of what `outputs` reads. Raises DataError."""
        names = (*_ARRAYS, *TUNED_NAMES)
        try:
            with trained.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
                found = {name: arrays[name].astype(np.float32) for name in names}
            self._encoder = Encoder(weights, {name: found.pop(name) for name in TUNED_NAMES})
        except (OSError, ValueError, KeyError):
            raise DataError(trained.name, None, "is not the head of the meaning model") from None
        self._head = found

    def logits(self, text: str) -> list[float]:
        """One number an output, for a cleaned text."""
        found: list[float] = outputs(self._head, vector(self._encoder, text)[None])[0].tolist()
        return found
