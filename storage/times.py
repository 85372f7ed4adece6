"""Moments as rows keep them: whole hours, minutes or seconds since 1970 in UTC, always rounded up."""

from datetime import UTC, datetime


def hour(at: datetime) -> int:
    """The hour that begins at or after `at`."""
    return -(-_seconds(at) // 3600)


def minute(at: datetime) -> int:
    """The minute that begins at or after `at`."""
    return -(-_seconds(at) // 60)


def second(at: datetime) -> int:
    """The second that begins at or after `at`."""
    return _seconds(at)


def moment(seconds: int) -> datetime:
    """The moment of a `second`."""
    return datetime.fromtimestamp(seconds, UTC)


def passed_hours(now: datetime) -> int:
    """Rows whose `hour` is at most this have had their time."""
    return int(now.timestamp() // 3600)


def passed_minutes(now: datetime) -> int:
    """Rows whose `minute` is at most this have had their time."""
    return int(now.timestamp() // 60)


def _seconds(at: datetime) -> int:
    whole = int(at.timestamp())
    return whole if at.microsecond == 0 else whole + 1
