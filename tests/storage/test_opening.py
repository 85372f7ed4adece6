"""New keys only where nothing was written yet, on both engines."""

from pathlib import Path

import pytest

from storage.engines import DatabaseUnusable
from storage.key_files import KeyFolderError
from storage.opening import open_keys
from storage.store import SqlStore, open_store
from tests.clock import FixedClock


async def test_a_first_start_makes_keys_and_a_second_one_finds_them(
    database_url: str, folder: Path, clock: FixedClock
) -> None:
    made = open_keys(folder / "k", database_url, clock)
    await (await open_store(database_url, made, clock)).close()
    assert open_keys(folder / "k", database_url, clock).check == made.check


async def test_a_database_that_lost_its_keys_gets_no_others(
    store: SqlStore, folder: Path, clock: FixedClock
) -> None:
    with pytest.raises(KeyFolderError, match="Nothing was made"):
        open_keys(folder / "lost", store.url, clock)
    assert not (folder / "lost").exists()


def test_looking_makes_no_database(folder: Path, clock: FixedClock) -> None:
    open_keys(folder / "k", f"sqlite:///{folder / 'none.sqlite'}", clock)
    assert not (folder / "none.sqlite").exists()
    (folder / "empty.sqlite").touch()
    open_keys(folder / "other", f"sqlite:///{folder / 'empty.sqlite'}", clock)
    assert (folder / "other").exists()


def test_beside_a_file_that_is_no_database_nothing_is_made(folder: Path, clock: FixedClock) -> None:
    (folder / "odd.sqlite").write_text("no database " * 100, "utf-8")
    with pytest.raises(DatabaseUnusable, match="no database of Open Oor"):
        open_keys(folder / "k", f"sqlite:///{folder / 'odd.sqlite'}", clock)
    assert not (folder / "k").exists()
