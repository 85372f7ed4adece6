"""Durable jobs and the hourly round with two processes: each job once, none lost, nothing asked twice."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.wiring import House
from dialogues.private import Private
from handlers.domain.ids import new_id
from handlers.due import AT_ONCE
from handlers.ports import Announcement, AnnouncementState, Channel, Job, JobKind, Reach, Work
from storage import upkeep
from storage.engines import engine_of
from storage.jobs import _HOLD, Jobs, ReplicaTaken, _number
from storage.keys import Keys
from storage.store import SqlStore, open_store
from storage.tables import jobs
from storage.transaction import Transaction
from tests.architecture.modules import ROOT
from tests.clock import FixedClock
from tests.house import DAAN, VERA
from tests.patience import PATIENCE
from tests.replicas.conftest import Pair, somebody_waits

pytestmark = pytest.mark.postgresql

Begin = Callable[..., subprocess.Popen[bytes]]
"""Starts a worker of this name."""


@pytest.fixture
def workers(folder: Path, postgresql_url: str, keys: Keys) -> Iterator[Begin]:
    running: list[subprocess.Popen[bytes]] = []

    def start(*arguments: str) -> subprocess.Popen[bytes]:
        program = subprocess.Popen(
            [sys.executable, "-m", "tests.replicas.worker", str(folder), postgresql_url, *arguments],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        running.append(program)
        return program

    yield start
    for program in running:
        program.kill()
        program.wait()


def lines(file: Path) -> list[str]:
    """What was noted there."""
    return file.read_text("utf-8").split() if file.exists() else []


async def until(met: Callable[[], bool]) -> None:
    """Wait for another process."""
    async with asyncio.timeout(PATIENCE):
        while not met():  # noqa: ASYNC110  # a file of another process has no event
            await asyncio.sleep(0.05)


async def enqueue(store: SqlStore, many: int) -> set[str]:
    """So many jobs, each committed for itself."""
    made = {new_id() for _ in range(many)}
    for each in made:
        await store.write(lambda work, each=each: work.schedule.enqueue(Job(each, JobKind.NOTICE)))  # type: ignore[misc]  # bound now
    return made


async def test_two_workers_share_the_jobs_and_do_each_once(
    folder: Path, postgresql_url: str, keys: Keys, clock: FixedClock, workers: Begin
) -> None:
    for name in ("one", "two"):
        workers(name)
    await until(lambda: all(lines(folder / f"ready.{name}") for name in ("one", "two")))
    store = await open_store(postgresql_url, keys, clock)
    asked: set[str] = set()
    done: dict[str, list[str]] = {}

    def shared() -> bool:
        done.update({name: lines(folder / f"done.{name}") for name in ("one", "two")})
        return sum(map(len, done.values())) >= len(asked)

    while not done or not all(done.values()):
        asked |= await enqueue(store, 40)
        await until(shared)
    await store.close()
    assert sorted(done["one"] + done["two"]) == sorted(asked)


async def test_jobs_of_a_process_that_was_killed_are_taken_over_by_the_other(
    folder: Path, postgresql_url: str, keys: Keys, clock: FixedClock, workers: Begin
) -> None:
    store = await open_store(postgresql_url, keys, clock)
    killed = workers("two", "hangs")
    asked = await enqueue(store, 3)
    await until(lambda: set(lines(folder / "begun.two")) == asked)
    did: set[str] = set()

    async def runner(job_id: str) -> None:
        did.add(job_id)

    other = Jobs(store, {JobKind.NOTICE: runner}, replica="one")
    await other.start()
    try:
        assert await other.rescue() == (), "it lives: its jobs are its own"
        assert not did
        killed.send_signal(signal.SIGKILL)
        killed.wait()
        taken: list[str] = []
        async with asyncio.timeout(PATIENCE):  # the server notices a moment later
            while not taken:
                taken.extend(await other.rescue())
        await until(lambda: did == asked)
    finally:
        await other.stop()
        await store.close()
    assert taken == ["two"]


async def test_a_second_process_of_one_name_is_refused_before_it_takes_a_job(
    folder: Path, postgresql_url: str, keys: Keys, clock: FixedClock, workers: Begin
) -> None:
    workers("one", "hangs")
    store = await open_store(postgresql_url, keys, clock)
    asked = await enqueue(store, 2)
    await until(lambda: set(lines(folder / "begun.one")) == asked)
    did: list[str] = []

    async def runner(job_id: str) -> None:
        did.append(job_id)

    again = Jobs(store, {JobKind.NOTICE: runner}, replica="one")
    with pytest.raises(ReplicaTaken, match=r'"one".*OPENOOR_REPLICA'):
        await again.start()
    await again.stop()
    await store.close()
    assert not did


async def test_after_a_restart_of_the_server_nobody_takes_the_jobs_of_who_lives(
    postgresql_url: str, keys: Keys, clock: FixedClock, folder: Path, workers: Begin
) -> None:
    store = await open_store(postgresql_url, keys, clock)
    workers("two", "hangs")
    asked = await enqueue(store, 2)
    await until(lambda: set(lines(folder / "begun.two")) == asked)
    other = Jobs(store, {}, replica="one")
    await other.start()
    _end_connections(postgresql_url)
    try:
        assert await other.rescue() == ()
        await _is_taken(store, "one")
    finally:
        await other.stop()
        await store.close()


async def test_who_finds_the_server_away_at_one_round_holds_its_name_again_at_the_next(
    postgresql_url: str, keys: Keys, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = await open_store(postgresql_url, keys, clock)
    mine = Jobs(store, {}, replica="one")
    await mine.start()

    def away(*_: object) -> sa.Connection:
        raise sa.exc.OperationalError("", {}, ConnectionError())

    _end_connections(postgresql_url)
    try:
        with monkeypatch.context() as patch:
            patch.setattr(sa.Engine, "connect", away)
            with pytest.raises(sa.exc.OperationalError):
                await mine.rescue()
        assert await mine.rescue() == ()
        await _is_taken(store, "one")
    finally:
        await mine.stop()
        await store.close()


async def test_who_lost_its_name_to_another_process_says_so_at_every_round(
    postgresql_url: str, keys: Keys, clock: FixedClock
) -> None:
    store = await open_store(postgresql_url, keys, clock)
    mine = Jobs(store, {}, replica="one")
    await mine.start()
    _end_connections(postgresql_url)
    engine = engine_of(postgresql_url)
    try:
        with engine.connect() as other:
            other.execute(_HOLD, {"name": _number("one")})
            for _ in range(2):
                with pytest.raises(ReplicaTaken):
                    await mine.rescue()
    finally:
        engine.dispose()
        await mine.stop()
        await store.close()


def _end_connections(url: str) -> None:
    """What a restart of the server does to the locks of every process."""
    engine = engine_of(url)
    with engine.begin() as connection:
        connection.execute(
            sa.text("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'")
        )
    engine.dispose()


async def _is_taken(store: SqlStore, name: str) -> None:
    with pytest.raises(ReplicaTaken):
        await Jobs(store, {}, replica=name).start()


async def test_two_hourly_rounds_at_once_ask_everybody_once(pair: Pair) -> None:
    many, clock = 3 * AT_ONCE, pair.first.clock
    today = clock.now().date()

    def remember(work: Work) -> None:
        for number in range(many):
            work.aftercare.keep(Reach(Channel.TELEGRAM, Private(f"77{number}"), "nl"), today)

    await pair.first.store.write(remember)
    await asyncio.gather(*(house.sweep.run() for house in (pair.first, pair.second)))
    assert await _jobs(pair.first, JobKind.CHECK_IN) == many


async def test_of_two_announcements_that_two_processes_take_up_at_once_one_waits(pair: Pair) -> None:
    ids, today, loop = [new_id(), new_id()], pair.first.clock.now().date(), asyncio.get_running_loop()

    def begin(work: Work) -> None:
        for each, who in zip(ids, (VERA, DAAN), strict=True):
            work.announcements.begin(Announcement(each, who, today, AnnouncementState.WAITING))

    await pair.first.store.write(begin)
    engine, other = engine_of(pair.first.settings.database), list[asyncio.Future[bool]]()

    async def take_up() -> bool:
        return await pair.second.store.write(lambda work: work.announcements.turn(ids[1]))

    def both(work: Work) -> bool:
        """Before the first commits, the second has had its turn or waits for it."""
        is_its_turn = work.announcements.turn(ids[0])
        loop.call_soon_threadsafe(lambda: other.append(loop.create_task(take_up())))
        while not (other and other[0].done()) and not somebody_waits(engine):
            continue
        return is_its_turn

    assert await pair.first.store.write(both)
    assert not await other[0]
    engine.dispose()


async def test_two_processes_plan_one_round(pair: Pair) -> None:
    await asyncio.gather(*(each.rounds.begin() for each in (pair.first, pair.second) for _ in range(4)))
    assert await _jobs(pair.first, JobKind.ROUND) == 1


async def _jobs(house: House, kind: JobKind) -> int:
    def count(at: Transaction) -> int:
        found = sa.select(sa.func.count()).select_from(jobs).where(jobs.c.kind == kind.value)
        return int(at.run(found).scalar_one())

    return await upkeep.read(house.store, count)
