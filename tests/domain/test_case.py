"""A case goes only where the table allows, and a refused step changes nothing."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.domain.alias import alias
from handlers.domain.case import TRANSITIONS, Case, Status, Step, StepNotAllowed
from handlers.domain.ids import CaseId, ConversationId, CounsellorId, new_id

MONDAY = date(2026, 11, 23)
CASE = Case(
    CaseId("0" * 32),
    ConversationId("1" * 32),
    CounsellorId("vera"),
    Status.WAITING,
    MONDAY,
    date(2026, 11, 25),
)


@given(st.sampled_from(Status), st.sampled_from(Step))
def test_a_step_leads_where_the_table_says_or_is_refused(status: Status, step: Step) -> None:
    case = replace(CASE, status=status)
    assert case.allows(step) == ((status, step) in TRANSITIONS)
    if case.allows(step):
        assert case.after(step, MONDAY).status is TRANSITIONS[status, step]
        return
    with pytest.raises(StepNotAllowed) as refused:
        case.after(step, MONDAY)
    assert (refused.value.step, refused.value.status) == (step, status)
    assert all(case.allows(possible) for possible in refused.value.allowed)


def test_a_refusal_says_what_is_possible_or_that_nothing_is() -> None:
    with pytest.raises(StepNotAllowed, match="possible: accept, decline, withdraw, hand_over"):
        CASE.after(Step.CLOSE, MONDAY)
    with pytest.raises(StepNotAllowed, match="possible: nothing"):
        replace(CASE, status=Status.WITHDRAWN).after(Step.ACCEPT, MONDAY)


@given(st.lists(st.sampled_from(Step), max_size=12))
def test_a_withdrawn_case_never_comes_back(steps: list[Step]) -> None:
    case = CASE
    for step in [*steps, Step.WITHDRAW]:
        case = case.after(step, MONDAY) if case.allows(step) else case
    if case.status is Status.WITHDRAWN:
        assert not any(case.allows(step) for step in Step)


def test_days_of_accepting_and_closing_are_kept_and_no_clock_times() -> None:
    accepted = CASE.after(Step.ACCEPT, MONDAY)
    closed = accepted.after(Step.CLOSE, MONDAY + timedelta(days=3))
    assert (accepted.accepted_on, accepted.closed_on) == (MONDAY, None)
    assert (closed.accepted_on, closed.closed_on) == (MONDAY, MONDAY + timedelta(days=3))


def test_another_counsellor_starts_waiting_again_with_a_new_day_to_hear_by() -> None:
    later = MONDAY + timedelta(days=7)
    opened = CASE.after(Step.ACCEPT, MONDAY)
    moved = opened.handed_over(CounsellorId("daan"), later, later + timedelta(days=2))
    assert (moved.counsellor, moved.status, moved.accepted_on) == ("daan", Status.WAITING, None)
    assert (moved.sent_on, moved.reply_by) == (later, later + timedelta(days=2))
    with pytest.raises(StepNotAllowed):
        replace(CASE, status=Status.CLOSED).handed_over(CounsellorId("daan"), later, later)


def test_an_alias_is_always_the_same_for_one_case_and_says_nothing_else() -> None:
    case = CaseId("0123456789abcdef0123456789abcdef")
    assert alias(case, "nl") == alias(case, "nl") == alias(case, "xx")
    assert alias(case, "en") != alias(case, "nl")
    assert len({alias(CaseId(new_id()), "nl") for _ in range(200)}) > 150
    colour, bird, number = alias(case, "nl").split()
    assert colour.isalpha()
    assert bird.isalpha()
    assert 10 <= int(number) <= 99
