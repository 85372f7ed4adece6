"""The layers of the meaning model for many messages of one length at once: forwards, and back to learn."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from dialogues.understand.e5 import Encoder, Layer, normal
from dialogues.understand.weights import Floats

_STEEP: Final = np.float32(1 / np.sqrt(2 * np.pi))

Pair = tuple[Floats, Floats]


@dataclass(frozen=True, slots=True)
class Sizes:
    """So many messages of so many pieces each; a state has a row a piece, message after message."""

    messages: int
    pieces: int
    heads: int
    epsilon: float

    @classmethod
    def of(cls, encoder: Encoder, messages: int, pieces: int) -> "Sizes":
        """The sizes of so many messages in this model."""
        return cls(messages, pieces, encoder.heads, encoder.epsilon)

    def means(self, state: Floats) -> Floats:
        """The mean over the pieces of each message."""
        found: Floats = state.reshape(self.messages, self.pieces, -1).mean(axis=1)
        return found


@dataclass(frozen=True, slots=True)
class Trace:
    """What the way back through one layer needs of the way forwards."""

    state: Floats
    three: Floats  # query, key and value: 3, message, head, piece, number
    shares: Floats
    seen: Floats
    first: Pair
    middle: Floats
    risen: Floats
    part: Floats  # of `risen` that goes on: the normal distribution function
    inner: Floats
    second: Pair


def through(layer: Layer, state: Floats, sizes: Sizes) -> tuple[Floats, Trace]:
    """What a layer makes of a state, and how it came there."""
    three = _parted(state @ layer.three + layer.three_bias, sizes)
    shares = three[0] @ three[1].transpose(0, 1, 3, 2)
    shares *= _scale(three)
    shares -= shares.max(axis=-1, keepdims=True)
    np.exp(shares, out=shares)
    shares /= shares.sum(axis=-1, keepdims=True)
    seen = _joined(shares @ three[2], sizes)
    middle, first = _normed(state + seen @ layer.out + layer.out_bias, layer.first_norm, sizes)
    risen: Floats = middle @ layer.inner + layer.inner_bias
    part = normal(risen)
    inner: Floats = risen * part
    after, second = _normed(middle + inner @ layer.outer + layer.outer_bias, layer.second_norm, sizes)
    return after, Trace(state, three, shares, seen, first, middle, risen, part, inner, second)


def back(layer: Layer, slope: Floats, trace: Trace, sizes: Sizes) -> tuple[Floats, Mapping[str, Pair]]:
    """How the loss changes with the state that came in; by part of the layer what came in and its slope."""
    parts: dict[str, Pair] = {}
    slope = _norm_back(slope, layer.second_norm, trace.second)
    parts["outer"] = trace.inner, slope
    rise = np.exp(np.float32(-0.5) * trace.risen * trace.risen) * trace.risen * _STEEP + trace.part
    rise *= slope @ layer.outer.T
    parts["inner"] = trace.middle, rise
    slope = _norm_back(slope + rise @ layer.inner.T, layer.first_norm, trace.first)
    parts["out"] = trace.seen, slope
    three = _attention_back(_heads(slope @ layer.out.T, sizes), trace)
    together = three.transpose(1, 3, 0, 2, 4).reshape(len(slope), -1)
    parts["three"] = trace.state, together
    return slope + together @ layer.three.T, parts


def _attention_back(slope: Floats, trace: Trace) -> Floats:
    query, key, value = trace.three
    shares = slope @ value.transpose(0, 1, 3, 2)
    shares = trace.shares * (shares - (shares * trace.shares).sum(axis=-1, keepdims=True))
    shares *= _scale(trace.three)
    of_value = trace.shares.transpose(0, 1, 3, 2) @ slope
    return np.stack([shares @ key, shares.transpose(0, 1, 3, 2) @ query, of_value])


def _scale(three: Floats) -> Any:
    return np.float32(three.shape[-1] ** -0.5)


def _parted(three: Floats, sizes: Sizes) -> Floats:
    shape = (sizes.messages, sizes.pieces, 3, sizes.heads, -1)
    return three.reshape(shape).transpose(2, 0, 3, 1, 4)


def _heads(state: Floats, sizes: Sizes) -> Floats:
    return state.reshape(sizes.messages, sizes.pieces, sizes.heads, -1).transpose(0, 2, 1, 3)


def _joined(seen: Floats, sizes: Sizes) -> Floats:
    return seen.transpose(0, 2, 1, 3).reshape(sizes.messages * sizes.pieces, -1)


def _normed(state: Floats, norm: Pair, sizes: Sizes) -> tuple[Floats, Pair]:
    even = state - state.mean(axis=-1, keepdims=True)
    spread = np.einsum("ij,ij->i", even, even) / np.float32(even.shape[-1])
    scale = (1 / np.sqrt(spread + np.float32(sizes.epsilon)))[:, None]
    even *= scale
    return even * norm[0] + norm[1], (even, scale)


def _norm_back(slope: Floats, norm: Pair, kept: Pair) -> Floats:
    even, scale = kept
    slope = slope * norm[0]
    along: NDArray[np.float32] = np.einsum("ij,ij->i", slope, even) / np.float32(even.shape[-1])
    found: Floats = scale * (slope - slope.mean(axis=-1, keepdims=True) - even * along[:, None])
    return found
