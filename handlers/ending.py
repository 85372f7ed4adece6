"""Everything of one conversation goes: Wipe, withdraw, stop, terms that ran out (C41, I6)."""

from handlers.domain.case import Status
from handlers.domain.ids import ConversationId
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


def forget_quietly(work: Work, conversation: ConversationId) -> None:
    """The same when a term ran out: nobody is told, and no word of it stays on a desk either."""
    work.conversations.forget(conversation, quietly=True)
