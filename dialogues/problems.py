"""What is wrong with dialogues that cannot run, and where."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to repair in a flow, the domain or a text.

    `file` is relative to the folder of the dialogues, `line` counts from 1 (0: the file as a whole),
    `message` says what to do about it.
    """

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}" if self.line else f"{self.file}: {self.message}"


class DialogueError(Exception):
    """The dialogue could not go on. Messages name flows, steps and slots, never what a person wrote."""


class BrokenDialogues(DialogueError):
    """The dialogues cannot run as they are written; nothing was loaded. `problems` holds every reason."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))
