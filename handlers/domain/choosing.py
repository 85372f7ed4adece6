"""Help to choose: three answers make a list of ways shorter, with reasons and without a verdict (C53).

Pure: the same answers give the same list. No answer ever empties a list; one that would is passed over.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Generic, Protocol, TypeVar

from dialogues.guide import NameNeeded, Need

NOW: Final = "now"
WITHOUT: Final = "without"
"""The answers beside a Need that leave anything out; "later" and "with" leave nothing out."""

_WITHOUT_NAME: Final = (NameNeeded.NEVER, NameNeeded.COUNSELLOR)


class Way(Protocol):
    """Something that can be chosen: a procedure or a help line."""

    @property
    def needs(self) -> frozenset[Need]:
        """What somebody may look for there."""

    @property
    def at_once(self) -> bool:
        """Whether somebody is there day and night."""

    @property
    def named(self) -> NameNeeded:
        """Whether a name is needed."""


Chosen = TypeVar("Chosen", bound=Way)


@dataclass(frozen=True, slots=True)
class Wishes:
    """The answers; None for what was passed over."""

    need: str | None = None
    when: str | None = None
    name: str | None = None

    @property
    def told(self) -> tuple[str, ...]:
        """The answers that can leave something out, in the order in which they count."""
        given = (self.need, self.when, self.name)
        return tuple(each for each in given if each is not None and each in (*Need, NOW, WITHOUT))


@dataclass(frozen=True, slots=True)
class Fitting(Generic[Chosen]):
    """A way that is left, and the answers that it fits."""

    way: Chosen
    reasons: tuple[str, ...]


def narrow(ways: Iterable[Chosen], wishes: Wishes) -> tuple[Fitting[Chosen], ...]:
    """What is left of the ways, in their order; never empty when there were any."""
    left = tuple(ways)
    for answer in wishes.told:
        left = tuple(way for way in left if _fits(way, answer)) or left
    return tuple(Fitting(way, tuple(_reasons(way, wishes))) for way in left)


def shortlist(ways: Iterable[Chosen], wishes: Wishes, most: int) -> tuple[Fitting[Chosen], ...]:
    """At most `most` of what is left; for who wants to speak to someone today, someone who is there now."""
    every = tuple(ways)
    found = narrow(every, wishes)[:most]
    if wishes.when != NOW or any(each.way.at_once for each in found):
        return found
    there = narrow([way for way in every if way.at_once], wishes)[:1]
    return (*found[: most - len(there)], *there)


def _reasons(way: Way, wishes: Wishes) -> Iterator[str]:
    return (answer for answer in wishes.told if _fits(way, answer))


def _fits(way: Way, answer: str) -> bool:
    if answer == NOW:
        return way.at_once
    if answer == WITHOUT:
        return way.named in _WITHOUT_NAME
    return answer in way.needs
