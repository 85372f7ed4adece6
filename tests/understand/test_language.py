"""Which language a text is in, among those that are offered."""

import pytest

from dialogues.understand.language import OFFERED, language_of, sure_language_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "ik word gepest op mijn werk"),
        ("en", "my manager keeps shouting at me"),
        ("de", "mein Chef schreit mich an"),
        ("pl", "mój szef krzyczy na mnie"),
        ("tr", "müdürüm bana bağırıyor"),
        ("uk", "мій керівник кричить на мене"),
        ("ar", "مديري يصرخ في وجهي"),
    ],
)
def test_a_sentence_is_recognised(language: str, text: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize("text", ["", "\0", "\ud800", "😀" * 50, "1 2 3"])
def test_anything_else_is_one_of_the_offered(text: str) -> None:
    assert language_of(text) in OFFERED
    assert language_of(text, ("nl", "en")) in ("nl", "en")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "ik word gepest op mijn werk"),
        ("en", "my manager keeps shouting at me"),
        ("pl", "mój szef krzyczy na mnie"),
        (None, "help me"),  # two words say too little
        (None, "i want help"),  # as much Dutch as English
        (None, "... ?"),
        (None, "\0"),
    ],
)
def test_a_language_is_sure_after_three_words_and_when_there_is_little_doubt(
    language: str | None, text: str
) -> None:
    assert sure_language_of(text) == language
