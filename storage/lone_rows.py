"""Rows that belong to no conversation: each is a box under a key of its own, wrapped like a conversation's.

Their tables have `id`, `wrapped_key`, `kek_day` and `sealed`. The names that a box is sealed with bind it to
the rest of its row.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import sqlalchemy as sa

from dialogues.private import Private
from handlers.domain.errors import CannotOpen
from handlers.domain.ids import ConversationId
from storage.readers import NOBODY
from storage.sealing import box, new_key, open_box, place
from storage.transaction import Transaction

REWRAPPING: Final = b"rewrap  "
"""The name under which one process at a time wraps keys anew."""


class LoneRows:
    """How the rows of one such table are sealed, opened and kept openable."""

    def __init__(self, table: sa.Table) -> None:
        column = table.c
        self._name = table.name
        self._add, self._end = sa.insert(table), sa.delete(table).where(column.id == sa.bindparam("row"))
        old = column.kek_day < sa.bindparam("today")
        self._old = (
            sa.select(column.id, column.wrapped_key, column.kek_day).where(old).limit(sa.bindparam("limit"))
        )
        self._rewrap = (
            sa.update(table)
            .where(column.id == sa.bindparam("row"))
            .values(wrapped_key=sa.bindparam("wrapped"), kek_day=sa.bindparam("kek"))
        )
        self.days: sa.Select[tuple[date]] = sa.select(column.kek_day).distinct()
        """Which days' key files these rows still need."""

    def add(
        self, at: Transaction, public: bytes, words: Private, row: Mapping[str, Any], *names: str
    ) -> None:
        """Seal these words to one reader, in this row with an id of its own."""
        key = new_key()
        wrapped, kek_day = at.keys.wrap(key, ConversationId(row["id"]), NOBODY)
        sealed = box(key, public, words, place(self._name, row["id"], *names))
        at.run(self._add, {**row, "wrapped_key": wrapped, "kek_day": kek_day, "sealed": sealed})

    def open(self, at: Transaction, private: bytes, row: sa.Row[Any], *names: str) -> Private | None:
        """The words; None when its key file is gone or it was sealed to another key.

        Raises CannotOpen when the box was changed.
        """
        try:
            key = at.keys.unwrap(row.wrapped_key, row.kek_day, ConversationId(row.id), NOBODY)
        except CannotOpen:
            return None
        return open_box(key, private, row.sealed, place(self._name, row.id, *names))

    def end(self, at: Transaction, row: str) -> None:
        """Destroy this row."""
        at.wiped |= at.run(self._end, {"row": row}).rowcount > 0

    def rewrap(self, at: Transaction, limit: int) -> int:
        """Wrap rows to today's key-encryption key; what a lost one shut goes. How many were old."""
        at.alone(REWRAPPING)
        rows = at.run(self._old, {"today": at.keys.today(), "limit": limit}).all()
        kept = set(at.keys.kek_days())
        for row in rows:
            own = ConversationId(row.id)
            if row.kek_day not in kept:
                self.end(at, row.id)
                continue
            key = at.keys.unwrap(row.wrapped_key, row.kek_day, own, NOBODY)
            wrapped, day = at.keys.wrap(key, own, NOBODY)
            at.run(self._rewrap, {"row": row.id, "wrapped": wrapped, "kek": day})
        return len(rows)
