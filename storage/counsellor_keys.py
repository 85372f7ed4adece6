"""Keys of counsellors: a row that someone else wrote is refused, an unconfirmed key receives nothing."""

from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from hmac import compare_digest
from typing import Any

import sqlalchemy as sa

from handlers.domain.errors import StorageError
from handlers.domain.ids import CounsellorId
from handlers.ports import KeyState, WrappedKey
from storage.sealing import place
from storage.tables import counsellor_keys
from storage.transaction import Transaction

_WHO: sa.BindParameter[str] = sa.bindparam("who")
_ALL = sa.select(counsellor_keys).order_by(counsellor_keys.c.counsellor)
_ONE = sa.select(counsellor_keys).where(counsellor_keys.c.counsellor == _WHO)
_REMOVE = (
    sa.delete(counsellor_keys).where(counsellor_keys.c.counsellor == _WHO).returning(counsellor_keys.c.public)
)
_ADD = sa.insert(counsellor_keys)
_CONFIRM = (
    sa.update(counsellor_keys)
    .where(counsellor_keys.c.counsellor == _WHO, counsellor_keys.c.public == sa.bindparam("shown"))
    .values(confirmed_by=sa.bindparam("by"), mac=sa.bindparam("new_mac"))
)


class KeyRowChanged(StorageError):
    """A row of public keys was not written by this program, or changed since. Nothing was sealed to it."""

    def __init__(self) -> None:
        super().__init__(
            "a counsellor's key was changed in the database by someone else; stop and look into it"
        )


@dataclass(frozen=True, slots=True, repr=False)
class KeyRow:
    """A counsellor's key as it is stored, its MAC checked."""

    counsellor: CounsellorId
    key: WrappedKey
    made_on: date
    confirmed_by: CounsellorId | None


def find(at: Transaction, counsellor: CounsellorId) -> KeyRow | None:
    """The current key of a counsellor. Raises KeyRowChanged when its MAC does not fit."""
    row = at.run(_ONE, {"who": counsellor}).first()
    return _checked(at, row) if row is not None else None


def every(at: Transaction) -> list[KeyRow]:
    """Every current key, by counsellor. Raises KeyRowChanged when one MAC does not fit."""
    return [_checked(at, row) for row in at.run(_ALL)]


def confirmed_public(at: Transaction, counsellor: CounsellorId) -> bytes | None:
    """The public key that words may be sealed to, or None while nobody has confirmed it."""
    row = find(at, counsellor)
    return row.key.public if row is not None and row.confirmed_by is not None else None


def replace(at: Transaction, row: KeyRow) -> None:
    """Store this key instead of what was there."""
    remove(at, row.counsellor)
    at.run(
        _ADD,
        {
            "counsellor": row.counsellor,
            "public": row.key.public,
            "wrapped": row.key.wrapped,
            "salt": row.key.salt,
            "made_on": row.made_on,
            "confirmed_by": row.confirmed_by,
            "mac": _mac(at, row),
        },
    )


def confirm(at: Transaction, counsellor: CounsellorId, shown: str, by: CounsellorId) -> None:
    """Mark the key with this fingerprint as confirmed.

    Raises StorageError when it is not this counsellor's key (any more) or `by` is the same counsellor.
    """
    row = find(at, counsellor)
    if row is None or not compare_digest(fingerprint(row.key.public).encode(), shown.encode()):
        raise StorageError("this is not the key of this counsellor (any more)")
    if by == counsellor:
        raise StorageError("a key is confirmed by another counsellor, never by its owner")
    confirmed = KeyRow(row.counsellor, row.key, row.made_on, by)
    values = {"who": counsellor, "shown": row.key.public, "by": by, "new_mac": _mac(at, confirmed)}
    at.must_write(at.run(_CONFIRM, values), "the key that was shown")


def remove(at: Transaction, counsellor: CounsellorId) -> list[bytes]:
    """Destroy a counsellor's key; its public half, and none when there was no key."""
    return [row.public for row in at.run(_REMOVE, {"who": counsellor})]


def state(row: KeyRow) -> KeyState:
    """What the desk and the roster page may show of a key."""
    return KeyState(row.counsellor, fingerprint(row.key.public), row.confirmed_by is not None, row.made_on)


def fingerprint(public: bytes) -> str:
    """Thirty digits in groups of five (99 bits), to be read aloud."""
    number = int.from_bytes(blake2b(public, digest_size=16, person=b"fingerprint").digest(), "big")
    digits = f"{number % 10**30:030d}"
    return " ".join(digits[n : n + 5] for n in range(0, 30, 5))


def _checked(at: Transaction, row: sa.Row[Any]) -> KeyRow:
    found = KeyRow(
        CounsellorId(row.counsellor),
        WrappedKey(row.public, row.wrapped, row.salt),
        row.made_on,
        CounsellorId(row.confirmed_by) if row.confirmed_by is not None else None,
    )
    if not compare_digest(_mac(at, found), row.mac):
        raise KeyRowChanged
    return found


def _mac(at: Transaction, row: KeyRow) -> bytes:
    key = row.key
    fields = (key.public.hex(), key.wrapped.hex(), key.salt.hex(), row.made_on.isoformat())
    return at.keys.mac(place(row.counsellor, *fields, row.confirmed_by or ""))
