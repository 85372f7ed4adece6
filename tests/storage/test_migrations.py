"""The migrations lead to exactly the tables of storage.tables, back to nothing, and there again."""

from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from handlers.domain.errors import StorageError
from storage import migrate
from storage.engines import engine_of
from storage.migrate import HEAD, ours_only, to_revision, upgrade
from storage.tables import metadata
from tests.postgresql import Server


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def empty_url(request: pytest.FixtureRequest) -> str:
    """The address of a database without any table."""
    if request.param == "sqlite":
        return f"sqlite:///{request.getfixturevalue('folder') / 'empty.sqlite'}"
    server: Server = request.getfixturevalue("postgresql_server")
    return server.make()


def tables(engine: sa.Engine) -> set[str]:
    """Our tables that are there."""
    return set(sa.inspect(engine).get_table_names()) & set(metadata.tables)


def differences(engine: sa.Engine) -> list[object]:
    """What alembic would still change to reach storage.tables."""
    with engine.connect() as connection:
        options = {"include_object": ours_only, "compare_type": True}
        context = MigrationContext.configure(connection, opts=options)
        return list(compare_metadata(context, metadata))


def test_up_down_and_up_again_ends_with_the_tables_of_today(empty_url: str) -> None:
    engine = engine_of(empty_url)
    try:
        to_revision(engine, HEAD)
        assert tables(engine) == set(metadata.tables)
        assert differences(engine) == []
        to_revision(engine, "base")
        assert tables(engine) == set()
        to_revision(engine, HEAD)
        assert differences(engine) == []
    finally:
        engine.dispose()


def test_a_start_changes_nothing_when_everything_is_there(empty_url: str) -> None:
    upgrade(empty_url)
    engine = engine_of(empty_url)
    try:
        before = sa.inspect(engine).get_table_names()
        upgrade(empty_url)
        assert sa.inspect(engine).get_table_names() == before
        assert set(before) > set(metadata.tables), "those of dbos are there too"
    finally:
        engine.dispose()


def test_the_newest_revision_of_the_folder_is_the_one_that_is_asked_for() -> None:
    folder = ScriptDirectory(str(Path(migrate.__file__).parent / "migrations"))
    assert folder.get_heads() == [HEAD]


def test_a_database_of_a_newer_version_is_named_as_that_and_left_alone(empty_url: str) -> None:
    upgrade(empty_url)
    engine = engine_of(empty_url)
    with engine.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StorageError, match="made by a newer Open Oor; install that version again"):
        upgrade(empty_url)
    with engine.connect() as connection:
        assert connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar() == "9999"
    engine.dispose()


@pytest.mark.clause("C12")
def test_who_waited_before_it_was_written_down_waits_after(empty_url: str) -> None:
    day, engine = date(2026, 11, 24), engine_of(empty_url)
    to_revision(engine, "0009")
    old = sa.MetaData()
    old.reflect(engine, only=["conversations", "cases", "letters"])
    conversations, cases, letters = (old.tables[name] for name in ("conversations", "cases", "letters"))
    chat = {"id": "c", "salt": b"", "wrapped_key": b"", "kek_day": day, "mail_seq": 0}
    case = {"conversation": "c", "counsellor": "anna", "sent_on": day, "reply_by": day, "outside": False}
    flags = {"reminded": False, "overdue_told": False, "key_paused": False}
    letter = {"conversation": "c", "kind": "message", "day": day}
    with engine.begin() as connection:
        connection.execute(sa.insert(conversations).values(chat))
        for seq, (name, status, authors) in enumerate(
            [
                ("waiting", "waiting", ["employee"]),
                ("owed", "open", ["employee", "counsellor", "employee"]),
                ("answered", "open", ["employee", "counsellor"]),
                ("closed", "closed", ["employee"]),
            ]
        ):
            row = {**case, **flags, "id": name, "seq": seq, "status": status}
            connection.execute(sa.insert(cases).values(row | {"overdue_told": name == "waiting"}))
            for at, author in enumerate(authors):
                of_case = {"id": f"{name}-{at}", "case_id": name, "seq": at, "author": author}
                connection.execute(sa.insert(letters).values(letter | of_case))
    to_revision(engine, HEAD)
    now = sa.Table("cases", sa.MetaData(), autoload_with=engine)
    with engine.connect() as connection:
        found = {row.id: (bool(row.awaited), row.told) for row in connection.execute(sa.select(now))}
    waits = {"waiting": (True, "overdue"), "owed": (True, None)}
    assert found == {**waits, "answered": (False, None), "closed": (False, None)}
    to_revision(engine, "0009")
    with engine.connect() as connection:
        told = {row.id for row in connection.execute(sa.select(cases).where(cases.c.overdue_told))}
    assert told == {"waiting"}
    engine.dispose()
