"""The log of pressure in one open transaction: each reader has a box of their own, under a key of its own.

A row says which note and for whom; who wrote, about which day and what is sealed (C37, C72).
"""

import json
from collections.abc import Iterable
from datetime import date
from typing import Final

import sqlalchemy as sa

from dialogues.private import Private
from handlers.domain.errors import StorageError
from handlers.domain.ids import CounsellorId, PressureId, new_id
from handlers.ports import Pressure, ReaderKey
from storage import counsellor_keys
from storage.lone_rows import LoneRows
from storage.tables_of_hr import pressure
from storage.transaction import Transaction

ROWS: Final = LoneRows(pressure)
_OF = sa.select(pressure).where(pressure.c.counsellor == sa.bindparam("who"))
_END = sa.delete(pressure).where(pressure.c.note == sa.bindparam("which"))
_SHUT = sa.delete(pressure).where(pressure.c.counsellor == sa.bindparam("who"))
_PAST = sa.delete(pressure).where(pressure.c.until < sa.bindparam("today"))


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
            row = {"id": new_id(), "note": note.id, "counsellor": reader, "until": until}
            ROWS.add(self._at, public, words, row, note.id, reader)

    def of(self, reader: CounsellorId, key: ReaderKey) -> list[Pressure]:
        """See the port. What was sealed to an earlier key, or is past its key file, is passed over."""
        found = []
        for row in self._at.run(_OF, {"who": reader}).all():
            words = ROWS.open(self._at, key.private, row, row.note, reader)
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
