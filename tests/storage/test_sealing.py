"""The two seals themselves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogues.private import Private
from handlers.domain.errors import CannotOpen
from storage.sealing import (
    box,
    derive,
    expand,
    key_pair,
    letter_to,
    new_key,
    open_box,
    open_letter,
    open_state,
    place,
    seal,
    seal_state,
    unseal,
)

K, ROW = bytes(range(32)), place("letters", "a" * 32, 7, "for_own")
PRIVATE, PUBLIC = key_pair(bytes(range(1, 33)))


@given(st.text())
def test_every_text_comes_back_exactly(text: str) -> None:
    words = Private(text)
    assert open_state(K, PRIVATE, seal_state(K, PRIVATE, words, ROW), ROW) == words
    assert open_box(K, PRIVATE, box(K, PUBLIC, words, ROW), ROW) == words


def test_half_a_character_comes_back_too() -> None:
    words = Private("\ud83d half")
    sealed = seal_state(K, PRIVATE, words, ROW)
    assert open_state(K, PRIVATE, sealed, ROW).reveal() == "\ud83d half"


def test_the_same_words_never_look_the_same_and_lengths_come_in_blocks() -> None:
    sealed = [box(K, PUBLIC, Private("ja"), ROW) for _ in range(50)]
    assert len(set(sealed)) == 50
    assert len(box(K, PUBLIC, Private("ja"), ROW)) == len(box(K, PUBLIC, Private("x" * 250), ROW))


def test_a_box_opens_only_with_both_keys_in_its_own_place() -> None:
    sealed = box(K, PUBLIC, Private("woorden"), ROW)
    other, _ = key_pair(new_key())
    assert open_box(K, other, sealed, ROW) is None
    for key, row in ((new_key(), ROW), (K, place("letters", "b" * 32, 7, "for_own"))):
        with pytest.raises(CannotOpen):
            open_box(key, PRIVATE, sealed, row)


@pytest.mark.parametrize("position", [0, 11, 12, 40, -17, -1])
def test_a_changed_byte_is_noticed(position: int) -> None:
    sealed = bytearray(box(K, PUBLIC, Private("woorden"), ROW))
    sealed[position] ^= 1
    with pytest.raises(CannotOpen):
        open_box(K, PRIVATE, bytes(sealed), ROW)


def test_the_outer_key_alone_opens_no_box_and_the_inner_key_alone_neither() -> None:
    words = Private("woorden")
    inner = unseal(K, box(K, PUBLIC, words, ROW), ROW)
    assert b"woorden" not in inner
    with pytest.raises(CannotOpen):
        open_letter(PRIVATE, box(K, PUBLIC, words, ROW), ROW)
    state = unseal(K, seal_state(K, PRIVATE, words, ROW), ROW)
    assert b"woorden" not in state


def test_a_letter_belongs_to_one_reader_and_one_row() -> None:
    sealed = letter_to(PUBLIC, Private("55"), ROW)
    assert open_letter(PRIVATE, sealed, ROW) == Private("55")
    other, _ = key_pair(new_key())
    for key, row in ((other, ROW), (PRIVATE, b"another row")):
        with pytest.raises(CannotOpen):
            open_letter(key, sealed, row)
    with pytest.raises(CannotOpen):
        open_letter(PRIVATE, b"far too short", ROW)
    with pytest.raises(CannotOpen):
        unseal(K, b"", ROW)


def test_labels_and_salts_give_unrelated_keys() -> None:
    made = {derive(K, "a"), derive(K, "b"), derive(K, "a", b"salt"), expand(K, "a"), expand(K, "b")}
    assert len(made) == 5
    assert unseal(derive(K, "a"), seal(derive(K, "a"), b"x", ROW), ROW) == b"x"
