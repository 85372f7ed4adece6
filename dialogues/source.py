"""YAML as a tree that remembers its lines."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import yaml

from dialogues.problems import Problem

Scalar = str | int | float | bool | None

_PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml reads what an organisation starts with in a tenth of the time; without it the same in Python."""
_NULL = re.compile(r"|~|null|Null|NULL")
_TRUTH = re.compile(r"true|True|TRUE|false|False|FALSE")
_WHOLE_NUMBER = re.compile(r"[-+]?[0-9]{1,18}")
_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Leaf:
    """One word, number or truth value."""

    value: Scalar
    line: int


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple["Tree", ...]
    line: int


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping; `lines` holds the line of each key."""

    entries: Mapping[str, "Tree"]
    lines: Mapping[str, int]
    line: int


Tree = Leaf | Items | Table


@dataclass(slots=True)
class Desk:
    """Collects problems while files are read, so that a writer sees all of them at once."""

    problems: list[Problem] = field(default_factory=list)

    def note(self, file: str, line: int, message: str) -> None:
        """Adds one problem."""
        self.problems.append(Problem(file, line, message))


def read_yaml(text: str, file: str, desk: Desk, *, anchors: bool = False) -> Table:
    """The mapping in `text`; an empty one, and a problem noted, when it holds something else.

    The core schema of YAML 1.2 (§10.3.2): `yes` and `no` are words, only `true` and `false` are truth values.
    No tags, no second document and, unless `anchors`, no anchors: a file reads the same to everyone.
    """
    nothing = Table({}, {}, 1)
    try:
        tree = _Builder(text, file, desk, anchors=anchors).document()
    except yaml.MarkedYAMLError as wrong:
        last = text.rstrip("\n").count("\n") + 1  # what is missing at the end is missed one line further
        line = min(wrong.problem_mark.line + 1, last) if wrong.problem_mark else 0
        desk.note(file, line, f"not readable as YAML: {wrong.problem or wrong.context}")
        return nothing
    except (yaml.YAMLError, UnicodeEncodeError):
        desk.note(file, 0, "not readable as YAML: it holds a character that YAML does not allow")
        return nothing
    except RecursionError:
        desk.note(file, 0, "nested too deep to be read")
        return nothing
    if tree is None:
        return nothing
    if not isinstance(tree, Table):
        desk.note(file, tree.line, "begin the file with `key: value`")
        return nothing
    return tree


class _Builder:
    """Builds one tree from what the parser meets, in the order of the text."""

    def __init__(self, text: str, file: str, desk: Desk, *, anchors: bool) -> None:
        self._events = iter(yaml.parse(text, Loader=_PARSER))
        self._file, self._desk, self._anchors = file, desk, anchors
        self._named: dict[str, Tree] = {}

    def document(self) -> Tree | None:
        """The one document, None for an empty text."""
        tree: Tree | None = None
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                if tree is not None:
                    self._note(event, "one file holds one document: take out the line with `---`")
                    continue
                tree = self._tree(next(self._events))
        return tree

    def _tree(self, event: yaml.Event) -> Tree:
        if event.anchor and not self._anchors:
            self._note(event, f"write it out: anchors (&{event.anchor}) are not used here")
        if isinstance(event, yaml.AliasEvent):
            return self._named.get(event.anchor, Leaf(None, event.start_mark.line + 1))
        tree = self._content(event, event.start_mark.line + 1)
        if event.anchor:
            self._named[event.anchor] = tree
        return tree

    def _content(self, event: yaml.Event, line: int) -> Tree:
        if isinstance(event, yaml.MappingStartEvent):
            return self._table(line)
        if isinstance(event, yaml.SequenceStartEvent):
            return Items(tuple(self._tree(item) for item in self._until(yaml.SequenceEndEvent)), line)
        return Leaf(_scalar(event.value) if event.implicit[0] else event.value, line)

    def _table(self, line: int) -> Table:
        entries: dict[str, Tree] = {}
        lines: dict[str, int] = {}
        for at in self._until(yaml.MappingEndEvent):
            key = self._key(at)
            value = self._tree(next(self._events))
            if not key:
                self._note(at, "a key is one word")
            elif key in entries:
                self._note(at, f"`{key}` is already there, on line {lines[key]}; keep one")
            else:
                entries[key], lines[key] = value, at.start_mark.line + 1
        return Table(entries, lines, line)

    def _key(self, event: yaml.Event) -> str:
        if isinstance(event, yaml.ScalarEvent):
            return str(event.value)
        self._tree(event)
        return ""

    def _until(self, end: type[yaml.Event]) -> Iterator[yaml.Event]:
        while not isinstance(event := next(self._events), end):
            yield event

    def _note(self, event: yaml.Event, message: str) -> None:
        self._desk.note(self._file, event.start_mark.line + 1, message)


def _scalar(text: str) -> Scalar:
    if _NULL.fullmatch(text):
        return None
    if _TRUTH.fullmatch(text):
        return text.lower() == "true"
    if _WHOLE_NUMBER.fullmatch(text):
        return int(text)
    if _NUMBER.fullmatch(text):
        return float(text)
    return text


def leaves(tree: Tree | None) -> Iterator[Leaf]:
    """The leaves of a list, or the one leaf itself; nothing else."""
    if isinstance(tree, Leaf):
        yield tree
    elif isinstance(tree, Items):
        yield from (item for item in tree.items if isinstance(item, Leaf))
