"""House rules for every sentence, in both languages (clauses C04, C10, C14; B1, domain facts §8)."""

import re
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from dialogues.guide_files import NO_ROUTE, load_guide
from tests.dialogues.talk import FOLDER, LANGUAGES, flows
from tests.dialogues.wording import Text, texts, texts_of, word_count

MOST_LINES = 6
MOST_WORDS = 18
AVERAGE = 10.0
PASSIVES = 0.05

BANNED: dict[str, dict[str, list[str]]] = YAML(typ="safe", pure=True).load(
    Path(__file__).with_name("banned.yml").read_text("utf-8")
)

PASSIVE = {
    "nl": r"\b(?:wordt|worden|werd|werden|geworden)\b",
    "en": r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?\w+ed\b",
}

EMOJI = re.compile("[\U0001f000-\U0001faff\u2600-\u26ff\u2705\u274c\u2764]")


FOR_STAFF = {"desk.ftl", "hr.ftl", "counsellor_notice.ftl"}
"""Pages for counsellors and HR; they may say "promise nothing"."""


def found(language: str, which: str) -> list[str]:
    """Texts that hold one of these patterns as whole words, names of organisations left out."""
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(BANNED[language][which])})(?!\w)", re.IGNORECASE)
    hits = []
    for text in texts(language):
        if text.file in FOR_STAFF:
            continue
        words = text.words
        for name in BANNED[language]["names"]:
            words = words.replace(name, "")
        hits += [f"{text.file} {text.id}: {match[0]}" for match in pattern.finditer(words)]
    return hits


def said(language: str) -> list[Text]:
    return [text for text in texts(language) if text.said]


@pytest.mark.clause("C04")
@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_is_asked_about_clothing_drink_or_resistance(language: str) -> None:
    assert found(language, "never_asked") == []


@pytest.mark.clause("C10")
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_judges_doubts_or_promises(language: str) -> None:
    assert found(language, "judging") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_has_at_most_six_lines(language: str) -> None:
    long = [f"{text.file} {text.id}" for text in said(language) if text.words.count("\n") >= MOST_LINES]

    assert long == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_long(language: str) -> None:
    long = [
        f"{text.file} {text.id}: {sentence}"
        for text in said(language)
        for sentence in text.sentences
        if word_count(sentence) > MOST_WORDS
    ]

    assert long == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_are_short_on_average(language: str) -> None:
    lengths = [word_count(sentence) for text in said(language) for sentence in text.sentences]

    assert sum(lengths) / len(lengths) <= AVERAGE


@pytest.mark.parametrize("language", LANGUAGES)
def test_few_sentences_are_passive(language: str) -> None:
    sentences = [sentence for text in said(language) for sentence in text.sentences]
    passive = [sentence for sentence in sentences if re.search(PASSIVE[language], sentence, re.IGNORECASE)]

    assert len(passive) / len(sentences) <= PASSIVES, passive


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_has_an_emoji(language: str) -> None:
    assert [text.id for text in texts(language) if EMOJI.search(text.words)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_is_one_question_a_message(language: str) -> None:
    """A second question mark is only for a doubt, or the other half of the same question."""
    asked = [text for text in said(language) if text.id.startswith("utter_ask_")]

    assert [text.id for text in asked if text.words.count("?") > 2] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_buttons_are_short_enough_for_a_phone(language: str) -> None:
    buttons = [text for text in texts(language) if text.id.startswith("utter_") and "." in text.id]

    assert [f"{text.id}: {text.words}" for text in buttons if len(text.words) > 36] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phone_number_in_a_text_is_one_of_the_help_lines(language: str) -> None:
    known = {line.number for line in load_guide(FOLDER).lines}
    numbers = [
        (text.id, number)
        for text in texts(language)
        for number in re.findall(r"\b0\d{2,3}-[\d ]*\d|\b11[23]\b", text.words)
    ]

    assert numbers
    assert [each for each in numbers if each[1] not in known] == []


@pytest.mark.clause("C14")
@pytest.mark.parametrize(
    ("language", "helps", "note"), [("nl", "Kan helpen:", "Let op:"), ("en", "Can help:", "Take note:")]
)
def test_every_option_says_what_can_help_and_what_to_note(language: str, helps: str, note: str) -> None:
    listed = texts_of(language)
    options = [choice.value for choice in flows().slots["option"].choices]
    routes = [option for option in options if option not in NO_ROUTE]

    assert len(routes) >= 9
    for route in routes:
        words = listed[f"utter_option_{route}_weigh"].words
        assert helps in words, route
        assert note in words, route


@pytest.mark.clause("C14")
@pytest.mark.parametrize(("language", "pressing"), [("nl", "je moet"), ("en", "you must")])
def test_the_bot_informs_and_never_presses(language: str, pressing: str) -> None:
    assert pressing in BANNED[language]["judging"]
    assert found(language, "judging") == []
