"""roster.yml: all or nothing, every mistake with its line, and export reads back the same."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.places import DEMO
from bot.roster_file import MOST, dump_roster, load_roster
from bot.visible import visible
from bot.yaml_file import BrokenFile
from handlers.domain.ids import CounsellorId
from handlers.domain.roster import (
    Absence,
    Counsellor,
    EndReason,
    Gender,
    OtherRole,
    Roster,
    WorksCouncil,
    require_both,
)
from tests.roster.files import COUNSELLOR, ROSTER, Reads, line_of


def test_a_counsellor_with_only_what_is_needed(roster_file: Reads) -> None:
    roster = roster_file(load_roster, ROSTER)
    (vera,) = roster.counsellors
    assert (vera.id, vera.gender, vera.internal) == ("vera-voorbeeld", Gender.WOMAN, True)
    assert (vera.hello, vera.photo, vera.until, vera.absences) == ({}, None, None, ())
    assert (vera.appointed_from, vera.appointment) == (date(2026, 1, 1), "besluit 1")
    assert roster.version == 0


@pytest.mark.parametrize(
    ("change", "into", "problem"),
    [
        ("id: vera-voorbeeld", "id: Vera V", "id must be small letters, digits and dashes, like anna-de-wit"),
        ("name: Vera Voorbeeld", "nam: Vera", "nam is not known; did you mean `name`?"),
        ("name: Vera Voorbeeld", "name:", "name is missing"),
        ("gender: woman", "gender: vrouw", "gender must be one of man, other, woman (you wrote vrouw)"),
        ("internal: true", "internal: ja", "internal must be true or false (you wrote ja)"),
        ("internal: true", "", "internal is missing"),
        ("languages: [nl]", "languages: []", "languages needs at least one, like [nl, en]"),
        ("languages: [nl]", "languages: [Nederlands]", "languages holds codes of two letters, like nl"),
        ("languages: [nl]", "languages: [1]", "languages holds words only"),
        ("phone: 085-0000 300", "phone: 0850000300", "phone must be words: put quotes around it"),
        ("mail: vera@voorbeeld.example", "mail: vera", "mail must be an address like anna@example.org"),
        ("days: maandag", "hello: {Nederlands: Hoi}", "hello.Nederlands is not a language"),
        ("days: maandag", "days: [maandag]", "days must be words, not a list or a mapping"),
        ("days: maandag", "days: ma\n    photo: ../vera.jpg", "photo must be a file name like anna.jpg"),
        ("from: 2026-01-01", "from: 1-1-2026", "appointment.from must be a day like 2026-11-24"),
        ("from: 2026-01-01", "until: 2026-01-01", "appointment.from is missing"),
        ("certificate_seen_on: 2026-01-01, ", "", "competence.certificate_seen_on is missing"),
        (", certificate_seen_by: secretaris", "", "competence.certificate_seen_by is missing"),
        ("days: maandag", "days: ma\n    until: 2026-06-01", "until needs a `reason` beside it"),
        ("days: maandag", "days: ma\n    reason: left", "reason needs the last day of the appointment"),
        ("days: maandag", "days: ma\n    until: 2025-06-01\n    reason: left", "until is before the"),
        ("days: maandag", "days: ma\n    until: 2027-06-01\n    reason: ruzie", "reason must be one of"),
        ("days: maandag", "days: ma\n    absences: [{since: 2026-02-02, until: 2026-02-01}]",
         "absences[1].until is before `since`"),
        ("days: maandag", "days: ma\n    absences: [{since: 2026-02-02}]", "absences[1].until is missing"),
        ("days: maandag", "days: ma\n    absences: morgen", "absences must be a list"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_line(change: str, into: str, problem: str, roster_file: Reads) -> None:
    text = ROSTER.replace(change, into)
    said = roster_file.problems(load_roster, text)
    assert any(f"counsellors[1].{problem}" in each for each in said), said
    assert all(each.startswith("roster.yml:") and int(each.split(":")[1]) > 1 for each in said)


@pytest.mark.clause("C35")
@pytest.mark.clause("C60")
@pytest.mark.parametrize("role", ["hr", "board", "it", "social_work"])
def test_a_counsellor_who_also_is_hr_board_it_or_social_work_is_refused(
    role: str, roster_file: Reads
) -> None:
    text = ROSTER.replace("days: maandag", f"days: maandag\n    other_roles: [{role}]")
    (problem,) = roster_file.problems(load_roster, text)
    place = line_of(text, "other_roles")
    expected = f"{role} does not go together with being a counsellor (C35)"
    assert problem == f"roster.yml:{place}: counsellors[1].other_roles {expected}"


def test_which_roles_do_not_go_together_follows_the_policy(roster_file: Reads) -> None:
    text = ROSTER.replace("days: maandag", "days: maandag\n    other_roles: [manager, hr]")
    loaded = roster_file(lambda path: load_roster(path, (OtherRole.IT,)), text)
    assert loaded.counsellors[0].other_roles == (OtherRole.MANAGER, OtherRole.HR)
    said = roster_file.problems(lambda path: load_roster(path, (OtherRole.MANAGER,)), text)
    assert len(said) == 1


@pytest.mark.clause("C31")
def test_nobody_is_appointed_without_a_certificate_of_conduct_that_was_seen(roster_file: Reads) -> None:
    text = "\n".join(line for line in ROSTER.splitlines() if "competence" not in line)
    said = roster_file.problems(load_roster, text)
    assert any("certificate_seen_on is missing" in each for each in said)
    assert any("certificate_seen_by is missing" in each for each in said)


def test_two_counsellors_never_share_an_id(roster_file: Reads) -> None:
    said = roster_file.problems(load_roster, f"{ROSTER}{COUNSELLOR}")
    assert said == [
        "roster.yml:13: counsellors[2].id vera-voorbeeld is already there; "
        "every counsellor has an id of their own"
    ]


@pytest.mark.parametrize("text", ["", "counsellors: []\n", "version: 3\n"])
def test_an_empty_roster_is_a_mistake(text: str, roster_file: Reads) -> None:
    (problem,) = roster_file.problems(load_roster, text)
    assert problem.endswith("counsellors needs at least one")


def test_one_mistake_keeps_the_whole_file_out(roster_file: Reads) -> None:
    second = COUNSELLOR.replace("vera-voorbeeld", "wilma").replace("gender: woman", "gender: x")
    assert len(roster_file.problems(load_roster, f"{ROSTER}{second}")) == 1


def test_keys_and_logins_never_come_from_a_file(roster_file: Reads) -> None:
    for forbidden in ("key: abc", "login: vera", "passphrase: geheim", "telegram: '7'"):
        text = ROSTER.replace("days: maandag", f"days: maandag\n    {forbidden}")
        (problem,) = roster_file.problems(load_roster, text)
        assert "is not known" in problem


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"]).filter(visible), min_size=1, max_size=30
)
DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))


@st.composite
def counsellors(draw: st.DrawFn) -> Counsellor:
    since, until = sorted([draw(DAYS), draw(DAYS)])
    ended = draw(st.booleans())
    return Counsellor(
        id=CounsellorId(draw(st.from_regex("[a-z0-9-]{2,24}", fullmatch=True))),
        name=draw(WORDS),
        gender=draw(st.sampled_from(Gender)),
        internal=draw(st.booleans()),
        languages=tuple(draw(st.lists(st.sampled_from(["nl", "en", "no", "ar"]), min_size=1, unique=True))),
        hello=draw(st.dictionaries(st.sampled_from(["nl", "en", "no"]), WORDS)),
        place=draw(WORDS),
        days=draw(
            WORDS | st.sampled_from(["yes", "null", "~", "2026-01-01", "1.5", "- a", "a: b", "#x", "0"])
        ),
        phone=draw(st.from_regex("0[0-9]{9}", fullmatch=True)),
        mail="iemand@voorbeeld.example",
        appointed_from=since,
        appointment=draw(WORDS),
        until=until if ended else None,
        reason=draw(st.sampled_from(EndReason)) if ended else None,
        absences=tuple(Absence(*sorted(pair)) for pair in draw(st.lists(st.tuples(DAYS, DAYS), max_size=2))),
        photo=draw(st.none() | st.just("vera.jpg")),
        works_council=draw(st.none() | st.sampled_from(WorksCouncil)),
        certificate_seen_on=draw(DAYS),
        certificate_seen_by=draw(WORDS),
        trained_until=draw(st.none() | DAYS),
        code_signed_on=draw(st.none() | DAYS),
        protected_on=draw(st.none() | DAYS),
        hours=draw(st.none() | WORDS),
        means=draw(st.none() | WORDS),
        other_roles=tuple(
            draw(st.lists(st.sampled_from([OtherRole.MANAGER, OtherRole.OTHER]), unique=True, max_size=2))
        ),
    )


@given(
    st.lists(counsellors(), min_size=1, max_size=3, unique_by=lambda who: who.id).map(tuple),
    st.integers(0, 1000),
)
def test_what_is_exported_reads_back_exactly(
    tmp_path_factory: pytest.TempPathFactory, people: tuple[Counsellor, ...], version: int
) -> None:
    roster = Roster(version, people)
    path = tmp_path_factory.getbasetemp() / "exported.yml"
    path.write_text(dump_roster(roster), "utf-8")
    assert load_roster(path) == roster


def test_two_with_the_very_same_day_are_written_out_each_for_itself(tmp_path: Path) -> None:
    vera = load_roster(DEMO / "roster.yml").counsellors[0]
    both = Roster(1, (vera, replace(vera, id=CounsellorId("vera-2"))))
    path = tmp_path / "exported.yml"
    path.write_text(dump_roster(both), "utf-8")
    assert "&id" not in path.read_text("utf-8")
    assert load_roster(path) == both


def test_a_list_of_the_whole_staff_is_refused_with_a_question(tmp_path: Path) -> None:
    vera = load_roster(DEMO / "roster.yml").counsellors[0]
    many = tuple(replace(vera, id=CounsellorId(f"v-{at}")) for at in range(MOST + 1))
    path = tmp_path / "staff.yml"
    path.write_text(dump_roster(Roster(1, many)), "utf-8")
    with pytest.raises(BrokenFile, match=f"staff.yml:2: counsellors has more than {MOST} entries: is this"):
        load_roster(path)


def test_what_is_empty_is_left_out_of_an_export() -> None:
    vera = replace(load_roster(DEMO / "roster.yml").counsellors[0], works_council=None, hello={})
    text = dump_roster(Roster(4, (vera,)))
    assert text.startswith("version: 4\ncounsellors:\n  - id: vera-voorbeeld\n")
    assert "null" not in text
    for empty in ("hello", "works_council", "absences", "until", "reason", "photo"):
        assert f" {empty}:" not in text


@pytest.mark.clause("C24")
def test_the_demo_roster_has_a_man_and_a_woman_and_reads_back(tmp_path: Path) -> None:
    roster = load_roster(DEMO / "roster.yml")
    assert require_both(roster, date(2026, 11, 24)) == ()
    assert {who.gender for who in roster.counsellors} == {Gender.MAN, Gender.WOMAN}
    assert all("beeld" in who.name and who.mail.endswith(".example") for who in roster.counsellors)
    copy = tmp_path / "roster.yml"
    copy.write_text(dump_roster(roster), "utf-8")
    assert load_roster(copy) == roster
