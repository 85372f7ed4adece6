"""What must not be found, in every shape in which it could be written down."""

import base64
import json
import logging
import traceback
from collections.abc import Iterable, Iterator
from pathlib import Path

from prometheus_client import generate_latest

from bot.wiring import House

WORDS = "Zwartegat riep in de kantine dat ik een onnozele kwibus ben"
NAME = "Truus Zandloper"
PHONE = "06-81726354"
ACCOUNT = "7130088001"
COUNSELLORS_CHAT = "7130099002"
ANSWER = "Kom donderdag langs bij de blauwe flamingo"
PLANTED = (WORDS, NAME, PHONE, ACCOUNT, COUNSELLORS_CHAT, ANSWER, "Zwartegat", "Zandloper", "flamingo")


def shapes(secret: str) -> Iterator[bytes]:
    """The secret as text, UTF-16, JSON, hex and base64 at each of its three alignments."""
    plain = secret.encode()
    yield plain
    yield secret.lower().encode()
    yield secret.encode("utf-16-le")
    yield json.dumps(secret)[1:-1].encode()
    yield plain.hex().encode()
    for shift in range(3):
        coded = base64.b64encode(b"\0" * shift + plain)
        if len(kept := coded[4 if shift else 0 : len(coded) - 4]) >= 8:
            yield kept


def found(secrets: Iterable[str], data: bytes) -> list[str]:
    """Which of these stand in the data, in whatever shape."""
    return [secret for secret in secrets if any(shape in data for shape in shapes(secret))]


def files(folder: Path) -> dict[str, bytes]:
    """Everything on the disk: database, write-ahead log, keys."""
    return {path.name: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


_COUNTED = {"created", "msecs", "relativeCreated", "thread", "process"}
"""What logging itself counts: clocks and ids of the machine, whose digits may look like any number.

Only while they are numbers: words that somebody put there are heard."""


class Ear(logging.Handler):
    """Hears everything that any logger says, with its traceback, as loud as it can be set."""

    def __init__(self) -> None:
        super().__init__(logging.NOTSET)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the line, its arguments and its extra fields."""
        fields = {
            name: value
            for name, value in vars(record).items()
            if not (name in _COUNTED and isinstance(value, int | float))
        }
        self.heard.append(f"{self.format(record)} {fields}")

    @property
    def text(self) -> bytes:
        """All of it."""
        return "\n".join(self.heard).encode()


def told(error: BaseException) -> bytes:
    """All that a report of this error could show: the whole chain, notes, arguments, attributes."""
    chain: list[BaseException] = []
    at: BaseException | None = error
    while at is not None and len(chain) < 20:
        chain.append(at)
        at = at.__cause__ or at.__context__
    shown = [repr((each, each.args, getattr(each, "__notes__", ()), vars(each))) for each in chain]
    return "\n".join([*traceback.format_exception(error), *shown]).encode()


def metrics(house: House) -> bytes:
    """What the metrics page shows."""
    return generate_latest(house.registry)
