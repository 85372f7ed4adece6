"""Nobody who sent a message is left without an answer, a day to hear by, or a choice (C12, C43)."""

from datetime import date, timedelta

from handlers.directory import Directory
from handlers.domain import promises
from handlers.domain.case import Case, Late
from handlers.domain.ids import ConversationId
from handlers.domain.policy import Policy
from handlers.domain.terms import Terms
from handlers.due import AT_ONCE, Due
from handlers.ending import forget_quietly
from handlers.notices import notify, push
from handlers.ports import KEY_NEWS, MailKind, Work


def promised(work: Work, case: Case, today: date, policy: Policy) -> date:
    """The day by which the counsellor of this case answers what comes in today."""
    who = work.roster.current().get(case.counsellor)
    return promises.promised(who, today, policy.reply_working_days)


def late(directory: Directory, case: Case, today: date, policy: Policy) -> Late | None:
    """What the employee of this case is to choose about now; None when there is nothing."""
    return promises.late(case, directory.roster.get(case.counsellor), today, policy.reply_working_days)


def wiped_on(case: Case, today: date, policy: Policy) -> date:
    """The day on which a case without a counsellor is wiped when its employee chooses nothing (A14)."""
    asked = case.asked_on if case.told is Late.ENDED and case.asked_on else today
    return asked + timedelta(days=policy.handover_days + 1)


def answered(work: Work, case: Case) -> None:
    """The counsellor took the case or wrote: what was told about waiting is not so any more."""
    work.mailbox.take_out(case.conversation, MailKind.OVERDUE)
    work.cases.save(case)


def _unreminded(work: Work, terms: Terms) -> list[Case]:
    today, days = terms.today, terms.policy.reply_working_days
    return [case for case in work.cases.unreminded(AT_ONCE) if promises.half_way(case, today, days)]


def _remind(work: Work, case: Case, terms: Terms) -> None:
    if work.cases.reminded(case):
        notify(work, case.counsellor, at_once=terms.policy.pings_immediate, case=case)


def _to_tell(work: Work, terms: Terms) -> list[Case]:
    """Cases whose employee is to be told that no answer came or can come, and was asked nothing today."""
    found = (case for case in work.cases.running() if _to_ask(work, case, terms))
    return [case for case, _ in zip(found, range(AT_ONCE), strict=False)]


def _tell(work: Work, case: Case, terms: Terms) -> None:
    """Have the employee told, and asked what is to happen. Nobody else hears of it.

    Looks again first: another round may have told it, or the counsellor has answered meanwhile.
    """
    fresh = work.cases.get(case.id)
    why = _to_ask(work, fresh, terms) if fresh is not None else None
    if fresh is None or why is None:
        return
    answered(work, fresh.asked(why, terms.today))
    work.mailbox.put(fresh.conversation, MailKind.OVERDUE)
    push(work, fresh.conversation)


def _unanswered(work: Work, terms: Terms) -> list[ConversationId]:
    """Conversations whose counsellor has ended, and whose employee did not choose within the term (C43)."""
    roster = work.roster.current()
    left = [
        case.conversation
        for case in work.cases.running()
        if case.told is Late.ENDED
        and wiped_on(case, terms.today, terms.policy) <= terms.today
        and promises.returns(roster.get(case.counsellor), terms.today) is None
    ]
    return left[:AT_ONCE]


def _to_ask(work: Work, case: Case, terms: Terms) -> Late | None:
    who = work.roster.current().get(case.counsellor)
    why = promises.to_ask(case, who, terms.today, terms.policy.reply_working_days)
    return None if why is None or _asked_already(work, case) else why


def _asked_already(work: Work, case: Case) -> bool:
    """Whether "the key is gone" or "is new" waits to be read: that asks what is to happen as well."""
    mail = work.mailbox.peek(case.conversation) if case.key_paused else []
    return any(piece.kind in KEY_NEWS for piece in mail)


REMINDERS = Due("reminders", _unreminded, _remind)
OVERDUE = Due("overdue", _to_tell, _tell)
HANDOVER = Due("handover", _unanswered, forget_quietly)
