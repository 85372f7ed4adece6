"""Reading flows/*.yml: the steps of each flow, with every way on resolved."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import zip_longest

from dialogues.conditions import Condition
from dialogues.domain import Domain
from dialogues.flows import (
    PATTERNS,
    Act,
    Call,
    Collect,
    Flow,
    Link,
    Noop,
    SetSlots,
    Step,
    Utter,
    Way,
)
from dialogues.model import Value
from dialogues.questions import read_collect, slot_of
from dialogues.schema import NAME, Reader, literal
from dialogues.source import Items, Leaf, Table, Tree

END = "END"
_RESERVED = frozenset({END, "START", "NEXT"})
_KINDS = ("action", "collect", "set_slots", "link", "call", "noop")
_KEYS: Mapping[str, frozenset[str]] = {
    kind: frozenset({kind, "id", "next", "metadata", "description", *more})
    for kind, more in {
        "action": (),
        "collect": ("utter", "ask_before_filling", "rejections"),
        "set_slots": (),
        "link": (),
        "call": (),
        "noop": (),
    }.items()
}
_FLOW_KEYS = frozenset(
    {
        "description",
        "steps",
        "name",
        "if",
        "nlu_trigger",
        "persisted_slots",
        "run_pattern_completed",
        "metadata",
    }
)


def read_flows(tree: Table, reader: Reader, domain: Domain) -> Iterator[Flow]:
    """The flows of one file, as far as they can be read; problems are noted at the reader."""
    reader.keys(tree, "a flow file", frozenset({"version", "flows"}))
    told = tree.entries.get("flows")
    for flow_id, each in reader.table(told, "flows", tree.line).entries.items():
        line = reader.table(told, "flows", tree.line).lines[flow_id]
        if not NAME.fullmatch(flow_id) or flow_id in _RESERVED:
            reader.note(line, f"`{flow_id}` cannot be the id of a flow: letters, digits and _")
        if flow_id.startswith("pattern_") and flow_id not in PATTERNS:
            reader.note(line, f"`{flow_id}` is reserved; patterns are {', '.join(sorted(PATTERNS))}")
        table = reader.table(each, f"flow `{flow_id}`", line)
        yield _FlowReader(reader, domain, flow_id, line).flow(table)


@dataclass(slots=True)
class _FlowReader:
    reader: Reader
    domain: Domain
    flow_id: str
    line: int
    ids: dict[int, str] = field(default_factory=dict)  # of each step's table, by identity
    given: set[str] = field(default_factory=set)
    steps: dict[str, Step] = field(default_factory=dict)

    def flow(self, table: Table) -> Flow:
        reader, line = self.reader, self.line
        reader.keys(table, f"flow `{self.flow_id}`", _FLOW_KEYS)
        description = reader.text(
            table.entries.get("description"), f"`description` of `{self.flow_id}`", line
        )
        items = reader.items(table.entries.get("steps"), f"`steps` of `{self.flow_id}`", line)
        self._name_steps(items)
        first = self._read(items, nested=False)
        guard = table.entries.get("if")
        intents = self._intents(table)
        metadata = self._metadata(
            table, frozenset({"keeps_place", "forgets_words", "ends", "clauses"}), "a flow"
        )
        persisted = reader.words(table.entries.get("persisted_slots", Items((), line)), "persisted_slots")
        for name, at in persisted.items():
            slot_of(self.reader, self.domain, name, at)
        owned = frozenset(self._owned())
        return Flow(
            id=self.flow_id,
            file=reader.file,
            line=line,
            description=description,
            first=first or "",
            steps=dict(self.steps),
            guard=reader.condition(guard, self.domain.slots) if guard else None,
            intents=intents,
            keeps_place=reader.flag(metadata, "keeps_place"),
            forgets=self._forgets(metadata),
            ends=reader.words(metadata.entries.get("ends", Items((), line)), "ends"),
            persisted=frozenset(persisted),
            completes=reader.flag(table, "run_pattern_completed", True),
            owns=frozenset(name for name in owned if name in self.domain.slots),
        )

    def _intents(self, table: Table) -> tuple[str, ...]:
        told = table.entries.get("nlu_trigger")
        if told is None:
            return ()
        intents = []
        for each in self.reader.items(told, "nlu_trigger", told.line):
            trigger = self.reader.table(each, "nlu_trigger", each.line)
            self.reader.keys(trigger, "nlu_trigger", frozenset({"intent"}))
            name: Tree | None = trigger.entries.get("intent")
            if isinstance(name, Table):
                self.reader.keys(name, "intent", frozenset({"name", "confidence_threshold"}))
                name = name.entries.get("name")
            intent = self.reader.word(name, "intent", each.line)
            if intent:
                intents.append(intent)
        return tuple(intents)

    def _metadata(self, table: Table, allowed: frozenset[str], what: str) -> Table:
        told = table.entries.get("metadata")
        if told is None:
            return Table({}, {}, table.line)
        metadata = self.reader.table(told, "metadata", told.line)
        self.reader.keys(metadata, f"metadata of {what}", allowed)
        return metadata

    def _forgets(self, metadata: Table) -> str:
        told = metadata.entries.get("forgets_words")
        return self.reader.word(told, "forgets_words", told.line) if told else ""

    def _owned(self) -> Iterator[str]:
        for step in self.steps.values():
            if isinstance(step, Collect):
                yield step.slot.name
                if step.own_words:
                    yield step.own_words
            elif isinstance(step, SetSlots):
                yield from (name for name, _ in step.values)

    def _name_steps(self, items: tuple[Tree, ...]) -> None:
        """Gives every step its id: its own, or one made from what it does."""
        tables = list(_all_steps(items))
        for table in tables:
            told = table.entries.get("id")
            if told is None:
                continue
            name = self.reader.word(told, "id", table.line)
            if name in self.given:
                self.reader.note(
                    told.line, f"step id `{name}` is there twice in `{self.flow_id}`; rename one"
                )
            elif name in _RESERVED:
                self.reader.note(told.line, f"`{name}` is reserved; rename the step")
            self.ids[id(table)] = name
            self.given.add(name)
        taken = set(self.given)
        for table in tables:
            if id(table) not in self.ids:
                self.ids[id(table)] = _free(_made(table), taken)
                taken.add(self.ids[id(table)])

    def _read(self, items: tuple[Tree, ...], *, nested: bool) -> str | None:
        """Reads a list of steps; the id of the first."""
        tables = [self.reader.table(item, "a step", item.line) for item in items]
        for table, after in zip_longest(tables, tables[1:]):
            if id(table) not in self.ids:
                continue
            follows = self.ids.get(id(after)) if after else None
            ways = self._ways(table, follows, last=after is None, nested=nested)
            step = self._step(table, ways)
            if step:
                self.steps[step.id] = step
        return self.ids.get(id(tables[0])) if tables else None

    def _ways(self, table: Table, follows: str | None, *, last: bool, nested: bool) -> tuple[Way, ...]:
        told = table.entries.get("next")
        if "link" in table.entries:
            if told:
                self.reader.note(told.line, "`link` ends the flow; take `next` away")
            return ()
        if told is None:
            if nested and last:
                self.reader.note(table.line, "the last step of a branch needs `next: END` or `next: <id>`")
            if "noop" in table.entries:
                self.reader.note(table.line, "`noop` is there for its `next`; add one")
            return (Way(None, follows),)
        if isinstance(told, Items):
            return self._branches(told)
        return (Way(None, self._target(told)),)

    def _branches(self, told: Items) -> tuple[Way, ...]:
        ways: list[Way] = []
        for at, each in enumerate(told.items):
            branch = self.reader.table(each, "a branch", each.line)
            if "else" in branch.entries:
                self.reader.keys(branch, "an else", frozenset({"else"}))
                ways.append(Way(None, self._target(branch.entries["else"])))
                if at + 1 < len(told.items):
                    self.reader.note(branch.line, "`else` stands last; move it")
                return tuple(ways)
            self.reader.keys(branch, "a branch", frozenset({"if", "then"}))
            asked, then = branch.entries.get("if"), branch.entries.get("then")
            if asked is None or then is None:
                self.reader.note(branch.line, "a branch needs `if` and `then`, or `else`")
                continue
            ways.append(Way(self.reader.condition(asked, self.domain.slots) or _NEVER, self._target(then)))
        self.reader.note(told.line, "these branches need an `else` at the end, even if it is `else: END`")
        return tuple(ways)

    def _target(self, tree: Tree) -> str | None:
        if isinstance(tree, Items):
            return self._read(self.reader.items(tree, "a branch", tree.line), nested=True)
        name = self.reader.word(tree, "`next`", tree.line)
        if name == END or not name:
            return None
        if name not in self.given:
            self.reader.note(
                tree.line, f"no step `{name}` in flow `{self.flow_id}`; give a step `id: {name}`"
            )
            return None
        return name

    def _step(self, table: Table, ways: tuple[Way, ...]) -> Step | None:
        kinds = [kind for kind in _KINDS if kind in table.entries]
        if len(kinds) != 1:
            self.reader.note(table.line, f"a step is exactly one of {', '.join(_KINDS)}")
            return None
        kind = kinds[0]
        self.reader.keys(table, f"a {kind} step", _KEYS[kind])
        extra = ("own_words", "skip") if kind == "collect" else ()
        metadata = self._metadata(table, frozenset({"human", "clauses", *extra}), f"a {kind} step")
        step_id, human = self.ids[id(table)], self.reader.flag(metadata, "human")
        told = table.entries[kind]
        if kind == "set_slots":
            return SetSlots(id=step_id, line=table.line, ways=ways, human=human, values=self._values(told))
        if kind == "noop":
            return Noop(id=step_id, line=table.line, ways=ways, human=human)
        if kind == "collect":
            place = Step(id=step_id, line=table.line, ways=ways, human=human)
            return read_collect(self.reader, self.domain, table, metadata, place)
        name = self.reader.word(told, f"`{kind}`", table.line)
        if kind == "link":
            return Link(id=step_id, line=table.line, ways=ways, human=human, flow=name)
        if kind == "call":
            return Call(id=step_id, line=table.line, ways=ways, human=human, flow=name)
        if name.startswith("utter_"):
            return Utter(id=step_id, line=table.line, ways=ways, human=human, response=name)
        if name not in self.domain.actions:
            self.reader.note(told.line, f"no action `{name}` in domain.yml; add it under actions")
        return Act(id=step_id, line=table.line, ways=ways, human=human, action=name)

    def _values(self, told: Tree) -> tuple[tuple[str, Value], ...]:
        values: list[tuple[str, Value]] = []
        for each in self.reader.items(told, "set_slots", told.line):
            for name, tree in self.reader.table(each, "set_slots", each.line).entries.items():
                slot = slot_of(self.reader, self.domain, name, tree.line)
                if slot:
                    values.append((name, literal(self.reader, slot, tree)))
        return tuple(values)


_NEVER = Condition("false", lambda slots: False, frozenset(), ())


def _all_steps(items: tuple[Tree, ...]) -> Iterator[Table]:
    """Every step of a list, those inside branches too, in the order of the file."""
    for item in items:
        if not isinstance(item, Table):
            continue
        yield item
        branches = item.entries.get("next")
        if not isinstance(branches, Items):
            continue
        for branch in branches.items:
            if isinstance(branch, Table):
                for key in ("then", "else"):
                    nested = branch.entries.get(key)
                    if isinstance(nested, Items):
                        yield from _all_steps(nested.items)


def _made(table: Table) -> str:
    for kind in _KINDS:
        told = table.entries.get(kind)
        if isinstance(told, Leaf) and isinstance(told.value, str):
            return told.value if kind in {"action", "collect"} else f"{kind}_{told.value}"
        if told is not None:
            return kind
    return "step"


def _free(name: str, taken: set[str]) -> str:
    if name not in taken:
        return name
    number = 2
    while f"{name}_{number}" in taken:
        number += 1
    return f"{name}_{number}"
