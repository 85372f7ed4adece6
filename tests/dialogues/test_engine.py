"""One event at a time: what the engine does at the edges that transcripts do not show."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dialogues.conditions import parse_condition
from dialogues.engine import advance, ask_again, expects
from dialogues.flows import Flow, Flows, SetSlots, Way
from dialogues.loader import load
from dialogues.model import (
    ActionDone,
    Began,
    Effect,
    Expectation,
    Frame,
    Heard,
    Option,
    RunAction,
    Say,
    State,
    UserSaid,
    Value,
)
from dialogues.private import Private
from dialogues.problems import DialogueError
from dialogues.refusals import ForeignAction, OptionRefused, SlotRefused, TooManySteps, UnknownFlow
from tests.dialogues.folders import Folder

PEOPLE = (Option("p1", Private("Anna")), Option("p2", Private("Bas")))


def names(effects: tuple[Effect, ...]) -> list[str]:
    """The responses and actions of an answer."""
    return [effect.response if isinstance(effect, Say) else effect.action for effect in effects]


def at(flow: str, step: str, **slots: Value) -> State:
    """A dialogue that stands somewhere."""
    return State((Frame(flow, step),), slots)


def pressed(payload: str) -> UserSaid:
    """A button press."""
    return UserSaid(payload=payload)


def typed(words: str, **heard: object) -> UserSaid:
    """Typed words and what was made of them."""
    return UserSaid(text=Private(words), heard=Heard(**heard))  # type: ignore[arg-type]  # tests name the fields


def asked(effects: tuple[Effect, ...]) -> Say:
    """The question that an answer ends with."""
    question = effects[-1]
    assert isinstance(question, Say)
    return question


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


def test_at_rest_any_press_begins_the_reception(small: Flows) -> None:
    for payload in ("/SetSlots(safe=yes)", "x", "/nobody_knows", "/secret"):
        state, effects = advance(small, State(slots={"often": 3, "kinds": ("bullying",)}), pressed(payload))
        assert names(effects) == ["utter_hello", "utter_ask_safe"]
        assert "often" not in state.slots


def test_a_guard_that_is_open_lets_a_flow_begin(small: Flows) -> None:
    _, effects = advance(small, State(slots={"seen": True}), pressed("/secret"))
    assert names(effects) == ["utter_thanks", "utter_until_later"]


def test_without_a_flow_for_unknown_commands_they_are_stale_buttons(tmp_path: Path) -> None:
    folder = Folder(tmp_path).change("flows/main.yml", "pattern_cannot_handle", "pattern_internal_error")
    _, effects = advance(load(folder.home), at("start", "safe"), pressed("/nobody_knows"))
    assert names(effects) == ["utter_stale_button", "utter_ask_safe"]


def test_a_fresh_start_forgets_all_but_what_stays_and_what_it_keeps(small: Flows) -> None:
    slots: dict[str, Value] = {
        "often": 3,
        "kinds": ("bullying",),
        "seen": True,
        "language": "en",
        "story": Private("bewaard"),
        "kind_words": Private("weg"),
        "from_an_older_version": "x",
    }
    state, _ = advance(small, State((Frame("details", "note"),), slots), pressed("/start"))
    stays = {"seen": True, "language": "en", "story": Private("bewaard")}
    assert state.slots == {**stays, "kinds": ("bullying",)}
    # `start` persists `kinds`, until its own question empties it.
    state, _ = advance(small, state, pressed("/SetSlots(safe=yes)"))
    assert "kinds" not in state.slots


def test_an_interruption_does_not_empty_what_the_flow_below_still_needs(small: Flows) -> None:
    state, _ = advance(small, at("news", "again", again=True), pressed("/help_now"))
    state, effects = advance(small, state, pressed("/SetSlots(again=no)"))
    assert names(effects) == ["utter_ask_again"]
    assert state.flow == "news"
    assert state.slots["again"] is False


def test_interruptions_do_not_pile_up(small: Flows) -> None:
    state = at("start", "safe")
    for payload in ("/help_now", "/who", "/language", "/wipe", "/help_now", "/who", "/language", "/wipe") * 3:
        state, _ = advance(small, state, pressed(payload))
    assert sorted(frame.flow for frame in state.frames) == ["help_now", "language", "start", "wipe"]


def test_a_flow_that_begins_anew_takes_its_calls_along(small: Flows) -> None:
    state = State((Frame("start", "details"), Frame("details", "note", returns=True)), {"often": 2})
    state, effects = advance(small, state, Began("start"))
    assert state.frames == (Frame("start", "safe"),)
    assert names(effects) == ["utter_ask_safe"]
    assert "often" not in state.slots


def test_an_interruption_in_a_called_flow_comes_back_to_it(small: Flows) -> None:
    before = State((Frame("start", "details"), Frame("details", "note", returns=True)), {"often": 2})
    state, _ = advance(small, before, pressed("/help_now"))
    state, effects = advance(small, state, pressed("/SetSlots(again=no)"))
    assert names(effects) == ["utter_ask_note"]
    assert state.frames == before.frames
    assert state.slots["often"] == 2


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


def test_a_place_that_no_longer_exists_is_left_out(small: Flows) -> None:
    gone = State(
        (Frame("start", "safe"), Frame("gone", "x", returns=True), Frame("help_now", "gone", returns=True))
    )
    _, effects = advance(small, gone, pressed("/SetSlots(safe=yes)"))
    assert names(effects) == ["utter_ask_kinds"]
    _, effects = advance(small, State((Frame("gone", "x"),)), typed("Ik ben er weer."))
    assert names(effects) == ["utter_hello", "utter_ask_safe"]
    assert expects(small, gone) is None
    assert expects(small, State((Frame("gone", "x"),))) is None
    assert ask_again(small, gone) == ()


def test_a_saved_step_that_does_not_wait_goes_on_from_there(small: Flows) -> None:
    _, effects = advance(small, at("start", "words"), pressed("x"))
    assert names(effects) == ["utter_stale_button", "utter_thanks", "utter_ask_often"]


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


def test_a_flow_that_does_not_exist_cannot_begin(small: Flows) -> None:
    with pytest.raises(UnknownFlow, match="no flow `gone`"):
        advance(small, State(), Began("gone"))


def test_flows_that_go_round_are_stopped_and_named(small: Flows) -> None:
    class Round(dict[str, Flow]):
        """One flow that leads to itself; the loader would refuse it."""

    step = SetSlots(id="a", line=1, ways=(Way(parse_condition("false"), None), Way(None, "a")), values=())
    flow = Flow("round", "flows/round.yml", 1, "Round and round.", "a", {"a": step})
    flows = Flows(
        Round({**small.flows, "round": flow}),
        small.slots,
        small.actions,
        small.intents,
        small.responses,
        small.texts,
        {},
    )
    with pytest.raises(
        TooManySteps, match="more than 250 steps in one turn, at step `a` of flow `round`"
    ) as stopped:
        advance(flows, State(), Began("round"))
    assert isinstance(stopped.value, DialogueError)


def test_a_flow_can_do_without_its_completed_pattern(small: Flows) -> None:
    state, effects = advance(small, at("start", "safe"), pressed("/stop"))
    assert names(effects) == ["utter_stopped"]
    assert state.frames == ()


def test_an_answer_that_is_there_is_not_asked_for_again(small: Flows) -> None:
    state, effects = advance(
        small,
        State((Frame("start", "safe"),), {"often": 3, "since": "2026-01-01"}),
        pressed("/SetSlots(safe=yes)"),
    )
    state, effects = advance(small, state, pressed("/SetSlots(kinds=skip)"))
    assert names(effects) == ["validate_often"]
    _, effects = advance(small, state, ActionDone("validate_often"))
    assert names(effects) == ["utter_ask_note"]


def test_an_answer_that_is_there_can_still_be_rejected(tmp_path: Path) -> None:
    folder = Folder(tmp_path).change(
        "flows/main.yml", "ask_before_filling: true\n        metadata: {own", "metadata: {own"
    )
    state = at("start", "safe", kinds=("bullying", "threats"))
    _, effects = advance(load(folder.home), state, pressed("/SetSlots(safe=no)"))
    assert names(effects) == ["utter_stay_safe", "utter_one_at_a_time", "utter_ask_kinds"]


def everything(flows: Flows) -> Iterator[State]:
    """A dialogue at every step of every flow."""
    for flow in flows.flows.values():
        for step in flow.steps:
            yield at(flow.id, step)


@pytest.mark.parametrize(
    "said",
    [
        pressed("/stop"),
        pressed("/help_now"),
        pressed("/wipe"),
        pressed("x"),
        typed("een twee drie"),
        typed(""),
    ],
)
def test_every_message_at_every_step_gets_an_answer(small: Flows, said: UserSaid) -> None:
    for state in everything(small):
        _, effects = advance(small, state, said)
        assert effects
