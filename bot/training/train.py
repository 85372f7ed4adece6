"""Training from the lines to the arrays, the limits and the model card."""

import hashlib
import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from bot.training.fit import WORDS_KNOW, Arrays, fit_head, fit_words
from bot.training.judge import Read, figures
from bot.training.lines import COMMANDS, Line, read_lines
from bot.training.vectors import vectors_of
from dialogues.private import Private
from dialogues.understand import LABELS, Recogniser, load
from dialogues.understand.data import IN_SCOPE
from dialogues.understand.limits import OTHER, Limits
from dialogues.understand.tfidf import WordModel
from dialogues.understand.trained import CRISIS, TRAINED, Models, Trained
from dialogues.understand.weights import SHA256, Floats

CARD: Final = TRAINED.with_name("model_card.json")
_OWN_HANDS: Final = ("a", "b", "c")  # hands of whom others wrote in the same or a near language
_FOLDS: Final = 4
_MISSED: Final = 0.008  # of what is in scope, at the limit of the offer
_FALSE_ALARMS: Final = 0.05  # of lines without danger that the lists pass over
_HINTED_ALARMS: Final = 0.15
_WORDS_WEIGH: Final = 1.0

Say = Callable[[str], None]
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class _Given:
    """Numbers that were computed before, in the place of a model."""

    numbers: Mapping[str, list[float]]

    def logits(self, text: str) -> list[float]:
        return self.numbers[text]


@dataclass(frozen=True, slots=True)
class _Unread:
    """The outputs of both models for each line, by models that have not read its writer."""

    words: Numbers
    meaning: Numbers


def train(examples: Path, lists: Path, to: Path, card: Path, kept: Path | None, say: Say) -> None:
    """Read, measure on unread writers, set the limits, fit on everything; files change only at the end."""
    lines, recogniser = read_lines(examples), load(lists)
    say(f"{len(lines)} lines; reading them with the meaning model")
    vectors = vectors_of([line.text for line in lines], kept)
    unread = _unread(lines, vectors, say)
    listed = np.array([bool(recogniser.suggest(Private(each.text), each.language).crisis) for each in lines])
    limits = {
        "full": {name: _limits(lines, unread, listed, name, full=True) for name in (*WORDS_KNOW, OTHER)},
        "zero": {name: _limits(lines, unread, listed, name, full=False) for name in WORDS_KNOW},
    }
    say("fitting on all lines")
    words, head = fit_words(lines), fit_head(lines, vectors)
    to.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(to / "zero.npz", allow_pickle=False, **dict(words))
    np.savez_compressed(to / "full.npz", allow_pickle=False, **dict(head))
    numbers = {tier: {name: asdict(each) for name, each in known.items()} for tier, known in limits.items()}
    (to / "limits.json").write_text(json.dumps(numbers, indent=1) + "\n", encoding="utf-8")
    told = _card(lines, unread, recogniser, limits)
    told["arrays"] = {name: _digest(to / name) for name in ("zero.npz", "full.npz", "limits.json")}
    card.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _unread(lines: Sequence[Line], vectors: Floats, say: Say) -> _Unread:
    """Each line read by models that have not read its hand; lines of other hands in four folds."""
    words, meaning = np.zeros((len(lines), CRISIS + 5)), np.zeros((len(lines), CRISIS + 5))
    fold = np.array([int(_digest_of(line.text), 16) % _FOLDS for line in lines])
    hands = np.array([line.hand for line in lines])
    own = np.isin(hands, _OWN_HANDS)
    parts = [(f"the hand {hand}", hands == hand) for hand in _OWN_HANDS if (hands == hand).any()]
    parts += [(f"fold {number + 1}", ~own & (fold == number)) for number in range(_FOLDS)]
    for name, left_out in parts:
        say(f"fitting without {name}")
        rest = [line for line, out in zip(lines, left_out, strict=True) if not out]
        head = fit_head(rest, vectors[~left_out])
        meaning[left_out] = vectors[left_out] @ head["weights"] + head["bias"]
        model = _word_model(fit_words(rest))
        for place in np.flatnonzero(left_out).tolist():
            if lines[place].language in WORDS_KNOW:
                words[place] = model.logits(lines[place].text)
    return _Unread(words, meaning)


def _word_model(arrays: Arrays) -> WordModel:
    from array import array

    codes = {"uint8": "B", "int8": "b", "float32": "f"}
    return WordModel({name: array(codes[str(a.dtype)], a.tobytes()) for name, a in arrays.items()})


def _outputs(unread: _Unread, *, full: bool, known: bool) -> Numbers:
    if not full:
        return unread.words
    return unread.meaning + _WORDS_WEIGH * unread.words if known else unread.meaning


def _limits(lines: Sequence[Line], unread: _Unread, listed: Any, language: str, *, full: bool) -> Limits:
    """The limits of one tier in one language, from lines whose writer the models have not read."""
    known = language in WORDS_KNOW
    here = np.array([(e.language == language) if known else (e.language not in WORDS_KNOW) for e in lines])
    here &= np.array([each.hand != "t" for each in lines])
    numbers = _outputs(unread, full=full, known=known)
    commands = np.array([each.hand == COMMANDS for each in lines])
    goal = np.array([LABELS.index(each.label) if each.label else -1 for each in lines])
    told = here & (goal >= 0) & ~commands
    sharpness = _sharpness(numbers[told, :CRISIS], goal[told])
    chances = _chances(numbers[:, :CRISIS], sharpness)[:, : len(IN_SCOPE)].sum(axis=1)
    offer = float(np.quantile(chances[told & (goal < len(IN_SCOPE))], _MISSED)) if told.any() else 0.1
    danger = 1 / (1 + np.exp(-np.clip(numbers[:, CRISIS], -50, 50)))
    quiet = here & ~listed & np.array([each.danger is None for each in lines])
    alarm = max(
        float(np.quantile(danger[quiet & ~commands], 1 - _FALSE_ALARMS)),
        float(np.quantile(danger[here & commands], 0.99)),
    )
    hinted = min(alarm, float(np.quantile(danger[quiet & ~commands], 1 - _HINTED_ALARMS)))
    down = (math.floor(value * 1000) / 1000 for value in (min(0.3, offer), alarm, hinted))
    return Limits(_WORDS_WEIGH, round(sharpness, 2), *down)


def _chances(numbers: Numbers, sharpness: float) -> Numbers:
    sharp = numbers * sharpness
    shares = np.exp(sharp - sharp.max(axis=1, keepdims=True))
    chances: Numbers = shares / shares.sum(axis=1, keepdims=True)
    return chances


def _sharpness(numbers: Numbers, goal: NDArray[np.int64]) -> float:
    """The factor under which the chances tell best how often a label is right."""

    def surprise(factor: float) -> float:
        chances = _chances(numbers, factor)[np.arange(len(goal)), goal]
        return float(-np.log(np.maximum(chances, 1e-9)).mean())

    return float(min(np.arange(0.2, 3.01, 0.05), key=surprise))


def _card(
    lines: Sequence[Line],
    unread: _Unread,
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
