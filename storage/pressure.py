"""The log of pressure in one open transaction: each reader has a box of their own, under a key of its own.

A row says which note and for whom; who wrote, about which day and what is sealed (C37, C72).
"""

import json
from collections.abc import Iterable
from datetime import date
from typing import Final

import sqlalchemy as sa

from dialogues.private import Private
from handlers.domain.errors import CannotOpen, StorageError
from handlers.domain.ids import ConversationId, CounsellorId, PressureId, new_id
from handlers.ports import Pressure, ReaderKey
from storage import counsellor_keys
from storage.readers import NOBODY
from storage.sealing import box, new_key, open_box, place
from storage.tables_of_hr import pressure
from storage.transaction import Transaction

_USE: Final = "pressure"
_ADD = sa.insert(pressure)
_OF = sa.select(pressure).where(pressure.c.counsellor == sa.bindparam("who"))
_END = sa.delete(pressure).where(pressure.c.note == sa.bindparam("which"))
_SHUT = sa.delete(pressure).where(pressure.c.counsellor == sa.bindparam("who"))
_PAST = sa.delete(pressure).where(pressure.c.until < sa.bindparam("today"))
_LOST = sa.delete(pressure).where(pressure.c.id == sa.bindparam("row"))
_OLD = sa.select(pressure).where(pressure.c.kek_day < sa.bindparam("today")).limit(sa.bindparam("limit"))
_REWRAP = (
    sa.update(pressure)
    .where(pressure.c.id == sa.bindparam("row"))
    .values(wrapped_key=sa.bindparam("wrapped"), kek_day=sa.bindparam("kek"))
)
DAYS: Final = sa.select(pressure.c.kek_day).distinct()
"""Which days' key files the log still needs."""


class SqlPressureLog:
    """Implements handlers.ports.PressureLog in one open transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._at = transaction

    def keep(self, note: Pressure, readers: Iterable[CounsellorId], until: date) -> None:
        """See the port."""
        words = Private(json.dumps([note.author, note.day.isoformat(), note.words.reveal()]))
        for reader in readers:
            public = counsellor_keys.confirmed_public(self._at, reader)
            if public is None:
                raise StorageError("the counsellor has no confirmed key")
            row, key = new_id(), new_key()
            wrapped, kek_day = self._at.keys.wrap(key, ConversationId(row), NOBODY)
            values = {
                "id": row,
                "note": note.id,
                "counsellor": reader,
                "wrapped_key": wrapped,
                "kek_day": kek_day,
                "sealed": box(key, public, words, place(_USE, row, note.id, reader)),
                "until": until,
            }
            self._at.run(_ADD, values)

    def of(self, reader: CounsellorId, key: ReaderKey) -> list[Pressure]:
        """See the port. What was sealed to an earlier key, or is past its key file, is passed over."""
        found = []
        for row in self._at.run(_OF, {"who": reader}).all():
            try:
                outer = self._at.keys.unwrap(row.wrapped_key, row.kek_day, ConversationId(row.id), NOBODY)
            except CannotOpen:
                continue
            words = open_box(outer, key.private, row.sealed, place(_USE, row.id, row.note, reader))
            if words is not None:
                author, day, said = json.loads(words.reveal())
                note = PressureId(row.note)
                found.append(Pressure(note, CounsellorId(author), date.fromisoformat(day), Private(said)))
        return sorted(found, key=lambda note: (note.day, note.id), reverse=True)

    def end(self, note: PressureId) -> None:
        """See the port."""
        self._at.wiped |= self._at.run(_END, {"which": note}).rowcount > 0


def shut(at: Transaction, counsellor: CounsellorId) -> None:
    """Destroy what was sealed to a key of this counsellor that is no more."""
    at.wiped |= at.run(_SHUT, {"who": counsellor}).rowcount > 0


def end_past(at: Transaction) -> None:
    """Destroy every note that is past its term."""
    at.wiped |= at.run(_PAST, {"today": at.keys.today()}).rowcount > 0


def rewrap(at: Transaction, limit: int) -> int:
    """Wrap boxes to today's key-encryption key; what a lost one shut goes. How many were old."""
    rows = at.run(_OLD, {"today": at.keys.today(), "limit": limit}).all()
    kept = set(at.keys.kek_days())
    for row in rows:
        own = ConversationId(row.id)
        if row.kek_day not in kept:
            at.run(_LOST, {"row": row.id})
            at.wiped = True
            continue
        key = at.keys.unwrap(row.wrapped_key, row.kek_day, own, NOBODY)
        wrapped, day = at.keys.wrap(key, own, NOBODY)
        at.run(_REWRAP, {"row": row.id, "wrapped": wrapped, "kek": day})
    return len(rows)
