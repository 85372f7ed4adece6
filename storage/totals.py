"""Totals of a year in one open transaction: one row, sealed under the desk pepper, of one length."""

import json
from collections import Counter
from typing import Final

import sqlalchemy as sa

from handlers.domain.closing import Counts
from handlers.domain.errors import CannotOpen
from handlers.ports import About
from storage.sealing import place, seal, unseal
from storage.tables_of_hr import totals
from storage.transaction import Transaction

KEPT_YEARS: Final = 3
"""Full years after its own for which a year's totals stay: reports of a small team put years together."""

_USE: Final = "totals"
_LENGTH: Final = 4096
_NAME: Final = b"totals  "
_THIS = (totals.c.year == sa.bindparam("of_year"), totals.c.about == sa.bindparam("of_what"))
_GET = sa.select(totals.c.sealed).where(*_THIS)
_ADD = sa.insert(totals)
_SET = sa.update(totals).where(*_THIS).values(sealed=sa.bindparam("anew"))
_PAST = sa.delete(totals).where(totals.c.year < sa.bindparam("first"))


class SqlTotals:
    """Implements handlers.ports.Totals in one open transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._at = transaction

    def of(self, about: About, year: int) -> Counts:
        """See the port."""
        row = self._at.run(_GET, _this(about, year)).first()
        return self._opened(row.sealed, about, year) if row is not None else {}

    def change(self, about: About, year: int, by: Counts) -> None:
        """See the port."""
        self._at.alone(_NAME)
        row = self._at.run(_GET, _this(about, year)).first()
        many = Counter(self._opened(row.sealed, about, year) if row is not None else {})
        many.update(by)
        sealed = self._sealed(+many, about, year)
        if row is None:
            self._at.run(_ADD, {"year": year, "about": about.value, "sealed": sealed})
        else:
            self._at.run(_SET, {**_this(about, year), "anew": sealed})

    def _sealed(self, many: Counts, about: About, year: int) -> bytes:
        data = json.dumps(dict(many), sort_keys=True).encode()
        return seal(self._at.keys.desk_secret(_USE), data.ljust(_LENGTH), place(_USE, about, year))

    def _opened(self, sealed: bytes, about: About, year: int) -> dict[str, int]:
        try:
            data = unseal(self._at.keys.desk_secret(_USE), sealed, place(_USE, about, year))
        except CannotOpen:
            return {}
        found: dict[str, int] = json.loads(data)
        return found


def end_past(at: Transaction) -> None:
    """Destroy the totals of years that had their term."""
    first = at.keys.today().year - KEPT_YEARS
    at.wiped |= at.run(_PAST, {"first": first}).rowcount > 0


def _this(about: About, year: int) -> dict[str, str | int]:
    return {"of_year": year, "of_what": about.value}
