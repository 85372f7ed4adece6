"""The training lines of `dialogues/nlu/examples`: who wrote them, in which language, what they are about."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ruamel.yaml import YAML

from dialogues.understand import LABELS, clean
from dialogues.understand.alarm import KINDS
from dialogues.understand.data import DataError

COMMANDS: Final = "o"
"""The hand that wrote commands to a house: nothing of a conversation."""
_CRISIS: Final = "crisis_"
_NO_CRISIS: Final = "no_crisis"


@dataclass(frozen=True, slots=True)
class Line:
    """One written example. A line without a label says something of danger only."""

    hand: str  # who wrote it: the letter before the language in the name of its file
    language: str
    text: str  # cleaned
    label: str | None
    danger: str | None  # the kind; None: no danger
    near: bool  # written to look like danger without being it


def read_lines(folder: Path) -> list[Line]:
    """Every line once, in the order of the files. Raises DataError for an intent that means nothing here."""
    found: dict[tuple[str, str], Line] = {}
    for file in sorted(folder.glob("*_*.yml")):
        hand, language = file.stem.split("_")
        for intent, text in _examples(file):
            before = found.get((language, text))
            label = intent if intent in LABELS else before and before.label
            danger = intent.removeprefix(_CRISIS) if intent.startswith(_CRISIS) else before and before.danger
            if intent not in {*LABELS, _NO_CRISIS} and danger not in KINDS:
                raise DataError(file.name, None, f"unknown intent '{intent}'")
            near = intent == _NO_CRISIS or bool(before and before.near)
            owner = before.hand if before else hand
            found[language, text] = Line(owner, language, text, label or None, danger or None, near)
    return list(found.values())


def _examples(file: Path) -> Iterator[tuple[str, str]]:
    content = YAML(typ="safe", pure=True).load(file.read_text("utf-8"))
    for block in content["nlu"]:
        for line in block["examples"].splitlines():
            if text := clean(line.removeprefix("-").strip()):
                yield block["intent"], text
