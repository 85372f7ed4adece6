"""The log of pressure: a counsellor's own words, for the counsellors and nobody else (C37, C72)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from dialogues.private import Private
from handlers.domain.ids import CounsellorId, PressureId
from handlers.ports.people import ReaderKey


@dataclass(frozen=True, slots=True, repr=False)
class Pressure:
    """One note, opened. `day` is the day it is about."""

    id: PressureId
    author: CounsellorId
    day: date
    words: Private


class PressureLog(Protocol):
    """Notes, sealed apart to each counsellor's key; who wrote and which day is sealed along."""

    def keep(self, note: Pressure, readers: Iterable[CounsellorId], until: date) -> None:
        """Seal it to these counsellors. Raises StorageError for one without a confirmed key."""

    def of(self, reader: CounsellorId, key: ReaderKey) -> list[Pressure]:
        """All that this key opens, the newest day first."""

    def end(self, note: PressureId) -> None:
        """Destroy it for every reader."""
