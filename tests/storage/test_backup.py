"""Backups: data and keys apart, restored only where something in them can still be opened."""

import os
import shutil
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from dialogues.private import Private
from handlers.domain.ids import StaffId
from handlers.ports import Channel, Role, Staff, Work
from storage import backup
from storage.backup import BackupError, back_up, restore
from storage.keys import KEK_DAYS, Keys
from storage.store import SqlStore, open_store
from tests.clock import FixedClock

HR = Staff(StaffId("7" * 32), Role.HR, None)


async def filled(store: SqlStore) -> None:
    """One login and one running chat with words in it."""
    peer = store.keys.peer(Channel.REST, Private("a-token-nobody-can-guess-0123456789"))

    def job(work: Work) -> None:
        work.desk.add_staff(HR)
        until = store.clock.now() + timedelta(hours=40)
        chat = work.conversations.begin(peer, until)
        work.conversations.save(chat, peer, running=Private("roodborstje"), delivery=None, idle_until=until)

    await store.write(job)


async def words(store: SqlStore) -> Private | None:
    """The words of that chat."""
    peer = store.keys.peer(Channel.REST, Private("a-token-nobody-can-guess-0123456789"))
    chat = await store.read(lambda work: work.conversations.find(peer))
    return chat.running if chat else None


def today(clock: FixedClock) -> date:
    return clock.now().date()


async def test_what_was_backed_up_opens_after_a_restore_on_an_empty_machine(
    store: SqlStore, folder: Path, clock: FixedClock, request: pytest.FixtureRequest
) -> None:
    await filled(store)
    made = back_up(store.url, folder / "keys", data_to=folder / "a", keys_to=folder / "b", today=today(clock))
    url = f"sqlite:///{folder / 'new' / 'openoor.sqlite'}"
    if not store.url.startswith("sqlite"):
        url = request.getfixturevalue("postgresql_server").make()
    restore(url, folder / "new-keys", data_from=made.data, keys_from=made.keys, today=today(clock))
    again = await open_store(url, Keys.open(folder / "new-keys", clock), clock)
    try:
        assert await words(again) == Private("roodborstje")
        assert await again.read(lambda work: work.desk.staff(HR.id)) == HR
    finally:
        await again.close()


async def test_the_data_half_holds_no_key_and_the_key_half_no_data(
    sqlite_store: SqlStore, folder: Path, clock: FixedClock
) -> None:
    await filled(sqlite_store)
    made = back_up(
        sqlite_store.url, folder / "keys", data_to=folder / "a", keys_to=folder / "b", today=today(clock)
    )
    data = b"".join(path.read_bytes() for path in made.data.rglob("*") if path.is_file())
    for key in (folder / "keys").glob("*.key"):
        assert key.read_bytes() not in data
    assert b"roodborstje" not in data
    assert {path.suffix for path in made.keys.iterdir()} == {".key", ".json", ".txt"}
    assert (made.keys.stat().st_mode & 0o077, made.data.stat().st_mode & 0o077) == (0, 0)


async def test_data_and_keys_never_go_to_one_place(
    sqlite_store: SqlStore, folder: Path, clock: FixedClock
) -> None:
    for keys_to in (folder / "a", folder / "a" / "keys", folder):
        with pytest.raises(BackupError, match="different places"):
            back_up(
                sqlite_store.url, folder / "keys", data_to=folder / "a", keys_to=keys_to, today=today(clock)
            )
    assert not (folder / "a").exists()


async def test_a_backup_older_than_the_keys_is_refused_with_a_sentence(
    sqlite_store: SqlStore, folder: Path, clock: FixedClock
) -> None:
    made = back_up(
        sqlite_store.url, folder / "keys", data_to=folder / "a", keys_to=folder / "b", today=today(clock)
    )
    late = today(clock) + timedelta(days=KEK_DAYS + 1)
    target = folder / "new.sqlite"
    with pytest.raises(BackupError, match="its keys have ended"):
        restore(f"sqlite:///{target}", folder / "keys", data_from=made.data, keys_from=None, today=late)
    assert not target.exists()


async def test_a_restore_overwrites_nothing(sqlite_store: SqlStore, folder: Path, clock: FixedClock) -> None:
    made = back_up(
        sqlite_store.url, folder / "keys", data_to=folder / "a", keys_to=folder / "b", today=today(clock)
    )
    with pytest.raises(BackupError, match="there already"):
        restore(sqlite_store.url, folder / "keys", data_from=made.data, keys_from=None, today=today(clock))


async def test_a_second_backup_of_a_day_stands_beside_the_first_and_both_halves_have_its_number(
    sqlite_store: SqlStore, folder: Path, clock: FixedClock
) -> None:
    def again() -> tuple[str, str]:
        made = back_up(
            sqlite_store.url, folder / "keys", data_to=folder / "a", keys_to=folder / "b", today=today(clock)
        )
        assert (made.data / "openoor.sqlite").exists()
        return made.data.name, made.keys.name

    day = today(clock)
    assert again() == (f"openoor-data-{day}", f"openoor-keys-{day}")
    assert again() == (f"openoor-data-{day}-2", f"openoor-keys-{day}-2")
    shutil.rmtree(folder / "a" / f"openoor-data-{day}-2")  # somebody carried one half away
    assert again() == (f"openoor-data-{day}-3", f"openoor-keys-{day}-3")
    restore(
        f"sqlite:///{folder / 'new.sqlite'}",
        folder / "keys",
        data_from=folder / "a" / f"openoor-data-{day}-3",
        keys_from=None,
        today=day,
    )


async def test_postgresql_is_not_overwritten_either(store: SqlStore, folder: Path, clock: FixedClock) -> None:
    made = back_up(store.url, folder / "keys", data_to=folder / "a", keys_to=folder / "b", today=today(clock))
    with pytest.raises(BackupError, match="overwrites nothing"):
        restore(store.url, folder / "keys", data_from=made.data, keys_from=None, today=today(clock))


async def test_without_keys_nothing_is_restored(
    sqlite_store: SqlStore, folder: Path, clock: FixedClock
) -> None:
    made = back_up(
        sqlite_store.url, folder / "keys", data_to=folder / "a", keys_to=folder / "b", today=today(clock)
    )
    target = folder / "new.sqlite"
    with pytest.raises(BackupError, match="--keys-from"):
        restore(
            f"sqlite:///{target}", folder / "gone", data_from=made.data, keys_from=None, today=today(clock)
        )
    assert not target.exists()


def test_a_folder_that_is_no_backup_is_named(folder: Path, clock: FixedClock) -> None:
    for content in (None, "{", "[]", '{"made_on": "yesterday"}'):
        if content is not None:
            (folder / backup.MANIFEST).write_text(content, "utf-8")
        with pytest.raises(BackupError, match="no backup of Open Oor"):
            restore("sqlite:///x", folder, data_from=folder, keys_from=None, today=today(clock))


@pytest.mark.parametrize("url", ["sqlite:///{folder}/new.sqlite", "postgresql:///nowhere"])
def test_half_a_backup_is_refused(folder: Path, clock: FixedClock, keys: Keys, url: str) -> None:
    (folder / backup.MANIFEST).write_text(f'{{"made_on": "{today(clock)}"}}', "utf-8")
    with pytest.raises(BackupError, match="missing in the backup"):
        restore(
            url.format(folder=folder), folder / "keys", data_from=folder, keys_from=None, today=today(clock)
        )


def test_a_backup_that_another_one_makes_at_this_moment_stays_whole(
    folder: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = backup.Made(folder / "a" / "openoor-data-now", folder / "b" / "openoor-keys-now")
    theirs.data.mkdir(parents=True)
    (theirs.data / "openoor.sqlite").write_bytes(b"half of it")
    monkeypatch.setattr(backup, "_free", lambda *_: theirs)  # it was free when this one looked
    with pytest.raises(BackupError, match="try again"):
        back_up("sqlite:///x", folder, data_to=folder / "a", keys_to=folder / "b", today=today(clock))
    assert (theirs.data / "openoor.sqlite").read_bytes() == b"half of it"


def test_there_must_be_something_to_back_up(folder: Path, clock: FixedClock, keys: Keys) -> None:
    with pytest.raises(BackupError, match="no database yet"):
        back_up(
            f"sqlite:///{folder}/none.sqlite",
            folder / "keys",
            data_to=folder / "a",
            keys_to=folder / "b",
            today=today(clock),
        )


def test_a_missing_or_failing_tool_is_named_without_what_it_prints(
    folder: Path, clock: FixedClock, keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    tools = folder / "tools"
    tools.mkdir()
    monkeypatch.setenv("PATH", str(tools))
    places = {"data_to": folder / "a", "keys_to": folder / "b"}
    with pytest.raises(BackupError, match="pg_dump is missing"):
        back_up("postgresql:///nowhere", folder / "keys", **places, today=today(clock))
    failing = tools / "pg_dump"
    failing.write_text("#!/bin/sh\necho secret-words >&2\nexit 3\n", "utf-8")
    failing.chmod(0o755)
    with pytest.raises(BackupError, match="status 3") as refused:
        back_up("postgresql:///nowhere", folder / "keys", **places, today=today(clock))
    assert "secret-words" not in str(refused.value)
    assert not list((folder / "a").iterdir()), "half a backup is worse than none"


def test_a_password_of_the_database_is_no_argument_that_every_account_sees(
    folder: Path, clock: FixedClock, keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    tools = folder / "tools"
    tools.mkdir()
    monkeypatch.setenv("PATH", f"{tools}:{os.environ['PATH']}")
    dump = tools / "pg_dump"
    dump.write_text(
        '#!/bin/sh\necho "$@" > "$0.arguments"\nprintf %s "$PGPASSWORD" > "$0.password"\n'
        'for each; do case $each in --file=*) echo dump > "${each#--file=}";; esac; done\n',
        "utf-8",
    )
    dump.chmod(0o755)
    url = "postgresql://openoor:s3cret%2Fword@db.example/openoor"
    back_up(url, folder / "keys", data_to=folder / "a", keys_to=folder / "b", today=today(clock))
    said = (tools / "pg_dump.arguments").read_text("utf-8")
    assert "--dbname postgresql://openoor@db.example/openoor " in said
    assert "s3cret" not in said
    assert (tools / "pg_dump.password").read_text("utf-8") == "s3cret/word"


def test_what_is_not_copied_to_its_end_is_no_backup(
    folder: Path, clock: FixedClock, keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed on its way nothing can tidy up: a half that looked whole would be put back some day."""
    tools = folder / "tools"
    tools.mkdir()
    monkeypatch.setenv("PATH", f"{tools}:{os.environ['PATH']}")
    dump = tools / "pg_dump"  # what lies there while the database is being copied
    dump.write_text(
        '#!/bin/sh\nfor each; do case $each in --file=*) file="${each#--file=}";; esac; done\n'
        f'ls "$(dirname "$file")" {folder}/b/* > "$file"\n',
        "utf-8",
    )
    dump.chmod(0o755)
    there = {"data_to": folder / "a", "keys_to": folder / "b"}
    made = back_up("postgresql:///nowhere", folder / "keys", **there, today=today(clock))
    assert backup.MANIFEST not in (made.data / "openoor.dump").read_text("utf-8")
    for half in (made.data, made.keys):
        (half / backup.MANIFEST).unlink()
    with pytest.raises(BackupError, match="no backup"):
        restore("postgresql:///x", folder / "keys", data_from=made.data, keys_from=None, today=today(clock))
    (made.data / backup.MANIFEST).write_text(f'{{"made_on": "{today(clock)}"}}', "utf-8")
    with pytest.raises(BackupError, match=made.keys.name):
        restore(
            f"sqlite:///{folder / 'new.sqlite'}",
            folder / "gone",
            data_from=made.data,
            keys_from=made.keys,
            today=today(clock),
        )
    assert not (folder / "gone").exists()


async def test_a_backup_is_whole_while_the_program_writes(
    sqlite_store: SqlStore, folder: Path, clock: FixedClock
) -> None:
    await filled(sqlite_store)
    made = back_up(
        sqlite_store.url, folder / "keys", data_to=folder / "a", keys_to=folder / "b", today=today(clock)
    )
    with closing(sqlite3.connect(made.data / "openoor.sqlite")) as copy:
        assert copy.execute("pragma integrity_check").fetchone() == ("ok",)
        assert copy.execute("select count(*) from conversations").fetchone() == (1,)
