"""The introduction holds what the person said and kept, and nothing else (C15, C41, C47)."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.places import DIALOGUES
from dialogues.model import Value
from dialogues.private import Private
from handlers.domain.introduction import LONGEST, SHOWN, Line, draft, from_text, full_text, shown_as

ANSWERS: dict[str, Value] = {
    "language": "nl",
    "in_danger": "safe",
    "for_whom": "self",
    "kind": "bullying",
    "about": "colleague",
    "need": "someone",
    "story": Private("Elke dag lachen ze.\nIk eet alleen."),
}


def ids(lines: tuple[Line, ...]) -> list[str]:
    return [line.id for line in lines]


def test_each_answer_gives_one_line_in_the_order_in_which_it_is_read() -> None:
    lines = draft(ANSWERS, str.upper)
    assert ids(lines) == ["for_whom", "kind", "about", "need", "story_1", "story_2"]
    assert full_text(lines) == (
        "DRAFT-FOR-WHOM-SELF\nDRAFT-KIND-BULLYING\nDRAFT-ABOUT-COLLEAGUE\nDRAFT-NEED-SOMEONE\n"
        "Elke dag lachen ze.\nIk eet alleen."
    )


@pytest.mark.clause("C47")
def test_a_line_taken_out_is_not_in_what_is_sent_and_the_rest_stays_word_for_word() -> None:
    lines = draft(ANSWERS, str)
    for gone in lines:
        text = full_text(line for line in lines if line.id != gone.id)
        assert gone.text not in text
        assert all(line.text in text for line in lines if line.id != gone.id)


def test_nothing_is_said_that_the_person_skipped_or_did_not_say() -> None:
    assert draft({}, str) == ()
    skipped: dict[str, Value] = {"for_whom": None, "kind": "own_words", "about": "rather_not", "story": None}
    assert draft(skipped, str) == ()
    assert full_text(()) == ""


def test_what_is_for_the_chat_only_stays_in_the_chat() -> None:
    only: dict[str, Value] = {"in_danger": "unsafe", "recent": "yes", "not_asked": ("vera",), "push": "yes"}
    assert draft(only, str) == ()


def test_several_kinds_give_a_line_each_that_can_go_on_its_own() -> None:
    lines = draft({"kind": "several", "kinds": ("bullying", "violence", "strange")}, str)
    assert ids(lines) == ["kind_bullying", "kind_violence"]
    assert ids(draft({"kind": "several", "kinds": None}, str)) == ["kind"]


@pytest.mark.clause("C06")
def test_the_ground_of_discrimination_goes_along_only_when_it_was_kept() -> None:
    answers: dict[str, Value] = {"kind": "discrimination", "ground": "religion"}
    assert ids(draft(answers, str)) == ["kind"]
    assert ids(draft(answers | {"ground_keep": "keep"}, str)) == ["kind", "ground"]
    assert ids(draft({"kind": "discrimination", "ground": None, "ground_keep": None}, str)) == ["kind"]


@pytest.mark.clause("C66")
def test_a_counsellor_reads_that_it_may_be_outside_the_protocol_when_asked_for_all_the_same() -> None:
    lines = draft({"outside_label": True, "kind": "outside", "topic": "labour_conflict"}, str)
    assert ids(lines) == ["outside", "topic"]
    assert ids(draft({"kind": "bullying", "topic": "labour_conflict"}, str)) == ["kind"]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_line_has_words_in_every_language(language: str) -> None:
    file = (DIALOGUES / "texts" / language / "draft.ftl").read_text("utf-8")
    asked: set[str] = set()

    def words(text_id: str) -> str:
        asked.add(text_id)
        return text_id

    every: dict[str, tuple[str, ...]] = {
        "for_whom": ("self", "witness", "unsure", "manager", "new"),
        "kind": ("sexual", "bullying", "discrimination", "aggression", "violence", "several", "other",
                 "unknown", "rather_not"),
        "topic": ("labour_conflict", "reorganisation", "social_work", "health", "hr_practical", "policy",
                  "integrity", "data_privacy", "other_topic"),
        "ground": ("origin", "religion", "sex", "orientation", "disability", "age", "other_ground"),
        "about": ("colleague", "manager", "board", "hr", "counsellor", "customer", "outsider"),
        "need": ("story", "possible", "someone", "help_now", "unsure"),
    }  # fmt: skip
    for slot, values in every.items():
        for value in values:
            assert draft({slot: value, "ground_keep": "keep", "outside_label": True}, words), (slot, value)
    assert asked == set(re.findall(r"^(draft-[a-z-]+) = \S", file, re.MULTILINE))


STORIES = st.text(alphabet=st.sampled_from("abc .!?\n\t’é"), max_size=3000) | st.text(max_size=500)


@given(STORIES)
def test_a_story_is_cut_into_lines_without_losing_or_changing_a_letter(story: str) -> None:
    lines = from_text(Private(story))
    assert full_text(lines) == story.strip()
    assert all(line.text and len(line.text) <= LONGEST and "\n" not in line.text for line in lines)
    assert len(set(ids(lines))) == len(lines)


@given(STORIES, STORIES)
def test_words_added_below_change_no_line_above(story: str, more: str) -> None:
    before, after = from_text(Private(story)), from_text(Private(f"{story.rstrip()}\n{more}"))
    assert after[: len(before)] == before


def test_a_long_paragraph_is_cut_between_sentences_and_a_long_word_where_it_must() -> None:
    sentence = "Dit is een zin van ongeveer veertig letters. "
    lines = from_text(Private(sentence * 30))
    assert len(lines) > 3
    assert all(line.text.endswith(".") for line in lines)
    assert [len(line.text) for line in from_text(Private("x" * (LONGEST * 2 + 5)))] == [LONGEST, LONGEST, 5]
    spaced = "x" * LONGEST + " " * LONGEST * 2 + "y" + "  \n \n z"
    assert [line.text[0] for line in from_text(Private(spaced))] == ["x", "y", "z"]
    assert full_text(from_text(Private(spaced))) == spaced


def test_ids_fit_a_button_and_say_nothing_about_the_words() -> None:
    for line in draft(ANSWERS, str):
        assert re.fullmatch("[a-z0-9_]{1,40}", line.id)
        assert "alleen" not in line.id
        assert line.text not in repr(line)


def test_a_button_shows_the_start_of_a_line() -> None:
    assert shown_as(Line("story_1", "kort")) == "kort"
    assert shown_as(Line("story_1", "a  b\tc")) == "a b c"
    long = shown_as(Line("story_1", "woord " * 40))
    assert len(long) <= SHOWN
    assert long.endswith("…")
