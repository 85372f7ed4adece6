"""Logins, links, sessions and keys of staff."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from dialogues.private import Private
from handlers.domain.errors import StorageError
from handlers.domain.ids import StaffId, new_id
from handlers.ports import (
    Channel,
    DeskSession,
    Job,
    JobKind,
    LinkPurpose,
    Reach,
    Role,
    Staff,
    Work,
)
from storage.counsellor_keys import KeyRowChanged, fingerprint
from storage.keys import Keys
from storage.store import SqlStore
from storage.upkeep import hourly, write
from tests.clock import FixedClock
from tests.storage.people import ANNA, BRAM, CORA, add_counsellors, key_of

COOKIE, TOKEN = Private("a-cookie-of-256-bits"), Private("a-token-of-256-bits")
QUARTER = timedelta(minutes=15)


@pytest.fixture
async def anna(store: SqlStore, clock: FixedClock) -> Staff:
    """Anna's login; she and Bram have keys."""

    def job(work: Work) -> Staff:
        add_counsellors(work, clock)
        found = work.desk.staff_of(ANNA)
        assert found is not None
        return found

    return await store.write(job)


async def test_one_login_has_one_role(store: SqlStore) -> None:
    hr = Staff(StaffId(new_id()), Role.HR, None)
    for wrong in (replace(hr, counsellor=ANNA), replace(hr, role=Role.COUNSELLOR)):
        with pytest.raises(StorageError):
            await store.write(lambda work, wrong=wrong: work.desk.add_staff(wrong))  # type: ignore[misc]  # mypy cannot infer lambdas with defaults
    assert await store.read(lambda work: work.desk.officer()) is None
    await store.write(lambda work: work.desk.add_staff(hr))
    assert await store.read(lambda work: work.desk.officer()) == hr
    assert await store.read(lambda work: work.desk.staff(hr.id)) == hr
    assert await store.read(lambda work: work.desk.staff_of(ANNA)) is None


async def test_a_link_opens_once_for_its_purpose_and_in_time(
    store: SqlStore, clock: FixedClock, anna: Staff
) -> None:
    now = clock.now()
    await store.write(lambda work: work.desk.add_link(TOKEN, anna.id, LinkPurpose.LOGIN, now + QUARTER))

    async def spend(token: Private, purpose: LinkPurpose) -> Staff | None:
        return await store.write(lambda work: work.desk.spend_link(token, purpose, clock.now()))

    assert await spend(Private("guessed"), LinkPurpose.LOGIN) is None
    assert await spend(TOKEN, LinkPurpose.TELEGRAM) is None
    assert await spend(TOKEN, LinkPurpose.LOGIN) == anna
    assert await spend(TOKEN, LinkPurpose.LOGIN) is None

    late = Private("late")
    await store.write(lambda work: work.desk.add_link(late, anna.id, LinkPurpose.LOGIN, now + QUARTER))
    clock.passes(minutes=15)
    assert await spend(late, LinkPurpose.LOGIN) is None


@pytest.fixture
async def session(store: SqlStore, clock: FixedClock, anna: Staff) -> DeskSession:
    """Anna is logged in, the desk still locked."""

    def job(work: Work) -> DeskSession:
        work.desk.begin_session(COOKIE, anna.id, clock.now() + QUARTER)
        found = work.desk.session(COOKIE, clock.now(), clock.now() + QUARTER)
        assert found is not None
        return found

    return await store.write(job)


async def look(store: SqlStore, clock: FixedClock, cookie: Private = COOKIE) -> DeskSession | None:
    """The session at the next press."""
    now = clock.now()
    return await store.write(lambda work: work.desk.session(cookie, now, now + QUARTER))


async def test_the_desk_locks_after_a_quarter_without_a_press_and_the_login_ends_after_two_weeks(
    store: SqlStore, clock: FixedClock, anna: Staff, session: DeskSession
) -> None:
    assert session.staff == anna
    assert session.key is None
    assert session.has_passphrase
    await store.write(lambda work: work.desk.unlock(COOKIE, key_of(ANNA)[0]))
    for _ in range(3):
        clock.passes(minutes=14)
        found = await look(store, clock)
        assert found is not None
        assert found.csrf == session.csrf
        assert found.key is not None
    assert await look(store, clock, Private("another cookie")) is None
    clock.passes(minutes=15)
    for _ in range(2):
        found = await look(store, clock)
        assert found is not None
        assert found.key is None, "only the passphrase brings it back"
    clock.passes(days=14, minutes=16)
    assert await look(store, clock) is None


async def test_looking_without_writing_does_not_keep_a_desk_open(
    store: SqlStore, clock: FixedClock, session: DeskSession
) -> None:
    await store.write(lambda work: work.desk.unlock(COOKIE, key_of(ANNA)[0]))
    clock.passes(minutes=14)
    now = clock.now()
    seen = await store.read(lambda work: work.desk.session(COOKIE, now, now + QUARTER))
    assert seen is not None
    assert seen.key is not None
    clock.passes(minutes=2)
    found = await look(store, clock)
    assert found is not None
    assert found.key is None


async def test_an_unlocked_desk_has_the_key_until_it_is_locked(
    store: SqlStore, clock: FixedClock, session: DeskSession
) -> None:
    key = key_of(ANNA)[0]
    await store.write(lambda work: work.desk.unlock(COOKIE, key))
    found = await look(store, clock)
    assert found is not None
    assert found.key is not None
    assert found.key.private == key.private
    await store.write(lambda work: work.desk.lock(COOKIE))
    locked = await look(store, clock)
    assert locked is not None
    assert locked.key is None
    with pytest.raises(StorageError):
        await store.write(lambda work: work.desk.unlock(Private("gone"), key))


async def test_logging_out_here_or_everywhere(
    store: SqlStore, clock: FixedClock, anna: Staff, session: DeskSession
) -> None:
    phone = Private("phone")
    await store.write(lambda work: work.desk.begin_session(phone, anna.id, clock.now() + QUARTER))
    await store.write(lambda work: work.desk.end_session(COOKIE))
    assert await look(store, clock) is None
    assert await look(store, clock, phone) is not None
    await store.write(lambda work: work.desk.end_all_sessions(anna.id))
    assert await look(store, clock, phone) is None


@pytest.mark.clause("C43")
async def test_an_ended_login_has_nothing_left(
    store: SqlStore, keys: Keys, clock: FixedClock, anna: Staff, session: DeskSession
) -> None:
    reach = Reach(Channel.TELEGRAM, Private("55"), "nl")
    job = Job(new_id(), JobKind.NOTICE, staff=anna.id)

    def end(work: Work) -> None:
        work.reaches.set_staff(anna.id, reach)
        work.schedule.enqueue(job)
        work.desk.add_link(TOKEN, anna.id, LinkPurpose.LOGIN, clock.now() + QUARTER)
        work.desk.end_staff(anna.id)

    await store.write(end)
    assert await look(store, clock) is None
    lookup = keys.staff_lookup(Channel.TELEGRAM, Private("55"))

    def left(work: Work) -> list[Any]:
        return [
            work.desk.wrapped_key(ANNA),
            work.reaches.of_staff(anna.id),
            work.reaches.staff_at(lookup),
            work.schedule.read(job.id),
            work.desk.spend_link(TOKEN, LinkPurpose.LOGIN, clock.now()),
        ]

    assert await store.write(left) == [None] * 5
    ended = await store.read(lambda work: work.desk.staff_of(ANNA))
    assert ended == replace(anna, ended=True)
    again = Staff(StaffId(new_id()), Role.COUNSELLOR, ANNA)
    await store.write(lambda work: work.desk.add_staff(again))
    assert await store.read(lambda work: work.desk.staff_of(ANNA)) == again
    with pytest.raises(StorageError):
        await store.write(lambda work: work.desk.end_staff(StaffId("nobody")))


async def test_an_ended_logins_session_is_no_session(
    store: SqlStore, clock: FixedClock, anna: Staff, session: DeskSession
) -> None:
    await write(store, lambda at: at.run(sa.text("UPDATE staff SET ended = TRUE")))
    assert await look(store, clock) is None


@pytest.mark.clause("C35")
async def test_a_key_is_confirmed_by_a_colleague_only(store: SqlStore, clock: FixedClock) -> None:
    today = clock.now().date()

    shown = fingerprint(key_of(ANNA)[1].public)

    def confirm(work: Work) -> None:
        work.desk.confirm_key(ANNA, shown, ANNA)

    with pytest.raises(StorageError):
        await store.write(confirm)  # no key yet
    await store.write(lambda work: work.desk.set_key(ANNA, key_of(ANNA)[1], today))
    with pytest.raises(StorageError):
        await store.write(confirm)
    (state,) = await store.read(lambda work: work.desk.keys())
    assert not state.confirmed
    other = fingerprint(key_of(CORA)[1].public)
    with pytest.raises(StorageError):
        await store.write(lambda work: work.desk.confirm_key(ANNA, other, BRAM))
    await store.write(lambda work: work.desk.confirm_key(ANNA, shown, BRAM))
    (state,) = await store.read(lambda work: work.desk.keys())
    assert state.confirmed
    assert state.made_on == today
    assert state.fingerprint == fingerprint(key_of(ANNA)[1].public)
    assert [len(group) for group in state.fingerprint.split()] == [5] * 6
    assert await store.read(lambda work: work.desk.wrapped_key(ANNA)) == key_of(ANNA)[1]


@pytest.mark.clause("C35")
async def test_a_key_is_confirmed_only_as_it_was_shown(store: SqlStore, clock: FixedClock) -> None:
    today = clock.now().date()
    await store.write(lambda work: work.desk.set_key(ANNA, key_of(ANNA)[1], today))
    (shown,) = [key.fingerprint for key in await store.read(lambda work: work.desk.keys())]
    await store.write(lambda work: work.desk.set_key(ANNA, key_of(CORA)[1], today))
    with pytest.raises(StorageError):
        await store.write(lambda work: work.desk.confirm_key(ANNA, shown, BRAM))
    (state,) = await store.read(lambda work: work.desk.keys())
    assert not state.confirmed


@pytest.mark.clause("C35")
@pytest.mark.parametrize(
    "change",
    [
        "UPDATE counsellor_keys SET public = (SELECT public FROM counsellor_keys WHERE counsellor = 'bram')",
        "UPDATE counsellor_keys SET confirmed_by = 'cora' WHERE counsellor = 'anna'",
        "UPDATE counsellor_keys SET counsellor = 'dora' WHERE counsellor = 'anna'",
        "UPDATE counsellor_keys SET mac = salt WHERE counsellor = 'anna'",
    ],
)
async def test_a_key_that_was_changed_in_the_database_is_refused(
    store: SqlStore, clock: FixedClock, change: str
) -> None:
    today = clock.now().date()

    def job(work: Work) -> None:
        work.desk.set_key(ANNA, key_of(ANNA)[1], today)
        work.desk.set_key(BRAM, key_of(BRAM)[1], today)

    await store.write(job)
    await write(store, lambda at: at.run(sa.text(change)))
    with pytest.raises(KeyRowChanged):
        await store.read(lambda work: work.desk.keys())


async def test_a_new_key_locks_every_desk_of_that_counsellor(
    store: SqlStore, clock: FixedClock, session: DeskSession
) -> None:
    def job(work: Work) -> None:
        work.desk.unlock(COOKIE, key_of(ANNA)[0])
        work.desk.set_key(ANNA, key_of(CORA)[1], clock.now().date())

    await store.write(job)
    found = await look(store, clock)
    assert found is not None
    assert found.key is None


async def test_the_hourly_round_forgets_idle_sessions_and_old_links(
    store: SqlStore, clock: FixedClock, anna: Staff, session: DeskSession
) -> None:
    until = clock.now() + QUARTER
    await store.write(lambda work: work.desk.add_link(TOKEN, anna.id, LinkPurpose.LOGIN, until))

    async def rows() -> list[int]:
        return [
            await write(store, lambda at, t=table: at.run(sa.text(f"SELECT count(*) FROM {t}")).scalar_one())  # type: ignore[misc]  # noqa: S608  # two names of our own
            for table in ("sessions", "links")
        ]

    await store.write(lambda work: work.desk.unlock(COOKIE, key_of(ANNA)[0]))
    await hourly(store)
    assert await rows() == [1, 1]
    clock.passes(minutes=16)
    await hourly(store)
    assert await rows() == [1, 0]
    held = "SELECT count(*) FROM sessions WHERE wrapped_key IS NOT NULL"
    assert await write(store, lambda at: at.run(sa.text(held)).scalar_one()) == 0
    clock.passes(days=14)
    await hourly(store)
    assert await rows() == [0, 0]
