"""The worker: does what was enqueued, again when it has to, also after the machine went down.

A job is done at least once. What it is for, it reads from its own row; a row that is gone is no longer to
be done. dbos is a singleton, so a process has one worker.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from hashlib import blake2b
from typing import Final

import sqlalchemy as sa
from dbos import DBOS, DBOSClient, DBOSConfig
from sqlalchemy.exc import DBAPIError

from handlers.domain.errors import StorageError
from handlers.ports import JobKind, JobRunner, Work
from storage.engines import is_sqlite, plain_url, postgresql_engine, sqlite_engine
from storage.job_settings import APP_NAME, APP_VERSION, LONGEST_DELAY, POLLING, QUEUE, SERIALIZER, WORKFLOW
from storage.schedule import again, attempt
from storage.store import SqlStore
from storage.work import SqlWork

_LOG: Final = logging.getLogger("openoor.jobs")
_AT_ONCE: Final = 8
_BATCH: Final = 500
_LAST_WORK: Final = 5  # seconds a job that runs may still take when the program ends
_GLANCE: Final = 0.02
_SLOWEST: Final = 60 * 60.0
_PATIENCE_MS: Final = 30_000
_OVER: Final = ["SUCCESS", "ERROR", "CANCELLED", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"]

FailureSeen = Callable[[JobKind, str], None]
"""Told of every failed try: the kind of job and the name of the error's type, for a metric."""


def pause(failures: int) -> float:
    """Seconds before a job that failed so often is tried again: 1, 2, 4, … up to an hour."""
    return float(min(2.0 ** min(failures, 16), _SLOWEST))


class ReplicaTaken(StorageError):
    """A process of this name works on this database already. No job was taken."""

    def __init__(self, replica: str) -> None:
        super().__init__(
            f'another process with this replica\'s name, "{replica}", works on this database: '
            "stop that one, or give each a name of its own in OPENOOR_REPLICA"
        )
        self.replica = replica


class Jobs:
    """Runs durable jobs on the loop that `start` is called on.

    `replica` is this process's own name among those that share the database: the same after every
    restart, and never the name of the machine.
    """

    def __init__(
        self,
        store: SqlStore,
        runners: Mapping[JobKind, JobRunner],
        *,
        replica: str = "one",
        failed: FailureSeen | None = None,
    ) -> None:
        self._store, self._runners, self._replica = store, dict(runners), replica
        self._failed = failed
        self._dbos: DBOS | None = None
        self._engine: sa.Engine | None = None
        self._presence: sa.Connection | None = None

    async def start(self) -> None:
        """Take up what is waiting, also what an earlier run of this replica left half done.

        Raises ReplicaTaken, before any job is taken, when a process of this name works already.
        """
        logging.getLogger("dbos").setLevel(logging.WARNING)
        self._engine = self._own_engine()
        await asyncio.to_thread(self._show_presence, self._engine)
        await asyncio.to_thread(_register_queue, self._engine)
        self._dbos = DBOS(config=self._config(self._engine))

        async def run(job_id: str) -> None:  # dbos marks what it is given, and a method takes no marks
            await self._run(job_id)

        DBOS.workflow(name=WORKFLOW)(run)
        DBOS.launch()  # here, not in a thread: jobs run on the loop that it is called from

    async def stop(self) -> None:
        """Let running jobs end (a few seconds), then stop; what is left is taken up at the next start."""
        if self._dbos is not None:
            with suppress(TimeoutError):
                async with asyncio.timeout(_LAST_WORK):
                    while self._dbos._active_workflows_set.activeList():  # noqa: ASYNC110  # dbos has no event
                        await asyncio.sleep(_GLANCE)
        await asyncio.to_thread(DBOS.destroy, destroy_registry=True)
        # dbos lends the loop its own threads and takes them along when it goes.
        asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor())
        if self._presence is not None:
            self._presence.close()
        if self._engine is not None:
            self._engine.dispose()

    async def purge(self) -> int:
        """Remove the rows of dbos that are finished; how many. Called hourly."""
        removed = 0
        while found := await DBOS.list_workflows_async(status=_OVER, limit=_BATCH, load_input=False):
            await DBOS.delete_workflows_async([row.workflow_id for row in found])
            removed += len(found)
        return removed

    async def rescue(self) -> tuple[str, ...]:
        """Take over the jobs of replicas that are gone for good (PostgreSQL); their names.

        A replica that lives holds a lock under its name; nobody holds the lock of one that does not. Whoever
        lost its own lock (the server was restarted) takes nothing over this time: the others lost theirs too.
        Raises ReplicaTaken, each time, when another process has taken this one's name meanwhile.
        """
        if self._engine is None or is_sqlite(self._store.url):
            return ()
        gone = await asyncio.to_thread(self._gone, self._engine)
        if gone:
            await asyncio.to_thread(DBOS._recover_pending_workflows, list(gone))
        return gone

    async def _run(self, job_id: str) -> None:
        workflow = DBOS.workflow_id or ""
        this = int(workflow.rpartition(".")[2])
        found = await self._store.read(lambda work: attempt(_sql(work).transaction, job_id))
        if found is None:
            return
        kind, current, told = found
        if current != this or told:
            return  # a later try has taken over, or it was done just before the machine went down
        seconds = await self._try(kind, job_id, this)
        if seconds is not None:
            wait = min(seconds, LONGEST_DELAY)
            await self._store.write(lambda work: again(_sql(work).transaction, job_id, kind, this, wait))

    async def _try(self, kind: JobKind, job_id: str, failures: int) -> float | None:
        runner = self._runners.get(kind)
        if runner is None:
            return _SLOWEST
        try:
            later = await runner(job_id)
        except Exception as error:  # noqa: BLE001  # one job's failure never stops the worker or reaches dbos
            name = type(error).__name__
            _LOG.warning("a job failed and is tried again", extra={"kind": kind.value, "error": name})
            if self._failed is not None:
                self._failed(kind, name)
            return pause(failures)
        return later.seconds if later is not None else None

    def _own_engine(self) -> sa.Engine:
        url = self._store.url
        if is_sqlite(url):
            return sqlite_engine(url, pooled=True, patience=_PATIENCE_MS)
        return postgresql_engine(url)

    def _config(self, engine: sa.Engine) -> DBOSConfig:
        database: DBOSConfig = {"system_database_engine": engine}
        if not is_sqlite(self._store.url):
            # dbos closes every connection only of an engine that it made itself.
            database = {"system_database_url": plain_url(self._store.url)}
        return {
            **database,
            "name": APP_NAME,
            "application_version": APP_VERSION,
            "executor_id": self._replica,
            "serializer": SERIALIZER,
            "run_migrations": False,
            "log_level": "WARNING",
            "enable_otlp": False,
        }

    def _show_presence(self, engine: sa.Engine) -> None:
        if is_sqlite(self._store.url):
            return
        presence = engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        if not presence.execute(_HOLD, {"name": _number(self._replica)}).scalar():
            presence.close()
            engine.dispose()
            raise ReplicaTaken(self._replica)
        self._presence = presence

    def _is_present(self) -> bool:
        if self._presence is None:
            return False
        try:
            self._presence.execute(_STILL)
        except DBAPIError:
            self._presence.close()
            self._presence = None
            return False
        return True

    def _gone(self, engine: sa.Engine) -> tuple[str, ...]:
        if not self._is_present():
            self._show_presence(engine)
            return ()
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            names = [row[0] for row in connection.execute(_AT_WORK) if row[0] != self._replica]
            gone = []
            for name in names:
                if connection.execute(_HOLD, {"name": _number(name)}).scalar():
                    connection.execute(_LET_GO, {"name": _number(name)})
                    gone.append(name)
            return tuple(gone)


_STILL = sa.text("SELECT 1")
_HOLD = sa.text("SELECT pg_try_advisory_lock(:name)")
_LET_GO = sa.text("SELECT pg_advisory_unlock(:name)")
_AT_WORK = sa.text(
    "SELECT DISTINCT executor_id FROM dbos.workflow_status "
    "WHERE status = 'PENDING' AND executor_id IS NOT NULL"
)


def _register_queue(engine: sa.Engine) -> None:
    client = DBOSClient(system_database_engine=engine, serializer=SERIALIZER, application_name=APP_NAME)
    client.register_queue(QUEUE, worker_concurrency=_AT_ONCE, polling_interval_sec=POLLING)
    client.destroy()


def _number(replica: str) -> int:
    return int.from_bytes(blake2b(replica.encode(), digest_size=8, person=b"replica").digest(), signed=True)


def _sql(work: Work) -> SqlWork:
    if not isinstance(work, SqlWork):
        raise StorageError("durable jobs need the store that enqueued them")
    return work
