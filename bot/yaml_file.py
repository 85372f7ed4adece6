"""Reads a YAML file of an organisation, field by field, and says everything that is wrong with it at once.

A Section is one mapping of the file. Every method notes what is wrong, with file and line, and gives a
harmless value to go on with; `read_file` raises BrokenFile at the end when anything was noted.
"""

import difflib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final, TypeVar

from bot.visible import visible
from dialogues.problems import Problem
from dialogues.source import Desk, Items, Leaf, Table, Tree, read_yaml
from handlers.domain.errors import OpenOorError

T = TypeVar("T")

LONGEST: Final = 2000
"""Letters that one text in a file may have."""

_SWITCH: Final = {"on": True, "off": False}
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class BrokenFile(OpenOorError):
    """The file cannot be used as it is written; nothing of it was. `problems` holds every reason."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


def read_file(path: Path, parse: Callable[["Section"], T]) -> T:
    """What `parse` makes of the file. Raises BrokenFile with all problems, none naming the file's folder."""
    desk = Desk()
    table = read_yaml(read_text(path, desk), path.name, desk)
    if desk.problems and not table.entries:
        raise BrokenFile(desk.problems)  # nothing was read, so every key would seem to be missing
    return read_table(table, path.name, desk, parse)


def read_table(table: Table, file: str, desk: Desk, parse: Callable[["Section"], T]) -> T:
    """What `parse` makes of a file that was read into a tree. Raises BrokenFile with all problems."""
    section = Section(table, "", file, desk)
    parsed = parse(section)
    section.only_known()
    if desk.problems:
        raise BrokenFile(desk.problems)
    return parsed


def read_text(path: Path, desk: Desk) -> str:
    """The file's text, as UTF-8. Raises BrokenFile when it is not, or cannot be read."""
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        excel = ". In Excel: Save As, and then the kind CSV UTF-8" if path.suffix == ".csv" else ""
        reason = f"save this file as UTF-8: it holds letters in another encoding{excel}"
    except OSError as wrong:
        reason = f"cannot be read: {wrong.strerror}"
    desk.note(path.name, 0, reason)
    raise BrokenFile(desk.problems)


@dataclass(slots=True)
class Section:
    """One mapping in the file. `path` is its place ("report"), "" for the whole file."""

    table: Table
    path: str
    file: str
    desk: Desk
    _asked: set[str] = field(default_factory=set)
    _below: dict[str, "Section"] = field(default_factory=dict)

    def note(self, key: str, message: str) -> None:
        """Notes that the value of this key is wrong: `message` follows the key's full name."""
        self.desk.note(self.file, self.line(key), f"{self.name(key)} {message}")

    def name(self, key: str) -> str:
        """The full name of a key, as in "report.k"."""
        return f"{self.path}.{key}" if self.path else key

    def line(self, key: str) -> int:
        """Where the key stands; where the section begins when the key is not there."""
        return self.table.lines.get(key, self.table.line)

    def has(self, key: str) -> bool:
        """Whether the key is there with anything behind it."""
        return self._find(key) is not None

    def given(self) -> tuple[str, ...]:
        """Every key, in the order of the file."""
        return tuple(self.table.entries)

    def only_known(self) -> None:
        """Notes every key that nothing asked for, here and below, with the one that was perhaps meant."""
        for key, line in self.table.lines.items():
            if key not in self._asked:
                close = difflib.get_close_matches(key, self._asked, 1)
                hint = f"did you mean `{close[0]}`?" if close else f"known here: {_listed(self._asked)}"
                self.desk.note(self.file, line, f"{self.name(key)} is not known; {hint}")
        for section in self._below.values():
            section.only_known()

    def section(self, key: str) -> "Section":
        """The mapping behind this key; an empty one when it is left out."""
        tree = self._find(key)
        if tree is not None and not isinstance(tree, Table):
            if key not in self._below:
                self.note(key, "needs lines of the form `name: value` below it")
            tree = None
        return self._open(tree or Table({}, {}, self.line(key)), key)

    def sections(self, key: str) -> tuple["Section", ...]:
        """The mappings in the list behind this key; none when it is left out."""
        found: list[Section] = []
        for at, tree in enumerate(self._items(key), 1):
            if isinstance(tree, Table):
                found.append(self._open(tree, f"{key}[{at}]"))
            else:
                at_line = f"{self.name(key)}[{at}] needs lines of the form `name: value`"
                self.desk.note(self.file, tree.line, at_line)
        return tuple(found)

    def _open(self, table: Table, key: str) -> "Section":
        """One section a key, so that what was asked for adds up."""
        return self._below.setdefault(key, Section(table, self.name(key), self.file, self.desk))

    def plain(self, key: str) -> object:
        """What stands behind this key: a value, a tuple of values or None; "on" and "off" as truth values."""
        tree = self._find(key)
        if isinstance(tree, Leaf):
            return _SWITCH.get(str(tree.value), tree.value)
        return tuple(item.value if isinstance(item, Leaf) else None for item in self._items(key))

    def text(self, key: str, default: str | None = None) -> str:
        """Words of at most 2,000 letters that can be seen. Notes when it is left out and has no default."""
        if (tree := self._find(key)) is None:
            return self._left_out(key, default, "")
        return self._words(key, tree)

    def optional(self, key: str) -> str | None:
        """Words, or None when the key is left out."""
        return self.text(key) if self.has(key) else None

    def number(self, key: str, default: int, least: int, most: int) -> int:
        """A whole number from `least` to `most`."""
        value = self._leaf(key)
        if value is None:
            return default
        if isinstance(value.value, bool) or not isinstance(value.value, int):
            self.note(key, f"must be a whole number (you wrote {_shown(value)})")
        elif value.value < least:
            self.note(key, f"must be at least {least} (you wrote {value.value})")
        elif value.value > most:
            self.note(key, f"must be at most {most} (you wrote {value.value})")
        else:
            return value.value
        return default

    def flag(self, key: str, default: bool | None = None) -> bool:
        """true or false, also written as on or off."""
        value = self._leaf(key)
        if value is None:
            return self._left_out(key, default, False)
        switch = _SWITCH.get(str(value.value), value.value)
        if not isinstance(switch, bool):
            self.note(key, f"must be true or false (you wrote {_shown(value)})")
            return bool(default)
        return switch

    def day(self, key: str) -> date | None:
        """A day, written as 2026-11-24; None when the key is left out."""
        value = self._leaf(key)
        if value is None:
            return None
        try:
            return date.fromisoformat(_matching(_DAY, str(value.value)))
        except ValueError:
            self.note(key, f"must be a day like 2026-11-24 (you wrote {_shown(value)})")
            return None

    def required_day(self, key: str) -> date:
        """A day that must be there."""
        found = self.day(key)
        if found is None and not self.has(key):
            self.note(key, "is missing: a day like 2026-11-24")
        return found or date.min

    def form(self, key: str, pattern: re.Pattern[str], looks: str) -> str:
        """A word of a certain form; `looks` says which, with an example."""
        word = self.text(key)
        if word and not pattern.fullmatch(word):
            self.note(key, f"must be {looks} (you wrote {_short(word)})")
        return word

    def choice(self, key: str, choices: Sequence[str], default: str | None = None) -> str:
        """One word out of `choices`."""
        value = self._leaf(key)
        if value is None:
            return self._left_out(key, default, choices[0])
        if value.value not in choices:
            self.note(key, f"must be one of {_listed(choices)} (you wrote {_shown(value)})")
            return choices[0]
        return str(value.value)

    def choices(self, key: str, choices: Sequence[str], default: Sequence[str]) -> tuple[str, ...]:
        """Different words out of `choices`, in the order of the file."""
        if not self.has(key):
            return tuple(default)
        found: list[str] = []
        for tree in self._items(key):
            word = tree.value if isinstance(tree, Leaf) else None
            if word not in choices:
                wrong = _shown(tree) if isinstance(tree, Leaf) else "a list or mapping"
                self.note(key, f"holds only {_listed(choices)} (you wrote {wrong})")
            elif word in found:
                self.note(key, f"names {word} twice; keep one")
            else:
                found.append(str(word))
        return tuple(found)

    def words(self, key: str) -> tuple[str, ...]:
        """The words in the list behind this key; none when it is left out."""
        found = [tree.value for tree in self._items(key) if isinstance(tree, Leaf)]
        if not all(isinstance(word, str) for word in found):
            self.note(key, "holds words only")
        return tuple(word for word in found if isinstance(word, str))

    def texts(
        self, key: str, languages: Sequence[str], default: Mapping[str, str] | None = None
    ) -> dict[str, str]:
        """Words for each of the languages; one text without a language serves them all."""
        tree = self._find(key)
        if tree is None:
            return dict(self._left_out(key, default, dict.fromkeys(languages, "")))
        if isinstance(tree, Leaf):
            return dict.fromkeys(languages, self._words(key, tree))
        below = self.section(key)
        return {language: below.text(language) for language in languages}

    def _find(self, key: str) -> Tree | None:
        self._asked.add(key)
        tree = self.table.entries.get(key)
        return None if isinstance(tree, Leaf) and tree.value is None else tree

    def _leaf(self, key: str) -> Leaf | None:
        tree = self._find(key)
        if tree is None or isinstance(tree, Leaf):
            return tree
        self.note(key, "must be one value, not a list or a mapping")
        return None

    def _items(self, key: str) -> tuple[Tree, ...]:
        tree = self._find(key)
        if tree is None or isinstance(tree, Items):
            return tree.items if tree else ()
        self.note(key, "must be a list: each item on its own line, after `- `")
        return ()

    def _words(self, key: str, tree: Tree) -> str:
        if not isinstance(tree, Leaf):
            self.note(key, "must be words, not a list or a mapping")
        elif not isinstance(tree.value, str):
            self.note(key, "must be words: put quotes around it, so that it stays exactly as you write it")
        elif not visible(tree.value).strip():
            self.note(key, "is empty; fill it in")
        elif len(tree.value) > LONGEST:
            self.note(key, f"must have at most {LONGEST} letters (it has {len(tree.value)})")
        else:
            return visible(tree.value).strip()
        return ""

    def _left_out(self, key: str, default: T | None, instead: T) -> T:
        if default is None:
            self.note(key, "is missing")
            return instead
        return default


def _matching(pattern: re.Pattern[str], text: str) -> str:
    if not pattern.fullmatch(text):
        raise ValueError("another form")
    return text


def _shown(leaf: Leaf) -> str:
    """What was written, short; the files of HR hold no words of employees."""
    return _short(str(leaf.value).lower() if isinstance(leaf.value, bool) else str(leaf.value))


def _short(word: str) -> str:
    return word if len(word) <= 40 else f"{word[:39]}…"


def _listed(words: Iterable[str]) -> str:
    return ", ".join(sorted(words)) or "nothing"
