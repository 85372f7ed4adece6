"""What is typed is made safe to read before anything reads it."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogues.understand import clean
from dialogues.understand.hygiene import MOST_CHARACTERS, only_asks, words

ANYTHING = st.text(st.characters(codec=None, exclude_categories=()), max_size=300)


@given(ANYTHING)
def test_cleaning_leaves_only_visible_characters_in_nfc_and_twice_is_once(text: str) -> None:
    seen = clean(text)
    assert len(seen) <= MOST_CHARACTERS
    assert unicodedata.is_normalized("NFC", seen)
    assert all(mark == "\n" or unicodedata.category(mark) not in {"Cc", "Cf", "Cs"} for mark in seen)
    assert clean(seen) == seen


@given(ANYTHING)
def test_words_begin_and_end_with_a_border_and_borders_never_follow_each_other(text: str) -> None:
    tokens = words(text)
    assert tokens[0] == "."
    assert tokens[-1] in {".", "?"}
    borders = [token in {".", "?"} for token in tokens]
    assert not any(a and b for a, b in pairwise(borders)) or tokens == (".", ".")


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("pe\u200bst\ufeffen", "pesten"),
        ("\u202enee\u202c", "nee"),
        ("nee\x00\x07", "nee"),
        ("ja\ud800", "ja"),
        ("een\ttwee\r\u2028drie", "een twee\n\ndrie"),
        ("cafe\u0301", "caf\u00e9"),
        ("\u3164\ufe0fja", "ja"),
    ],
)
def test_hidden_characters_are_dropped_and_the_words_stay(typed: str, seen: str) -> None:
    assert clean(typed) == seen


def test_a_long_message_is_read_up_to_four_thousand_characters() -> None:
    assert clean("a" * 10_000) == "a" * MOST_CHARACTERS
    assert clean("\u0958" * 5_000) == unicodedata.normalize("NFC", "\u0958" * 2_000)


def test_words_behind_a_flood_of_invisible_characters_are_still_read() -> None:
    assert clean("\u200b" * 9_000 + "help") == "help"


@pytest.mark.parametrize(
    ("typed", "tokens"),
    [
        ("", (".", ".")),
        ("!!!", (".", ".")),
        ("N\u00e9\u00e9\u00e9\u00e9 hoor", (".", "nee", "hoor", ".")),
        ("foto's, z\u2019n e-mail", (".", "fotos", "zn", "e", "mail", ".")),
        ("Echt?! Ja...", (".", "echt", "?", "ja", ".")),
        ("Wat...?", (".", "wat", "?")),
        ("?ja", (".", "ja", ".")),
        ("een_twee\nDRIE", (".", "een", "twee", ".", "drie", ".")),
    ],
)
def test_words_are_compared_without_case_accents_apostrophes_and_stretching(
    typed: str, tokens: tuple[str, ...]
) -> None:
    assert words(typed) == tokens


def test_a_message_has_at_most_a_thousand_words_of_forty_letters() -> None:
    assert len(words("a " * 2_000)) <= 1_001
    assert words("xy" * 50)[1] == "xy" * 20


@pytest.mark.parametrize("text", ["?", "??", "?!", "...?", " ?\n", "\u061f", "\u200b?\u200b", "\xbf?"])
def test_question_marks_alone_ask(text: str) -> None:
    assert only_asks(text)


@pytest.mark.parametrize("text", ["", " ", "...", "!!", "\xbf", "wat?", "? nee", "?1", "\U0001f937?"])
def test_anything_else_beside_them_does_not(text: str) -> None:
    assert not only_asks(text)
