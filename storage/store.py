"""Transactions on either engine: `open_store` gives the one that fits the address."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from sqlalchemy.exc import DBAPIError

from handlers.ports import Clock, Work
from storage.engines import DatabaseUnusable, is_sqlite
from storage.keys import Keys
from storage.migrate import upgrade
from storage.postgresql_store import PostgresqlStore
from storage.sqlite_store import SqliteStore

T = TypeVar("T")

__all__ = ["DatabaseUnusable", "SqlStore", "open_store"]


class SqlStore(Protocol):
    """handlers.ports.Store, and what storage itself needs besides.

    A job is a plain function, so nothing can be suspended while a transaction is open.
    """

    url: str
    keys: Keys
    clock: Clock

    async def read(self, job: Callable[[Work], T]) -> T:
        """See handlers.ports.Store. A job that writes raises StorageError."""

    async def write(self, job: Callable[[Work], T], *, flushed: bool = True) -> T:
        """See handlers.ports.Store."""

    async def settle(self) -> None:
        """Wait until what was wiped has left the write-ahead log too."""

    async def close(self) -> None:
        """Settle, and let go of the database."""


_ADVICE = {
    "SQLITE_BUSY": "Another program holds it: a second Open Oor, or a viewer. Close that one and try again.",
    "SQLITE_FULL": "The disk is full. Make room and try again.",
    "SQLITE_NOTADB": "The file is no database of Open Oor. Put back a backup: openoor restore.",
    "SQLITE_CORRUPT": "The file is damaged. Put back a backup: openoor restore.",
}
_ELSE = "Check that it runs, that the disk has space and that the address is right."


async def open_store(url: str, keys: Keys, clock: Clock) -> SqlStore:
    """The database at this address, brought to today's shape.

    Raises DatabaseUnusable with a sentence for the operator: unwritable, not reachable, or of other keys.
    """
    try:
        upgrade(url)
        return SqliteStore(url, keys, clock) if is_sqlite(url) else PostgresqlStore(url, keys, clock)
    except DBAPIError as error:
        raise unusable(error) from None


def unusable(error: DBAPIError) -> DatabaseUnusable:
    """What an operator reads when the database itself refuses; no address and no row is in it."""
    detail: str = getattr(error.orig, "sqlite_errorname", type(error.orig).__name__)
    advice = next((said for kind, said in _ADVICE.items() if detail.startswith(kind)), _ELSE)
    return DatabaseUnusable(f"The database cannot be used. {advice} (It says {detail}.)")
