"""The keys of this machine in use: pseudonyms, state keys, readers' keys, wrapping and MACs (KEYS.md)."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from dialogues.private import Private
from handlers.domain.codes import as_spoken
from handlers.domain.errors import CannotOpen
from handlers.domain.ids import ConversationId
from handlers.ports import Channel, Clock, Peer, ReaderKey, WrappedKey
from storage.key_files import (
    EPOCH_DAYS,
    LASTING,
    KeyFolder,
    KeyFolderError,
    Lasting,
    Series,
    epoch_of,
    first_day,
)
from storage.readers import Readers
from storage.sealing import derive, expand, key_pair, keyed, new_key, place, seal, unseal

KEK_DAYS: Final = 7
"""A key-encryption key is destroyed so many days after its day: the term of a data backup."""

_MEMORY_KIB: Final = 64 * 1024
_PASSES: Final = 3
_PSEUDONYMOUS: Final = frozenset({Channel.TELEGRAM})
"""Channels whose sender is an account that can be guessed; the others bring an unguessable token."""

__all__ = ["KEK_DAYS", "KeyFolderError", "Keys"]


@dataclass(frozen=True, slots=True, repr=False)
class _Epoch:
    number: int
    pseudonym: bytes
    employee: bytes | None


class Keys:
    """Everything that is derived from the key folder; implements handlers.ports.Keyring.

    One per process. Keys that other processes made are noticed within an hour, or at once when a row
    refers to them.
    """

    def __init__(self, folder: KeyFolder, clock: Clock) -> None:
        self._folder = folder
        self._clock = clock
        self._lasting: dict[Lasting, bytes] = {name: folder.lasting(name) for name in LASTING}
        self._audit = expand(self._lasting["roster"], "audit")
        self._relay_private, self.relay_public = key_pair(self._lasting["relay"])
        self._keks: dict[date, bytes] = {}
        self._epochs: tuple[_Epoch, ...] = ()
        self._look_again = clock.now()
        self.check = keyed(self._lasting["roster"], "database", b"openoor")
        """What a database remembers, to refuse another folder's keys."""

    @classmethod
    def open(cls, folder: Path, clock: Clock) -> "Keys":
        """The keys in this folder, made when it is empty: `open_keys` looks first whether they may.

        Raises KeyFolderError with a sentence.
        """
        return cls(KeyFolder(folder), clock)

    # ── who writes (Keyring) ────────────────────────────────────────────────────────────────────

    def peer(self, channel: Channel, sender: Private) -> Peer:
        """See handlers.ports.Keyring. On every channel but Telegram `sender` is an unguessable token."""
        account = f"{channel}|{sender.reveal()}".encode()
        if channel not in _PSEUDONYMOUS:
            return Peer(
                channel=channel,
                lookups=(keyed(self._lasting["session"], "peer", account),),
                state_key=derive(account, "state"),
                secret=derive(account, "employee"),
            )
        epochs = self._kept_epochs()
        return Peer(
            channel=channel,
            lookups=tuple(keyed(e.pseudonym, "peer", account) for e in epochs),
            state_key=self.state_key(epochs[0].number, account),
            secret=account,
            address=sender,
            epochs=tuple(e.number for e in epochs),
        )

    def delivery(self, channel: Channel, delivery: str) -> bytes:
        """See handlers.ports.Keyring."""
        return keyed(self._lasting["delivery"], "delivery", f"{channel}|{delivery}".encode())

    def code_key(self, code: Private) -> tuple[ReaderKey, bytes, bytes]:
        """See handlers.ports.Keyring. A code has at least 88 random bits, so no slow hash is needed."""
        words = as_spoken(code.reveal()).encode()
        private, public = key_pair(derive(words, "employee code", self._lasting["code"]))
        return ReaderKey(private), public, keyed(self._lasting["code"], "code", words)

    def staff_lookup(self, channel: Channel, sender: Private) -> bytes:
        """See handlers.ports.Keyring. Staff accounts are not pseudonymous: this lookup has no epochs."""
        return keyed(self._lasting["session"], "staff", f"{channel}|{sender.reveal()}".encode())

    def new_counsellor_key(self, passphrase: Private) -> tuple[ReaderKey, WrappedKey]:
        """See handlers.ports.Keyring."""
        private, public = key_pair(new_key())
        salt = new_key()[:16]
        return ReaderKey(private), WrappedKey(
            public, seal(self._passphrase_key(passphrase, salt), private, public), salt
        )

    def open_counsellor_key(self, key: WrappedKey, passphrase: Private) -> ReaderKey | None:
        """See handlers.ports.Keyring."""
        try:
            return ReaderKey(unseal(self._passphrase_key(passphrase, key.salt), key.wrapped, key.public))
        except CannotOpen:
            return None

    def _passphrase_key(self, passphrase: Private, salt: bytes) -> bytes:
        slow = Argon2id(salt=salt, length=32, iterations=_PASSES, lanes=1, memory_cost=_MEMORY_KIB)
        typed = unicodedata.normalize("NFKC", passphrase.reveal()).encode()
        return derive(slow.derive(typed), "counsellor", self._lasting["desk"])

    # ── for the repositories ────────────────────────────────────────────────────────────────────

    def today(self) -> date:
        """The day that rows are stamped with (UTC)."""
        return self._clock.now().date()

    def state_key(self, epoch: int, account: bytes) -> bytes:
        """The key of a Telegram chat's state. Raises CannotOpen when the epoch's pepper was destroyed."""
        return derive(account, "state", self._employee_pepper(epoch))

    def own_key(self, epoch: int, account: bytes, salt: bytes) -> tuple[bytes, bytes]:
        """(private, public) key of a Telegram employee in one conversation. Raises CannotOpen."""
        return key_pair(derive(account + salt, "employee", self._employee_pepper(epoch)))

    def wrap(self, key: bytes, conversation: ConversationId, readers: Readers) -> tuple[bytes, date]:
        """A conversation's key under today's key-encryption key, and that key's day."""
        day = self.today()
        return seal(self._kek(day), key, place("key", conversation, *readers.named())), day

    def unwrap(self, wrapped: bytes, day: date, conversation: ConversationId, readers: Readers) -> bytes:
        """A conversation's key.

        Raises CannotOpen when the key-encryption key was destroyed, or when these are not the public keys
        that it was wrapped with.
        """
        return unseal(self._kek(day), wrapped, place("key", conversation, *readers.named()))

    def token(self, use: str, token: Private) -> bytes:
        """The lookup of a cookie or a link; `use` keeps them apart."""
        return keyed(self._lasting["session"], use, token.reveal().encode())

    def desk_secret(self, use: str) -> bytes:
        """What seals how staff log in: under the desk pepper, never in the database."""
        return expand(self._lasting["desk"], use)

    def prf_key(self, secret: Private) -> bytes:
        """What wraps a counsellor's key under a passkey's PRF; nothing without the desk pepper."""
        return derive(secret.reveal().encode(), "passkey", self._lasting["desk"])

    def words(self, use: str, words: Private) -> bytes:
        """The lookup of words that somebody types; spelling is made equal first."""
        return keyed(self._lasting["session"], use, as_spoken(words.reveal()).encode())

    def mac(self, fields: bytes) -> bytes:
        """What proves that a row of public keys was written by this program."""
        return keyed(self._lasting["roster"], "public key", fields, 32)

    def audit_link(self, previous: bytes, fields: bytes) -> bytes:
        """The next link of the audit chain."""
        return keyed(self._audit, "audit", previous + fields, 32)

    def ending(self, kind: str, row: str) -> str:
        """The mark of a row that ended; says nothing without the key files."""
        return keyed(self._lasting["session"], "ended", f"{kind}|{row}".encode()).hex()

    def note_ended(self, marks: Iterable[str]) -> None:
        """Keep these marks. Raises OSError when they cannot be written."""
        self._folder.note_ended(self.today(), marks)

    def ended(self) -> frozenset[str]:
        """Marks of what ended since the oldest backup that may be put back."""
        return self._folder.ended()

    def forget_ended(self) -> None:
        """Marks that no backup needs any more go."""
        self._folder.forget_ended(self.today() - timedelta(days=KEK_DAYS + 1))

    @property
    def relay_private(self) -> bytes:
        """What opens addresses; of the worker."""
        return self._relay_private

    # ── terms ───────────────────────────────────────────────────────────────────────────────────

    def kek_days(self) -> tuple[date, ...]:
        """Days whose key-encryption key still exists."""
        return self._folder.days("kek")

    def destroy_keks(self, before: date, kept: set[date]) -> None:
        """Destroy every key-encryption key of a day before `before`, unless a row is still wrapped to it."""
        for day in self._folder.days("kek"):
            if day < before and day not in kept:
                self._folder.destroy("kek", day)
                self._keks.pop(day, None)

    def destroy_epochs(self, visited: set[int], own: set[int], before: date) -> None:
        """Destroy the peppers that no row refers to any more.

        `visited`: epochs of the last visit of running chats; those that ended before `before` no longer
        count. `own`: epochs that employees' own keys follow from; they count as long as the letters are
        there. The running epoch and the one before it stay: a turn may be under way with it.
        """
        running = epoch_of(self.today())
        recent = {e for e in visited if first_day(e) + timedelta(days=EPOCH_DAYS) > before}
        kept_of: dict[Series, set[int]] = {"pseudonym": recent, "employee": recent | own}
        for series, kept in kept_of.items():
            for day in self._folder.days(series):
                if epoch_of(day) < running - 1 and epoch_of(day) not in kept:
                    self._folder.destroy(series, day)
        self._look_again = self._clock.now()

    def _kek(self, day: date) -> bytes:
        if day not in self._keks:
            today = self.today()
            key = self._folder.make_of_day("kek", day) if day == today else self._folder.of_day("kek", day)
            if key is None:
                raise CannotOpen("the key-encryption key of that day was destroyed")
            self._keks[day] = key
        return self._keks[day]

    def _employee_pepper(self, epoch: int) -> bytes:
        for known in self._kept_epochs():
            if known.number == epoch and known.employee is not None:
                return known.employee
        pepper = self._folder.of_day("employee", first_day(epoch))
        if pepper is None:
            raise CannotOpen("the pepper of that epoch was destroyed")
        return pepper

    def _kept_epochs(self) -> tuple[_Epoch, ...]:
        now = self._clock.now()
        running = epoch_of(now.date())
        if now >= self._look_again or not self._epochs or self._epochs[0].number != running:
            today = first_day(running)
            self._folder.make_of_day("pseudonym", today)
            self._folder.make_of_day("employee", today)
            self._epochs = tuple(self._load_epochs(running))
            self._look_again = now + timedelta(hours=1)
        return self._epochs

    def _load_epochs(self, running: int) -> list[_Epoch]:
        found = []
        for day in reversed(self._folder.days("pseudonym")):
            pepper = self._folder.of_day("pseudonym", day)
            if pepper is not None and epoch_of(day) <= running:
                found.append(_Epoch(epoch_of(day), pepper, self._folder.of_day("employee", day)))
        return found
