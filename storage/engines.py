"""The two database engines, set up the same way everywhere."""

import errno
import os
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.pool import NullPool, QueuePool

from handlers.domain.errors import StorageError

PATIENCE_ON_LOOP: Final = 50
"""Milliseconds that a write may hold up the event loop before it goes to a thread."""
PATIENCE_IN_THREAD: Final = 5_000
_PRAGMAS: Final = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "secure_delete=ON",
    "foreign_keys=ON",
    "temp_store=MEMORY",
    "cache_size=-32768",
)
_WHAT: Final = (
    "The database is either a file (sqlite:///…) or PostgreSQL (postgresql://…): see OPENOOR_DATABASE_URL."
)


class DatabaseUnusable(StorageError):
    """The database cannot be opened or is not one of ours. The message tells the operator what to do."""


def is_sqlite(url: str) -> bool:
    """Whether this address is a file on this machine; anything but that or PostgreSQL is refused."""
    try:
        name = sa.make_url(url).get_backend_name()
    except sa.exc.ArgumentError:  # no address at all; the error would show it, password included
        name = ""
    if name not in ("sqlite", "postgresql"):
        raise DatabaseUnusable(_WHAT)
    return name == "sqlite"


def sqlite_file(url: str) -> Path:
    """The file of an SQLite address. Raises DatabaseUnusable for one that lives in memory."""
    name = sa.make_url(url).database
    if not name or name == ":memory:":
        raise DatabaseUnusable("The database must be a file: a chat in memory does not survive a restart.")
    return Path(name)


def sqlite_engine(
    url: str, *, pooled: bool = False, begins: bool = True, patience: int = PATIENCE_ON_LOOP
) -> sa.Engine:
    """An engine whose transactions take the write lock at once, flush to disk and leave nothing behind.

    `pooled` for many threads (dbos); else every connection is its caller's own. Without `begins` the
    caller says BEGIN itself: listening to an event costs every statement of a turn some microseconds.
    """
    file = sqlite_file(url)
    _make(file)
    engine = sa.create_engine(
        sa.make_url(url),
        poolclass=QueuePool if pooled else NullPool,
        hide_parameters=True,
        connect_args={"check_same_thread": False, "isolation_level": None},
        **({"pool_size": 4, "max_overflow": 4} if pooled else {}),
    )

    def connected(connection: Any, _: Any) -> None:
        try:
            for pragma in (f"busy_timeout={patience}", *_PRAGMAS):
                connection.execute(f"PRAGMA {pragma}").close()
        except BaseException:
            connection.close()
            raise

    def begun(connection: sa.Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    event.listen(engine, "connect", connected)
    if begins:
        event.listen(engine, "begin", begun)
    return engine


def _make(file: Path) -> None:
    """An empty file that nobody else on this machine can read for a moment; one that is there stays shut.

    Opening and closing it here would give up the locks of every connection of this program (POSIX). Another
    program that comes and goes would then remove the log in which this one still writes.
    """
    try:
        os.close(os.open(file, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        if not (file.is_file() and os.access(file, os.R_OK | os.W_OK)):
            raise _unwritable(file, errno.EACCES) from None
    except OSError as error:
        raise _unwritable(file, error.errno or errno.EACCES) from None


def _unwritable(file: Path, why: int) -> DatabaseUnusable:
    return DatabaseUnusable(
        f"The database file {file.name} cannot be written ({os.strerror(why)}). "
        "Check the folder, its owner and the space on the disk."
    )


def postgresql_engine(url: str, *, size: int = 8) -> sa.Engine:
    """An engine on psycopg 3 with a bounded pool."""
    return sa.create_engine(
        sa.make_url(url).set(drivername="postgresql+psycopg"),
        pool_size=size,
        max_overflow=0,
        pool_pre_ping=True,
        hide_parameters=True,
    )


def reading_engine(engine: sa.Engine) -> sa.Engine:
    """The same PostgreSQL engine, for transactions that see one moment and write nothing."""
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def plain_url(url: str) -> str:
    """The address as dbos takes it, without the name of a driver."""
    name = "sqlite" if is_sqlite(url) else "postgresql"
    return sa.make_url(url).set(drivername=name).render_as_string(hide_password=False)


def engine_of(url: str) -> sa.Engine:
    """The engine that fits the address."""
    return sqlite_engine(url) if is_sqlite(url) else postgresql_engine(url)
