"""The set-up check looks at the machine: SQLite, key files, disk."""

from pathlib import Path

import pytest

from bot.checks_machine import (
    LEAST_ROOM,
    database_is_shut,
    folder_is_shut,
    has_room,
    keys_are_shut,
    on_machine,
    sqlite_fits,
)
from bot.findings import Weight
from bot.settings import Settings


@pytest.mark.parametrize(
    ("python", "sqlite", "weight"),
    [
        ((3, 11), (3, 40, 1), Weight.OK),
        ((3, 12), (3, 41, 2), Weight.STOP),
        ((3, 12), (3, 42, 0), Weight.OK),
        ((3, 13), (3, 40, 1), Weight.STOP),
    ],
)
def test_an_sqlite_that_the_jobs_cannot_use_is_a_stop(
    python: tuple[int, int], sqlite: tuple[int, ...], weight: Weight
) -> None:
    (finding,) = sqlite_fits(python, sqlite)
    assert finding.weight is weight
    assert (weight is Weight.STOP) == bool(finding.mend)


def test_key_files_that_others_can_read_are_a_stop(tmp_path: Path) -> None:
    keys = tmp_path / "keys"
    assert list(keys_are_shut(keys)) == []
    keys.mkdir(mode=0o700)
    (keys / "relay.key").touch(mode=0o600)
    (shut,) = keys_are_shut(keys)
    assert shut.weight is Weight.OK
    (keys / "relay.key").chmod(0o640)
    (loose,) = keys_are_shut(keys)
    assert (loose.weight, loose.what.startswith("1 key files")) == (Weight.STOP, True)


@pytest.mark.parametrize("name", ["openoor.sqlite", "openoor.sqlite-wal"])
def test_a_database_that_others_can_read_is_a_stop(tmp_path: Path, name: str) -> None:
    file = tmp_path / "openoor.sqlite"
    assert list(database_is_shut(file)) == []
    for each in (file, tmp_path / "openoor.sqlite-wal"):
        each.touch(mode=0o600)
    assert [found.weight for found in database_is_shut(file)] == [Weight.OK]
    (tmp_path / name).chmod(0o644)
    (loose,) = database_is_shut(file)
    assert (loose.weight, loose.mend.partition(",")[0]) == (Weight.STOP, f"chmod 600 {name}")


def test_a_data_folder_that_others_can_look_into_is_a_warning(tmp_path: Path) -> None:
    assert list(folder_is_shut(tmp_path / "not yet")) == []
    for mode, weight in ((0o700, Weight.OK), (0o755, Weight.WARNING), (0o710, Weight.WARNING)):
        tmp_path.chmod(mode)
        (found,) = folder_is_shut(tmp_path)
        assert (found.weight, bool(found.mend)) == (weight, weight is Weight.WARNING)


def test_a_disk_that_is_nearly_full_is_a_warning() -> None:
    assert [finding.weight for finding in has_room(LEAST_ROOM - 1)] == [Weight.WARNING]
    assert [finding.weight for finding in has_room(LEAST_ROOM)] == [Weight.OK]


def test_everything_is_looked_at_before_there_is_any_data(tmp_path: Path) -> None:
    found = list(on_machine(Settings(data_dir=tmp_path / "not" / "yet")))
    assert len(found) == 2
    other = Settings(data_dir=tmp_path, database_url="postgresql://x/y")
    assert not any("SQLite" in finding.what for finding in on_machine(other))


@pytest.mark.parametrize("address", ["nonsense", "sqlite:nothing", "sqlite:///:memory:"])
def test_an_address_that_is_no_database_is_left_to_who_opens_it(tmp_path: Path, address: str) -> None:
    found = list(on_machine(Settings(data_dir=tmp_path / "not yet", database_url=address)))
    assert [each.what for each in found] == ["there is room on the disk"]
