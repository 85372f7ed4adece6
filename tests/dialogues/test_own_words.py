"""Own words become a question, never a verdict."""

import pytest

from dialogues.model import Expectation, Heard, Value
from dialogues.private import Private
from tests.dialogues.paths import KINDS, TOPICS, begun
from tests.dialogues.talk import LANGUAGES, Talk
from tests.understand.reading import recogniser


def guessed(sureness: str, *labels: str) -> dict[str, dict[str, Value]]:
    found = dict(zip(("guess", "guess2", "guess3"), (*labels, None, None), strict=False))
    return {"action_understand": {**found, "sureness": sureness}}


@pytest.mark.parametrize("sureness", ["sure", "three"])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("press", "place"), [("yes", 0), ("second", 1), ("third", 2)])
def test_a_guess_is_a_question_and_only_a_yes_makes_it_the_kind(
    sureness: str, kind: str, press: str, place: int
) -> None:
    labels = ["policy", "accused", "integrity"]
    labels[place] = kind
    talk = begun(Talk(guessed(sureness, *labels)), "safe", "someone", "self")
    talk.type("hij deed het weer waar iedereen bij was")
    assert talk.asked == "guess_ok"
    talk.press("first" if (sureness, press) == ("three", "yes") else press)

    assert talk.held("kind") == kind


@pytest.mark.parametrize("topic", [topic for topic in TOPICS if topic not in {"health", "data_privacy"}])
@pytest.mark.parametrize(("press", "place"), [("yes", 0), ("second", 1), ("third", 2)])
def test_a_guess_outside_the_kinds_leads_to_the_check_questions(topic: str, press: str, place: int) -> None:
    labels = ["bullying", "accused", "sexual"]
    labels[place] = topic
    talk = begun(Talk(guessed("sure", *labels)), "safe", "someone", "self")
    talk.type("mijn contract loopt af en niemand zegt iets")
    talk.press(press)

    assert (talk.held("topic"), talk.asked) == (topic, "check_repeats")


@pytest.mark.parametrize(("press", "place"), [("first", 0), ("second", 1), ("third", 2)])
def test_accused_is_only_believed_after_a_yes(press: str, place: int) -> None:
    labels = ["bullying", "policy", "sexual"]
    labels[place] = "accused"
    talk = begun(Talk(guessed("three", *labels)), "safe", "someone", "self")
    talk.type("ze zeggen dat ik iets heb gedaan")
    assert "action_forget" not in talk.ran
    talk.press(press)

    assert talk.ran[-1] == "action_forget"


@pytest.mark.parametrize(
    "found", [guessed("unsure", "bullying"), guessed("sure", "smalltalk"), guessed("sure"), guessed("three")]
)
def test_words_that_are_not_understood_are_kept_and_the_kind_is_asked(
    found: dict[str, dict[str, Value]],
) -> None:
    talk = begun(Talk(found), "safe", "someone", "self")
    talk.type("het is lastig om uit te leggen")

    assert talk.asked == "kind"
    assert talk.held("story") == Private("het is lastig om uit te leggen")


@pytest.mark.parametrize("said", ["ja", "ja klopt", "klopt", "yes"])
def test_a_yes_to_three_equal_guesses_names_none_of_them(said: str) -> None:
    talk = begun(Talk(guessed("three", "accused", "bullying", "sexual")), "safe", "someone", "self")
    talk.type("ze plaatsen me over sinds ik het heb gemeld")
    offered = [button.payload for button in talk.said[-1].buttons]
    choices = tuple(payload.rpartition("=")[2].rstrip(")") for payload in offered)
    assert choices == ("first", "second", "third", "other")
    question = Expectation(slot="guess_ok", choices=choices, own_words=False)
    assert recogniser().hear(Private(said), "nl", question).choice is None
    assert recogniser().hear(Private("1"), "nl", question).choice == "first"
    assert "action_forget" not in talk.ran


@pytest.mark.parametrize("press", ["other", "first"])
def test_none_of_the_guesses_brings_the_buttons_back(press: str) -> None:
    talk = begun(Talk(guessed("three", "smalltalk", "bullying")), "safe", "someone", "self")
    talk.type("het is lastig om uit te leggen")
    talk.press(press)

    assert talk.asked == "kind"


@pytest.mark.parametrize("guess", [*KINDS, "policy", "accused", "smalltalk", None])
@pytest.mark.parametrize("sureness", ["sure", "three", "unsure"])
def test_who_told_a_story_is_asked_whether_the_kind_is_right_only_when_that_is_sure(
    guess: str | None, sureness: str
) -> None:
    talk = Talk(guessed(sureness, *[guess] if guess else []))
    talk.type("hij doet het elke dag weer")
    talk.press("safe", "someone", "self")
    recognised = sureness == "sure" and guess in KINDS

    assert talk.asked == ("guess_ok" if recognised else "kind")
    assert talk.held("kind") is None


def test_who_told_nothing_is_asked_the_kind_without_reading_anything() -> None:
    talk = begun(Talk(guessed("sure", "bullying")), "safe", "someone", "self")

    assert talk.asked == "kind"
    assert "action_understand" not in talk.ran


def test_a_witness_who_told_is_asked_about_the_guess_too() -> None:
    talk = Talk(guessed("sure", "bullying"))
    talk.type("ik zie dat zij elke dag wordt uitgelachen")
    talk.press("safe", "someone", "witness")

    assert talk.asked == "guess_ok"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_guess_never_says_that_it_is_so(language: str) -> None:
    talk = begun(Talk(guessed("sure", "bullying"), language=language), "safe", "someone", "self")
    talk.type("hij lacht me elke dag uit")
    words = talk.words()[-1]

    assert ("kan passen bij pesten" in words) or ("may fit bullying" in words)
    assert words.endswith("?")


@pytest.mark.parametrize("intent", ["privacy", None])
def test_what_is_typed_in_a_rehearsal_is_kept_nowhere_also_with_a_wish_in_it(intent: str | None) -> None:
    talk = Talk()
    talk.wish("new")
    talk.press("rehearse")
    said = talk.type("wie leest dit eigenlijk allemaal als ik hier iets typ", Heard(intent=intent))
    assert said[0] == "utter_rehearsal_typed"
    assert talk.held("story") is None
