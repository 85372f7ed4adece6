"""Ways to be told, and what waits for a round, on both engines: sealed, counted, gone in time (C40)."""

from datetime import date

import pytest
import sqlalchemy as sa

from dialogues.private import Private
from handlers.domain.errors import CannotOpen
from handlers.domain.ids import CounsellorId, StaffId, new_id
from handlers.domain.pings import WayKind
from handlers.ports import Job, JobKind, PingWay, Role, Staff, Work
from storage.ping_ways import drop_unconfirmed
from storage.store import SqlStore
from storage.upkeep import read, write
from tests.clock import FixedClock

ADDRESS = Private("vera@korenbloem.example")


async def login(store: SqlStore, who: str = "vera-voorbeeld") -> StaffId:
    staff = Staff(StaffId(new_id()), Role.COUNSELLOR, CounsellorId(who))
    await store.write(lambda work: work.desk.add_staff(staff))
    return staff.id


async def added(store: SqlStore, staff: StaffId) -> PingWay:
    way = PingWay(new_id(), staff, WayKind.MAIL, ADDRESS, "nl", neutral=True, number=Private("012345"))
    await store.write(lambda work: work.ping_ways.add(way))
    return way


async def test_a_way_is_read_back_and_is_ready_once_it_was_confirmed(store: SqlStore) -> None:
    staff = await login(store)
    way = await added(store, staff)
    assert await store.read(lambda work: work.ping_ways.of(staff)) == [way]
    assert await store.read(lambda work: work.ping_ways.ready(staff)) == []
    assert [await store.write(lambda work: work.ping_ways.tried(way.id)) for _ in range(2)] == [1, 2]
    await store.write(lambda work: work.ping_ways.confirm(way))
    assert await store.read(lambda work: work.ping_ways.ready(staff)) == [way.id]
    kept = await store.read(lambda work: work.ping_ways.get(way.id))
    assert kept is not None
    assert (kept.address, kept.number) == (ADDRESS, None)
    assert await store.read(lambda work: work.ping_ways.get(new_id())) is None


async def test_the_first_day_without_an_answer_stays_until_it_works(store: SqlStore) -> None:
    staff = await login(store)
    way = await added(store, staff)
    for on in (date(2025, 11, 24), date(2025, 11, 26)):
        await store.write(lambda work, on=on: work.ping_ways.set_failed(way.id, on))  # type: ignore[misc]  # bound now
    (kept,) = await store.read(lambda work: work.ping_ways.of(staff))
    assert kept.failed_on == date(2025, 11, 24)
    assert await store.read(lambda work: work.ping_ways.is_failing(staff))
    await store.write(lambda work: work.ping_ways.set_failed(way.id, None))
    assert not await store.read(lambda work: work.ping_ways.is_failing(staff))


@pytest.mark.clause("C40")
async def test_an_address_that_was_moved_to_another_login_opens_for_nobody(store: SqlStore) -> None:
    vera, daan = await login(store), await login(store, "daan-denkbeeld")
    await added(store, vera)
    move = sa.text("UPDATE ping_ways SET staff = :daan").bindparams(daan=daan)
    await write(store, lambda at: at.run(move))
    with pytest.raises(CannotOpen):
        await store.read(lambda work: work.ping_ways.of(daan))


async def test_a_removed_ended_or_never_confirmed_way_goes_with_its_pings(
    store: SqlStore, clock: FixedClock
) -> None:
    staff, other = await login(store), await login(store, "daan-denkbeeld")
    first, second, third = await added(store, staff), await added(store, other), await added(store, staff)

    def pings(work: Work) -> None:
        for way in (first, second, third):
            work.schedule.enqueue(Job(new_id(), JobKind.PING, staff=way.staff, way=way.id))

    await store.write(pings)
    assert await store.read(lambda work: work.schedule.pinging(first.id))
    await store.write(lambda work: work.ping_ways.remove(first.id))
    assert not await store.read(lambda work: work.schedule.pinging(first.id))
    await store.write(lambda work: work.desk.end_staff(other))
    assert await store.read(lambda work: work.ping_ways.of(other)) == []
    clock.passes(hours=25)
    await write(store, drop_unconfirmed)
    left = await read(store, lambda at: at.run(sa.text("SELECT count(*) FROM jobs")).scalar_one())
    assert (left, await store.read(lambda work: work.ping_ways.of(staff))) == (0, [])


async def test_one_notice_of_a_kind_is_held_and_released_once(store: SqlStore) -> None:
    staff = await login(store)

    def hold(work: Work) -> None:
        for _ in range(3):
            work.schedule.hold(Job(new_id(), JobKind.HELD, staff=staff))

    await store.write(hold)
    assert await store.read(lambda work: work.schedule.held()) == [staff]
    (one,) = await store.read(lambda work: work.schedule.unbrought(staff))
    assert (one.kind, one.case, one.due) == (JobKind.HELD, None, None)
    for _ in range(2):
        await store.write(lambda work: work.schedule.release(one.id))
    (again,) = await store.read(lambda work: work.schedule.unbrought(staff))
    assert (again.id, again.kind) == (one.id, JobKind.NOTICE)
    assert await store.read(lambda work: work.schedule.held()) == []
    await store.write(lambda work: work.schedule.told(one.id))
    assert await store.read(lambda work: work.schedule.unbrought(staff)) == []


async def test_a_round_knows_its_moment_to_the_minute(store: SqlStore, clock: FixedClock) -> None:
    job = Job(new_id(), JobKind.ROUND, due=clock.now())
    await store.write(lambda work: work.schedule.enqueue(job))
    assert await store.write(lambda work: work.schedule.rounds()) == [job]
