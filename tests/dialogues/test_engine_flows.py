"""What the engine does with flows: guards, interruptions, calls, fresh starts, and each step of them all."""

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
    Frame,
    State,
    UserSaid,
    Value,
)
from dialogues.private import Private
from dialogues.problems import DialogueError
from dialogues.refusals import TooManySteps, UnknownFlow
from tests.dialogues.events import at, names, pressed, typed
from tests.dialogues.folders import Folder


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
