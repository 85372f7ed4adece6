"""Always a man and a woman, nobody ended by being left out, and no wish answered with someone else."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.domain.ids import CounsellorId
from handlers.domain.roster import (
    Absence,
    Counsellor,
    Gap,
    GapReason,
    Gender,
    NoManOrWoman,
    Pick,
    Roster,
    choose,
    gaps,
    merge,
    offered,
    require_both,
)
from tests.domain.people import DAAN, ROBIN, TODAY, VERA, changed

DAY = timedelta(days=1)
BOTH = Roster(3, (VERA, DAAN))


@pytest.mark.clause("C22")
def test_a_counsellor_is_active_from_the_first_to_the_last_day_of_the_appointment_and_no_longer() -> None:
    who = changed(VERA, appointed_from=TODAY, until=TODAY + DAY, reason="left")
    assert [who.active(TODAY + DAY * ahead) for ahead in (-1, 0, 1, 2)] == [False, True, True, False]


def test_an_absent_counsellor_is_active_but_not_present() -> None:
    who = changed(VERA, absences=(Absence(TODAY, TODAY + DAY),))
    assert [who.present(TODAY + DAY * ahead) for ahead in (-1, 0, 1, 2)] == [True, False, False, True]
    assert who.active(TODAY)


def test_training_counts_until_its_last_day() -> None:
    who = changed(VERA, trained_until=TODAY)
    assert who.trained(TODAY)
    assert not who.trained(TODAY + DAY)
    assert not VERA.trained(TODAY)


def test_the_roster_finds_people_and_keeps_the_order_of_hr() -> None:
    ended = changed(ROBIN, until=TODAY - DAY, reason="left")
    roster = Roster(1, (DAAN, ended, VERA))
    assert roster.get(ended.id) == ended
    assert roster.get(CounsellorId("nobody")) is None
    assert roster.active(TODAY) == (DAAN, VERA)


@pytest.mark.clause("C22")
def test_leaving_someone_out_of_an_import_ends_nobody() -> None:
    merged = merge(BOTH, Roster(0, (changed(DAAN, place="kamer 2"), ROBIN)))
    assert merged.version == BOTH.version
    assert merged.counsellors == (VERA, changed(DAAN, place="kamer 2"), ROBIN)


PEOPLE = st.lists(st.sampled_from([VERA, DAAN, ROBIN]), unique_by=lambda who: who.id).map(tuple)


@given(PEOPLE, PEOPLE)
def test_whatever_comes_in_everybody_who_was_there_stays(
    current: tuple[Counsellor, ...], incoming: tuple[Counsellor, ...]
) -> None:
    merged = merge(Roster(1, current), Roster(0, incoming))
    assert {who.id for who in merged.counsellors} == {who.id for who in (*current, *incoming)}
    assert merge(merged, Roster(0, incoming)) == merged


def without(roster: Roster, *gone: Counsellor) -> Roster:
    return replace(roster, counsellors=tuple(who for who in roster.counsellors if who not in gone))


def instead(roster: Roster, who: Counsellor) -> Roster:
    return merge(roster, Roster(0, (who,)))


def test_a_man_and_a_woman_leave_no_gap_and_others_come_on_top() -> None:
    assert gaps(BOTH, TODAY) == ()
    assert require_both(Roster(1, (VERA, DAAN, ROBIN)), TODAY) == ()
    assert BOTH.missing(TODAY) == ()


@pytest.mark.clause("C24")
@pytest.mark.parametrize(
    ("roster", "missing"),
    [
        (without(BOTH, DAAN), (Gender.MAN,)),
        (without(BOTH, VERA), (Gender.WOMAN,)),
        (Roster(1, (ROBIN,)), (Gender.MAN, Gender.WOMAN)),
        (instead(BOTH, changed(VERA, gender=Gender.MAN)), (Gender.WOMAN,)),
        (instead(BOTH, changed(DAAN, appointed_from=TODAY + DAY)), (Gender.MAN,)),
    ],
    ids=["no man", "no woman", "neither", "a slip in the gender", "a man from tomorrow"],
)
def test_a_roster_without_a_man_or_a_woman_is_refused(roster: Roster, missing: tuple[Gender, ...]) -> None:
    with pytest.raises(NoManOrWoman, match="no active") as refused:
        require_both(roster, TODAY)
    assert refused.value.missing == missing
    assert roster.missing(TODAY) == missing


@pytest.mark.clause("C24")
def test_an_ending_with_a_reason_is_carried_out_and_hr_is_warned() -> None:
    roster = instead(BOTH, changed(VERA, until=TODAY - DAY, reason="left"))
    assert require_both(roster, TODAY) == (Gap(Gender.WOMAN, GapReason.ENDED),)
    assert roster.missing(TODAY) == (Gender.WOMAN,)


@pytest.mark.clause("C24")
def test_an_illness_of_the_last_man_is_a_warning_and_the_bot_can_say_so() -> None:
    roster = instead(BOTH, changed(DAAN, absences=(Absence(TODAY, TODAY),)))
    assert require_both(roster, TODAY) == (Gap(Gender.MAN, GapReason.ABSENT),)
    assert roster.missing(TODAY) == (Gender.MAN,)
    assert gaps(roster, TODAY + DAY) == ()


@pytest.mark.clause("C22")
def test_an_ending_within_90_days_without_someone_after_it_is_a_warning() -> None:
    last = TODAY + DAY * 30
    roster = instead(BOTH, changed(VERA, until=last, reason="term_over"))
    assert gaps(roster, TODAY) == (Gap(Gender.WOMAN, GapReason.ENDING, last + DAY),)
    assert gaps(roster, TODAY - DAY * 61) == ()
    after = changed(VERA, id=CounsellorId("wilma"), appointed_from=last + DAY)
    assert gaps(instead(roster, after), TODAY) == ()
    too_late = replace(after, appointed_from=last + DAY * 3)
    assert gaps(instead(roster, too_late), TODAY) == (Gap(Gender.WOMAN, GapReason.ENDING, last + DAY),)


@pytest.mark.clause("C31")
def test_only_present_people_with_a_confirmed_key_who_may_be_asked_are_offered() -> None:
    roster = Roster(1, (VERA, DAAN, ROBIN))
    everybody = [VERA.id, DAAN.id, ROBIN.id]
    assert offered(roster, everybody, (), TODAY) == (VERA, DAAN, ROBIN)
    assert offered(roster, [VERA.id, DAAN.id], (), TODAY) == (VERA, DAAN)
    assert offered(roster, everybody, [VERA.id], TODAY) == (DAAN, ROBIN)
    assert offered(roster, everybody, (), date(2025, 1, 1)) == ()


@pytest.mark.clause("C24")
@given(
    st.lists(st.sampled_from([VERA, DAAN, ROBIN]), unique_by=lambda who: who.id).map(tuple),
    st.dictionaries(st.sampled_from([VERA.id, DAAN.id, ROBIN.id]), st.integers(0, 9)),
)
def test_a_wish_for_a_woman_or_a_man_is_never_answered_with_someone_else(
    candidates: tuple[Counsellor, ...], load: dict[CounsellorId, int]
) -> None:
    for pick, gender in ((Pick.WOMAN, Gender.WOMAN), (Pick.MAN, Gender.MAN)):
        chosen = choose(candidates, pick, None, load)
        assert chosen is None or chosen.gender is gender
        assert (chosen is None) == (gender not in {who.gender for who in candidates})


def test_a_person_who_is_asked_for_is_the_one_or_nobody() -> None:
    assert choose((VERA, DAAN), Pick.PERSON, DAAN.id, {DAAN.id: 9}) == DAAN
    assert choose((VERA,), Pick.PERSON, DAAN.id, {}) is None


def test_without_a_wish_the_one_with_the_least_waiting_work_is_asked() -> None:
    assert choose((VERA, DAAN, ROBIN), Pick.ANY, None, {VERA.id: 2, DAAN.id: 1, ROBIN.id: 1}) == DAAN
    assert choose((VERA, DAAN), Pick.ANY, None, {}) == VERA
    assert choose((), Pick.ANY, None, {}) is None
