"""Reading a tree of YAML by the rules of the format: what may stand where, and a problem when it does not."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from dialogues.conditions import Condition, ConditionError, parse_condition
from dialogues.flows import OWN_WORDS, Choice, Slot, SlotType
from dialogues.model import Button, Value
from dialogues.source import Desk, Items, Leaf, Table, Tree, leaves

VALUE = re.compile(r"[a-z0-9_-]{1,40}")
WORD_VALUE = re.compile(r"[a-z][a-z0-9_]{0,39}")
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,63}")
DATE = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")

TRUTHS: Mapping[str, bool] = {"yes": True, "no": False}


@dataclass(slots=True)
class Reader:
    """One file being read."""

    file: str
    desk: Desk

    def note(self, line: int, message: str) -> None:
        """Notes a problem in this file."""
        self.desk.note(self.file, line, message)

    def table(self, tree: Tree | None, what: str, line: int) -> Table:
        """`tree` as a mapping; an empty one and a problem when it is something else."""
        if isinstance(tree, Table):
            return tree
        self.note(tree.line if tree else line, f"{what} needs `key: value` lines")
        return Table({}, {}, line)

    def items(self, tree: Tree | None, what: str, line: int) -> tuple[Tree, ...]:
        """`tree` as a list that holds something; empty and a problem when it is something else."""
        if isinstance(tree, Items) and tree.items:
            return tree.items
        self.note(tree.line if tree else line, f"{what} needs a list with something in it")
        return ()

    def keys(self, table: Table, what: str, allowed: frozenset[str]) -> None:
        """Notes every key that is not in `allowed`."""
        for key in table.entries.keys() - allowed:
            known = ", ".join(sorted(allowed))
            self.note(table.lines[key], f"{what} knows no key `{key}`; possible: {known}")

    def word(self, tree: Tree | None, what: str, line: int) -> str:
        """A name; "" and a problem when there is none."""
        if isinstance(tree, Leaf) and isinstance(tree.value, str) and NAME.fullmatch(tree.value):
            return tree.value
        self.note(tree.line if tree else line, f"{what} needs a name of letters, digits and _")
        return ""

    def words(self, tree: Tree | None, what: str) -> dict[str, int]:
        """Names in a list, in order, with their lines; none when there is no list."""
        found: dict[str, int] = {}
        for leaf in leaves(tree):
            name = self.word(leaf, what, leaf.line)
            if name in found:
                self.note(leaf.line, f"`{name}` is in {what} twice; keep one")
            elif name:
                found[name] = leaf.line
        if tree is not None and not isinstance(tree, Items):
            self.note(tree.line, f"{what} needs a list")
        return found

    def flag(self, table: Table, key: str, default: bool = False) -> bool:
        """A truth value."""
        tree = table.entries.get(key)
        if tree is None:
            return default
        if isinstance(tree, Leaf) and isinstance(tree.value, bool):
            return tree.value
        self.note(tree.line, f"`{key}` is true or false")
        return default

    def text(self, tree: Tree | None, what: str, line: int) -> str:
        """A sentence for readers of the file; a problem when it is missing."""
        if isinstance(tree, Leaf) and isinstance(tree.value, str) and tree.value.strip():
            return tree.value.strip()
        self.note(tree.line if tree else line, f"{what} needs words")
        return ""

    def condition(self, tree: Tree, slots: Mapping[str, Slot]) -> Condition | None:
        """The condition written here; None and a problem when it cannot be read or never be true."""
        if not isinstance(tree, Leaf) or tree.value is None:
            self.note(tree.line, 'a condition stands on one line, such as: slots.in_danger = "yes"')
            return None
        value = tree.value
        try:
            condition = parse_condition(str(value).lower() if isinstance(value, bool) else str(value))
        except ConditionError as wrong:
            self.note(tree.line, str(wrong))
            return None
        for name in sorted(condition.reads - slots.keys()):
            self.note(tree.line, f"no slot `{name}` in domain.yml; add it there or change the condition")
        for comparison in condition.comparisons:
            slot = slots.get(comparison.slot)
            reason = _unfit(slot, comparison.operator, comparison.literal) if slot else ""
            if reason:
                self.note(tree.line, f"in `{condition.text}`: {reason}")
        return condition


def _unfit(slot: Slot, operator: str, literal: object) -> str:
    """Why a slot can never compare like this; "" when it can."""
    if slot.type is SlotType.TEXT:
        return (
            f"`{slot.name}` holds words of a person and may only be tested for being there: slots.{slot.name}"
        )
    if slot.type is SlotType.BOOL and isinstance(literal, str):
        return f"`{slot.name}` is true or false, not a word"
    if isinstance(literal, str) and operator in {"=", "!=", "contains"} and slot.options is None:
        listed = slot.type is SlotType.CATEGORICAL or slot.multi
        if listed and literal not in {choice.value for choice in slot.choices} | {OWN_WORDS}:
            return f"`{slot.name}` never has the value `{literal}`"
    return ""


def choice_of(slot: str, value: str, sets: Value, condition: Condition | None = None) -> Choice:
    """A choice with its button, which sends `/SetSlots(slot=value)`."""
    return Choice(value, sets, Button(f"/SetSlots({slot}={value})", value), condition)


def literal(reader: Reader, slot: Slot, tree: Tree) -> Value:
    """The value written for a slot; None and a problem when it does not fit the slot."""
    if isinstance(tree, Leaf) and tree.value is None:
        return None
    if slot.type is SlotType.LIST or (slot.type is SlotType.ANY and isinstance(tree, Items)):
        words = tuple(leaf.value for leaf in leaves(tree) if isinstance(leaf.value, str))
        if isinstance(tree, Items) and len(words) == len(tree.items):
            return words
    elif isinstance(tree, Leaf) and _fits(slot, tree.value):
        value = tree.value
        return value if isinstance(value, str | bool | int) else None
    reader.note(tree.line, f"this value does not fit slot `{slot.name}` of type {slot.type.value}")
    return None


def _fits(slot: Slot, value: object) -> bool:
    match slot.type:
        case SlotType.CATEGORICAL:
            listed = any(choice.value == value for choice in slot.choices)
            return isinstance(value, str) and (listed or slot.options is not None)
        case SlotType.BOOL:
            return isinstance(value, bool)
        case SlotType.NUMBER:
            return isinstance(value, int) and not isinstance(value, bool)
        case SlotType.DATE:
            return isinstance(value, str) and bool(DATE.fullmatch(value))
        case _:
            return slot.type is SlotType.ANY and isinstance(value, str | bool | int)
