"""What the engine does with actions and what they bring: options, slots that fit and that do not."""

from pathlib import Path

import pytest

from dialogues.engine import advance, ask_again, expects
from dialogues.flows import Flows
from dialogues.loader import load
from dialogues.model import (
    ActionDone,
    Began,
    Expectation,
    Option,
    RunAction,
    Say,
    State,
    Value,
)
from dialogues.private import Private
from dialogues.refusals import ForeignAction, OptionRefused, SlotRefused
from tests.dialogues.events import PEOPLE, asked, at, names, pressed, typed
from tests.dialogues.folders import Folder


def test_words_while_an_action_runs_are_kept_and_the_action_runs_again(small: Flows) -> None:
    state, effects = advance(small, at("start", "send"), typed("Wacht, nog een ding."))
    assert names(effects) == ["utter_words_kept", "action_send"]
    assert state.slots["story"] == Private("Wacht, nog een ding.")
    assert names(advance(small, state, pressed("/SetSlots(safe=yes)"))[1]) == [
        "utter_stale_button",
        "action_send",
    ]
    state, effects = advance(small, state, pressed("/help_now"))
    _, effects = advance(small, state, pressed("/SetSlots(again=no)"))
    assert effects == (RunAction("action_send"),)


def test_what_is_expected_follows_the_open_question(small: Flows) -> None:
    assert expects(small, State()) is None
    assert expects(small, at("start", "send")) is None
    assert expects(small, at("start", "safe")) == Expectation("safe", ("yes", "no"), own_words=False)
    assert expects(small, at("details", "note")) == Expectation("note", ("skip",), own_words=True)
    assert expects(small, at("start", "kinds", safe="yes")) == Expectation(
        "kinds", ("bullying", "threats", "other", "done", "skip"), own_words=True
    )
    assert expects(small, at("start", "person", people=PEOPLE)) == Expectation(
        "person", ("p1", "p2", "skip"), False
    )
    assert ask_again(small, State()) == ()


def test_options_are_buttons_with_their_own_titles(small: Flows) -> None:
    (question,) = ask_again(small, at("start", "person", people=PEOPLE))
    assert [button.title for button in question.buttons] == [Private("Anna"), Private("Bas"), None]
    (question,) = ask_again(small, at("start", "person"))
    assert [button.value for button in question.buttons] == ["skip"]


def test_a_chosen_option_is_shown_by_its_title(small: Flows) -> None:
    state = at("start", "send", people=PEOPLE, person="p2", kinds=("bullying",))
    _, effects = advance(small, state, ActionDone("action_send", {"sent_on": "2026-11-26"}))
    assert isinstance(effects[0], Say)
    assert effects[0].slots["person"] == Private("Bas")
    _, effects = advance(small, at("start", "send", person="p9"), ActionDone("action_send"))
    assert isinstance(effects[0], Say)
    assert effects[0].slots["person"] == "p9"


def test_several_chosen_options_are_shown_by_their_titles(tmp_path: Path) -> None:
    folder = Folder(tmp_path).change(
        "domain.yml", "person: {type: categorical,", "person: {type: list, multi: true,"
    )
    for language in ("nl", "en"):
        folder.change(
            f"texts/{language}/main.ftl", "utter_ask_person =", "utter_ask_person =\n    .done = Klaar\nx ="
        )
        folder.change(
            f"texts/{language}/main.ftl",
            "utter_ask_person =\n",
            "utter_ask_person = Wie?\n    .skip = Terug\n",
        )
        folder.change(f"texts/{language}/main.ftl", "Met wie?" if language == "nl" else "With whom?", "x")
    flows = load(folder.home)
    state = at("start", "person", people=PEOPLE)
    state, effects = advance(flows, state, pressed("/SetSlots(person=p1)"))
    marks = {button.value: (button.title, button.chosen) for button in asked(effects).buttons}
    assert marks["p1"] == (Private("Anna"), True)
    state, _ = advance(flows, state, pressed("/SetSlots(person=done)"))
    _, effects = advance(flows, state, ActionDone("action_send"))
    assert isinstance(effects[0], Say)
    assert effects[0].slots["person"] == (PEOPLE[0],)
    _, effects = advance(flows, at("start", "send", people=PEOPLE, person=("p7",)), ActionDone("action_send"))
    assert isinstance(effects[0], Say)
    assert effects[0].slots["person"] == ("p7",)


@pytest.mark.parametrize(
    "state",
    [State(), at("start", "safe"), at("start", "send"), at("details", "since")],
)
def test_an_action_that_nobody_waits_for_is_refused(small: Flows, state: State) -> None:
    with pytest.raises(ForeignAction, match="action `action_people` has ended"):
        advance(small, state, ActionDone("action_people", {"people": PEOPLE}))


@pytest.mark.parametrize(
    "slots",
    [
        {"unknown": "x"},
        {"note": "words that are not private"},
        {"safe": "perhaps"},
        {"safe": True},
        {"again": "yes"},
        {"often": True},
        {"often": "3"},
        {"since": "26-11-2026"},
        {"since": Private("2026-11-26")},
        {"people": "p1"},
        {"person": Private("p1")},
    ],
)
def test_a_slot_that_does_not_fit_is_refused_and_named_without_its_value(
    small: Flows, slots: dict[str, Value]
) -> None:
    with pytest.raises(SlotRefused, match=f"slot `{next(iter(slots))}`") as refused:
        advance(small, at("start", "choose"), ActionDone("action_people", slots))
    assert "26-11-2026" not in str(refused.value)
    kind = small.slots[next(iter(slots))].type if next(iter(slots)) in small.slots else None
    assert ("is not in domain.yml" if kind is None else "and this is none") in str(refused.value)
    with pytest.raises(SlotRefused):
        advance(small, State(), Began("news", slots))


def test_slots_that_fit_are_taken_over(small: Flows) -> None:
    slots: dict[str, Value] = {
        "people": PEOPLE,
        "note": Private("x"),
        "safe": "own_words",
        "again": False,
        "often": 3,
        "since": "2026-11-26",
        "person": "p1",
        "wish": None,
    }
    state, effects = advance(small, at("start", "choose", wish="talk"), ActionDone("action_people", slots))
    assert {name: state.slots.get(name) for name in slots} == slots
    assert effects == (RunAction("action_send"),)


@pytest.mark.parametrize("value", ["UP", "a b", "", "x" * 41])
def test_an_option_that_cannot_be_a_button_is_refused(small: Flows, value: str) -> None:
    with pytest.raises(OptionRefused, match="slot `people`"):
        advance(
            small,
            at("start", "choose"),
            ActionDone("action_people", {"people": (Option(value, Private("A")),)}),
        )


def test_an_option_that_makes_the_payload_too_long_is_refused(tmp_path: Path) -> None:
    folder = Folder(tmp_path).change(
        "domain.yml", "slots:\n", f"slots:\n  {'x' * 30}: {{type: any, choices_from: people}}\n"
    )
    long = (Option("y" * 30, Private("A")),)
    with pytest.raises(OptionRefused):
        advance(load(folder.home), at("start", "choose"), ActionDone("action_people", {"people": long}))
