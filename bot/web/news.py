"""Server-sent events that say "something new" and never what."""

import asyncio
from collections.abc import AsyncIterator

from starlette.responses import Response, StreamingResponse

from bot.web.rooms import Rooms
from dialogues.private import Private
from handlers.domain.errors import Locked
from handlers.ports import Channel, Peer, Work

LOOKS = 120
"""How often a stream looks before it ends; the browser then begins a new one by itself."""

AGAIN = 15_000
"""Milliseconds after which a browser comes back."""

MOST_STREAMS = 500


class News:
    """Every open stream of this process."""

    def __init__(self, rooms: Rooms) -> None:
        self._rooms, self._open = rooms, 0

    async def stream(self, cookie: Private, last_event: str) -> Response:
        """A stream for this browser; 204 (do not come back) when it has no case or too many are open."""
        peer = self._rooms.keyring.peer(Channel.WEB, cookie)
        if self._open >= MOST_STREAMS or await self._look(peer) is None:
            return Response(status_code=204)
        seen = int(last_event) if last_event.isdecimal() and len(last_event) < 12 else 0
        return StreamingResponse(self._events(peer, seen), media_type="text/event-stream")

    async def _events(self, peer: Peer, seen: int) -> AsyncIterator[str]:
        self._open += 1
        try:
            yield f"retry: {AGAIN}\n\n"
            for _ in range(LOOKS):
                newest = await self._look(peer)
                if newest is None:
                    return
                if newest > seen:
                    seen = newest
                    yield f"id: {seen}\nevent: news\ndata: new\n\n"
                else:
                    yield ": \n\n"
                await asyncio.sleep(self._rooms.news_every)
        finally:
            self._open -= 1

    async def _look(self, peer: Peer) -> int | None:
        """The number of the newest event that waits, 0 when none does, None without a case."""
        try:
            return await self._rooms.store.read(lambda work: _newest(work, peer))
        except Locked:
            return 0


def _newest(work: Work, peer: Peer) -> int | None:
    chat = work.conversations.find(peer)
    if chat is None or chat.case is None:
        return None
    return max((mail.seq for mail in work.mailbox.peek(chat.id)), default=0)
