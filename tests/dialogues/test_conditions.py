"""Conditions on slots, held to truth tables written out by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogues.conditions import ConditionError, parse_condition
from dialogues.model import Option, Value
from dialogues.private import Private

SLOTS: dict[str, Value] = {
    "word": "yes",
    "other": "yes",
    "none": None,
    "on": True,
    "off": False,
    "three": 3,
    "zero": 0,
    "day": "2026-11-26",
    "list": ("a", "b"),
    "bare": (),
    "people": (Option("p1", Private("Anna")),),
    "words": Private("geheim"),
    "silence": Private(""),
    "blank": "",
    "long": "a" * 65,
}

TRUE = """
slots.word
not slots.none
slots.on
not slots.off
not slots.zero
slots.words
not slots.silence
slots.list
not slots.bare
slots.word = "yes"
slots.word == 'yes'
"yes" = slots.word
slots.word != "no"
slots.word is "yes"
slots.word is not "no"
slots.word = slots.other
slots.none is null
slots.none is undefined
slots.none is empty
slots.missing is null
empty is slots.none
empty is empty
slots.bare is empty
slots.blank is empty
slots.list is not empty
slots.on = true
slots.off = false
slots.on != false
slots.three = 3
slots.three > 2
slots.three >= 3
slots.three < 3.5
slots.three <= 3
slots.three > -1
slots.day >= "2026-11-26"
slots.day < "2026-12-01"
slots.list contains "a"
slots.people contains "p1"
slots.word contains "es"
slots.day matches "^2026-"
not slots.day matches "^2027-"
not slots.three matches "3"
not slots.long matches "a"
true
not false
not null
not not slots.on
slots.none or slots.on
slots.on and slots.word = "yes"
slots.none and slots.none or slots.on
slots.on or slots.none and slots.none
(slots.none or slots.on) and slots.word
not (slots.none or slots.off)
""".strip().splitlines()

FALSE = """
slots.none
slots.missing
false
null
empty is "a"
slots.word = "no"
slots.word != "yes"
slots.word is not "yes"
slots.zero = false
slots.on = 1
slots.three = "3"
slots.three > "2"
slots.none > 1
slots.none <= 1
slots.on > 0
slots.list > 1
slots.none contains "a"
slots.list contains "c"
slots.three contains 3
slots.on and slots.none
slots.none or slots.off
slots.day matches "^2027"
slots.list matches "a"
slots.words = "geheim"
""".strip().splitlines()


@pytest.mark.parametrize("text", TRUE)
def test_this_holds(text: str) -> None:
    assert parse_condition(text).holds(SLOTS)


@pytest.mark.parametrize("text", FALSE)
def test_this_does_not_hold(text: str) -> None:
    assert not parse_condition(text).holds(SLOTS)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "stops too early"),
        ("slots.a =", "stops too early"),
        ("slots.a and", "stops too early"),
        ("(slots.a", "`)` is missing"),
        ("slots.a)", "not expected"),
        ("slots.a slots.b", "not expected"),
        ('slots.a not matches "x"', "not expected"),
        ("context.a", "not a value"),
        ("slots.a.b", "not a value"),
        ("slots.", "not a value"),
        ("word", "not a value"),
        ("slots.a = yes", "not a value"),
        ("slots.a in {1}", "cannot be read from"),
        ('slots.a = "open', "cannot be read from"),
        ("slots.a = 12ab", "cannot be read from"),
        ("slots.a matches slots.b", "pattern in quotes"),
        ("slots.a matches 3", "pattern in quotes"),
        (f'slots.a matches "{"a" * 61}"', "at most 60"),
        ('slots.a matches "(a+)+"', "no repeated groups"),
        ('slots.a matches "(a)\\1"', "no repeated groups"),
        ('slots.a matches "["', "not a regular expression"),
        ("(" * 21 + "slots.a" + ")" * 21, "parentheses deep"),
        ("slots.a or " * 50 + "slots.a", "at most 500"),
    ],
)
def test_what_cannot_be_read_says_what_to_write(text: str, reason: str) -> None:
    with pytest.raises(ConditionError, match="condition") as refused:
        parse_condition(text)
    assert reason in str(refused.value)


def test_a_condition_tells_which_slots_it_reads_and_compares() -> None:
    condition = parse_condition('slots.a and (slots.b = "x" or "y" != slots.c) and slots.d > slots.e')
    assert condition.reads == {"a", "b", "c", "d", "e"}
    assert {(each.slot, each.operator, each.literal) for each in condition.comparisons} == {
        ("b", "=", "x"),
        ("c", "!=", "y"),
        ("d", ">", None),
        ("e", ">", None),
    }


@given(st.text(alphabet='slots.abc ()="x123andornotismatcheys<>!', max_size=60))
def test_any_text_is_a_condition_or_is_refused(text: str) -> None:
    try:
        holds = parse_condition(text).holds
    except ConditionError:
        return
    assert holds(SLOTS) in {True, False}


TREES = st.recursive(
    st.sampled_from(
        [("slots.on", True), ("slots.off", False), ('slots.word = "yes"', True), ("slots.none", False)]
    ),
    lambda inner: st.one_of(
        inner.map(lambda one: (f"not ({one[0]})", not one[1])),
        st.tuples(inner, inner).map(
            lambda two: (f"({two[0][0]}) and ({two[1][0]})", two[0][1] and two[1][1])
        ),
        st.tuples(inner, inner).map(lambda two: (f"({two[0][0]}) or ({two[1][0]})", two[0][1] or two[1][1])),
    ),
    max_leaves=6,
)


@given(TREES)
def test_and_or_and_not_mean_what_they_mean_in_python(tree: tuple[str, bool]) -> None:
    text, truth = tree
    assert parse_condition(text).holds(SLOTS) is truth
