"""Runs every check there is and ends with one summary; what `make test` calls.

All checks run, also after one has failed, so that one run shows everything there is to repair.
Ends with status 0 only when each of them passed.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PURE = "dialogues/*,handlers/domain/*"
"""Held to full branch coverage; the rest to 95%."""

COVERED = ("--cov", "--cov-branch", "--cov-report=")


@dataclass(frozen=True, slots=True)
class Check:
    """One program of this environment, run in the root of the project."""

    name: str
    program: str
    arguments: tuple[str, ...]

    def passes(self) -> bool:
        """Runs it with its output on the screen; whether it ended well."""
        command = (str(Path(sys.executable).parent / self.program), *self.arguments)
        # Tests run side by side, one a core: arithmetic on several threads would only make them wait.
        environment = os.environ | {"PYTHONDONTWRITEBYTECODE": "1", "OPENBLAS_NUM_THREADS": "1"}
        return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode == 0


CHECKS = (
    Check("style", "ruff", ("check", ".")),
    Check("layout", "ruff", ("format", "--check", ".")),
    Check("types", "mypy", ()),
    Check("imports", "lint-imports", ("--no-logo",)),
    # Three workers on two cores: many tests wait for another process. A file stays with one worker, so that
    # what its tests share is made once.
    Check("tests", "pytest", ("-n", "3", "--dist", "loadfile", "--durations=12", "-q", *COVERED)),
    Check("coverage of dialogues and domain, 100%", "coverage",
          ("report", "--skip-covered", "--show-missing", f"--include={PURE}", "--fail-under=100")),
    Check("coverage of the rest, 95%", "coverage",
          ("report", "--skip-covered", "--show-missing", f"--omit={PURE}", "--fail-under=95")),
)  # fmt: skip


def say(line: str) -> None:
    """One line on the screen, at once, also between the lines of the checks."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def run(checks: Iterable[Check]) -> int:
    """Runs the checks in this order; the exit status: 0 when all passed."""
    results: list[tuple[str, bool, float]] = []
    for check in checks:
        say(f"\n== {check.name}")
        begun = time.monotonic()
        passed = check.passes()
        results.append((check.name, passed, time.monotonic() - begun))
    say("\n== summary")
    for name, passed, seconds in results:
        say(f"{'ok    ' if passed else 'FAILED'} {seconds:6.1f} s  {name}")
    failed = sum(not passed for _, passed, _ in results)
    say(f"\n{failed} of {len(results)} checks failed." if failed else f"\nAll {len(results)} checks passed.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(run(CHECKS))
