"""Procedures, help lines and doors: one source for all who read them (C20, C36, C51, C52)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

MOST = 3
"""How many lines are shown at once; the rest is one press further."""

CRISIS = frozenset({"danger", "violence", "suicide", "sexual"})
"""Kinds of help line that frighten who did not name them."""


class Need(StrEnum):
    """What somebody may look for (C53)."""

    LISTEN = "listen"
    STOP = "stop"
    KNOW = "know"
    CARE = "care"
    DECISION = "decision"


class Side(StrEnum):
    """Where help is: nowhere but with oneself, inside or outside the organisation (C52)."""

    OWN = "own"
    INSIDE = "inside"
    OUTSIDE = "outside"


class NameNeeded(StrEnum):
    """Whether one has to give a name."""

    NEVER = "never"
    COUNSELLOR = "counsellor"  # not when a counsellor goes
    ASK = "ask"  # not known, or it depends: ask first
    ALWAYS = "always"


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
    needs: frozenset[Need]
    at_once: bool  # day and night, as far as is known
    source: str
    verified_on: date | None

    @property
    def for_anybody(self) -> bool:
        """Whether it fits everyone, whatever happened, and is no line for a crisis."""
        return "any" in self.kinds and CRISIS.isdisjoint(self.kinds)

    @property
    def named(self) -> NameNeeded:
        """Whether one has to give a name to talk to them."""
        known = {True: NameNeeded.ALWAYS, False: NameNeeded.NEVER}
        return known[self.name_needed] if self.name_needed is not None else NameNeeded.ASK


@dataclass(frozen=True, slots=True)
class Procedure:
    """One way to go, explained by texts that the employee and the counsellor both read (C36).

    `title` and `cards` are ids of texts, `bodies` those of the organisation map, `lines` those of help lines.
    """

    id: str
    title: str
    cards: tuple[str, ...]
    side: Side
    bodies: tuple[str, ...]
    lines: tuple[str, ...]
    kinds: frozenset[str]
    needs: frozenset[Need]
    named: NameNeeded
    owner: str
    source: str
    verified_on: date | None
    at_once: bool = False

    def open_here(self, bodies: Iterable[str]) -> bool:
        """Whether it leads anywhere in an organisation whose map holds these bodies."""
        return not self.bodies or not set(self.bodies).isdisjoint(bodies)


@dataclass(frozen=True, slots=True)
class TopicDoors:
    """Where a topic can go: ids of bodies in the policy, and ids of help lines (never empty)."""

    inside: tuple[str, ...]
    outside: tuple[str, ...]
    clause: str


@dataclass(frozen=True, slots=True)
class Guide:
    """Every procedure, help line and door, in the order of the files."""

    lines: tuple[HelpLine, ...]
    topics: Mapping[str, TopicDoors]
    procedures: tuple[Procedure, ...] = ()

    def line(self, line_id: str) -> HelpLine:
        """The line with this id. Raises KeyError."""
        return next((line for line in self.lines if line.id == line_id), None) or _unknown(line_id)

    def procedure(self, procedure_id: str) -> Procedure | None:
        """The procedure with this id."""
        return next((each for each in self.procedures if each.id == procedure_id), None)

    def fitting(self, *kinds: str, most: int | None = MOST) -> tuple[HelpLine, ...]:
        """Lines for these kinds, those that fit the first kind first; at most `most`."""
        found = [line for kind in kinds for line in self.lines if kind in line.kinds]
        once = tuple(dict.fromkeys(line.id for line in found))
        return tuple(self.line(line_id) for line_id in once[:most])

    def checked(self, days: Mapping[str, date]) -> "Guide":
        """The same, with the day of a later check where there is one: of a line by its id."""
        lines = tuple(
            replace(line, verified_on=_later(line.verified_on, days.get(line.id))) for line in self.lines
        )
        procedures = tuple(
            replace(each, verified_on=_later(each.verified_on, days.get(procedure_check(each.id))))
            for each in self.procedures
        )
        return replace(self, lines=lines, procedures=procedures)

    def unverified(self, on: date, max_age_days: int) -> tuple[str, ...]:
        """Ids of lines that nobody checked on their live source within `max_age_days` before `on`."""
        return tuple(line.id for line in self.lines if _old(line.verified_on, on, max_age_days))

    def unreviewed(self, on: date, max_age_days: int) -> tuple[str, ...]:
        """Ids of procedures that nobody went through within `max_age_days` before `on` (C36)."""
        return tuple(each.id for each in self.procedures if _old(each.verified_on, on, max_age_days))

    def closed_kinds(self, bodies: Iterable[str]) -> tuple[str, ...]:
        """Kinds and topics for which nothing inside the organisation is filled in (C52)."""
        known = tuple(bodies)
        inside = [each for each in self.procedures if each.side is Side.INSIDE and each.bodies]
        kinds = {kind: None for each in inside for kind in sorted(each.kinds)}
        return tuple(
            kind for kind in kinds if not any(kind in each.kinds and each.open_here(known) for each in inside)
        )


def procedure_check(procedure_id: str) -> str:
    """Under which name the check of a procedure is noted."""
    return f"procedure-{procedure_id}"


def _later(one: date | None, other: date | None) -> date | None:
    return max(filter(None, (one, other)), default=None)


def _old(day: date | None, on: date, max_age_days: int) -> bool:
    return day is None or (on - day).days > max_age_days


def _unknown(line_id: str) -> HelpLine:
    raise KeyError(f"helplines.yml has no line `{line_id}`")
