"""Accused, manager, witness and new colleague."""

import re

import pytest

from dialogues.engine import expects
from dialogues.flows import Collect
from tests.dialogues.paths import GOES_ON, begun
from tests.dialogues.talk import LANGUAGES, Talk, flows


@pytest.mark.clause("C61")
def test_the_accused_are_asked_nothing_and_nothing_is_kept() -> None:
    by_menu, by_question = Talk(), begun(Talk(), "safe", "unsure")
    by_menu.wish("accused")
    by_question.press("accused")

    for talk in (by_menu, by_question):
        own = [say for say in talk.said if say.response.startswith("utter_accused")]
        assert not any(say.asks for say in own)
        assert talk.ran[-1] == "action_forget"
        assert talk.responses[-1] == "utter_accused_fresh"
        assert expects(talk.flows, talk.state) is None
        assert talk.state.frames == ()


@pytest.mark.clause("C61")
def test_the_reply_to_the_accused_reads_no_case() -> None:
    own = flows().flows["accused"]
    actions = [step.action for step in own.steps.values() if hasattr(step, "action")]

    assert actions == ["action_accused_bodies", "action_forget"]
    assert all(len(step.ways) <= 1 for step in own.steps.values())
    assert not any(isinstance(step, Collect) for step in own.steps.values())


@pytest.mark.clause("C61")
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_accused_can_start_afresh_for_themselves(language: str) -> None:
    talk = Talk(language=language)
    talk.wish("accused")
    buttons = [button.payload for button in talk.said[-1].buttons]
    words = "\n".join(talk.words())

    assert buttons == ["/start"]
    assert "113" in words
    assert not re.search(r"dader|beschuldig|perpetrator|offender", words, re.IGNORECASE)


def test_a_witness_reaches_a_counsellor_without_naming_anybody() -> None:
    talk = Talk()
    talk.wish("witness")
    talk.press("safe", "unknown", "rather_not", "counsellor")

    assert talk.asked == "pick"
    assert talk.held("for_whom") == "witness"
    assert "utter_witness" in talk.responses


@pytest.mark.parametrize(("press", "reaches"), [("counsellor", "pick"), ("self", "option")])
def test_a_manager_finds_a_counsellor_or_a_place_for_themselves(press: str, reaches: str) -> None:
    talk = Talk()
    talk.wish("manager")
    talk.press(press)
    while talk.asked not in {"pick", "option"}:
        talk.press({"kind": "unknown", **GOES_ON}[talk.asked or ""])

    assert talk.asked == reaches


def test_a_new_colleague_knows_who_what_and_secrecy_within_three_presses() -> None:
    talk = Talk()
    talk.wish("new")
    talk.press("what", "secrecy")

    assert [each for each in ("utter_who", "utter_what_does", "utter_secrecy") if each in talk.responses] == [
        "utter_who",
        "utter_what_does",
        "utter_secrecy",
    ]
    assert talk.state.frames == ()
