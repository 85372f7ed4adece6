"""How a case ended, as its counsellor sees it: closed choices, and the cells they count in (C08, C27)."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

Counts = Mapping[str, int]
"""How many, by the name of a cell."""


class Kind(StrEnum):
    """Kinds of unwanted behaviour; violence and aggression stay apart (C08)."""

    SEXUAL = "sexual"
    BULLYING = "bullying"
    DISCRIMINATION = "discrimination"
    AGGRESSION = "aggression"
    VIOLENCE = "violence"
    OTHER = "other"


class Outcome(StrEnum):
    """What became of it. That nothing was to happen is an outcome like any other (C48)."""

    STOPPED = "stopped"
    BETTER = "better"
    SAME = "same"
    NOTHING = "nothing"
    UNKNOWN = "unknown"


class Way(StrEnum):
    """Which way was gone; formal as soon as a complaint was made, whatever came before."""

    TALK = "talk"
    INFORMAL = "informal"
    FORMAL = "formal"
    UNKNOWN = "unknown"


class Committee(StrEnum):
    """Whether it went before a complaints or objections committee; the board is none (A07)."""

    NO = "no"
    YES = "yes"
    NOT_YET = "not_yet"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Closing:
    """What a counsellor says of a case that ended. No kind is "unknown"; more than one can be true."""

    outcome: Outcome = Outcome.UNKNOWN
    way: Way = Way.UNKNOWN
    committee: Committee = Committee.UNKNOWN
    kinds: frozenset[Kind] = frozenset()

    def cells(self) -> tuple[str, ...]:
        """The cells that this case adds one to.

        Each answer is counted for itself, beside the answer about committees alone, which decides whether
        the case is in a report at all. So no cell tells which answers came together.
        """
        kinds = [each.value for each in Kind if each in self.kinds] or ["unknown"]
        found = ("cases", f"outcome.{self.outcome}", f"way.{self.way}", *(f"kind.{kind}" for kind in kinds))
        return tuple(f"{self.committee}/{cell}" for cell in found)

    def instead_of(self, before: "Closing") -> Counts:
        """What changes in the cells when this is said where `before` was counted."""
        change = Counter(self.cells())
        change.subtract(before.cells())
        return {cell: many for cell, many in change.items() if many}


UNKNOWN: Final = Closing()
"""Nothing was said: how each closed case counts until its counsellor says more."""
