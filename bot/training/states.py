"""What the layers that are never tuned make of each line: where tuning begins."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bot.training.passes import Sizes, through
from dialogues.understand.e5 import TUNED, Encoder
from dialogues.understand.meaning import LAYERS
from dialogues.understand.weights import Floats

_MOST_PIECES: Final = 1_500  # at once

Numbers = NDArray[np.int64]
Halves = NDArray[np.float16]


@dataclass(frozen=True, slots=True)
class States:
    """A row a piece, line after line, in a file that is too large to be handed round."""

    file: Path  # .npy, half precision
    starts: Numbers  # where each line begins, and where the last one ends

    def rows(self) -> Halves:
        """All rows, read from the file as they are needed."""
        found: Halves = np.load(self.file, mmap_mode="r", allow_pickle=False)
        return found

    def of(self, rows: Halves, lines: Numbers) -> Floats:
        """The rows of these lines, one after the other."""
        return np.concatenate([rows[self.starts[at] : self.starts[at + 1]] for at in lines]).astype(
            np.float32
        )


def read_states(encoder: Encoder, texts: Sequence[str], file: Path) -> States:
    """Run each text through the layers below the first of TUNED."""
    pieces = [encoder.pieces(text.lower()) for text in texts]
    starts = np.cumsum([0, *map(len, pieces)])
    states = States(file, starts)
    shape = (int(starts[-1]), encoder.width)
    rows = np.lib.format.open_memmap(file, mode="w+", dtype=np.float16, shape=shape)
    for lines in batches(states, np.arange(len(texts)), _MOST_PIECES, _MOST_PIECES):
        sizes = Sizes.of(encoder, len(lines), len(pieces[lines[0]]))
        state = np.concatenate([encoder.opened(pieces[at]) for at in lines])
        for layer in encoder.stack[: TUNED[0] - 1]:
            state, _ = through(layer, state, sizes)
        for at, each in zip(lines, state.reshape(sizes.messages, sizes.pieces, -1), strict=True):
            rows[starts[at] : starts[at + 1]] = each
    rows.flush()
    return states


def vectors_of(encoder: Encoder, states: States, lines: Numbers) -> Floats:
    """What `dialogues.understand.meaning.vector` gives for these lines, one row a line."""
    rows = states.rows()
    found = np.zeros((len(lines), len(LAYERS), encoder.width), np.float32)
    place = {int(line): at for at, line in enumerate(lines)}
    for batch in batches(states, lines, _MOST_PIECES, _MOST_PIECES):
        to = [place[int(line)] for line in batch]
        state = states.of(rows, batch)
        sizes = Sizes.of(encoder, len(batch), len(state) // len(batch))
        for number in TUNED:
            state, _ = through(encoder.stack[number - 1], state, sizes)
            if number in LAYERS:
                found[to, LAYERS.index(number)] = sizes.means(state)
    found /= np.linalg.norm(found, axis=2, keepdims=True)
    return found.reshape(len(lines), -1)


def batches(states: States, lines: Numbers, most: int, most_pieces: int) -> Iterator[Numbers]:
    """The lines in groups of one length: at most so many lines, and so many pieces unless it is one line."""
    lengths = (states.starts[1:] - states.starts[:-1])[lines]
    order = np.argsort(lengths, kind="stable")
    for length in np.unique(lengths):
        alike = lines[order[lengths[order] == length]]
        at_once = max(1, min(most, most_pieces // int(length)))
        for start in range(0, len(alike), at_once):
            yield alike[start : start + at_once]
