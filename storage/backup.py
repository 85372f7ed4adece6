"""Back up and restore, data and keys apart (KEYS.md).

Whoever finds a data backup can open nothing with it. Whoever finds a key backup has no data. Both
together are as good as the running system was on that day, so they belong in different hands.
"""

import json
import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from itertools import chain, count
from pathlib import Path
from typing import Final

import sqlalchemy as sa

from handlers.domain.errors import StorageError
from storage.engines import engine_of, is_sqlite, plain_url, sqlite_file
from storage.keys import KEK_DAYS
from storage.tables import challenges, links, sessions

DATA, KEYS = "openoor-data", "openoor-keys"
MANIFEST: Final = "backup.json"
_SQLITE, _DUMP = "openoor.sqlite", "openoor.dump"

KEY_NOTE: Final = f"""These are the key files of Open Oor, without any data.
Keep them in other hands than the data backups.
Destroy this folder within {KEK_DAYS} days: what is wiped must become unreadable in backups too.
"""


class BackupError(StorageError):
    """The backup or restore was refused, or a tool for it is missing. Nothing was changed."""


@dataclass(frozen=True, slots=True)
class Made:
    """Where the two halves of a backup stand."""

    data: Path
    keys: Path


def back_up(url: str, keys: Path, *, data_to: Path, keys_to: Path, today: date) -> Made:
    """Copy the database into `data_to` and the key files into `keys_to`, each into a folder of today.

    A second one of a day has a number. Safe while the program runs. Raises BackupError when the two
    folders are the same or one in the other, when pg_dump is missing, or another backup takes the same place.
    """
    if _together(data_to, keys_to):
        raise BackupError("data and keys must go to different places: together they open everything")
    made = _free(data_to, keys_to, today)
    try:
        for folder in (made.data, made.keys):
            folder.mkdir(mode=0o700, parents=True)
        _copy_data(url, made.data)
        for path in sorted(keys.glob("*.key")):
            _copy_file(path, made.keys / path.name)
        (made.keys / "READ-ME.txt").write_text(KEY_NOTE, "utf-8")
        for folder in (made.data, made.keys):
            _note(folder, today)  # last: a half that was cut off is no backup
    except FileExistsError:  # somebody else's folder: it stays
        raise BackupError("another backup is being made at this moment; try again when it is done") from None
    except BaseException as error:
        for folder in (made.data, made.keys):
            shutil.rmtree(folder, ignore_errors=True)  # half a backup is worse than none
        if isinstance(error, sqlite3.DatabaseError):
            raise BackupError("the database cannot be read; nothing was copied: see openoor doctor") from None
        raise
    return made


def _free(data_to: Path, keys_to: Path, today: date) -> Made:
    """Two folders that are not there yet, with the same day and number in their names."""
    names = chain((f"{today}",), (f"{today}-{number}" for number in count(2)))
    found = (Made(data_to / f"{DATA}-{name}", keys_to / f"{KEYS}-{name}") for name in names)
    return next(made for made in found if not made.data.exists() and not made.keys.exists())


def _copy_data(url: str, folder: Path) -> None:
    if is_sqlite(url):
        _copy_sqlite(sqlite_file(url), folder / _SQLITE)
        return
    _run("pg_dump", url, "--format=custom", f"--file={folder / _DUMP}")
    (folder / _DUMP).chmod(0o600)


def restore(url: str, keys: Path, *, data_from: Path, keys_from: Path | None, today: date) -> None:
    """Put a data backup in the place of an empty or missing database, and its keys if they are gone.

    Raises BackupError when the data are older than the term of the key-encryption keys: nobody could
    open them, and what was wiped since would come back as rows. Existing data are never overwritten.
    Everybody is logged out; what ended since the backup ends again at the next start (storage/endings.py).
    """
    made_on = _made_on(data_from)
    if (today - made_on).days > KEK_DAYS:
        raise BackupError(
            f"this backup is of {made_on}; after {KEK_DAYS} days its keys have ended and nothing opens. "
            "Start with an empty database and publish the roster again."
        )
    has_keys = keys.exists() and any(keys.glob("*.key"))
    if not has_keys and keys_from is None:
        raise BackupError("the key folder is empty: name the key backup too (--keys-from)")
    if not has_keys and keys_from is not None:
        _made_on(keys_from)
        if not any(keys_from.glob("*.key")):
            raise BackupError(f"{keys_from.name} holds no keys: name a folder {KEYS}-… of the same day")
    if is_sqlite(url):
        _restore_sqlite(data_from / _SQLITE, sqlite_file(url))
    else:
        _restore_postgresql(data_from / _DUMP, url)
    if not has_keys and keys_from is not None:
        keys.mkdir(mode=0o700, parents=True, exist_ok=True)
        for path in sorted(keys_from.glob("*.key")):
            _copy_file(path, keys / path.name)
    _log_out(url)


def _log_out(url: str) -> None:
    """A link that was spent since, and a browser that was logged out, would open a desk again."""
    engine = engine_of(url)
    try:
        with engine.begin() as connection:
            there = sa.inspect(connection).get_table_names()
            for table in (sessions, links, challenges):
                if table.name in there:
                    connection.execute(sa.delete(table))
    finally:
        engine.dispose()


def _together(one: Path, other: Path) -> bool:
    first, second = one.resolve(), other.resolve()
    return first == second or first in second.parents or second in first.parents


def _note(folder: Path, today: date) -> None:
    (folder / MANIFEST).write_text(json.dumps({"made_on": today.isoformat(), "format": 1}), "utf-8")


def _made_on(folder: Path) -> date:
    try:
        return date.fromisoformat(json.loads((folder / MANIFEST).read_text("utf-8"))["made_on"])
    except (OSError, ValueError, KeyError, TypeError):
        raise BackupError(
            f"{folder.name} is no backup of Open Oor: {MANIFEST} is missing or broken"
        ) from None


def _copy_sqlite(source: Path, target: Path) -> None:
    if not source.exists():
        raise BackupError("there is no database yet")
    os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    with (
        closing(sqlite3.connect(f"file:{source}?mode=ro", uri=True)) as live,
        closing(sqlite3.connect(target)) as copy,
    ):
        live.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE").close()


def _restore_sqlite(source: Path, target: Path) -> None:
    if not source.exists():
        raise BackupError(f"{source.name} is missing in the backup")
    if target.exists():
        raise BackupError(f"{target.name} is there already: move it away first, a restore overwrites nothing")
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    _copy_file(source, target)


def _restore_postgresql(source: Path, url: str) -> None:
    if not source.exists():
        raise BackupError(f"{source.name} is missing in the backup")
    engine = sa.create_engine(sa.make_url(url).set(drivername="postgresql+psycopg"))
    try:
        if sa.inspect(engine).get_table_names():
            raise BackupError("the database is not empty: a restore overwrites nothing")
    finally:
        engine.dispose()
    _run("pg_restore", url, "--no-owner", "--exit-on-error", str(source))


def _run(program: str, url: str, *arguments: str) -> None:
    """Run one of PostgreSQL's tools on this database; what it prints may hold rows: only its ending is told.

    A password goes by the environment, which is this account's own; arguments are seen by every account.
    """
    path = shutil.which(program)
    if path is None:
        raise BackupError(f"{program} is missing; it comes with PostgreSQL's client programs")
    address = sa.make_url(plain_url(url))
    secret = {"PGPASSWORD": str(address.password)} if address.password else {}
    database = address._replace(password=None).render_as_string()
    done = subprocess.run(  # noqa: S603  # PostgreSQL's own program, with the operator's own settings
        [path, "--dbname", database, *arguments], capture_output=True, check=False, env=os.environ | secret
    )
    if done.returncode:
        raise BackupError(f"{program} ended with status {done.returncode}; is the database reachable?")


def _copy_file(source: Path, target: Path) -> None:
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as copy, source.open("rb") as original:
        shutil.copyfileobj(original, copy)
        copy.flush()
        os.fsync(copy.fileno())
