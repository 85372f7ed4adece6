"""Totals of a year: how many, never who. What the yearly report counts from."""

from enum import StrEnum
from typing import Protocol

from handlers.domain.closing import Counts


class About(StrEnum):
    """What a year's totals are of."""

    CLOSINGS = "closings"  # how cases ended, as their counsellors said
    FEEDBACK = "feedback"  # what employees answered afterwards


class Totals(Protocol):
    """One sealed row for a year and subject. It holds no case, no counsellor, no day and no order."""

    def of(self, about: About, year: int) -> Counts:
        """Every cell that is not empty."""

    def change(self, about: About, year: int, by: Counts) -> None:
        """Add to cells, or take off; a cell never gets below nothing.

        A row that somebody else wrote into does not open, and counting begins anew: closing a case never
        waits for a total.
        """
