"""From choosing to sent: presses, what is asked before a yes, and what a yes is (C15, C24, C38, C42)."""

import pytest

from dialogues.model import Option, Value
from dialogues.private import Private
from handlers.domain.introduction import draft
from tests.dialogues.talk import BODIES, LANGUAGES, Talk, flows

FOUND: dict[str, dict[str, Value]] = {
    "action_choose_counsellor": {
        "chosen": True,
        "counsellor": "anna",
        "counsellor_name": Private("Anna de Vries"),
        "reply_by": "2026-11-26",
    },
    "action_draft_introduction": {
        "preview": Private("Het gaat over pesten."),
        "lines": (Option("kind", Private("Het gaat over pesten.")),),
        "marks": None,
    },
    "action_make_code": {"resume_code": Private("appel boom"), "teach_first": 2, "teach_second": 5},
    "action_send_introduction": {"sent": True, "problem": None},
}

SHORTEST = ("safe", "someone", "self", "bullying", "colleague", "any", "no", "yes")


@pytest.mark.clause("C38")
def test_from_the_first_message_to_sent_in_eight_presses_without_typing() -> None:
    talk = Talk(FOUND, channel="telegram")
    talk.wish("start")
    talk.press(*SHORTEST)

    assert "utter_sent" in talk.responses
    assert talk.state.frames == ()


def test_the_shortest_way_leaves_out_no_notice_no_question_and_no_preview() -> None:
    talk = Talk(FOUND, channel="telegram")
    talk.wish("start")
    talk.press(*SHORTEST)
    order = [
        "utter_notice_telegram",
        "utter_ask_in_danger",
        "utter_ask_about",
        "utter_ask_pick",
        "utter_ask_push",
        "utter_preview",
        "utter_ask_send",
        "utter_sent",
    ]

    assert [said for said in talk.responses if said in order] == order
    assert "counsellor" in {b.value for say in talk.said if say.asks == "about" for b in say.buttons}


def test_on_the_web_the_code_and_the_teach_back_come_before_the_yes() -> None:
    talk = Talk(FOUND, channel="web")
    talk.wish("start")
    talk.press("safe", "someone", "self", "bullying", "colleague", "any", "skip", "yes")
    order = ["utter_code", "utter_ask_teach", "utter_teach_skipped", "utter_preview", "utter_sent"]

    assert [said for said in talk.responses if said in order] == order
    assert talk.ran.index("action_make_code") < talk.ran.index("action_send_introduction")
    assert talk.held("resume_code") is None


@pytest.mark.clause("C38")
@pytest.mark.parametrize("presses", range(len(SHORTEST)))
def test_another_language_in_between_changes_nothing_of_the_way(presses: int) -> None:
    talk = Talk(FOUND, channel="telegram")
    talk.wish("start")
    talk.press(*SHORTEST[:presses])
    before = talk.asked
    talk.wish("language")
    talk.press("en")

    assert talk.asked == before
    assert talk.held("language") == "en"
    talk.press(*SHORTEST[presses:])
    assert "utter_sent" in talk.responses


@pytest.mark.parametrize("answer", ["change", "not_now"])
def test_every_answer_but_yes_sends_nothing(answer: str) -> None:
    talk = Talk(FOUND, channel="telegram")
    talk.wish("start")
    talk.press(*SHORTEST[:-1], answer)

    assert "action_send_introduction" not in talk.ran


def test_words_at_the_last_question_are_added_and_shown_and_are_no_yes() -> None:
    talk = Talk(FOUND, channel="telegram")
    talk.wish("start")
    talk.press(*SHORTEST[:-1])
    said = talk.type("Het is vandaag weer gebeurd")

    assert said == ["utter_words_added", "utter_preview", "utter_ask_send"]
    assert talk.held("story") == Private("Het is vandaag weer gebeurd")
    assert "action_send_introduction" not in talk.ran


def test_an_old_yes_button_sends_nothing_after_not_now() -> None:
    talk = Talk(FOUND, channel="telegram")
    talk.wish("start")
    talk.press(*SHORTEST[:-1])
    talk.press("not_now")
    said = talk.type("/SetSlots(send=yes)")

    assert said == ["utter_stale_button", "utter_ask_pause_next"]
    assert "action_send_introduction" not in talk.ran


@pytest.mark.clause("C24")
@pytest.mark.parametrize("gap", ["man", "woman"])
def test_the_picker_always_offers_both_and_a_missing_wish_goes_to_nobody_else(gap: str) -> None:
    offer: dict[str, Value] = {
        "offered": (Option("anna", Private("Anna")),),
        "any_offered": True,
        "offers_man": gap != "man",
        "offers_woman": gap != "woman",
        "roster_gap": gap,
    }
    talk = Talk({**FOUND, "action_offer_counsellors": offer}, channel="telegram")
    talk.wish("start")
    talk.press(*SHORTEST[:5])

    assert f"utter_gap_{gap}" in talk.responses
    assert {"man", "woman"} <= {button.value for button in talk.said[-1].buttons}
    talk.press(gap)
    assert talk.responses[-2:] == [f"utter_no_{gap}", "utter_ask_pick"]
    assert "action_choose_counsellor" not in talk.ran


def test_time_that_went_by_makes_the_last_steps_again_and_keeps_the_words() -> None:
    talk = Talk({**FOUND, "action_send_introduction": {"sent": False, "problem": "expired"}}, channel="web")
    talk.wish("start")
    talk.type("Ik wil dit graag ergens kwijt")
    talk.press("safe", "someone", "self", "bullying", "colleague", "any", "skip", "yes")

    assert talk.asked == "teach"
    assert talk.ran.count("action_make_code") == 2
    assert talk.held("story") == Private("Ik wil dit graag ergens kwijt")


def test_choosing_again_after_a_code_makes_no_second_code() -> None:
    gone: dict[str, Value] = {"sent": False, "problem": "counsellor_gone"}
    talk = Talk({**FOUND, "action_send_introduction": gone}, channel="web")
    talk.wish("start")
    talk.press("safe", "someone", "self", "bullying", "colleague", "any", "skip", "yes", "woman")

    assert talk.asked == "send"
    assert talk.ran.count("action_make_code") == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slot", ["for_whom", "kind", "ground", "topic", "about", "need"])
def test_every_answer_that_goes_along_has_words_of_the_person(slot: str, language: str) -> None:
    texts = flows().texts
    values = [choice.value for choice in flows().slots[slot].choices]
    lines = [
        line
        for value in values
        for line in draft(
            {slot: value, "ground_keep": "keep"}, lambda text: texts.fill(text, language, BODIES[language])
        )
    ]

    assert len({line.text for line in lines}) == len(lines) > 3
    assert all(line.text.endswith(".") for line in lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_several_kinds_and_a_question_outside_the_protocol_have_words_too(language: str) -> None:
    texts = flows().texts
    kinds = tuple(choice.value for choice in flows().slots["kinds"].choices)
    lines = draft(
        {"outside_label": True, "kind": "several", "kinds": kinds}, lambda text: texts.format(text, language)
    )

    assert len(lines) == 1 + len(kinds)
