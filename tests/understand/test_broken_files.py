"""Trained files that are half written: refused with their name, and nothing else comes out."""

import shutil
from pathlib import Path

import pytest

from dialogues.understand import DataError
from dialogues.understand.arrays import read_arrays
from dialogues.understand.trained import TRAINED, load_tier
from tests.understand.reading import recogniser


def test_arrays_that_have_changed_are_refused(tmp_path: Path) -> None:
    content = bytearray((TRAINED / "zero.npz").read_bytes())
    content[200:400] = bytes(byte ^ 0x5A for byte in content[200:400])
    (tmp_path / "zero.npz").write_bytes(content)
    with pytest.raises(DataError, match="not a file of plain arrays"):
        read_arrays(tmp_path / "zero.npz")


def test_limits_without_the_word_model_are_refused(tmp_path: Path) -> None:
    shutil.copyfile(TRAINED / "zero.npz", tmp_path / "zero.npz")
    (tmp_path / "limits.json").write_text('{"light": {}}', encoding="utf-8")
    with pytest.raises(DataError, match="has no limits for zero"):
        load_tier("light", recogniser(), tmp_path)
