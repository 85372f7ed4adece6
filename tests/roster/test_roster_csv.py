"""The roster as a table: what goes out comes back, and whatever a spreadsheet did to it is said or undone."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.places import DEMO
from bot.roster_csv import COLUMNS, dump_roster_csv, load_roster_csv
from bot.roster_file import MOST, load_roster
from bot.yaml_file import BrokenFile
from handlers.domain.roster import Absence, Counsellor, Roster
from tests.roster.test_roster_file import counsellors

HEAD = "id,name,gender,internal,languages,place,days,phone,mail,appointment.decision,appointment.from"
HEAD += ",competence.certificate_seen_on,competence.certificate_seen_by"
ROW = "vera-v,Vera V,woman,true,nl en,kamer 1,maandag,085-0000 300,vera@v.example,besluit 1,2026-01-01"
ROW += ",2026-01-01,secretaris"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return tmp_path / "roster.csv"


def problems(table: Path, content: str | bytes) -> list[str]:
    table.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(BrokenFile) as broken:
        load_roster_csv(table)
    return str(broken.value).splitlines()


@given(st.lists(counsellors(), min_size=1, max_size=3, unique_by=lambda who: who.id).map(tuple))
def test_what_is_exported_as_a_table_reads_back_exactly(
    tmp_path_factory: pytest.TempPathFactory, people: tuple[Counsellor, ...]
) -> None:
    path = tmp_path_factory.getbasetemp() / "exported.csv"
    path.write_text(dump_roster_csv(Roster(0, people)), "utf-8", newline="")
    assert load_roster_csv(path) == Roster(0, people)


@pytest.mark.parametrize(
    "text", ["=1+1", "+31 85 0000 300", "-", "@SUM(A1)", "'=x", "''", "'s avonds", "a;b,c"]
)
def test_no_cell_is_a_formula_and_every_text_comes_back_as_it_was(table: Path, text: str) -> None:
    vera = replace(load_roster(DEMO / "roster.yml").counsellors[0], days=text)
    written = dump_roster_csv(Roster(0, (vera,)))
    for line in written.splitlines():
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in line.split(";"))
    table.write_text(written, "utf-8", newline="")
    assert load_roster_csv(table).counsellors == (vera,)


@pytest.mark.parametrize("between", [",", ";", "\t"])
@pytest.mark.parametrize("begin", ["", "\ufeff"])
def test_a_table_is_read_as_spreadsheets_save_it(table: Path, between: str, begin: str) -> None:
    text = f"{begin}{HEAD},absences\r\n{ROW},24-12-2026/2-1-2027 2027-05-05\r\n".replace(",", between)
    table.write_bytes(text.replace("true", "WAAR").replace("2026-01-01", "1-1-2026").encode())
    (vera,) = load_roster_csv(table).counsellors
    assert (vera.internal, vera.languages, vera.appointed_from) == (True, ("nl", "en"), date(2026, 1, 1))
    assert vera.absences == (
        Absence(date(2026, 12, 24), date(2027, 1, 2)),
        Absence(date(2027, 5, 5), date(2027, 5, 5)),
    )


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("", "counsellors needs at least one"),
        (HEAD, "counsellors needs at least one"),
        (f"{HEAD}\n{ROW.replace('woman', 'vrouw')}", "roster.csv:2: counsellors[1].gender must be one of"),
        (f"{HEAD}\n\n{ROW}\n{ROW}", "roster.csv:4: counsellors[2].id vera-v is already there"),
        (f"{HEAD}\n{ROW},more", "roster.csv:2: has 14 cells, and the first row names 13"),
        (
            f"{HEAD.replace('gender', 'gendr')}\n{ROW}",
            "roster.csv:1: the column 'gendr' is not known; did you",
        ),
        (f"{HEAD},name\n{ROW},x", "roster.csv:1: the column name is there twice"),
        (f"{HEAD}\n{ROW.replace('2026-01-01', '1/2/2026')}", "must be a day like 2026-11-24"),
        (f'{HEAD}\n"{ROW}', "is not a table that can be read"),
        (f"{HEAD}\n{ROW}".encode("utf-16"), "save this file as UTF-8"),
        (
            f"{HEAD}\n{ROW.replace('Vera V', 'Zoë')}".encode("cp1252"),
            "In Excel: Save As, and then the kind CSV UTF-8",
        ),
        (b"PK\x03\x04\x00\x00 a spreadsheet", "is not a table: save it as CSV UTF-8"),
    ],
)
def test_a_table_that_cannot_be_used_says_where_and_what_to_do(
    table: Path, content: str | bytes, problem: str
) -> None:
    assert any(problem in line for line in problems(table, content))


def test_ten_thousand_rows_are_refused_with_a_question(table: Path) -> None:
    rows = "\n".join(ROW.replace("vera-v", f"v-{at}") for at in range(10_000))
    (said,) = problems(table, f"{HEAD}\n{rows}")
    assert f"has more than {MOST} rows: is this the list of counsellors? Keep only their entries" in said


def test_every_field_of_a_counsellor_has_a_column(table: Path) -> None:
    head = dump_roster_csv(load_roster(DEMO / "roster.yml")).splitlines()[0].removeprefix("\ufeff")
    assert head.split(";") == [*COLUMNS, "hello.nl", "hello.en"]


def test_characters_that_a_terminal_obeys_or_nobody_sees_do_not_come_in(table: Path) -> None:
    hostile = ROW.replace("Vera V", "Ve\x1b]0;x\x07ra\u202e V\u200b\U000e0041").replace(
        "kamer 1", "ka\u2060mer 1"
    )
    table.write_text(f"{HEAD}\n{hostile}\n", "utf-8")
    (vera,) = load_roster_csv(table).counsellors
    assert (vera.name, vera.place) == ("Ve]0;xra V", "kamer 1")
    table.write_text(f"{HEAD}\n{ROW.replace('Vera V', chr(0x200B))}\n", "utf-8")
    with pytest.raises(BrokenFile):
        load_roster_csv(table)
