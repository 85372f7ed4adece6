"""No test fails because a machine is slow: what must happen is waited for with one generous patience."""

import ast
from collections.abc import Iterator

from tests.architecture.modules import ROOT

ANSWER_OF_TELEGRAM = "get_updates"
"""Its `timeout` is an argument of the interface: how long the server may hold its answer."""


def _named(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _deadlines(source: str) -> Iterator[tuple[int, ast.expr]]:
    """Each deadline of real time that stands in a call as a number."""
    for call in (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)):
        name = _named(call)
        given = (
            [word.value for word in call.keywords if word.arg == "timeout"]
            if name != ANSWER_OF_TELEGRAM
            else []
        )
        if name in {"timeout", "set_default_timeout", "Timeout"}:
            given += call.args[:1]
        if name == "wait_for":
            given += call.args[1:2]
        yield from ((call.lineno, each) for each in given if isinstance(each, ast.Constant))


def test_every_deadline_of_a_test_is_the_one_patience() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in sorted((ROOT / "tests").rglob("*.py"))
        for line, _ in _deadlines(path.read_text(encoding="utf-8"))
    ]
    assert not found, "a number of seconds that a slow machine can miss; take PATIENCE of tests/patience.py"


def test_the_search_finds_a_deadline_in_each_of_its_shapes() -> None:
    for shape in (
        "asyncio.timeout(5)",
        "asyncio.wait_for(it, 5)",
        "run(it, timeout=5)",
        "page.set_default_timeout(9)",
    ):
        assert list(_deadlines(shape)), shape
    assert not list(_deadlines("asyncio.timeout(PATIENCE)"))
    assert not list(_deadlines("bot.get_updates(timeout=50)"))
