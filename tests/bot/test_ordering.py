"""One conversation in order, conversations beside each other, nothing kept afterwards."""

import asyncio

import pytest
from prometheus_client import CollectorRegistry

from bot.front import Front
from bot.ordering import Ordering
from bot.wiring import House
from dialogues.private import Private
from handlers.ports import Channel, Inbound
from tests.handlers.fixtures import clock, furnished, house, reading
from tests.patience import PATIENCE

__all__ = ["clock", "furnished", "house", "reading"]


async def test_turns_of_one_conversation_follow_each_other() -> None:
    ordering, seen = Ordering(), list[str]()

    async def turn(name: str) -> None:
        async with ordering.turn(b"one"):
            seen.append(f"{name} begins")
            await asyncio.sleep(0)
            seen.append(f"{name} ends")

    await asyncio.gather(turn("first"), turn("second"), turn("third"))
    assert seen == [f"{n} {w}" for n in ("first", "second", "third") for w in ("begins", "ends")]


async def test_conversations_do_not_wait_for_each_other() -> None:
    ordering, together = Ordering(), asyncio.Barrier(2)

    async def turn(name: bytes) -> None:
        async with ordering.turn(name):
            await together.wait()  # ends only when both are inside

    await asyncio.wait_for(asyncio.gather(turn(b"one"), turn(b"two")), PATIENCE)


async def test_no_lock_stays_behind_also_after_a_failure() -> None:
    ordering = Ordering()

    async def failing_turn() -> None:
        async with ordering.turn(b"one"):
            assert len(ordering) == 1
            raise RuntimeError("broken")

    with pytest.raises(RuntimeError, match="broken"):
        await failing_turn()
    assert len(ordering) == 0


async def test_a_turn_that_failed_is_counted_and_the_channel_hears_of_it(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fails(*_: object) -> None:
        raise RuntimeError

    registry = CollectorRegistry()
    front = Front(house.turns, house.keys, registry)
    message = Inbound(Channel.TELEGRAM, "1", Private("77"), None, "/start")
    await front.take(message)
    assert registry.get_sample_value("openoor_turns_failed_total") == 0.0
    monkeypatch.setattr(house.turns, "take", fails)
    with pytest.raises(RuntimeError):
        await front.take(message)
    assert registry.get_sample_value("openoor_turns_failed_total") == 1.0
    assert registry.get_sample_value("openoor_turn_seconds_count") == 2.0
