"""One conversation in order, conversations in parallel."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class Ordering:
    """A lock per conversation, kept only while someone waits for it.

    Only an optimisation: the row's version decides, this keeps two messages of one person in the
    order in which they came, and spares one of them a second try.
    """

    def __init__(self) -> None:
        self._locks: dict[bytes, tuple[asyncio.Lock, int]] = {}

    @asynccontextmanager
    async def turn(self, conversation: bytes) -> AsyncIterator[None]:
        """Wait until every earlier turn of this conversation is done."""
        lock, waiting = self._locks.get(conversation, (asyncio.Lock(), 0))
        self._locks[conversation] = (lock, waiting + 1)
        try:
            async with lock:
                yield
        finally:
            lock, waiting = self._locks[conversation]
            if waiting == 1:
                del self._locks[conversation]
            else:
                self._locks[conversation] = (lock, waiting - 1)

    def __len__(self) -> int:
        return len(self._locks)
