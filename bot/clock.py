"""The wall clock."""

from datetime import UTC, datetime


class WallClock:
    """Now, aware, UTC."""

    def now(self) -> datetime:
        """Now."""
        return datetime.now(UTC)
