"""Running one job in one open transaction, and what a database may answer to it."""

import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final, TypeVar

import sqlalchemy as sa
import structlog
from sqlalchemy.exc import DBAPIError

from handlers.domain.errors import StorageError
from handlers.ports import Work
from storage.engines import DatabaseUnusable
from storage.keys import Keys
from storage.tables import settings
from storage.transaction import Transaction
from storage.work import SqlWork

T = TypeVar("T")
log = structlog.get_logger(__name__)

_LOCK_STATES: Final = frozenset({"40001", "40P01", "55P03"})  # serialization, deadlock, lock not available


class AwaitableRefused(StorageError):
    """A job gave something to be awaited; a transaction cannot wait for it. Nothing was written."""

    def __init__(self) -> None:
        super().__init__("a job is a plain function: nothing in it can be awaited")


class Busy(StorageError):
    """Somebody else held a lock that this transaction needed. Nothing was written; the job can run again."""


def perform(job: Callable[[Work], T], transaction: Transaction) -> T:
    """What a job gives. Raises AwaitableRefused when that is to be awaited."""
    result = job(SqlWork(transaction))
    if inspect.isawaitable(result):
        if inspect.iscoroutine(result):
            result.close()
        raise AwaitableRefused
    return result


def note_ended(transaction: Transaction) -> None:
    """After the commit: what ended in it, for the day on which a backup is put back.

    What is done is done: where the list cannot be written this is logged, and the job does not fail.
    """
    if transaction.ended:
        try:
            transaction.keys.note_ended(transaction.ended)
        except OSError as error:
            log.error("a backup may bring back what ended now", error=type(error).__name__)


@contextmanager
def refusals() -> Iterator[None]:
    """Turns what a database refuses into Busy or another StorageError; parameters are never shown."""
    try:
        yield
    except DBAPIError as error:
        code = getattr(error.orig, "sqlstate", None)
        name = str(getattr(error.orig, "sqlite_errorname", ""))
        if code in _LOCK_STATES or name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            raise Busy("the database was busy") from None
        detail = name or code or type(error.orig).__name__
        raise StorageError(f"the database refused ({detail})") from error


def refuse_other_keys(connection: sa.Connection, keys: Keys) -> None:
    """Raises DatabaseUnusable when this database was written with the keys of another folder."""
    known = connection.execute(sa.select(settings.c.value).where(settings.c.name == "keys")).scalar()
    if known is None:
        connection.execute(sa.insert(settings).values(name="keys", value=keys.check))
    elif known != keys.check:
        raise DatabaseUnusable(
            "This key folder belongs to another database. Nothing was changed; "
            "point the settings to the folder that was made together with this database."
        )
