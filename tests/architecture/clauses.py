"""Which clauses of the protocol the tests prove: the markers in the tests and the transcripts.

`python -m tests.architecture.clauses` takes the ids that are proved by now out of clauses_open.txt.
"""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.modules import ROOT, Module, listed, tests

ALL = frozenset(f"C{number:02}" for number in range(1, 74))
OPEN = ROOT / "tests" / "clauses_open.txt"

_TRANSCRIPT = re.compile(r"^\s*clauses:\s*\[([^\]]*)\]", re.MULTILINE)


def marked(source: Module) -> Iterator[str]:
    """The ids in `pytest.mark.clause("C15")`, as written."""
    for call in source.calls("clause"):
        if isinstance(call.func, ast.Attribute) and ast.unparse(call.func) == "pytest.mark.clause":
            yield from (ast.literal_eval(argument) for argument in call.args)


def noted(transcript: str) -> Iterator[str]:
    """The ids in the `clauses: [C64, C66]` of a transcript, as written."""
    for found in _TRANSCRIPT.finditer(transcript):
        yield from (name.strip() for name in found[1].split(",") if name.strip())


def proved() -> dict[str, list[str]]:
    """Every id that a test names, with the files that do."""
    places: dict[str, list[str]] = {}
    for source in tests():
        for name in marked(source):
            places.setdefault(name, []).append(source.path)
    for path in sorted((ROOT / "tests").rglob("*.yml")):
        for name in noted(path.read_text("utf-8")):
            places.setdefault(name, []).append(path.relative_to(ROOT).as_posix())
    return places


def not_yet() -> dict[str, str]:
    """The ids in clauses_open.txt, each with what is missing."""
    return listed(OPEN.name)


def shrink(file: Path) -> list[str]:
    """Takes the proved ids out of the list; which ones they were."""
    done = sorted(set(not_yet()) & set(proved()))
    lines = file.read_text("utf-8").splitlines(keepends=True)
    file.write_text("".join(line for line in lines if line[:3] not in done), "utf-8")
    return done


if __name__ == "__main__":
    sys.stdout.write(f"taken out: {', '.join(shrink(OPEN)) or 'nothing'}\n")
