"""A store in one file: reads and writes inline on the event loop, because that is ten times faster here.

There are two writers on the file, this one and dbos. Ours waits a few milliseconds on the loop at most;
after that the same job runs in a thread.
"""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from typing import Any, Final, TypeVar

from handlers.domain.errors import Locked
from handlers.ports import Clock, Work
from storage.attempt import Busy, note_ended, perform, refusals, refuse_other_keys
from storage.engines import PATIENCE_IN_THREAD, PATIENCE_ON_LOOP, sqlite_engine
from storage.keys import Keys
from storage.schedule import Queue
from storage.transaction import Transaction

T = TypeVar("T")

_TIDY_EVERY: Final = 256
"""Commits after which the log is copied into the file by a thread, so that no commit has to."""
_CLEARING_TRIES: Final = 50


class SqliteStore:
    """A store on SQLite; see storage.store.SqlStore."""

    def __init__(self, url: str, keys: Keys, clock: Clock) -> None:
        self.url, self.keys, self.clock = url, keys, clock
        self._engine = sqlite_engine(url, begins=False)
        self._writer, self._reader = self._engine.connect(), self._engine.connect()
        self._reader_lock, self._writer_lock = threading.Lock(), threading.Lock()
        self._queue = Queue(self._engine)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="store")
        self._tidier = ThreadPoolExecutor(1, thread_name_prefix="store-log")
        self._clearing: Future[None] | None = None
        self._clearing_waits = False
        self._commits = 0
        try:
            self._writer.exec_driver_sql("BEGIN IMMEDIATE")
            refuse_other_keys(self._writer, keys)
            self._writer.commit()
            _pragma(self._reader, "query_only=ON")
        except BaseException:
            self._shut()
            raise

    async def read(self, job: Callable[[Work], T]) -> T:
        """See SqlStore."""
        with self._reader_lock, refusals():
            try:
                transaction = Transaction(self._reader, self.keys, self.clock, self._queue.put, writing=False)
                return perform(job, transaction)
            finally:
                self._reader.rollback()

    async def write(self, job: Callable[[Work], T], *, flushed: bool = True) -> T:
        """See SqlStore. Raises Locked after five seconds."""
        if self._writer_lock.acquire(blocking=False):
            try:
                return self._once(job, flushed)
            except Busy:
                pass
            finally:
                self._writer_lock.release()
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._patiently, job, flushed)

    async def settle(self) -> None:
        """See SqlStore."""
        while self._clearing is not None and not self._clearing.done():
            await asyncio.wrap_future(self._clearing)

    async def close(self) -> None:
        """See SqlStore."""
        await self.settle()
        await asyncio.get_running_loop().run_in_executor(None, self._shut)

    def _shut(self) -> None:
        self._thread.shutdown()
        self._tidier.shutdown()
        self._queue.close()
        self._reader.close()
        self._writer.close()
        self._engine.dispose()

    def _patiently(self, job: Callable[[Work], T], flushed: bool) -> T:
        if not self._writer_lock.acquire(timeout=PATIENCE_IN_THREAD / 1000):
            raise Locked("the database stayed locked")
        try:
            _pragma(self._writer, f"busy_timeout={PATIENCE_IN_THREAD}")
            try:
                return self._once(job, flushed)
            finally:
                _pragma(self._writer, f"busy_timeout={PATIENCE_ON_LOOP}")
        except Busy:
            raise Locked("the database stayed locked") from None
        finally:
            self._writer_lock.release()

    def _once(self, job: Callable[[Work], T], flushed: bool) -> T:
        if flushed:
            return self._committed(job)
        _pragma(self._writer, "synchronous=NORMAL")
        try:
            return self._committed(job)
        finally:
            _pragma(self._writer, "synchronous=FULL")

    def _committed(self, job: Callable[[Work], T]) -> T:
        with refusals():
            transaction = Transaction(self._writer, self.keys, self.clock, self._queue.put, writing=True)
            try:
                self._writer.exec_driver_sql("BEGIN IMMEDIATE")
                result = perform(job, transaction)
                self._writer.commit()
            except BaseException:
                self._writer.rollback()
                raise
        note_ended(transaction)
        self._commits += 1
        if transaction.wiped and not self._clearing_waits:
            self._clearing_waits = True
            self._clearing = self._tidier.submit(self._clear_log)
        elif self._commits % _TIDY_EVERY == 0:
            self._tidier.submit(self._copy_log)
        return result

    def _clear_log(self) -> None:
        # Deleted rows are overwritten in the file at once (secure_delete); the log still has them.
        # What is committed from here on asks for a clearing of its own; until here this one serves all.
        self._clearing_waits = False
        with closing(sqlite_engine(self.url, patience=PATIENCE_IN_THREAD).raw_connection()) as connection:
            for _ in range(_CLEARING_TRIES):
                cursor = connection.cursor()
                busy = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
                cursor.close()
                if not busy:
                    return

    def _copy_log(self) -> None:
        with closing(sqlite_engine(self.url).raw_connection()) as connection:
            cursor = connection.cursor()
            cursor.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
            cursor.close()


def _pragma(connection: Any, pragma: str) -> None:
    connection.connection.dbapi_connection.execute(f"PRAGMA {pragma}").close()
