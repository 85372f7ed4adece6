"""From "yes, send this" to a counsellor's inbox. The only road on which words leave (C15, C42)."""

from dataclasses import dataclass

from dialogues.private import Private
from handlers.directory import look
from handlers.domain.case import Case, Status
from handlers.domain.consent import Consent, Purpose, Spent
from handlers.domain.errors import Stale
from handlers.domain.ids import CaseId, ConsentId, CounsellorId, MessageId, new_id
from handlers.domain.terms import Terms
from handlers.notices import notify
from handlers.ports import Chat, MessageKind, Peer, Work


def disclose(work: Work, spent: Spent, case: Case, kind: MessageKind, words: Private) -> MessageId:
    """Give these words to the counsellor whom the spent consent names; the author keeps a copy.

    Raises NotCovered when receiver, case or words are not those of the consent; nothing left then.
    """
    return work.cases.deliver_to_counsellor(spent, case, kind, words)


class CounsellorGone(Stale):
    """The counsellor became unreachable since the preview. Nothing was sent; the employee chooses again."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """What the employee said yes to: exactly these words for exactly this counsellor."""

    to: CounsellorId
    words: Private
    outside: bool  # the employee insisted though it may be outside the protocol (C66)


def introduce(work: Work, chat: Chat, peer: Peer, agreed: Agreed, terms: Terms) -> Case:
    """The employee said yes to this, now.

    Opens the case, or hands it to this other counsellor; mints the consent and spends it on the spot.
    Raises CounsellorGone when this counsellor cannot receive any more.
    """
    directory = look(work)
    who = directory.roster.get(agreed.to)
    if who is None or not who.present(terms.today) or agreed.to not in directory.reachable:
        raise CounsellorGone("the counsellor cannot receive an introduction any more")
    case = _case_for(work, chat, agreed, terms)
    if not chat.has_code:
        work.conversations.use_own_key(chat, peer)
    _say(work, case, MessageKind.INTRODUCTION, agreed.words, terms)
    notify(work, agreed.to, at_once=terms.policy.pings_immediate, case=case)
    work.audit.note("introduction sent")
    return case


def _case_for(work: Work, chat: Chat, agreed: Agreed, terms: Terms) -> Case:
    to, today, reply_by = agreed.to, terms.today, terms.reply_by
    before = work.cases.get(chat.case.id) if chat.case else None
    if before is None or before.status in (Status.CLOSED, Status.WITHDRAWN):
        new = CaseId(new_id())
        case = Case(new, chat.id, to, Status.WAITING, today, reply_by, agreed.outside, seen_on=today)
        work.cases.add(case)
        return case
    if before.conversation != chat.id:
        raise Stale("the counsellor declined meanwhile")
    work.cases.take_back(before)
    if before.status is not Status.DECLINED and before.counsellor != to:
        notify(work, before.counsellor, at_once=terms.policy.pings_immediate)
        before = work.cases.part(before, Status.HANDED_OVER)
    case = before.handed_over(to, today, reply_by)
    work.cases.save(case)
    return case


def write_to_counsellor(work: Work, case: Case, words: Private, terms: Terms) -> None:
    """One more message of the employee in a case that waits or is open: typing it there is the yes."""
    _say(work, case, MessageKind.MESSAGE, words, terms)
    notify(work, case.counsellor, at_once=terms.policy.pings_immediate)


def agree_in_words(work: Work, case: Case, words: Private, terms: Terms) -> MessageId:
    """The words of a step as the employee agreed to them, for the counsellor who proposed it."""
    return _say(work, case, MessageKind.STEP, words, terms)


def _say(work: Work, case: Case, kind: MessageKind, words: Private, terms: Terms) -> MessageId:
    consent = Consent(
        id=ConsentId(new_id()),
        case=case.id,
        who=case.counsellor,
        words=work.cases.digest(case.id, words),
        purpose=Purpose.INTRODUCE if kind is MessageKind.INTRODUCTION else Purpose.WRITE,
        given_on=terms.today,
        until=terms.consent_until,
    )
    work.consents.add(consent)
    return disclose(work, consent.spend(terms.now), case, kind, words)
