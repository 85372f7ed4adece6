"""Durable jobs: done once committed, again when they have to be, and dbos knows a row id, nothing more."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest
import sqlalchemy as sa

from handlers.domain.errors import StorageError
from handlers.domain.ids import new_id
from handlers.ports import Channel, Job, JobKind, JobRunner, Later, Work
from storage.engines import engine_of, is_sqlite
from storage.job_settings import LONGEST_DELAY
from storage.jobs import Jobs, pause
from storage.keys import Keys
from storage.schedule import again
from storage.store import SqlStore
from storage.upkeep import write
from tests.clock import FixedClock
from tests.patience import PATIENCE
from tests.storage.people import begin, telegram


@asynccontextmanager
async def working(
    store: SqlStore, runner: JobRunner, failed: Callable[[JobKind, str], None] | None = None
) -> AsyncIterator[Jobs]:
    """A worker that does notices."""
    jobs = Jobs(store, {JobKind.NOTICE: runner}, failed=failed)
    await jobs.start()
    try:
        yield jobs
    finally:
        await jobs.stop()


async def enqueue(store: SqlStore, kind: JobKind = JobKind.NOTICE) -> str:
    """One job, committed."""
    job = Job(new_id(), kind)
    await store.write(lambda work: work.schedule.enqueue(job))
    return job.id


def rows(url: str) -> list[str]:
    """Every row that dbos keeps, as text."""
    engine = engine_of(url)
    prefix = "" if is_sqlite(url) else "dbos."
    tables = ("workflow_status", "workflow_input", "workflow_output", "operation_outputs")
    with engine.connect() as connection:
        found = [
            str(row)
            for t in tables
            for row in connection.execute(sa.text(f"SELECT * FROM {prefix}{t}"))  # noqa: S608  # names of our own
        ]
    engine.dispose()
    return found


async def test_what_was_committed_is_done_and_what_was_not_is_not(store: SqlStore) -> None:
    done: asyncio.Queue[str] = asyncio.Queue()

    async def runner(job_id: str) -> None:
        await store.write(lambda work: work.schedule.done(job_id))
        done.put_nowait(job_id)

    class Refused(StorageError):
        """The transaction does not happen."""

    def refused(work: Work) -> None:
        work.schedule.enqueue(Job(new_id(), JobKind.NOTICE))
        raise Refused

    before = await enqueue(store)
    with pytest.raises(Refused):
        await store.write(refused)
    async with working(store, runner) as jobs:
        after = await enqueue(store)
        async with asyncio.timeout(PATIENCE):
            assert {await done.get(), await done.get()} == {before, after}
        assert await jobs.rescue() == ()
    assert done.empty()
    assert await store.read(lambda work: work.schedule.read(before)) is None


async def test_a_job_that_is_to_wait_is_tried_again_later(store: SqlStore) -> None:
    tries: list[str] = []
    third = asyncio.Event()

    async def runner(job_id: str) -> Later | None:
        tries.append(job_id)
        if len(tries) < 3:
            return Later(0.01)
        third.set()
        return None

    job = await enqueue(store)
    async with working(store, runner), asyncio.timeout(PATIENCE):
        await third.wait()
    assert tries == [job] * 3


async def test_a_failing_job_is_told_by_its_kind_and_tried_again_and_dbos_learns_nothing(
    store: SqlStore, caplog: pytest.LogCaptureFixture
) -> None:
    told: list[tuple[JobKind, str]] = []
    again: asyncio.Event = asyncio.Event()

    async def runner(job_id: str) -> None:
        if not told:
            raise ValueError("Truus Zandloper")
        again.set()

    await enqueue(store)
    async with working(store, runner, failed=lambda kind, name: told.append((kind, name))):
        async with asyncio.timeout(PATIENCE):
            await again.wait()
    assert told == [(JobKind.NOTICE, "ValueError")]
    everything = " ".join(rows(store.url)) + caplog.text
    assert "Truus" not in everything
    assert "ValueError" not in " ".join(rows(store.url))


async def test_without_a_runner_a_job_waits(store: SqlStore) -> None:
    ran: list[str] = []
    done = asyncio.Event()

    async def runner(job_id: str) -> None:
        ran.append(job_id)
        done.set()

    push = await enqueue(store, JobKind.PUSH)
    notice = await enqueue(store)
    async with working(store, runner), asyncio.timeout(PATIENCE):
        await done.wait()
    assert ran == [notice]
    assert await store.read(lambda work: work.schedule.read(push)) is not None


async def test_a_notice_that_was_told_is_not_told_again_and_keeps_its_meaning(store: SqlStore) -> None:
    ran: list[str] = []
    done = asyncio.Event()

    async def runner(job_id: str) -> None:
        ran.append(job_id)
        done.set()

    told = await enqueue(store)
    await store.write(lambda work: work.schedule.told(told))
    other = await enqueue(store)
    async with working(store, runner), asyncio.timeout(PATIENCE):
        await done.wait()
    assert ran == [other]
    assert await store.read(lambda work: work.schedule.read(told)) is not None


async def test_only_one_try_follows_a_try(store: SqlStore) -> None:
    job = await enqueue(store)
    for _ in range(2):
        await write(store, lambda at: again(at, job, JobKind.NOTICE, 0, 5.0))
    ids = [row for row in rows(store.url) if f"{job}.1" in row and "DELAYED" in row]
    assert len(ids) == 1


async def test_dbos_holds_an_opaque_id_and_nothing_else_of_a_job(
    store: SqlStore, keys: Keys, clock: FixedClock
) -> None:
    chat = await store.write(lambda work: begin(work, telegram(keys), clock))
    job = Job(new_id(), JobKind.PUSH, conversation=chat.id)
    await store.write(lambda work: work.schedule.enqueue(job))
    found = " ".join(rows(store.url))
    assert job.id in found
    assert chat.id not in found
    assert Channel.TELEGRAM.value not in found
    assert "pickle" not in found
    assert await store.read(lambda work: work.schedule.read(job.id)) == job


async def test_finished_rows_are_purged(store: SqlStore) -> None:
    done = asyncio.Event()

    async def runner(job_id: str) -> None:
        await store.write(lambda work: work.schedule.done(job_id))
        done.set()

    job = await enqueue(store)
    async with working(store, runner), asyncio.timeout(PATIENCE):
        await done.wait()
    assert job in " ".join(rows(store.url))
    async with working(store, runner) as jobs:
        assert await jobs.purge() == 1
        assert await jobs.purge() == 0
    assert job not in " ".join(rows(store.url))


@pytest.mark.postgresql
async def test_two_workers_of_one_name_do_not_start_on_one_database(
    postgresql_url: str, keys: Keys, clock: FixedClock
) -> None:
    from storage.store import open_store

    store = await open_store(postgresql_url, keys, clock)
    engine = engine_of(postgresql_url)
    from storage.jobs import _HOLD, _number

    async def runner(job_id: str) -> None:
        """Nothing to do."""

    with engine.connect() as other:
        assert other.execute(_HOLD, {"name": _number("one")}).scalar()
        jobs = Jobs(store, {JobKind.NOTICE: runner})
        with pytest.raises(StorageError, match="replica"):
            await jobs.start()
        await jobs.stop()
    engine.dispose()
    await store.close()


def test_pauses_grow_to_an_hour_and_a_delay_is_never_more_than_a_day() -> None:
    assert [pause(n) for n in (0, 1, 5, 11, 12, 500)] == [1.0, 2.0, 32.0, 2048.0, 3600.0, 3600.0]
    assert LONGEST_DELAY == 86_400
