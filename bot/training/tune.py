"""The last layers of the meaning model, tuned to labels and danger (low rank: Hu et al., 2021).

What is learned is small (two narrow matrices a part), and is added to the weights when they are read.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from bot.training.passes import Sizes, back, through
from bot.training.states import Numbers, States, batches, vectors_of
from bot.training.targets import Targets
from dialogues.understand import LABELS
from dialogues.understand.e5 import TUNED, TUNED_PARTS, Encoder
from dialogues.understand.weights import Floats, Weights

_RANK: Final = 16
ROUNDS: Final = 3
"""So often each line is learned from: more finds labels a little better and shows more others the way."""
_BATCH: Final = 32
_PIECES: Final = 700
_STEP: Final = 1e-3
_WARM: Final = 0.06  # of all steps, while the step still grows
_LEFT_OUT: Final = 0.1  # of the numbers that reach the outputs, while learning
_DANGER_WEIGHS: Final = 3.0
_LOOKED_AT: Final = 1_500  # lines from which the middle and the spread of the means are taken

Tuned = dict[str, Floats]
"""The matrices by name: those of TUNED_NAMES, and while learning `head` and `head_bias`."""


def tune(weights: Weights, states: States, goal: Targets, lines: Numbers, rounds: int = ROUNDS) -> Tuned:
    """The narrow matrices of TUNED_NAMES, in half precision, learned from these lines; the same each time."""
    draw = np.random.default_rng(0)
    plain = Encoder(weights)
    course = _Course(plain, states, goal, _middle(plain, states, lines))
    learned = _begun(draw, plain)
    plan = [batch for _ in range(rounds) for batch in _shuffled(states, lines, draw)]
    first, second = ({name: np.zeros_like(each) for name, each in learned.items()} for _ in range(2))
    for at, batch in enumerate(plan, start=1):
        slopes = course.slopes(learned, batch, draw)
        step = _STEP * min(1, at / (_WARM * len(plan))) * 0.5 * (1 + math.cos(math.pi * at / len(plan)))
        for name, slope in slopes.items():
            first[name] += np.float32(0.1) * (slope - first[name])
            second[name] += np.float32(0.001) * (slope * slope - second[name])
            size = np.sqrt(second[name] / np.float32(1 - 0.999**at)) + np.float32(1e-8)
            learned[name] -= np.float32(step) * (first[name] / np.float32(1 - 0.9**at)) / size
    return {name: each.astype(np.float16) for name, each in learned.items() if not name.startswith("head")}


def _shuffled(states: States, lines: Numbers, draw: np.random.Generator) -> Iterator[Numbers]:
    """Batches of lines of one length, in any order; which lines stand together changes each round."""
    found = list(batches(states, draw.permutation(lines), _BATCH, _PIECES))
    return (found[at] for at in draw.permutation(len(found)))


def _middle(plain: Encoder, states: States, lines: Numbers) -> tuple[Floats, Floats]:
    """Mean and spread of what the untuned last layer gives."""
    some = np.random.default_rng(0).permutation(lines)[:_LOOKED_AT]
    last = vectors_of(plain, states, some)[:, -plain.width :]
    return last.mean(axis=0), last.std(axis=0) + np.float32(1e-6)


def _begun(draw: np.random.Generator, plain: Encoder) -> Tuned:
    """Matrices that change nothing yet."""
    found: Tuned = {}
    for number in TUNED:
        for part in TUNED_PARTS:
            rows, columns = getattr(plain.stack[number - 1], part).shape
            name = f"{number}.{part}"
            found[f"{name}.down"] = (draw.standard_normal((rows, _RANK)) / np.sqrt(rows)).astype(np.float32)
            found[f"{name}.up"] = np.zeros((_RANK, columns), np.float32)
    outputs = len(LABELS) + 1
    found["head"] = np.zeros((plain.width, outputs), np.float32)
    found["head_bias"] = np.zeros(outputs, np.float32)
    return found


@dataclass(frozen=True, slots=True)
class _Course:
    """What is learned from, and how the loss of some lines changes with each number that is learned."""

    plain: Encoder
    states: States
    goal: Targets
    middle: tuple[Floats, Floats]

    def slopes(self, learned: Tuned, batch: Numbers, draw: np.random.Generator) -> Tuned:
        stack = [self.plain.changed(number, learned) for number in TUNED]
        state = self.states.of(self.states.rows(), batch)
        sizes = Sizes.of(self.plain, len(batch), len(state) // len(batch))
        traces = []
        for layer in stack:
            state, trace = through(layer, state, sizes)
            traces.append(trace)
        found, slope = self._outer(learned, sizes.means(state), batch, draw)
        slope = np.repeat(slope / np.float32(sizes.pieces), sizes.pieces, axis=0)
        for number, layer, trace in reversed(list(zip(TUNED, stack, traces, strict=True))):
            slope, parts = back(layer, slope, trace, sizes)
            for part, (came_in, of_part) in parts.items():
                down, up = f"{number}.{part}.down", f"{number}.{part}.up"
                narrow: Floats = came_in @ learned[down]
                found |= {down: came_in.T @ (of_part @ learned[up].T), up: narrow.T @ of_part}
        return found

    def _outer(
        self, learned: Tuned, means: Floats, batch: Numbers, draw: np.random.Generator
    ) -> tuple[Tuned, Floats]:
        """The slopes of the outputs' own numbers, and that of the means of the last layer."""
        length = np.linalg.norm(means, axis=1, keepdims=True)
        unit = means / length
        middle, spread = self.middle
        some = (draw.random(means.shape, dtype=np.float32) > _LEFT_OUT) / np.float32(1 - _LEFT_OUT)
        seen = (unit - middle) / spread * some
        out = seen @ learned["head"] + learned["head_bias"]
        slope = self._loss_slope(out, batch)
        of_unit = (slope @ learned["head"].T) * some / spread
        along = (of_unit * unit).sum(axis=1, keepdims=True)
        found = {"head": seen.T @ slope, "head_bias": slope.sum(axis=0)}
        return found, ((of_unit - unit * along) / length).astype(np.float32)

    def _loss_slope(self, out: Floats, batch: Numbers) -> Floats:
        """Surprise at the label, and at danger, which weighs more where it is."""
        scope, danger = self.goal.scope[batch], self.goal.danger[batch].astype(np.float32)
        shares = np.exp(out[:, :-1] - out[:, :-1].max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        shares[np.arange(len(scope)), np.maximum(scope, 0)] -= 1
        slope = np.empty_like(out)
        slope[:, :-1] = shares * (scope >= 0)[:, None]
        weight = 1 + (_DANGER_WEIGHS - 1) * danger
        slope[:, -1] = (1 / (1 + np.exp(-out[:, -1])) - danger) * weight
        return slope / np.float32(_BATCH)
