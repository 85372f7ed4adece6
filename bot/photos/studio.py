"""Hands a picture to the errand that reads it, and takes back a small square one."""

import asyncio
import sys
from contextlib import suppress
from typing import Final

from bot.photos import errand
from bot.photos.errand import Ended
from handlers.domain.errors import OpenOorError

MOST_BYTES: Final = 12 * 1024 * 1024
"""Of one file; a phone's photo is some 3 to 8 MB."""

PATIENCE: Final = 20.0  # seconds for a whole errand
_MOST_MADE: Final = 400_000
_COMMAND: Final = ("-I", errand.__file__)  # alone: nothing of ours is loaded, and nothing of this folder


class NoPhoto(OpenOorError):
    """This file gives no photo. Nothing was kept of it."""

    def __init__(self, ended: Ended) -> None:
        super().__init__(f"no photo: {ended.name.lower()}")
        self.ended = ended


async def square(raw: bytes, patience: float = PATIENCE) -> bytes:
    """A JPEG of 480 by 480 of the middle of this picture, without anything else that was in the file.

    Raises NoPhoto for what is no photo, or cannot be read within bounds of memory and time.
    """
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *_COMMAND,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env={},
    )
    try:
        async with asyncio.timeout(patience):
            made, _ = await process.communicate(raw)
    except TimeoutError:
        raise NoPhoto(Ended.BROKEN) from None
    finally:
        if process.returncode is None:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()
    ended = process.returncode
    if ended == Ended.DONE and made.startswith(b"\xff\xd8\xff") and len(made) <= _MOST_MADE:
        return made
    raise NoPhoto(Ended(ended) if ended in list(Ended) and ended != Ended.DONE else Ended.BROKEN)
