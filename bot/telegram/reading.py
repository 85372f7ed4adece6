"""Raw updates are read one by one: one that cannot be read is answered kindly and stops no other."""

from collections.abc import Mapping

import structlog
from prometheus_client import CollectorRegistry, Counter
from telegram import Update

from bot.telegram.client import TelegramBot
from bot.telegram.intake import ALLOWED_UPDATES, Event, Intake

log = structlog.get_logger(__name__)


class Counts:
    """What the metrics know of Telegram: how often, never who or what."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self.taken = Counter("openoor_telegram_updates", "Updates that were seen through", registry=registry)
        self.failed = Counter("openoor_telegram_failures", "Failed tries of an update", registry=registry)
        self.given_up = Counter("openoor_telegram_given_up", "Updates that were given up", registry=registry)
        self.unreadable = Counter("openoor_telegram_unreadable", "Updates nobody can read", registry=registry)
        self.away = Counter("openoor_telegram_away", "Polls that Telegram did not answer", registry=registry)
        self.restarts = Counter("openoor_telegram_restarts", "Times it had to begin again", registry=registry)


class Reader:
    """Reads what Telegram hands over, whatever it is."""

    def __init__(self, bot: TelegramBot, intake: Intake, counts: Counts) -> None:
        self._bot, self._intake, self._counts = bot, intake, counts

    def read(self, update: int, raw: Mapping[str, object]) -> Event | None:
        """What came, or None when there is nothing to answer. Never raises: the log names the kind only."""
        try:
            return self._intake.read(Update.de_json(dict(raw), self._bot))
        except Exception as error:  # noqa: BLE001  # what it holds is not ours to foresee, the next one must come
            self._counts.unreadable.inc()
            kind = next((each for each in ALLOWED_UPDATES if each in raw), "other")
            log.error("an update cannot be read and is passed over", kind=kind, error=type(error).__name__)
            return self._intake.unreadable(update, raw)


def numbered(raw: object) -> tuple[int, Mapping[str, object]] | None:
    """An update with its number; None when this is no update at all."""
    if not isinstance(raw, Mapping):
        return None
    number = raw.get("update_id")
    return (number, raw) if type(number) is int else None
