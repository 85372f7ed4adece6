"""docs/data-map.md and the tables say the same; no column can hold what must not be kept (I5, C11, C41)."""

import re
from pathlib import Path

import pytest

from storage.tables import metadata

PAGE = Path(__file__).resolve().parents[2] / "docs" / "data-map.md"
ROW = re.compile(r"^\| `([a-z_]+\.[a-z_]+)` \|(.*)\|$", re.MULTILINE)
COLUMNS = {f"{table.name}.{column.name}" for table in metadata.sorted_tables for column in table.columns}

NEVER = re.compile(
    r"name|phone|mail_?address|e_?mail|username|telegram|account|photo|birth|age\b|department|personnel|employee_no"
    r"|staff_no|address|device|ip\b|text|story|reason",
)
MAY = {"settings.name"}  # the name of a setting of the database itself


def rows() -> dict[str, list[str]]:
    """Column -> purpose, ground, reader, term as the page has them."""
    return {
        name: [cell.strip() for cell in cells.split("|")]
        for name, cells in ROW.findall(PAGE.read_text("utf-8"))
    }


def test_every_stored_column_stands_on_the_data_map_and_nothing_else() -> None:
    assert sorted(COLUMNS - rows().keys()) == [], "explain these in docs/data-map.md"
    assert sorted(rows().keys() - COLUMNS) == [], "these are no columns any more"


def test_every_column_has_purpose_ground_reader_and_term() -> None:
    for name, cells in rows().items():
        assert len(cells) == 4, name
        assert all(cells), name
        assert cells[1] in ("duty", "consent"), name


@pytest.mark.clause("C11")
@pytest.mark.parametrize("column", sorted(COLUMNS - MAY))
def test_no_column_is_for_what_must_not_be_kept(column: str) -> None:
    assert not NEVER.search(column.partition(".")[2]), (
        "names, numbers and addresses of employees are never kept"
    )


def test_a_forbidden_column_would_be_seen() -> None:
    for planted in ("personnel_number", "employee_name", "phone", "ip", "free_text", "department"):
        assert NEVER.search(planted), planted
