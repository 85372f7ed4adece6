"""Asking later how it goes: an address, a day and a token, and nothing that says whose (C54)."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from dialogues.private import Private
from handlers.domain.ids import CheckInId
from handlers.ports.news import Reach


@dataclass(frozen=True, slots=True, repr=False)
class CheckIn:
    """One address that wants to be asked on a day. `asked`: how often that was done already."""

    id: CheckInId
    reach: Reach
    token: Private  # what the buttons under the question carry
    asked: int


class Aftercare(Protocol):
    """Addresses for aftercare, each under a key of its own; no conversation, no case, no text."""

    def keep(self, reach: Reach, day: date) -> None:
        """Ask there on this day. The row says nothing of whoever it is for."""

    def due(self, on: date, limit: int) -> list[CheckInId]:
        """Everyone to be asked, or to be forgotten, on or before this day."""

    def open(self, check_in: CheckInId) -> CheckIn | None:
        """Where, with which token, and how often it was asked; None when its key is lost for good."""

    def asked(self, check_in: CheckInId, again_on: date) -> None:
        """It was asked once more; the next day on which something is due."""

    def end(self, check_in: CheckInId) -> None:
        """Destroy the key and the address."""

    def forget(self, reach: Reach) -> None:
        """Destroy every row of this address: whoever is there wipes everything. Opens all rows to look."""

    def answered(self, token: Private) -> bool:
        """Whoever was asked has pressed: key and address go. False for a token that opens nothing."""
