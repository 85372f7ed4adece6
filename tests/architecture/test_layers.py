"""The folders import each other in one direction only, and pure rules stay pure."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.modules import ROOT, Module, module, product

MAX_LINES = 320
MAX_FUNCTION = 40
BACKGROUND = {"create_task", "ensure_future", "run_coroutine_threadsafe", "start_soon"}
BACKGROUND_ALLOWED: dict[str, str] = {
    "bot.server": "a TaskGroup around the web server: it waits for each and ends the process when one fails",
    "bot.telegram.house": "a TaskGroup around parts that tell, count and begin again when they break",
    "bot.telegram.receiving": "a TaskGroup: one broken worker ends them all, and the house begins again",
}
"""Module -> who waits for the task and where its failure is seen."""


def test_the_import_contracts_are_kept() -> None:
    program = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run(
        (program, "--no-logo", "--no-cache"), cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
    assert "0 broken" in done.stdout


def test_no_file_grows_over_320_lines() -> None:
    long = sorted(source.path for source in product() if source.text.count("\n") > MAX_LINES)
    assert not long, f"split these: {long}"


def test_no_function_grows_over_40_lines() -> None:
    assert list(_long(module("def f():\n" + "    f()\n" * 40)))
    long = [each for source in product() if "migrations" not in source.name for each in _long(source)]
    assert not long, f"split these: {long}"


def _long(source: Module) -> Iterator[str]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > MAX_FUNCTION:
                yield f"{source.place(node)} {node.name}"


def test_background_tasks_are_begun_only_where_somebody_waits_for_them() -> None:
    beginning = {source.name for source in product() for _ in source.calls(*BACKGROUND)}
    assert beginning == set(BACKGROUND_ALLOWED), "a task that nobody awaits loses its failure"
