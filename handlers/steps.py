"""From "yes, do this" to a step carried out: what both sides may do with a proposal (C13, C15, C19)."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from handlers.domain.case import Case, Status
from handlers.domain.consent import Consent, ConsentState, Purpose, Spent
from handlers.domain.errors import Stale
from handlers.domain.ids import ConsentId, new_id
from handlers.domain.proposals import Act, Actor, Plan, Proposal
from handlers.domain.terms import Terms
from handlers.due import AT_ONCE, Due
from handlers.introduction import agree_in_words
from handlers.notices import notify, push
from handlers.ports import MailKind, ReaderKey, Work
from handlers.waiting import promised

ASKED_AFTER = timedelta(days=14)
"""How long after a step was carried out the employee is asked how it went (C68)."""


def give_out(work: Work, spent: Spent, case: Case, proposal: Proposal, key: ReaderKey) -> Plan:
    """Give out the words of a step, for the role that the spent consent names and nobody else.

    Raises NotCovered when receiver, case or words are not those of the consent; nothing was given out then.
    """
    return work.proposals.give_out(spent, case, proposal, key)


def choose(work: Work, case: Case, proposal: Proposal, plan: Plan, terms: Terms) -> Proposal:
    """The employee said "yes, do this" to exactly this plan, now; the counsellor may carry it out.

    The words go to the counsellor as the employee agreed to them. What goes on to somebody else waits for
    its own consent to be spent; that can be withdrawn until then, and the employee waits for it as for an
    answer. Raises Stale when it is no longer possible.
    """
    if not proposal.allows(Act.CHOOSE) or case.status is not Status.OPEN:
        raise Stale("this step can no longer be chosen")
    if plan.leaves:
        work.cases.save(case.written(promised(work, case, terms.today, terms.policy)))
    letter = agree_in_words(work, case, plan.words(), terms)
    consent = _consent(work, case, plan, terms) if plan.leaves else None
    chosen = proposal.after(Act.CHOOSE, Actor.EMPLOYEE, terms.today)
    chosen = replace(chosen, letter=letter, consent=consent, until=terms.consent_until.date())
    work.proposals.save(chosen)
    notify(work, case.counsellor, at_once=terms.policy.pings_immediate)
    work.audit.note("step chosen")
    return chosen


def refuse(work: Work, case: Case, proposal: Proposal, terms: Terms) -> None:
    """The employee said no to a proposal, or takes a yes back; the counsellor sees that, and no reason."""
    act = Act.REFUSE if proposal.allows(Act.REFUSE) else Act.WITHDRAW
    if not proposal.allows(act):
        raise Stale("this step was carried out or ended meanwhile")
    _end(work, proposal, act, Actor.EMPLOYEE, terms.today)
    notify(work, case.counsellor, at_once=terms.policy.pings_immediate)
    work.audit.note("step refused")


def did(work: Work, proposal: Proposal, today: date) -> None:
    """The employee did a step of their own."""
    if not proposal.allows(Act.DID) or proposal.consent is not None:
        raise Stale("this step ended meanwhile")
    work.proposals.save(proposal.after(Act.DID, Actor.EMPLOYEE, today))


def carry_out(work: Work, case: Case, proposal: Proposal, key: ReaderKey, now: datetime) -> bool:
    """The counsellor carries out what the employee chose; the consent is spent here and now.

    False when it is not chosen (any more), or its consent is not live: nothing was given out then.
    """
    consent = next((c for c in work.consents.of(case.id) if c.id == proposal.consent), None)
    if consent is None or not proposal.allows(Act.CARRY_OUT):
        return False
    if consent.state is not ConsentState.GIVEN or now >= consent.until:
        return False
    give_out(work, consent.spend(now), case, proposal, key)
    work.proposals.save(proposal.after(Act.CARRY_OUT, Actor.COUNSELLOR, now.date()))
    return True


def take_back(work: Work, proposal: Proposal, today: date) -> bool:
    """The counsellor takes an open proposal back. False when the employee has chosen meanwhile."""
    if not proposal.allows(Act.TAKE_BACK):
        return False
    _end(work, proposal, Act.TAKE_BACK, Actor.COUNSELLOR, today)
    return True


def lapse(work: Work, proposal: Proposal, today: date) -> None:
    """Its days are over: silence is no, and an unused yes ends."""
    _end(work, proposal, Act.LAPSE, Actor.TERM, today)


def _ask(work: Work, proposal: Proposal, _: Terms) -> None:
    """Have the employee asked how it went, once (C68)."""
    case = work.cases.get(proposal.case)
    if case is not None:
        work.mailbox.put(case.conversation, MailKind.STEP_ASK)
        push(work, case.conversation)
    work.proposals.save(replace(proposal, asked=True))


def end_all(work: Work, case: Case, today: date) -> None:
    """The contact ends: what was not carried out never will be (C15)."""
    for proposal in work.proposals.of(case.id):
        if proposal.allows(Act.LAPSE):
            lapse(work, proposal, today)


def _consent(work: Work, case: Case, plan: Plan, terms: Terms) -> ConsentId:
    consent = Consent(
        id=ConsentId(new_id()),
        case=case.id,
        who=plan.to,
        words=work.cases.digest(case.id, plan.words()),
        purpose=Purpose.STEP,
        given_on=terms.today,
        until=terms.consent_until,
    )
    work.consents.add(consent)
    return consent.id


def _end(work: Work, proposal: Proposal, act: Act, by: Actor, today: date) -> None:
    for consent in work.consents.of(proposal.case):
        if consent.id == proposal.consent and consent.state is ConsentState.GIVEN:
            work.consents.save(consent.withdrawn())
    work.proposals.save(proposal.after(act, by, today))


LAPSED = Due(
    "lapsed",
    lambda work, terms: work.proposals.lapsing(terms.today, AT_ONCE),
    lambda work, proposal, terms: lapse(work, proposal, terms.today),
)
UNASKED = Due("unasked", lambda work, terms: work.proposals.unasked(terms.today - ASKED_AFTER, AT_ONCE), _ask)
