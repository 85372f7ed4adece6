"""One open transaction, as the repositories see it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

import sqlalchemy as sa

from handlers.domain.errors import CannotOpen, StorageError
from handlers.domain.ids import ConversationId
from handlers.ports import Clock, JobKind
from storage.keys import Keys
from storage.readers import READER_COLUMNS, Readers, readers_of
from storage.tables import conversations

Ending = Literal["conversation", "case", "login", "key", "passkey", "numbers", "aftercare", "consent"]
"""Kinds of rows that stay ended when a backup is put back."""

Enqueue = Callable[[sa.Connection, str, JobKind, int, float], None]
"""Puts a job (row id, kind, attempt, delay in seconds) on the durable queue, in the open transaction."""


@dataclass(frozen=True, slots=True, repr=False)
class Vault:
    """A conversation's own row with its key opened: what is sealed and unsealed with it, and for whom."""

    id: ConversationId
    key: bytes
    salt: bytes
    readers: Readers


_VAULT = sa.select(
    conversations.c.id,
    conversations.c.salt,
    conversations.c.wrapped_key,
    conversations.c.kek_day,
    *READER_COLUMNS,
).where(conversations.c.id == sa.bindparam("conversation"))


class Transaction:
    """A connection with a transaction open, and what the repositories need besides.

    `wiped` is set when something was destroyed, so that the store clears the write-ahead log afterwards.
    `ended` holds the marks of what a backup must not bring back.
    """

    __slots__ = ("_locks", "clock", "connection", "ended", "enqueue", "keys", "wiped", "writing")

    def __init__(
        self, connection: sa.Connection, keys: Keys, clock: Clock, enqueue: Enqueue, *, writing: bool
    ) -> None:
        self.connection, self.keys, self.clock = connection, keys, clock
        self.enqueue, self.writing = enqueue, writing
        self.wiped = False
        self.ended: set[str] = set()
        self._locks: set[int] = set()

    def run(self, statement: sa.Executable, values: Mapping[str, Any] | None = None) -> sa.CursorResult[Any]:
        """Execute a prepared statement. A job of `Store.read` that writes is refused by the database."""
        return self.connection.execute(statement, values)

    def ends(self, kind: Ending, row: str) -> None:
        """Note that this row is over on purpose: an earlier database must not have it again."""
        self.ended.add(self.keys.ending(kind, row))

    def now(self) -> datetime:
        """Now, aware, UTC."""
        return self.clock.now()

    def alone(self, name: bytes) -> None:
        """Wait until nobody else works under this name (PostgreSQL; SQLite has one writer anyway)."""
        if not self.writing or self.connection.dialect.name != "postgresql":
            return
        number = int.from_bytes(name[:8], "big", signed=True)
        if number not in self._locks:
            self.connection.execute(_ALONE, {"number": number})
            self._locks.add(number)

    def vault(self, conversation: ConversationId) -> Vault:
        """A conversation's row with its key. Raises CannotOpen when it is gone, changed or past its key."""
        row = self.run(_VAULT, {"conversation": conversation}).first()
        if row is None:
            raise CannotOpen("this conversation is gone")
        readers = readers_of(row)
        key = self.keys.unwrap(row.wrapped_key, row.kek_day, conversation, readers)
        return Vault(conversation, key, row.salt, readers)

    def must_write(self, result: sa.CursorResult[Any], what: str) -> None:
        """Raises StorageError when a statement changed no row."""
        if result.rowcount != 1:
            raise StorageError(f"{what} is not there (any more)")


_ALONE = sa.select(sa.func.pg_advisory_xact_lock(sa.bindparam("number", type_=sa.BigInteger)))
