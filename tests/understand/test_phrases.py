"""How a phrase in a word list is written and where it is found."""

import pytest

from dialogues.understand.hygiene import words
from dialogues.understand.phrases import Hit, PhraseBook, parse

GROUPS = {"boss": "baas|chef*"}


def found(phrase: str, text: str) -> list[tuple[int, int]]:
    return [(hit.start, hit.end) for hit in PhraseBook([parse(phrase, GROUPS)]).find(words(text))]


@pytest.mark.parametrize(
    ("phrase", "text", "places"),
    [
        ("gepest", "ik word gepest", [(3, 4)]),
        ("gepest", "gepesten", []),
        ("pest*", "pesterij op het werk", [(1, 2)]),
        ("*pest", "weggepest", [(1, 2)]),
        ("*naakt*", "een naaktfoto", [(2, 3)]),
        ("mijn <boss>", "mijn chefs en mijn baas", [(1, 3), (4, 6)]),
        ("sluit* .. buiten", "ze sluiten mij overal buiten", [(2, 6)]),
        ("sluit* .. buiten", "ze sluiten", []),
        ("sluit* .. buiten", "ze sluiten mij. ik sta buiten", []),
        ("sluit* .. buiten", "ze sluiten mij en ook nog anderen buiten", []),
        ("kan .. ?", "kan het? nee", [(1, 4)]),
        ("kan .. ?", "kan het.", []),
        (". nee .", "nee. ja", [(0, 3)]),
        ("ja nee", "ja", []),
    ],
)
def test_a_phrase_stands_where_its_words_stand(phrase: str, text: str, places: list[tuple[int, int]]) -> None:
    assert found(phrase, text) == places


def test_a_book_finds_all_its_phrases_in_one_pass() -> None:
    book = PhraseBook(parse(phrase, {}) for phrase in ("ja", "j*", "*a", "nee"))
    assert [hit.key for hit in book.find(words("ja nee"))] == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("phrase", "problem"),
    [
        ("", "begin and end with a word"),
        (".. ja", "begin and end with a word"),
        ("ja ..", "begin and end with a word"),
        ("mijn <aap>", "no group <aap>"),
        ("Baas", "'Baas' is not one plain"),
        ("foto's", "is not one plain"),
        ("a||b", "'' is not one plain"),
        ("neee", "is not one plain"),
    ],
)
def test_a_phrase_that_could_never_be_found_is_refused(phrase: str, problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        parse(phrase, {})


def test_a_hit_is_within_a_larger_one_only_and_touches_what_it_shares() -> None:
    small, same, large, far = Hit(0, 2, 3), Hit(1, 2, 3), Hit(2, 1, 3), Hit(3, 3, 5)
    assert small.within(large)
    assert not small.within(same)
    assert not large.within(small)
    assert small.touches(large)
    assert not small.touches(far)
