"""What to do with an update that did not get through: wait, or tell its sender and go on."""

from collections import Counter
from itertools import count

import structlog
from telegram.error import BadRequest, Conflict, InvalidToken, NetworkError, RetryAfter

from bot.telegram.channel import Pause, TelegramChannel, Undelivered
from bot.telegram.intake import Event
from bot.telegram.reading import Counts
from handlers.domain.errors import CannotOpen, Locked, StorageError
from handlers.turn import TurnFailed

log = structlog.get_logger(__name__)

GIVE_UP = 3  # times that an error of ours may hit one update before its sender is told
GIVE_UP_WAITING = 60  # times that a database out of order may; with the longest pauses about an hour
LONGEST_PAUSE = 60.0

_PASSING = (Locked, TurnFailed, Undelivered, NetworkError, RetryAfter, Conflict, InvalidToken)
_OUT_OF_ORDER = (StorageError, OSError)


def patience(error: Exception) -> int | None:
    """How often one update may fail with this; None: as often as it takes.

    A locked database, and a Telegram that is away, are waited for without end: nothing is lost by it. A
    database that is out of order may come back too; but an update that fails alone must not hold up
    everybody for ever.
    """
    if isinstance(error, _PASSING) and not isinstance(error, BadRequest):
        return None
    if isinstance(error, _OUT_OF_ORDER) and not isinstance(error, CannotOpen):
        return GIVE_UP_WAITING
    return GIVE_UP


def pause_after(error: Exception, tries: int) -> float:
    """Seconds until the next try: what Telegram asked for, else longer and longer up to a minute."""
    if isinstance(error, Undelivered):
        return error.seconds
    if isinstance(error, RetryAfter):
        return float(error._retry_after.total_seconds())
    if isinstance(error, Conflict):
        return 5.0
    return min(0.1 * 2.0 ** min(tries, 20), LONGEST_PAUSE)


async def see_through(channel: TelegramChannel, came: Event, counts: Counts, pause: Pause) -> None:
    """Handle an update until it is done, or until its sender was asked to send it again."""
    failed: Counter[int | None] = Counter()
    while True:
        try:
            await channel.handle(came)
        except Exception as error:  # noqa: BLE001  # one broken update must not stop everybody's receiving
            counts.failed.inc()
            limit = patience(error)
            failed[limit] += 1
            if limit is not None:
                log.error("update failed", error=type(error).__name__, attempt=failed[limit])
            if failed[limit] == limit:
                await give_up(channel, came, counts, pause)
                return
            await pause(pause_after(error, failed.total()))
        else:
            counts.taken.inc()
            return


async def give_up(channel: TelegramChannel, came: Event, counts: Counts, pause: Pause) -> None:
    """Tell the sender that it did not get through, as long as there is a way to say anything."""
    counts.given_up.inc()
    for tries in count(1):
        try:
            await channel.apologise(came)
        except Exception as error:  # noqa: BLE001  # nothing more can be said; the next update waits
            if patience(error) is None:
                await pause(pause_after(error, tries))
                continue
            log.error("a sender could not be told", error=type(error).__name__)
        return
