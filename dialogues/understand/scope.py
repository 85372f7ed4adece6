"""How well a message fits each of the 13 labels: words and phrases with a weight, nothing hidden."""

import math
from dataclasses import dataclass
from typing import Final

from dialogues.understand.data import IN_SCOPE, LABELS, Section
from dialogues.understand.phrases import PhraseBook

STRENGTHS: Final = ("strong", "usual", "hint")


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Weights of the word lists and from where on a guess is offered (`thresholds.yml`)."""

    weights: dict[str, float]  # of a strong, usual and hinting phrase, and of a message about nobody
    sharpness: float  # how fast weight turns into certainty
    offer: dict[str, float]  # by language; the in-scope route is shown first from here
    offer_other: float
    sure: float  # one guess, as a question
    three: float  # three guesses alike; below: buttons

    @classmethod
    def read(cls, content: Section) -> "Thresholds":
        """From `thresholds.yml`. Raises DataError for a missing or unknown value."""
        content.only(("weights", "sharpness", "offer", "sure", "three"))
        weights, offer = content.section("weights"), content.section("offer")
        weights.only((*STRENGTHS, "nobody"))
        return cls(
            weights={name: weights.number(name) for name in (*STRENGTHS, "nobody")},
            sharpness=content.number("sharpness"),
            offer={language: offer.number(language) for language in offer.names if language != "other"},
            offer_other=offer.number("other"),
            sure=content.number("sure"),
            three=content.number("three"),
        )


@dataclass(frozen=True, slots=True)
class Fit:
    """The labels with probabilities, best first, that sum to 1; `found` tells whether any phrase was."""

    labels: tuple[tuple[str, float], ...]
    found: bool

    @property
    def in_scope(self) -> float:
        """The chance that it is what a counsellor is for."""
        return min(1.0, sum(p for label, p in self.labels if label in IN_SCOPE))


EVEN: Final = Fit(tuple((label, 1 / len(LABELS)) for label in LABELS), found=False)
"""What is known of a language without a word list: nothing."""


class Scope:
    """The words of one language."""

    def __init__(self, content: Section, thresholds: Thresholds) -> None:
        content.only(("groups", "people", "labels"))
        groups = content.groups()
        labels = content.section("labels")
        labels.only(LABELS)
        self._sharpness, self._nobody = thresholds.sharpness, thresholds.weights["nobody"]
        entries = []
        for label in labels.names:
            lists = labels.section(label)
            lists.only(STRENGTHS)
            entries += [
                (label, thresholds.weights[strength], phrase)
                for strength in lists.names
                for phrase in lists.phrases(strength, groups)
            ]
        self._meaning = tuple((label, weight) for label, weight, _ in entries)
        self._book = PhraseBook(phrase for _, _, phrase in entries)
        self._people = PhraseBook(content.phrases("people", groups))

    def fit(self, tokens: tuple[str, ...]) -> Fit:
        """How well the words fit each label. Each phrase counts once, and once per last word.

        A message that speaks of nobody, not even of the writer, leans to small talk.
        """
        weights: dict[str, dict[str, float]] = {}
        for hit in self._book.find(tokens):
            label, weight = self._meaning[hit.key]
            spoken = weights.setdefault(label, {})
            last = tokens[hit.end - 1]
            spoken[last] = max(weight, spoken.get(last, 0.0))
        scores = {label: sum(spoken.values()) for label, spoken in weights.items()}
        if not self._people.find(tokens):
            scores["smalltalk"] = scores.get("smalltalk", 0.0) + self._nobody
        shares = {label: math.exp(min(50.0, self._sharpness * scores.get(label, 0.0))) for label in LABELS}
        total = sum(shares.values())
        chances = [(label, share / total) for label, share in shares.items()]
        return Fit(tuple(sorted(chances, key=lambda pair: -pair[1])), found=bool(weights))
