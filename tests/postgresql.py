"""A PostgreSQL server for a test run: Debian's programs, a socket in a temporary folder, no network."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import psycopg
from psycopg import sql

_DEBIAN = Path("/usr/lib/postgresql")
_MEMORY = Path("/dev/shm")
_QUICK = (
    "-c listen_addresses='' -c fsync=off -c full_page_writes=off "
    "-c shared_buffers=32MB -c max_connections=60 -c wal_level=minimal -c max_wal_senders=0"
)


def missing_server() -> str:
    """What to install when there are no binaries."""
    return "Tests need PostgreSQL's server programs. Install the Debian package postgresql (apt-get install)."


@dataclass(slots=True)
class Server:
    """A running server; every test gets a database of its own."""

    programs: Path
    folder: Path
    _names: "count[int]" = field(default_factory=count)

    def make(self, name: str | None = None, *, copy_of: str = "template1") -> str:
        """The address of a new database, copied from another one that nobody is connected to."""
        made = name or f"t{next(self._names)}"
        statement = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
        self._run(statement.format(sql.Identifier(made), sql.Identifier(copy_of)))
        return f"postgresql://openoor@/{made}?host={self.folder}"

    def drop(self, url: str) -> None:
        """Remove a database that `make` gave."""
        name = url.partition("@/")[2].partition("?")[0]
        self._run(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))

    def stop(self) -> None:
        """End the server and remove everything of it."""
        _as_postgres([self.programs / "pg_ctl", "stop", "-m", "immediate", "-D", self.folder / "data"])
        shutil.rmtree(self.folder)

    def _run(self, statement: sql.Composed) -> None:
        address = f"host={self.folder} user=openoor dbname=postgres"
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(statement)


def start_server() -> Server | None:
    """A server that is ready, or None when this machine has no server programs."""
    programs = _programs()
    if programs is None:
        return None
    folder = Path(tempfile.mkdtemp(prefix="oo-pg-", dir=_MEMORY if _MEMORY.is_dir() else None))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
    data = folder / "data"
    initdb = ["-U", "openoor", "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C.UTF-8"]
    _as_postgres([programs / "initdb", "-D", data, *initdb])
    options = f"-k {folder} {_QUICK}"
    _as_postgres([programs / "pg_ctl", "start", "-w", "-D", data, "-l", folder / "log", "-o", options])
    return Server(programs, folder)


def _programs() -> Path | None:
    installed = sorted(_DEBIAN.glob("*/bin/initdb"), key=lambda p: int(p.parent.parent.name))
    if installed:
        return installed[-1].parent
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None


def _as_postgres(command: Sequence[str | Path]) -> None:
    # The server refuses to run as root.
    owner = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.geteuid() == 0 else {}
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/", **owner)  # type: ignore[call-overload]  # keywords of Popen, all three known to it
