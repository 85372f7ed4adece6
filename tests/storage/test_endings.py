"""A database of before that is put back brings nothing back that ended since: no case, no login, no key."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from dialogues.private import Private
from handlers.domain.case import Status
from handlers.domain.errors import CannotOpen
from handlers.domain.ids import ConversationId, PasskeyId, StaffId, new_id
from handlers.ports import (
    Author,
    Channel,
    Job,
    JobKind,
    LinkPurpose,
    Numbers,
    Passkey,
    Reach,
    Role,
    Staff,
    Work,
)
from storage.backup import back_up, restore
from storage.endings import keep_ended
from storage.key_files import KeyFolder
from storage.keys import KEK_DAYS, Keys
from storage.store import SqlStore, open_store
from storage.upkeep import rotate
from tests.clock import FixedClock
from tests.storage.people import (
    ANNA,
    BRAM,
    CORA,
    Introduced,
    add_counsellors,
    begin,
    introduce,
    key_of,
    telegram,
)


@asynccontextmanager
async def put_back(
    store: SqlStore, folder: Path, request: pytest.FixtureRequest, since: Callable[[Work], object]
) -> AsyncIterator[SqlStore]:
    """The database of before `since`, restored elsewhere with the key files that are there now."""
    clock = store.clock
    day = clock.now().date()
    made = back_up(store.url, folder / "keys", data_to=folder / "a", keys_to=folder / "b", today=day)
    await store.write(since)
    url = f"sqlite:///{folder / 'new' / 'openoor.sqlite'}"
    if not store.url.startswith("sqlite"):
        url = request.getfixturevalue("postgresql_server").make()
    restore(url, folder / "keys", data_from=made.data, keys_from=None, today=day)
    again = await open_store(url, Keys.open(folder / "keys", clock), clock)
    try:
        yield again
    finally:
        await again.close()


def can_read(work: Work, who: Introduced) -> bool:
    """Whether the counsellor's key opens a word of this case."""
    try:
        return bool(work.cases.letters(who.case, Author.COUNSELLOR, key_of(ANNA)[0]))
    except CannotOpen:
        return False


def anna_of(work: Work) -> StaffId:
    staff = work.desk.staff_of(ANNA)
    assert staff is not None
    return staff.id


@pytest.mark.clause("C41")
async def test_what_was_wiped_declined_or_handed_over_stays_so(
    store: SqlStore, folder: Path, clock: FixedClock, request: pytest.FixtureRequest
) -> None:
    def before(work: Work) -> list[Introduced]:
        add_counsellors(work, clock)
        every = [introduce(work, telegram(store.keys, f"71300{n}"), clock) for n in range(3)]
        for who in every:
            work.schedule.hold(Job(new_id(), JobKind.HELD, staff=anna_of(work), case=who.case.id))
        return every

    wiped, declined, running = every = await store.write(before)

    def since(work: Work) -> None:
        work.conversations.forget(wiped.chat.id)
        work.cases.take_back(declined.case)
        work.cases.part(declined.case, Status.DECLINED)

    def read(work: Work) -> list[bool]:
        return [can_read(work, who) for who in every]

    async with put_back(store, folder, request, since) as again:
        assert await again.read(read) == [True, True, True], "as the backup has it"
        await keep_ended(again)
        assert await again.read(read) == [False, False, True]
        on_desk = await again.read(lambda work: work.cases.of_counsellor(ANNA))
        told = await again.read(lambda work: [job.case for job in work.schedule.unbrought(anna_of(work))])
        assert told == [running.case.id], "nobody is told of what ended"
        assert {case.id: case.status for case in on_desk} == {
            wiped.case.id: Status.WITHDRAWN,
            declined.case.id: Status.WITHDRAWN,
            running.case.id: Status.WAITING,
        }
        assert await again.read(lambda work: work.conversations.find(telegram(store.keys, "713000"))) is None
        own = await again.read(lambda work: work.conversations.find(telegram(store.keys, "713001")))
        assert own is not None, "what they wrote themselves stays theirs"
        clock.passes(days=1)
        await keep_ended(again)
        assert await again.read(lambda work: work.cases.of_counsellor(ANNA)) == on_desk, "and then it is done"


async def test_what_a_new_invitation_or_a_new_key_ended_is_not_back(
    store: SqlStore, folder: Path, clock: FixedClock, request: pytest.FixtureRequest
) -> None:
    today, officer = clock.now().date(), Staff(StaffId(new_id()), Role.HR, None)
    passkey = Passkey(PasskeyId(new_id()), officer.id, b"one", b"public", Private("mine"), today, 0)

    def before(work: Work) -> None:
        add_counsellors(work, clock, ANNA, BRAM)
        work.desk.add_staff(officer)
        work.logins.add_passkey(passkey)
        work.logins.set_numbers(Numbers(officer.id, Private("A" * 32), Private("twee woorden"), today, 1))

    def since(work: Work) -> None:
        work.logins.forget(officer.id)
        work.desk.set_key(ANNA, key_of(CORA)[1], today)

    await store.write(before)
    async with put_back(store, folder, request, since) as again:
        await keep_ended(again)
        assert await again.read(lambda work: work.logins.passkeys(officer.id)) == []
        assert await again.read(lambda work: work.logins.numbers(officer.id)) is None
        assert [key.counsellor for key in await again.read(lambda work: work.desk.keys())] == [BRAM]


@pytest.mark.clause("C34")
async def test_a_login_a_way_to_log_in_and_a_key_that_ended_open_no_desk_again(
    store: SqlStore, folder: Path, clock: FixedClock, request: pytest.FixtureRequest
) -> None:
    today, tokens = clock.now().date(), [Private(letter * 43) for letter in "ab"]
    anna, bram = (Staff(StaffId(new_id()), Role.COUNSELLOR, who) for who in (ANNA, BRAM))
    lost, kept = (
        Passkey(PasskeyId(new_id()), anna.id, name.encode(), b"public", Private(name), today, 0)
        for name in ("lost", "kept")
    )
    app = Numbers(anna.id, Private("A" * 32), Private("twee woorden"), today, 1)

    def before(work: Work) -> None:
        add_counsellors(work, clock, CORA)
        for who in (anna, bram):
            work.desk.add_staff(who)
        for passkey in (lost, kept):
            work.logins.add_passkey(passkey)
        work.logins.set_numbers(app)
        work.desk.begin_session(tokens[0], anna.id, clock.now() + timedelta(minutes=15))
        work.desk.add_link(tokens[1], bram.id, LinkPurpose.INVITATION, clock.now() + timedelta(hours=24))

    def since(work: Work) -> None:
        work.desk.end_staff(bram.id)
        work.logins.remove_passkey(anna.id, lost.id)
        work.logins.remove_numbers(anna.id)
        work.desk.drop_key(CORA)

    await store.write(before)
    async with put_back(store, folder, request, since) as again:
        spent = await again.write(
            lambda work: work.desk.spend_link(tokens[1], LinkPurpose.INVITATION, clock.now())
        )
        assert spent is None
        assert await again.write(lambda work: work.desk.session(tokens[0], clock.now(), clock.now())) is None
        await keep_ended(again)
        assert [
            who.id for who in await again.read(lambda work: work.desk.logins()) if who.counsellor == BRAM
        ] == []
        assert [each.id for each in await again.read(lambda work: work.logins.passkeys(anna.id))] == [kept.id]
        assert await again.read(lambda work: work.logins.numbers(anna.id)) is None
        assert await again.read(lambda work: work.desk.keys()) == []


async def test_who_works_here_again_keeps_the_key_of_the_new_login_at_every_start(
    store: SqlStore, clock: FixedClock
) -> None:
    def back_again(work: Work) -> None:
        add_counsellors(work, clock)
        work.desk.end_staff(anna_of(work))
        add_counsellors(work, clock, ANNA)

    await store.write(back_again)
    await keep_ended(store)
    keys = await store.read(lambda work: work.desk.keys())
    assert [key.counsellor for key in keys] == [ANNA, BRAM]


async def test_nobody_is_asked_again_who_said_stop_to_being_asked(
    store: SqlStore, folder: Path, clock: FixedClock, request: pytest.FixtureRequest
) -> None:
    today, (said_stop, pressed, waits) = (
        clock.now().date(),
        [Reach(Channel.TELEGRAM, Private(f"71300{n}"), "nl") for n in range(3)],
    )

    def before(work: Work) -> Private:
        for reach in (said_stop, pressed, waits):
            work.aftercare.keep(reach, today)
        opened = [work.aftercare.open(each) for each in work.aftercare.due(today, 9)]
        return next(each.token for each in opened if each and each.reach.address == pressed.address)

    token = await store.write(before)

    def since(work: Work) -> None:
        work.aftercare.forget(said_stop)
        assert work.aftercare.answered(token)

    async with put_back(store, folder, request, since) as again:
        await keep_ended(again)
        left = await again.read(
            lambda work: [work.aftercare.open(each) for each in work.aftercare.due(today, 9)]
        )
        assert [each.reach.address for each in left if each] == [waits.address]


async def test_no_backup_holds_the_marks_nobody_is_counted_and_they_go(
    store: SqlStore, folder: Path, clock: FixedClock
) -> None:
    def lists() -> list[Path]:
        return sorted((folder / "keys").glob("*.list"))

    only_looked = await store.write(lambda work: begin(work, telegram(store.keys, "7"), clock).id)
    await store.write(lambda work: work.conversations.forget(ConversationId(only_looked)))
    assert lists() == [], "who stopped before a word was sent is counted nowhere"

    def sent(work: Work) -> Introduced:
        add_counsellors(work, clock)
        return introduce(work, telegram(store.keys), clock)

    one = await store.write(sent)
    await store.write(lambda work: work.conversations.forget(one.chat.id))
    (kept,) = lists()
    assert kept.stat().st_mode & 0o077 == 0
    assert one.chat.id not in kept.read_text("ascii")
    day = clock.now().date()
    made = back_up(store.url, folder / "keys", data_to=folder / "a", keys_to=folder / "b", today=day)
    assert not [*made.data.glob("*.list"), *made.keys.glob("*.list")]
    clock.passes(days=KEK_DAYS)
    await rotate(store)
    assert lists() == [kept], "a backup of that day may still be put back"
    clock.passes(days=2)
    await rotate(store)
    assert lists() == []


async def test_a_wipe_does_not_wait_for_a_list_that_cannot_be_written(
    store: SqlStore, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError("no space left")

    def sent(work: Work) -> Introduced:
        add_counsellors(work, clock)
        return introduce(work, telegram(store.keys), clock)

    one = await store.write(sent)
    monkeypatch.setattr(KeyFolder, "note_ended", full)
    await store.write(lambda work: work.conversations.forget(one.chat.id))
    assert await store.read(lambda work: work.conversations.find(telegram(store.keys))) is None


def test_a_list_that_another_process_forgets_at_that_moment_is_no_error(keys: Keys, folder: Path) -> None:
    (folder / "keys" / "ended-2025-01-01-gone.list").symlink_to(folder / "nowhere")
    keys.note_ended(["mark"])
    assert keys.ended() == {"mark"}
