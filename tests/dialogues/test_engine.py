"""One event at a time: what the engine does at the edges that transcripts do not show."""

from pathlib import Path

import pytest

from dialogues.engine import advance, ask_again
from dialogues.flows import Flows
from dialogues.loader import load
from dialogues.model import (
    Frame,
    State,
    UserSaid,
)
from dialogues.private import Private
from tests.dialogues.events import asked, at, names, pressed, typed
from tests.dialogues.folders import Folder


def test_the_state_before_stays_as_it_was(small: Flows) -> None:
    before = at("start", "kinds", kinds=("bullying",))
    advance(small, before, pressed("/SetSlots(kinds=threats)"))
    assert before.slots == {"kinds": ("bullying",)}
    assert before.frames == (Frame("start", "kinds"),)


def test_what_was_chosen_is_marked_on_the_buttons(small: Flows) -> None:
    state, effects = advance(small, at("start", "kinds"), pressed("/SetSlots(kinds=threats)"))
    assert {button.value: button.chosen for button in asked(effects).buttons} == {
        "bullying": False,
        "threats": True,
        "done": False,
        "skip": False,
    }
    assert ask_again(small, state) == effects


def test_a_choice_whose_condition_is_false_is_shut(small: Flows) -> None:
    _, effects = advance(small, at("start", "kinds", safe="no"), pressed("/SetSlots(kinds=other)"))
    assert names(effects) == ["utter_stale_button", "utter_ask_kinds"]


def test_done_without_any_choice_counts_as_answered(small: Flows) -> None:
    state, effects = advance(small, at("start", "kinds"), pressed("/SetSlots(kinds=done)"))
    assert names(effects) == ["utter_ask_often"]
    assert state.slots["kinds"] == ()


def test_own_words_join_the_choices_made_before_and_are_not_counted_twice(small: Flows) -> None:
    state = at("start", "kinds", kinds=("bullying", "own_words"), kind_words=Private("Een."))
    state, _ = advance(small, state, typed("Twee."))
    assert state.slots["kinds"] == ("bullying", "own_words")
    assert state.slots["kind_words"] == Private("Een.\nTwee.")


def test_words_heard_as_a_choice_are_kept_with_the_own_words_when_there_are_many(small: Flows) -> None:
    long = typed("ja hij pestte mij elke dag weer", choice="bullying")
    state, effects = advance(small, at("start", "kinds"), long)
    assert names(effects) == ["utter_ask_kinds"]
    assert state.slots["kinds"] == ("bullying",)
    assert state.slots["kind_words"] == Private("ja hij pestte mij elke dag weer")


def test_a_choice_heard_that_is_not_open_is_only_words(small: Flows) -> None:
    state, effects = advance(small, at("start", "safe"), typed("ik zit thuis nu", choice="threats"))
    assert names(effects) == ["utter_words_kept", "utter_ask_safe"]
    assert state.slots["story"] == Private("ik zit thuis nu")


def test_a_wish_heard_that_no_flow_has_is_only_words(small: Flows) -> None:
    _, effects = advance(small, at("start", "safe"), typed("een twee drie", intent="dance"))
    assert names(effects) == ["utter_words_kept", "utter_ask_safe"]


@pytest.mark.parametrize("blank", ["", "   ", "\n\t", "\u200b\u200d", "\ufeff", "\x00\x07", "\u202e"])
def test_a_message_with_nothing_to_read_gets_a_kind_answer(small: Flows, blank: str) -> None:
    state, effects = advance(small, at("start", "safe"), typed(blank))
    assert names(effects) == ["utter_choose_please", "utter_ask_safe"]
    assert "story" not in state.slots
    state, effects = advance(small, at("details", "note"), typed(blank))
    assert names(effects) == ["utter_choose_please", "utter_ask_note"]
    _, effects = advance(small, State(), typed(blank))
    assert names(effects) == ["utter_hello", "utter_ask_safe"]


def test_a_message_without_text_or_payload_is_an_empty_one(small: Flows) -> None:
    assert names(advance(small, at("start", "safe"), UserSaid())[1]) == [
        "utter_choose_please",
        "utter_ask_safe",
    ]


def test_a_payload_that_was_typed_is_a_payload_and_no_words(small: Flows) -> None:
    state, effects = advance(small, at("start", "safe"), typed("/SetSlots(safe=yes)"))
    assert names(effects) == ["utter_ask_kinds"]
    state, effects = advance(small, at("start", "safe"), typed("/SetSlots(safe=YES, a = b)"))
    assert names(effects) == ["utter_stale_button", "utter_ask_safe"]
    assert "story" not in state.slots


@pytest.mark.parametrize(
    "payload",
    [
        "",
        "x",
        "/",
        "/SetSlots()",
        "/SetSlots(safe=)",
        "/SetSlots(safe=yes",
        "/SetSlots(=yes)",
        "/a b",
        "/start\n",
    ],
)
def test_a_press_that_is_nothing_changes_nothing(small: Flows, payload: str) -> None:
    before = at("start", "safe", language="en", seen=True)
    state, effects = advance(small, before, pressed(payload))
    assert names(effects) == ["utter_stale_button", "utter_ask_safe"]
    assert state == before


def test_the_text_slot_that_stays_is_added_to_and_another_is_replaced(tmp_path: Path, small: Flows) -> None:
    folder = Folder(tmp_path).change(
        "flows/main.yml", "- collect: note\n", "- collect: story\n        utter: utter_ask_note\n"
    )
    state = at("details", "story", story=Private("Een."))
    state, _ = advance(load(folder.home), state, typed("Twee."))
    assert state.slots["story"] == Private("Een.\nTwee.")
    other = State(
        (Frame("start", "details"), Frame("details", "note", returns=True)), {"note": Private("Een.")}
    )
    state, _ = advance(small, other, typed("Twee."))
    assert state.slots["note"] == Private("Twee.")


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2026-11-26", "2026-11-26"),
        ("26-11-2026", "2026-11-26"),
        ("1/2/2026", "2026-02-01"),
        ("1.2.2026", "2026-02-01"),
        ("31-02-2026", None),
        ("1-2-26", None),
        ("1-2", None),
        ("a-b-c", None),
        ("²-2-2026", None),
        ("0000-01-01", None),
    ],
)
def test_a_day_can_be_typed(small: Flows, words: str, day: str | None) -> None:
    state, _ = advance(small, at("details", "since"), typed(words))
    assert state.slots.get("since") == day


@pytest.mark.parametrize(
    ("words", "number"), [("12", 12), ("-1", None), ("1234567890", None), ("³", None), ("twee", None)]
)
def test_a_number_can_be_typed(small: Flows, words: str, number: int | None) -> None:
    state, _ = advance(small, at("details", "often"), typed(words))
    assert state.slots.get("often") == number


def test_a_skipped_question_holds_nothing_and_its_initial_value_is_gone(small: Flows) -> None:
    state, effects = advance(small, at("details", "note", note=Private("x")), pressed("/SetSlots(note=skip)"))
    assert "note" not in state.slots
    assert names(effects) == ["utter_until_later"]
