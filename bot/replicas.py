"""Several processes on one PostgreSQL database: what each needs before it may start (docs/going-live.md)."""

from bot.settings import SecretSettings, Settings
from handlers.domain.errors import OpenOorError
from storage.engines import is_sqlite


class ReplicaAlone(OpenOorError):
    """What is set up here works for one process only. Nothing was started."""


def refuse_alone(settings: Settings, secrets: SecretSettings) -> None:
    """Raises ReplicaAlone for a further replica on a file, or that would poll Telegram beside another.

    The first one, "one", cannot know whether there are others; each of the others has a name of its own.
    """
    if settings.replica == Settings.model_fields["replica"].default:
        return
    if is_sqlite(settings.database):
        raise ReplicaAlone(
            "OPENOOR_REPLICA names a further process, but the database is a file, which has one process: "
            "give both the same PostgreSQL in OPENOOR_DATABASE_URL"
        )
    if secrets.telegram_token is not None and settings.telegram_mode == "polling":
        raise ReplicaAlone(
            "OPENOOR_REPLICA names a further process, but only one can poll Telegram: "
            "set OPENOOR_TELEGRAM_MODE=webhook on each"
        )
