"""A small network for labels and danger together; plain numpy, the same numbers each time."""

import math
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from dialogues.understand import LABELS
from dialogues.understand.weights import Floats

_WIDTH: Final = 256
_ROUNDS: Final = 8
_BATCH: Final = 64
_STEP: Final = 2e-3
_SHRINK: Final = 1e-2
_LEFT_OUT: Final = (0.2, 0.5)  # of the numbers that come in, and of the inner ones, while learning
_DANGER_WEIGHS: Final = 3.0
_NEAR_WEIGHS: Final = 1.0  # what only looks like danger


_Net = dict[str, Floats]


@dataclass(frozen=True, slots=True)
class Net:
    """max(0, x @ inner + inner_bias) @ outer + outer_bias: a number a label, then the log odds of danger."""

    inner: Floats
    inner_bias: Floats
    outer: Floats
    outer_bias: Floats


@dataclass(frozen=True, slots=True)
class _Lesson:
    seen: Floats
    labels: Floats  # a row a line, one column a label; zeros without a label
    told: NDArray[np.bool_]
    danger: Floats
    weight: Floats


def fit_net(seen: Any, scope: NDArray[np.int64], danger: NDArray[np.bool_], near: NDArray[np.bool_]) -> Net:
    """Labels and danger are learned side by side, as each teaches what the other is about."""
    labels = np.zeros((len(scope), len(LABELS)), np.float32)
    labels[scope >= 0, scope[scope >= 0]] = 1
    weight = np.where(danger, _DANGER_WEIGHS, np.where(near, _NEAR_WEIGHS, 1.0)).astype(np.float32)
    lesson = _Lesson(seen.astype(np.float32), labels, scope >= 0, danger.astype(np.float32), weight)
    net = _learn(lesson)
    return Net(net["inner"], net["inner_bias"], net["outer"], net["outer_bias"])


def _learn(lesson: _Lesson) -> _Net:
    """Adam with decay of the weights and a step that shrinks to nothing (Loshchilov and Hutter, 2019)."""
    draw, lines = np.random.default_rng(0), len(lesson.seen)
    net = _begun(draw, lesson.seen.shape[1])
    first, second = ({name: np.zeros_like(each) for name, each in net.items()} for _ in range(2))
    batches = max(1, lines // _BATCH)
    for at in range(_ROUNDS * batches):
        if at % batches == 0:
            order = draw.permutation(lines)
        start = at % batches * _BATCH
        slopes = _slopes(net, lesson, order[start : start + _BATCH], draw)
        step = _STEP * 0.5 * (1 + math.cos(math.pi * (at + 1) / (_ROUNDS * batches)))
        for name, slope in slopes.items():
            first[name] += 0.1 * (slope - first[name])
            slope *= slope
            second[name] += 0.001 * (slope - second[name])
            size = np.sqrt(second[name])
            size *= 1 / math.sqrt(1 - 0.999 ** (at + 1))
            size += 1e-8
            if slope.ndim == 2:
                net[name] *= 1 - step * _SHRINK
            net[name] -= step / (1 - 0.9 ** (at + 1)) * first[name] / size
    return net


def _begun(draw: np.random.Generator, size: int) -> _Net:
    outputs = len(LABELS) + 1
    return {
        "inner": (draw.standard_normal((size, _WIDTH)) / np.sqrt(size)).astype(np.float32),
        "inner_bias": np.zeros(_WIDTH, np.float32),
        "outer": np.zeros((_WIDTH, outputs), np.float32),
        "outer_bias": np.zeros(outputs, np.float32),
    }


def _slopes(net: _Net, lesson: _Lesson, chosen: NDArray[np.int64], draw: np.random.Generator) -> _Net:
    """How the loss of some lines changes with each number of the net."""
    seen = lesson.seen[chosen]
    seen = seen * _some(draw, seen.shape, _LEFT_OUT[0])
    before = seen @ net["inner"] + net["inner_bias"]
    some = _some(draw, before.shape, _LEFT_OUT[1]) * (before > 0)
    inner = before * some
    out = inner @ net["outer"] + net["outer_bias"]
    shares = np.exp(out[:, :-1] - out[:, :-1].max(axis=1, keepdims=True))
    shares /= shares.sum(axis=1, keepdims=True)
    slope = np.empty_like(out)
    slope[:, :-1] = (shares - lesson.labels[chosen]) * lesson.told[chosen][:, None]
    chance = 1 / (1 + np.exp(-out[:, -1]))
    slope[:, -1] = (chance - lesson.danger[chosen]) * lesson.weight[chosen]
    slope /= len(chosen)
    back = (slope @ net["outer"].T) * some
    return {
        "inner": seen.T @ back,
        "inner_bias": back.sum(axis=0),
        "outer": inner.T @ slope,
        "outer_bias": slope.sum(axis=0),
    }


def _some(draw: np.random.Generator, shape: tuple[int, ...], left_out: float) -> Floats:
    kept = draw.random(shape, dtype=np.float32) > left_out
    return kept.astype(np.float32) / np.float32(1 - left_out)
