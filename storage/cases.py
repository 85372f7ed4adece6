"""Cases in one open transaction; the words in them are in letters.py."""

from dataclasses import replace
from datetime import date

import sqlalchemy as sa

from dialogues.private import Private
from handlers.domain.case import RUNNING, Case, Status
from handlers.domain.consent import KeyedDigest, Spent
from handlers.domain.errors import StorageError
from handlers.domain.ids import CaseId, ConversationId, CounsellorId, MessageId
from handlers.ports import Author, Letter, MessageKind, ReaderKey
from storage import forgetting, letters
from storage.case_rows import CASE_COLUMNS, case_of, values_of
from storage.tables import cases
from storage.transaction import Transaction

_NOT_ENDED = (Status.WAITING.value, Status.OPEN.value, Status.DECLINED.value)
_ENDED = (Status.CLOSED.value, Status.WITHDRAWN.value)
_ON_THE_DESK = (Status.WAITING.value, Status.OPEN.value, *_ENDED)
_ONE_WORD = cases.c.conversation.is_(None)

_ADD = sa.insert(cases)
_NEXT = sa.select(sa.func.coalesce(sa.func.max(cases.c.seq), 0) + 1).where(
    cases.c.conversation == sa.bindparam("chat")
)
_GET = sa.select(*CASE_COLUMNS).where(cases.c.id == sa.bindparam("case"))
_GET_ALONE = _GET.with_for_update()  # PostgreSQL; SQLite has one writer anyway
_OF_COUNSELLOR = (
    sa.select(*CASE_COLUMNS)
    .where(cases.c.counsellor == sa.bindparam("who"), cases.c.status.in_(_ON_THE_DESK) | _ONE_WORD)
    .order_by(cases.c.sent_on, cases.c.id)
)
_LOAD = (
    sa.select(cases.c.counsellor, sa.func.count().label("waiting"))
    .where(cases.c.status == Status.WAITING.value)
    .group_by(cases.c.counsellor)
)
_later = cases.alias("later")
_HAS_LATER = sa.exists().where(_later.c.conversation == cases.c.conversation, _later.c.seq > cases.c.seq)
_PAST = sa.and_(
    cases.c.status.in_(_ENDED),
    cases.c.closed_on < sa.bindparam("day"),
    cases.c.conversation.is_not(None),
)
_CLOSED = sa.select(cases.c.conversation).where(_PAST, ~_HAS_LATER).limit(sa.bindparam("limit"))
_ENDED_BESIDE = sa.select(cases.c.id).where(_PAST, _HAS_LATER).limit(sa.bindparam("limit"))
_SILENT = (
    sa.select(cases.c.conversation)
    .where(cases.c.status.in_(_NOT_ENDED), cases.c.conversation.is_not(None))
    .where(sa.func.coalesce(cases.c.seen_on, cases.c.sent_on) < sa.bindparam("day"))
    .limit(sa.bindparam("limit"))
)
_RUNNING = (
    sa.select(*CASE_COLUMNS)
    .where(cases.c.status.in_([status.value for status in RUNNING]), cases.c.conversation.is_not(None))
    .order_by(cases.c.sent_on, cases.c.id)
)
_REMINDED = (
    sa.update(cases).where(cases.c.id == sa.bindparam("case"), ~cases.c.reminded).values(reminded=True)
)
_UNREMINDED = (
    sa.select(*CASE_COLUMNS)
    .where(cases.c.status == Status.WAITING.value, ~cases.c.reminded, cases.c.conversation.is_not(None))
    .order_by(cases.c.reply_by, cases.c.id)
    .limit(sa.bindparam("limit"))
)


class SqlCases:
    """Implements handlers.ports.Cases in one open transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._at = transaction

    def add(self, case: Case) -> None:
        """See the port. Raises CannotOpen when its conversation is gone."""
        self._at.vault(case.conversation)
        seq = self._at.run(_NEXT, {"chat": case.conversation}).scalar()
        self._at.run(_ADD, {"id": case.id, "conversation": case.conversation, "seq": seq, **values_of(case)})

    def get(self, case: CaseId) -> Case | None:
        """See the port. Where one word is left of a case, it is there without a conversation.

        In a transaction that writes, nobody else changes it before this one ends.
        """
        row = self._at.run(_GET_ALONE if self._at.writing else _GET, {"case": case}).first()
        return case_of(row) if row is not None else None

    def save(self, case: Case) -> None:
        """See the port. With another counsellor or another date, reminders begin again.

        Raises StorageError when the case is gone.
        """
        values = values_of(case)
        same = sa.and_(cases.c.reply_by == case.reply_by, cases.c.counsellor == case.counsellor)
        afresh = {
            column.name: sa.case((same, column), else_=sa.false())
            for column in (cases.c.reminded, cases.c.key_paused)
        }
        statement = sa.update(cases).where(cases.c.id == case.id, cases.c.conversation == case.conversation)
        self._at.must_write(self._at.run(statement.values(**values, **afresh)), "the case")

    def of_counsellor(self, counsellor: CounsellorId) -> list[Case]:
        """See the port; those of which one word is left are in it too, as long as that row is kept."""
        return [case_of(row) for row in self._at.run(_OF_COUNSELLOR, {"who": counsellor})]

    def load(self) -> dict[CounsellorId, int]:
        """See the port."""
        return {CounsellorId(row.counsellor): row.waiting for row in self._at.run(_LOAD)}

    def closed_before(self, day: date, limit: int) -> list[ConversationId]:
        """Conversations whose last case was closed or withdrawn before `day`; at most `limit`."""
        return self._conversations(_CLOSED, day, limit)

    def ended_before(self, day: date, limit: int) -> list[CaseId]:
        """See the port."""
        return [CaseId(row.id) for row in self._at.run(_ENDED_BESIDE, {"day": day, "limit": limit})]

    def forget(self, case: CaseId) -> None:
        """See the port."""
        forgetting.forget_case(self._at, case)

    def silent_before(self, day: date, limit: int) -> list[ConversationId]:
        """See the port; waiting and declined cases count as open. Without any sign: since it was sent."""
        return self._conversations(_SILENT, day, limit)

    def running(self) -> list[Case]:
        """See the port."""
        return [case_of(row) for row in self._at.run(_RUNNING)]

    def unreminded(self, limit: int) -> list[Case]:
        """See the port."""
        return [case_of(row) for row in self._at.run(_UNREMINDED, {"limit": limit})]

    def reminded(self, case: Case) -> bool:
        """See the port."""
        return self._at.run(_REMINDED, {"case": case.id}).rowcount == 1

    def digest(self, case: CaseId, text: Private) -> KeyedDigest:
        """See the port. Raises StorageError when the case is gone."""
        found = self.get(case)
        if found is None:
            raise StorageError("the case is not there (any more)")
        return letters.digest(self._at.vault(found.conversation), case, text)

    def deliver_to_counsellor(self, spent: Spent, case: Case, kind: MessageKind, text: Private) -> MessageId:
        """See the port. Also a sign of life of the employee: `seen_on` becomes today."""
        return letters.deliver_to_counsellor(self._at, spent, case, kind, text)

    def write_to_employee(self, case: Case, text: Private, form: str | None = None) -> MessageId | None:
        """See the port. No copy is kept while the counsellor's own key is not confirmed."""
        return letters.write_to_employee(self._at, case, text, form)

    def take_back(self, case: Case) -> None:
        """See the port."""
        letters.take_back(self._at, case)

    def part(self, case: Case, word: Status) -> Case:
        """See the port."""
        return replace(case, id=forgetting.part(self._at, case.id, word))

    def letters(self, case: Case, reader: Author, key: ReaderKey) -> list[Letter]:
        """See the port."""
        return letters.opened(self._at, case, reader, key)

    def _conversations(self, statement: sa.Select[str], day: date, limit: int) -> list[ConversationId]:
        rows = self._at.run(statement, {"day": day, "limit": limit})
        return [ConversationId(row.conversation) for row in rows]
