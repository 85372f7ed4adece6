"""Small policy and roster files for tests."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from bot.yaml_file import BrokenFile

T = TypeVar("T")

POLICY = """\
organisation: Voorbeeld
protocol: {version: "1"}
map:
  manager: {name: Leidinggevende, contact: bekend}
  hr: {name: P&O, contact: kamer 1}
  board: {name: Directie, contact: kamer 2}
accused:
  external_bodies:
    - {name: Buiten, contact: buiten.example}
conflict:
  alternatives:
    directie:
      - {name: Toezicht, contact: rvt.example, inside: true}
"""

COUNSELLOR = """\
  - id: vera-voorbeeld
    name: Vera Voorbeeld
    gender: woman
    internal: true
    languages: [nl]
    place: kamer 1
    days: maandag
    phone: 085-0000 300
    mail: vera@voorbeeld.example
    appointment: {decision: besluit 1, from: 2026-01-01}
    competence: {certificate_seen_on: 2026-01-01, certificate_seen_by: secretaris}
"""

ROSTER = f"counsellors:\n{COUNSELLOR}"


class Reads:
    """Reads texts as if they stood in a file of this name."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __call__(self, load: Callable[[Path], T], text: str) -> T:
        """What `load` makes of a file with this text."""
        self.path.write_text(text, "utf-8")
        return load(self.path)

    def problems(self, load: Callable[[Path], object], text: str) -> list[str]:
        """What `load` says is wrong with a file of this text, line by line."""
        with pytest.raises(BrokenFile) as broken:
            self(load, text)
        return str(broken.value).splitlines()


def line_of(text: str, word: str) -> int:
    """The number of the first line that holds this word."""
    return next(at for at, line in enumerate(text.splitlines(), 1) if re.search(word, line))
