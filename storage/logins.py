"""How staff log in: passkeys, one-time numbers and challenges. What could be copied is sealed or hashed.

A row is sealed under the desk pepper, to its place: one that was moved to another login, or written by
somebody who has the database alone, opens for nobody.
"""

import json
from base64 import b64decode, b64encode
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from dialogues.private import Private
from handlers.domain.errors import CannotOpen, StorageError
from handlers.domain.ids import CounsellorId, PasskeyId, StaffId
from handlers.ports import ChallengeFor, Numbers, Passkey, ReaderKey
from storage import counsellor_keys
from storage.sealing import place, public_of, seal, unseal
from storage.tables import challenges, links, numbers, passkeys, sessions, staff
from storage.times import second
from storage.transaction import Transaction

_BLOCK: Final = 256
_WHO: sa.BindParameter[str] = sa.bindparam("who")
_LOOKUP: sa.BindParameter[bytes] = sa.bindparam("found_by")

_ADD_CHALLENGE = sa.insert(challenges)
_TAKE = (
    sa.delete(challenges)
    .where(challenges.c.lookup == _LOOKUP, challenges.c.until > sa.bindparam("now"))
    .returning(challenges.c.until)
)
_LATE = sa.delete(challenges).where(challenges.c.until <= sa.bindparam("now"))

_THEIR_PASSKEYS = (
    sa.select(passkeys).where(passkeys.c.staff == _WHO).order_by(passkeys.c.made_on, passkeys.c.id)
)
_EVERY_PASSKEY = sa.select(passkeys.c.id).where(passkeys.c.staff == _WHO)
_PASSKEY = sa.select(passkeys).where(passkeys.c.lookup == _LOOKUP)
_ADD_PASSKEY = sa.insert(passkeys)
_ONE = passkeys.c.id == sa.bindparam("one")
_COUNT = sa.update(passkeys).where(_ONE).values(sign_count=sa.bindparam("count"))
_WRAP = sa.update(passkeys).where(_ONE).values(wrapped_key=sa.bindparam("wrapped"))
_WRAPPED = (
    sa.select(passkeys.c.wrapped_key, staff.c.counsellor)
    .join_from(passkeys, staff, staff.c.id == passkeys.c.staff)
    .where(_ONE)
)
_REMOVE_PASSKEY = sa.delete(passkeys).where(_ONE, passkeys.c.staff == _WHO)

_NUMBERS = sa.select(numbers).where(numbers.c.staff == _WHO)
_NUMBERS_AT = sa.select(numbers).where(numbers.c.lookup == _LOOKUP)
_SET_NUMBERS = sa.insert(numbers)
_COUNT_NUMBER = (
    sa.update(numbers)
    .where(numbers.c.staff == _WHO, numbers.c.last_step < sa.bindparam("step"))
    .values(last_step=sa.bindparam("step"))
)
_REMOVE_NUMBERS = sa.delete(numbers).where(numbers.c.staff == _WHO).returning(numbers.c.sealed)

FORGET: Final = tuple(sa.delete(each).where(each.c.staff == _WHO) for each in (passkeys, numbers))
"""What goes with a login that ends."""

_SHUT = (
    sa.update(passkeys)
    .where(passkeys.c.staff.in_(sa.select(staff.c.id).where(staff.c.counsellor == _WHO)))
    .values(wrapped_key=None)
)


class SqlLogins:
    """Implements handlers.ports.Logins in one open transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._at = transaction

    # ── challenges ──────────────────────────────────────────────────────────────────────────────

    def add_challenge(
        self, challenge: bytes, purpose: ChallengeFor, browser: Private | None, until: datetime
    ) -> None:
        """See the port. Those that nobody answered in time go."""
        self._at.run(_LATE, {"now": int(self._at.now().timestamp())})
        values = {"lookup": self._challenge(challenge, purpose, browser), "until": second(until)}
        self._at.run(_ADD_CHALLENGE, values)

    def take_challenge(
        self, challenge: bytes, purpose: ChallengeFor, browser: Private | None, now: datetime
    ) -> bool:
        """See the port."""
        values = {"found_by": self._challenge(challenge, purpose, browser), "now": int(now.timestamp())}
        return self._at.run(_TAKE, values).first() is not None

    # ── passkeys ────────────────────────────────────────────────────────────────────────────────

    def passkeys(self, staff: StaffId) -> list[Passkey]:
        """See the port. Raises CannotOpen for a row that was moved here or written by someone else."""
        return [self._passkey(row) for row in self._at.run(_THEIR_PASSKEYS, {"who": staff})]

    def passkey(self, credential: bytes) -> Passkey | None:
        """See the port; None too for a row that was moved or written by someone else."""
        row = self._at.run(_PASSKEY, {"found_by": self._credential(credential)}).first()
        try:
            return self._passkey(row) if row is not None else None
        except CannotOpen:
            return None

    def add_passkey(self, passkey: Passkey) -> None:
        """See the port."""
        parts = (b64encode(passkey.credential), b64encode(passkey.public), passkey.title.reveal().encode())
        values = {
            "id": passkey.id,
            "staff": passkey.staff,
            "lookup": self._credential(passkey.credential),
            "sealed": self._seal(parts, _passkey_row(passkey.id, passkey.staff)),
            "made_on": passkey.made_on,
            "sign_count": passkey.sign_count,
            "wrapped_key": None,
        }
        try:
            self._at.run(_ADD_PASSKEY, values)
        except IntegrityError:
            raise StorageError("this passkey is known already") from None

    def count_use(self, passkey: PasskeyId, sign_count: int) -> None:
        """See the port."""
        self._at.run(_COUNT, {"one": passkey, "count": sign_count})

    def remove_passkey(self, staff: StaffId, passkey: PasskeyId) -> bool:
        """See the port."""
        gone = self._at.run(_REMOVE_PASSKEY, {"one": passkey, "who": staff}).rowcount == 1
        if gone:
            self._at.ends("passkey", passkey)
        return gone

    def let_open(self, passkey: Passkey, secret: Private, key: ReaderKey) -> None:
        """See the port."""
        row = _key_row(passkey.id, public_of(key.private))
        wrapped = seal(self._at.keys.prf_key(secret), key.private, row)
        self._at.must_write(self._at.run(_WRAP, {"one": passkey.id, "wrapped": wrapped}), "the passkey")

    def opened_by(self, passkey: Passkey, secret: Private) -> ReaderKey | None:
        """See the port. A copy of an earlier key opens nothing."""
        row = self._at.run(_WRAPPED, {"one": passkey.id}).first()
        if row is None or row.wrapped_key is None or row.counsellor is None:
            return None
        current = counsellor_keys.find(self._at, CounsellorId(row.counsellor))
        if current is None:
            return None
        try:
            key = self._at.keys.prf_key(secret)
            return ReaderKey(unseal(key, row.wrapped_key, _key_row(passkey.id, current.key.public)))
        except CannotOpen:
            return None

    # ── numbers ─────────────────────────────────────────────────────────────────────────────────

    def numbers(self, staff: StaffId) -> Numbers | None:
        """See the port. Raises CannotOpen for a row that was moved here or written by someone else."""
        row = self._at.run(_NUMBERS, {"who": staff}).first()
        return self._numbers(row) if row is not None else None

    def numbers_at(self, words: Private) -> Numbers | None:
        """See the port; None too for a row that was moved or written by someone else."""
        row = self._at.run(_NUMBERS_AT, {"found_by": self._at.keys.words("numbers", words)}).first()
        try:
            return self._numbers(row) if row is not None else None
        except CannotOpen:
            return None

    def set_numbers(self, numbers: Numbers) -> None:
        """See the port."""
        parts = (numbers.secret.reveal().encode(), numbers.words.reveal().encode())
        values = {
            "staff": numbers.staff,
            "lookup": self._at.keys.words("numbers", numbers.words),
            "sealed": self._seal(parts, place("numbers", numbers.staff)),
            "made_on": numbers.made_on,
            "last_step": numbers.last_step,
        }
        self.remove_numbers(numbers.staff)
        try:
            self._at.run(_SET_NUMBERS, values)
        except IntegrityError:
            raise StorageError("these words are somebody else's") from None

    def count_number(self, staff: StaffId | None, step: int | None) -> bool:
        """See the port."""
        values = {"who": staff or "", "step": -1 if step is None else step}
        return self._at.run(_COUNT_NUMBER, values).rowcount == 1

    def remove_numbers(self, staff: StaffId) -> bool:
        """See the port."""
        gone = self._at.run(_REMOVE_NUMBERS, {"who": staff}).all()
        for row in gone:
            self._at.ends("numbers", row.sealed.hex())
        return bool(gone)

    def forget(self, staff: StaffId) -> None:
        """See the port."""
        for table in (sessions, links):
            self._at.run(sa.delete(table).where(table.c.staff == _WHO), {"who": staff})
        for passkey in self._at.run(_EVERY_PASSKEY, {"who": staff}).all():
            self.remove_passkey(staff, PasskeyId(passkey.id))
        self.remove_numbers(staff)
        self._at.wiped = True

    # ── sealing ─────────────────────────────────────────────────────────────────────────────────

    def _passkey(self, row: sa.Row[Any]) -> Passkey:
        id_, staff = PasskeyId(row.id), StaffId(row.staff)
        credential, public, title = self._open(row.sealed, _passkey_row(id_, staff))
        return Passkey(
            id=id_,
            staff=staff,
            credential=b64decode(credential),
            public=b64decode(public),
            title=Private(title),
            made_on=row.made_on,
            sign_count=int(row.sign_count),
            opens=row.wrapped_key is not None,
        )

    def _numbers(self, row: sa.Row[Any]) -> Numbers:
        staff = StaffId(row.staff)
        secret, words = self._open(row.sealed, place("numbers", staff))
        return Numbers(staff, Private(secret), Private(words), row.made_on, int(row.last_step))

    def _seal(self, parts: tuple[bytes, ...], row: bytes) -> bytes:
        data = json.dumps([part.decode() for part in parts]).encode()
        padded = data.ljust(-(-len(data) // _BLOCK) * _BLOCK)
        return seal(self._at.keys.desk_secret("logins"), padded, row)

    def _open(self, sealed: bytes, row: bytes) -> list[str]:
        found: list[str] = json.loads(unseal(self._at.keys.desk_secret("logins"), sealed, row))
        return found

    def _challenge(self, challenge: bytes, purpose: ChallengeFor, browser: Private | None) -> bytes:
        holder = browser.reveal() if browser is not None else ""
        return self._at.keys.token("challenge", Private(f"{purpose}|{holder}|{challenge.hex()}"))

    def _credential(self, credential: bytes) -> bytes:
        return self._at.keys.token("passkey", Private(credential.hex()))


def shut(at: Transaction, counsellor: CounsellorId) -> None:
    """Passkeys open the desk of this counsellor no more: the key they wrapped is gone."""
    at.run(_SHUT, {"who": counsellor})


def _passkey_row(passkey: PasskeyId, staff: StaffId) -> bytes:
    return place("passkeys", passkey, staff)


def _key_row(passkey: PasskeyId, public: bytes) -> bytes:
    return place("passkeys", passkey, "key", public.hex())
