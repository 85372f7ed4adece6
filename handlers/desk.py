"""The counsellor's desk: logging in, keys, reading, answering, closing (C10, C12, C35, C40).

A counsellor reaches own cases only; somebody else's case and a case that does not exist give the
same answer (I8). Nothing here opens without the counsellor's own key.
"""

import asyncio
import secrets
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from dialogues.private import Private
from handlers.appointments import is_over
from handlers.directory import look
from handlers.domain.alias import alias
from handlers.domain.case import Case, Status, Step
from handlers.domain.ids import CaseId, CounsellorId, StaffId
from handlers.notices import notify, push
from handlers.ports import (
    Author,
    Clock,
    DeskSession,
    Keyring,
    KeyState,
    Letter,
    LinkPurpose,
    MailKind,
    MessageKind,
    Role,
    Staff,
    Store,
    Work,
)

IDLE = timedelta(minutes=15)
"""After so long without a press the desk locks itself (KEYS.md)."""

TERMS = {
    LinkPurpose.LOGIN: timedelta(minutes=15),
    LinkPurpose.INVITATION: timedelta(hours=24),
    LinkPurpose.TELEGRAM: timedelta(minutes=15),
}

PASSPHRASE_LENGTH = 12
"""Characters a passphrase has at least."""

Problem = Literal["too_short", "has_one", "wrong"]
Verdict = Literal["accept", "decline"]


@dataclass(frozen=True, slots=True)
class InboxRow:
    """A case as its counsellor sees it in the list; the alias never leaves the desk."""

    case: Case
    alias: str
    overdue: bool


@dataclass(frozen=True, slots=True)
class CaseView:
    """One opened case: who (alias), where it stands and every letter."""

    case: Case
    alias: str
    letters: tuple[Letter, ...]

    @property
    def sealed_before(self) -> bool:
        """Whether the first words are not there because they were sealed to an earlier key."""
        kinds = {letter.kind for letter in self.letters}
        return bool(self.case.conversation) and MessageKind.INTRODUCTION not in kinds


class DeskRoom:
    """Everything the desk can do. Sessions are looked up by their cookie, for one request."""

    def __init__(self, store: Store, keyring: Keyring, clock: Clock) -> None:
        self._store, self._keyring, self._clock = store, keyring, clock

    # ── logging in ──────────────────────────────────────────────────────────────────────────────

    async def link(self, staff: StaffId, purpose: LinkPurpose) -> Private:
        """A one-time token, 256 bits; only its keyed hash is stored."""
        token, until = Private(secrets.token_urlsafe(32)), self._clock.now() + TERMS[purpose]
        await self._store.write(lambda work: work.desk.add_link(token, staff, purpose, until))
        return token

    async def enter(self, token: Private, *purposes: LinkPurpose) -> Private | None:
        """Spend a login link; the cookie of a fresh session, or None when it opens nothing."""
        cookie, now = Private(secrets.token_urlsafe(32)), self._clock.now()

        def job(work: Work) -> bool:
            found = [work.desk.spend_link(token, purpose, now) for purpose in purposes]
            staff = next(filter(None, found), None)
            if staff is None or staff.ended:
                return False
            work.desk.begin_session(cookie, staff.id, now + IDLE)
            work.audit.note("login", staff.id)
            return True

        return cookie if await self._store.write(job) else None

    async def session(self, cookie: Private) -> DeskSession | None:
        """The session of this cookie, its idle time moved on; None when there is none (any more)."""
        now = self._clock.now()

        def job(work: Work) -> DeskSession | None:
            found = work.desk.session(cookie, now, now + IDLE)
            gone = found is not None and is_over(work, found.staff.counsellor, now.date())
            return None if gone else found

        return await self._store.write(job)

    async def set_passphrase(self, cookie: Private, session: DeskSession, phrase: Private) -> Problem | None:
        """The counsellor's first passphrase: makes the key, which receives nothing until it is confirmed."""
        counsellor = session.staff.counsellor
        if session.has_passphrase or counsellor is None:
            return "has_one"
        if len(phrase.reveal()) < PASSPHRASE_LENGTH:
            return "too_short"
        key, wrapped = await asyncio.to_thread(self._keyring.new_counsellor_key, phrase)
        today = self._clock.now().date()

        def job(work: Work) -> bool:
            if work.desk.wrapped_key(counsellor) is not None:
                return False
            for conversation in work.desk.set_key(counsellor, wrapped, today):
                push(work, conversation)
            work.desk.unlock(cookie, key)
            work.audit.note("key made", session.staff.id)
            for other in _colleagues(work, counsellor, today):
                notify(work, other, "key")
            return True

        return None if await self._store.write(job) else "has_one"

    async def unlock(self, cookie: Private, session: DeskSession, phrase: Private) -> bool:
        """Open the desk for this session. False when the passphrase does not fit; nothing has changed."""
        counsellor = session.staff.counsellor
        if counsellor is None:
            return False
        wrapped = await self._store.read(lambda work: work.desk.wrapped_key(counsellor))
        if wrapped is None:
            return False
        key = await asyncio.to_thread(self._keyring.open_counsellor_key, wrapped, phrase)
        if key is None:
            return False
        await self._store.write(lambda work: work.desk.unlock(cookie, key))
        return True

    async def lock(self, cookie: Private) -> None:
        """Close the desk; the session stays."""
        await self._store.write(lambda work: work.desk.lock(cookie))

    async def leave(self, cookie: Private) -> None:
        """Log out."""
        await self._store.write(lambda work: work.desk.end_session(cookie))

    async def leave_everywhere(self, staff: StaffId) -> None:
        """Log out on every device."""
        await self._store.write(lambda work: work.desk.end_all_sessions(staff))

    # ── keys of colleagues ──────────────────────────────────────────────────────────────────────

    async def keys(self) -> list[KeyState]:
        """Every counsellor's key, to be compared and confirmed."""
        return await self._store.read(lambda work: work.desk.keys())

    async def confirm(self, session: DeskSession, counsellor: CounsellorId, shown: str) -> bool:
        """Confirm a colleague's key after comparing its fingerprint, as it was shown; never one's own.

        False when the key is another one by now, at a locked desk, and for a counsellor whose own key nobody
        confirmed while others have one that was: a link alone, or two new logins together, can make no key
        receive anything.
        """
        by, today = session.staff.counsellor, self._clock.now().date()
        if by is None or by == counsellor or session.key is None:
            return False

        def job(work: Work) -> bool:
            keys = {key.counsellor: key for key in work.desk.keys()}  # noqa: SIM118  # a list of keys, no dict
            confirmed = {who for who, key in keys.items() if key.confirmed}
            if counsellor not in keys or keys[counsellor].fingerprint != shown:
                return False
            if confirmed and by not in confirmed:
                return False
            work.desk.confirm_key(counsellor, shown, by)
            work.audit.note("key confirmed", session.staff.id)
            for other in _colleagues(work, by, today):
                notify(work, other, "key")
            return True

        return await self._store.write(job)

    # ── cases ───────────────────────────────────────────────────────────────────────────────────

    async def inbox(self, session: DeskSession, language: str) -> list[InboxRow]:
        """Own cases, longest waiting first."""
        counsellor, today = session.staff.counsellor, self._clock.now().date()
        if counsellor is None:
            return []
        cases = await self._store.read(lambda work: work.cases.of_counsellor(counsellor))
        return [
            InboxRow(case, alias(case.id, language), case.status is Status.WAITING and case.reply_by < today)
            for case in cases
        ]

    async def open_case(self, session: DeskSession, case_id: CaseId, language: str) -> CaseView | None:
        """One own case with its letters; None when it is nobody's, someone else's, or the desk is locked."""
        key = session.key
        if key is None:
            return None

        def job(work: Work) -> CaseView | None:
            case = _own(work, session, case_id)
            if case is None:
                return None
            letters = work.cases.letters(case, Author.COUNSELLOR, key)
            work.audit.note("case opened", session.staff.id)
            return CaseView(case, alias(case.id, language), tuple(letters))

        return await self._store.write(job)

    async def accept(self, session: DeskSession, case_id: CaseId) -> bool:
        """Take a waiting case. False when it is not one's own or no longer waiting."""
        return await self._step(session.staff, case_id, Step.ACCEPT, MailKind.ACCEPTED)

    async def decline(self, session: DeskSession, case_id: CaseId) -> bool:
        """Not take it: the words are destroyed here, and the employee chooses what now."""
        return await self._step(session.staff, case_id, Step.DECLINE, MailKind.DECLINED)

    async def close(self, session: DeskSession, case_id: CaseId) -> bool:
        """End the contact; readable to both for retention.closed_days more. False at a locked desk."""
        if session.key is None:
            return False
        return await self._step(session.staff, case_id, Step.CLOSE, MailKind.CLOSED)

    async def answer_notice(self, staff: Staff, job_id: str, verdict: Verdict) -> bool:
        """Accept or decline from the notice on Telegram. False when it is no longer waiting."""
        job = await self._store.read(lambda work: work.schedule.read(job_id))
        if job is None or job.case is None or job.staff != staff.id or staff.ended:
            return False
        steps = {"accept": (Step.ACCEPT, MailKind.ACCEPTED), "decline": (Step.DECLINE, MailKind.DECLINED)}
        return await self._step(staff, job.case, *steps[verdict])

    async def reply(
        self, session: DeskSession, case_id: CaseId, text: Private, form: str | None = None
    ) -> bool:
        """Write to the employee of an open case of one's own. False at a locked desk.

        The same words by the same form are sent once, in any tab and after any restart. False too while
        one's key is new: the employee is told of that first, and a colleague confirms it.
        """
        if session.key is None:
            return False

        def job(work: Work) -> bool:
            case = _own(work, session, case_id)
            if case is None or case.status is not Status.OPEN or case.key_paused:
                return False
            if case.counsellor not in look(work).reachable:
                return False
            if work.cases.write_to_employee(case, text, form) is None:
                return True
            work.mailbox.put(case.conversation, MailKind.MESSAGE)
            push(work, case.conversation)
            return True

        return await self._store.write(job)

    async def _step(self, staff: Staff, case_id: CaseId, step: Step, mail: MailKind) -> bool:
        today = self._clock.now().date()

        def job(work: Work) -> bool:
            case = work.cases.get(case_id)
            if case is None or staff.counsellor is None or case.counsellor != staff.counsellor:
                return False
            if not case.allows(step) or is_over(work, staff.counsellor, today):
                return False
            if case.key_paused and step is not Step.DECLINE:
                return False
            if step is Step.DECLINE:
                work.cases.take_back(case)
                case = work.cases.part(case, Status.DECLINED)
            work.cases.save(case.after(step, today))
            work.mailbox.put(case.conversation, mail)
            push(work, case.conversation)
            work.audit.note(f"case {mail.value}", staff.id)
            return True

        return await self._store.write(job)


def _own(work: Work, session: DeskSession, case_id: CaseId) -> Case | None:
    case = work.cases.get(case_id)
    own = (
        case is not None
        and session.staff.counsellor is not None
        and case.counsellor == session.staff.counsellor
    )
    return case if own and session.staff.role is Role.COUNSELLOR else None


def _colleagues(work: Work, counsellor: CounsellorId, today: date) -> list[CounsellorId]:
    return [c.id for c in work.roster.current().active(today) if c.id != counsellor]
