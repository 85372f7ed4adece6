"""Training from the lines to the arrays, the limits and the model card."""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from bot.training.fit import WORDS_KNOW, Arrays, fit_head, fit_meaning, fit_words, tuned_encoder
from bot.training.judge import Read, figures
from bot.training.limits import Unread, Written, limits_of
from bot.training.lines import COMMANDS, Line, read_lines
from bot.training.states import States, read_states, vectors_of
from bot.training.tune import ROUNDS
from dialogues.private import Private
from dialogues.understand import Recogniser, load
from dialogues.understand.e5 import Encoder
from dialogues.understand.heads import outputs
from dialogues.understand.limits import Limits
from dialogues.understand.outputs import OUTPUTS
from dialogues.understand.sentences import SHA256 as SENTENCES_SHA256
from dialogues.understand.sentences import SentenceEncoder
from dialogues.understand.tfidf import WordModel
from dialogues.understand.trained import TRAINED, Models, TierName, Trained
from dialogues.understand.weights import FILE, SHA256, Floats, installed, read_weights

CARD: Final = TRAINED.with_name("model_card.json")
_TOGETHER: Final = ("acdf", "bhjqrsuvw", "egiklmnpxyz")
"""Hands that are left out together, a letter each: what one of them wrote in, others wrote in as well.

The textbook sentences and the commands have no hand of their own; a third of them goes with each.
"""


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
    """How training goes."""

    say: Callable[[str], None]
    jobs: int = 1  # fits side by side, each in a process of its own; what comes out is the same
    rounds: int = ROUNDS


def train(places: Places, way: Way) -> None:
    """Read, measure on unread writers, set the limits, fit on everything; files change only at the end."""
    lines, recogniser = read_lines(places.examples), load(places.lists)
    way.say(f"{len(lines)} lines; reading them with the meaning model")
    with TemporaryDirectory() as folder:
        encoder, light = Encoder(read_weights(installed())), SentenceEncoder()
        states = read_states(encoder, [line.text for line in lines], Path(folder) / "states.npy")
        sentences = np.stack([light.vector(line.text) for line in lines])
        unread, fitted = _fitted(_Seen(lines, states, sentences), way)
    limits = limits_of(Written.of(lines, recogniser), unread)
    to = places.to
    to.mkdir(parents=True, exist_ok=True)
    for tier, arrays in fitted.items():
        np.savez_compressed(to / f"{tier}.npz", allow_pickle=False, **dict(arrays))
    numbers = {tier: {name: asdict(each) for name, each in known.items()} for tier, known in limits.items()}
    (to / "limits.json").write_text(json.dumps(numbers, indent=1) + "\n", encoding="utf-8")
    told = _card(lines, unread, recogniser, limits)
    files = (*(f"{tier}.npz" for tier in fitted), "limits.json")
    told["arrays"] = {name: _digest(to / name) for name in files}
    places.card.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


_Fitted = Mapping[TierName, Arrays]
"""The arrays of each tier."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """The lines, and what encoders that are never trained make of them."""

    lines: Sequence[Line]
    states: States
    sentences: Floats  # a row a line


@dataclass(frozen=True, slots=True)
class _Task:
    """Lines of which some are left out while fitting."""

    seen: _Seen
    left_out: NDArray[np.bool_]
    rounds: int


def _fitted(seen: _Seen, way: Way) -> tuple[Unread, _Fitted]:
    """What models make of lines that they have not read, and the models that have read all of them."""
    parts = _left_out(seen.lines)
    tasks = [_Task(seen, left_out, way.rounds) for left_out in parts.values()]
    tasks.append(_Task(seen, np.zeros(len(seen.lines), np.bool_), way.rounds))
    unread = Unread(*(np.zeros((len(seen.lines), len(OUTPUTS))) for _ in range(3)))
    with _side_by_side(way.jobs) as each:
        fits = zip(tasks, each(_fit, tasks), strict=True)
        for name, (task, models) in zip(parts, fits, strict=False):
            way.say(f"fitted without {name}")
            _read(task, models, unread)
        _, models = next(fits)
        way.say("fitted on all lines")
        return unread, models


def _left_out(lines: Sequence[Line]) -> Mapping[str, NDArray[np.bool_]]:
    """name -> the lines to leave out."""
    hands = np.array([line.hand for line in lines])
    third = np.array([int(_digest_of(line.text), 16) % len(_TOGETHER) for line in lines])
    nobody = ~np.isin(hands, list("".join(_TOGETHER)))
    return {
        f"the hands {', '.join(names)}": np.isin(hands, list(names)) | (nobody & (third == at))
        for at, names in enumerate(_TOGETHER)
    }


@contextmanager
def _side_by_side(jobs: int) -> Iterator[Callable[..., Iterator[_Fitted]]]:
    """`map`, in so many processes."""
    if jobs == 1:
        yield map
        return
    with ProcessPoolExecutor(jobs) as pool:
        yield pool.map


def _fit(task: _Task) -> _Fitted:
    seen, chosen = task.seen, np.flatnonzero(~task.left_out)
    lines = [seen.lines[at] for at in chosen.tolist()]
    return {
        "zero": fit_words(lines),
        "light": fit_head(lines, seen.sentences[chosen]),
        "full": fit_meaning(seen.lines, seen.states, chosen, task.rounds),
    }


def _read(task: _Task, fitted: _Fitted, unread: Unread) -> None:
    """Put into `unread` what these models make of the lines that they have not seen."""
    seen, left_out = task.seen, np.flatnonzero(task.left_out)
    encoder = tuned_encoder(read_weights(installed()), fitted["full"])
    unread.meaning[left_out] = outputs(fitted["full"], vectors_of(encoder, seen.states, left_out))
    unread.sentences[left_out] = outputs(fitted["light"], seen.sentences[left_out])
    model = _word_model(fitted["zero"])
    for place in left_out.tolist():
        if seen.lines[place].language in WORDS_KNOW:
            unread.words[place] = model.logits(seen.lines[place].text)


def _word_model(arrays: Arrays) -> WordModel:
    from array import array

    codes = {"uint8": "B", "int8": "b", "float32": "f"}
    return WordModel({name: array(codes[str(a.dtype)], a.tobytes()) for name, a in arrays.items()})


def _card(
    lines: Sequence[Line],
    unread: Unread,
    recogniser: Recogniser,
    limits: Mapping[TierName, Mapping[str, Limits]],
) -> dict[str, Any]:
    """What the model card says: how many lines by whom, and the figures of each tier, hand and language."""
    sets = sorted({(line.hand, line.language) for line in lines})
    told: dict[str, Any] = {
        "weights": {FILE: SHA256, **SENTENCES_SHA256},
        "lines": {},
        "figures": {},
    }
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
            words, beside = _given(lines, unread.words, places), unread.beside(tier)
            meaning = None if beside is None else _given(lines, beside, places)
            models = Models(words, frozenset(WORDS_KNOW), meaning, known)
            reader = Trained(recogniser, models)
            read = [Read(lines[p], reader.suggest(Private(lines[p].text), language)) for p in places]
            told["figures"][tier][f"{hand} {language}"] = figures(read) | _commands(read)
    return told


def _given(lines: Sequence[Line], numbers: NDArray[np.float64], places: Sequence[int]) -> _Given:
    return _Given({lines[place].text: numbers[place].tolist() for place in places})


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
