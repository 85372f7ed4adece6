"""A chain of what staff and the product did, without content (C34). A link that was changed breaks it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hmac import compare_digest
from typing import Any, Final

import sqlalchemy as sa

from handlers.domain.errors import StorageError
from handlers.domain.ids import StaffId
from storage.sealing import place
from storage.tables import audit
from storage.transaction import Transaction

WORDS: Final = frozenset(
    {
        "login",
        "login ended",
        "passkey added",
        "passkey opens",
        "passkey removed",
        "numbers added",
        "numbers removed",
        "secrecy reminded",
        "copies gone",
        "copies gone in a week",
        "copies gone in a month",
        "invitation made",
        "login link made",
        "ping way added",
        "ping way confirmed",
        "ping way removed",
        "key made",
        "key ended",
        "key confirmed",
        "case opened",
        "case accepted",
        "case declined",
        "case closed",
        "case withdrawn",
        "introduction sent",
        "step proposed",
        "step chosen",
        "step refused",
        "step carried out",
        "absence told",
        "absence ended",
        "roster published",
        "council notice made",
        "counsellor introduced",
        "help entry checked",
        "announcement begun",
        "announcement stopped",
        "photo added",
        "photo removed",
    }
)
"""All that can be noted. No word says about whom, which case or what was written."""

_FIRST: Final = bytes(32)
_MARK: Final = 8
_NAME: Final = b"audit   "
_LAST = sa.select(audit.c.seq, audit.c.link).order_by(audit.c.seq.desc()).limit(1)
_ADD = sa.insert(audit)
_ALL = sa.select(audit).order_by(audit.c.seq)


class ChainBroken(StorageError):
    """A link of the audit chain was changed or taken out. `seq` is where it breaks."""

    def __init__(self, seq: int) -> None:
        super().__init__(f"the audit chain breaks at link {seq}")
        self.seq = seq


class SqlAudit:
    """Implements handlers.ports.Audit in one open transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._at = transaction

    def note(self, what: str, staff: StaffId | None = None) -> None:
        """See the port. Raises StorageError for a word that is not on the list."""
        if what not in WORDS:
            raise StorageError("this is not one of the words that the audit chain knows")
        self._at.alone(_NAME)
        last = self._at.run(_LAST).first()
        seq, previous = (last.seq + 1, last.link) if last is not None else (1, _FIRST)
        day = self._at.keys.today()
        link = self._at.keys.audit_link(previous, _fields(seq, day, what, staff))
        self._at.run(_ADD, {"seq": seq, "day": day, "what": what, "staff": staff, "link": link})


@dataclass(frozen=True, slots=True)
class Seal:
    """A chain that fits, as somebody notes it down: how many links, and what the last one is sealed with.

    Says nothing about what was done. A chain that is cut off later, or made anew by who has the key files,
    does not hold it any more.
    """

    links: int
    mark: str  # hexadecimal digits

    def __str__(self) -> str:
        return f"{self.links}-{self.mark}"


def seal_of(at: Transaction, noted: Seal | None = None) -> Seal:
    """Check every link; the seal of the whole chain, which can be noted down and given the next time.

    Raises ChainBroken where a link does not fit, or where the chain no longer holds what was `noted`.
    """
    number, last = 0, _FIRST
    holds = noted is None or noted == _seal(number, last)
    for number, row in enumerate(_fitting(at), start=1):
        last = row.link
        holds = holds or _seal(number, last) == noted
    if not holds and noted is not None:
        raise ChainBroken(min(noted.links, number + 1))
    return _seal(number, last)


def entries(at: Transaction) -> list[tuple[int, date, str, StaffId | None]]:
    """(number, day, what, who) of every link, oldest first. Raises ChainBroken when one does not fit."""
    return [(row.seq, row.day, row.what, _who(row)) for row in _fitting(at)]


def _fitting(at: Transaction) -> Iterator[sa.Row[Any]]:
    previous = _FIRST
    for number, row in enumerate(at.run(_ALL), start=1):
        link = at.keys.audit_link(previous, _fields(row.seq, row.day, row.what, row.staff))
        if row.seq != number or not compare_digest(link, row.link):
            raise ChainBroken(number)
        previous = row.link
        yield row


def _seal(links: int, last: bytes) -> Seal:
    return Seal(links, last[:_MARK].hex())


def _fields(seq: int, day: date, what: str, staff: str | None) -> bytes:
    return place(seq, day.isoformat(), what, staff or "")


def _who(row: sa.Row[Any]) -> StaffId | None:
    return StaffId(row.staff) if row.staff is not None else None
