"""A consent is for one receiver, one case, these words, once, and until its day (C15, C42)."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.domain.consent import Consent, ConsentState, KeyedDigest, NotCovered, NotLive, Purpose, Spent
from handlers.domain.errors import ConsentError
from handlers.domain.ids import CaseId, ConsentId, CounsellorId

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
CONSENT = Consent(
    ConsentId("0" * 32), CaseId("1" * 32), CounsellorId("vera"), KeyedDigest(b"w" * 32), Purpose.INTRODUCE,
    NOW.date(), NOW + timedelta(days=14),
)  # fmt: skip


@pytest.mark.clause("C15")
@given(st.lists(st.sampled_from(["spend", "withdraw", "wait"]), max_size=6))
def test_whatever_happens_a_consent_is_spent_at_most_once_and_never_when_withdrawn_or_late(
    events: list[str],
) -> None:
    consent, now, spent = CONSENT, NOW, 0
    for event in events:
        live = consent.state is ConsentState.GIVEN and now < CONSENT.until
        if event == "wait":
            now += timedelta(days=6)
        elif event == "withdraw" and consent.state is ConsentState.GIVEN:
            consent = consent.withdrawn()
        elif event == "spend" and live:
            consent, spent = consent.spend(now).consent, spent + 1
        elif event == "spend":
            with pytest.raises(NotLive):
                consent.spend(now)
    assert spent <= 1


@pytest.mark.clause("C42")
@pytest.mark.parametrize(
    ("field", "value", "what"),
    [("who", CounsellorId("daan"), "receiver"), ("case", CaseId("2" * 32), "case"),
     ("words", KeyedDigest(b"x" * 32), "text")],
)  # fmt: skip
def test_a_consent_for_one_opens_nothing_for_another(field: str, value: object, what: str) -> None:
    spent = CONSENT.spend(NOW)
    covered = {"who": CONSENT.who, "case": CONSENT.case, "words": CONSENT.words}
    spent.require(who=CONSENT.who, case=CONSENT.case, words=CONSENT.words)
    with pytest.raises(NotCovered, match=what) as refused:
        spent.require(**(covered | {field: value}))  # type: ignore[arg-type]  # one wrong at a time
    assert refused.value.what == what


def test_a_consent_says_why_it_is_not_live() -> None:
    with pytest.raises(NotLive, match="expired") as late:
        CONSENT.spend(CONSENT.until)
    assert late.value.expired
    with pytest.raises(NotLive, match="is spent, not given"):
        CONSENT.spend(NOW).consent.spend(NOW)
    with pytest.raises(NotLive, match="is withdrawn, not given"):
        CONSENT.withdrawn().withdrawn()
    with pytest.raises(NotLive):
        replace(CONSENT, state=ConsentState.SPENT).withdrawn()


def test_a_spent_is_made_by_spending_only() -> None:
    with pytest.raises(ConsentError):
        Spent(CONSENT, NOW, None)
