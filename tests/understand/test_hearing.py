"""Typed words at a question and anywhere: per language, in YAML, with what must not be heard."""

from collections.abc import Iterator

import pytest

from dialogues.model import Expectation
from dialogues.private import Private
from tests.understand.reading import examples, recogniser

LANGUAGES = ("nl", "en")


def expectation(language: str, slot: str) -> Expectation:
    question = examples(f"utterances_{language}.yml")["choices"][slot]
    return Expectation(slot, tuple(question["choices"]), bool(question.get("own_words")))


def answers() -> Iterator[tuple[str, str, str, str | None]]:
    for language in LANGUAGES:
        for slot, question in examples(f"utterances_{language}.yml")["choices"].items():
            for value, lines in question["hears"].items():
                yield from ((language, slot, line, value) for line in lines)
            yield from ((language, slot, line, None) for line in question.get("not_heard", ()))


def wishes() -> Iterator[tuple[str, str, str | None]]:
    for language in LANGUAGES:
        content = examples(f"utterances_{language}.yml")
        for intent, lines in content["intents"].items():
            yield from ((language, line, intent) for line in lines)
        yield from ((language, line, None) for line in content["no_intent"])


@pytest.mark.parametrize(("language", "slot", "line", "value"), list(answers()))
def test_a_typed_answer_is_the_choice_it_names_or_none(
    language: str, slot: str, line: str, value: str | None
) -> None:
    assert recogniser().hear(Private(line), language, expectation(language, slot)).choice == value


@pytest.mark.parametrize(("language", "line", "intent"), list(wishes()))
def test_a_wish_is_heard_everywhere_and_a_story_about_it_is_not(
    language: str, line: str, intent: str | None
) -> None:
    assert recogniser().hear(Private(line), language, None).intent == intent
    other = "en" if language == "nl" else "nl"
    assert recogniser().hear(Private(line), other, None).intent == intent  # people switch language


def test_stop_wipe_and_help_go_before_a_choice_unless_the_question_offers_them() -> None:
    hear = recogniser().hear
    send = Expectation("send", ("yes", "change", "not_now"), own_words=False)
    heard = hear(Private("stop"), "nl", send)
    assert (heard.choice, heard.intent) == (None, "stop")
    offered = Expectation("witness_mine", ("yes", "stop"), own_words=False)
    heard = hear(Private("stop"), "nl", offered)
    assert (heard.choice, heard.intent) == ("stop", None)


def test_a_question_about_the_boss_is_no_answer_to_who_the_other_is() -> None:
    about = Expectation("about", ("colleague", "manager"), own_words=False)
    heard = recogniser().hear(Private("weet mijn baas dit?"), "nl", about)
    assert (heard.choice, heard.intent) == (None, "who_reads")
    assert recogniser().hear(Private("het is mijn baas"), "nl", about).choice == "manager"


def test_a_stop_that_is_also_an_answer_is_a_stop() -> None:
    skip = Expectation("teach", ("skip",), own_words=True)
    assert recogniser().hear(Private("hou op"), "nl", skip).intent == "stop"
    done = Expectation("story_next", ("enough", "possible"), own_words=True)
    heard = recogniser().hear(Private("im done"), "en", done)
    assert (heard.choice, heard.intent) == (None, "stop")


def test_another_wish_comes_after_the_choice_of_the_question() -> None:
    topic = Expectation("topic", ("policy", "data_privacy"), own_words=False)
    heard = recogniser().hear(Private("privacy"), "nl", topic)
    assert (heard.choice, heard.intent) == ("data_privacy", None)


def test_a_number_chooses_only_where_there_is_something_to_choose() -> None:
    hear = recogniser().hear
    assert hear(Private("1"), "nl", Expectation("teach", ("skip",), own_words=True)).choice is None
    offered = Expectation("counsellor", ("c_a1", "c_b2"), own_words=False)
    assert hear(Private("2"), "nl", offered).choice == "c_b2"
    assert hear(Private("c_a1"), "nl", offered).choice == "c_a1"
    assert hear(Private("0"), "nl", offered).choice is None
    assert hear(Private("123"), "nl", offered).choice is None


def test_an_answer_in_the_other_language_counts_when_it_is_the_whole_answer() -> None:
    push = Expectation("push", ("yes", "no"), own_words=False)
    assert recogniser().hear(Private("nee hoor"), "en", push).choice == "no"
    assert recogniser().hear(Private("nope not now"), "fr", push).choice is None


def test_nothing_is_a_choice_where_nothing_is_asked() -> None:
    assert recogniser().hear(Private("ja"), "nl", None).choice is None
    assert recogniser().hear(Private("ja"), "nl", Expectation("story", (), own_words=True)).choice is None


def test_when_words_fit_two_choices_without_a_safe_side_none_is_taken() -> None:
    kind = Expectation("kind", ("sexual", "bullying"), own_words=False)
    assert recogniser().hear(Private("pesten en seks"), "nl", kind).choice is None
    keep = Expectation("ground_keep", ("keep", "wipe"), own_words=False)
    assert recogniser().hear(Private("bewaar"), "nl", keep).choice == "keep"
