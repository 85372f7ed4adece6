"""What the trained heads make of a vector: a number for each of OUTPUTS."""

import zipfile
import zlib
from collections.abc import Mapping
from importlib.resources.abc import Traversable
from typing import Final

import numpy as np

from dialogues.understand.data import DataError
from dialogues.understand.outputs import CRISIS, OUTPUTS
from dialogues.understand.weights import Floats

ARRAYS: Final = ("weights", "bias", "inner", "inner_bias", "outer", "outer_bias")
"""What `outputs` reads."""


_BROKEN: Final = (OSError, EOFError, ValueError, KeyError, TypeError, zipfile.BadZipFile, zlib.error)
"""What numpy raises for a file that is none, is cut short, has changed or holds something else."""


def read_head(trained: Traversable, width: int, names: tuple[str, ...] = ARRAYS) -> dict[str, Floats]:
    """The arrays of these names out of an .npz, for vectors of `width` numbers.

    Raises DataError when one is missing or is none, and when they do not fit each other, `width` or OUTPUTS.
    """
    try:
        with trained.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
            found = {name: arrays[name].astype(np.float32) for name in names}
        tried = outputs(found, np.zeros((1, width), np.float32))
    except _BROKEN:
        raise DataError(trained.name, None, "is not the head of a trained model") from None
    if tried.shape != (1, len(OUTPUTS)) or not all(np.isfinite(array).all() for array in found.values()):
        raise DataError(trained.name, None, "is the head of another model")
    return found


def outputs(head: Mapping[str, Floats], vectors: Floats) -> Floats:
    """One column an output, a row a vector.

    `weights` (a row a number of the vector) and `bias` give every output; `inner`, `inner_bias`, `outer` and
    `outer_bias`, a network of one layer, give what is added to the labels and to danger.
    """
    found: Floats = vectors @ head["weights"] + head["bias"]
    inner = np.maximum(vectors @ head["inner"].astype(np.float32) + head["inner_bias"], 0)
    found[:, : CRISIS + 1] += inner @ head["outer"] + head["outer_bias"]
    return found
