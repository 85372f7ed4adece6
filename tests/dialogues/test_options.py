"""Options side by side (C14, C16 to C19, C67, C70)."""

import pytest

from dialogues.model import Value
from dialogues.private import Private
from tests.dialogues.paths import GOES_ON, KINDS, OPEN_ANSWERS, begun
from tests.dialogues.talk import LANGUAGES, Talk
from tests.dialogues.wording import texts

ROUTES = (
    "nothing",
    "notes",
    "talk",
    "manager",
    "hr",
    "board",
    "mediation",
    "formal",
    "police",
    "external",
    "care",
)
INFORMAL = {"talk", "manager", "hr", "board", "mediation"}
FORMAL = {"formal", "police"}

HELPS = {"nl": "Kan helpen:", "en": "Can help:"}
MIND = {"nl": "Let op:", "en": "Take note:"}
FACTS = {
    "nl": ("Wat gebeurt er:", "Wie weet het:", "Is je naam nodig:", "Kun je stoppen:", "Hoe lang:"),
    "en": ("What happens:", "Who knows:", "Is your name needed:", "Can you stop:", "How long:"),
}
ADVICE = {"nl": ("je moet", "je kunt het beste"), "en": ("you must", "you should", "you had better")}


def card(route: str, language: str, **facts: Value) -> list[str]:
    """The messages of one card, with its question."""
    found = {
        "action_option_facts": {"option_conflict": False, "alternatives": None, "contact": None, **facts}
    }
    talk = Talk(found, language=language)
    talk.wish("options")
    since = len(talk.said)
    talk.press(route)
    if talk.asked == "about":
        talk.press("rather_not")
    return talk.words(since)


@pytest.mark.clause("C14")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("route", ROUTES)
def test_every_card_says_what_can_help_and_what_to_take_note_of(route: str, language: str) -> None:
    whole = "\n".join(card(route, language))

    assert whole.count(HELPS[language]) == 1
    assert whole.count(MIND[language]) == 1


@pytest.mark.clause("C14")
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_advises_on_what_the_person_is_to_do(language: str) -> None:
    said = [text for text in texts(language) if text.file != "desk.ftl"]

    assert [text.id for text in said for advice in ADVICE[language] if advice in text.words.lower()] == []


@pytest.mark.clause("C16")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("route", ROUTES)
def test_every_card_answers_the_same_five_questions_with_something(route: str, language: str) -> None:
    lines = "\n".join(card(route, language)).splitlines()

    for fact in FACTS[language]:
        answers = [line.removeprefix(fact).strip() for line in lines if line.startswith(fact)]
        assert len(answers) == 1, fact
        assert answers[0]


@pytest.mark.clause("C16")
@pytest.mark.parametrize("kind", [*KINDS, *OPEN_ANSWERS])
def test_every_kind_sees_every_route_and_doing_nothing_is_a_button_like_the_others(kind: str) -> None:
    talk = begun(Talk(), "safe", "possible", "self", kind)
    while talk.asked != "option":
        talk.press(GOES_ON[talk.asked or ""])
    buttons = [button.value for button in talk.said[-1].buttons]

    assert buttons[: len(ROUTES)] == list(ROUTES)
    assert "counsellor" in buttons


@pytest.mark.clause("C16")
def test_looking_at_options_starts_nothing_and_leaves_nothing() -> None:
    talk = Talk()
    talk.wish("options")
    talk.press("police", "more", "external", "more", "enough")

    assert set(talk.ran) == {"action_option_facts", "action_case_status", "action_forget"}
    assert talk.ran[-1] == "action_forget"
    assert talk.state.frames == ()


@pytest.mark.parametrize("route", ROUTES)
def test_after_every_card_choosing_a_counsellor_is_one_press_away(route: str) -> None:
    talk = begun(Talk(), "safe", "possible", "self", "bullying", "several_times", "colleague")
    talk.press(route, "counsellor")

    assert talk.asked == "pick"


@pytest.mark.clause("C17")
@pytest.mark.parametrize("language", LANGUAGES)
def test_about_the_board_another_place_stands_above_the_board(language: str) -> None:
    facts: dict[str, Value] = {
        "option_conflict": True,
        "alternatives": Private("RvT"),
        "contact": Private("Directie"),
    }
    shown = card("board", language, **facts)
    first = {"nl": "past deze mogelijkheid hier minder", "en": "fits less well here"}[language]

    assert first in shown[1]
    assert "RvT" in shown[1]
    assert all("RvT" not in text for text in shown[2:])


@pytest.mark.clause("C18")
@pytest.mark.parametrize("language", LANGUAGES)
def test_about_the_manager_the_direct_manager_is_replaced(language: str) -> None:
    facts: dict[str, Value] = {
        "option_conflict": True,
        "alternatives": None,
        "contact": Private("Teamleider 444"),
    }
    titles = [text.splitlines()[0] for text in card("manager", language, **facts)]
    other = {
        "nl": "Praten met een hogere of andere leidinggevende",
        "en": "Talk to a higher manager or another manager",
    }
    direct = {"nl": "Praten met je leidinggevende", "en": "Talk to your manager"}

    assert other[language] in titles
    assert direct[language] not in titles
    assert "Teamleider 444" not in "\n".join(titles)


@pytest.mark.parametrize(
    ("language", "warning"), [("nl", "P&O werkt voor de werkgever"), ("en", "HR works for")]
)
def test_the_hr_card_warns_for_whom_hr_works(language: str, warning: str) -> None:
    assert warning in "\n".join(card("hr", language))


@pytest.mark.parametrize(
    ("language", "warning"), [("nl", "Zonder je naam kan dit niet"), ("en", "without your name")]
)
def test_the_formal_card_says_that_a_name_is_needed_and_that_open_oor_sends_nothing(
    language: str, warning: str
) -> None:
    whole = "\n".join(card("formal", language))

    assert warning in whole
    assert {"nl": "stuurt zelf nooit iets", "en": "never sends anything"}[language] in whole


@pytest.mark.clause("C67")
@pytest.mark.parametrize("language", LANGUAGES)
def test_informal_and_formal_stand_on_one_screen_and_both_can_be_taken(language: str) -> None:
    talk = Talk(language=language)
    talk.wish("options")
    offered = {button.value for button in talk.said[-1].buttons}

    assert {"nl": "Informeel", "en": "Informal"}[language] in talk.words()[0]
    assert {"nl": "Formeel", "en": "Formal"}[language] in talk.words()[0]
    assert offered >= INFORMAL | FORMAL
    for route, said in (("talk", "utter_option_talk"), ("formal", "utter_option_formal")):
        talk.press(route, *(["rather_not"] if route == "formal" else []))
        assert said in talk.responses
        talk.press("more")
