"""Proposed steps: who may do what, and when; what belongs to each kind (C13, C15, C21, C37, C50, C68)."""

from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogues.private import Private
from handlers.domain.ids import CaseId, MessageId, ProposalId
from handlers.domain.proposals import (
    ACTORS,
    DECISIONS,
    RULES,
    Act,
    ActNotAllowed,
    Actor,
    Decision,
    Plan,
    Proposal,
    Recipient,
    StepKind,
    recipients,
)

TODAY = date(2026, 11, 23)
OPEN = Proposal(ProposalId("a" * 32), CaseId("b" * 32), MessageId("c" * 32), Decision.OPEN, date(2026, 12, 7))


@pytest.mark.clause("C13")
@pytest.mark.clause("C37")
def test_only_the_employee_chooses_and_nobody_else_but_the_counsellor_ever_acts() -> None:
    assert {ACTORS[act] for act in Act} <= {Actor.EMPLOYEE, Actor.COUNSELLOR, Actor.TERM}
    assert ACTORS[Act.CHOOSE] is Actor.EMPLOYEE
    for by in (Actor.COUNSELLOR, Actor.TERM):
        with pytest.raises(ActNotAllowed):
            OPEN.after(Act.CHOOSE, by, TODAY)
    assert OPEN.after(Act.CHOOSE, Actor.EMPLOYEE, TODAY).decision is Decision.CHOSEN


@pytest.mark.clause("C15")
@given(st.lists(st.tuples(st.sampled_from(Act), st.sampled_from(Actor)), max_size=8))
def test_whatever_happens_nothing_is_carried_out_that_was_not_chosen_just_before(
    events: list[tuple[Act, Actor]],
) -> None:
    proposal, chosen = OPEN, False
    for act, by in events:
        try:
            proposal = proposal.after(act, by, TODAY)
        except ActNotAllowed:
            continue
        if act is Act.CARRY_OUT:
            assert chosen
            assert by is Actor.COUNSELLOR
        chosen = act is Act.CHOOSE
        assert (proposal.done_on == TODAY) is (proposal.decision is Decision.DONE)


def test_what_ended_stays_ended_and_the_refusal_says_what_it_was() -> None:
    ended = {Decision.REFUSED, Decision.TAKEN_BACK, Decision.WITHDRAWN, Decision.LAPSED, Decision.DONE}
    assert not {(decision, act) for decision, act in product(ended, Act)} & set(DECISIONS)
    refused = OPEN.after(Act.REFUSE, Actor.EMPLOYEE, TODAY)
    with pytest.raises(ActNotAllowed, match="cannot choose a proposal that is refused") as told:
        refused.after(Act.CHOOSE, Actor.EMPLOYEE, TODAY)
    assert (told.value.act, told.value.decision) == (Act.CHOOSE, Decision.REFUSED)
    assert not refused.allows(Act.WITHDRAW)


@pytest.mark.clause("C68")
def test_there_are_more_than_four_informal_ways_beside_mediation() -> None:
    informal = {kind for kind, rule in RULES.items() if not rule.formal}
    assert len(informal - {StepKind.MEDIATE}) >= 4
    assert RULES[StepKind.SIGNAL].traceable
    for kind in informal - {StepKind.MEDIATE}:
        assert recipients(kind, "off", outside=False)


@pytest.mark.clause("C50")
def test_mediation_follows_the_policy_and_is_for_unwanted_behaviour_only() -> None:
    assert recipients(StepKind.MEDIATE, "counsellor", outside=False) == (Recipient.OTHER,)
    assert recipients(StepKind.MEDIATE, "independent_mediator", outside=False) == (Recipient.MEDIATOR,)
    assert recipients(StepKind.MEDIATE, "off", outside=False) == ()
    assert recipients(StepKind.MEDIATE, "counsellor", outside=True) == ()
    assert RULES[StepKind.MEDIATE].safety


def test_the_words_of_a_plan_say_all_of_it_and_are_read_back() -> None:
    plan = Plan(StepKind.REFER, Recipient.HR, Private('Zij zegt: "stop" \\ \n😐'))
    assert Plan.parse(plan.words()) == plan
    other = Plan(StepKind.REFER, Recipient.BOARD, plan.text)
    assert other.words() != plan.words()
    assert plan.leaves
    assert not Plan(StepKind.TALK, Recipient.NOBODY, plan.text).leaves
    assert plan.rule is RULES[StepKind.REFER]
