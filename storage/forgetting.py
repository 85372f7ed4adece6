"""Everything of one conversation goes, its key first of all (C41, I6)."""

import sqlalchemy as sa

from handlers.domain.case import Status
from handlers.domain.ids import ConversationId
from storage.tables import cases, consents, conversations, jobs, letters, mailbox, peers, reaches
from storage.transaction import Transaction

STILL_SEEN = (Status.WAITING.value, Status.OPEN.value, Status.CLOSED.value)
"""A counsellor has such a case on the desk, so one row stays to say "withdrawn"."""

_CHAT: sa.BindParameter[str] = sa.bindparam("chat")
_CASES = sa.select(cases.c.id).where(cases.c.conversation == _CHAT)
_KEY = sa.delete(conversations).where(conversations.c.id == _CHAT)
_FIRST = (
    sa.delete(peers).where(peers.c.conversation == _CHAT),
    sa.delete(letters).where(letters.c.conversation == _CHAT),
    sa.delete(consents).where(consents.c.case_id.in_(_CASES)),
    sa.delete(mailbox).where(mailbox.c.conversation == _CHAT),
    sa.delete(reaches).where(reaches.c.conversation == _CHAT),
    # A notice of "withdrawn" names no case and stays.
    sa.delete(jobs).where(sa.or_(jobs.c.conversation == _CHAT, jobs.c.case_id.in_(_CASES))),
)
_LEAVE_ONE_WORD = (
    sa.update(cases)
    .where(cases.c.conversation == _CHAT, cases.c.status.in_(STILL_SEEN))
    .values(
        conversation=None,
        seq=0,
        status=Status.WITHDRAWN.value,
        sent_on=sa.bindparam("day"),
        reply_by=sa.bindparam("day"),
        outside=False,
        accepted_on=None,
        closed_on=sa.bindparam("day"),
        seen_on=None,
        reminded=False,
        overdue_told=False,
        key_paused=False,
    )
)
_OTHER_CASES = sa.delete(cases).where(cases.c.conversation == _CHAT)


def forget(at: Transaction, conversation: ConversationId) -> None:
    """Destroy the key and every row of a conversation; see handlers.ports.Conversations.forget."""
    chat = {"chat": conversation}
    for statement in _FIRST:
        at.run(statement, chat)
    at.run(_LEAVE_ONE_WORD, chat | {"day": at.keys.today()})
    at.run(_OTHER_CASES, chat)
    at.run(_KEY, chat)
    at.wiped = True
