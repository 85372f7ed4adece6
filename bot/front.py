"""The one door for messages of employees: in order per conversation, counted without content."""

from time import perf_counter

from prometheus_client import CollectorRegistry, Counter, Histogram

from bot.ordering import Ordering
from handlers.ports import Answer, Inbound, Keyring
from handlers.turn import Turns


class Front:
    """Every channel brings its messages here. Metrics know how many and how long, never who or what."""

    def __init__(self, turns: Turns, keyring: Keyring, registry: CollectorRegistry) -> None:
        self._turns, self._keyring, self._ordering = turns, keyring, Ordering()
        self._seconds = Histogram("openoor_turn_seconds", "Time a turn took", registry=registry)
        self._failed = Counter("openoor_turns_failed", "Turns that wrote nothing", registry=registry)

    async def take(self, inbound: Inbound) -> Answer:
        """As Turns.take. Raises what it raises; the channel then does not confirm the delivery."""
        peer = self._keyring.peer(inbound.channel, inbound.sender)
        began = perf_counter()
        try:
            async with self._ordering.turn(peer.lookups[0]):
                return await self._turns.take(inbound, peer)
        except BaseException:
            self._failed.inc()
            raise
        finally:
            self._seconds.observe(perf_counter() - began)
