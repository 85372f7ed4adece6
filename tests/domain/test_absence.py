"""Days away that a counsellor tells: what holds, and what cannot be told (C12)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from handlers.domain.absence import MOST, OwnAbsence, problem, share_days, with_own
from handlers.domain.ids import AbsenceId, CounsellorId
from handlers.domain.roster import Absence, Counsellor, Gender, Roster

TODAY = date(2026, 11, 23)
WHO = Counsellor(
    id=CounsellorId("vera"),
    name="Vera",
    gender=Gender.WOMAN,
    internal=True,
    languages=("nl",),
    hello={},
    place="",
    days="",
    phone="",
    mail="",
    appointed_from=TODAY,
    appointment="Besluit",
)


def days(since: int, until: int) -> Absence:
    """From and to so many days from today."""
    return Absence(TODAY + timedelta(days=since), TODAY + timedelta(days=until))


def told(who: str, since: int, until: int) -> OwnAbsence:
    return OwnAbsence(AbsenceId(f"{since:032x}"), CounsellorId(who), days(since, until))


def test_without_own_days_the_roster_is_the_published_one() -> None:
    roster = Roster(3, (WHO,))
    assert with_own(roster, []) is roster


def test_own_days_are_those_of_one_counsellor_and_stand_beside_the_published_ones() -> None:
    other = replace(WHO, id=CounsellorId("daan"))
    roster = Roster(3, (replace(WHO, absences=(days(50, 60),)), other))
    held = with_own(roster, [told("vera", 0, 2)])
    vera = held.get(WHO.id)
    assert vera is not None
    assert vera.absences == (days(50, 60), days(0, 2))
    assert not vera.present(TODAY)
    assert held.get(other.id) is other
    assert held.version == 3


@pytest.mark.parametrize(
    ("since", "until", "many", "wrong"),
    [
        (0, 0, 0, None),
        (-9, 0, 0, None),
        (5, 4, 0, "order"),
        (-5, -1, 0, "past"),
        (0, 3, MOST - 1, None),
        (0, 3, MOST, "many"),
        (0, 365, 0, None),
        (0, 366, 0, "long"),
    ],
)
def test_what_can_be_told(since: int, until: int, many: int, wrong: str | None) -> None:
    assert problem(WHO, days(since, until), many, TODAY) == wrong


def test_days_that_make_a_year_together_with_others_are_no_return() -> None:
    listed = replace(WHO, absences=(days(0, 200),))
    assert problem(listed, days(201, 400), 0, TODAY) == "long"
    assert problem(listed, days(210, 400), 0, TODAY) is None


def test_who_leaves_while_away_can_say_so() -> None:
    leaving = replace(WHO, until=TODAY + timedelta(days=10), reason="left")
    assert problem(leaving, days(0, 10), 0, TODAY) is None


@pytest.mark.parametrize(
    ("periods", "shared"),
    [
        ([], False),
        ([(1, 3)], False),
        ([(4, 6), (1, 3)], False),
        ([(3, 6), (1, 3)], True),
        ([(1, 9), (2, 3), (5, 6)], True),
        ([(1, 1), (1, 1)], True),
    ],
)
def test_days_that_lie_in_two_periods_are_found_in_any_order(
    periods: list[tuple[int, int]], shared: bool
) -> None:
    assert share_days(Absence(date(2026, 12, a), date(2026, 12, b)) for a, b in periods) is shared
