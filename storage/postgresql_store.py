"""A store on a PostgreSQL server: every job runs in one of a few threads, with a connection of its own."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Final, TypeVar

import sqlalchemy as sa

from handlers.domain.errors import Locked
from handlers.ports import Clock, Work
from storage.attempt import Busy, note_ended, perform, refusals, refuse_other_keys
from storage.engines import postgresql_engine, reading_engine
from storage.keys import Keys
from storage.schedule import Queue
from storage.transaction import Transaction

T = TypeVar("T")

THREADS: Final = 8
_NOT_AT_ONCE = sa.text("SET LOCAL synchronous_commit TO off")
_TRIES: Final = 3


class PostgresqlStore:
    """See storage.store.SqlStore."""

    def __init__(self, url: str, keys: Keys, clock: Clock) -> None:
        self.url, self.keys, self.clock = url, keys, clock
        self._engine = postgresql_engine(url, size=THREADS)
        self._reading = reading_engine(self._engine)
        self._queue = Queue(self._engine)
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="store")
        try:
            with self._engine.begin() as connection:
                refuse_other_keys(connection, keys)
        except BaseException:
            self._shut()
            raise

    async def read(self, job: Callable[[Work], T]) -> T:
        """See SqlStore."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._run, job, False)

    async def write(self, job: Callable[[Work], T], *, flushed: bool = True) -> T:
        """See SqlStore. Raises Locked when it was refused a lock three times."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, self._run, job, True, flushed)

    async def settle(self) -> None:
        """Nothing to wait for: the server's own log is the server's."""

    async def close(self) -> None:
        """See SqlStore."""
        await asyncio.get_running_loop().run_in_executor(None, self._shut)

    def _shut(self) -> None:
        self._threads.shutdown()
        self._queue.close()
        self._engine.dispose()

    def _run(self, job: Callable[[Work], T], writing: bool, flushed: bool = True) -> T:
        for _ in range(_TRIES):
            try:
                return self._once(job, writing, flushed)
            except Busy:
                continue
        raise Locked("the database stayed locked")

    def _once(self, job: Callable[[Work], T], writing: bool, flushed: bool) -> T:
        engine = self._engine if writing else self._reading
        with refusals(), engine.connect() as connection:
            if not flushed:
                connection.execute(_NOT_AT_ONCE)
            transaction = Transaction(connection, self.keys, self.clock, self._queue.put, writing=writing)
            result = perform(job, transaction)
            if writing:
                connection.commit()
                note_ended(transaction)
            return result
