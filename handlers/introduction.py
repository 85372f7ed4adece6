"""From "yes, send this" to a counsellor's inbox. The only road on which words leave (C15, C42)."""

from datetime import datetime

from dialogues.private import Private
from handlers.directory import look
from handlers.domain.case import Case, Status
from handlers.domain.consent import Consent, Purpose, Spent
from handlers.domain.errors import Stale
from handlers.domain.ids import CaseId, ConsentId, CounsellorId, MessageId, new_id
from handlers.domain.policy import Policy
from handlers.domain.working_days import working_days_after
from handlers.notices import notify
from handlers.ports import Chat, MessageKind, Peer, Work


def disclose(work: Work, spent: Spent, case: Case, kind: MessageKind, words: Private) -> MessageId:
    """Give these words to the counsellor whom the spent consent names; the author keeps a copy.

    Raises NotCovered when receiver, case or words are not those of the consent; nothing left then.
    """
    return work.cases.deliver_to_counsellor(spent, case, kind, words)


class CounsellorGone(Stale):
    """The counsellor became unreachable since the preview. Nothing was sent; the employee chooses again."""


def introduce(
    work: Work,
    chat: Chat,
    peer: Peer,
    *,
    to: CounsellorId,
    words: Private,
    outside: bool,
    now: datetime,
    policy: Policy,
) -> Case:
    """The employee said yes to exactly these words for exactly this counsellor, now.

    Opens the case, or hands it to this other counsellor; mints the consent and spends it on the spot.
    Raises CounsellorGone when this counsellor cannot receive any more.
    """
    directory = look(work)
    who = directory.roster.get(to)
    if who is None or not who.present(now.date()) or to not in directory.reachable:
        raise CounsellorGone("the counsellor cannot receive an introduction any more")
    case = _case_for(work, chat, to, outside, now, policy)
    if not chat.has_code:
        work.conversations.use_own_key(chat, peer)
    _say(work, case, MessageKind.INTRODUCTION, Purpose.INTRODUCE, words, now, policy)
    notify(work, to, at_once=policy.pings_immediate, case=case)
    work.audit.note("introduction sent")
    return case


def _case_for(work: Work, chat: Chat, to: CounsellorId, outside: bool, now: datetime, policy: Policy) -> Case:
    today = now.date()
    reply_by = working_days_after(today, policy.reply_working_days)
    before = work.cases.get(chat.case.id) if chat.case else None
    if before is None or before.status in (Status.CLOSED, Status.WITHDRAWN):
        case = Case(CaseId(new_id()), chat.id, to, Status.WAITING, today, reply_by, outside, seen_on=today)
        work.cases.add(case)
        return case
    if before.conversation != chat.id:
        raise Stale("the counsellor declined meanwhile")
    work.cases.take_back(before)
    if before.status is not Status.DECLINED and before.counsellor != to:
        notify(work, before.counsellor, at_once=policy.pings_immediate)
        before = work.cases.part(before, Status.HANDED_OVER)
    case = before.handed_over(to, today, reply_by)
    work.cases.save(case)
    return case


def write_to_counsellor(work: Work, case: Case, words: Private, now: datetime, policy: Policy) -> None:
    """One more message of the employee in a case that waits or is open: typing it there is the yes."""
    _say(work, case, MessageKind.MESSAGE, Purpose.WRITE, words, now, policy)
    notify(work, case.counsellor, at_once=policy.pings_immediate)


def agree_in_words(work: Work, case: Case, words: Private, now: datetime, policy: Policy) -> MessageId:
    """The words of a step as the employee agreed to them, for the counsellor who proposed it."""
    return _say(work, case, MessageKind.STEP, Purpose.WRITE, words, now, policy)


def _say(
    work: Work,
    case: Case,
    kind: MessageKind,
    purpose: Purpose,
    words: Private,
    now: datetime,
    policy: Policy,
) -> MessageId:
    consent = Consent(
        id=ConsentId(new_id()),
        case=case.id,
        who=case.counsellor,
        words=work.cases.digest(case.id, words),
        purpose=purpose,
        given_on=now.date(),
        until=now + policy.consent_expiry,
    )
    work.consents.add(consent)
    return disclose(work, consent.spend(now), case, kind, words)
