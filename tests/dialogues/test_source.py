"""YAML becomes a tree with lines, by the core schema of YAML 1.2."""

from pathlib import Path

import pytest
import yaml

import dialogues
from dialogues import source
from dialogues.source import Desk, Items, Leaf, Table, read_yaml

FLOWS = sorted((Path(dialogues.__file__).parent / "flows").glob("*.yml"))


def found(text: str, *, anchors: bool = False) -> tuple[Table, list[str]]:
    desk = Desk()
    return read_yaml(text, "a.yml", desk, anchors=anchors), [str(problem) for problem in desk.problems]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("yes", "yes"),
        ("no", "no"),
        ("on", "on"),
        ("true", True),
        ("False", False),
        ("~", None),
        ("", None),
        ("null", None),
        ("12", 12),
        ("-3", -3),
        ("010", 10),
        ("1.5", 1.5),
        (".5", 0.5),
        ("1e3", 1000.0),
        ("1_000", "1_000"),
        ("12:30", "12:30"),
        ("2026-11-02", "2026-11-02"),
        ("'12'", "12"),
        ('"true"', "true"),
        ("9" * 19, float("9" * 19)),
    ],
)
def test_only_the_core_schema_gives_a_word_another_meaning(written: str, value: object) -> None:
    tree, problems = found(f"key: {written}")
    leaf = tree.entries["key"]
    assert isinstance(leaf, Leaf)
    assert (leaf.value, type(leaf.value)) == (value, type(value))
    assert not problems


def test_every_part_knows_its_line() -> None:
    tree, _ = found("# note\na:\n  - b\n  - c: d\n")
    items = tree.entries["a"]
    assert isinstance(items, Items)
    inner = items.items[1]
    assert isinstance(inner, Table)
    assert (tree.line, tree.lines["a"], items.items[0].line, inner.lines["c"]) == (2, 2, 3, 4)


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("a: 1\n---\nb: 2", "a.yml:2: one file holds one document"),
        ("a: [", "a.yml:1: not readable as YAML"),
        ("a: \x07", "a.yml: not readable as YAML: it holds a character"),
        ("a: \ud800", "a.yml: not readable as YAML: it holds a character"),
        ("- a", "a.yml:1: begin the file with `key: value`"),
        ("a: 1\na: 2", "a.yml:2: `a` is already there, on line 1; keep one"),
        ("[a]: 1", "a.yml:1: a key is one word"),
        ("a: &x 1\nb: *x", "a.yml:1: write it out: anchors (&x)"),
        ("a: " + "[" * 5000 + "]" * 5000, "a.yml: nested too deep to be read"),
    ],
)
def test_what_reads_differently_elsewhere_is_named_with_its_line(written: str, problem: str) -> None:
    assert found(written)[1][0].startswith(problem)


def test_a_list_may_be_named_where_anchors_are_allowed() -> None:
    tree, problems = found("a: &x [1]\nb: *x\nc: &y [*y]", anchors=True)
    assert tree.entries["b"] is tree.entries["a"]
    assert tree.entries["c"] == Items((Leaf(None, 3),), 3), "a list inside itself is no list"
    assert not problems


def test_an_empty_file_holds_nothing() -> None:
    assert found("# only a note") == (Table({}, {}, 1), [])


@pytest.mark.parametrize("file", FLOWS[:4], ids=lambda file: file.stem)
def test_without_libyaml_the_same_is_read(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = file.read_text("utf-8")
    quick = found(text)
    monkeypatch.setattr(source, "_PARSER", yaml.SafeLoader)
    assert found(text) == quick
