"""Help, information, menu and language keep the place."""

import re

import pytest

from dialogues.flows import Collect
from dialogues.model import Heard, State, UserSaid
from dialogues.private import Private
from dialogues.texts import Texts
from tests.dialogues.paths import begun
from tests.dialogues.talk import LANGUAGES, Talk, flows
from tests.dialogues.wording import Text, texts_of

INFORMATION = ("who", "what", "privacy", "law", "protocol", "human")


@pytest.mark.parametrize("intent", INFORMATION)
def test_information_keeps_the_place(intent: str) -> None:
    talk = begun(Talk(), "safe", "someone")
    said = talk.wish(intent)

    assert said[-1] == "utter_ask_for_whom"
    assert talk.asked == "for_whom"


@pytest.mark.clause("C02")
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_law_is_one_press_from_the_start_and_names_the_employers_duty(language: str) -> None:
    talk = Talk(language=language)
    talk.wish("start")
    since = len(talk.said)
    talk.wish("law")
    words = talk.words(since)[0].lower()

    assert "law" in talk.flows.menu
    assert re.search(r"de werkgever moet|the employer must", words)
    assert not re.search(r"vertrouwenspersoon|counsellor", words)


@pytest.mark.clause("C44")
@pytest.mark.clause("C56")
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_counsellor_does_lists_every_duty_and_every_non_duty(language: str) -> None:
    talk = Talk(language=language)
    talk.wish("what")
    listed = texts_of(language)
    duties = _tags(listed["utter_what_does"]) | _tags(listed["utter_what_visible"])
    others = _tags(listed["utter_what_does_not"])

    assert talk.responses == ["utter_what_does", "utter_what_visible", "utter_what_does_not"]
    assert duties >= {f"C{number}" for number in range(45, 59)}
    assert others >= {f"C{number}" for number in range(60, 67)}


def _tags(text: Text) -> set[str]:
    found: set[str] = set()
    for first, last in re.findall(r"C(\d\d)(?: to C(\d\d))?", text.comment):
        found |= {f"C{number}" for number in range(int(first), int(last or first) + 1)}
    return found


@pytest.mark.parametrize(
    ("gap", "said"),
    [
        ("man", ["utter_who", "utter_gap_man"]),
        ("woman", ["utter_who", "utter_gap_woman"]),
        ("all", ["utter_who", "utter_gap_all"]),
        ("none", ["utter_who"]),
    ],
)
def test_a_missing_man_or_woman_is_said_honestly(gap: str, said: list[str]) -> None:
    talk = Talk({"action_show_roster": {"roster_text": Private("Anna"), "roster_gap": gap}})

    assert talk.wish("who") == said


def test_without_counsellors_help_outside_is_named() -> None:
    talk = Talk({"action_show_roster": {"roster_text": Private(""), "roster_gap": "all"}})

    assert talk.wish("who") == ["utter_gap_all"]


@pytest.mark.parametrize("choice", ["danger", "suicide", "sexual", "violence", "all"])
def test_help_now_shows_numbers_at_once_and_gives_the_place_back(choice: str) -> None:
    talk = begun(Talk(), "safe", "someone")
    said = talk.wish("help_now")
    talk.press(choice, "back")

    assert said[0] == "utter_help_now"
    assert talk.asked == "for_whom"


@pytest.mark.parametrize("kind", ["danger", "violence", "suicide", "sexual"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_crisis_card_comes_first_says_it_cannot_send_help_and_blocks_nothing(
    kind: str, language: str
) -> None:
    talk = begun(Talk(language=language), "safe", "someone")
    since = len(talk.said)
    said = talk.type("woorden over gevaar en nog wat meer", Heard(crisis=(kind,)))
    card = talk.words(since)[0]

    assert said[0] == f"utter_crisis_{kind}"
    assert re.search(r"geen hulp sturen|cannot send help", card)
    assert len(re.findall(r"\b(?:112|113|0\d{3}-\d{4})\b(?!\.nl)", card)) <= 3
    assert talk.asked == "for_whom"
    assert talk.held("story") == Private("woorden over gevaar en nog wat meer")


@pytest.mark.parametrize(("press", "language"), [("nl", "nl"), ("en", "en"), ("back", "nl")])
def test_the_language_changes_at_any_moment_and_keeps_the_place(press: str, language: str) -> None:
    talk = begun(Talk(), "safe", "someone")
    talk.wish("language")
    talk.press(press)

    assert talk.held("language") == language
    assert talk.asked == "for_whom"


@pytest.mark.parametrize("choice", ["who", "what", "privacy", "law", "protocol", "human", "back"])
def test_the_menu_informs_and_gives_the_place_back(choice: str) -> None:
    talk = begun(Talk(), "safe", "someone")
    talk.wish("menu")
    talk.press(choice)

    assert talk.asked == "for_whom"


def test_the_language_is_in_the_menu_too() -> None:
    talk = begun(Talk(), "safe", "someone")
    talk.wish("menu")
    talk.press("language", "en")

    assert (talk.held("language"), talk.asked) == ("en", "for_whom")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_menu_and_the_buttons_that_are_always_there_have_words(language: str) -> None:
    known: Texts = flows().texts
    names = [f"utter_menu.{name}" for name in flows().menu] + [
        f"utter_always.{name}" for name in flows().always
    ]

    assert all(known.format(name, language) for name in names)


def test_every_open_question_can_be_left_without_an_answer() -> None:
    """A skip, a "don't know", a "rather not" or an equal way out (I9)."""
    ways_out = {
        "skip",
        "unsure",
        "unknown",
        "rather_not",
        "back",
        "no",
        "other",
        "other_topic",
        "enough",
        "done",
        "keep",
    }
    own = ("reception", "scope", "kinds", "doors", "manager", "new", "help")
    questions = [
        step
        for flow in flows().flows.values()
        if flow.file.removeprefix("flows/").removesuffix(".yml") in own
        for step in flow.steps.values()
        if isinstance(step, Collect)
    ]
    closed = [
        step.slot.name
        for step in questions
        if not step.skip
        and not {choice.value for choice in step.slot.choices} & ways_out
        and not step.slot.multi
    ]

    assert questions
    assert closed == []


def test_a_press_of_an_old_button_changes_nothing() -> None:
    talk = begun(Talk(), "safe", "someone")
    before = talk.state
    talk.take(UserSaid(payload="/SetSlots(in_danger=unsafe)"))

    assert talk.state == before
    assert isinstance(before, State)
