"""The project's own Python files as syntax trees, for tests about how the code is built."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PRODUCT = ("bot", "storage", "handlers", "dialogues")


@dataclass(frozen=True, slots=True)
class Module:
    """One file. `name` is dotted ("handlers.domain.case"), `path` is relative to the root."""

    name: str
    path: str
    text: str
    tree: ast.Module

    def calls(self, *names: str) -> Iterator[ast.Call]:
        """The calls of a function or method with one of these names, in the order of the file."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call) and called(node) in names:
                yield node

    def place(self, node: ast.expr | ast.stmt) -> str:
        """`path:line`, as an editor opens it."""
        return f"{self.path}:{node.lineno}"


def called(call: ast.Call) -> str:
    """The last part of what is called: "reveal" for `words.reveal()`; empty when it has no name."""
    match call.func:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
    return ""


def module(text: str, name: str = "snippet") -> Module:
    """A module that stands in no file: what a test plants to see a rule fail."""
    return Module(name, f"{name}.py", text, ast.parse(text))


@cache
def product() -> tuple[Module, ...]:
    """Every module of the product, migrations included."""
    return tuple(_read(path) for folder in PRODUCT for path in sorted((ROOT / folder).rglob("*.py")))


@cache
def tests() -> tuple[Module, ...]:
    """Every module under tests/."""
    return tuple(_read(path) for path in sorted((ROOT / "tests").rglob("*.py")))


def _read(path: Path) -> Module:
    relative = path.relative_to(ROOT)
    name = ".".join(relative.with_suffix("").parts).removesuffix(".__init__")
    text = path.read_text("utf-8")
    return Module(name, relative.as_posix(), text, ast.parse(text))


def listed(file: str) -> dict[str, str]:
    """A list beside the tests: on each line a name, two spaces or more, and the reason it stands there."""
    lines = (ROOT / "tests" / file).read_text("utf-8").splitlines()
    pairs = (line.split("  ", 1) for line in lines if line.strip() and not line.startswith("#"))
    entries = [(name.strip(), reason[0].strip() if reason else "") for name, *reason in pairs]
    names = [name for name, _ in entries]
    assert names == sorted(set(names)), f"keep tests/{file} sorted, each name once"
    assert all(reason for _, reason in entries), f"say in tests/{file} what each line stands there for"
    return dict(entries)
