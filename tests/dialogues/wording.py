"""Reading the product's own sentences: every text of a language, and what the house rules measure in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fluent.syntax import FluentParser, ast

from tests.dialogues.talk import FOLDER

parse = FluentParser().parse


@dataclass(frozen=True, slots=True)
class Text:
    """One text as it stands in a file: its id ("utter_ask_need.story" for a button), comment and words.

    Of words that depend on a value, the last variant is read; a blank reads as "…".
    """

    file: str
    id: str
    words: str
    comment: str

    @property
    def said(self) -> bool:
        """Whether it is said in the chat, as a message (not a button, a page or a fact)."""
        return self.id.startswith("utter_") and "." not in self.id

    @property
    def sentences(self) -> list[str]:
        """Its sentences; a line that is only a blank is none."""
        parts = re.split(r"(?<=[.!?:])\s+|\n", self.words)
        return [part for part in parts if re.search(r"\w", part)]


def texts(language: str) -> Iterator[Text]:
    """Every text of a language, buttons and pages too."""
    for path in sorted((FOLDER / "texts" / language).glob("*.ftl")):
        for entry in parse(path.read_text(encoding="utf-8")).body:
            if not isinstance(entry, ast.Message):
                continue
            comment = entry.comment.content or "" if entry.comment else ""
            if entry.value:
                yield Text(path.name, entry.id.name, _words(entry.value), comment)
            for attribute in entry.attributes:
                yield Text(
                    path.name, f"{entry.id.name}.{attribute.id.name}", _words(attribute.value), comment
                )


def _words(pattern: ast.Pattern) -> str:
    found = []
    for element in pattern.elements:
        if isinstance(element, ast.TextElement):
            found.append(element.value)
        elif isinstance(element.expression, ast.SelectExpression):
            found.append(_words(element.expression.variants[-1].value))
        else:
            found.append("…")
    return "".join(found)


def word_count(sentence: str) -> int:
    """Words in a sentence."""
    return len(re.findall(r"[\w'’&.@-]*\w", sentence))


def texts_of(language: str) -> dict[str, Text]:
    """Every text of a language by its id."""
    return {text.id: text for text in texts(language)}
