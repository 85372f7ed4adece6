"""Everything of a conversation goes, its key first of all; or of one case, or all but one word (C41, I6)."""

import sqlalchemy as sa

from handlers.domain.case import Status
from handlers.domain.ids import CaseId, ConversationId, new_id
from storage.receivers import MARK, read, written
from storage.tables import cases, consents, conversations, jobs, letters, mailbox, peers, proposals, reaches
from storage.transaction import Transaction

STILL_SEEN = (Status.WAITING.value, Status.OPEN.value, Status.CLOSED.value)
"""A counsellor has such a case on the desk, so one row stays to say "withdrawn"."""

_CHAT: sa.BindParameter[str] = sa.bindparam("chat")
_CASES = sa.select(cases.c.id).where(cases.c.conversation == _CHAT)
_KEY = sa.delete(conversations).where(conversations.c.id == _CHAT)
_FIRST = (
    sa.delete(peers).where(peers.c.conversation == _CHAT),
    sa.delete(letters).where(letters.c.conversation == _CHAT),
    sa.delete(proposals).where(proposals.c.case_id.in_(_CASES)),
    sa.delete(consents).where(consents.c.case_id.in_(_CASES)),
    sa.delete(mailbox).where(mailbox.c.conversation == _CHAT),
    sa.delete(reaches).where(reaches.c.conversation == _CHAT),
    # A notice of "withdrawn" names no case and stays.
    sa.delete(jobs).where(sa.or_(jobs.c.conversation == _CHAT, jobs.c.case_id.in_(_CASES))),
)
_ONE_WORD = sa.update(cases).values(
    conversation=None,
    seq=0,
    status=sa.bindparam("word"),
    sent_on=sa.bindparam("day"),
    reply_by=sa.bindparam("day"),
    outside=False,
    accepted_on=None,
    closed_on=sa.bindparam("day"),
    seen_on=None,
    reminded=False,
    awaited=False,
    told=None,
    asked_on=None,
    key_paused=False,
    described=False,
)
_LEAVE_ONE_WORD = _ONE_WORD.where(cases.c.conversation == _CHAT, cases.c.status.in_(STILL_SEEN))
_OTHER_CASES = sa.delete(cases).where(cases.c.conversation == _CHAT)


_CASE: sa.BindParameter[str] = sa.bindparam("case")
_NEW: sa.BindParameter[str] = sa.bindparam("new")
_SAME = [column for column in cases.c if column.name != "id"]
_AGAIN = sa.insert(cases).from_select(
    ["id", *(column.name for column in _SAME)], sa.select(_NEW, *_SAME).where(cases.c.id == _CASE)
)
_ALONG = (
    sa.update(letters).where(letters.c.case_id == _CASE).values(case_id=_NEW),
    sa.update(consents).where(consents.c.case_id == _CASE).values(case_id=_NEW),
)
_ROLES = (
    sa.select(consents.c.id, consents.c.who, cases.c.conversation)
    .join(cases, cases.c.id == consents.c.case_id)
    .where(consents.c.case_id == _NEW, consents.c.who.startswith(MARK))
)
_NAME = sa.update(consents).where(consents.c.id == sa.bindparam("consent")).values(who=sa.bindparam("mark"))
_NO_JOBS = sa.delete(jobs).where(jobs.c.case_id == _CASE)
_NO_STEPS = sa.delete(proposals).where(proposals.c.case_id == _CASE)
_LEAVE_WITH_COUNSELLOR = _ONE_WORD.where(cases.c.id == _CASE)
_OF_CASE = (
    _NO_JOBS,
    sa.delete(letters).where(letters.c.case_id == _CASE),
    _NO_STEPS,
    sa.delete(consents).where(consents.c.case_id == _CASE),
    sa.delete(cases).where(cases.c.id == _CASE),
)


def forget(at: Transaction, conversation: ConversationId, *, quietly: bool = False) -> None:
    """Destroy the key and every row of a conversation; see handlers.ports.Conversations.forget."""
    chat = {"chat": conversation}
    if not quietly and any(at.run(_CASES, chat)):
        at.ends("conversation", conversation)  # a chat without a case ends by itself within its forty hours
    for statement in _FIRST:
        at.run(statement, chat)
    if not quietly:
        at.run(_LEAVE_ONE_WORD, chat | {"day": at.keys.today(), "word": Status.WITHDRAWN.value})
    at.run(_OTHER_CASES, chat)
    at.run(_KEY, chat)
    at.wiped = True


def forget_case(at: Transaction, case: CaseId) -> None:
    """Destroy every row of one case; see handlers.ports.Cases.forget."""
    for statement in _OF_CASE:
        at.run(statement, {"case": case})
    at.wiped = True


def part(at: Transaction, case: CaseId, word: Status) -> CaseId:
    """Leave one word under this id; letters and consents go on under the new one that is given, steps end."""
    at.ends("case", case)
    ids = {"case": case, "new": CaseId(new_id())}
    at.run(_AGAIN, ids)
    for statement in _ALONG:
        at.run(statement, ids)
    _mark_again(at, case, ids["new"])
    at.run(_NO_JOBS, {"case": case})
    at.run(_NO_STEPS, {"case": case})
    at.run(_LEAVE_WITH_COUNSELLOR, {"case": case, "day": at.keys.today(), "word": word.value})
    at.wiped = True
    return ids["new"]


def end_jobs(at: Transaction, case: CaseId) -> None:
    """Nothing that waited to be told about this case is told."""
    at.run(_NO_JOBS, {"case": case})


def _mark_again(at: Transaction, before: CaseId, now: CaseId) -> None:
    """Roles that consents name are marked under the id of their case; under another one they read as none."""
    for row in list(at.run(_ROLES, {"new": now})):
        vault = at.vault(row.conversation)
        at.run(_NAME, {"consent": row.id, "mark": written(vault, now, read(vault, before, row.who))})
