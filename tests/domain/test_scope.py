"""The truth table of the scope check (C59, C64 to C66)."""

from itertools import product

import pytest

from handlers.domain.scope import RULES, Check, ScopeRule, Topic, judge

ORDINARY = [topic for topic in Topic if topic is not Topic.OTHER_TOPIC]
ALL = list(product(Topic, Check, Check))
CHECKS = list(product(Check, Check))


@pytest.mark.clause("C64")
@pytest.mark.parametrize(("topic", "repeats", "identity"), list(product(ORDINARY, Check, Check)))
def test_only_two_times_no_is_out_of_scope(topic: Topic, repeats: Check, identity: Check) -> None:
    outside = repeats is Check.NO and identity is Check.NO

    assert judge(topic, repeats, identity).in_scope is not outside


@pytest.mark.parametrize(("repeats", "identity"), CHECKS)
def test_a_topic_nobody_knows_is_for_a_human_to_decide(repeats: Check, identity: Check) -> None:
    assert judge(Topic.OTHER_TOPIC, repeats, identity).in_scope


def test_there_is_a_rule_for_every_combination() -> None:
    assert all(isinstance(judge(*combination), ScopeRule) for combination in ALL)


def test_the_last_rule_holds_always_and_is_in_scope() -> None:
    last = RULES[-1]

    assert all(last.holds(*combination) for combination in ALL)
    assert last.in_scope


def test_no_rule_is_unreachable() -> None:
    used = {judge(*combination).id for combination in ALL}

    assert used == {rule.id for rule in RULES}


def test_mediation_fits_only_what_is_in_scope() -> None:
    rules = [judge(*combination) for combination in ALL]

    assert all(rule.mediation_fits is rule.in_scope for rule in rules)


@pytest.mark.parametrize(
    ("topic", "clause"),
    [
        (Topic.LABOUR_CONFLICT, "C64"),
        (Topic.HR_PRACTICAL, "C64"),
        (Topic.REORGANISATION, "C65"),
        (Topic.SOCIAL_WORK, "C60"),
        (Topic.HEALTH, "C60"),
        (Topic.POLICY, "C63"),
        (Topic.INTEGRITY, "C51"),
        (Topic.DATA_PRIVACY, "C51"),
    ],
)
def test_an_outside_rule_names_its_clause(topic: Topic, clause: str) -> None:
    assert judge(topic, Check.NO, Check.NO).clause == clause
