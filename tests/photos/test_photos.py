"""Whatever picture comes in, a small square comes out with nothing else of it; all else is refused."""

import asyncio
import io
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from bot.photos import NoPhoto, errand, square
from bot.photos.errand import Ended, made_square
from tests.patience import PATIENCE
from tests.photos import files


def opened(raw: bytes) -> Image.Image:
    with Image.open(io.BytesIO(raw)) as picture:
        picture.load()
        return picture


async def test_place_owner_and_comment_of_a_photo_are_gone() -> None:
    raw = files.jpeg()
    before = opened(raw).getexif()
    assert before.get_ifd(0x8825)
    assert files.OWNER.encode() in raw
    made = await square(raw)
    after = opened(made)
    assert after.format == "JPEG"
    assert after.size == (480, 480)
    assert dict(after.getexif()) == {}
    assert set(after.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert files.OWNER.encode() not in made
    assert b"Exif" not in made


@pytest.mark.parametrize(
    ("turned", "above", "below"), [(1, "red", "blue"), (3, "blue", "red"), (6, "both", "both")]
)
def test_the_middle_is_kept_the_way_up_that_the_camera_noted(turned: int, above: str, below: str) -> None:
    ended, made = made_square(files.jpeg(turned=turned))
    assert ended is Ended.DONE
    picture = opened(made)
    names = {"red": (254, 0, 0), "blue": (0, 0, 254)}
    if above == "both":  # a quarter turn: what was above is on the right now
        assert close(picture.getpixel((420, 240)), names["red"])
        assert close(picture.getpixel((60, 240)), names["blue"])
    else:
        assert close(picture.getpixel((240, 60)), names[above])
        assert close(picture.getpixel((240, 420)), names[below])


def close(seen: object, wanted: tuple[int, int, int]) -> bool:
    return isinstance(seen, tuple) and all(abs(a - b) < 12 for a, b in zip(seen, wanted, strict=True))


@pytest.mark.parametrize("raw", [files.png(), files.webp()])
async def test_every_kind_that_may_come_in_comes_out_as_one_kind(raw: bytes) -> None:
    assert opened(await square(raw)).format == "JPEG"


def test_what_one_can_see_through_stands_on_white() -> None:
    assert close(opened(made_square(files.png())[1]).getpixel((9, 9)), (255, 255, 255))


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", Ended.WRONG_KIND),
        (files.gif(), Ended.WRONG_KIND),
        (files.svg(), Ended.WRONG_KIND),
        (b"RIFF\0\0\0\0WAVEfmt ", Ended.WRONG_KIND),
        (files.with_archive(), Ended.MORE_THAN_A_PHOTO),
        (files.with_document(), Ended.MORE_THAN_A_PHOTO),
        (files.jpeg((199, 900)), Ended.TOO_SMALL),
        (files.jpeg()[:4000], Ended.BROKEN),
        (files.text_bomb(), Ended.BROKEN),
    ],
    ids=["empty", "gif", "svg", "sound", "zip", "pdf", "small", "cut", "text-bomb"],
)
async def test_what_is_no_photo_is_refused_and_says_why(raw: bytes, why: Ended) -> None:
    assert made_square(raw) == (why, b"")
    with pytest.raises(NoPhoto) as refused:
        await square(raw)
    assert refused.value.ended is why


async def test_a_bomb_of_pixels_is_refused_before_a_pixel_is_read() -> None:
    raw = files.bomb()
    assert len(raw) < 100_000
    with pytest.raises(NoPhoto) as refused:
        await square(raw)
    assert refused.value.ended is Ended.TOO_MANY_PIXELS


def test_a_bomb_that_the_library_itself_refuses_is_named_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 1000)
    assert made_square(files.jpeg())[0] is Ended.TOO_MANY_PIXELS


async def test_an_errand_that_does_not_end_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "slow.py").write_text("import time\ntime.sleep(600)\n")
    monkeypatch.setattr("bot.photos.studio._COMMAND", (str(tmp_path / "slow.py"),))
    async with asyncio.timeout(PATIENCE):
        with pytest.raises(NoPhoto):
            await square(files.jpeg(), patience=0.3)


@pytest.mark.parametrize("said", ["", "#!", "x" * 10])
async def test_what_comes_back_is_looked_at(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, said: str
) -> None:
    (tmp_path / "odd.py").write_text(f"print({said!r})\n")
    monkeypatch.setattr("bot.photos.studio._COMMAND", (str(tmp_path / "odd.py"),))
    with pytest.raises(NoPhoto) as refused:
        await square(files.jpeg())
    assert refused.value.ended is Ended.BROKEN


@pytest.mark.parametrize(
    "does",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
    ],
)
def test_who_reads_a_picture_reaches_nothing_and_starts_nothing(does: str) -> None:
    code = f"from bot.photos.errand import guard; guard()\ntry:\n {does}\nexcept PermissionError: print('no')"
    root = Path(errand.__file__).parents[2]
    ran = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(root)},
        check=True,
    )
    assert ran.stdout == "no\n"


def test_who_reads_a_picture_has_bounds_and_writes_no_file(tmp_path: Path) -> None:
    code = (
        "from bot.photos.errand import guard; guard()\n"
        "import resource as r\n"
        "print(r.getrlimit(r.RLIMIT_AS)[1], r.getrlimit(r.RLIMIT_CPU)[1])\n"
        "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "try:\n open('out', 'w', buffering=1).write('x\\n')\n"
        "except OSError: pass\n"
        "try: bytearray(2 * 1024**3)\nexcept MemoryError: print('bounded', flush=True)\n"
    )
    root = Path(errand.__file__).parents[2]
    ran = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={"PYTHONPATH": str(root)},
    )
    assert ran.stdout.split() == [str(errand.MEMORY), str(errand.SECONDS), "bounded"]
    assert (tmp_path / "out").stat().st_size == 0


def test_the_errand_gives_back_pixels_and_how_it_ended(
    monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setattr(errand, "guard", lambda: None)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(files.jpeg())))
    assert errand.main() is Ended.DONE
    assert opened(capsysbinary.readouterr().out).size == (480, 480)


def test_the_guard_sets_every_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    set_: dict[int, tuple[int, int]] = {}
    hooks: list[object] = []
    monkeypatch.setattr(resource, "setrlimit", lambda what, most: set_.update({what: most}))
    monkeypatch.setattr(sys, "addaudithook", hooks.append)
    errand.guard()
    assert set_[resource.RLIMIT_FSIZE] == (0, 0)
    assert set_[resource.RLIMIT_CORE] == (0, 0)
    (watch,) = hooks
    assert callable(watch)
    watch("open", ())
    with pytest.raises(PermissionError):
        watch("socket.connect", ())
    assert os.environ  # nothing of this process was bound
