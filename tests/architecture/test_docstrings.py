"""Every public thing says what it gives."""

import ast
from collections.abc import Iterator

from tests.architecture.modules import Module, module, product

Documented = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def public_things(body: list[ast.stmt], prefix: str = "") -> Iterator[tuple[str, Documented]]:
    """Classes, functions and methods whose name has no underscore in front, with their dotted name."""
    for node in body:
        if isinstance(node, Documented) and not node.name.startswith("_"):
            name = f"{prefix}{node.name}"
            yield name, node
            if isinstance(node, ast.ClassDef):
                yield from public_things(node.body, f"{name}.")


def undocumented(source: Module) -> Iterator[str]:
    """`path:line name` of every public thing without a docstring, and of the module itself."""
    if source.tree.body and not ast.get_docstring(source.tree):
        yield f"{source.path}:1 {source.name}"
    for name, node in public_things(source.tree.body):
        if not ast.get_docstring(node) and not _is_stub(node):
            yield f"{source.place(node)} {name}"


def _is_stub(node: Documented) -> bool:
    match node.body:
        case [ast.Expr(value=ast.Constant(value=value))]:
            return value is ...
    return False


def test_every_public_thing_has_a_docstring() -> None:
    missing = [line for source in product() for line in undocumented(source)]
    assert not missing, "say in one line what it gives:\n" + "\n".join(missing)


def test_the_first_line_of_a_docstring_is_a_whole_sentence() -> None:
    for source in product():
        for name, node in public_things(source.tree.body):
            first = (ast.get_docstring(node) or "").partition("\n")[0]
            assert not first or first.endswith((".", ":", "?", '."')), f"{source.place(node)} {name}: {first}"


def test_a_missing_docstring_is_seen() -> None:
    planted = module('"""Module."""\nclass Case:\n    """One."""\n    def close(self):\n        return 1\n')
    assert list(undocumented(planted)) == ["snippet.py:4 Case.close"]
