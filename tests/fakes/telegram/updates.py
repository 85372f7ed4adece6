"""The queue of updates for the bot: what waits, what was confirmed, in which order it comes."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from tests.fakes.telegram.bell import Bell, MovableClock

KEPT = timedelta(hours=24)
ONLY_WHEN_ASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
FUTURE = 10  # an offset further past the end than this is not believed and confirms nothing


@dataclass(frozen=True, slots=True)
class Pending:
    """An update that the bot has not confirmed."""

    id: int
    chat: int  # updates of one chat go to a webhook one after another
    at: datetime
    kind: str
    body: dict[str, Any]

    def shown(self) -> dict[str, Any]:
        """As the `Update` object that a bot receives."""
        return {"update_id": self.id, self.kind: self.body}


class Updates:
    """Updates that wait, oldest first; kept 24 hours at most.

    With polling an update is confirmed only by a getUpdates with a higher offset; until then it
    comes again. With a webhook it is confirmed by an answer of 200 to 299.
    """

    def __init__(self, bell: Bell, clock: MovableClock) -> None:
        self._bell, self._clock = bell, clock
        self._pending: list[Pending] = []
        self._held: list[Pending] | None = None
        self._twice = 0
        self._ids = count(731_500_001)
        self._last = 731_500_000
        self._allowed: frozenset[str] = frozenset()

    def allow(self, kinds: list[str]) -> None:
        """From now on make updates of these kinds only; none named means the usual ones."""
        self._allowed = frozenset(kinds)

    def add(self, kind: str, body: dict[str, Any], chat: int) -> int | None:
        """Queue an update; gives its id, or None when the bot did not ask for this kind."""
        if kind not in self._allowed if self._allowed else kind in ONLY_WHEN_ASKED:
            return None
        self._last = next(self._ids)
        update = Pending(self._last, chat, self._clock.now(), kind, body)
        copies = 1
        if self._twice:
            self._twice, copies = self._twice - 1, 2
        (self._pending if self._held is None else self._held).extend([update] * copies)
        self._bell.ring()
        return update.id

    def pending(self) -> list[Pending]:
        """What can be delivered now, in the order of delivery."""
        oldest = self._clock.now() - KEPT
        self._pending = [update for update in self._pending if update.at >= oldest]
        return self._pending

    def all_confirmed(self) -> bool:
        """Nothing waits and nothing is held back."""
        return not self.pending() and not self._held

    def read(self, offset: int, limit: int) -> list[dict[str, Any]]:
        """The first updates from `offset` on; everything below a believable offset is confirmed.

        A negative offset keeps that many from the end and forgets the rest.
        """
        waiting = self.pending()
        if offset < 0:
            self._pending = waiting[offset:]
        elif offset <= self._last + 1 + FUTURE:
            self._pending = [update for update in waiting if update.id >= offset]
        self._bell.ring()
        return [update.shown() for update in self._pending[:limit]]

    def confirm(self, update: Pending) -> None:
        """A webhook has taken this one; of a doubled update the second still comes."""
        if update in self._pending:
            self._pending.remove(update)
        self._bell.ring()

    def drop(self) -> None:
        """Forget everything that waits (`drop_pending_updates`)."""
        self._pending = []
        self._bell.ring()

    def double_next(self, times: int = 1) -> None:
        """The next `times` updates are delivered twice, with the same id."""
        self._twice += times

    def hold(self) -> None:
        """Keep new updates back until `release`."""
        self._held = self._held or []

    def release(self, *, reverse: bool = False) -> None:
        """Deliver what was held back; `reverse` puts the newest first."""
        held, self._held = self._held or [], None
        self._pending.extend(reversed(held) if reverse else held)
        self._bell.ring()
