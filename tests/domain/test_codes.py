"""Resume codes: random enough, forgiving to type, never telling whether a code exists."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.places import DIALOGUES
from bot.training.lines import read_lines
from dialogues.private import Private
from dialogues.texts import numbered
from dialogues.words import word_list
from handlers.domain.codes import (
    BETWEEN,
    CODE_WORDS,
    DECIDING,
    LIST_LENGTH,
    WordList,
    WrongWordList,
    almost_code,
    new_code,
    normalise,
    read_code,
    teach_back,
)
from tests.domain.homophones import sound

LANGUAGES = ("nl", "en")
NL, EN = (WordList(word_list(language)) for language in LANGUAGES)
LISTS = (NL, EN)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_has_2048_different_words_in_alphabetical_order(language: str) -> None:
    words = word_list(language)
    assert len(words) == LIST_LENGTH
    assert list(words) == sorted(set(words))


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_three_to_eight_plain_letters(language: str) -> None:
    odd = [word for word in word_list(language) if not (3 <= len(word) <= 8 and set(word) <= ALPHABET)]
    assert not odd


ALPHABET = set("abcdefghijklmnopqrstuvwxyz")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_four_letters_tell_all_words_apart(language: str) -> None:
    starts: dict[str, list[str]] = {}
    for word in word_list(language):
        starts.setdefault(word[:DECIDING], []).append(word)
    assert not [words for words in starts.values() if len(words) > 1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_words_sound_the_same(language: str) -> None:
    sounds: dict[str, list[str]] = {}
    for word in word_list(language):
        sounds.setdefault(sound(word, language), []).append(word)
    assert not [words for words in sounds.values() if len(words) > 1]


def test_what_people_type_between_words_is_no_word_of_a_code() -> None:
    for language in LANGUAGES:
        assert not BETWEEN & set(word_list(language))


def test_there_is_no_list_for_an_unknown_language() -> None:
    with pytest.raises(FileNotFoundError):
        word_list("xx")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_code_has_eight_words_of_the_list_and_prints_as_private(language: str) -> None:
    code = new_code(word_list(language))
    words = code.reveal().split(" ")
    assert len(words) == CODE_WORDS
    assert set(words) <= set(word_list(language))
    assert str(code) == "<private>"


def test_every_word_of_the_list_can_come_and_codes_differ() -> None:
    codes = [new_code(NL.words).reveal() for _ in range(2000)]
    assert len(set(codes)) == len(codes)
    # 16,000 draws miss a given word with a chance of e^-7.8; more than 5 in 100 missing is no accident.
    assert len({word for code in codes for word in code.split()}) > LIST_LENGTH * 0.95


def test_a_list_that_gives_less_than_88_bits_makes_no_code() -> None:
    for words in (NL.words[:-1], (*NL.words[:-1], NL.words[0]), ()):
        with pytest.raises(WrongWordList, match="2048 different words"):
            new_code(words)


CODE = Private(" ".join(NL.words[number] for number in (0, 7, 300, 1021, 2047, 55, 55, 1500)))


@pytest.mark.parametrize(
    "spelling",
    [
        str.upper,
        str.title,
        lambda code: code.replace(" ", "-"),
        lambda code: code.replace(" ", ",  "),
        lambda code: code.replace(" ", "\n"),
        lambda code: f"  {code}. ",
        numbered,  # copied off the screen
        lambda code: numbered(code).replace("\n", ""),  # as a field of one line takes it
        lambda code: " ".join(word[:DECIDING] for word in code.split()),
        lambda code: code.replace("a", "á"),
    ],
)
def test_one_code_can_be_typed_in_many_ways(spelling: object) -> None:
    assert callable(spelling)
    reading = read_code(Private(spelling(CODE.reveal())), LISTS)
    assert reading.code == CODE
    assert reading.well_formed


@given(st.text())
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert set(once) <= ALPHABET | {" "}


@given(st.text(max_size=200))
def test_any_text_can_be_read_as_a_code(text: str) -> None:
    reading = read_code(Private(text), LISTS)
    assert reading.count == len(normalise(text).split())
    assert all(1 <= place <= reading.count for place in reading.unknown)


def test_unknown_words_are_named_by_their_place_and_stay_as_typed() -> None:
    words = CODE.reveal().split()
    words[2] = "qqqq"
    reading = read_code(Private(" ".join(words)), LISTS)
    assert reading.unknown == (3,)
    assert not reading.well_formed
    assert reading.code.reveal().split()[2] == "qqqq"


def test_too_few_words_are_not_well_formed() -> None:
    reading = read_code(Private(" ".join(CODE.reveal().split()[:7])), LISTS)
    assert (reading.count, reading.unknown, reading.well_formed) == (7, (), False)
    assert not read_code(Private(""), LISTS).well_formed


def test_a_code_in_either_language_is_read_from_its_own_list() -> None:
    english = Private(" ".join(EN.words[number][:DECIDING] for number in range(0, 2048, 256)))
    reading = read_code(english, LISTS)
    assert set(reading.code.reveal().split()) <= set(EN.words)
    assert read_code(english, (EN, NL)).code == reading.code


def test_reading_a_code_says_nothing_about_whether_it_exists() -> None:
    made = new_code(NL.words)
    assert read_code(made, LISTS).well_formed
    assert "code=<private>" in repr(read_code(made, LISTS))


SLIPS: dict[str, Callable[[list[str]], list[str]]] = {
    "a_word_too_few": lambda words: words[:7],
    "two_words_too_few": lambda words: words[1:7],
    "a_word_too_many": lambda words: [*words, "groetjes"],
    "a_word_twice": lambda words: [words[0], *words],
    "two_words_as_one": lambda words: [words[0] + words[1], *words[2:]],
    "two_slips_of_the_pen": lambda words: ["q" + words[0], *words[1:7], words[7][:2] + "q" + words[7][2:]],
    "behind_my_code_is": lambda words: ["Mijn", "code", "is:", *words[:7]],
    "with_numbers": lambda words: [f"{at}." + word for at, word in enumerate(words[:7], 1)],
    "none": lambda words: words,
}


@pytest.mark.parametrize("slip", SLIPS)
@pytest.mark.parametrize("known", LISTS, ids=LANGUAGES)
def test_a_code_with_a_slip_is_still_seen_to_be_meant_as_one(slip: str, known: WordList) -> None:
    words = [known.words[number] for number in range(5, 2048, 256)]
    assert almost_code(Private(" ".join(SLIPS[slip](words))), LISTS) is not None


def test_no_sentence_that_people_type_is_taken_for_a_code_with_a_slip() -> None:
    lines = read_lines(DIALOGUES / "nlu" / "examples")
    assert len(lines) > 10_000
    assert not [line for line in lines if almost_code(Private(line.text), LISTS)]


def test_words_of_two_lists_and_words_cut_off_too_early_are_no_code() -> None:
    mixed = [*NL.words[10:14], *EN.words[400:404]]
    short = [word[: DECIDING - 1] for word in NL.words[0:2048:256]]
    for words in (mixed, short):
        assert almost_code(Private(" ".join(words)), LISTS) is None


def test_teach_back_is_right_for_the_two_words_that_were_asked_and_for_the_whole_code() -> None:
    words = CODE.reveal().split()
    for typed in (
        f"{words[1]} {words[4]}",
        f"{words[1].upper()},{words[4].title()}",
        f"Woord 2: {words[1]} en woord 5: {words[4]}",
        f"{words[1][:DECIDING]}\n{words[4][:DECIDING]}",
        CODE.reveal(),
    ):
        assert teach_back(CODE, 2, 5, Private(typed)), typed


def test_teach_back_is_wrong_for_anything_else() -> None:
    words = CODE.reveal().split()
    for typed in (
        "",
        words[1],
        f"{words[4]} {words[1]}",
        f"{words[1]} {words[3]}",
        f"{words[1]} {words[4]} {words[0]}",
        " ".join(words[:7]),
        " ".join(reversed(words)),
    ):
        assert not teach_back(CODE, 2, 5, Private(typed)), typed


def test_teach_back_cannot_ask_for_a_word_that_is_not_there() -> None:
    with pytest.raises(IndexError):
        teach_back(CODE, 2, 9, Private("een twee"))
