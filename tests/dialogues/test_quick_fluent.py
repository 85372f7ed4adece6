"""The quick parser reads what Fluent's own parser reads, to the last position."""

from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from hypothesis import given
from hypothesis import strategies as st

import dialogues
from dialogues.quick_fluent import QuickParser

FILES = sorted(Path(dialogues.__file__).parent.joinpath("texts").rglob("*.ftl"))

PIECES = (
    *(
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        " ",
        "  ",
        "    ",
        "\t",
        "\n    ",
        "\n    .a = ",
        "\n# note\n",
        "\n-term = ",
    ),
    *("key", "key = ", "kéy", "9", "-", "_", "=", ".", "*", "[", "]", "[one]", "*[other]", "}", "{", "\\"),
    *(
        "{ $name }",
        "{ key }",
        "{ -term.a }",
        '{ "a" }',
        "{ START($name) }",
        "{ $n ->",
        "words, and more  ",
        "…",
    ),
)
"""What a file is made of, and what breaks it."""


def _same(text: str) -> bool:
    return QuickParser().parse(text).equals(FluentParser().parse(text), ignored_fields=[])


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_our_own_files_read_the_same(file: Path) -> None:
    assert _same(file.read_text(encoding="utf-8"))


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_any_file_reads_the_same_and_breaks_at_the_same_place(text: str) -> None:
    assert _same(text)
    assert _same(f"key = {text}")


@pytest.mark.parametrize(
    "text",
    [
        "key = words  \n",
        "key =   words \n\n\nother = x",
        "key = words\n    more\n",
        "key = words\n    {more}",
        "key = words\n{ $more }",
        "key = words\n    .a = A\n    .b = B\n",
        "key = words\n\n  \n   .a = A",
        "key = a } b",
        "key = a\r\n    b\r\nc = d",
        "key = a\rb",
        "key = { $n ->\n    [one] een\n   *[other] meer\n  }\n",
        "key = \n   words\n     more\n",
        "kéy = words",
        "key",
        "key =",
        "key = words\n    .=",
    ],
)
def test_lines_that_are_easily_read_wrong_read_the_same(text: str) -> None:
    assert _same(text)
