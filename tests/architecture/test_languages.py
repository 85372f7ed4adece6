"""A language stands in every place that needs it, or in none; docs/changing.md names the places."""

from bot.places import DIALOGUES
from bot.policy_file import LANGUAGES, STANDARD
from bot.wiring import read_dialogues
from dialogues.understand.data import by_language
from handlers.domain.alias import alias
from handlers.domain.ids import CaseId
from handlers.domain.policy import Policy

EVERY = set(LANGUAGES)


def test_a_policy_can_ask_for_the_languages_that_have_texts_and_for_no_other() -> None:
    assert {folder.name for folder in (DIALOGUES / "texts").iterdir() if folder.is_dir()} == EVERY
    assert set(Policy("").languages) == EVERY


def test_every_language_can_be_chosen_in_the_conversation() -> None:
    slots = read_dialogues().flows.slots
    assert {str(choice.value) for choice in slots["language"].choices} == EVERY
    assert {str(choice.value) for choice in slots["language_choice"].choices} - {"back"} == EVERY
    assert {str(choice.value) for choice in slots["other_language"].choices} == EVERY


def test_every_language_has_its_code_words_its_recogniser_and_the_standard_sentences() -> None:
    assert set(read_dialogues().lists) == EVERY
    for kind in ("choices", "words", "crisis"):
        assert set(by_language(DIALOGUES / "nlu", kind)) >= EVERY, kind
    assert set(STANDARD.people) == set(STANDARD.secrecy_limits) == EVERY


def test_every_language_has_aliases_of_its_own() -> None:
    case = CaseId("0123456789abcdef0123456789abcdef")
    assert len({alias(case, language) for language in EVERY}) == len(EVERY)


def test_help_lines_are_told_in_every_language() -> None:
    for line in read_dialogues().guide.lines:
        assert set(line.name) >= EVERY, line


def test_hr_can_fill_in_and_preview_every_language_in_every_language() -> None:
    texts = read_dialogues().flows.texts
    for shown in EVERY:
        for language in EVERY:
            for name in (f"hr-field-hello-{language}", f"hr-preview-{language}"):
                assert texts.format(name, shown), name
