"""What is due by the clock: a kind of thing whose term runs out, and what is then done with each (C12, C41).

Each part stands where its subject lives; handlers.sweep lists them and goes round.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from handlers.domain.terms import Terms
from handlers.ports import Work

T = TypeVar("T")

AT_ONCE = 100
"""How many of one kind one transaction deals with at most, so that no turn waits long for the sweep."""


@dataclass(frozen=True, slots=True)
class Due(Generic[T]):
    """What is due, at most AT_ONCE of it, and what is done with each, after which it is due no more."""

    name: str
    found: Callable[[Work, Terms], Sequence[T]]
    deal: Callable[[Work, T, Terms], None]
