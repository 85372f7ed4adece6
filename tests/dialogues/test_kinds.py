"""The kinds and their cards (C03 to C08)."""

import pytest

from dialogues.private import Private
from tests.dialogues.paths import GOES_ON, KINDS, OPEN_ANSWERS, begun, walk_on
from tests.dialogues.talk import Talk


@pytest.mark.clause("C03")
@pytest.mark.parametrize("kind", [*KINDS, *OPEN_ANSWERS])
@pytest.mark.parametrize("need", ["someone", "possible", "unsure"])
def test_every_answer_leads_to_choosing_a_counsellor(kind: str, need: str) -> None:
    talk = begun(Talk(), "safe", need, "self", kind)
    while talk.asked not in {"pick", "option"}:
        talk.press(GOES_ON[talk.asked or ""])
    if need != "someone":
        assert talk.asked == "option"
        talk.press("counsellor")

    assert talk.asked == "pick"
    assert talk.held("kind") == kind


@pytest.mark.clause("C03")
def test_more_than_one_kind_keeps_all_that_were_chosen() -> None:
    talk = begun(Talk(), "safe", "someone", "self", "several", "bullying", "discrimination", "sexual")
    talk.press("sexual", "done")
    walk_on(talk)

    assert talk.held("kinds") == ("bullying", "discrimination")


@pytest.mark.clause("C04")
def test_within_seven_days_the_number_comes_before_any_further_question() -> None:
    talk = begun(Talk(), "safe", "someone", "self", "sexual")
    since = len(talk.said)
    talk.press("yes")
    asking = next(at for at, say in enumerate(talk.said[since:]) if say.asks)

    assert any("0800-0188" in words for words in talk.words(since)[:asking])


@pytest.mark.clause("C04")
def test_who_skips_the_seven_days_is_never_asked_or_shown_again() -> None:
    talk = begun(Talk(), "safe", "possible", "self", "several", "sexual", "bullying", "done", "skip")
    talk.press("colleague")
    talk.wish("introduce")
    walk_on(talk)

    assert talk.responses.count("utter_ask_recent") == 1
    assert "utter_card_csg" not in talk.responses


@pytest.mark.clause("C04")
def test_skip_holds_when_the_same_kind_is_chosen_again() -> None:
    talk = begun(Talk(), "safe", "possible", "self", "sexual", "skip", "colleague")
    talk.wish("witness")
    talk.press("sexual")

    assert talk.asked != "recent"
    assert talk.responses.count("utter_ask_recent") == 1


@pytest.mark.clause("C05")
def test_bullying_that_happened_once_goes_on_to_the_options() -> None:
    talk = begun(Talk(), "safe", "possible", "self", "bullying", "once")
    assert "utter_once_counts" in talk.responses
    talk.press("colleague")

    assert talk.asked == "option"


@pytest.mark.clause("C05")
def test_the_private_note_is_offered_and_held_nowhere() -> None:
    talk = begun(Talk(), "safe", "possible", "self", "bullying")
    texts_held = [name for name, value in talk.state.slots.items() if isinstance(value, Private)]

    assert "utter_note_for_yourself" in talk.responses
    assert texts_held == []


@pytest.mark.clause("C06")
@pytest.mark.parametrize("answer", ["skip", "unknown"])
def test_the_ground_of_discrimination_is_never_required(answer: str) -> None:
    talk = begun(Talk(), "safe", "someone", "self", "discrimination", answer)

    assert talk.asked == "about"


@pytest.mark.clause("C06")
def test_a_ground_that_is_wiped_is_gone() -> None:
    talk = begun(Talk(), "safe", "someone", "self", "discrimination", "religion")
    assert talk.held("ground") == "religion"
    talk.press("wipe")

    assert "religion" not in [value for value in talk.state.slots.values() if isinstance(value, str)]
    assert talk.held("ground") is None


@pytest.mark.clause("C06")
@pytest.mark.parametrize("answers", [("discrimination",), ("several", "bullying", "discrimination", "done")])
def test_both_outside_routes_appear_with_discrimination(answers: tuple[str, ...]) -> None:
    talk = begun(Talk(), "safe", "someone", "self", *answers)
    words = "\n".join(talk.words())

    assert "Discriminatie.nl" in words
    assert "mensenrechten.nl" in words


@pytest.mark.clause("C07")
@pytest.mark.parametrize("kind", ["aggression", "violence"])
@pytest.mark.parametrize("intent", ["start", "witness", "introduce"])
def test_for_aggression_and_violence_safety_is_asked_before_every_other_question(
    kind: str, intent: str
) -> None:
    talk = Talk()
    talk.wish(intent)
    assert talk.asked == "in_danger"
    answers = {"in_danger": "safe", "need": "someone", "for_whom": "self", "kind": kind}
    while talk.asked in answers:
        talk.press(answers[talk.asked])
    questions = [say.asks for say in talk.said if say.asks]

    assert questions[0] == "in_danger"


@pytest.mark.clause("C07")
@pytest.mark.parametrize("answers", [("aggression",), ("violence",), ("several", "aggression", "done")])
def test_safety_that_was_skipped_is_asked_again_before_the_next_question(answers: tuple[str, ...]) -> None:
    talk = begun(Talk(), "skip", "someone", "self", *answers)

    assert talk.asked == "in_danger"
    assert talk.said[-1].response == "utter_ask_in_danger_again"


@pytest.mark.clause("C07")
@pytest.mark.parametrize("about", ["customer", "outsider"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_customer_or_somebody_from_outside_is_in_scope(kind: str, about: str) -> None:
    talk = begun(Talk(), "safe", "someone", "self", kind)
    while talk.asked != "about":
        talk.press(GOES_ON[talk.asked or ""])
    talk.press(about)

    assert "utter_outsider_counts" in talk.responses
    assert talk.asked == "pick"


def test_violence_names_doctor_victim_support_and_police_as_a_choice() -> None:
    words = "\n".join(begun(Talk(), "safe", "someone", "self", "violence").words())

    assert all(each in words for each in ("huisarts", "0900-0101", "0900-8844", "Het hoeft niet"))


def test_an_intimate_picture_and_a_talk_with_the_police_are_offered_not_pushed() -> None:
    words = "\n".join(begun(Talk(), "safe", "someone", "self", "sexual", "no").words())

    assert "Helpwanted.nl" in words
    assert "het hoeft niet" in words
