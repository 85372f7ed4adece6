"""Pictures as they come from phones, and files that only look like one."""

import io
import struct
import zipfile
import zlib

from PIL import Image

OWNER = "Camera of somebody"


def jpeg(size: tuple[int, int] = (900, 600), turned: int = 1) -> bytes:
    """A phone's photo: red above, blue below, with place, owner and a comment in it."""
    picture = Image.new("RGB", size, "red")
    picture.paste("blue", (0, size[1] // 2, size[0], size[1]))
    exif = Image.Exif()
    exif[0x0112] = turned
    exif[0x013B] = OWNER
    exif.get_ifd(0x8825).update({1: "N", 2: (52.0, 5.0, 26.5), 3: "E", 4: (5.0, 7.0, 17.0)})
    return _saved(picture, "JPEG", exif=exif, comment=OWNER.encode(), quality=95)


def noise() -> bytes:
    """No two alike, and no two parts of one."""
    return _saved(Image.effect_noise((300, 300), 90), "PNG")


def png(size: tuple[int, int] = (300, 400)) -> bytes:
    """With a see-through part."""
    return _saved(Image.new("RGBA", size, (0, 128, 0, 0)), "PNG")


def webp(size: tuple[int, int] = (400, 300)) -> bytes:
    return _saved(Image.new("RGB", size, "green"), "WEBP")


def gif() -> bytes:
    return _saved(Image.new("P", (300, 300)), "GIF")


def svg() -> bytes:
    return b'<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300"><script>1</script></svg>'


def with_archive() -> bytes:
    """A photo that is an archive too."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr("x.html", "<script>1</script>")
    return jpeg() + archive.getvalue()


def with_document() -> bytes:
    """A picture that a reader of documents opens as one."""
    start, rest = jpeg()[:2], jpeg()[2:]
    comment = b"%PDF-1.7"
    return start + b"\xff\xfe" + struct.pack(">H", len(comment) + 2) + comment + rest


def bomb(side: int = 9_000) -> bytes:
    """Under 100 kB that would be 81 million pixels."""
    rows = zlib.compressobj(9)
    packed = b"".join(rows.compress(bytes(side + 1)) for _ in range(side)) + rows.flush()
    header = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", packed), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*part) for part in parts)


def text_bomb() -> bytes:
    """A small picture with a packed text of 5 MB beside it."""
    whole = png()
    text = b"k\0\0" + zlib.compress(bytes(5_000_000), 9)
    return whole[:33] + _chunk(b"zTXt", text) + whole[33:]


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def _saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()
