"""The migrations lead to exactly the tables of storage.tables, back to nothing, and there again."""

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
