"""Transactions: all or nothing, nothing suspended inside, one writer that waits with patience."""

import asyncio
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Coroutine
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg
import pytest
import sqlalchemy as sa

from dialogues.private import Private
from handlers.domain.errors import Locked, OpenOorError, StorageError
from handlers.ports import Channel, Reach, Work
from handlers.resume import Cookies, resume
from storage import postgresql_store, sqlite_store
from storage.attempt import AwaitableRefused
from storage.engines import DatabaseUnusable, is_sqlite, sqlite_engine
from storage.keys import Keys
from storage.store import SqlStore, open_store
from storage.upkeep import read, write
from storage.work import SqlWork
from tests.clock import FixedClock
from tests.storage.people import begin, browser, telegram


async def chats(store: SqlStore) -> int:
    """How many conversations there are."""
    return await read(store, lambda at: at.run(sa.text("SELECT count(*) FROM conversations")).scalar_one())


_LOOK = """
import sqlite3, sys
with sqlite3.connect(sys.argv[1]) as looks:
    looks.execute("SELECT name FROM sqlite_master").fetchall()
    looks.execute("CREATE TABLE seen (by)")
looks.close()
"""
"""Another program, such as `openoor doctor` or `openoor staff invite` beside one that runs."""


async def test_another_program_that_comes_and_goes_takes_nothing_of_what_is_written_after_it(
    sqlite_url: str, keys: Keys, clock: FixedClock
) -> None:
    # Opening and closing a database file beside SQLite gives up all locks of this program on it (POSIX).
    # The next other one then takes itself for the last, and removes the log in which this one still writes.
    store = await open_store(sqlite_url, keys, clock)
    try:
        sqlite_engine(sqlite_url).dispose()  # as the durable jobs make one of their own
        file = sa.make_url(sqlite_url).database or ""
        await asyncio.to_thread(subprocess.run, [sys.executable, "-c", _LOOK, file], check=True)
        await store.write(lambda work: begin(work, telegram(keys), clock))
        with closing(sqlite3.connect(file)) as other:
            assert other.execute("SELECT count(*) FROM conversations").fetchone() == (1,)
    finally:
        await store.close()


async def test_a_job_that_fails_leaves_nothing(store: SqlStore, keys: Keys, clock: FixedClock) -> None:
    class Refused(OpenOorError):
        """A rule of the domain said no."""

    def job(work: Work) -> None:
        begin(work, telegram(keys), clock)
        raise Refused

    with pytest.raises(Refused):
        await store.write(job)
    assert await chats(store) == 0
    assert await store.write(lambda work: begin(work, telegram(keys), clock).version) == 1


async def test_a_job_of_read_cannot_write(store: SqlStore, keys: Keys, clock: FixedClock) -> None:
    with pytest.raises(StorageError):
        await store.read(lambda work: begin(work, telegram(keys), clock))
    assert await chats(store) == 0


async def test_nothing_can_be_suspended_in_a_transaction(
    store: SqlStore, keys: Keys, clock: FixedClock
) -> None:
    async def job(work: Work) -> None:
        begin(work, telegram(keys), clock)

    def waits_for_a_future(work: Work) -> asyncio.Future[None]:
        begin(work, telegram(keys), clock)
        return asyncio.Future(loop=loop)

    loop = asyncio.get_running_loop()
    jobs: list[Any] = [job, waits_for_a_future]
    for each in jobs:
        for way in (store.write, store.read):
            with pytest.raises((AwaitableRefused, StorageError)):
                await way(each)
    assert await chats(store) == 0


def test_a_sqlite_write_never_gives_the_loop_away(sqlite_url: str, keys: Keys, clock: FixedClock) -> None:
    def driven(coroutine: Coroutine[Any, Any, Any]) -> Any:
        # Without a loop: the first suspension would end the coroutine here, transaction open or not.
        with pytest.raises(StopIteration) as ended:
            coroutine.send(None)
        return ended.value.value

    store: SqlStore = driven(open_store(sqlite_url, keys, clock))
    chat = driven(store.write(lambda work: begin(work, telegram(keys), clock)))
    assert driven(store.read(lambda work: work.conversations.find(telegram(keys)))) == chat
    asyncio.run(store.close())


async def test_a_database_that_is_locked_for_a_moment_is_waited_for_in_a_thread(
    sqlite_store: SqlStore, sqlite_url: str, keys: Keys, clock: FixedClock
) -> None:
    with closing(sqlite3.connect(sqlite_url.removeprefix("sqlite:///"))) as other:
        other.isolation_level = None
        other.execute("BEGIN IMMEDIATE")
        ran_in: list[threading.Thread] = []

        def job(work: Work) -> None:
            ran_in.append(threading.current_thread())
            begin(work, telegram(keys), clock)

        writing = asyncio.ensure_future(sqlite_store.write(job))
        # The loop goes on: reads work, and other writes queue up behind.
        for _ in range(3):
            await asyncio.sleep(0)
        assert await chats(sqlite_store) == 0
        behind = asyncio.ensure_future(sqlite_store.write(lambda work: begin(work, browser(keys), clock)))
        await asyncio.sleep(0)
        assert ran_in == []
        other.execute("ROLLBACK")
        await asyncio.gather(writing, behind)
    assert ran_in != [threading.main_thread()]
    assert await chats(sqlite_store) == 2


async def test_a_database_that_stays_locked_is_told(
    sqlite_store: SqlStore,
    sqlite_url: str,
    keys: Keys,
    clock: FixedClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sqlite_store_module(), "PATIENCE_IN_THREAD", 20)
    with closing(sqlite3.connect(sqlite_url.removeprefix("sqlite:///"))) as other:
        other.isolation_level = None
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Locked):
            await sqlite_store.write(lambda work: begin(work, telegram(keys), clock))
        writer = getattr(sqlite_store, "_writer_lock")  # noqa: B009  # not part of the Protocol
        with writer, pytest.raises(Locked):
            await sqlite_store.write(lambda work: begin(work, telegram(keys), clock))
    await sqlite_store.write(lambda work: begin(work, telegram(keys), clock))


def sqlite_store_module() -> Any:
    """The module, not the fixture of the same name."""
    return sqlite_store_of


sqlite_store_of = sqlite_store


@pytest.mark.postgresql
async def test_a_deadlock_on_postgresql_is_tried_again_and_then_told(
    postgresql_url: str, keys: Keys, clock: FixedClock
) -> None:
    store = await open_store(postgresql_url, keys, clock)
    tries = []

    def job(work: Work) -> None:
        tries.append(work)
        assert isinstance(work, SqlWork)
        work.transaction.run(sa.text("SET LOCAL lock_timeout = '5ms'"))
        work.transaction.run(sa.text("LOCK TABLE conversations"))

    with psycopg.connect(postgresql_url) as other:
        other.execute("LOCK TABLE conversations")
        with pytest.raises(Locked):
            await store.write(job)
    assert len(tries) == 3
    await store.write(job)
    await store.close()


@pytest.mark.postgresql
async def test_on_postgresql_one_peer_is_served_by_one_transaction_at_a_time(
    postgresql_url: str, keys: Keys, clock: FixedClock
) -> None:
    store = await open_store(postgresql_url, keys, clock)
    inside, most, lock = [0], [0], threading.Lock()

    def job(work: Work) -> None:
        work.conversations.find(telegram(keys))
        with lock:
            inside[0] += 1
            most[0] = max(most[0], inside[0])
        assert isinstance(work, SqlWork)
        work.transaction.run(sa.text("SELECT pg_sleep(0.005)"))
        work.conversations.find(telegram(keys))
        with lock:
            inside[0] -= 1

    await asyncio.gather(*(store.write(job) for _ in range(6)))
    assert most[0] == 1
    await store.close()


async def test_another_key_folder_is_refused(
    database_url: str, keys: Keys, folder: Path, clock: FixedClock
) -> None:
    store = await open_store(database_url, keys, clock)
    await store.close()
    other = Keys.open(folder / "other keys", clock)
    with pytest.raises(DatabaseUnusable, match="belongs to another database"):
        await open_store(database_url, other, clock)
    again = await open_store(database_url, Keys.open(folder / "keys", clock), clock)
    await again.close()


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("mysql://here/there", "either a file"),
        ("sqlite://", "must be a file"),
        ("sqlite:////proc/openoor.sqlite", "cannot be written"),
        ("postgresql://nobody@/nothing?host=/nowhere", "cannot be used"),
    ],
)
async def test_an_unusable_database_is_told_in_a_sentence(
    keys: Keys, clock: FixedClock, url: str, sentence: str
) -> None:
    with pytest.raises(DatabaseUnusable, match=sentence):
        await open_store(url, keys, clock)


async def test_a_file_that_is_no_database_is_told(keys: Keys, clock: FixedClock, folder: Path) -> None:
    file = folder / "notes.sqlite"
    file.write_text("Truus Zandloper " * 100)
    with pytest.raises(StorageError, match="Put back a backup: openoor restore") as told:
        await open_store(f"sqlite:///{file}", keys, clock)
    assert "Truus" not in str(told.value)


async def test_a_database_that_another_program_holds_is_told_with_what_to_do(
    keys: Keys, clock: FixedClock, folder: Path
) -> None:
    file = folder / "held.sqlite"
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("CREATE TABLE held (x)")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(
            DatabaseUnusable,
            match=r"^The database cannot be used\. Another program holds it: .* Close that one",
        ):
            await open_store(f"sqlite:///{file}", keys, clock)


async def test_what_the_database_refuses_shows_no_values(
    store: SqlStore, keys: Keys, clock: FixedClock
) -> None:
    def twice(work: Work) -> None:
        assert isinstance(work, SqlWork)
        add = sa.text("INSERT INTO settings (name, value) VALUES (:name, :value)")
        for _ in range(2):
            work.transaction.run(add, {"name": "x", "value": b"Truus Zandloper"})

    with pytest.raises(StorageError) as told:
        await store.write(twice)
    shown = f"{told.value!r} {told.value.__cause__!s}"
    assert "Truus" not in shown


async def test_the_file_is_its_owners_alone_and_flushed_to_disk(sqlite_url: str) -> None:
    engine = sqlite_engine(sqlite_url)
    with engine.connect() as connection:

        def pragma(name: str) -> Any:
            return connection.exec_driver_sql(f"PRAGMA {name}").scalar()

        assert pragma("journal_mode") == "wal"
        assert pragma("synchronous") == 2  # FULL
        assert pragma("secure_delete") == 1
        assert pragma("foreign_keys") == 1
    engine.dispose()
    fresh = Path(sqlite_url.removeprefix("sqlite:///")).with_name("fresh.sqlite")
    sqlite_engine(f"sqlite:///{fresh}").dispose()
    assert fresh.stat().st_mode & 0o077 == 0


def log_of(store: SqlStore) -> Path:
    """The write-ahead log of this store."""
    return Path(store.url.removeprefix("sqlite:///") + "-wal")


async def test_guessed_codes_clear_no_log_and_a_wipe_does(
    sqlite_store: SqlStore, keys: Keys, clock: FixedClock
) -> None:
    log = log_of(sqlite_store)
    chat = await sqlite_store.write(lambda work: begin(work, telegram(keys), clock))
    reach = Reach(Channel.TELEGRAM, Private("7130088001"), "nl")
    await sqlite_store.write(lambda work: work.reaches.set_employee(chat.id, reach))
    await sqlite_store.settle()
    before = log.stat().st_size
    assert before > 0
    for n in range(5):
        cookie, code = Private(f"a-browser-{n}"), Private(f"a guessed code {n}")
        assert not await resume(sqlite_store, keys, clock, Cookies(cookie), code)
        peer = keys.peer(Channel.WEB, Private(f"another-browser-{n}"))
        await sqlite_store.write(lambda work, peer=peer: work.conversations.detach(peer))  # type: ignore[misc]  # mypy cannot infer lambdas with defaults
    await sqlite_store.settle()
    assert log.stat().st_size >= before
    await sqlite_store.write(lambda work: work.reaches.set_employee(chat.id, None))
    await sqlite_store.settle()
    assert log.stat().st_size == 0
    await sqlite_store.write(lambda work: work.conversations.forget(chat.id))
    await sqlite_store.settle()
    assert log.stat().st_size == 0


async def test_many_wipes_at_once_share_a_clearing_and_none_is_forgotten(
    sqlite_store: SqlStore, keys: Keys, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    chats = [
        await sqlite_store.write(lambda work, n=n: begin(work, telegram(keys, str(n)), clock))  # type: ignore[misc]  # as above
        for n in range(40)
    ]
    opened, module = [0], sqlite_store_module()

    def counted(*args: Any, **kept: Any) -> sa.Engine:
        opened[0] += 1
        return sqlite_engine(*args, **kept)

    monkeypatch.setattr(module, "sqlite_engine", counted)
    assert isinstance(sqlite_store, module.SqliteStore)
    held = threading.Event()
    sqlite_store._tidier.submit(held.wait)  # the tidier has its hands full
    for chat in chats:
        await sqlite_store.write(lambda work, chat=chat: work.conversations.forget(chat.id))
    held.set()
    await sqlite_store.settle()
    assert opened[0] == 1
    assert log_of(sqlite_store).stat().st_size == 0


async def test_the_log_is_copied_now_and_then_without_holding_up_a_turn(
    sqlite_store: SqlStore, keys: Keys, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite_store_module(), "_TIDY_EVERY", 2)
    chat = await sqlite_store.write(lambda work: begin(work, telegram(keys), clock))
    for n in range(6):
        found = await sqlite_store.read(lambda work: work.conversations.find(telegram(keys)))
        assert found is not None
        assert found.version == chat.version + n

        def save(work: Work, found: Any = found) -> None:
            work.conversations.save(
                found, telegram(keys), running=Private("x"), delivery=None, idle_until=None
            )

        await sqlite_store.write(save)
    assert postgresql_store.THREADS == 8
    await write(sqlite_store, lambda at: None)


async def test_what_need_not_be_on_the_disk_at_once_is_there_for_every_reader_and_the_next_write_is_flushed(
    store: SqlStore,
) -> None:
    add = sa.text("INSERT INTO settings (name, value) VALUES (:name, :value)")

    def setting(name: str) -> Callable[[Work], str | None]:
        def job(work: Work) -> str | None:
            assert isinstance(work, SqlWork)
            work.transaction.run(add, {"name": name, "value": b"x"})
            asks = "PRAGMA synchronous" if is_sqlite(store.url) else "SHOW synchronous_commit"
            return str(work.transaction.run(sa.text(asks)).scalar())

        return job

    at_once, later = ("2", "1") if is_sqlite(store.url) else ("on", "off")
    assert await store.write(setting("a")) == at_once
    assert await store.write(setting("b"), flushed=False) == later
    assert await store.write(setting("c")) == at_once

    def names(work: Work) -> set[str]:
        assert isinstance(work, SqlWork)
        return set(work.transaction.run(sa.text("SELECT name FROM settings")).scalars())

    assert {"a", "b", "c"} <= await store.read(names)
    with pytest.raises(StorageError):
        await store.write(setting("a"), flushed=False)
    assert await store.write(setting("d")) == at_once, "also after a write that failed"
