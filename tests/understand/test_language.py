"""Which language a text is in, among those that are offered."""

import pytest

from dialogues.understand.language import OFFERED, language_of


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
