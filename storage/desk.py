"""Logins, links, sessions and keys of staff. Tokens and cookies are stored as keyed hashes only."""

from datetime import date, datetime
from typing import Any, Final

import sqlalchemy as sa

from dialogues.private import Private
from handlers.domain.errors import StorageError
from handlers.domain.ids import ConversationId, CounsellorId, StaffId
from handlers.ports import (
    DeskSession,
    KeyState,
    LinkPurpose,
    MailKind,
    ReaderKey,
    Role,
    Staff,
    WrappedKey,
)
from storage import consents, counsellor_keys, letters, logins, pressure, rosters
from storage.counsellor_keys import KeyRow
from storage.mailbox import SqlMailbox
from storage.sealing import derive, place, public_of, seal, unseal
from storage.tables import cases, jobs, links, numbers, passkeys, ping_ways, sessions, staff, staff_reaches
from storage.tables import counsellor_keys as key_table
from storage.tables import mailbox as mail_table
from storage.times import minute, passed_minutes, second
from storage.transaction import Transaction

_WHO: sa.BindParameter[str] = sa.bindparam("who")
_TOKEN: sa.BindParameter[bytes] = sa.bindparam("token")
_STAFF = sa.select(staff).where(staff.c.id == _WHO)
_STAFF_OF = sa.select(staff).where(staff.c.counsellor == _WHO).order_by(staff.c.ended).limit(1)
_OFFICER = sa.select(staff).where(staff.c.role == Role.HR.value, ~staff.c.ended).order_by(staff.c.id).limit(1)
_LOGINS = sa.select(staff).where(~staff.c.ended).order_by(staff.c.role.desc(), staff.c.counsellor)
_INVITED = sa.select(links.c.until).where(
    links.c.staff == _WHO,
    links.c.purpose == LinkPurpose.INVITATION.value,
    links.c.until > sa.bindparam("now"),
)
_ADD_STAFF = sa.insert(staff)
_END_STAFF = sa.update(staff).where(staff.c.id == _WHO).values(ended=True)
_THEIRS = (
    sa.delete(sessions).where(sessions.c.staff == _WHO),
    sa.delete(links).where(links.c.staff == _WHO),
    sa.delete(staff_reaches).where(staff_reaches.c.staff == _WHO),
    sa.delete(ping_ways).where(ping_ways.c.staff == _WHO),
    sa.delete(jobs).where(jobs.c.staff == _WHO),
    *logins.FORGET,
)
_ADD_LINK = sa.insert(links)
_SPEND = (
    sa.delete(links)
    .where(links.c.lookup == _TOKEN, links.c.purpose == sa.bindparam("for_what"))
    .where(links.c.until > sa.bindparam("now"))
    .returning(links.c.staff)
)
_BEGIN = sa.insert(sessions)
STAYS_MINUTES: Final = 14 * 24 * 60
"""So long after its last press a browser is still known; without its key it opens a page, no words."""

HR_STAYS_MINUTES: Final = 8 * 60
"""HR has no key that locks, and publishes who the counsellors are: a browser left alone ends that night."""

_SESSION = (
    sa.select(
        sessions.c.wrapped_key,
        sessions.c.idle_minute,
        staff,
        key_table.c.public,
        sa.or_(
            sa.exists().where(passkeys.c.staff == staff.c.id),
            sa.exists().where(numbers.c.staff == staff.c.id),
        ).label("has_way"),
        sa.exists()
        .where(passkeys.c.staff == staff.c.id, passkeys.c.wrapped_key.is_not(None))
        .label("has_opener"),
    )
    .join_from(sessions, staff, staff.c.id == sessions.c.staff)
    .outerjoin(key_table, key_table.c.counsellor == staff.c.counsellor)
    .where(sessions.c.lookup == _TOKEN)
)
_MOVE_ON = sa.update(sessions).where(sessions.c.lookup == _TOKEN).values(idle_minute=sa.bindparam("until"))
_HOLD = sa.update(sessions).where(sessions.c.lookup == _TOKEN).values(wrapped_key=sa.bindparam("wrapped"))
_END = sa.delete(sessions).where(sessions.c.lookup == _TOKEN)
_END_ALL = (
    sa.delete(sessions).where(sessions.c.staff == _WHO),
    sa.delete(links).where(links.c.staff == _WHO),
)
_LOCK_COUNSELLOR = (
    sa.update(sessions)
    .where(sessions.c.staff.in_(sa.select(staff.c.id).where(staff.c.counsellor == _WHO)))
    .values(wrapped_key=None)
)
_PAUSED = (
    sa.select(cases.c.conversation)
    .where(cases.c.counsellor == _WHO, cases.c.status.in_(("waiting", "open")), cases.c.key_paused)
    .where(cases.c.conversation.is_not(None))
)
_KIND: sa.BindParameter[str] = sa.bindparam("kind")
_KEY_MAIL = sa.select(mail_table.c.conversation).where(mail_table.c.kind == _KIND)
_UNTOLD = _PAUSED.where(cases.c.conversation.not_in(_KEY_MAIL)).distinct()
_UNTELL = sa.delete(mail_table).where(mail_table.c.kind == _KIND, mail_table.c.conversation.in_(_PAUSED))


class SqlDesk:
    """Implements handlers.ports.Desk in one open transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._at = transaction

    def staff(self, staff: StaffId) -> Staff | None:
        """See the port."""
        return _staff(self._at.run(_STAFF, {"who": staff}).first())

    def staff_of(self, counsellor: CounsellorId) -> Staff | None:
        """See the port; the login that has not ended, if there is one."""
        return _staff(self._at.run(_STAFF_OF, {"who": counsellor}).first())

    def officer(self) -> Staff | None:
        """See the port."""
        return _staff(self._at.run(_OFFICER).first())

    def logins(self) -> list[Staff]:
        """See the port."""
        return [found for row in self._at.run(_LOGINS) if (found := _staff(row)) is not None]

    def is_invited(self, staff: StaffId, now: datetime) -> bool:
        """See the port."""
        values = {"who": staff, "now": int(now.timestamp())}
        return self._at.run(_INVITED, values).first() is not None

    def add_staff(self, staff: Staff) -> None:
        """See the port. Raises StorageError when role and counsellor do not go together (C35)."""
        if (staff.role is Role.COUNSELLOR) != (staff.counsellor is not None):
            raise StorageError("a login is either a counsellor's or HR's, never both")
        values = {"id": staff.id, "role": staff.role.value, "counsellor": staff.counsellor}
        self._at.run(_ADD_STAFF, values | {"ended": staff.ended})

    def end_staff(self, staff: StaffId) -> None:
        """See the port."""
        self._at.ends("login", staff)
        found = self.staff(staff)
        for statement in _THEIRS:
            self._at.run(statement, {"who": staff})
        self._at.must_write(self._at.run(_END_STAFF, {"who": staff}), "the login")
        if found is not None and found.counsellor is not None:
            counsellor_keys.remove(self._at, found.counsellor)
            letters.shut(self._at, found.counsellor)
            pressure.shut(self._at, found.counsellor)
            rosters.end_absences(self._at, found.counsellor)
        self._at.wiped = True

    def add_link(self, token: Private, staff: StaffId, purpose: LinkPurpose, until: datetime) -> None:
        """See the port."""
        values = {"lookup": self._link(token), "staff": staff, "purpose": purpose.value}
        self._at.run(_ADD_LINK, values | {"until": second(until)})

    def spend_link(self, token: Private, purpose: LinkPurpose, now: datetime) -> Staff | None:
        """See the port."""
        values = {"token": self._link(token), "for_what": purpose.value, "now": int(now.timestamp())}
        found = self._at.run(_SPEND, values).scalar()
        # Looked up also when nothing was found: the same statements for every token.
        return _staff(self._at.run(_STAFF, {"who": found or ""}).first())

    def begin_session(self, cookie: Private, staff: StaffId, idle_until: datetime) -> None:
        """See the port."""
        values = {"lookup": self._cookie(cookie), "staff": staff, "idle_minute": minute(idle_until)}
        self._at.run(_BEGIN, values)

    def session(self, cookie: Private, now: datetime, idle_until: datetime) -> DeskSession | None:
        """See the port. In a job of `Store.read` the idle time stays as it was."""
        token = self._cookie(cookie)
        row = self._at.run(_SESSION, {"token": token}).first()
        passed = passed_minutes(now)
        if row is None or row.ended or row.idle_minute + STAYS_MINUTES <= passed:
            return None
        if row.role == Role.HR.value and row.idle_minute + HR_STAYS_MINUTES <= passed:
            return None
        held = row.wrapped_key if passed < row.idle_minute else None
        if self._at.writing and held is None and row.wrapped_key is not None:
            self._at.run(_HOLD, {"token": token, "wrapped": None})
        until = minute(idle_until)
        if self._at.writing and until != row.idle_minute:
            self._at.run(_MOVE_ON, {"token": token, "until": until})
        key = None
        if held is not None:
            key = ReaderKey(unseal(_wrapping(cookie), held, _row(token)))
        who = _staff(row)
        if who is None:
            return None
        # A login or session that was moved to somebody else in the database brings another one's key.
        if key is not None and public_of(key.private) != row.public:
            key = None
        csrf = derive(cookie.reveal().encode(), "csrf").hex()
        return DeskSession(who, csrf, key, row.public is not None, bool(row.has_way), bool(row.has_opener))

    def unlock(self, cookie: Private, key: ReaderKey) -> None:
        """See the port. Raises StorageError when the session is gone."""
        token = self._cookie(cookie)
        wrapped = seal(_wrapping(cookie), key.private, _row(token))
        self._at.must_write(self._at.run(_HOLD, {"token": token, "wrapped": wrapped}), "the session")

    def lock(self, cookie: Private) -> None:
        """See the port."""
        self._at.run(_HOLD, {"token": self._cookie(cookie), "wrapped": None})

    def end_session(self, cookie: Private) -> None:
        """See the port."""
        self._at.run(_END, {"token": self._cookie(cookie)})

    def end_all_sessions(self, staff: StaffId) -> None:
        """See the port."""
        for statement in _END_ALL:
            self._at.run(statement, {"who": staff})

    def set_key(self, counsellor: CounsellorId, key: WrappedKey, on: date) -> None:
        """See the port. Also when there is no key now: the one before may have gone some time ago."""
        before = counsellor_keys.find(self._at, counsellor)
        counsellor_keys.replace(self._at, KeyRow(counsellor, key, on, confirmed_by=None))
        if before is None or before.key.public != key.public:
            self._hold(counsellor)
        if before is not None and before.key.public != key.public:
            self._at.ends("key", before.key.public.hex())

    def drop_key(self, counsellor: CounsellorId) -> list[ConversationId]:
        """See the port. Who was told of that already is not told a second time before reading it."""
        for public in counsellor_keys.remove(self._at, counsellor):
            self._at.ends("key", public.hex())
        self._hold(counsellor)
        return self._tell(counsellor, MailKind.KEY_LOST)

    def _hold(self, counsellor: CounsellorId) -> None:
        self._at.run(_LOCK_COUNSELLOR, {"who": counsellor})
        consents.withdraw_all(self._at, counsellor)
        letters.shut(self._at, counsellor)
        pressure.shut(self._at, counsellor)
        letters.paused(self._at, counsellor)
        logins.shut(self._at, counsellor)
        # Told of a key that is gone again: they are told anew once the next one can receive.
        self._untell(counsellor, MailKind.KEY_CHANGED)

    def wrapped_key(self, counsellor: CounsellorId) -> WrappedKey | None:
        """See the port. Raises StorageError when the row was changed by someone else."""
        row = counsellor_keys.find(self._at, counsellor)
        return row.key if row is not None else None

    def confirm_key(self, counsellor: CounsellorId, shown: str, by: CounsellorId) -> list[ConversationId]:
        """See the port. Confirming once more tells nobody a second time."""
        counsellor_keys.confirm(self._at, counsellor, shown, by)
        self._untell(counsellor, MailKind.KEY_LOST)  # not so any more: there is a new one
        return self._tell(counsellor, MailKind.KEY_CHANGED)

    def _tell(self, counsellor: CounsellorId, kind: MailKind) -> list[ConversationId]:
        mailbox, values = SqlMailbox(self._at), {"who": counsellor, "kind": kind.value}
        told = [ConversationId(row.conversation) for row in self._at.run(_UNTOLD, values)]
        for conversation in told:
            mailbox.put(conversation, kind)
        return told

    def _untell(self, counsellor: CounsellorId, kind: MailKind) -> None:
        self._at.run(_UNTELL, {"who": counsellor, "kind": kind.value})

    def keys(self) -> list[KeyState]:
        """See the port."""
        return [counsellor_keys.state(row) for row in counsellor_keys.every(self._at)]

    def _link(self, token: Private) -> bytes:
        return self._at.keys.token("link", token)

    def _cookie(self, cookie: Private) -> bytes:
        return self._at.keys.token("desk", cookie)


def _staff(row: sa.Row[Any] | None) -> Staff | None:
    if row is None:
        return None
    counsellor = CounsellorId(row.counsellor) if row.counsellor is not None else None
    return Staff(StaffId(row.id), Role(row.role), counsellor, bool(row.ended))


def _wrapping(cookie: Private) -> bytes:
    return derive(cookie.reveal().encode(), "desk")


def _row(token: bytes) -> bytes:
    return place("sessions", token.hex(), "desk key")
