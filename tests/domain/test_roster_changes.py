"""Two versions side by side, and terms that end soon."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.places import DEMO
from bot.roster_file import load_roster
from handlers.domain.roster import Counsellor, Roster
from handlers.domain.roster_changes import (
    FIELDS,
    Difference,
    Ending,
    Lack,
    Need,
    Term,
    differences,
    ending,
    lacking,
)
from tests.roster.test_roster_file import counsellors

TODAY = date(2026, 11, 24)
VERA, DAAN = load_roster(DEMO / "roster.yml").counsellors
ROSTERS = st.lists(counsellors(), max_size=4, unique_by=lambda who: who.id).map(
    lambda who: Roster(1, tuple(who))
)


@given(ROSTERS, ROSTERS)
def test_the_differences_lead_from_one_version_to_the_other(earlier: Roster, later: Roster) -> None:
    people = {who.id: who for who in earlier.counsellors}
    for each in differences(earlier, later):
        assert each.before != each.after
        if each.after is not None:
            people[each.after.id] = each.after
        elif each.before is not None:
            del people[each.before.id]
    assert people == {who.id: who for who in later.counsellors}
    assert differences(later, later) == ()


@given(counsellors(), counsellors())
def test_the_changed_fields_are_those_that_differ(one: Counsellor, other: Counsellor) -> None:
    other = replace(other, id=one.id)
    for each in differences(Roster(1, (one,)), Roster(2, (other,))):
        same = set(FIELDS) - set(each.changed)
        assert all(getattr(one, name) == getattr(other, name) for name in same)
        assert all(getattr(one, name) != getattr(other, name) for name in each.changed)
        assert each.changed


def test_who_is_new_stands_first_and_who_is_gone_is_named() -> None:
    found = differences(Roster(1, (VERA,)), Roster(2, (DAAN,)))
    assert found == (Difference(None, DAAN), Difference(VERA, None))
    assert [each.name for each in found] == ["Daan Denkbeeld", "Vera Voorbeeld"]


@pytest.mark.clause("C22")
@pytest.mark.parametrize(
    ("days", "late", "over"), [(90, False, False), (31, False, False), (30, True, False), (0, True, False)]
)
def test_an_appointment_that_ends_within_90_days_is_named_and_within_30_with_weight(
    days: int, late: bool, over: bool
) -> None:
    day = TODAY + timedelta(days=days)
    vera = replace(VERA, until=day, reason="term_over")
    assert ending(Roster(1, (vera, DAAN)), TODAY) == (
        Ending(vera.id, vera.name, Term.APPOINTMENT, day, late=late, over=over),
    )
    assert ending(Roster(1, (replace(vera, until=TODAY + timedelta(days=91)),)), TODAY) == ()


def test_training_that_is_over_is_named_as_such_and_the_first_to_end_comes_first() -> None:
    gone = TODAY - timedelta(days=1)
    vera = replace(VERA, trained_until=TODAY + timedelta(days=20))
    daan = replace(DAAN, trained_until=gone)
    found = ending(Roster(1, (vera, daan)), TODAY)
    assert [(each.counsellor, each.term, each.late, each.over) for each in found] == [
        (daan.id, Term.TRAINING, True, True),
        (vera.id, Term.TRAINING, True, False),
    ]


def test_nothing_is_named_of_an_appointment_that_is_over() -> None:
    vera = replace(VERA, until=TODAY - timedelta(days=1), reason="left", trained_until=TODAY)
    assert ending(Roster(1, (vera,)), TODAY) == ()


@pytest.mark.clause("C31")
@pytest.mark.clause("C34")
def test_what_has_to_be_there_and_is_not_is_named_until_the_appointment_is_over() -> None:
    vera = replace(VERA, certificate_seen_on=None, code_signed_on=None, until=TODAY, reason="left")
    daan = replace(DAAN, certificate_seen_on=TODAY, code_signed_on=TODAY)
    roster = Roster(1, (vera, daan))
    assert lacking(roster, TODAY) == (
        Lack(vera.id, vera.name, Need.CERTIFICATE),
        Lack(vera.id, vera.name, Need.CODE),
    )
    assert lacking(roster, TODAY + timedelta(days=1)) == ()
