"""The trained tiers: scope and danger by models beside the word lists, answers and wishes by lists alone."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final, Literal, Protocol

from dialogues.model import Expectation, Heard
from dialogues.private import Private
from dialogues.understand.alarm import KINDS
from dialogues.understand.arrays import read_arrays
from dialogues.understand.data import IN_SCOPE, LABELS, DataError
from dialogues.understand.hygiene import clean
from dialogues.understand.limits import OTHER, Limits, read_limits
from dialogues.understand.outputs import CRISIS
from dialogues.understand.recogniser import URGENT, WORTH_NAMING, Recogniser, Suggestion
from dialogues.understand.scope import EVEN
from dialogues.understand.tfidf import WordModel

TRAINED: Final = Path(__file__).with_name("trained")
"""Where training puts its arrays and limits."""

_LEAST_CHANCE: Final = 1e-9

TierName = Literal["full", "light", "zero"]
TIERS: Final[tuple[TierName, ...]] = ("full", "light", "zero")
"""The largest first."""


class Model(Protocol):
    """Whatever gives a number for each of OUTPUTS."""

    def logits(self, text: str) -> list[float]:
        """One number an output, for a cleaned text. Deterministic, keeps nothing."""


@dataclass(frozen=True, slots=True)
class Models:
    """What one tier reads with."""

    words: Model
    words_know: frozenset[str]  # languages that the word model was trained on
    meaning: Model | None
    limits: Mapping[str, Limits]


class Trained:
    """Reads typed words with trained models on top of the word lists."""

    def __init__(self, lists: Recogniser, models: Models) -> None:
        self._lists, self._models = lists, models

    def hear(self, text: Private, language: str, expectation: Expectation | None) -> Heard:
        """As the word lists hear it, with scope and danger as the models see them. Never raises.

        A whole message that the lists know for a wish ("it is probably nothing", "I changed my mind") is
        danger only where the lists see some: the models find suicide in what is said by who is ashamed.
        """
        heard = self._lists.hear(text, language, expectation)
        suggestion = self.suggest(text, language)
        if heard.intent is not None and heard.intent not in URGENT:
            suggestion = replace(suggestion, crisis=heard.crisis)
        known = () if suggestion.scope == EVEN.labels else suggestion.scope
        named = tuple(pair for pair in known if pair[1] >= WORTH_NAMING)
        sureness = suggestion.sureness if named else "unsure"
        return replace(heard, scope=named, crisis=suggestion.crisis, sureness=sureness)

    def suggest(self, text: Private, language: str) -> Suggestion:
        """What a message may be about. Where no model knows the language, as the word lists see it."""
        listed = self._lists.suggest(text, language)
        read = clean(text.reveal())
        limits = self._limits(language)
        if limits is None or not read.strip():
            return listed
        numbers = self._numbers(read, language, limits)
        if numbers is None:
            return listed
        labels = numbers[:CRISIS]
        if language in self._models.words_know:
            said = by_lists(listed)
            labels = [one + limits.lists * other for one, other in zip(labels, said, strict=True)]
        chances = _chances(labels, limits.sharpness)
        scope = tuple(sorted(zip(LABELS, chances, strict=True), key=lambda pair: -pair[1]))
        in_scope = min(1.0, sum(p for label, p in scope if label in IN_SCOPE))
        return Suggestion(
            scope=scope,
            in_scope_p=in_scope,
            offer_in_scope=in_scope >= limits.offer,
            crisis=self._crisis(text, listed.crisis, numbers, limits),
            sureness=self._lists.sureness(scope[0][1]),
        )

    def _limits(self, language: str) -> Limits | None:
        return self._models.limits.get(language, self._models.limits.get(OTHER))

    def numbers(self, text: str, language: str) -> list[float] | None:
        """The outputs as the models give them, before any limit; None where no model knows the language."""
        limits = self._limits(language)
        return self._numbers(text, language, limits) if limits is not None else None

    def _numbers(self, text: str, language: str, limits: Limits) -> list[float] | None:
        known = language in self._models.words_know
        if self._models.meaning is None:
            return self._models.words.logits(text) if known else None
        meant = self._models.meaning.logits(text)
        if not known:
            return meant
        said = self._models.words.logits(text)
        both = [one + limits.words * other for one, other in zip(meant, said, strict=True)]
        both[CRISIS] = meant[CRISIS] + limits.words_danger * said[CRISIS]
        return both

    def _crisis(
        self, text: Private, listed: tuple[str, ...], numbers: list[float], limits: Limits
    ) -> tuple[str, ...]:
        """A hit of the lists always counts; the model adds to it and never takes away.

        It adds nothing to a whole message that the lists know for shame, time or doubt.
        """
        if listed:
            return listed
        chance = 1 / (1 + math.exp(-max(-50.0, min(50.0, numbers[CRISIS]))))
        hinted = self._lists.hints(text)
        if not hinted and self._lists.calm(text):
            return ()
        if chance >= limits.alarm or (hinted and chance >= limits.hinted):
            if hinted:
                return hinted
            kinds = numbers[CRISIS + 1 :]
            return (KINDS[kinds.index(max(kinds))],)
        return ()


def by_lists(listed: Suggestion) -> list[float]:
    """What the word lists see as numbers beside those of the models: the logarithm of each chance."""
    chances = dict(listed.scope)
    return [math.log(max(chances[label], _LEAST_CHANCE)) for label in LABELS]


def _chances(numbers: Iterable[float], sharpness: float) -> list[float]:
    """Numbers as chances that sum to 1."""
    sharp = [number * sharpness for number in numbers]
    highest = max(sharp)
    shares = [math.exp(number - highest) for number in sharp]
    total = sum(shares)
    return [share / total for share in shares]


def load_tier(tier: TierName, lists: Recogniser, folder: Path | Traversable = TRAINED) -> Trained:
    """The tier over its arrays; the word model knows the languages for which `zero` has limits.

    Raises DataError for arrays that cannot be used. `full` and `light` also raise it when their weights are
    not the pinned ones, and ImportError without the extra `understand`.
    """
    limits = read_limits(folder / "limits.json")
    for needed in (tier, "zero"):  # whose languages are those of the word model
        if needed not in limits:
            raise DataError("limits.json", None, f"has no limits for {needed}")
    meaning = _meaning(tier, folder)
    words = WordModel(read_arrays(folder / "zero.npz"))
    return Trained(lists, Models(words, frozenset(limits["zero"]), meaning, limits[tier]))


def _meaning(tier: TierName, folder: Path | Traversable) -> Model | None:
    if tier == "full":
        from dialogues.understand.meaning import MeaningModel
        from dialogues.understand.weights import installed, read_weights

        return MeaningModel(read_weights(installed()), folder / "full.npz")
    if tier == "light":
        from dialogues.understand.sentences import SentenceEncoder, SentenceModel

        return SentenceModel(SentenceEncoder(), folder / "light.npz")
    return None
