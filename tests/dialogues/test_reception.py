"""Notice, safety, need and story: the way in (C10, C45, C46)."""

import re

import pytest

from dialogues.model import Option, Value
from dialogues.private import Private
from tests.dialogues.paths import GOES_ON, KINDS, begun
from tests.dialogues.talk import LANGUAGES, TERMS, Talk
from tests.dialogues.wording import Text, texts, texts_of


@pytest.mark.parametrize("channel", ["web", "telegram", "rest", "terminal"])
def test_the_notice_and_the_limits_of_secrecy_come_before_the_first_question(channel: str) -> None:
    talk = Talk(channel=channel)
    talk.wish("start")

    assert talk.responses[0] == ("utter_notice_telegram" if channel == "telegram" else "utter_notice")
    assert talk.responses[1:] == ["utter_reception", "utter_ask_in_danger"]
    assert TERMS["secrecy_limits"] in talk.words()[0]


@pytest.mark.parametrize("intent", ["start", "witness", "manager", "introduce"])
def test_every_way_into_a_story_begins_with_the_notice(intent: str) -> None:
    talk = Talk()

    assert talk.wish(intent)[0] == "utter_notice"


@pytest.mark.parametrize("intent", ["start", "witness", "introduce"])
def test_are_you_safe_is_asked_before_anything_about_what_happened(intent: str) -> None:
    talk = Talk()
    talk.wish(intent)

    assert talk.asked == "in_danger"


CHOSEN: dict[str, dict[str, Value]] = {
    "action_choose_counsellor": {
        "chosen": True,
        "counsellor": "anna",
        "counsellor_name": Private("Anna"),
        "reply_by": "2026-11-26",
    },
    "action_draft_introduction": {
        "preview": Private("Het past bij pesten."),
        "lines": (Option("kind", Private("Het past bij pesten.")),),
        "marks": None,
    },
    "action_send_introduction": {
        "sent": True,
        "counsellor_name": Private("Anna"),
        "reply_by": "2026-11-26",
    },
}


def test_from_start_to_sent_on_telegram_is_eight_presses_that_skip_nothing_needed() -> None:
    talk = Talk(CHOSEN, channel="telegram")
    talk.wish("start")
    talk.press("safe", "someone", "self", "bullying", "colleague", "any", "no", "yes")
    questions = [say.asks for say in talk.said if say.asks]

    assert "action_send_introduction" in talk.ran
    assert "utter_sent" in talk.responses
    assert questions[:1] == ["in_danger"]
    assert {"about", "push", "send"} <= set(questions)
    assert "utter_notice_telegram" in talk.responses
    assert {button.value for say in talk.said for button in say.buttons if say.asks == "about"} >= {
        "counsellor"
    }


@pytest.mark.parametrize("kind", [*KINDS, "other", "unknown", "rather_not"])
def test_no_kind_takes_more_than_ten_presses_from_start_to_sent_on_telegram(kind: str) -> None:
    talk = Talk(CHOSEN, channel="telegram")
    talk.wish("start")
    presses = 0
    answers = {
        "need": "someone",
        "for_whom": "self",
        "kind": kind,
        "pick": "any",
        "push": "no",
        "send": "yes",
    }
    while talk.asked:
        talk.press({**GOES_ON, **answers, "in_danger": "safe"}[talk.asked])
        presses += 1

    assert "utter_sent" in talk.responses
    assert presses <= 10


@pytest.mark.parametrize("answer", ["unsafe", "unsure"])
def test_danger_shows_numbers_and_never_blocks(answer: str) -> None:
    talk = begun(Talk(), answer)

    assert "112" in "\n".join(talk.words())
    assert talk.asked == "need"


def test_words_typed_before_anything_else_are_kept_as_the_story() -> None:
    talk = Talk()
    said = talk.type("mijn collega lacht me elke dag uit")
    talk.press("safe", "story")

    assert said == ["utter_notice", "utter_reception", "utter_ask_in_danger"]
    assert talk.held("story") == Private("mijn collega lacht me elke dag uit")
    assert talk.asked == "story_next"


def test_a_new_start_asks_everything_again_and_keeps_the_words() -> None:
    talk = begun(Talk(), "safe", "story")
    talk.type("er gebeurde iets op het werk")
    said = talk.wish("start")

    assert said == ["utter_notice", "utter_reception", "utter_ask_in_danger"]
    assert talk.held("need") is None
    assert talk.held("story") == Private("er gebeurde iets op het werk")


@pytest.mark.parametrize("status", ["waiting", "open", "declined"])
def test_who_has_a_case_is_told_how_it_is_instead_of_starting_again(status: str) -> None:
    talk = Talk({"action_case_status": {"case_status": status, "counsellor_name": Private("Anna")}})
    talk.wish("start")

    assert "utter_notice" not in talk.responses
    assert not {"in_danger", "need"} & {talk.asked}


@pytest.mark.clause("C45")
def test_reception_listens_asks_needs_validates_and_thinks_of_safety_and_support() -> None:
    tags = {tag for text in texts("nl") for tag in _lives(text)}
    shown = [texts_of("nl")[response] for response in _reception().responses if response.startswith("utter")]

    assert tags == {"listen", "needs", "validate", "safety", "support"}
    assert {tag for text in shown for tag in _lives(text)} == tags


@pytest.mark.clause("C45")
def test_stopping_after_reception_keeps_nothing() -> None:
    talk = _reception()
    talk.press("enough")
    talk.press(*(value for value in ("now",) if talk.asked == "stop_how"))

    assert talk.ran[-1] == "action_forget"
    assert talk.state.frames == ()


def _reception() -> Talk:
    talk = begun(Talk(), "safe", "story")
    talk.type("ik wil dit een keer kwijt")
    return talk


def _lives(text: Text) -> list[str]:
    found = re.search(r"LIVES: (.*)", text.comment)
    return found[1].split(", ") if found else []


@pytest.mark.clause("C46")
def test_only_telling_a_story_brings_no_options_and_no_questions_about_it() -> None:
    talk = begun(Talk(), "safe", "story")
    for part in ("het begon in maart", "toen ik net begon", "sindsdien gaat het slecht met mij"):
        talk.type(part)

    assert set(talk.responses[4:]) <= {
        "utter_ask_story",
        "utter_story_thanks",
        "utter_ask_story_next",
        "utter_ask_story_more",
    }
    assert "options" not in {talk.state.flow}


@pytest.mark.clause("C10")
def test_the_first_three_messages_ask_no_name_date_or_proof() -> None:
    for language in LANGUAGES:
        talk = begun(Talk(language=language), "safe")
        asked = " ".join(
            sentence
            for text in talk.words()[:3]
            for sentence in re.findall(r"[^.?!]*\?", text)
            if not sentence.strip().startswith(("Meer weten", "Want to know"))
        ).lower()
        pressed = " ".join(button.value for say in talk.said[:3] for button in say.buttons)

        assert "?" in asked
        assert not re.search(r"naam|name|heet|wanneer|when|datum|date|bewijs|proof", asked + pressed)


@pytest.mark.clause("C10")
@pytest.mark.parametrize("question", ["need", "for_whom", "kind", "about"])
def test_a_long_story_in_many_parts_stays_whole_and_in_order(question: str) -> None:
    ways = {"need": (), "for_whom": ("someone",), "kind": ("someone", "self")}
    talk = begun(Talk(), "safe", *ways.get(question, ("someone", "self", "bullying")))
    parts = [f"deel {number} " + "en toen gebeurde er weer iets " * 140 for number in range(30)]
    for part in parts:
        talk.type(part)
    held = talk.held("story")

    assert isinstance(held, Private)
    assert held.reveal() == "\n".join(part.strip() for part in parts)
