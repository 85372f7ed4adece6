"""What the lines are to be read as, in numbers."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.training.lines import Line
from dialogues.understand import LABELS
from dialogues.understand.alarm import KINDS


@dataclass(frozen=True, slots=True)
class Targets:
    """One number a line."""

    scope: NDArray[np.int64]  # place in LABELS, -1 without a label
    danger: NDArray[np.int64]
    kind: NDArray[np.int64]  # place in KINDS, -1 without danger

    @classmethod
    def of(cls, lines: Sequence[Line]) -> "Targets":
        """The numbers of these lines."""
        return cls(
            np.array([LABELS.index(line.label) if line.label else -1 for line in lines]),
            np.array([int(line.danger is not None) for line in lines]),
            np.array([KINDS.index(line.danger) if line.danger else -1 for line in lines]),
        )
