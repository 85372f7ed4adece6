"""Arrays of numbers out of an .npz file, without numpy: plain values only, never objects."""

import ast
import zipfile
import zlib
from array import array
from collections.abc import Mapping
from importlib.resources.abc import Traversable
from typing import Final

from dialogues.understand.data import DataError

_CODES: Final = {"|u1": "B", "|i1": "b", "<i4": "i", "<f4": "f", "<f8": "d"}
_MAGIC: Final = b"\x93NUMPY\x01\x00"


def read_arrays(file: Traversable) -> "Mapping[str, array[float]]":
    """name -> its values, flat. Raises DataError for a missing file and for anything but plain arrays."""
    try:
        with file.open("rb") as opened, zipfile.ZipFile(opened) as archive:
            return {name.removesuffix(".npy"): _values(archive.read(name)) for name in archive.namelist()}
    except (OSError, EOFError, zipfile.BadZipFile, zlib.error, ValueError, KeyError, TypeError, SyntaxError):
        raise DataError(file.name, None, "is not a file of plain arrays") from None


def _values(content: bytes) -> "array[float]":
    if not content.startswith(_MAGIC):
        raise ValueError
    begin = len(_MAGIC) + 2
    end = begin + int.from_bytes(content[len(_MAGIC) : begin], "little")
    code = _CODES[ast.literal_eval(content[begin:end].decode("latin-1"))["descr"]]
    return array(code, content[end:])
