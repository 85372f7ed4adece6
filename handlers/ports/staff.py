"""Logins of counsellors and HR, their sessions and keys, and the published rosters."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from dialogues.private import Private
from handlers.domain.absence import OwnAbsence
from handlers.domain.ids import AbsenceId, ConversationId, CounsellorId, StaffId
from handlers.domain.roster import Roster
from handlers.domain.roster_events import EventKind, RosterEvent
from handlers.ports.people import ReaderKey


class Role(StrEnum):
    """What a login is for; nobody has two (C35)."""

    COUNSELLOR = "counsellor"
    HR = "hr"


@dataclass(frozen=True, slots=True)
class Staff:
    """A login. One role only (C35): a counsellor is never HR."""

    id: StaffId
    role: Role
    counsellor: CounsellorId | None  # set when role is counsellor
    ended: bool = False


class LinkPurpose(StrEnum):
    """What a one-time link opens."""

    LOGIN = "login"  # 15 minutes
    INVITATION = "invitation"  # 24 h, once
    TELEGRAM = "telegram"  # links a counsellor's Telegram account, 15 minutes


@dataclass(frozen=True, slots=True, repr=False)
class DeskSession:
    """A logged-in browser. `key` is there when the desk is unlocked, for this request only."""

    staff: Staff
    csrf: str
    key: ReaderKey | None
    has_passphrase: bool
    has_way: bool = False  # a passkey or numbers of one's own, so that no link is needed any more
    has_opener: bool = False  # a passkey whose PRF opens the key


@dataclass(frozen=True, slots=True)
class KeyState:
    """A counsellor's key as the roster page and the desk may show it."""

    counsellor: CounsellorId
    fingerprint: str  # groups of digits, to be read aloud
    confirmed: bool  # another active counsellor has confirmed it; until then it receives nothing
    made_on: date


@dataclass(frozen=True, slots=True, repr=False)
class WrappedKey:
    """A counsellor's private key under Argon2id(passphrase) and the desk pepper; with its public half."""

    public: bytes
    wrapped: bytes
    salt: bytes


class Desk(Protocol):
    """Logins, links, sessions and keys of staff."""

    def staff(self, staff: StaffId) -> Staff | None: ...

    def staff_of(self, counsellor: CounsellorId) -> Staff | None: ...

    def officer(self) -> Staff | None:
        """The login of HR, when there is one that has not ended."""

    def logins(self) -> list[Staff]:
        """Every login that has not ended: HR's, then the counsellors'."""

    def is_invited(self, staff: StaffId, now: datetime) -> bool:
        """Whether an invitation of theirs still works."""

    def add_staff(self, staff: Staff) -> None: ...

    def end_staff(self, staff: StaffId) -> None:
        """Sessions, links, ways to log in, reach and wrapped key go at once."""

    def add_link(self, token: Private, staff: StaffId, purpose: LinkPurpose, until: datetime) -> None:
        """Only a keyed hash of the token is stored."""

    def spend_link(self, token: Private, purpose: LinkPurpose, now: datetime) -> Staff | None:
        """Once; None when unknown, spent, of another purpose or too late. Same work in every case."""

    def begin_session(self, cookie: Private, staff: StaffId, idle_until: datetime) -> None: ...

    def session(self, cookie: Private, now: datetime, idle_until: datetime) -> DeskSession | None:
        """None when unknown or not used for two weeks; otherwise its idle time is moved on.

        The key is gone once the idle time has passed: the passphrase is asked again, not a new link.
        """

    def unlock(self, cookie: Private, key: ReaderKey) -> None: ...

    def lock(self, cookie: Private) -> None: ...

    def end_session(self, cookie: Private) -> None: ...

    def end_all_sessions(self, staff: StaffId) -> None: ...

    def set_key(self, counsellor: CounsellorId, key: WrappedKey, on: date) -> None:
        """A new key: unconfirmed; every running case of this counsellor waits as after `drop_key`."""

    def drop_key(self, counsellor: CounsellorId) -> list[ConversationId]:
        """Destroy this counsellor's key. What was sealed to it goes: nobody can open it any more.

        Every running case waits until a new key was confirmed and the employee was told of it. Gives the
        conversations that now have "the key is gone" in their mailbox.
        """

    def wrapped_key(self, counsellor: CounsellorId) -> WrappedKey | None: ...

    def confirm_key(self, counsellor: CounsellorId, shown: str, by: CounsellorId) -> list[ConversationId]:
        """Confirm the key with the fingerprint that was shown, and no other.

        Gives the conversations that now have "the key is new" in their mailbox: there is a choice to make.
        Raises StorageError when the key is another one, or when `by` is the same counsellor.
        """

    def keys(self) -> list[KeyState]:
        """Every current key. Raises StorageError when a MAC does not fit (someone changed the row)."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo of a counsellor, without the pixels. `agreed_on`: HR noted that they agreed to it."""

    id: str
    counsellor: CounsellorId
    agreed_on: date


class Rosters(Protocol):
    """Published versions of the roster and the one draft; versions are never changed."""

    def current(self) -> Roster:
        """The published version as it holds now: with the days that counsellors told at the desk."""

    def published(self) -> Roster:
        """The same without those days: what the next version is made from."""

    def away(self) -> list[OwnAbsence]:
        """Every absence that counsellors told at the desk, the first to begin first."""

    def keep_away(self, absence: OwnAbsence) -> None: ...

    def end_away(self, absence: AbsenceId) -> None:
        """It does not hold any more; nothing of it stays."""

    def draft(self) -> Roster | None: ...

    def save_draft(self, roster: Roster, based_on: int) -> None:
        """Raises Stale when the published version is no longer `based_on`."""

    def publish(self, on: date) -> Roster:
        """The draft becomes the next version. Raises StorageError when there is no draft."""

    def versions(self) -> list[tuple[int, date]]: ...

    def version(self, number: int) -> Roster | None:
        """The roster as it was published with this number; nobody in it for number 0."""

    def note(
        self, kind: EventKind, counsellor: CounsellorId, on: date | None = None, about: date | None = None
    ) -> None:
        """Add to what was done about appointments; `on` is today when it is left out. Never changed later."""

    def packs(self) -> list[tuple[date, int]]:
        """How many packs HR says it handed out, by the first day of the month, oldest first."""

    def set_packs(self, month: date, many: int) -> None:
        """The total of a month, instead of what was there; months of over two years ago go."""

    def checks(self) -> dict[str, date]:
        """On which day HR last checked a help line or a door, by its id."""

    def check(self, entry: str, on: date) -> None:
        """It was checked on this day; the day before is forgotten."""

    def events(self) -> list[RosterEvent]:
        """All that was noted, oldest first."""

    def pictures(self) -> dict[str, Picture]:
        """Every photo that is there, by its id; without the pixels."""

    def picture(self, which: str) -> bytes | None:
        """The JPEG; None when it is not there (any more)."""

    def keep_picture(self, picture: Picture, body: bytes) -> None: ...

    def drop_picture(self, which: str) -> None:
        """Destroy it; nothing happens when it is not there."""
