"""Reads helplines.yml, scope.yml and library.yml: a Guide, or every reason why not, with file and line."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeVar

from dialogues.flows import Flows
from dialogues.guide import Guide, HelpLine, NameNeeded, Need, Procedure, Side, TopicDoors
from dialogues.problems import BrokenDialogues
from dialogues.schema import Reader
from dialogues.source import Desk, Leaf, Table, read_yaml

Word = TypeVar("Word", bound=StrEnum)

LINES, SCOPE, LIBRARY = "helplines.yml", "scope.yml", "library.yml"
KINDS = ("sexual", "bullying", "discrimination", "aggression", "violence")
NO_ROUTE = frozenset({"counsellor", "help_me_choose", "enough"})
"""Choices beside the options that are no procedure."""

_LINE_KEYS = frozenset(
    {"id", "name", "number", "url", "hours", "cost", "what", "name_needed", "kinds", "needs", "at_once"}
    | {"side", "source", "verified_on"}
)
_PROCEDURE_KEYS = frozenset(
    {"id", "title", "cards", "side", "bodies", "lines", "kinds", "needs", "name", "owner", "source"}
    | {"verified_on"}
)
_TOPIC_KEYS = frozenset({"inside", "outside", "clause"})


def load_guide(folder: Path | Traversable, flows: Flows | None = None) -> Guide:
    """The guide of a dialogues folder. Raises BrokenDialogues with every problem, each with its line.

    With `flows` the texts and options that it names have to be there too, and help on both sides (C52).
    """
    desk = Desk()
    rows = _Rows(folder, desk)
    lines = tuple(_line(row) for row in rows.listed(LINES, "lines", _LINE_KEYS))
    listed = list(rows.listed(LIBRARY, "procedures", _PROCEDURE_KEYS)) if rows.has(LIBRARY) else []
    procedures = tuple(_procedure(row) for row in listed)
    guide = Guide(lines, dict(_topics(rows)), procedures)
    known = {line.id for line in lines}
    for row, procedure in zip(listed, procedures, strict=True):
        row.only("lines", procedure.lines, known, f"is no line of {LINES}")
    for topic, row in rows.named(SCOPE, "topics", _TOPIC_KEYS):
        row.only("outside", guide.topics[topic].outside, known, f"is no line of {LINES}")
    if flows is not None:
        _check_texts(listed, procedures, flows, desk)
        _check_sides(guide, flows, desk)
    if desk.problems:
        raise BrokenDialogues(set(desk.problems))
    return guide


def _topics(rows: "_Rows") -> Iterator[tuple[str, TopicDoors]]:
    for topic, row in rows.named(SCOPE, "topics", _TOPIC_KEYS):
        yield topic, TopicDoors(row.words("inside"), row.words("outside"), row.text("clause"))


def _line(row: "_Row") -> HelpLine:
    return HelpLine(
        id=row.id,
        name=row.texts("name") or {},
        number=row.optional("number"),
        url=row.optional("url"),
        hours=row.texts("hours"),
        cost=row.texts("cost"),
        what=row.texts("what") or {},
        name_needed=row.truth("name_needed"),
        kinds=frozenset(row.words("kinds")),
        needs=frozenset(row.members("needs", Need)),
        at_once=bool(row.truth("at_once")),
        source=row.text("source"),
        verified_on=row.day("verified_on"),
    )


def _procedure(row: "_Row") -> Procedure:
    return Procedure(
        id=row.id,
        title=row.text("title"),
        cards=row.words("cards"),
        side=row.member("side", Side),
        bodies=row.words("bodies"),
        lines=row.words("lines"),
        kinds=frozenset(row.words("kinds")),
        needs=frozenset(row.members("needs", Need)),
        named=row.member("name", NameNeeded),
        owner=row.text("owner"),
        source=row.text("source"),
        verified_on=row.day("verified_on"),
    )


def _check_texts(rows: Iterable["_Row"], procedures: Iterable[Procedure], flows: Flows, desk: Desk) -> None:
    """Every title and card is a text in each language, and every option a procedure."""
    missing = {choice.value for choice in flows.slots["option"].choices} - NO_ROUTE
    for row, procedure in zip(rows, procedures, strict=True):
        missing.discard(procedure.id)
        for language in flows.texts.languages:
            entries = flows.texts.entries(language)
            name, _, button = procedure.title.partition(".")
            if name not in entries or button not in ("", *entries[name].attributes):
                row.note("title", f"`{procedure.title}` is no text in language `{language}`")
            row.only("cards", procedure.cards, entries.keys(), f"is no text in language `{language}`")
        if not procedure.cards:
            row.note("cards", "name the texts that explain it")
    for option in sorted(missing):
        desk.note(LIBRARY, 0, f"the option `{option}` has no procedure with that id; add one")


def _check_sides(guide: Guide, flows: Flows, desk: Desk) -> None:
    """Help inside and outside for every kind and every topic (C52)."""
    topics = [choice.value for choice in flows.slots["topic"].choices]
    for kind in KINDS:
        inside = [each for each in guide.procedures if each.side is Side.INSIDE and kind in each.kinds]
        if not inside:
            desk.note(LIBRARY, 0, f"`{kind}` has no procedure inside the organisation; add one (C52)")
        if not guide.fitting(kind):
            desk.note(LINES, 0, f"`{kind}` has no line outside the organisation; add one (C52)")
    for topic in topics:
        doors = guide.topics.get(topic)
        if doors is None or not doors.inside or not doors.outside:
            desk.note(SCOPE, 0, f"`{topic}` needs doors inside and outside the organisation (C52)")


@dataclass(frozen=True, slots=True)
class _Rows:
    """The files of a guide as trees."""

    folder: Path | Traversable
    desk: Desk

    def has(self, file: str) -> bool:
        return self.folder.joinpath(file).is_file()

    def listed(self, file: str, key: str, keys: frozenset[str]) -> Iterator["_Row"]:
        """The rows of a list; an id that is there twice is a problem."""
        reader, tree = Reader(file, self.desk), self._tree(file).entries.get(key)
        seen: dict[str, int] = {}
        for item in getattr(tree, "items", ()):
            table = reader.table(item, "an entry", item.line)
            row = _Row(reader, table, reader.word(table.entries.get("id"), "`id`", table.line))
            reader.keys(table, row.id or "an entry", keys)
            if row.id in seen:
                reader.note(table.line, f"`{row.id}` is already on line {seen[row.id]}; keep one")
            seen.setdefault(row.id, table.line)
            yield row

    def named(self, file: str, key: str, keys: frozenset[str]) -> Iterator[tuple[str, "_Row"]]:
        """The rows of a mapping, by their key."""
        reader, tree = Reader(file, self.desk), self._tree(file).entries.get(key)
        for name, item in getattr(tree, "entries", {}).items():
            table = reader.table(item, f"`{name}`", item.line)
            reader.keys(table, name, keys)
            yield name, _Row(reader, table, name)

    def _tree(self, file: str) -> Table:
        return read_yaml(self.folder.joinpath(file).read_text(encoding="utf-8"), file, self.desk)


@dataclass(frozen=True, slots=True)
class _Row:
    """One entry, field by field; what is wrong is noted with its line."""

    reader: Reader
    table: Table
    id: str

    def note(self, key: str, message: str) -> None:
        self.reader.note(self.table.lines.get(key, self.table.line), f"{self.id}: {message}")

    def text(self, key: str) -> str:
        return self.reader.text(self.table.entries.get(key), f"{self.id}: `{key}`", self.table.line)

    def optional(self, key: str) -> str | None:
        tree = self.table.entries.get(key)
        return None if tree is None or tree == Leaf(None, tree.line) else self.text(key)

    def words(self, key: str) -> tuple[str, ...]:
        return tuple(self.reader.words(self.table.entries.get(key), f"{self.id}: `{key}`"))

    def texts(self, key: str) -> Mapping[str, str] | None:
        """Words by language; None when it is null or left out."""
        tree = self.table.entries.get(key)
        if not isinstance(tree, Table):
            return None
        return {
            code: self.reader.text(words, f"{self.id}: `{key}`", tree.line)
            for code, words in tree.entries.items()
        }

    def truth(self, key: str) -> bool | None:
        """true, false, or None for null."""
        tree = self.table.entries.get(key)
        if isinstance(tree, Leaf) and isinstance(tree.value, bool):
            return tree.value
        if tree is not None and tree != Leaf(None, tree.line):
            self.note(key, f"`{key}` is true, false or null")
        return None

    def day(self, key: str) -> date | None:
        """A day; None for null, and for what is no day."""
        found = self.optional(key)
        if found is None:
            return None
        try:
            return date.fromisoformat(found)
        except ValueError:
            self.note(key, f"`{key}` is a day such as 2026-11-24, or null")
            return None

    def member(self, key: str, words: type[Word]) -> Word:
        """One word of a closed set."""
        return next(iter(self._of_set(key, (self.text(key),), words)), next(iter(words)))

    def members(self, key: str, words: type[Word]) -> tuple[Word, ...]:
        """Words of a closed set."""
        return self._of_set(key, self.words(key), words)

    def _of_set(self, key: str, found: Iterable[str], words: type[Word]) -> tuple[Word, ...]:
        given = tuple(found)
        self.only(key, given, set(words), f"is none of {', '.join(words)}")
        return tuple(words(each) for each in given if each in set(words))

    def only(self, key: str, found: Iterable[str], known: Iterable[str], message: str) -> None:
        """Notes every word that is not known."""
        allowed = set(known)
        for each in found:
            if each and each not in allowed:
                self.note(key, f"`{each}` {message}")
