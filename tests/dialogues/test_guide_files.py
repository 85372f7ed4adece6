"""The files of the guide: what cannot be used is told with file and line, and help is on both sides."""

from pathlib import Path
from shutil import copy

import pytest

from bot.places import DIALOGUES
from dialogues.guide_files import LIBRARY, LINES, SCOPE, load_guide
from dialogues.problems import BrokenDialogues
from tests.dialogues.talk import flows


def copied(folder: Path, file: str = "", this: str = "", by: str = "", count: int = 1) -> Path:
    """The product's own files, one of them with something otherwise."""
    for name in (LINES, SCOPE, LIBRARY):
        copy(Path(str(DIALOGUES)) / name, folder / name)
    if file:
        text = (folder / file).read_text("utf-8")
        assert this in text
        (folder / file).write_text(text.replace(this, by, count), "utf-8")
    return folder


def told(folder: Path) -> list[str]:
    try:
        load_guide(folder, flows())
    except BrokenDialogues as broken:
        return [str(problem) for problem in broken.problems]
    return []


def test_the_product_s_own_files_are_sound(folder: Path) -> None:
    assert told(copied(folder)) == []


@pytest.mark.clause("C36", "C51")
@pytest.mark.parametrize(
    ("file", "this", "by", "message"),
    [
        (LIBRARY, "    owner: hr\n", "", "manager: `owner` needs words"),
        (LIBRARY, "    source: not checked\n", "", "notes: `source` needs words"),
        (LIBRARY, "side: own", "side: here", "nothing: `here` is none of own, inside, outside"),
        (LIBRARY, "needs: [stop]", "needs: [party]", "manager: `party` is none of listen, stop"),
        (LIBRARY, "lines: [politie]", "lines: [nobody]", "police: `nobody` is no line of helplines.yml"),
        (LIBRARY, "verified_on: null", "verified_on: soon", "nothing: `verified_on` is a day such as"),
        (LIBRARY, "- id: notes", "- id: nothing", "`nothing` is already on line"),
        (LIBRARY, "- id: notes", "- id: diary", "the option `notes` has no procedure with that id"),
        (LIBRARY, "utter_ask_option.notes", "utter_ask_option.diary", "`utter_ask_option.diary` is no text"),
        (LIBRARY, "utter_option_notes_weigh", "utter_gone", "notes: `utter_gone` is no text in language"),
        (LIBRARY, "cards: [utter_option_notes, utter_option_notes_weigh]", "cards: []", "name the texts"),
        (LIBRARY, "side: own", "sides: own", "knows no key `sides`"),
        (LINES, "name_needed: null", "name_needed: maybe", "alarm: `name_needed` is true, false or null"),
        (LINES, "at_once: true", "at_once: 1", "alarm: `at_once` is true, false or null"),
        (LINES, "what: {nl: ", 'what: {nl: "", x: ', "alarm: `what` needs words"),
        (SCOPE, "outside: [mediator,", "outside: [nobody,", "labour_conflict: `nobody` is no line"),
    ],
)
def test_what_is_wrong_is_told_with_file_and_line(
    folder: Path, file: str, this: str, by: str, message: str
) -> None:
    found = told(copied(folder, file, this, by))

    assert [each for each in found if message in each and each.startswith(f"{file}:")], found
    with pytest.raises(BrokenDialogues, match=file):
        load_guide(folder, flows())


@pytest.mark.clause("C52")
@pytest.mark.parametrize(
    ("file", "this", "by", "message"),
    [
        (LIBRARY, "discrimination, ", "", "`discrimination` has no procedure inside the organisation"),
        (LINES, "discrimination", "somewhere", "`discrimination` has no line outside the organisation"),
        (SCOPE, "inside: [company_doctor]", "inside: []", "`health` needs doors inside and outside"),
        (SCOPE, "  health:", "  illness:", "`health` needs doors inside and outside"),
    ],
)
def test_a_kind_or_topic_without_help_on_one_side_stops_the_start(
    folder: Path, file: str, this: str, by: str, message: str
) -> None:
    found = told(copied(folder, file, this, by, count=-1))

    assert [each for each in found if message in each], found


def test_a_folder_without_a_library_has_no_procedures(folder: Path) -> None:
    (copied(folder) / LIBRARY).unlink()

    assert load_guide(folder).procedures == ()


def test_a_line_that_is_there_day_and_night_says_so_in_its_hours() -> None:
    for line in load_guide(DIALOGUES).lines:
        assert line.at_once == ((line.hours or {}).get("nl") == "dag en nacht"), line.id
