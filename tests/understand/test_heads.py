"""Heads as files: cut short, changed or another model's, they are refused before anybody is heard."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest

from dialogues.understand import DataError
from dialogues.understand.heads import outputs, read_head
from dialogues.understand.outputs import CRISIS, OUTPUTS

WIDTH = 6
HIDDEN = 4


def head(**other: object) -> dict[str, object]:
    return {
        "weights": np.ones((WIDTH, len(OUTPUTS))),
        "bias": np.zeros(len(OUTPUTS)),
        "inner": np.ones((WIDTH, HIDDEN), np.float16),
        "inner_bias": np.zeros(HIDDEN),
        "outer": np.ones((HIDDEN, CRISIS + 1)),
        "outer_bias": np.zeros(CRISIS + 1),
    } | other


def written(arrays: dict[str, object]) -> bytes:
    content = BytesIO()
    np.savez_compressed(content, allow_pickle=True, **arrays)  # type: ignore[arg-type]  # objects too: they must be refused
    return content.getvalue()


def single(_: bytes) -> bytes:
    content = BytesIO()
    np.save(content, np.zeros(3))
    return content.getvalue()


def changed(content: bytes) -> bytes:
    return content[:60] + bytes(byte ^ 0x5A for byte in content[60:90]) + content[90:]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "light.npz"


def test_a_whole_head_is_read(file: Path) -> None:
    file.write_bytes(written(head()))
    assert outputs(read_head(file, WIDTH), np.ones((1, WIDTH), np.float32)).shape == (1, len(OUTPUTS))


@pytest.mark.parametrize(
    "broken",
    [
        lambda _: b"",
        lambda _: b"nothing",
        lambda content: content[: len(content) // 2],
        lambda _: b"PK\x03\x04",
        changed,
        single,
    ],
    ids=["empty", "text", "cut short", "only a beginning", "changed", "one array"],
)
def test_a_file_that_is_no_head_is_refused(broken: Callable[[bytes], bytes], file: Path) -> None:
    file.write_bytes(broken(written(head())))
    with pytest.raises(DataError, match=r"light\.npz: is not the head of a trained model"):
        read_head(file, WIDTH)


@pytest.mark.parametrize(
    "other",
    [
        {"weights": np.ones((WIDTH + 1, len(OUTPUTS)))},
        {"outer": np.ones((HIDDEN, CRISIS + 2))},
        {"weights": np.ones((WIDTH, len(OUTPUTS) + 1)), "bias": np.zeros(len(OUTPUTS) + 1)},
        {"bias": np.full(len(OUTPUTS), np.nan)},
        {"bias": np.array([object()] * len(OUTPUTS))},
        {"bias": np.array(["x"] * len(OUTPUTS))},
    ],
    ids=["width", "labels", "outputs", "not a number", "objects", "words"],
)
def test_a_head_that_does_not_fit_is_refused(other: dict[str, object], file: Path) -> None:
    file.write_bytes(written(head(**other)))
    with pytest.raises(DataError, match=r"light\.npz: is"):
        read_head(file, WIDTH)
