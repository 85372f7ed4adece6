"""From where on something is proposed, from lines whose writer the models have not read."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bot.training.fit import WORDS_KNOW
from bot.training.lines import COMMANDS, Line
from dialogues.private import Private
from dialogues.understand import LABELS, Recogniser
from dialogues.understand.data import IN_SCOPE
from dialogues.understand.limits import OTHER, Limits
from dialogues.understand.outputs import CRISIS
from dialogues.understand.trained import TIERS, TierName, by_lists

AT_HOME: Final = ("nl", "en")
"""The languages of the product itself."""
_TEXTBOOK: Final = "t"
BORDER: Final = frozenset("egijyz")
"""The hands that wrote lines on both sides of the border on purpose: more of them are missed at any limit."""

_MISSED: Final = 0.01  # of what is in scope, at the limit of the offer: of the hands together and of each
_MISSED_ELSEWHERE: Final = 0.02  # in the languages that are not AT_HOME
_MISSED_AT_BORDER: Final = 0.03
_MISSED_FOR_COMMANDS: Final = (
    0.03  # at most, where the limit is raised so that few commands are shown the way
)
_COMMANDS_SHOWN: Final = 0.02  # of the few there are to read, so that others stay below one in twenty
_FALSE_ALARMS: Final = 0.08  # of lines without danger: also those that look like it, and those the lists find
_COMMAND_ALARMS: Final = 0.015
_HINTED: Final = (0.1, 0.15, 0.2, 0.3, 0.4)  # of lines without danger, above the limit beside a soft hint
_EXACT: Final = 1e6  # a model that is very sure says one in ten thousand where another says one in three
_WORDS_WEIGH: Final = 1.0
_WORDS_WEIGH_DANGER: Final = 0.6
_LISTS_WEIGH: Final[Mapping[TierName, float]] = {"full": 0.7, "light": 0.7, "zero": 0.4}

Numbers = NDArray[np.float64]
Marks = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Unread:
    """The outputs of each model for each line, by models that have not read its writer."""

    words: Numbers
    meaning: Numbers
    sentences: Numbers

    def beside(self, tier: TierName) -> Numbers | None:
        """What stands beside the word model in this tier; None: nothing."""
        return {"full": self.meaning, "light": self.sentences, "zero": None}[tier]


@dataclass(frozen=True, slots=True)
class Written:
    """The lines as columns; `listed`, `hinted` and `by_lists` are what the word lists see in them."""

    hand: NDArray[np.str_]
    language: NDArray[np.str_]
    goal: NDArray[np.int64]  # place in LABELS, -1 without a label
    danger: Marks
    listed: Marks
    hinted: Marks
    by_lists: Numbers  # one a label

    @classmethod
    def of(cls, lines: Sequence[Line], recogniser: Recogniser) -> "Written":
        """The columns of these lines."""
        seen = [recogniser.suggest(Private(each.text), each.language) for each in lines]
        return cls(
            np.array([each.hand for each in lines]),
            np.array([each.language for each in lines]),
            np.array([LABELS.index(each.label) if each.label else -1 for each in lines]),
            np.array([each.danger is not None for each in lines]),
            np.array([bool(each.crisis) for each in seen]),
            np.array([bool(recogniser.hints(Private(each.text))) for each in lines]),
            np.array([by_lists(each) for each in seen]),
        )


def limits_of(written: Written, unread: Unread) -> Mapping[TierName, Mapping[str, Limits]]:
    """tier -> language -> limits, for each language with labelled lines.

    OTHER stands for every language that has none of its own: what the meaning model alone sees in those that
    are not AT_HOME.
    """
    labelled = (written.goal >= 0) & (written.hand != COMMANDS)
    named = sorted(set(written.language[labelled].tolist()))
    known = [name for name in named if name in WORDS_KNOW]
    shared = named if set(named) <= set(AT_HOME) else [*named, OTHER]
    return {
        tier: {name: _limits(written, unread, name, tier) for name in (known if tier == "zero" else shared)}
        for tier in TIERS
    }


def _limits(written: Written, unread: Unread, language: str, tier: TierName) -> Limits:
    """The limits of one tier in one language."""
    known = language in WORDS_KNOW
    at_home = np.isin(written.language, AT_HOME)
    here = (~at_home if language == OTHER else written.language == language) & (written.hand != _TEXTBOOK)
    lists = _LISTS_WEIGH[tier]
    numbers = _outputs(unread, tier, known=known)
    if known:
        numbers[:, :CRISIS] += lists * written.by_lists
    told = here & (written.goal >= 0) & (written.hand != COMMANDS)
    sharpness = _sharpness(numbers[told, :CRISIS], written.goal[told])
    chances = _chances(numbers[:, :CRISIS], sharpness)[:, : len(IN_SCOPE)].sum(axis=1)
    inside = told & (written.goal < len(IN_SCOPE))
    # At home the hands alone decide; elsewhere all commands do too, as each language has few.
    commands = (written.hand == COMMANDS) & ~at_home & (language not in AT_HOME)
    missed = _MISSED if language in AT_HOME else _MISSED_ELSEWHERE
    offer = _offer(chances[inside], written.hand[inside], chances[commands], missed)
    danger = 1 / (1 + np.exp(-np.clip(numbers[:, CRISIS], -50, 50)))
    alarm, hinted = _alarms(danger, written, here)
    down = (math.floor(value * _EXACT) / _EXACT for value in (min(0.3, offer), alarm, hinted))
    return Limits(_WORDS_WEIGH, lists, _WORDS_WEIGH_DANGER, round(sharpness, 2), *down)


def _outputs(unread: Unread, tier: TierName, *, known: bool) -> Numbers:
    beside = unread.beside(tier)
    if beside is None:
        return unread.words.copy()
    if not known:
        return beside.copy()
    both = beside + _WORDS_WEIGH * unread.words
    both[:, CRISIS] = beside[:, CRISIS] + _WORDS_WEIGH_DANGER * unread.words[:, CRISIS]
    return both


def _offer(chances: Numbers, hands: NDArray[np.str_], commands: Numbers, missed: float) -> float:
    """The highest limit at which no hand is missed more than `missed`, and those at the border a little more.

    Higher where too many commands would be shown the way, as far as a hand may be missed for that.
    """
    of_each = [(hand in BORDER, np.sort(chances[hands == hand])) for hand in sorted(set(hands.tolist()))]

    def highest(at_most: float) -> float:
        for limit in np.arange(0.3, 0.0, -0.001):
            if all(
                np.searchsorted(each, limit) / len(each) <= (_MISSED_AT_BORDER if border else at_most)
                for border, each in of_each
            ):
                return float(limit)
        return 0.001

    few = float(np.quantile(commands, 1 - _COMMANDS_SHOWN)) if len(commands) else 0.0
    return min(max(highest(missed), few + 0.001), highest(_MISSED_FOR_COMMANDS))


def _alarms(danger: Numbers, written: Written, here: Marks) -> tuple[float, float]:
    """The two limits of danger that find most while they alarm in few lines without it."""
    spoken = here & (written.hand != COMMANDS)
    quiet, found = spoken & ~written.danger, spoken & written.danger
    commands = here & ~spoken
    least = float(np.quantile(danger[commands], 1 - _COMMAND_ALARMS)) if commands.any() else 0.0
    best, chosen = -1.0, (1.0, 1.0)
    for part in _HINTED:
        hinted = float(np.quantile(danger[quiet], 1 - part))
        already = written.listed | (written.hinted & (danger >= hinted))
        left = max(0.0, _FALSE_ALARMS * quiet.sum() - (quiet & already).sum()) / (quiet & ~already).sum()
        alarm = max(hinted, least, float(np.quantile(danger[quiet & ~already], 1 - left)))
        share = float((already | (danger >= alarm))[found].mean()) if found.any() else 0.0
        if left > 0 and share > best:
            best, chosen = share, (alarm, hinted)
    return chosen


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
