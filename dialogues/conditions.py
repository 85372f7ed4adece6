"""Conditions on slots, compiled once to closures; nothing is ever evaluated as code."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NoReturn

from dialogues.model import Value
from dialogues.problems import DialogueError

Slots = Mapping[str, Value]
Literal = str | int | float | bool | None
Test = Callable[[Slots], bool]
Operand = Callable[[Slots], object]

MAX_LENGTH = 500
MAX_DEPTH = 20
MAX_PATTERN = 60
MAX_MATCHED = 64

_TOKEN = re.compile(
    r'\s*(?:(?P<string>"[^"]*"|\'[^\']*\')|(?P<number>-?\d{1,9}(?:\.\d{1,9})?)(?![\w.])'
    r"|(?P<sign>>=|<=|!=|==|=|>|<|\(|\))|(?P<name>[A-Za-z_][A-Za-z0-9_.]*))"
)
_WORDS: Mapping[str, Literal] = {"true": True, "false": False, "null": None, "undefined": None}
_OPERATORS = {"=", "==", "!=", ">", ">=", "<", "<=", "is", "contains", "matches"}
_EMPTY = object()


class ConditionError(DialogueError):
    """The condition cannot be understood. The message says what to write."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A slot set beside a value (or beside something that is not a value: `literal` is None)."""

    slot: str
    operator: str
    literal: Literal


@dataclass(frozen=True, slots=True, eq=False)
class Condition:
    """A test on the slots of a dialogue. A test that cannot be done (no number, no list) is false."""

    text: str
    holds: Test
    reads: frozenset[str]
    comparisons: tuple[Comparison, ...]


def parse_condition(text: str) -> Condition:
    """The condition that `text` says.

    `slots.a` alone is true when the slot holds something. Operators, from loose to tight: `or`, `and`,
    `not`, then `= == != is, is not, > >= < <=, contains, matches`; parentheses; values `"word"`, numbers,
    `true false null undefined empty`. At most 500 characters. Raises ConditionError.
    """
    if len(text) > MAX_LENGTH:
        raise ConditionError(f"a condition has at most {MAX_LENGTH} characters; use two steps")
    return _Parser(text).condition()


@dataclass(frozen=True, slots=True)
class _Term:
    read: Operand
    slot: str | None = None
    literal: Literal = None


class _Parser:
    """Recursive descent over the tokens of one condition."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = _tokens(text)
        self._at = 0
        self._depth = 0
        self._reads: set[str] = set()
        self._comparisons: list[Comparison] = []

    def condition(self) -> Condition:
        holds = self._either()
        if self._at < len(self._tokens):
            self._refuse(f"`{self._tokens[self._at]}` was not expected here")
        return Condition(self._text, holds, frozenset(self._reads), tuple(self._comparisons))

    def _either(self) -> Test:
        tests = [self._both()]
        while self._take("or"):
            tests.append(self._both())
        return tests[0] if len(tests) == 1 else _any_of(tuple(tests))

    def _both(self) -> Test:
        tests = [self._not()]
        while self._take("and"):
            tests.append(self._not())
        return tests[0] if len(tests) == 1 else _all_of(tuple(tests))

    def _not(self) -> Test:
        turned = False
        while self._take("not"):
            turned = not turned
        test = self._comparison()
        return _negated(test) if turned else test

    def _comparison(self) -> Test:
        if self._take("("):
            self._depth += 1
            if self._depth > MAX_DEPTH:
                self._refuse(f"more than {MAX_DEPTH} parentheses deep; use two steps")
            test = self._either()
            if not self._take(")"):
                self._refuse("a `)` is missing")
            self._depth -= 1
            return test
        left = self._term()
        operator = self._peek()
        if operator not in _OPERATORS:
            return _truth(left.read)
        self._at += 1
        if operator == "is":
            operator = "!=" if self._take("not") else "="
        elif operator == "==":
            operator = "="
        right = self._term()
        for one, other in ((left, right), (right, left)):
            if one.slot is not None:
                self._comparisons.append(Comparison(one.slot, operator, other.literal))
        return self._matches(left, right) if operator == "matches" else _compare(operator, left, right)

    def _matches(self, left: _Term, right: _Term) -> Test:
        pattern = right.literal
        if not isinstance(pattern, str) or len(pattern) > MAX_PATTERN:
            self._refuse(f"`matches` needs a pattern in quotes of at most {MAX_PATTERN} characters")
        if re.search(r"\)[*+?{]|\\[1-9]", pattern):
            self._refuse("`matches` takes no repeated groups and no back references")
        try:
            compiled = re.compile(pattern)
        except re.error:
            self._refuse("the pattern of `matches` is not a regular expression")
        read = left.read

        def holds(slots: Slots) -> bool:
            value = read(slots)
            return isinstance(value, str) and len(value) <= MAX_MATCHED and bool(compiled.search(value))

        return holds

    def _term(self) -> _Term:
        written = self._peek()
        self._at += 1
        if not written:
            self._refuse("it stops too early")
        if written[0] in "\"'":
            return _literal(written[1:-1])
        if written[0].isdigit() or written[0] == "-":
            return _literal(float(written) if "." in written else int(written))
        if written in _WORDS:
            return _literal(_WORDS[written])
        if written == "empty":
            return _Term(lambda slots: _EMPTY)
        if written.startswith("slots.") and written.count(".") == 1 and len(written) > len("slots."):
            return self._slot(written.removeprefix("slots."))
        return self._refuse(f'`{written}` is not a value; write `slots.name`, a number or "a word" in quotes')

    def _slot(self, name: str) -> _Term:
        self._reads.add(name)
        return _Term(lambda slots: slots.get(name), slot=name)

    def _peek(self) -> str:
        return self._tokens[self._at] if self._at < len(self._tokens) else ""

    def _take(self, token: str) -> bool:
        found = self._peek() == token
        self._at += found
        return found

    def _refuse(self, reason: str) -> NoReturn:
        raise ConditionError(f"the condition `{self._text}` cannot be read: {reason}")


def _tokens(text: str) -> tuple[str, ...]:
    tokens: list[str] = []
    at = 0
    stripped = text.rstrip()
    while at < len(stripped):
        found = _TOKEN.match(stripped, at)
        if found is None:
            raise ConditionError(f"the condition `{text}` cannot be read from `{stripped[at:].strip()}` on")
        tokens.append(found.group(found.lastgroup or 0))
        at = found.end()
    return tuple(tokens)


def _literal(value: Literal) -> _Term:
    return _Term(lambda slots: value, literal=value)


def _any_of(tests: tuple[Test, ...]) -> Test:
    return lambda slots: any(test(slots) for test in tests)


def _all_of(tests: tuple[Test, ...]) -> Test:
    return lambda slots: all(test(slots) for test in tests)


def _negated(test: Test) -> Test:
    return lambda slots: not test(slots)


def _truth(read: Operand) -> Test:
    return lambda slots: bool(read(slots))


def _compare(operator: str, left: _Term, right: _Term) -> Test:
    one, other = left.read, right.read
    if left.slot is not None and isinstance(right.literal, str) and operator in {"=", "!="}:
        return _word_test(left.slot, right.literal, operator == "=")
    if operator == "=":
        return lambda slots: _equal(one(slots), other(slots))
    if operator == "!=":
        return lambda slots: not _equal(one(slots), other(slots))
    if operator == "contains":
        return lambda slots: _contains(one(slots), other(slots))
    allowed = {">": (1,), ">=": (0, 1), "<": (-1,), "<=": (-1, 0)}[operator]
    return lambda slots: _order(one(slots), other(slots)) in allowed


def _word_test(slot: str, word: str, same: bool) -> Test:
    """The test that nearly every step makes, without the detour over operands."""
    return lambda slots: (slots.get(slot) == word) is same


def _equal(one: object, other: object) -> bool:
    if one is _EMPTY or other is _EMPTY:
        value = other if one is _EMPTY else one
        return value is _EMPTY or value is None or value == "" or value == ()
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    return one == other


def _contains(whole: object, part: object) -> bool:
    if isinstance(whole, tuple):
        return any(_equal(getattr(item, "value", item), part) for item in whole)
    return isinstance(whole, str) and isinstance(part, str) and part in whole


def _order(one: object, other: object) -> int | None:
    """-1, 0 or 1; None when the two have no order."""
    if isinstance(one, bool) or isinstance(other, bool):
        return None
    if isinstance(one, int | float) and isinstance(other, int | float):
        return (one > other) - (one < other)
    if isinstance(one, str) and isinstance(other, str):
        return (one > other) - (one < other)
    return None
