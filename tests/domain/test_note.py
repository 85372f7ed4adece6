"""Answers to the questions that put things in order: only what was said, in one order (C47, C48)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogues.model import Option, Value
from dialogues.private import Private
from handlers.domain.introduction import draft, full_text
from handlers.domain.note import (
    QUESTIONS,
    answer,
    note_of,
    question_of,
    sentences,
    summary,
    with_answer,
    without,
)

WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), min_size=1).filter(str.strip)


def echo(text_id: str) -> str:
    """Every text says its own id."""
    return f"<{text_id}>"


def own(question: str, words: str) -> Option:
    """An answer in own words."""
    made = answer(question, None, Private(words))
    assert made is not None
    return made


def test_neither_words_nor_a_known_choice_is_no_answer() -> None:
    assert answer("since", "skip", None) is None
    assert answer("since", None, Private("")) is None
    assert note_of({"note": "nothing"}) == ()


@pytest.mark.clause("C47")
@given(st.dictionaries(st.sampled_from(QUESTIONS), WORDS, min_size=1), st.data())
def test_a_line_is_the_word_of_its_question_and_exactly_what_was_typed(
    typed: dict[str, str], data: st.DataObject
) -> None:
    note: tuple[Option, ...] = ()
    for question in data.draw(st.permutations(list(typed))):
        note = with_answer(note, own(question, typed[question]))
    told = dict(sentences(note, echo))
    assert told == {each: f"<draft-note-{each}> {typed[each].strip()}" for each in typed}
    assert [question_of(each) for each in note] == [each for each in QUESTIONS if each in typed]


@pytest.mark.clause("C47")
@given(st.dictionaries(st.sampled_from(QUESTIONS), WORDS, min_size=2))
def test_deleting_or_changing_one_answer_changes_that_in_what_is_sent_and_nothing_else(
    typed: dict[str, str],
) -> None:
    note = tuple(own(each, typed[each]) for each in QUESTIONS if each in typed)
    one = next(iter(typed))
    slots: dict[str, Value] = {"note": note, "note_along": True}
    lines = draft(slots, echo)
    left = draft({**slots, "note": without(note, one)}, echo)
    changed = draft({**slots, "note": with_answer(note, own(one, "anders"))}, echo)
    others = tuple(line for line in lines if not line.id.startswith(f"note_{one}_"))
    assert left == others
    assert tuple(line for line in changed if not line.id.startswith(f"note_{one}_")) == others
    assert f"<draft-note-{one}> anders" in full_text(changed)


@pytest.mark.clause("C47")
def test_answers_that_their_writer_keeps_are_no_part_of_what_is_sent() -> None:
    note = (own("what", "een grap"),)
    assert draft({"note": note}, echo) == ()
    assert draft({"note": note, "note_along": False}, echo) == ()
    assert full_text(draft({"note": note, "note_along": True}, echo)) == "<draft-note-what> een grap"


def test_the_wish_stands_on_top_of_everything_else_that_is_told() -> None:
    note = (own("what", "een grap"), own("wish", "rust"), Option("moment_today", Private("")))
    slots: dict[str, Value] = {"note": note, "note_along": True, "about": "colleague"}
    slots["story"] = Private("Mijn verhaal.")
    assert full_text(draft(slots, echo)).split("\n") == [
        "<draft-note-wish> rust",
        "<draft-note-moment-today>",
        "<draft-about-colleague>",
        "Mijn verhaal.",
        "<draft-note-what> een grap",
    ]


def test_whom_it_is_about_is_one_line_by_button_or_in_own_words() -> None:
    button, words = Option("who_colleague", Private("")), own("who", "de planner")
    assert summary({"note": (button,), "about": "colleague"}, echo) == (("who", "<draft-about-colleague>"),)
    assert summary({"note": (words,), "about": "colleague"}, echo) == (
        ("who", "<draft-note-who> de planner"),
    )
    assert summary({"about": "rather_not"}, echo) == ()
    assert summary({"about": "colleague", "removed": ("about",)}, echo) == ()
