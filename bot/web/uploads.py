"""One file with a form: counted while it comes in, kept in memory only, and refused kindly when too large."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from bot.web.cookies import fits
from bot.web.forms import is_ours
from dialogues.private import Private

FORM_BYTES = 64 * 1024
"""What a form takes around its file."""

PATIENT = 8
"""What is up to this many times too large is read to its end and thrown away, so that the answer arrives."""


class TooLarge(Exception):
    """The file has more bytes than it may have. Nothing of it was kept."""


@dataclass(frozen=True, slots=True, repr=False)
class Upload:
    """The short fields of the form, and the bytes of its one file (none when no file was chosen)."""

    fields: dict[str, str]
    file: bytes


class _InMemory(MultiPartParser):
    """A photo from a phone says where it was made: it never lies in a file of this machine."""

    spool_max_size = 1 << 40


async def read_upload(request: Request, token: Private, *, base_url: str, most: int) -> Upload:
    """A form with a file of up to `most` bytes. Raises TooLarge, or as read_form does.

    What is too large is thrown away as it comes in: it never is in memory as a whole.
    """
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "multipart/form-data":
        raise HTTPException(400)
    raw = await _bounded(request, most + FORM_BYTES)

    async def stream() -> AsyncGenerator[bytes, None]:
        yield raw

    try:
        parser = _InMemory(request.headers, stream(), max_files=1, max_fields=4, max_part_size=1024)
        form = await parser.parse()
    except (MultiPartException, KeyError, ValueError):
        raise HTTPException(400) from None
    fields, file = {}, b""
    for name, value in form.multi_items():
        if isinstance(value, UploadFile):
            file = await value.read()
        else:
            fields[name] = value
    await form.close()
    if not fits(token, fields.get("form", "")) or not is_ours(request, base_url):
        raise HTTPException(403)
    if len(file) > most:
        raise TooLarge
    return Upload(fields, file)


async def _bounded(request: Request, most: int) -> bytes:
    declared = request.headers.get("content-length", "0")
    if not declared.isdecimal() or int(declared) > PATIENT * most:
        raise TooLarge
    taken, seen = bytearray(), 0
    async for chunk in request.stream():
        seen += len(chunk)
        if seen > PATIENT * most:
            break
        if seen <= most:
            taken += chunk
        else:
            taken.clear()
    if seen > most:
        raise TooLarge
    return bytes(taken)
