"""Say into words."""

from datetime import date
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from dialogues.flows import Flows
from dialogues.loader import load
from dialogues.model import Button, Option, Say, Value
from dialogues.private import Private
from dialogues.render import RenderedButton, always, menu, render, shown_date, shown_list
from dialogues.texts import TextNotFilled, UnknownText
from tests.dialogues.folders import Folder

SENT: dict[str, Value] = {
    "person": Private("Anna"),
    "kinds": ("bullying", "threats", "own_words"),
    "sent_on": "2026-11-26",
    "often": 1,
}


def text(flows: Flows, language: str, **slots: Value) -> str:
    """What utter_sent says."""
    return render(
        flows.texts, Say("utter_sent", {**SENT, **slots}), language, {"term": "2 dagen"}
    ).text.reveal()


def test_slots_dates_lists_and_policy_values_stand_in_the_sentence(small: Flows) -> None:
    assert text(small, "nl") == (
        "Verstuurd aan Anna over Pesten, Bedreiging en own_words op donderdag 26 november. "
        "Binnen 2 dagen. Een keer."
    )
    assert text(small, "en", often=12) == (
        "Sent to Anna about Bullying, Threats and own_words on Thursday 26 November. "
        "Within 2 dagen. 12 times."
    )


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, "over  op"),
        (True, "over yes op"),
        (False, "over no op"),
        ((), "over  op"),
        (("bullying",), "over Pesten op"),
        ((Option("p1", Private("Anna")), Option("p2", Private("Bas"))), "over Anna en Bas op"),
        ("2026-02-31", "over 2026-02-31 op"),
        ("word", "over word op"),
        (Private(""), "over  op"),
        (7, "over 7 op"),
    ],
)
def test_every_kind_of_value_can_be_shown(small: Flows, value: Value, shown: str) -> None:
    assert shown in text(small, "nl", kinds=value)


def test_long_strange_and_tricky_words_come_through_unchanged(small: Flows) -> None:
    for words in (
        "x" * 10_000,
        "{ $note } { -naam } .a = b",
        "\ue0000\ue001 \ue0001\ue001",
        "\u202eomgekeerd",
        "ع",
        "\ud800",
    ):
        assert f"aan {words} over" in text(small, "nl", person=Private(words), kinds=Private("y" * 3_000))


def test_a_message_shows_no_words_when_it_is_printed(small: Flows) -> None:
    assert "Anna" not in repr(render(small.texts, Say("utter_sent", SENT), "nl", {"term": "x"}))


def test_buttons_have_the_words_of_their_language_and_their_own_titles(small: Flows) -> None:
    buttons = (
        Button("/SetSlots(kinds=bullying)", "bullying", chosen=True),
        Button("/SetSlots(kinds=x)", "x", Private("Anna")),
    )
    message = render(small.texts, Say("utter_ask_kinds", buttons=buttons, asks="kinds"), "en")
    assert message.buttons == (
        RenderedButton("✓ Bullying", "/SetSlots(kinds=bullying)", chosen=True),
        RenderedButton("Anna", "/SetSlots(kinds=x)"),
    )
    assert message.asks == "kinds"


def test_always_and_menu_are_buttons_to_wishes(small: Flows) -> None:
    assert always(small, "nl") == (
        RenderedButton("Nu hulp", "/help_now"),
        RenderedButton("Stop", "/stop"),
        RenderedButton("Wis alles", "/wipe"),
    )
    assert [button.title for button in menu(small, "en")] == ["Who are they?", "Language"]


def test_pages_use_the_same_texts(small: Flows) -> None:
    assert small.texts.format("page_title", "nl") == "Open Oor: welkom"
    assert small.texts.format("page_word.long", "en", note=Private("Ann")) == "a warm welcome, Ann"
    assert small.texts.languages == ("en", "nl")


def test_what_is_missing_is_named_and_nothing_falls_back(small: Flows) -> None:
    with pytest.raises(UnknownText, match="no text `utter_hello` in language `fr`"):
        render(small.texts, Say("utter_hello"), "fr")
    with pytest.raises(UnknownText, match="no text `gone` in language `nl`"):
        small.texts.format("gone", "nl")
    with pytest.raises(UnknownText, match=r"no text `page_word\.short` in language `nl`"):
        small.texts.format("page_word.short", "nl")
    with pytest.raises(UnknownText):
        small.texts.entries("fr")
    with pytest.raises(
        TextNotFilled, match="`utter_sent` in language `nl` cannot be filled: term"
    ) as refused:
        render(small.texts, Say("utter_sent", SENT), "nl")
    assert refused.value.blanks == {"term"}
    assert "Anna" not in str(refused.value)


def test_words_can_stand_one_below_the_other_with_their_numbers(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    for language in ("nl", "en"):
        folder.add(f"texts/{language}/more.ftl", "listed =\n    Code:\n    { NUMBERED($words) }\n    End.\n")
    texts = load(folder.home).texts
    for words in ("apple tree", Private("apple tree")):
        assert texts.format("listed", "en", words=words) == "Code:\n1. apple\n2. tree\nEnd."
    tricky = Private("\ue0000\ue001 { $words }")
    assert "1. \ue0000\ue001\n2. {\n" in texts.format("listed", "nl", words=tricky)


def test_a_text_that_fluent_cannot_fill_is_refused(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    for language in ("nl", "en"):
        folder.add(f"texts/{language}/more.ftl", 'odd = { NOSUCH("x") }\n')
    with pytest.raises(TextNotFilled, match="a reference in it"):
        load(folder.home).texts.format("odd", "nl")


def test_an_attribute_without_a_message_is_no_text(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    for language in ("nl", "en"):
        folder.add(f"texts/{language}/more.ftl", "odd =\n    .title = { $note }\n")
    texts = load(folder.home).texts
    assert texts.format("odd.title", "nl", note="x") == "x"
    with pytest.raises(UnknownText):
        texts.format("odd", "nl")


def test_days_and_lists_are_said_as_people_say_them() -> None:
    assert shown_date(date(2026, 11, 26), "nl") == "donderdag 26 november"
    assert shown_date(date(2026, 11, 26), "en") == "Thursday 26 November"
    assert shown_list(["a", "b", "c"], "nl") == "a, b en c"
    assert shown_list(["a", "b", "c"], "en") == "a, b and c"
    assert shown_list(["a", "b"], "pt-BR") == "a e b"


def test_yaml_of_the_small_product_is_ordinary_yaml() -> None:
    folder = Path(__file__).parent / "small"
    assert YAML(typ="safe", pure=True).load((folder / "domain.yml").read_text("utf-8"))["always"]
