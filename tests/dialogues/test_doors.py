"""What a counsellor is usually not for, and the door that fits (C59 to C66)."""

import re

import pytest

from dialogues.guide_files import load_guide
from tests.dialogues.paths import KINDS, OUT, TOPICS, begun, walk_on
from tests.dialogues.talk import FOLDER, LANGUAGES, Talk, flows


@pytest.mark.clause("C59")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("topic", TOPICS)
def test_every_door_ends_with_a_counsellor_all_the_same_in_one_press(topic: str, language: str) -> None:
    talk = begun(Talk(OUT, language=language), "safe", "someone", "self", "outside", topic, "no", "no")
    assert f"utter_door_{topic}" in talk.responses
    assert talk.asked == "still"
    assert all(each in talk.words()[-2] for each in ("Binnen", "Buiten"))
    talk.press("yes")

    assert talk.held("outside_label") is True
    assert walk_on(talk)[-1] == "pick"


@pytest.mark.clause("C59")
def test_the_accused_too_find_a_human_outside() -> None:
    talk = Talk()
    talk.wish("accused")

    assert "utter_accused_bodies" in talk.responses


@pytest.mark.clause("C65")
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reorganisation_lists_works_council_and_union_after_the_check_questions(language: str) -> None:
    talk = begun(Talk(OUT, language=language), "safe", "possible", "self", "outside", "reorganisation")
    assert talk.asked == "check_repeats"
    talk.press("no")
    assert talk.asked == "check_identity"
    talk.press("no")
    words = "\n".join(talk.words())
    doors = load_guide(FOLDER).topics["reorganisation"]

    assert re.search(r"\bOR\b|works council", words)
    assert re.search(r"vakbond|union", words)
    assert "or" in doors.inside
    assert "vakbond" in doors.outside


@pytest.mark.clause("C64")
@pytest.mark.parametrize("answers", [("yes", "no"), ("no", "yes"), ("unsure", "unsure")])
def test_a_conflict_that_may_be_more_goes_on_to_a_counsellor(answers: tuple[str, str]) -> None:
    talk = begun(Talk(), "safe", "someone", "self", "outside", "labour_conflict", *answers)

    assert "utter_scope_in" in talk.responses
    assert walk_on(talk)[-1] == "pick"
    assert talk.held("outside_label") in {None, False}


def test_another_topic_puts_the_check_questions_again() -> None:
    talk = begun(
        Talk(OUT), "safe", "someone", "self", "outside", "policy", "no", "no", "other_topic", "health"
    )

    assert talk.asked == "check_repeats"


def test_an_integrity_matter_is_warned_about_before_any_question() -> None:
    talk = begun(Talk(), "safe", "someone", "self", "outside", "integrity")

    assert talk.responses[-2:] == ["utter_card_integrity", "utter_ask_check_repeats"]


def test_every_topic_and_every_kind_has_help_outside() -> None:
    guide = load_guide(FOLDER)
    topics = flows().slots["topic"].choices

    assert {choice.value for choice in topics} == set(guide.topics)
    assert all(doors.outside for doors in guide.topics.values())
    assert all(guide.fitting(kind) for kind in (*KINDS, *TOPICS, "accused", "danger", "suicide", "any"))


def test_a_line_that_nobody_checked_has_no_day_of_checking() -> None:
    guide = load_guide(FOLDER)

    assert all(line.source for line in guide.lines)
    assert not [line.id for line in guide.lines if line.source == "not checked" and line.verified_on]
