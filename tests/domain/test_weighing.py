"""Secrecy stays while one thing is not surely so (C42)."""

from itertools import product

import pytest

from handlers.domain.weighing import Answer, Condition, unmet


@pytest.mark.clause("C42")
def test_only_six_times_yes_leaves_nothing_open() -> None:
    for given in product(Answer, repeat=len(Condition)):
        answers = dict(zip(Condition, given, strict=True))
        assert (unmet(answers) == ()) is (set(given) == {Answer.YES})


def test_what_is_not_answered_or_in_doubt_is_open() -> None:
    assert unmet({}) == tuple(Condition)
    answers = dict.fromkeys(Condition, Answer.YES) | {
        Condition.ONLY: Answer.UNSURE,
        Condition.HELPS: Answer.NO,
    }
    assert unmet(answers) == (Condition.ONLY, Condition.HELPS)
