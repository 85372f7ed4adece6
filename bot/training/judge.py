"""Figures over lines whose writer the models have not read, with 95 % intervals."""

import math
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

import numpy as np

from bot.training.lines import COMMANDS, Line
from dialogues.understand import LABELS, Suggestion
from dialogues.understand.data import IN_SCOPE

_Z: Final = 1.96
BINS: Final = 10


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole with the interval of Wilson."""

    part: int
    whole: int
    share: float
    low: float
    high: float


def share(part: int, whole: int) -> Share:
    """The share and its 95 % interval; of nothing, all that is possible."""
    if whole == 0:
        return Share(0, 0, 0.0, 0.0, 1.0)
    p, n, z = part / whole, whole, _Z
    middle, half = p + z * z / (2 * n), z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    low, high = (middle - half) / (1 + z * z / n), (middle + half) / (1 + z * z / n)
    return Share(part, whole, *(round(value, 4) for value in (p, max(0.0, low), min(1.0, high))))


@dataclass(frozen=True, slots=True)
class Read:
    """A line and what was suggested for it."""

    line: Line
    suggestion: Suggestion


def figures(read: Sequence[Read]) -> dict[str, Any]:
    """Everything the model card says about one set of lines of one language."""
    told = [each for each in read if each.line.label and each.line.hand != COMMANDS]
    shares = {
        "in scope, shown the way": _of(told, lambda each: each.line.label in IN_SCOPE, _offered),
        "not in scope, shown it too": _of(told, lambda each: each.line.label not in IN_SCOPE, _offered),
        "label first": _of(told, lambda _: True, lambda each: each.suggestion.scope[0][0] == each.line.label),
        "label among three": _of(
            told, lambda _: True, lambda each: each.line.label in dict(each.suggestion.scope[:3])
        ),
        "danger found": _of(read, lambda each: each.line.danger is not None, _alarmed),
        "danger seen where there is none": _of(
            read, lambda each: each.line.danger is None and each.line.hand != COMMANDS, _alarmed
        ),
        "danger seen in lines that look like it": _of(read, lambda each: each.line.near, _alarmed),
    }
    kept = {name: asdict(value) for name, value in shares.items() if value.whole}
    if told:
        by_label = {label: round(_f1(told, label), 3) for label in LABELS}
        kept |= {"macro F1": macro(told), "F1": by_label, "reliability": reliability(told)}
    return kept


def _of(read: Sequence[Read], among: Callable[[Read], bool], counts: Callable[[Read], bool]) -> Share:
    chosen = [each for each in read if among(each)]
    return share(sum(map(counts, chosen)), len(chosen))


def _offered(each: Read) -> bool:
    return each.suggestion.offer_in_scope


def _alarmed(each: Read) -> bool:
    return bool(each.suggestion.crisis)


def _f1(told: Sequence[Read], label: str) -> float:
    guessed = [each.suggestion.scope[0][0] == label for each in told]
    right = [each.line.label == label for each in told]
    both = sum(one and other for one, other in zip(guessed, right, strict=True))
    return 2 * both / max(1, sum(guessed) + sum(right))


def macro(told: Sequence[Read]) -> dict[str, float]:
    """Macro-F1 over the 13 labels; the interval by drawing the lines 200 times again, seeded."""
    places = {label: place for place, label in enumerate(LABELS)}
    pairs = np.array([(places[str(e.line.label)], places[e.suggestion.scope[0][0]]) for e in told])

    def score(chosen: Any) -> float:
        table = np.zeros((len(LABELS), len(LABELS)))
        np.add.at(table, (chosen[:, 0], chosen[:, 1]), 1)
        return float(np.mean(2 * table.diagonal() / np.maximum(1, table.sum(0) + table.sum(1))))

    draw = np.random.default_rng(0)
    again = [score(pairs[draw.integers(0, len(pairs), len(pairs))]) for _ in range(200)]
    low, high = np.quantile(again, [0.025, 0.975])
    return {"value": round(score(pairs), 4), "low": round(float(low), 4), "high": round(float(high), 4)}


def reliability(told: Sequence[Read]) -> dict[str, Any]:
    """How often it was in scope where the chance was said to be so high: ten bins, and the mean gap (ECE)."""
    said = np.array([each.suggestion.in_scope_p for each in told])
    was = np.array([each.line.label in IN_SCOPE for each in told])
    bins = np.minimum((said * BINS).astype(int), BINS - 1)
    rows = [
        {
            "lines": int((bins == place).sum()),
            "said": round(float(said[bins == place].mean()), 4),
            "was": round(float(was[bins == place].mean()), 4),
        }
        for place in range(BINS)
        if (bins == place).any()
    ]
    gap = sum(row["lines"] * abs(row["said"] - row["was"]) for row in rows) / len(told)
    return {"bins": rows, "gap": round(gap, 4)}
