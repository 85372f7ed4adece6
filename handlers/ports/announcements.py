"""Who wants to hear when a new counsellor starts: an address and nothing else (C57)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from handlers.domain.ids import CounsellorId
from handlers.ports.news import Reach


class AnnouncementState(StrEnum):
    """How far one announcement is: waiting for its turn, under way, and how it ended."""

    WAITING = "waiting"
    RUNNING = "running"
    STOPPED = "stopped"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Announcement:
    """HR pressed that everyone who asked for it hears of this counsellor. `id` is that of its job, too."""

    id: str
    counsellor: CounsellorId
    day: date
    state: AnnouncementState


class Announcements(Protocol):
    """Addresses, each under a key of its own, and what was announced. No conversation, no case, no count."""

    def keep(self, reach: Reach) -> None:
        """Tell there from now on; once, however often it was asked."""

    def forget(self, reach: Reach) -> None:
        """Destroy the row of this address; nothing happens when there is none."""

    def untold(self, announcement: str, limit: int) -> list[str]:
        """Row ids of addresses that this announcement did not reach yet."""

    def open(self, subscriber: str) -> Reach | None:
        """Where; None when the row is gone or its key is lost for good."""

    def told(self, subscriber: str, announcement: str) -> None: ...

    def end(self, subscriber: str) -> None:
        """Destroy this row: nobody is there any more."""

    def begin(self, announcement: Announcement) -> None: ...

    def get(self, announcement: str) -> Announcement | None: ...

    def all(self) -> list[Announcement]:
        """Every announcement, the newest day first."""

    def turn(self, announcement: str) -> bool:
        """Whether this one is under way, from now on or already; False while another is, or after its end."""

    def move(self, announcement: str, state: AnnouncementState) -> None: ...
