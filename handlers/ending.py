"""Everything of one conversation goes: Wipe, withdraw, stop, terms that ran out (C41, I6)."""

from collections.abc import Sequence
from datetime import date, timedelta

from handlers.domain.case import Status
from handlers.domain.ids import CaseId, ConversationId
from handlers.domain.terms import Terms
from handlers.due import AT_ONCE, Due
from handlers.notices import notify
from handlers.ports import Chat, Work

_WITH_A_COUNSELLOR = (Status.WAITING, Status.OPEN, Status.CLOSED)


def forget(work: Work, chat: Chat, *, at_once: bool) -> None:
    """Destroy key and rows of this conversation; a counsellor who has its case is told only "withdrawn".

    `at_once`: not at the next fixed moment; see handlers.notices.notify.
    """
    case = work.cases.get(chat.case.id) if chat.case else None
    if case is not None and case.status in _WITH_A_COUNSELLOR:
        notify(work, case.counsellor, at_once=at_once)
        work.audit.note("case withdrawn")
    work.conversations.forget(chat.id)


def forget_quietly(work: Work, conversation: ConversationId, _: Terms) -> None:
    """The same when a term ran out: nobody is told, and no word of it stays on a desk either."""
    work.conversations.forget(conversation, quietly=True)


def _idle(work: Work, terms: Terms) -> Sequence[ConversationId]:
    return work.conversations.idle(terms.now, AT_ONCE)


def _closed(work: Work, terms: Terms) -> Sequence[ConversationId]:
    return work.cases.closed_before(_ago(terms, terms.policy.closed_days), AT_ONCE)


def _silent(work: Work, terms: Terms) -> Sequence[ConversationId]:
    return list(dict.fromkeys(work.cases.silent_before(_ago(terms, terms.policy.open_days), AT_ONCE)))


def _ended(work: Work, terms: Terms) -> Sequence[CaseId]:
    return work.cases.ended_before(_ago(terms, terms.policy.closed_days), AT_ONCE)


def _ago(terms: Terms, days: int) -> date:
    return terms.today - timedelta(days=days)


IDLE = Due("idle", _idle, forget_quietly)
CLOSED = Due("closed", _closed, forget_quietly)
SILENT = Due("silent", _silent, forget_quietly)
ENDED = Due("ended", _ended, lambda work, case, _: work.cases.forget(case))
"""Cases that ended while the same employee has a newer one."""
