"""A folder of dialogues with one thing changed, to see what the loader says."""

import shutil
from pathlib import Path

from dialogues.loader import load
from dialogues.problems import BrokenDialogues

SMALL = Path(__file__).parent / "small"

MAIN = "flows/main.yml"
ANY = "flows/anywhere.yml"
DOMAIN = "domain.yml"
NL = "texts/nl/main.ftl"


class Folder:
    """A copy of the small product that a test may damage."""

    def __init__(self, home: Path) -> None:
        self.home = home / "dialogues"
        shutil.copytree(SMALL, self.home)

    def change(self, file: str, old: str, new: str) -> "Folder":
        """Puts `new` for the first `old`, which must be there."""
        path = self.home / file
        text = path.read_text("utf-8")
        assert old in text, f"{old!r} is not in {file}"
        path.write_text(text.replace(old, new, 1), "utf-8")
        return self

    def add(self, file: str, text: str) -> "Folder":
        """Adds text at the end of a file, or a new file."""
        path = self.home / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text((path.read_text("utf-8") if path.exists() else "") + text, "utf-8")
        return self

    def found(self) -> list[str]:
        """What the loader says, one line a problem."""
        try:
            load(self.home)
        except BrokenDialogues as broken:
            return [str(problem) for problem in broken.problems]
        return []
