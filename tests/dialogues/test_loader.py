"""The loader tells everything that is wrong with dialogues, with file and line."""

from pathlib import Path

import pytest

from dialogues.flows import Flows
from dialogues.loader import load
from dialogues.problems import BrokenDialogues
from tests.dialogues.folders import ANY, DOMAIN, MAIN, NL, Folder


def test_the_small_product_has_no_problems(tmp_path: Path) -> None:
    assert Folder(tmp_path).found() == []


def test_every_problem_is_told_at_once_and_no_path_of_the_machine(tmp_path: Path) -> None:
    folder = Folder(tmp_path).change(MAIN, "call: details", "call: gone").change(NL, "Hallo", "Hallo {")
    with pytest.raises(BrokenDialogues) as refused:
        load(folder.home)
    assert len(refused.value.problems) >= 2
    assert str(tmp_path) not in str(refused.value)
    assert [problem.file for problem in refused.value.problems] == sorted(
        problem.file for problem in refused.value.problems
    )


def test_a_folder_without_anything_says_what_to_add(tmp_path: Path) -> None:
    with pytest.raises(BrokenDialogues) as refused:
        load(tmp_path)
    for wanted in (
        "texts: no language here",
        "domain.yml: not there",
        "flows: no .yml file here",
        "pattern_session_start",
    ):
        assert wanted in str(refused.value)


def test_a_file_that_is_not_utf_8_or_not_a_mapping_is_named(tmp_path: Path) -> None:
    folder = Folder(tmp_path).add("flows/list.yml", "- one\n").add("flows/none.yml", "# nothing\n")
    (folder.home / "flows" / "latin.yml").write_bytes(b"flows: \xe9\n")
    found = folder.found()
    assert "flows/latin.yml: not UTF-8; save it as UTF-8" in found
    assert any(line.startswith("flows/list.yml:1: begin the file with `key: value`") for line in found)
    assert any(line.startswith("flows/none.yml:1: flows needs") for line in found)


def test_a_language_folder_without_files_is_named(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    (folder.home / "texts" / "ar").mkdir()
    assert "texts/ar: no .ftl file here; add one" in folder.found()


def flow(name: str, *steps: str, more: str = "") -> str:
    """A flow file with one flow."""
    listed = "\n".join(f"      {line}" for step in steps for line in step.splitlines())
    return f"flows:\n  {name}:\n    description: More.\n{more}    steps:\n{listed}\n"


def test_two_flows_with_one_id_are_refused(tmp_path: Path) -> None:
    found = Folder(tmp_path).add("flows/more.yml", flow("start", "- action: utter_help")).found()
    assert any("flow `start` is already in flows/main.yml:19; rename one" in line for line in found)


def test_a_called_flow_cannot_link_away(tmp_path: Path) -> None:
    found = (
        Folder(tmp_path)
        .change(MAIN, "      - collect: often", "      - link: news\n      - collect: often")
        .found()
    )
    assert any("`details` is called, so it comes back: it cannot link away" in line for line in found)


def test_a_slot_that_ends_with_a_flow_cannot_be_read_by_the_next(tmp_path: Path) -> None:
    more = flow(
        "tail", '- noop: true\n  next:\n    - if: slots.wish = "talk"\n      then: END\n    - else: END'
    )
    found = (
        Folder(tmp_path)
        .add("flows/more.yml", more)
        .change(MAIN, "          - note: null", "          - note: null\n      - link: tail")
        .found()
    )
    assert any(
        "`tail` reads slot `wish`, which ends with `start`; add it to persisted_slots" in line
        for line in found
    )


@pytest.mark.parametrize(
    "reading",
    [
        "- collect: since\n  rejections:\n    - if: slots.wish\n      utter: utter_help",
        "- collect: kinds\n  ask_before_filling: true",
        "- action: utter_sent",
    ],
)
def test_reading_is_also_a_rejection_a_choice_or_a_word_that_shows_it(tmp_path: Path, reading: str) -> None:
    more = flow("tail", reading)
    folder = Folder(tmp_path).add("flows/more.yml", more)
    folder.change(MAIN, "          - note: null", "          - note: null\n      - link: tail")
    assert any("`tail` reads slot" in line for line in folder.found())


def test_flows_that_lead_to_each_other_in_silence_are_refused(tmp_path: Path) -> None:
    more = flow("ping", "- link: pong") + flow("pong", "- action: utter_help", "- link: ping").removeprefix(
        "flows:\n"
    )
    found = Folder(tmp_path).add("flows/more.yml", more).found()
    assert any("lead to each other without listening: ping, pong" in line for line in found)


def test_a_flow_that_links_to_itself_in_silence_is_refused(tmp_path: Path) -> None:
    found = Folder(tmp_path).add("flows/more.yml", flow("ping", "- link: ping")).found()
    assert any("lead to each other without listening: ping" in line for line in found)


def test_flows_that_link_in_a_ring_with_a_question_are_fine(tmp_path: Path) -> None:
    more = flow("ping", "- collect: since", "- link: ping")
    assert Folder(tmp_path).add("flows/more.yml", more).change(NL, "x", "x").found() == []


def test_calls_that_never_come_back_are_refused(tmp_path: Path) -> None:
    more = flow(
        "ping", "- collect: often\n  ask_before_filling: true\n  metadata: {skip: true}", "- call: ping"
    )
    found = Folder(tmp_path).add("flows/more.yml", more).found()
    assert any("call each other and would never come back: ping" in line for line in found)


def test_a_loop_around_a_call_that_asks_is_fine_and_one_that_does_not_is_not(tmp_path: Path) -> None:
    asks = flow("inner", "- collect: since\n  ask_before_filling: true\n  metadata: {skip: true}")
    quiet = flow("inner", "- collect: since\n  metadata: {skip: true}")
    loop = flow("outer", "- id: again\n  call: inner", "- action: utter_help\n  next: again").removeprefix(
        "flows:\n"
    )
    assert Folder(tmp_path / "a").add("flows/more.yml", asks + loop).found() == []
    found = Folder(tmp_path / "b").add("flows/more.yml", quiet + loop).found()
    assert any("go round without listening: again, utter_help" in line for line in found)


def test_a_loop_that_empties_its_question_is_fine(tmp_path: Path) -> None:
    more = flow(
        "outer",
        "- id: again\n  collect: since\n  metadata: {skip: true}",
        "- set_slots:\n    - since: null\n  next: again",
    )
    assert Folder(tmp_path).add("flows/more.yml", more).found() == []


def test_help_must_begin_whatever_the_state(tmp_path: Path) -> None:
    found = (
        Folder(tmp_path)
        .change(ANY, "description: Help lines, from anywhere.", "description: Help.\n    if: slots.seen")
        .found()
    )
    assert any("`help_now` must always begin at `/help_now`; take its `if` away" in line for line in found)


def test_a_person_must_be_near_every_question(tmp_path: Path) -> None:
    folder = Folder(tmp_path).change(DOMAIN, "menu: [who, language]", "menu: [language]")
    found = folder.found()
    # From `safe` a person is further than three presses away; from the question before it is near.
    assert any("from `safe` no person is offered within 3 presses" in line for line in found)
    assert not any("from `wish`" in line for line in found)
    folder.change(DOMAIN, "human_flows: [who]\n", "").change(MAIN, "human: true, ", "")
    assert folder.found() == []


def test_generated_step_ids_stay_apart(small: Flows, tmp_path: Path) -> None:
    more = flow(
        "many",
        "- action: utter_help",
        "- action: utter_help",
        "- action: utter_help",
        "- set_slots:\n    - seen: true",
        "- id: utter_help_2\n  action: utter_help",
        "- noop: true\n  next: END",
    )
    loaded = load(Folder(tmp_path).add("flows/more.yml", more).home)
    assert list(loaded.flows["many"].steps) == [
        "utter_help",
        "utter_help_3",
        "utter_help_4",
        "set_slots",
        "utter_help_2",
        "noop",
    ]
    assert small.flows["help_now"].keeps_place


def test_built_in_slots_are_there_without_being_told(tmp_path: Path) -> None:
    folder = Folder(tmp_path).change(
        DOMAIN, "  language: {type: categorical, values: [nl, en], initial_value: nl}\n", ""
    )
    loaded = load(folder.home)
    assert [choice.value for choice in loaded.slots["language"].choices] == ["en", "nl"]
    assert loaded.initial["language"] == "nl"
    assert loaded.slots["story"].stays


def test_without_dutch_the_first_language_is_the_first_of_the_alphabet(tmp_path: Path) -> None:
    folder = Folder(tmp_path).change(DOMAIN, "values: [nl, en], initial_value: nl", "values: [en]")
    folder.change(NL, "    .nl = Nederlands\n", "").change("texts/en/main.ftl", "    .nl = Nederlands\n", "")
    (folder.home / "texts" / "nl").rename(folder.home / "texts" / "fr")
    assert load(folder.home).initial["language"] == "en"


def test_blanks_that_are_no_slots_are_told_to_the_program(small: Flows) -> None:
    assert small.blanks == {"term"}


def test_a_slot_of_any_type_can_be_set_to_any_word(tmp_path: Path) -> None:
    folder = Folder(tmp_path).change(DOMAIN, "slots:\n", "slots:\n  thing: {type: any}\n")
    folder.change(MAIN, "- note: null", "- note: null\n          - thing: word\n          - thing: [a, b]")
    assert folder.found() == []
    folder.change(MAIN, "thing: word", "thing: 1.5")
    assert any("does not fit slot `thing` of type any" in line for line in folder.found())
