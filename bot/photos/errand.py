"""One errand in a process of its own: make a small square JPEG of the picture on standard input, and end.

A picture from outside is the one file that Open Oor takes. What reads it has no keys, no settings and no
database, opens no connection, starts nothing, writes no file, and has bounds for memory and time. What goes
back is made anew from pixels: nothing of the file itself is in it, so no place, camera, owner or second file.

Ends with one of `Ended`.
"""

import resource
import sys
import zipfile
from enum import IntEnum
from io import BytesIO
from typing import Any, Final

from PIL import Image, ImageOps, UnidentifiedImageError

SIDE: Final = 480
SMALLEST: Final = 200
MOST_PIXELS: Final = 64_000_000
MEMORY: Final = 1024 * 1024 * 1024
SECONDS: Final = 15

_BEGINNINGS: Final = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF")
_FORBIDDEN: Final = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.spawn",
    "os.posix_spawn",
    "os.fork",
)


class Ended(IntEnum):
    """How an errand ended, as an exit code. 1 is Python's own, when something broke."""

    DONE = 0
    WRONG_KIND = 3  # no JPEG, PNG or WebP
    MORE_THAN_A_PHOTO = 4  # also an archive or a document: two files in one
    TOO_MANY_PIXELS = 5
    TOO_SMALL = 6
    BROKEN = 7


def guard() -> None:
    """From now on: no connection, no other program, no file written, bounded memory and time."""

    def watch(event: str, _: tuple[Any, ...]) -> None:
        if event.startswith(_FORBIDDEN):
            raise PermissionError

    sys.addaudithook(watch)
    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))


def made_square(raw: bytes) -> tuple[Ended, bytes]:
    """The square picture, or why there is none. The file's size is looked at before any pixel is read."""
    if not raw.startswith(_BEGINNINGS):
        return Ended.WRONG_KIND, b""
    if zipfile.is_zipfile(BytesIO(raw)) or b"%PDF-" in raw[:1024]:
        return Ended.MORE_THAN_A_PHOTO, b""
    try:
        with Image.open(BytesIO(raw), formats=("JPEG", "PNG", "WEBP")) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                return Ended.TOO_MANY_PIXELS, b""
            if min(picture.size) < SMALLEST:
                return Ended.TOO_SMALL, b""
            return Ended.DONE, _drawn(picture)
    except UnidentifiedImageError:
        return Ended.WRONG_KIND, b""
    except Image.DecompressionBombError:
        return Ended.TOO_MANY_PIXELS, b""
    except (OSError, SyntaxError, ValueError, MemoryError):
        return Ended.BROKEN, b""


def _drawn(picture: Image.Image) -> bytes:
    picture.draft("RGB", (2 * SIDE, 2 * SIDE))  # a large JPEG is read smaller
    width, height = picture.size
    side = min(width, height)
    left, top = (width - side) // 2, (height - side) // 2
    middle = picture.crop((left, top, left + side, top + side))
    clear = "A" in middle.getbands() or "transparency" in picture.info
    small = middle.convert("RGBA" if clear else "RGB").resize((SIDE, SIDE), Image.Resampling.LANCZOS)
    paper = Image.new("RGB", (SIDE, SIDE), "white")
    paper.paste(small, mask=small if clear else None)
    upright = _upright(paper, picture)
    fresh = Image.frombytes("RGB", upright.size, upright.tobytes())
    out = BytesIO()
    fresh.save(out, "JPEG", quality=85, optimize=True)
    return out.getvalue()


def _upright(paper: Image.Image, picture: Image.Image) -> Image.Image:
    """The way up that the camera noted; the middle square is the middle square however it is turned."""
    turned = paper.copy()
    turned.getexif()[0x0112] = picture.getexif().get(0x0112, 1)
    return ImageOps.exif_transpose(turned)


def main() -> Ended:
    """The errand of this process."""
    guard()
    ended, made = made_square(sys.stdin.buffer.read())
    sys.stdout.buffer.write(made)
    sys.stdout.buffer.flush()
    return ended


if __name__ == "__main__":
    sys.exit(main())
