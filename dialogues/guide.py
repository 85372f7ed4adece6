"""Help lines and the doors of each topic, read from helplines.yml and scope.yml (C20, C51, C52)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

MOST = 3
"""How many lines are shown at once; the rest is one press further."""


@dataclass(frozen=True, slots=True)
class HelpLine:
    """One line outside the organisation. Texts by language; `verified_on` None: nobody checked it yet."""

    id: str
    name: Mapping[str, str]
    number: str | None
    url: str | None
    hours: Mapping[str, str] | None
    cost: Mapping[str, str] | None
    what: Mapping[str, str]
    name_needed: bool | None
    kinds: frozenset[str]
    source: str
    verified_on: date | None


@dataclass(frozen=True, slots=True)
class TopicDoors:
    """Where a topic can go: ids of bodies in the policy, and ids of help lines (never empty)."""

    inside: tuple[str, ...]
    outside: tuple[str, ...]
    clause: str


@dataclass(frozen=True, slots=True)
class Guide:
    """Every help line and every door, in the order of the files."""

    lines: tuple[HelpLine, ...]
    topics: Mapping[str, TopicDoors]

    def line(self, line_id: str) -> HelpLine:
        """The line with this id. Raises KeyError."""
        return next((line for line in self.lines if line.id == line_id), None) or _unknown(line_id)

    def fitting(self, *kinds: str, most: int | None = MOST) -> tuple[HelpLine, ...]:
        """Lines for these kinds, those that fit the first kind first; at most `most`."""
        found = [line for kind in kinds for line in self.lines if kind in line.kinds]
        once = tuple(dict.fromkeys(line.id for line in found))
        return tuple(self.line(line_id) for line_id in once[:most])

    def checked(self, days: Mapping[str, date]) -> "Guide":
        """The same lines, with the day of a later check where there is one."""
        lines = (
            replace(line, verified_on=max(filter(None, (line.verified_on, days.get(line.id))), default=None))
            for line in self.lines
        )
        return replace(self, lines=tuple(lines))

    def unverified(self, on: date, max_age_days: int) -> tuple[str, ...]:
        """Ids of lines that nobody checked on their live source within `max_age_days` before `on`."""
        return tuple(
            line.id
            for line in self.lines
            if line.verified_on is None or (on - line.verified_on).days > max_age_days
        )


def _unknown(line_id: str) -> HelpLine:
    raise KeyError(f"helplines.yml has no line `{line_id}`")


def load_guide(folder: Path | Traversable) -> Guide:
    """Read both files of the dialogues folder. Raises KeyError when a topic names an unknown line."""
    lines = tuple(_line(row) for row in _read(folder, "helplines.yml")["lines"])
    topics = {
        topic: TopicDoors(tuple(row["inside"]), tuple(row["outside"]), row["clause"])
        for topic, row in _read(folder, "scope.yml")["topics"].items()
    }
    guide = Guide(lines, topics)
    for doors in topics.values():
        for line_id in doors.outside:
            guide.line(line_id)
    return guide


def _read(folder: Path | Traversable, name: str) -> dict[str, Any]:
    text = folder.joinpath(name).read_text(encoding="utf-8")
    loaded: dict[str, Any] = YAML(typ="safe", pure=True).load(text)
    return loaded


def _line(row: dict[str, Any]) -> HelpLine:
    known = ("id", "name", "number", "url", "hours", "cost", "what", "name_needed", "source", "verified_on")
    return HelpLine(kinds=frozenset(row["kinds"]), **{key: row[key] for key in known})
