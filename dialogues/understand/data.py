"""The word lists of `dialogues/nlu/`, read and checked once.

    choices_<language>.yml   answers to questions, wishes that hold everywhere, filler words
    words_<language>.yml     what belongs to which of the 13 labels
    crisis_<language>.yml    words that hint at danger; all languages are read at once
    thresholds.yml           weights, and from where on a guess is offered

A list of phrases is a text: one phrase a line, or several with commas (see `phrases`).
"""

from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable
from typing import Final, NoReturn

from dialogues.source import Desk, Leaf, Scalar, Table, read_yaml
from dialogues.understand.phrases import Phrase, parse

IN_SCOPE: Final = ("sexual", "bullying", "discrimination", "aggression", "violence")
LABELS: Final = (
    *IN_SCOPE, "labour_conflict", "reorganisation", "social_work", "accused", "integrity", "policy",
    "hr_practical", "smalltalk",
)  # fmt: skip
"""The 13 labels; the first five are what a confidential counsellor is for."""


class DataError(Exception):
    """A word list cannot be used. Nothing has been loaded."""

    def __init__(self, file: str, line: int | None, problem: str) -> None:
        super().__init__(f"{file}{f', line {line}' if line else ''}: {problem}")
        self.file, self.line, self.problem = file, line, problem


class Section:
    """A mapping in a word list that knows where it stands; each reading names what it expects."""

    def __init__(self, file: str, content: Table) -> None:
        self._file, self._content = file, content

    @property
    def names(self) -> tuple[str, ...]:
        """The keys, in order."""
        return tuple(self._content.entries)

    def refuse(self, problem: str, name: str | None = None) -> NoReturn:
        """Raise a DataError that points at `name`, or at the section."""
        lines = self._content.lines
        raise DataError(
            self._file, lines.get(name, self._content.line) if name else self._content.line, problem
        )

    def only(self, allowed: tuple[str, ...]) -> None:
        """Refuse keys that are not allowed here."""
        for name in self.names:
            if name not in allowed:
                self.refuse(f"unknown key '{name}'; possible: {', '.join(allowed)}", name)

    def section(self, name: str) -> "Section":
        """The mapping under `name`; an empty one when absent."""
        content = self._content.entries.get(name, Table({}, {}, self._content.line))
        if not isinstance(content, Table):
            self.refuse(f"'{name}' must be a mapping", name)
        return Section(self._file, content)

    def is_text(self, name: str) -> bool:
        """Whether a text stands under `name`."""
        return isinstance(self._value(name), str)

    def text(self, name: str) -> str:
        """The text under `name`; empty when absent."""
        value = self._value(name) if name in self._content.entries else ""
        if not isinstance(value, str):
            self.refuse(f"'{name}' must be a text", name)
        return value

    def number(self, name: str) -> float:
        """The number under `name`, from 0 to 10."""
        value = self._value(name)
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 10:
            self.refuse(f"'{name}' must be a number from 0 to 10", name)
        return float(value)

    def phrases(self, name: str, groups: Mapping[str, str]) -> Iterator[Phrase]:
        """The phrases under `name`; none when absent."""
        for source in self.text(name).replace("\n", ",").split(","):
            if source.strip():
                try:
                    yield parse(source.strip(), groups)
                except ValueError as problem:
                    self.refuse(str(problem), name)

    def groups(self) -> dict[str, str]:
        """Under `groups`: name -> `a|b|c`, for `<name>` in phrases."""
        found = self.section("groups")
        return {name: "|".join(found.text(name).split()) for name in found.names}

    def _value(self, name: str) -> Scalar:
        found = self._content.entries.get(name)
        return found.value if isinstance(found, Leaf) else None


def read(file: Traversable) -> Section:
    """The content of one word list. Raises DataError when it is not a YAML mapping."""
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise DataError(file.name, None, "cannot be read as UTF-8 text") from None
    desk = Desk()
    content = read_yaml(text, file.name, desk, anchors=True)
    for problem in desk.problems:
        raise DataError(file.name, problem.line or None, problem.message)
    return Section(file.name, content)


def by_language(folder: Traversable, kind: str) -> dict[str, Section]:
    """language -> the content of `<kind>_<language>.yml`, in alphabetical order."""
    found: dict[str, Section] = {}
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        start, _, rest = file.name.partition("_")
        if start == kind and rest.endswith(".yml"):
            found[rest.removesuffix(".yml")] = read(file)
    return found
