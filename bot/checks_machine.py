"""What the set-up check looks at on the machine itself: SQLite, key files, room on the disk."""

import shutil
import sqlite3
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from bot.findings import Finding, Weight
from bot.settings import Settings
from storage.engines import DatabaseUnusable, is_sqlite, sqlite_file

LEAST_ROOM: Final = 1_000_000_000
"""Bytes that ought to be free: a backup and a write-ahead log need room too."""


def on_machine(settings: Settings) -> Iterator[Finding]:
    """SQLite, keys and disk of this machine."""
    if file := _database_file(settings.database):
        yield from sqlite_fits((sys.version_info[0], sys.version_info[1]), sqlite3.sqlite_version_info)
        yield from database_is_shut(file)
    yield from folder_is_shut(settings.data_dir)
    yield from keys_are_shut(settings.keys)
    yield from has_room(shutil.disk_usage(_there(settings.data_dir)).free)


def _database_file(url: str) -> Path | None:
    """None for PostgreSQL, and for an address that is no database of ours: opening it says what is wrong."""
    try:
        return sqlite_file(url) if is_sqlite(url) else None
    except DatabaseUnusable:
        return None


def sqlite_fits(python: tuple[int, int], sqlite: tuple[int, ...]) -> Iterator[Finding]:
    """From Python 3.12 on the durable jobs write SQL that SQLite knows since 3.42."""
    version = ".".join(map(str, sqlite))
    if python >= (3, 12) and sqlite < (3, 42):
        mend = "install SQLite 3.42 or newer, or Python 3.11, or set OPENOOR_DATABASE_URL to PostgreSQL"
        yield Finding(Weight.STOP, f"SQLite {version} is too old for this Python", mend)
    else:
        yield Finding(Weight.OK, f"SQLite {version} fits")


def database_is_shut(file: Path) -> Iterator[Finding]:
    """A database that another account can copy tells how many came and when; one it can write breaks."""
    there = [path for path in (file, *file.parent.glob(f"{file.name}-*")) if path.exists()]
    loose = sorted(path.name for path in open_to_others(there))
    if loose:
        mend = f"chmod 600 {' '.join(loose)}, and ask who had an account here"
        yield Finding(Weight.STOP, "the database is open to other accounts", mend)
    elif there:
        yield Finding(Weight.OK, "the database is shut to other accounts")


def folder_is_shut(folder: Path) -> Iterator[Finding]:
    """Also when a file was last written tells something."""
    if not folder.is_dir():
        return
    if open_to_others([folder]):
        what = "other accounts can look into the data folder, and see when something was written"
        yield Finding(Weight.WARNING, what, f"chmod 700 {folder}")
    else:
        yield Finding(Weight.OK, "the data folder is shut to other accounts")


def keys_are_shut(folder: Path) -> Iterator[Finding]:
    """Key files that another account can read open what was sealed."""
    paths = (folder, *folder.rglob("*")) if folder.is_dir() else ()
    loose = open_to_others(paths)
    if loose:
        mend = "chmod -R go-rwx on the key folder, and ask who had an account here"
        yield Finding(Weight.STOP, f"{len(loose)} key files or folders are open to other accounts", mend)
    elif paths:
        yield Finding(Weight.OK, "the key files are shut to other accounts")


def open_to_others(paths: Iterable[Path]) -> list[Path]:
    """Those that another account of this machine may read, write or list."""
    return [path for path in paths if stat.S_IMODE(path.stat().st_mode) & 0o077]


def readable_secrets(settings: Settings) -> list[Path]:
    """Key files, their folder and secret files that are open to other accounts; none: safe to start."""
    keys, secrets = settings.keys, settings.data_dir / "secrets"
    key_files = (keys, *keys.rglob("*")) if keys.is_dir() else ()
    return open_to_others((*key_files, *(secrets.iterdir() if secrets.is_dir() else ())))


def has_room(free: int) -> Iterator[Finding]:
    """Whether the disk of the data has room."""
    if free < LEAST_ROOM:
        mend = "make room: when the disk is full, what people write is refused"
        yield Finding(Weight.WARNING, f"only {free // 1_000_000} MB free for the data", mend)
    else:
        yield Finding(Weight.OK, "there is room on the disk")


def _there(folder: Path) -> Path:
    return next(path for path in (folder.absolute(), *folder.absolute().parents) if path.exists())
