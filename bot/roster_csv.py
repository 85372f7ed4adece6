"""Reads and writes the roster as a table (CSV, RFC 4180): what HR has in a spreadsheet.

One row a counsellor, one column a field, named as in roster.yml with a dot for what stands below
("appointment.from"). Lists are words with spaces; absences are written as 2026-12-24/2027-01-02. What a
spreadsheet does to a table on its way is taken back: semicolons or tabs between cells, days as
24-12-2026, WAAR and ONWAAR. Text that a spreadsheet would run as a formula is written with ' before it.
"""

import csv
import difflib
import re
from collections.abc import Iterator, Mapping
from io import StringIO
from pathlib import Path
from typing import Any, Final

from bot.roster_file import INCOMPATIBLE, MOST, TOO_MANY, parse_roster, written
from bot.yaml_file import BrokenFile, read_table, read_text
from dialogues.source import Desk, Items, Leaf, Table, Tree
from handlers.domain.roster import OtherRole, Roster

COLUMNS: Final = (
    *("id", "name", "gender", "internal", "languages", "place", "days", "phone", "mail", "photo"),
    *("appointment.decision", "appointment.from", "appointment.works_council"),
    *("competence.certificate_seen_on", "competence.certificate_seen_by"),
    *("competence.trained_until", "competence.code_signed_on"),
    *("protection.agreed_on", "protection.hours", "protection.means"),
    *("other_roles", "absences", "until", "reason"),
)
"""Every column that is always written; "hello.nl" and the like are added for each language."""

_DATES: Final = frozenset(
    {"until", "appointment.from", "competence.certificate_seen_on", "competence.trained_until"}
    | {"competence.code_signed_on", "protection.agreed_on"}
)
_LISTS: Final = frozenset({"languages", "other_roles"})
_HELLO: Final = re.compile(r"hello\.[a-z]{2}")
_TRUTH: Final = dict.fromkeys(("true", "waar", "ja", "yes"), True) | dict.fromkeys(
    ("false", "onwaar", "nee", "no"), False
)
_DUTCH_DAY: Final = re.compile(r"([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})")
_RUN: Final = ("=", "+", "-", "@", "\t", "\r")
"""What a cell begins with that a spreadsheet takes for a formula."""


def load_roster_csv(path: Path, incompatible: tuple[OtherRole, ...] = INCOMPATIBLE) -> Roster:
    """The roster in this table, all or nothing. Raises BrokenFile with every problem, each with its line."""
    desk = Desk()
    rows = tuple(_rows(read_text(path, desk), path.name, desk))
    if desk.problems:
        raise BrokenFile(desk.problems)
    table = Table({"counsellors": Items(rows, 1)}, {"counsellors": 1}, 1)
    return read_table(table, path.name, desk, lambda file: parse_roster(file, incompatible))


def dump_roster_csv(roster: Roster) -> str:
    """The roster as a table that a Dutch spreadsheet opens as one; `load_roster_csv` reads it back.

    The version is not in it: a table says who the counsellors are, publishing gives the number.
    """
    spoken = dict.fromkeys(language for who in roster.counsellors for language in who.hello)
    columns = (*COLUMNS, *(f"hello.{language}" for language in spoken))
    text = StringIO()
    table = csv.writer(text, delimiter=";", lineterminator="\r\n")
    table.writerow(columns)
    for who in roster.counsellors:
        fields = written(who)
        table.writerow(_guarded(_cell(fields, column)) for column in columns)
    return "\ufeff" + text.getvalue()


def _cell(fields: Mapping[str, Any], column: str) -> str:
    above, _, below = column.partition(".")
    value = fields[above].get(below) if below else fields[above]
    if above == "absences":
        return " ".join(f"{each['since']}/{each['until']}" for each in value)
    if isinstance(value, list):
        return " ".join(value)
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)


def _guarded(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_RUN) or _is_guarded(cell) else cell


def _is_guarded(cell: str) -> bool:
    return cell.startswith(tuple(f"'{sign}" for sign in (*_RUN, "'")))


def _rows(text: str, file: str, desk: Desk) -> Iterator[Table]:
    if "\0" in text:
        desk.note(file, 0, "is not a table: save it as CSV UTF-8")
        return
    first = text.partition("\n")[0]
    between = max(";,\t", key=first.count)
    table = csv.reader(StringIO(text, newline=""), delimiter=between, strict=True)
    try:
        columns = [column.strip() for column in next(table, [])]
        if not _known(columns, file, desk):
            return
        for count, cells in enumerate(table, 1):
            if count > MOST:
                desk.note(file, table.line_num, f"has more than {MOST} rows: {TOO_MANY}")
                return
            if any(cell.strip() for cell in cells):
                yield _row(dict(zip(columns, cells, strict=False)), table.line_num)
                if len(cells) != len(columns):
                    cut = f"has {len(cells)} cells, and the first row names {len(columns)}"
                    desk.note(file, table.line_num, f"{cut}: put quotes around text that holds a {between!r}")
    except csv.Error as wrong:
        desk.note(file, table.line_num, f"is not a table that can be read: {wrong}")


def _known(columns: list[str], file: str, desk: Desk) -> bool:
    """Notes every column that is not known, is there twice or is missing altogether."""
    for column in columns:
        if column not in COLUMNS and not _HELLO.fullmatch(column):
            close = difflib.get_close_matches(column, COLUMNS, 1)
            hint = f"did you mean {close[0]}?" if close else f"known are {', '.join(COLUMNS)}, hello.nl"
            desk.note(file, 1, f"the column {column[:40]!r} is not known; {hint}")
        elif columns.count(column) > 1:
            desk.note(file, 1, f"the column {column} is there twice; keep one")
    return not desk.problems


def _row(cells: Mapping[str, str], line: int) -> Table:
    entries: dict[str, Tree] = {}
    for column, cell in cells.items():
        value = cell[1:] if _is_guarded(cell) else cell
        if not value.strip():
            continue
        above, _, below = column.partition(".")
        tree = _tree(column, value, line)
        if below:
            table = entries.get(above)
            known = dict(table.entries) if isinstance(table, Table) else {}
            tree = Table({**known, below: tree}, dict.fromkeys((*known, below), line), line)
        entries[above] = tree
    return Table(entries, dict.fromkeys(entries, line), line)


def _tree(column: str, value: str, line: int) -> Tree:
    if column in _LISTS:
        return Items(tuple(Leaf(word, line) for word in re.split(r"[\s,;]+", value.strip())), line)
    if column == "absences":
        return Items(tuple(_absence(word, line) for word in re.split(r"[\s,;]+", value.strip())), line)
    if column == "internal":
        word = value.strip().lower()
        return Leaf(_TRUTH.get(word, value), line)
    return Leaf(_day(value) if column in _DATES else value, line)


def _absence(word: str, line: int) -> Table:
    since, _, until = word.partition("/")
    ends = {"since": Leaf(_day(since), line), "until": Leaf(_day(until or since), line)}
    return Table(ends, dict.fromkeys(ends, line), line)


def _day(value: str) -> str:
    found = _DUTCH_DAY.fullmatch(value.strip())
    return f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}" if found else value.strip()
