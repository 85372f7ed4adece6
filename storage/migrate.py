"""Bring a database to the shape of this version: our tables and those of dbos."""

import logging
from pathlib import Path
from typing import Final

import sqlalchemy as sa
from dbos import DBOS
from dbos._utils import GlobalParams  # where dbos keeps its own version

from handlers.domain.errors import StorageError
from storage.engines import engine_of, plain_url
from storage.tables import metadata, settings

HEAD: Final = "0018"
"""The newest revision; a test holds it to the folder."""

_OURS: Final = frozenset(metadata.tables)


def upgrade(url: str) -> None:
    """Make or change every table where needed; quick when nothing is. Safe to call at every start."""
    engine = engine_of(url)
    try:
        seen = _versions(engine)
        if seen.get("ours") != HEAD:
            to_revision(engine, HEAD)
        if seen.get("dbos") != _dbos_version():
            logging.getLogger("dbos").setLevel(logging.WARNING)
            DBOS.migrate(plain_url(url))
            with engine.begin() as connection:
                connection.execute(sa.delete(settings).where(settings.c.name == "dbos"))
                connection.execute(sa.insert(settings).values(name="dbos", value=_dbos_version().encode()))
    finally:
        engine.dispose()


def to_revision(engine: sa.Engine, revision: str) -> None:
    """Walk up or down to one of our revisions ("base" is none), in one transaction.

    Raises StorageError for a database that a newer version has changed: nothing is touched then.
    """
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
        config.attributes["connection"] = connection
        newest_first = [each.revision for each in ScriptDirectory.from_config(config).walk_revisions()]
        chain = ["base", *reversed(newest_first)]
        now = _revision(connection) or "base"
        if now not in chain:
            raise StorageError(
                "the database was made by a newer Open Oor; install that version again, or restore a backup "
                "that this version made (openoor restore)"
            )
        down = chain.index(revision) < chain.index(now)
        (command.downgrade if down else command.upgrade)(config, revision)


def ours_only(_: object, name: str | None, kind: str, *__: object) -> bool:
    """For alembic: the tables of dbos live in the same database and are none of its business."""
    return kind != "table" or name in _OURS


def _versions(engine: sa.Engine) -> dict[str, str]:
    with engine.connect() as connection:
        revision = _revision(connection)
        if revision is None:
            return {}
        dbos = connection.execute(sa.select(settings.c.value).where(settings.c.name == "dbos")).scalar()
        return {"ours": revision, "dbos": dbos.decode() if dbos else ""}


def _revision(connection: sa.Connection) -> str | None:
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()
    return str(found) if found is not None else None


def _dbos_version() -> str:
    return GlobalParams.dbos_version
