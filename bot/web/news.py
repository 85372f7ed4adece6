"""Server-sent events that say "something new" and never what.

Everyone with a conversation listens, with or without a case, and every word of a stream has one length: who
sees the connection learns neither that a message was sent nor when an answer came.
"""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable
from functools import partial

from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from bot.web.cookies import form_token
from bot.web.rooms import Rooms
from dialogues.private import Private
from handlers.domain.errors import Locked
from handlers.ports import Channel, Peer, Work

LOOKS = 120
"""How often a stream looks before it ends; the browser then begins a new one by itself."""

AGAIN = 15_000
"""Milliseconds after which a browser comes back."""

MOST_STREAMS = 500
MOST_EACH = 4
"""Of one browser: tabs. Nobody alone takes the places of all."""

EVENT_BYTES = 64


class News:
    """Every open stream of this process."""

    def __init__(self, rooms: Rooms) -> None:
        self._rooms, self._open = rooms, Counter[str]()

    async def stream(self, cookie: Private, last_event: str) -> Response:
        """A stream for this browser; 204 (do not come back) without a conversation or a place for it."""
        peer, browser = self._rooms.keyring.peer(Channel.WEB, cookie), form_token(cookie)
        if self._open.total() >= MOST_STREAMS or self._open[browser] >= MOST_EACH:
            return Response(status_code=204)
        self._open[browser] += 1  # before anything is awaited: many at once get no more than one by one
        there = False
        try:
            there = await self._look(peer) is not None
        finally:
            if not there:
                self._leave(browser)
        if not there:
            return Response(status_code=204)
        seen = int(last_event) if last_event.isdecimal() and len(last_event) < 12 else 0
        return _Stream(self._events(peer, seen), partial(self._leave, browser))

    def _leave(self, browser: str) -> None:
        self._open[browser] -= 1
        self._open += Counter()  # who left is not remembered

    async def _events(self, peer: Peer, seen: int) -> AsyncIterator[str]:
        yield _sized(f"retry: {AGAIN}\n")
        for _ in range(LOOKS):
            newest = await self._look(peer)
            if newest is None:
                return
            if newest > seen:
                seen = newest
                yield _sized(f"id: {seen}\nevent: news\ndata: new\n")
            else:
                yield _sized("")
            await asyncio.sleep(self._rooms.news_every)

    async def _look(self, peer: Peer) -> int | None:
        """The number of the newest event that waits, 0 when none does, None without a conversation."""
        try:
            return await self._rooms.store.read(lambda work: _newest(work, peer))
        except Locked:
            return 0


class _Stream(StreamingResponse):
    """A stream with a place, which is given back also when it ends before its first word."""

    def __init__(self, events: AsyncIterator[str], left: Callable[[], None]) -> None:
        super().__init__(events, media_type="text/event-stream")
        self._left = left

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See Starlette."""
        try:
            await super().__call__(scope, receive, send)
        finally:
            self._left()


def _sized(event: str) -> str:
    """The event with a comment before it, in EVENT_BYTES."""
    return f": {'.' * (EVENT_BYTES - 4 - len(event))}\n{event}\n"


def _newest(work: Work, peer: Peer) -> int | None:
    chat = work.conversations.find(peer)
    if chat is None:
        return None
    return max((mail.seq for mail in work.mailbox.peek(chat.id)), default=0)
