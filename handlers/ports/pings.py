"""Ways in which counsellors are told that something waits, beside Telegram, and what goes along them."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from dialogues.private import Private
from handlers.domain.ids import StaffId
from handlers.domain.pings import WayKind
from handlers.ports.channels import Outcome


@dataclass(frozen=True, slots=True, repr=False)
class PingWay:
    """One way a counsellor chose. Opened only to bring a ping, and to show its owner which one it is."""

    id: str
    staff: StaffId
    kind: WayKind
    address: Private
    language: str
    neutral: bool  # no word about what it is for
    number: Private | None = None  # in the test message, until it was typed at the desk
    failed_on: date | None = None  # since this day nothing arrived along it


class PingWays(Protocol):
    """Addresses, sealed to the relay."""

    def of(self, staff: StaffId) -> list[PingWay]: ...

    def ready(self, staff: StaffId) -> list[str]:
        """Ids of the ways whose number was typed; opens no address."""

    def is_failing(self, staff: StaffId) -> bool:
        """Whether nothing arrives along one of them; opens no address."""

    def get(self, way: str) -> PingWay | None: ...

    def add(self, way: PingWay) -> None:
        """Forgotten again within a day unless its number is typed."""

    def tried(self, way: str) -> int:
        """Count one wrong number; how many there were."""

    def confirm(self, way: PingWay) -> None:
        """Its number was typed: from now on pings go along it."""

    def remove(self, way: str) -> None:
        """The address is forgotten, with every ping on its way there."""

    def set_failed(self, way: str, on: date | None) -> None:
        """Since this day nothing arrives; an earlier day stays. None: it works again."""


@dataclass(frozen=True, slots=True, repr=False)
class Ping:
    """What is brought: fixed words. `id` is the same each time the same ping is tried."""

    id: str
    subject: Private
    text: Private
    language: str
    neutral: bool


class Courier(Protocol):
    """Brings pings of one kind."""

    async def carry(self, address: Private, ping: Ping) -> Outcome:
        """Sent, Later, or Gone when this address is refused for good. What it raises holds no address."""
