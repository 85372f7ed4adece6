"""Keys move on each hour in both processes at once, and no conversation is shut by it."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from handlers.ports import Work
from storage.engines import engine_of
from storage.keys import KEK_DAYS, Keys
from storage.postgresql_store import PostgresqlStore
from storage.sealing import key_pair, new_key
from storage.upkeep import rotate
from tests.clock import FixedClock
from tests.replicas.conftest import somebody_waits
from tests.storage.people import begin, telegram

pytestmark = pytest.mark.postgresql


@pytest.fixture
async def stores(
    folder: Path, postgresql_url: str, clock: FixedClock
) -> AsyncIterator[tuple[PostgresqlStore, PostgresqlStore]]:
    """Two processes: keys of their own from one folder, one database."""
    one, two = [PostgresqlStore(postgresql_url, Keys.open(folder / "keys", clock), clock) for _ in range(2)]
    yield one, two
    await one.close()
    await two.close()


async def test_whoever_gives_a_reader_a_key_during_the_round_keeps_the_conversation_open(
    stores: tuple[PostgresqlStore, PostgresqlStore], clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    round_of, turn_of = stores
    peer = telegram(turn_of.keys)
    chat = await turn_of.write(lambda work: begin(work, peer, clock))
    clock.passes(days=1)
    unwrap, given = round_of.keys.unwrap, list[str]()

    def give(work: Work) -> None:
        work.conversations.give_code(chat, key_pair(new_key())[1], bytes(32))

    def meanwhile(*arguments: object) -> bytes:
        if not given:
            given.append(chat.id)
            turn_of._run(give, True)  # the turn commits between the round's look and its write
        return unwrap(*arguments)  # type: ignore[arg-type]  # as they came

    monkeypatch.setattr(round_of.keys, "unwrap", meanwhile)
    await rotate(round_of)
    assert given
    found = await turn_of.read(lambda work: work.conversations.find(peer))
    assert found is not None
    assert found.has_code


async def test_a_round_of_both_after_a_week_of_standing_still_loses_nothing(
    stores: tuple[PostgresqlStore, PostgresqlStore],
    clock: FixedClock,
    postgresql_url: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one, two = stores
    peer = telegram(one.keys)
    await one.write(lambda work: begin(work, peer, clock))
    clock.passes(days=KEK_DAYS + 1)
    first: list[asyncio.Task[None]] = []
    loop, days, engine = asyncio.get_running_loop(), two.keys.kek_days, engine_of(postgresql_url)

    def begun() -> None:
        first.append(loop.create_task(rotate(one)))

    def looks() -> object:
        """The second has read the old rows; before it looks which keys there are, the first has its round."""
        if not first:
            loop.call_soon_threadsafe(begun)
            while not (first and first[0].done()) and not somebody_waits(engine):
                continue
        return days()

    monkeypatch.setattr(two.keys, "kek_days", looks)
    await rotate(two)
    await first[0]
    engine.dispose()
    assert await one.read(lambda work: work.conversations.find(peer)) is not None
