"""What typed words may mean: always a proposal, from one loaded set of word lists."""

from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path

from dialogues.model import Expectation, Heard, Sureness
from dialogues.private import Private
from dialogues.understand.alarm import KINDS, Alarm
from dialogues.understand.answers import Answers
from dialogues.understand.data import DataError, by_language, read
from dialogues.understand.hygiene import only_asks, words
from dialogues.understand.scope import EVEN, Fit, Scope, Thresholds

URGENT = frozenset({"stop", "wipe", "help_now"})
"""Wishes that go before everything else, and that somebody in danger may say."""
_ASKED = frozenset({"who_reads", "promise", "machine", "my_job", "watched", "lost_code"})
"""Said to the program; a word inside it ("does my boss know?") must not turn into an answer."""
WORTH_NAMING = 0.05
"""A label below this chance is not passed on in Heard."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What a message may be about; never a verdict, the person is asked.

    `scope` holds all 13 labels with probabilities that sum to 1, best first. `crisis` holds the kinds
    danger, suicide, sexual, violence that the words hint at, in that order; empty proves nothing.
    """

    scope: tuple[tuple[str, float], ...]
    in_scope_p: float
    offer_in_scope: bool  # show the way to a counsellor first; it stays one press away when False
    crisis: tuple[str, ...]
    sureness: Sureness

    @property
    def abstain(self) -> bool:
        """Nothing fits well enough to guess: ask with buttons."""
        return self.sureness == "unsure"


class Recogniser:
    """Reads typed words with the word lists; the same words always give the same answer."""

    def __init__(
        self,
        answers: dict[str, Answers],
        scopes: dict[str, Scope],
        alarms: tuple[Alarm, ...],
        thresholds: Thresholds,
    ) -> None:
        self._answers, self._scopes, self._alarms, self._thresholds = answers, scopes, alarms, thresholds

    def hear(self, text: Private, language: str, expectation: Expectation | None) -> Heard:
        """What one typed message may mean where the dialogue stands.

        Stop, wipe, help now and questions to the program go before a choice, unless the question itself
        offers them; other wishes come after it. The chosen language is tried first: people switch.
        Never raises.
        """
        tokens = words(text.reveal())
        suggestion, fit = self._suggest(tokens, language)
        choice = self._choice(tokens, language, expectation)
        intent = "unclear" if only_asks(text.reveal()) else self._wish(tokens, language)
        if choice is None and expectation is not None and intent in expectation.choices:
            choice = intent
        if choice is not None and intent is not None:
            first = intent in URGENT | _ASKED and intent != choice
            choice, intent = (None, intent) if first else (choice, None)
        named = tuple(pair for pair in fit.labels if pair[1] >= WORTH_NAMING) if fit.found else ()
        sureness = suggestion.sureness if named else "unsure"
        return Heard(choice, intent, scope=named, crisis=suggestion.crisis, sureness=sureness)

    def suggest(self, text: Private, language: str) -> Suggestion:
        """What a message may be about. In a language without word lists: nothing, and it abstains."""
        return self._suggest(words(text.reveal()), language)[0]

    def sureness(self, best: float) -> Sureness:
        """How a best label of this chance is offered."""
        limits = self._thresholds
        return "sure" if best >= limits.sure else "three" if best >= limits.three else "unsure"

    def hints(self, text: Private) -> tuple[str, ...]:
        """The kinds of danger that at least one phrase hints at, also where it is no alarm on its own."""
        tokens = words(text.reveal())
        found = frozenset[str]().union(*(alarm.kinds(tokens, hints=True) for alarm in self._alarms))
        return tuple(kind for kind in KINDS if kind in found)

    def calm(self, text: Private) -> bool:
        """Whether a whole message is one of shame, time or doubt that the lists know for no danger."""
        tokens = words(text.reveal())
        return any(alarm.calm(tokens) for alarm in self._alarms)

    def _suggest(self, tokens: tuple[str, ...], language: str) -> tuple[Suggestion, Fit]:
        fit = self._fit(tokens, language)
        limits = self._thresholds
        best = fit.labels[0][1] if fit.found else 0.0
        suggestion = Suggestion(
            scope=fit.labels,
            in_scope_p=fit.in_scope,
            offer_in_scope=fit.in_scope >= limits.offer.get(language, limits.offer_other),
            crisis=self._crisis(tokens),
            sureness=self.sureness(best),
        )
        return suggestion, fit

    def _fit(self, tokens: tuple[str, ...], language: str) -> Fit:
        """The fit in the chosen language; in another one when nothing is found in it."""
        first: Fit | None = None
        for name in _from(language, self._scopes):
            fit = self._scopes[name].fit(tokens)
            if fit.found:
                return fit
            if name == language:
                first = fit
        return first or EVEN

    def _crisis(self, tokens: tuple[str, ...]) -> tuple[str, ...]:
        found = frozenset[str]().union(*(alarm.kinds(tokens) for alarm in self._alarms))
        return tuple(kind for kind in KINDS if kind in found)

    def _wish(self, tokens: tuple[str, ...], language: str) -> str | None:
        for name in _from(language, self._answers):
            wish = self._answers[name].wish(tokens)
            if wish is not None:
                return wish
        return None

    def _choice(self, tokens: tuple[str, ...], language: str, expected: Expectation | None) -> str | None:
        if expected is None or not expected.choices:
            return None
        typed = "_".join(tokens[1:-1])
        if typed in expected.choices:
            return typed
        for name in _from(language, self._answers):
            place = self._answers[name].place(tokens)
            if place is not None and len(expected.choices) > 1:
                return expected.choices[place - 1] if 1 <= place <= len(expected.choices) else None
            choice = self._answers[name].choice(tokens, expected, chosen=name == language)
            if choice is not None:
                return choice
        return None


def _from(language: str, known: Iterable[str]) -> tuple[str, ...]:
    """The known languages, the chosen one first."""
    return tuple(sorted(known, key=lambda name: name != language))


def load(folder: Path | Traversable) -> Recogniser:
    """The recogniser over the word lists in `folder` (`dialogues/nlu`).

    Raises DataError with file and line for a list that cannot be used, and when there is no
    crisis list at all.
    """
    thresholds = Thresholds.read(read(folder / "thresholds.yml"))
    alarms = tuple(Alarm(content) for content in by_language(folder, "crisis").values())
    if not alarms:
        raise DataError("crisis_nl.yml", None, "there is no crisis list in any language")
    return Recogniser(
        answers={name: Answers(content) for name, content in by_language(folder, "choices").items()},
        scopes={name: Scope(content, thresholds) for name, content in by_language(folder, "words").items()},
        alarms=alarms,
        thresholds=thresholds,
    )
