"""YAML as a tree that remembers its lines."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from dialogues.problems import Problem

Scalar = str | int | float | bool | None

_WHOLE_NUMBER = re.compile(r"[-+]?[0-9]{1,18}")


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


def read_yaml(text: str, file: str, desk: Desk) -> Table:
    """The mapping in `text`; an empty one, and a problem noted, when it holds something else.

    YAML 1.2: `yes` and `no` are words, only `true` and `false` are truth values. No anchors, tags or
    second document: a flow reads the same to everyone who opens it.
    """
    nothing = Table({}, {}, 1)
    try:
        node = YAML(typ="safe", pure=True).compose(text)
    except MarkedYAMLError as wrong:
        line = wrong.problem_mark.line + 1 if wrong.problem_mark else 0
        desk.note(file, line, f"not readable as YAML: {wrong.problem or wrong.context}")
        return nothing
    except YAMLError:
        desk.note(file, 0, "not readable as YAML: it holds a character that YAML does not allow")
        return nothing
    if node is None:
        return nothing
    tree = _tree(node, file, desk)
    if not isinstance(tree, Table):
        desk.note(file, tree.line, "begin the file with `key: value`")
        return nothing
    return tree


def _tree(node: Node, file: str, desk: Desk) -> Tree:
    line = node.start_mark.line + 1
    if node.anchor:
        desk.note(file, line, f"write it out: anchors (&{node.anchor}) are not used here")
    if isinstance(node, MappingNode):
        return _table(node, file, desk, line)
    if isinstance(node, SequenceNode):
        return Items(tuple(_tree(item, file, desk) for item in node.value), line)
    return Leaf(_scalar(node), line)


def _table(node: MappingNode, file: str, desk: Desk, line: int) -> Table:
    entries: dict[str, Tree] = {}
    lines: dict[str, int] = {}
    for key_node, value_node in node.value:
        at = key_node.start_mark.line + 1
        key = str(key_node.value) if isinstance(key_node, ScalarNode) else ""
        if not key:
            desk.note(file, at, "a key is one word")
        elif key in entries:
            desk.note(file, at, f"`{key}` is already there, on line {lines[key]}; keep one")
        else:
            entries[key], lines[key] = _tree(value_node, file, desk), at
    return Table(entries, lines, line)


def _scalar(node: Node) -> Scalar:
    kind = str(node.tag).rpartition(":")[2]
    text = str(node.value)
    if kind == "null":
        return None
    if kind == "bool":
        return text.lower() == "true"
    if kind == "int" and _WHOLE_NUMBER.fullmatch(text):
        return int(text)
    if kind == "float":
        return float(text)
    return text


def leaves(tree: Tree | None) -> Iterator[Leaf]:
    """The leaves of a list, or the one leaf itself; nothing else."""
    if isinstance(tree, Leaf):
        yield tree
    elif isinstance(tree, Items):
        yield from (item for item in tree.items if isinstance(item, Leaf))
