"""Which messages Telegram shows, as far as this process is the only one to know; and how they are named.

What is to survive the process stands in the sealed state and in durable jobs: handlers.traces.
"""

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from dialogues.private import Private
from handlers.traces import FLEETING

DELETABLE = timedelta(hours=48)
MARGIN = timedelta(minutes=2)  # a call takes time, and a reference knows minutes only
CHATS = 20_000
EACH = 60


def reference(message_id: int, at: datetime) -> str:
    """A message id with the minute it was sent: what the sealed state keeps of it."""
    return f"{message_id}.{int(at.timestamp() // 60)}"


def deletable(references: Iterable[str], now: datetime) -> list[int]:
    """The message ids, without those that Telegram would no longer delete (48 h) or that are no reference."""
    ids: dict[int, None] = {}
    for each in references:
        number, _, minute = each.partition(".")
        if number.isdigit() and minute.isdigit():
            sent = datetime.fromtimestamp(int(minute) * 60, UTC)
            if now - sent < DELETABLE - MARGIN:
                ids[int(number)] = None
    return list(ids)


@dataclass(slots=True, repr=False)
class Fading:
    """Messages of one chat that are taken off its screen at `due`."""

    lane: bytes
    chat: Private
    due: datetime
    references: list[str] = field(default_factory=list)


class Trails:
    """Messages of people of whom nothing is kept yet; they go into the sealed state with the first turn kept.

    Also what is fading: this is the way that needs no durable job and cleans up when the process stops.
    """

    def __init__(self) -> None:
        self._shown: OrderedDict[bytes, list[str]] = OrderedDict()
        self._fading: dict[bytes, Fading] = {}

    def of(self, lane: bytes) -> tuple[str, ...]:
        """What was shown since the last turn."""
        return tuple(self._shown.get(lane, ()))

    def handed_over(self, lane: bytes) -> None:
        """The sealed state has them now."""
        self._shown.pop(lane, None)

    def add(self, lane: bytes, shown: str | None) -> None:
        """A message was shown; the chat that was silent longest is forgotten when there are too many."""
        if shown is None:
            return
        messages = self._shown.setdefault(lane, [])
        messages.append(shown)
        del messages[:-EACH]
        self._shown.move_to_end(lane)
        if len(self._shown) > CHATS:
            self._shown.popitem(last=False)

    def fade(self, lane: bytes, chat: Private, shown: str | None, now: datetime) -> None:
        """Have this message taken away in ten minutes, with what is typed until then."""
        fading = self._fading.setdefault(lane, Fading(lane, chat, now + FLEETING))
        if shown is not None:
            fading.references.append(shown)

    def typed(self, lane: bytes, typed: str | None) -> None:
        """Something was typed: it goes together with what is fading there."""
        if lane in self._fading and typed is not None:
            self._fading[lane].references.append(typed)

    def next_faded(self, now: datetime | None) -> Fading | None:
        """One chat whose messages are due, handed out once; with None any chat: the process ends."""
        due = (lane for lane, fading in self._fading.items() if now is None or fading.due <= now)
        lane = next(due, None)
        return self._fading.pop(lane) if lane is not None else None

    def keep(self, fading: Fading) -> None:
        """It could not be taken away yet."""
        newer = self._fading.get(fading.lane)
        if newer is not None:
            fading.references.extend(newer.references)
        self._fading[fading.lane] = fading
