"""What a message means, as numbers: multilingual-e5-small in numpy (Wang et al., 2024; a BERT encoder)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from dialogues.understand.weights import Floats, Weights, unpack

PREFIX: Final = "query: "
MOST_PIECES: Final = 128
"""A message of more pieces is read at both ends: what it opens and what it ends with."""


TUNED: Final = (5, 6, 7, 8, 9, 10, 11, 12)
"""Layers that are tuned: the last ones."""
TUNED_PARTS: Final = ("three", "out", "inner", "outer")
TUNED_NAMES: Final = tuple(
    f"{number}.{part}.{way}" for number in TUNED for part in TUNED_PARTS for way in ("down", "up")
)


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer of the model; a matrix has a row a number that comes in and a column one that goes out."""

    three: Floats  # query, key and value side by side
    three_bias: Floats
    out: Floats
    out_bias: Floats
    first_norm: tuple[Floats, Floats]
    inner: Floats
    inner_bias: Floats
    outer: Floats
    outer_bias: Floats
    second_norm: tuple[Floats, Floats]


class Encoder:
    """The model, unpacked once; the same words always give the same numbers on one machine."""

    def __init__(self, weights: Weights, tuned: Mapping[str, Floats] | None = None) -> None:
        """`tuned`: by TUNED_NAMES, two narrow matrices a part, whose product is added to it."""
        self._weights = weights
        self._shape = weights.shape
        plain = weights.plain
        places = plain["emb.pos"].reshape(-1, self._shape.width)
        self._places = places + plain["emb.type"][: self._shape.width]
        self._norm = (plain["emb.ln.w"], plain["emb.ln.b"])
        layers = (_layer(weights, f"l{number}") for number in range(self._shape.layers))
        self.stack = tuple(layers)
        """The layers, the first one first."""
        if tuned is not None:
            kept = len(self.stack) - len(TUNED)
            self.stack = (*self.stack[:kept], *(self.changed(number, tuned) for number in TUNED))
        self.heads, self.epsilon, self.width = weights.shape.heads, weights.epsilon, weights.shape.width
        self._words = weights.packed["emb.word"].reshape(self._shape.words, -1)

    def pieces(self, text: str) -> list[int]:
        """The pieces as the model gets them, with begin and end, at most MOST_PIECES + 2."""
        found = self._weights.pieces.cut(PREFIX + text, 10 * MOST_PIECES)
        if len(found) > MOST_PIECES:
            found = found[: MOST_PIECES // 2] + found[-MOST_PIECES // 2 :]
        return [self._weights.begin, *found, self._weights.end]

    def layers(self, text: str, wanted: tuple[int, ...]) -> Floats:
        """The mean over all pieces after each of the `wanted` layers (1 to 12): one row a layer."""
        state = self.opened(self.pieces(text))
        means = []
        for number, layer in enumerate(self.stack[: max(wanted)], start=1):
            state = self._through(layer, state)
            if number in wanted:
                means.append(state.mean(axis=0))
        return np.stack(means)

    def changed(self, number: int, tuned: Mapping[str, Floats]) -> Layer:
        """This layer of TUNED with what tuning adds to it (Hu et al., 2021)."""
        layer = self.stack[number - 1]
        names = {part: f"{number}.{part}" for part in TUNED_PARTS}
        added = {
            part: getattr(layer, part) + tuned[f"{name}.down"] @ tuned[f"{name}.up"]
            for part, name in names.items()
        }
        return replace(layer, **added)

    def opened(self, numbers: list[int]) -> Floats:
        """What goes into the first layer: one row a piece."""
        state = unpack(self._words[numbers].reshape(-1), self._shape.width)
        return self._normed(state + self._places[: len(numbers)], self._norm)

    def _through(self, layer: Layer, state: Floats) -> Floats:
        seen = self._attend(state @ layer.three + layer.three_bias)
        state = self._normed(state + seen @ layer.out + layer.out_bias, layer.first_norm)
        inner: Floats = state @ layer.inner + layer.inner_bias
        inner *= normal(inner)
        return self._normed(state + inner @ layer.outer + layer.outer_bias, layer.second_norm)

    def _attend(self, three: Floats) -> Floats:
        count, heads = len(three), self._shape.heads
        split = three.reshape(count, 3, heads, -1).transpose(1, 2, 0, 3)
        scores = split[0] @ split[1].transpose(0, 2, 1)
        scores *= np.float32(split.shape[-1] ** -0.5)
        scores -= scores.max(axis=-1, keepdims=True)
        np.exp(scores, out=scores)
        scores /= scores.sum(axis=-1, keepdims=True)
        seen: Floats = (scores @ split[2]).transpose(1, 0, 2).reshape(count, -1)
        return seen

    def _normed(self, state: Floats, norm: tuple[Floats, Floats]) -> Floats:
        state = state - state.mean(axis=-1, keepdims=True)
        spread = np.einsum("ij,ij->i", state, state) / np.float32(state.shape[-1])
        state *= (1 / np.sqrt(spread + np.float32(self._weights.epsilon)))[:, None]
        state *= norm[0]
        state += norm[1]
        return state


def _layer(weights: Weights, name: str) -> Layer:
    width, inner, plain = weights.shape.width, weights.shape.inner, weights.plain

    def turned(part: str, columns: int) -> Floats:
        return np.ascontiguousarray(unpack(weights.packed[f"{name}.{part}.w"], columns).T)

    return Layer(
        three=np.concatenate([turned(part, width) for part in "qkv"], axis=1),
        three_bias=np.concatenate([plain[f"{name}.{part}.b"] for part in "qkv"]),
        out=turned("ao", width),
        out_bias=plain[f"{name}.ao.b"],
        first_norm=(plain[f"{name}.aln.w"], plain[f"{name}.aln.b"]),
        inner=turned("fi", width),
        inner_bias=plain[f"{name}.fi.b"],
        outer=turned("fo", inner),
        outer_bias=plain[f"{name}.fo.b"],
        second_norm=(plain[f"{name}.oln.w"], plain[f"{name}.oln.b"]),
    )


def normal(values: Floats) -> Floats:
    """The normal distribution function; erf by Abramowitz and Stegun 7.1.26, error below 2e-7."""
    size = np.abs(values)
    size *= np.float32(0.5**0.5)
    near = 1 / (1 + np.float32(0.3275911) * size)
    sum_ = near * np.float32(1.061405429)
    for factor in (-1.453152027, 1.421413741, -0.284496736, 0.254829592):
        sum_ += np.float32(factor)
        sum_ *= near
    size *= size
    np.negative(size, out=size)
    sum_ *= np.exp(size, out=size)  # 1 - erf(|x|)
    erf = np.copysign(1 - sum_, values)
    erf += 1
    erf *= np.float32(0.5)
    return erf
