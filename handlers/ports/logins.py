"""How staff log in: passkeys, one-time numbers, and the challenges that a passkey answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from dialogues.private import Private
from handlers.domain.ids import PasskeyId, StaffId
from handlers.ports.people import ReaderKey


@dataclass(frozen=True, slots=True, repr=False)
class Passkey:
    """A passkey of somebody. Everything but its count is sealed where it is stored."""

    id: PasskeyId
    staff: StaffId
    credential: bytes  # what the authenticator calls it
    public: bytes  # COSE
    title: Private  # what its owner calls it
    made_on: date
    sign_count: int = 0
    opens: bool = False  # its PRF opens the counsellor's own key


@dataclass(frozen=True, slots=True, repr=False)
class Numbers:
    """An app that shows one-time numbers. `words` are what its owner is found by, on the login page."""

    staff: StaffId
    secret: Private
    words: Private
    made_on: date
    last_step: int  # numbers of this step and before count no more


class ChallengeFor(StrEnum):
    """What a challenge may be answered for."""

    LOGIN = "login"
    ADDING = "adding"
    OPENING = "opening"


class Logins(Protocol):
    """Ways to log in, in one open transaction."""

    def add_challenge(
        self, challenge: bytes, purpose: ChallengeFor, browser: Private | None, until: datetime
    ) -> None:
        """Only a keyed hash is stored, over purpose and browser too."""

    def take_challenge(
        self, challenge: bytes, purpose: ChallengeFor, browser: Private | None, now: datetime
    ) -> bool:
        """Once. False when it was never given for this, was taken, or is too late; same work always."""

    def passkeys(self, staff: StaffId) -> list[Passkey]:
        """Oldest first."""

    def passkey(self, credential: bytes) -> Passkey | None: ...

    def add_passkey(self, passkey: Passkey) -> None:
        """Raises StorageError when this authenticator's passkey is known already."""

    def count_use(self, passkey: PasskeyId, sign_count: int) -> None: ...

    def remove_passkey(self, staff: StaffId, passkey: PasskeyId) -> bool:
        """False when it is not there or somebody else's."""

    def let_open(self, passkey: Passkey, secret: Private, key: ReaderKey) -> None:
        """Keep a second wrapped copy of the counsellor's key, under this passkey's PRF."""

    def opened_by(self, passkey: Passkey, secret: Private) -> ReaderKey | None:
        """The counsellor's present key, when this PRF opens it."""

    def numbers(self, staff: StaffId) -> Numbers | None: ...

    def numbers_at(self, words: Private) -> Numbers | None:
        """Spelling is made equal first."""

    def set_numbers(self, numbers: Numbers) -> None:
        """Instead of what was there. Raises StorageError when somebody else has the same words."""

    def count_number(self, staff: StaffId | None, step: int | None) -> bool:
        """Whether a number of this step counts now, for the first time; the same statement in every case."""

    def remove_numbers(self, staff: StaffId) -> bool: ...

    def forget(self, staff: StaffId) -> None:
        """Passkeys, numbers, sessions and links of one login go."""


@dataclass(frozen=True, slots=True, repr=False)
class Registered:
    """A passkey that was just made."""

    credential: bytes
    public: bytes
    sign_count: int


@dataclass(frozen=True, slots=True, repr=False)
class Claim:
    """What an answer says before anything of it was checked."""

    challenge: bytes
    credential: bytes


class Authenticator(Protocol):
    """Speaks WebAuthn with browsers, for this one site only."""

    def offer(self, challenge: bytes, staff: StaffId, name: str, known: Sequence[bytes]) -> str:
        """What a browser needs to make a passkey, as JSON."""

    def ask(self, challenge: bytes, known: Sequence[bytes] = ()) -> str:
        """What a browser needs to use one, as JSON; without `known` any passkey of this site."""

    def claim(self, answer: Private) -> Claim:
        """Which challenge and which passkey an answer names; empty bytes for what cannot be read."""

    def registered(self, answer: Private, challenge: bytes) -> Registered | None:
        """The new passkey, when it was made here, for this challenge, by somebody who was verified."""

    def used(self, answer: Private, challenge: bytes, passkey: Passkey | None) -> int | None:
        """The passkey's new count; None when it was not used here, for this challenge, by its owner.

        Without a passkey the same is worked out, and the answer is None.
        """
