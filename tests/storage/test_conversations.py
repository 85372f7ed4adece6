"""Running chats: who finds what, and that nobody writes over somebody else's turn."""

from datetime import timedelta

import pytest

from dialogues.private import Private
from handlers.domain.errors import CannotOpen, Stale
from handlers.ports import Channel, Chat, Work
from storage.keys import Keys
from storage.store import SqlStore
from tests.clock import FixedClock
from tests.storage.people import IDLE, add_counsellors, begin, browser, introduce, telegram


@pytest.mark.parametrize("channel", list(Channel))
async def test_a_chat_is_found_again_with_its_words(
    store: SqlStore, keys: Keys, clock: FixedClock, channel: Channel
) -> None:
    peer = keys.peer(channel, Private("7130088001"))
    begun = await store.write(lambda work: begin(work, peer, clock, running="ünïcode 🙂"))
    found = await store.read(lambda work: work.conversations.find(peer))
    assert found == begun
    assert found is not None
    assert found.running == Private("ünïcode 🙂")
    assert (found.version, found.case, found.has_code) == (1, None, False)


async def test_nobody_else_finds_it(store: SqlStore, keys: Keys, clock: FixedClock) -> None:
    await store.write(lambda work: begin(work, telegram(keys), clock))

    def others(work: Work) -> list[Chat | None]:
        same_token = keys.peer(Channel.WEB, Private("7130088001"))
        return [work.conversations.find(p) for p in (telegram(keys, "2"), browser(keys), same_token)]

    assert await store.read(others) == [None, None, None]


async def test_a_second_writer_is_told_that_the_row_changed(
    store: SqlStore, keys: Keys, clock: FixedClock
) -> None:
    peer = telegram(keys)
    read = await store.write(lambda work: begin(work, peer, clock))

    def save(work: Work) -> None:
        work.conversations.save(read, peer, running=Private("later"), delivery=None, idle_until=None)

    await store.write(save)
    with pytest.raises(Stale):
        await store.write(save)
    found = await store.read(lambda work: work.conversations.find(peer))
    assert found is not None
    assert found.version == 2


async def test_two_first_messages_at_once_make_one_conversation(
    store: SqlStore, keys: Keys, clock: FixedClock
) -> None:
    await store.write(lambda work: begin(work, telegram(keys), clock))
    with pytest.raises(Stale):
        await store.write(lambda work: begin(work, telegram(keys), clock))


async def test_a_plain_chat_is_saved_as_well(store: SqlStore, keys: Keys, clock: FixedClock) -> None:
    peer = browser(keys)
    read = await store.write(lambda work: begin(work, peer, clock))
    plain = Chat(read.id, read.version, read.running, read.delivery, read.has_code, read.case)
    until = clock.now() + IDLE

    def save(work: Work) -> None:
        work.conversations.save(plain, peer, running=Private("x"), delivery=None, idle_until=until)

    await store.write(save)
    with pytest.raises(Stale):
        await store.write(save)
    await store.write(lambda work: work.conversations.forget(read.id))
    with pytest.raises(Stale):
        await store.write(save)


async def test_the_lookup_moves_on_with_the_week_and_the_words_stay(
    store: SqlStore, keys: Keys, clock: FixedClock
) -> None:
    await store.write(lambda work: begin(work, telegram(keys), clock, running="before"))
    old = telegram(keys)
    clock.passes(days=15)
    peer = telegram(keys)
    assert peer.lookups[0] != old.lookups[0]
    assert peer.lookups[1] == old.lookups[0]
    found = await store.read(lambda work: work.conversations.find(peer))
    assert found is not None
    assert found.running == Private("before")

    await store.write(
        lambda work: work.conversations.save(
            found, peer, running=Private("after"), delivery=None, idle_until=None
        )
    )
    today_only = keys.peer(Channel.TELEGRAM, Private("7130088001"))
    again = await store.read(lambda work: work.conversations.find(today_only))
    assert again is not None
    assert again.running == Private("after")
    assert await store.read(lambda work: work.conversations.find(old)) is None


async def test_a_delivery_is_known_as_taken_for_three_days(
    store: SqlStore, keys: Keys, clock: FixedClock
) -> None:
    peer, delivery = telegram(keys), keys.delivery(Channel.TELEGRAM, "update 8")
    chat = await store.write(lambda work: begin(work, peer, clock))
    assert not await store.read(lambda work: work.conversations.was_taken(delivery))
    await store.write(
        lambda work: work.conversations.save(chat, peer, running=None, delivery=delivery, idle_until=None)
    )
    found = await store.read(lambda work: work.conversations.find(peer))
    assert found is not None
    assert found.delivery == delivery
    assert found.running is None
    clock.passes(days=3)
    assert await store.read(lambda work: work.conversations.was_taken(delivery))
    clock.passes(days=1)
    assert not await store.read(lambda work: work.conversations.was_taken(delivery))


async def test_the_same_delivery_taken_twice_is_refused(
    store: SqlStore, keys: Keys, clock: FixedClock
) -> None:
    delivery = keys.delivery(Channel.REST, "1")

    def take(work: Work, sender: str) -> None:
        peer = keys.peer(Channel.REST, Private(sender))
        chat = work.conversations.begin(peer, clock.now() + IDLE)
        work.conversations.save(chat, peer, running=None, delivery=delivery, idle_until=None)

    await store.write(lambda work: take(work, "one"))
    with pytest.raises(Stale):
        await store.write(lambda work: take(work, "two"))


async def test_a_wiped_chats_last_delivery_stays_known(
    store: SqlStore, keys: Keys, clock: FixedClock
) -> None:
    peer, delivery = telegram(keys), keys.delivery(Channel.TELEGRAM, "the press on wipe")

    def wipe(work: Work) -> None:
        chat = begin(work, peer, clock)
        work.conversations.save(chat, peer, running=None, delivery=delivery, idle_until=None)
        work.conversations.forget(chat.id)

    await store.write(wipe)
    assert await store.read(lambda work: work.conversations.find(peer)) is None
    assert await store.read(lambda work: work.conversations.was_taken(delivery))


@pytest.mark.clause("C41")
async def test_idle_chats_are_found_by_the_hour_and_never_one_with_a_case(
    store: SqlStore, keys: Keys, clock: FixedClock
) -> None:
    idle = await store.write(lambda work: begin(work, telegram(keys), clock))
    clock.passes(minutes=30)
    later = await store.write(lambda work: begin(work, browser(keys), clock))

    def with_case(work: Work) -> None:
        add_counsellors(work, clock)
        introduce(work, telegram(keys, "2"), clock)

    await store.write(with_case)

    async def found(limit: int = 10) -> set[str]:
        return set(await store.read(lambda work: work.conversations.idle(clock.now(), limit)))

    clock.passes(hours=39)
    assert await found() == set()
    clock.passes(minutes=30)
    assert await found() == {idle.id}
    clock.passes(hours=1)
    assert await found() == {idle.id, later.id}
    assert len(await found(limit=1)) == 1


async def test_a_chat_that_is_busy_in_another_browser_is_not_idle(
    store: SqlStore, keys: Keys, clock: FixedClock
) -> None:
    key, public, lookup = keys.code_key(Private("een twee drie"))
    other = browser(keys, "another-browser")

    def twice(work: Work) -> None:
        chat = begin(work, browser(keys), clock)
        work.conversations.give_code(chat, public, lookup)
        work.conversations.attach(chat.id, other, key, clock.now() + timedelta(minutes=30))
        found = work.conversations.find(other)
        assert found is not None
        later = clock.now() + timedelta(hours=60)
        work.conversations.save(found, other, running=None, delivery=None, idle_until=later)

    await store.write(twice)
    clock.passes(hours=50)
    assert await store.read(lambda work: work.conversations.idle(clock.now(), 10)) == []
    clock.passes(hours=10)
    assert len(await store.read(lambda work: work.conversations.idle(clock.now(), 10))) == 1


async def test_a_state_that_was_put_into_another_row_does_not_open(
    store: SqlStore, keys: Keys, clock: FixedClock
) -> None:
    from sqlalchemy import text

    from storage.upkeep import write

    peer = telegram(keys)
    chat = await store.write(lambda work: begin(work, peer, clock, running="first"))
    older = await write(store, lambda at: at.run(text("SELECT state FROM peers")).scalar_one())
    await store.write(
        lambda work: work.conversations.save(
            chat, peer, running=Private("second"), delivery=None, idle_until=None
        )
    )
    await write(store, lambda at: at.run(text("UPDATE peers SET state = :older"), {"older": older}))
    with pytest.raises(CannotOpen):
        await store.read(lambda work: work.conversations.find(peer))
