"""The word lists: each line counts, and a list that cannot be used says where."""

import shutil
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from dialogues.model import Expectation
from dialogues.private import Private
from dialogues.understand import DataError, load
from dialogues.understand.data import by_language
from tests.understand.reading import LISTS, recogniser


@pytest.fixture
def lists(tmp_path: Path) -> Path:
    folder = tmp_path / "nlu"
    shutil.copytree(LISTS, folder)
    return folder


@pytest.mark.parametrize(
    ("file", "content", "line", "problem"),
    [
        ("choices_nl.yml", "[]", 1, "begin the file with `key: value`"),
        ("choices_nl.yml", "a: [", 1, "not readable as YAML"),
        ("choices_nl.yml", "a: \x01", None, "a character that YAML does not allow"),
        ("choices_nl.yml", "fillers: a\nextra: b", 2, "unknown key 'extra'"),
        ("choices_nl.yml", "intents:\n  dance: ja", 2, "unknown key 'dance'"),
        ("choices_nl.yml", "intents: ja", 1, "'intents' must be a mapping"),
        ("choices_nl.yml", "fillers: [a]", 1, "'fillers' must be a text"),
        ("choices_nl.yml", "choices:\n  yes:\n    all: ja", 3, "unknown key 'all'"),
        ("choices_nl.yml", "choices:\n  yes: |\n    ja, Ja", 2, "'Ja' is not one plain"),
        ("words_nl.yml", "labels:\n  theft: {}", 2, "unknown key 'theft'"),
        ("words_nl.yml", "labels:\n  sexual:\n    weak: a", 3, "unknown key 'weak'"),
        ("words_nl.yml", "people: <they>", 1, "no group <they>"),
        ("crisis_nl.yml", "fire: {}", 1, "unknown key 'fire'"),
        ("crisis_nl.yml", "danger:\n  medium: a", 2, "unknown key 'medium'"),
        ("thresholds.yml", "sharpness: 1", 1, "'strong' must be a number"),
        ("thresholds.yml", "weights: {strong: true}", 1, "'strong' must be a number"),
        ("thresholds.yml", "weights: {strong: 11}", 1, "'strong' must be a number"),
    ],
)
def test_a_broken_list_is_refused_with_file_and_line(
    lists: Path, file: str, content: str, line: int | None, problem: str
) -> None:
    (lists / file).write_text(content, encoding="utf-8")
    with pytest.raises(DataError, match=problem) as caught:
        load(lists)
    assert (caught.value.file, caught.value.line) == (file, line)
    assert str(lists) not in str(caught.value)


def test_a_list_that_is_no_text_is_refused(lists: Path) -> None:
    (lists / "words_nl.yml").write_bytes(b"\xff\xfe\xff")
    with pytest.raises(DataError, match="UTF-8"):
        load(lists)
    (lists / "thresholds.yml").unlink()
    with pytest.raises(DataError, match="cannot be read"):
        load(lists)


def test_without_any_crisis_list_nothing_is_loaded(lists: Path) -> None:
    for file in lists.glob("crisis_*.yml"):
        file.unlink()
    with pytest.raises(DataError, match="no crisis list"):
        load(lists)


def test_a_language_is_added_by_files_alone(lists: Path) -> None:
    shutil.copy(lists / "crisis_en.yml", lists / "crisis_fr.yml")
    assert "fr" in by_language(lists, "crisis")
    load(lists)


def test_both_languages_know_the_same_questions() -> None:
    choices = by_language(LISTS, "choices")
    dutch, english = (set(choices[name].section("choices").names) for name in ("nl", "en"))
    assert dutch == english


def slots() -> dict[str, list[str]]:
    """slot -> its values, from the dialogues themselves; conditions of values left out."""
    domain = YAML(typ="safe", pure=True).load((LISTS.parent / "domain.yml").read_text(encoding="utf-8"))
    return {
        name: [value["value"] if isinstance(value, dict) else value for value in slot.get("values", ())]
        for name, slot in domain["slots"].items()
    }


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_listed_answer_belongs_to_a_choice_of_the_dialogues(language: str) -> None:
    known = slots()
    everywhere = {value for values in known.values() for value in values} | {"done", "skip"}  # the engine's
    for name in by_language(LISTS, "choices")[language].section("choices").names:
        slot, dot, value = name.rpartition(".")
        assert value in (known.get(slot, ()) if dot else everywhere), name


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_whole_answer_in_the_lists_is_heard_at_its_question(language: str) -> None:
    choices = by_language(LISTS, "choices")[language].section("choices")
    known, lost = slots(), []
    for name in choices.names:
        slot, dot, value = name.rpartition(".")
        if not dot:
            continue
        listed = choices.text(name) if choices.is_text(name) else choices.section(name).text("whole")
        question = Expectation(slot, tuple(known[slot]), own_words=False)
        for line in listed.replace("\n", ",").split(","):
            if line.strip() and not set(line) & set("|*<.?"):
                heard = recogniser().hear(Private(line), language, question)
                if heard.choice != value and heard.intent is None:
                    lost.append((name, line.strip(), heard.choice))
    assert lost == []


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("violence", "hij duwde me van de trap"),
        ("violence", "hij gooide een hamer naar mijn hoofd"),
        ("violence", "thuis slaat hij me"),
        ("danger", "hij stuurt me elke nacht dreigberichten"),
        ("danger", "hij wacht me elke dag op na het werk"),
        ("danger", "er wartet jeden Abend am Parkplatz auf mich"),
        ("danger", "on mnie śledzi do domu"),
    ],
)
def test_danger_told_in_plain_words_needs_no_model(kind: str, line: str) -> None:
    assert kind in recogniser().suggest(Private(line), "nl").crisis


@pytest.mark.parametrize(
    "line",
    [
        "ik wacht al weken op antwoord van hr",
        "ze wachten me elke keer af te kraken tot ik klaar ben",
        "hij gooide de deur dicht en liep de trap af",
        "ik wil mijn collega niet naar het hoofd gooien dat hij fout zit",
    ],
)
def test_words_that_lie_near_it_bring_no_card_by_the_lists(line: str) -> None:
    assert recogniser().suggest(Private(line), "nl").crisis == ()
