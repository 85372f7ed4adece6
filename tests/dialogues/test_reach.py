"""From every state of every flow a person is near: their contact data, and the way to write to one (C09)."""

from dataclasses import replace
from types import MappingProxyType

import pytest

from dialogues.engine import advance
from dialogues.flows import Collect, Flows
from dialogues.graph import MAX_PRESSES, check_reach
from dialogues.model import ActionDone, Event, Frame, RunAction, Say, State, UserSaid
from tests.dialogues.talk import FOUND, flows

CONTACT_DATA, WRITES = frozenset({"who", "human"}), frozenset({"introduction"})
STATES = [
    (flow.id, step.id)
    for flow in flows().flows.values()
    for step in flow.steps.values()
    if isinstance(step, Collect)
]


def only(humans: frozenset[str]) -> Flows:
    """The product's flows, in which nothing but these flows counts as a person."""
    plain = {
        flow.id: replace(
            flow,
            steps=MappingProxyType({step.id: replace(step, human=False) for step in flow.steps.values()}),
        )
        for flow in flows().flows.values()
    }
    return replace(flows(), flows=plain, human_flows=humans)


@pytest.mark.clause("C09")
@pytest.mark.parametrize("humans", [CONTACT_DATA, WRITES])
def test_contact_data_and_writing_are_each_at_most_three_presses_from_every_question(
    humans: frozenset[str],
) -> None:
    assert MAX_PRESSES == 3
    assert check_reach(only(humans)) == []


@pytest.mark.clause("C09")
def test_the_check_looks_at_every_question_there_is() -> None:
    cut_off = replace(only(frozenset({"pattern_session_start"})), menu=())

    assert len(check_reach(cut_off)) > len(STATES) / 2
    assert {each.file for each in check_reach(cut_off)} >= {"flows/options.yml", "flows/doors.yml"}


@pytest.mark.clause("C09")
@pytest.mark.parametrize("place", STATES, ids=lambda place: f"{place[0]}:{place[1]}")
def test_at_every_question_one_press_shows_how_to_reach_a_person_without_the_chat(
    place: tuple[str, str],
) -> None:
    state = State((Frame(*place),), {**flows().initial, "channel": "web", "language": "nl"})
    said: list[str] = []
    event: Event = UserSaid(payload="/human")
    while True:
        state, effects = advance(flows(), state, event)
        said += [effect.response for effect in effects if isinstance(effect, Say)]
        last = effects[-1]
        if not isinstance(last, RunAction):
            break
        event = ActionDone(last.action, FOUND.get(last.action, {}))

    assert "utter_who" in said
    assert "utter_human" in said
    assert (state.frames[-1].flow, state.frames[-1].step) == place  # and the question stands there still
