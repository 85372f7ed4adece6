"""Training from the lines to the arrays, the limits and the model card."""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from bot.training.fit import WORDS_KNOW, Arrays, fit_head, fit_words
from bot.training.judge import Read, figures
from bot.training.limits import Unread, Written, limits_of
from bot.training.lines import COMMANDS, Line, read_lines
from bot.training.vectors import vectors_of
from dialogues.private import Private
from dialogues.understand import Recogniser, load
from dialogues.understand.limits import Limits
from dialogues.understand.meaning import outputs
from dialogues.understand.tfidf import WordModel
from dialogues.understand.trained import OUTPUTS, TRAINED, Models, Trained
from dialogues.understand.weights import SHA256, Floats

CARD: Final = TRAINED.with_name("model_card.json")
_OWN_HANDS: Final = ("a", "b", "c", "e", "h")  # hands of whom others wrote in the same or a near language
_FOLDS: Final = 4


@dataclass(frozen=True, slots=True)
class _Given:
    """Numbers that were computed before, in the place of a model."""

    numbers: Mapping[str, list[float]]

    def logits(self, text: str) -> list[float]:
        return self.numbers[text]


@dataclass(frozen=True, slots=True)
class Places:
    """Where the written lines and the word lists are, and where the arrays and the model card go."""

    examples: Path
    lists: Path
    to: Path
    card: Path


@dataclass(frozen=True, slots=True)
class Way:
    """How training goes: none of it changes what comes out."""

    say: Callable[[str], None]
    kept: Path | None = None  # a file of vectors that are computed already
    jobs: int = 1  # fits side by side, each in a process of its own


def train(places: Places, way: Way) -> None:
    """Read, measure on unread writers, set the limits, fit on everything; files change only at the end."""
    to = places.to
    lines, recogniser = read_lines(places.examples), load(places.lists)
    way.say(f"{len(lines)} lines; reading them with the meaning model")
    vectors = vectors_of([line.text for line in lines], way.kept)
    parts = _left_out(lines)
    tasks = [_Task(lines, vectors, left_out) for left_out in parts.values()]
    unread = Unread(*(np.zeros((len(lines), len(OUTPUTS))) for _ in range(2)))
    with _side_by_side(way.jobs) as each:
        for name, task, (words, head) in zip(parts, tasks, each(_fit, tasks), strict=True):
            way.say(f"fitted without {name}")
            _read(task, words, head, unread)
    limits = limits_of(Written.of(lines, recogniser), unread)
    way.say("fitting on all lines")
    words, head = fit_words(lines), fit_head(lines, vectors)
    to.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(to / "zero.npz", allow_pickle=False, **dict(words))
    np.savez_compressed(to / "full.npz", allow_pickle=False, **dict(head))
    numbers = {tier: {name: asdict(each) for name, each in known.items()} for tier, known in limits.items()}
    (to / "limits.json").write_text(json.dumps(numbers, indent=1) + "\n", encoding="utf-8")
    told = _card(lines, unread, recogniser, limits)
    told["arrays"] = {name: _digest(to / name) for name in ("zero.npz", "full.npz", "limits.json")}
    places.card.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


@dataclass(frozen=True, slots=True)
class _Task:
    """Lines of which some are left out while fitting, to be read afterwards."""

    lines: Sequence[Line]
    vectors: Floats
    left_out: NDArray[np.bool_]


def _left_out(lines: Sequence[Line]) -> Mapping[str, NDArray[np.bool_]]:
    """name -> the lines to leave out: one hand where others wrote beside it, else one of four folds."""
    fold = np.array([int(_digest_of(line.text), 16) % _FOLDS for line in lines])
    hands = np.array([line.hand for line in lines])
    own = np.isin(hands, _OWN_HANDS)
    parts = {f"the hand {hand}": hands == hand for hand in _OWN_HANDS if (hands == hand).any()}
    return parts | {f"fold {number + 1}": ~own & (fold == number) for number in range(_FOLDS)}


@contextmanager
def _side_by_side(jobs: int) -> Iterator[Callable[..., Iterator[tuple[Arrays, Arrays]]]]:
    """`map`, in so many processes."""
    if jobs == 1:
        yield map
        return
    with ProcessPoolExecutor(jobs) as pool:
        yield pool.map


def _fit(task: _Task) -> tuple[Arrays, Arrays]:
    rest = [line for line, out in zip(task.lines, task.left_out, strict=True) if not out]
    return fit_words(rest), fit_head(rest, task.vectors[~task.left_out])


def _read(task: _Task, words: Arrays, head: Arrays, unread: Unread) -> None:
    """Put into `unread` what these models make of the lines that they have not seen."""
    unread.meaning[task.left_out] = outputs(head, task.vectors[task.left_out])
    model = _word_model(words)
    for place in np.flatnonzero(task.left_out).tolist():
        if task.lines[place].language in WORDS_KNOW:
            unread.words[place] = model.logits(task.lines[place].text)


def _word_model(arrays: Arrays) -> WordModel:
    from array import array

    codes = {"uint8": "B", "int8": "b", "float32": "f"}
    return WordModel({name: array(codes[str(a.dtype)], a.tobytes()) for name, a in arrays.items()})


def _card(
    lines: Sequence[Line],
    unread: Unread,
    recogniser: Recogniser,
    limits: Mapping[str, Mapping[str, Limits]],
) -> dict[str, Any]:
    """What the model card says: how many lines by whom, and the figures of each tier, hand and language."""
    sets = sorted({(line.hand, line.language) for line in lines})
    told: dict[str, Any] = {"weights": SHA256, "lines": {}, "figures": {}}
    for hand, language in sets:
        those = [line for line in lines if (line.hand, line.language) == (hand, language)]
        told["lines"][f"{hand} {language}"] = {
            "with a label": sum(line.label is not None for line in those),
            "danger": sum(line.danger is not None for line in those),
            "like danger": sum(line.near for line in those),
        }
    for tier, known in limits.items():
        told["figures"][tier] = {}
        for hand, language in sets:
            if tier == "zero" and language not in WORDS_KNOW:
                continue
            places = [p for p, each in enumerate(lines) if (each.hand, each.language) == (hand, language)]
            meaning = _Given({lines[p].text: unread.meaning[p].tolist() for p in places})
            words = _Given({lines[p].text: unread.words[p].tolist() for p in places})
            models = Models(words, frozenset(WORDS_KNOW), meaning if tier == "full" else None, known)
            reader = Trained(recogniser, models)
            read = [Read(lines[p], reader.suggest(Private(lines[p].text), language)) for p in places]
            told["figures"][tier][f"{hand} {language}"] = figures(read) | _commands(read)
    return told


def _commands(read: Sequence[Read]) -> dict[str, Any]:
    from bot.training.judge import share

    if read[0].line.hand != COMMANDS:
        return {}
    return {
        "commands shown the way": asdict(share(sum(e.suggestion.offer_in_scope for e in read), len(read))),
        "commands with danger seen": asdict(share(sum(bool(e.suggestion.crisis) for e in read), len(read))),
    }


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _digest_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
