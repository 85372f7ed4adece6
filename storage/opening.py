"""Keys and database of an installation belong together: new keys only where nothing was written yet."""

from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from handlers.ports import Clock
from storage.engines import engine_of, is_sqlite, sqlite_file
from storage.key_files import KeyFolderError, is_empty
from storage.keys import Keys
from storage.store import unusable
from storage.tables import settings


def open_keys(folder: Path, url: str, clock: Clock) -> Keys:
    """The keys in this folder, made when neither they nor the database at this address are there.

    Raises KeyFolderError or DatabaseUnusable with a sentence; nothing was made then.
    """
    if is_empty(folder) and _was_written(url):
        raise KeyFolderError(
            f"There is a database, but no key in {folder}; without its keys nothing in it opens. Nothing was "
            "made. Copy the *.key files of the newest key backup there (chmod 700, files 600), or name the "
            "right folder in OPENOOR_KEYS_DIR. Are they lost for good, then what was sent is lost too: move "
            "the database away and start with an empty one."
        )
    return Keys.open(folder, clock)


def _was_written(url: str) -> bool:
    """Whether the database at this address knows keys. Makes no file."""
    if is_sqlite(url) and not sqlite_file(url).exists():
        return False
    engine = engine_of(url)
    try:
        with engine.connect() as connection:
            if not sa.inspect(connection).has_table(settings.name):
                return False
            known = sa.select(settings.c.value).where(settings.c.name == "keys")
            return connection.execute(known).scalar() is not None
    except DBAPIError as error:
        raise unusable(error) from None
    finally:
        engine.dispose()
