"""What every test can ask for: a clock, keys, a database on both engines. And no sockets by accident."""

import logging
import shutil
import socket
import sys
import tempfile
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import structlog
from hypothesis import HealthCheck, settings

from storage.keys import Keys
from storage.migrate import upgrade
from storage.store import SqlStore, open_store
from tests.clock import FixedClock
from tests.postgresql import Server, missing_server, start_server

_MEMORY = Path("/dev/shm")

# How long an example takes says how busy the machine is, and nothing of the product.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


@pytest.fixture(autouse=True)
def logging_as_it_was() -> Iterator[None]:
    """A program that a test starts in this process sets up logging of its own; the next test is without."""
    root, loud = logging.getLogger(), logging.raiseExceptions
    handlers, level = list(root.handlers), root.level
    hooks = sys.excepthook, sys.unraisablehook, threading.excepthook
    yield
    if root.handlers != handlers:
        structlog.reset_defaults()
    root.handlers[:], logging.raiseExceptions = handlers, loud
    root.setLevel(level)
    sys.excepthook, sys.unraisablehook, threading.excepthook = hooks


@pytest.fixture(scope="session")
def quick_folder() -> Iterator[Path]:
    """A folder in memory where there is one: tests flush to disk as the product does, at no cost."""
    with tempfile.TemporaryDirectory(prefix="oo-", dir=_MEMORY if _MEMORY.is_dir() else None) as folder:
        yield Path(folder)


@pytest.fixture
def folder(quick_folder: Path) -> Iterator[Path]:
    """A folder of this test alone, in memory where possible."""
    with tempfile.TemporaryDirectory(dir=quick_folder) as name:
        yield Path(name)


@pytest.fixture
def clock() -> FixedClock:
    """A Monday morning in November."""
    return FixedClock()


@pytest.fixture
def keys(folder: Path, clock: FixedClock) -> Keys:
    """A fresh key folder."""
    return Keys.open(folder / "keys", clock)


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[Server]:
    """A PostgreSQL server for this run, with a template database in the shape of today."""
    server = start_server()
    if server is None:
        pytest.fail(missing_server(), pytrace=False)
    try:
        upgrade(server.make("template"))
        yield server
    finally:
        server.stop()


@pytest.fixture(scope="session")
def sqlite_template(quick_folder: Path) -> Path:
    """An empty SQLite database in the shape of today."""
    file = quick_folder / "template.sqlite"
    upgrade(f"sqlite:///{file}")
    return file


@pytest.fixture
def sqlite_url(sqlite_template: Path, folder: Path) -> str:
    """The address of an SQLite database of this test alone."""
    shutil.copy(sqlite_template, folder / "openoor.sqlite")
    return f"sqlite:///{folder / 'openoor.sqlite'}"


@pytest.fixture
def postgresql_url(postgresql_server: Server) -> Iterator[str]:
    """The address of a PostgreSQL database of this test alone."""
    url = postgresql_server.make(copy_of="template")
    yield url
    postgresql_server.drop(url)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def database_url(request: pytest.FixtureRequest) -> str:
    """The address of a database of this test alone; the test runs once on each engine."""
    url = request.getfixturevalue(f"{request.param}_url")
    assert isinstance(url, str)
    return url


@pytest.fixture
async def store(database_url: str, keys: Keys, clock: FixedClock) -> AsyncIterator[SqlStore]:
    """An empty store; the test runs once on each engine."""
    opened = await open_store(database_url, keys, clock)
    yield opened
    await opened.close()


@pytest.fixture
async def sqlite_store(sqlite_url: str, keys: Keys, clock: FixedClock) -> AsyncIterator[SqlStore]:
    """An empty store on SQLite alone, for tests that are not about storage."""
    opened = await open_store(sqlite_url, keys, clock)
    yield opened
    await opened.close()


@pytest.fixture(autouse=True)
def _no_sockets(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    allowed = any(request.node.get_closest_marker(name) for name in ("sockets", "browser"))
    loopback = ("127.0.0.1", "::1", "localhost")

    def guarded(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(self: socket.socket, address: Any, *more: Any) -> Any:
            local = self.family == socket.AF_UNIX or (allowed and address[0] in loopback)
            if not local:
                raise AssertionError("a test opened a socket; mark it `sockets` and stay on loopback")
            return real(self, address, *more)

        return call

    for name in ("connect", "connect_ex", "bind"):
        monkeypatch.setattr(socket.socket, name, guarded(getattr(socket.socket, name)))
