"""A clock that stands still until a test moves it."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

MONDAY = datetime(2025, 11, 24, 9, 0, tzinfo=UTC)


@dataclass(slots=True)
class FixedClock:
    """Implements handlers.ports.Clock."""

    at: datetime = MONDAY

    def now(self) -> datetime:
        """The moment it stands on, aware, UTC."""
        return self.at

    def passes(self, **time: float) -> None:
        """Let so much time pass: days=1, hours=2, …"""
        self.at += timedelta(**time)
