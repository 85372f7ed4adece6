"""What own words may be about, and the hints of danger in them."""

import socket
import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dialogues.private import Private
from dialogues.understand import LABELS
from dialogues.understand.alarm import KINDS
from dialogues.understand.data import IN_SCOPE
from tests.understand.reading import examples, recogniser

LANGUAGES = ("nl", "en")


def told(*, in_scope: bool) -> Iterator[tuple[str, str, str]]:
    for language in LANGUAGES:
        for label, lines in examples(f"fresh_{language}.yml")["scope"].items():
            if label != "none" and (label in IN_SCOPE) is in_scope:
                yield from ((language, label, line) for line in lines)


def vague() -> Iterator[tuple[str, str]]:
    for language in LANGUAGES:
        yield from ((language, line) for line in examples(f"fresh_{language}.yml")["scope"]["none"])


def dangers() -> Iterator[tuple[str, str]]:
    for language in LANGUAGES:
        yield from ((kind, line) for kind, line in examples(f"fresh_{language}.yml")["crisis"]["found"])


def figures_of_speech() -> Iterator[str]:
    for language in LANGUAGES:
        yield from examples(f"fresh_{language}.yml")["crisis"]["not_found"]


@pytest.mark.parametrize(("language", "label", "line"), list(told(in_scope=True)))
def test_whom_a_counsellor_is_for_is_shown_the_way_and_the_label_is_among_three(
    language: str, label: str, line: str
) -> None:
    suggestion = recogniser().suggest(Private(line), language)
    assert suggestion.offer_in_scope
    assert label in [name for name, _ in suggestion.scope[:3]]


@pytest.mark.parametrize(("language", "label", "line"), list(told(in_scope=False)))
def test_what_belongs_elsewhere_has_its_label_among_three(language: str, label: str, line: str) -> None:
    assert label in [name for name, _ in recogniser().suggest(Private(line), language).scope[:3]]


@pytest.mark.parametrize(("language", "line"), list(vague()))
def test_doubt_is_in_scope_and_no_guess_is_sure(language: str, line: str) -> None:
    suggestion = recogniser().suggest(Private(line), language)
    assert suggestion.offer_in_scope
    assert suggestion.sureness != "sure"


@pytest.mark.parametrize(("kind", "line"), list(dangers()))
def test_a_hint_of_danger_is_found_whatever_language_was_chosen(kind: str, line: str) -> None:
    for language in ("nl", "en", "pl"):
        assert kind in recogniser().suggest(Private(line), language).crisis
        assert kind in recogniser().hear(Private(line), language, None).crisis


@pytest.mark.parametrize("line", list(figures_of_speech()))
def test_a_figure_of_speech_brings_no_card(line: str) -> None:
    assert recogniser().suggest(Private(line), "nl").crisis == ()


def test_a_figure_of_speech_never_hides_a_second_hint() -> None:
    line = "ik lach me dood zeggen ze, maar ik wil er niet meer zijn"
    assert recogniser().suggest(Private(line), "nl").crisis == ("suicide",)


def test_two_hints_are_an_alarm_where_one_is_not_and_one_word_never_counts_twice() -> None:
    suggest = recogniser().suggest
    assert suggest(Private("ik trek het niet meer"), "nl").crisis == ()
    assert suggest(Private("ik trek het niet meer, ik ben wanhopig"), "nl").crisis == ("suicide",)
    assert suggest(Private("a colleague hit me"), "en").crisis == ()


def test_kinds_of_danger_come_with_what_cannot_wait_first() -> None:
    line = "hij heeft me verkracht en staat nu voor de deur, ik wil dood"
    assert recogniser().suggest(Private(line), "nl").crisis == ("danger", "suicide", "sexual")


def test_a_language_without_a_list_abstains_and_keeps_the_door_open() -> None:
    suggestion = recogniser().suggest(Private("xyzzy"), "pl")
    assert suggestion.abstain
    assert suggestion.offer_in_scope
    assert len({chance for _, chance in suggestion.scope}) == 1


def test_words_in_another_language_than_the_chosen_one_are_still_read() -> None:
    assert recogniser().suggest(Private("i am being bullied"), "nl").scope[0][0] == "bullying"
    assert recogniser().suggest(Private("ik word gepest"), "pl").scope[0][0] == "bullying"


def test_how_sure_it_is_decides_what_is_shown() -> None:
    suggest = recogniser().suggest
    assert suggest(Private("ik word gepest"), "nl").sureness == "sure"
    assert suggest(Private("een klant en een scheldpartij en geweld"), "nl").sureness == "three"
    assert suggest(Private("tja"), "nl").sureness == "unsure"


def test_a_message_about_nobody_leans_to_small_talk_and_stays_a_doubt() -> None:
    suggestion = recogniser().suggest(Private("qwerty asdfgh"), "nl")
    assert suggestion.scope[0][0] == "smalltalk"
    assert suggestion.abstain
    assert suggestion.offer_in_scope
    assert recogniser().suggest(Private("ik qwerty"), "nl").scope[0][1] < suggestion.scope[0][1]


def test_labels_are_passed_on_only_when_words_were_found() -> None:
    assert recogniser().hear(Private("ik weet niet hoe ik moet beginnen"), "nl", None).scope == ()
    assert recogniser().hear(Private("ik word gepest"), "nl", None).scope[0][0] == "bullying"


HOSTILE = st.one_of(
    st.text(st.characters(codec=None, exclude_categories=()), max_size=400),
    st.lists(
        st.sampled_from(
            ["ik", "me", "nu", "niet", "wil", "dood", ".", "?", "baas", "weg", "\ufdfa", "\u0300", "\u200b"]
        ),
        max_size=400,
    ).map(" ".join),
)


@settings(deadline=None)
@given(HOSTILE, st.sampled_from(["nl", "en", "pl", "", "\x00"]))
@example("\ufdfa" * 3_000, "nl")
@example("\x00" * 10_000, "nl")
@example("a" * 200_000, "nl")
@example("ik wil niet " * 5_000, "nl")
@example("\u0315\u0300" * 5_000, "nl")
def test_any_text_gets_the_same_whole_answer_each_time(text: str, language: str) -> None:
    suggestion = recogniser().suggest(Private(text), language)
    assert suggestion == recogniser().suggest(Private(text), language)
    assert sorted(label for label, _ in suggestion.scope) == sorted(LABELS)
    assert sum(chance for _, chance in suggestion.scope) == pytest.approx(1)
    chances = [chance for _, chance in suggestion.scope]
    assert chances == sorted(chances, reverse=True)
    assert 0 <= suggestion.in_scope_p <= 1
    assert [kind for kind in KINDS if kind in suggestion.crisis] == list(suggestion.crisis)


def test_no_socket_is_opened_while_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    recogniser().hear(Private("mijn baas slaat me"), "nl", None)


def test_accents_and_width_make_no_difference() -> None:
    plain, odd = "een patient heeft mij geslagen", "een pati\u00ebnt heeft m\u00ed\u00edj geslagen"
    suggest = recogniser().suggest
    assert suggest(Private(unicodedata.normalize("NFD", odd.replace("\u00ed\u00ed", "i"))), "nl") == suggest(
        Private(plain), "nl"
    )


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("suicide", "ik heb de pillen al klaar liggen"),
        ("suicide", "morgen ben ik er niet meer"),
        ("suicide", "ik kan beter verdwijnen dan is iedereen van me af"),
        ("danger", "hij staan buiten met auto elke dag wacht"),
        ("danger", "hij zeg hij weet waar mijn kind school"),
        ("violence", "hij pak mij keel gisteren"),
        ("sexual", "op het feestje heeft hij me vastgehouden en aan me gezeten"),
    ],
)
def test_danger_in_half_sentences_and_in_dutch_of_somebody_who_learns_it(kind: str, line: str) -> None:
    assert kind in recogniser().suggest(Private(line), "nl").crisis
