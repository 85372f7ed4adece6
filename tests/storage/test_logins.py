"""Ways to log in, on both engines: sealed to their row, found by a keyed hash, counted once."""

from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa

from dialogues.private import Private
from handlers.domain.errors import CannotOpen, StorageError
from handlers.domain.ids import PasskeyId, StaffId, new_id
from handlers.ports import ChallengeFor, Numbers, Passkey, ReaderKey, Work
from storage import upkeep
from storage.store import SqlStore
from storage.tables import numbers, passkeys
from tests.clock import FixedClock
from tests.storage.people import ANNA, BRAM, CORA, add_counsellors, confirm, key_of

BROWSER = Private("b" * 43)
PRF = Private("what the passkey gives")
CHALLENGE = b"c" * 32


async def staffed(store: SqlStore, clock: FixedClock) -> tuple[StaffId, StaffId]:
    """The logins of Anna and Bram."""

    def job(work: Work) -> tuple[StaffId, StaffId]:
        add_counsellors(work, clock)
        anna, bram = work.desk.staff_of(ANNA), work.desk.staff_of(BRAM)
        assert anna is not None
        assert bram is not None
        return anna.id, bram.id

    return await store.write(job)


def passkey(staff: StaffId, clock: FixedClock, credential: bytes = b"id") -> Passkey:
    return Passkey(
        PasskeyId(new_id()), staff, credential, b"public", Private("telefoon"), clock.now().date(), 3
    )


async def test_a_passkey_is_found_by_its_credential_and_comes_back_whole(
    store: SqlStore, clock: FixedClock
) -> None:
    anna, bram = await staffed(store, clock)
    hers = passkey(anna, clock)
    await store.write(lambda work: work.logins.add_passkey(hers))
    found = await store.read(lambda work: work.logins.passkey(b"id"))
    assert found == hers
    assert await store.read(lambda work: work.logins.passkey(b"other")) is None
    assert await store.read(lambda work: work.logins.passkeys(bram)) == []
    await store.write(lambda work: work.logins.count_use(hers.id, 9))
    assert await store.read(lambda work: work.logins.passkeys(anna)) == [replace(hers, sign_count=9)]
    with pytest.raises(StorageError, match="known already"):
        await store.write(lambda work: work.logins.add_passkey(passkey(bram, clock)))
    assert not await store.write(lambda work: work.logins.remove_passkey(bram, hers.id))
    assert await store.write(lambda work: work.logins.remove_passkey(anna, hers.id))


async def test_a_row_that_was_moved_opens_for_nobody(store: SqlStore, clock: FixedClock) -> None:
    anna, bram = await staffed(store, clock)
    app = Numbers(anna, Private("A" * 32), Private("twee woorden"), clock.now().date(), 1)

    def keep(work: Work) -> None:
        work.logins.add_passkey(passkey(anna, clock))
        work.logins.set_numbers(app)

    await store.write(keep)
    assert await store.read(lambda work: work.logins.numbers(anna)) == app
    assert await store.read(lambda work: work.logins.numbers_at(Private("TWEE  Woorden"))) == app
    for table in (passkeys, numbers):
        move = sa.update(table).values(staff=bram)
        await upkeep.write(store, lambda at, move=move: at.run(move).rowcount)  # type: ignore[misc]  # a default
    assert await store.read(lambda work: work.logins.passkey(b"id")) is None
    assert await store.read(lambda work: work.logins.numbers_at(app.words)) is None
    with pytest.raises(CannotOpen):
        await store.read(lambda work: work.logins.passkeys(bram))
    with pytest.raises(CannotOpen):
        await store.read(lambda work: work.logins.numbers(bram))


async def test_a_challenge_is_taken_once_for_its_purpose_browser_and_time(
    store: SqlStore, clock: FixedClock
) -> None:
    until, now = clock.now() + timedelta(minutes=5), clock.now()

    def give(work: Work) -> None:
        work.logins.add_challenge(CHALLENGE, ChallengeFor.ADDING, BROWSER, until)

    await store.write(give)

    async def taken(
        purpose: ChallengeFor, browser: Private | None, late: int = 0, what: bytes = CHALLENGE
    ) -> bool:
        at = now + timedelta(minutes=late)
        return await store.write(lambda work: work.logins.take_challenge(what, purpose, browser, at))

    assert not await taken(ChallengeFor.OPENING, BROWSER)
    assert not await taken(ChallengeFor.ADDING, None)
    assert not await taken(ChallengeFor.ADDING, Private("x" * 43))
    assert not await taken(ChallengeFor.ADDING, BROWSER, what=b"d" * 32)
    assert not await taken(ChallengeFor.ADDING, BROWSER, late=5)
    assert await taken(ChallengeFor.ADDING, BROWSER)
    assert not await taken(ChallengeFor.ADDING, BROWSER)


async def test_a_passkey_opens_the_present_key_and_no_earlier_one(store: SqlStore, clock: FixedClock) -> None:
    anna, bram = await staffed(store, clock)
    hers, his = passkey(anna, clock), passkey(bram, clock, b"his")
    key = ReaderKey(key_of(ANNA)[0].private)

    def keep(work: Work) -> None:
        for each in (hers, his):
            work.logins.add_passkey(each)
        work.logins.let_open(hers, PRF, key)

    await store.write(keep)
    opened = await store.read(lambda work: work.logins.opened_by(hers, PRF))
    assert opened == key
    assert await store.read(lambda work: work.logins.opened_by(hers, Private("other"))) is None
    assert await store.read(lambda work: work.logins.opened_by(his, PRF)) is None
    assert (await store.read(lambda work: work.logins.passkeys(anna)))[0].opens
    with pytest.raises(StorageError):
        await store.write(lambda work: work.logins.let_open(passkey(anna, clock), PRF, key))
    copies = await upkeep.read(store, lambda at: at.run(sa.select(passkeys.c.wrapped_key)).scalars().all())

    def change(work: Work) -> None:
        work.desk.set_key(ANNA, key_of(CORA)[1], clock.now().date())
        confirm(work, ANNA, BRAM)

    await store.write(change)
    assert not (await store.read(lambda work: work.logins.passkeys(anna)))[0].opens
    put_back = (
        sa.update(passkeys).where(passkeys.c.id == hers.id).values(wrapped_key=max(filter(None, copies)))
    )
    await upkeep.write(store, lambda at: at.run(put_back).rowcount)
    assert await store.read(lambda work: work.logins.opened_by(hers, PRF)) is None, "a copy of an earlier key"
    await store.write(lambda work: work.desk.drop_key(ANNA))
    await upkeep.write(store, lambda at: at.run(put_back).rowcount)
    assert await store.read(lambda work: work.logins.opened_by(hers, PRF)) is None, "there is no key now"


async def test_a_number_counts_once_and_later_ones_still_do(store: SqlStore, clock: FixedClock) -> None:
    anna, bram = await staffed(store, clock)
    app = Numbers(anna, Private("A" * 32), Private("twee woorden"), clock.now().date(), 7)
    await store.write(lambda work: work.logins.set_numbers(app))
    counted = [
        await store.write(lambda work, who=who, step=step: work.logins.count_number(who, step))  # type: ignore[misc]  # a default
        for who, step in ((anna, 7), (anna, 8), (anna, 8), (anna, 6), (anna, None), (None, 9), (bram, 9))
    ]
    assert counted == [False, True, False, False, False, False, False]
    with pytest.raises(StorageError, match="somebody else's"):
        await store.write(lambda work: work.logins.set_numbers(replace(app, staff=bram)))
    assert not await store.write(lambda work: work.logins.remove_numbers(bram))
    assert await store.write(lambda work: work.logins.remove_numbers(anna))


async def test_forgetting_takes_everything_of_one_login_and_nothing_of_another(
    store: SqlStore, clock: FixedClock
) -> None:
    anna, bram = await staffed(store, clock)

    def keep(work: Work) -> None:
        for number, who in enumerate((anna, bram)):
            work.logins.add_passkey(passkey(who, clock, str(number).encode()))
            words = Private(f"woorden {number}")
            work.logins.set_numbers(Numbers(who, Private("A" * 32), words, clock.now().date(), 1))
            work.desk.begin_session(Private(str(number) * 43), who, clock.now() + timedelta(minutes=15))
        work.logins.forget(anna)

    await store.write(keep)

    def left(work: Work) -> list[bool]:
        return [
            bool(work.logins.passkeys(who)) and work.logins.numbers(who) is not None for who in (anna, bram)
        ]

    assert await store.read(left) == [False, True]
    later = clock.now() + timedelta(minutes=15)
    for cookie, there in (("0", False), ("1", True)):
        session = await store.read(
            lambda work, cookie=cookie: work.desk.session(Private(cookie * 43), clock.now(), later)  # type: ignore[misc]  # a default
        )
        assert (session is not None and session.has_way) is there
