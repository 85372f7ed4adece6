"""Mailbox, addresses, rosters and the audit chain."""

from dataclasses import replace
from datetime import date

import pytest
import sqlalchemy as sa

from dialogues.private import Private
from handlers.domain.errors import CannotOpen, Stale, StorageError
from handlers.domain.ids import CounsellorId, StaffId, new_id
from handlers.domain.roster import Absence, Counsellor, Gender, Roster
from handlers.ports import Channel, Mail, MailKind, Reach, Role, Staff, Work
from storage.audit import ChainBroken, Seal, entries, seal_of
from storage.keys import Keys
from storage.roster_codec import dump, parse
from storage.store import SqlStore
from storage.upkeep import read, write
from tests.clock import FixedClock
from tests.storage.people import begin, browser, telegram

HERE = Reach(Channel.TELEGRAM, Private("7130088001"), "nl")

JORIS = Counsellor(
    id=CounsellorId("joris"),
    name="Joris Vogelaar",
    gender=Gender.MAN,
    internal=True,
    languages=("nl", "en"),
    hello={"nl": "Hallo!", "en": "Hello!"},
    place="Kamer 2.04",
    days="maandag",
    phone="0612345678",
    mail="joris@voorbeeld.example",
    appointed_from=date(2025, 1, 1),
    appointment="besluit 12",
    absences=(Absence(date(2025, 7, 1), date(2025, 7, 14)),),
)


async def test_mail_is_read_in_order_and_dropped_up_to_a_number(
    store: SqlStore, keys: Keys, clock: FixedClock
) -> None:
    chat = await store.write(lambda work: begin(work, telegram(keys), clock))

    def put(work: Work) -> list[int]:
        kinds = (MailKind.ACCEPTED, MailKind.MESSAGE, MailKind.CLOSED)
        return [work.mailbox.put(chat.id, kind) for kind in kinds]

    assert await store.write(put) == [1, 2, 3]
    assert await store.read(lambda work: work.mailbox.peek(chat.id)) == [
        Mail(1, MailKind.ACCEPTED),
        Mail(2, MailKind.MESSAGE),
        Mail(3, MailKind.CLOSED),
    ]
    await store.write(lambda work: work.mailbox.drop(chat.id, 2))
    assert await store.read(lambda work: work.mailbox.peek(chat.id)) == [Mail(3, MailKind.CLOSED)]
    await store.write(lambda work: work.mailbox.drop(chat.id, 3))
    # A number is never used again: what was read before cannot drop what came since.
    assert await store.write(lambda work: work.mailbox.put(chat.id, MailKind.MESSAGE)) == 4


async def test_mail_for_a_gone_conversation_is_refused(
    store: SqlStore, keys: Keys, clock: FixedClock
) -> None:
    chat = await store.write(lambda work: begin(work, telegram(keys), clock))
    await store.write(lambda work: work.conversations.forget(chat.id))
    with pytest.raises(StorageError):
        await store.write(lambda work: work.mailbox.put(chat.id, MailKind.MESSAGE))


async def test_an_employees_address_is_opened_for_a_push_and_can_be_forgotten(
    store: SqlStore, keys: Keys, clock: FixedClock
) -> None:
    chat = await store.write(lambda work: begin(work, telegram(keys), clock))
    assert await store.read(lambda work: work.reaches.of_employee(chat.id)) is None
    for reach in (HERE, replace(HERE, language="en")):
        await store.write(lambda work, reach=reach: work.reaches.set_employee(chat.id, reach))  # type: ignore[misc]  # mypy cannot infer lambdas with defaults
        found = await store.read(lambda work: work.reaches.of_employee(chat.id))
        assert found == reach
    await store.write(lambda work: work.reaches.set_employee(chat.id, None))
    assert await store.read(lambda work: work.reaches.of_employee(chat.id)) is None


async def test_an_address_moved_to_another_conversation_does_not_open(
    store: SqlStore, keys: Keys, clock: FixedClock
) -> None:
    one = await store.write(lambda work: begin(work, telegram(keys), clock))
    two = await store.write(lambda work: begin(work, browser(keys), clock))
    await store.write(lambda work: work.reaches.set_employee(one.id, HERE))
    move = sa.text("UPDATE reaches SET conversation = :two")
    await write(store, lambda at: at.run(move, {"two": two.id}))
    with pytest.raises(CannotOpen):
        await store.read(lambda work: work.reaches.of_employee(two.id))


async def test_a_staff_account_belongs_to_the_newest_link(store: SqlStore, keys: Keys) -> None:
    anna, bram = (Staff(StaffId(new_id()), Role.COUNSELLOR, CounsellorId(name)) for name in ("anna", "bram"))
    lookup = keys.staff_lookup(Channel.TELEGRAM, HERE.address)

    def link(work: Work) -> None:
        work.desk.add_staff(anna)
        work.desk.add_staff(bram)
        work.reaches.set_staff(anna.id, HERE)
        assert work.reaches.staff_at(lookup) == anna.id
        assert work.reaches.of_staff(anna.id) == HERE
        work.reaches.set_staff(bram.id, HERE)

    await store.write(link)
    assert await store.read(lambda work: work.reaches.staff_at(lookup)) == bram.id
    assert await store.read(lambda work: work.reaches.of_staff(anna.id)) is None
    await store.write(lambda work: work.reaches.set_staff(bram.id, None))
    assert await store.read(lambda work: work.reaches.staff_at(lookup)) is None


async def test_a_roster_is_drafted_published_and_never_changed(store: SqlStore) -> None:
    day = date(2025, 11, 24)
    assert await store.read(lambda work: work.roster.current()) == Roster(0, ())
    assert await store.read(lambda work: work.roster.draft()) is None
    with pytest.raises(StorageError):
        await store.write(lambda work: work.roster.publish(day))
    await store.write(lambda work: work.roster.save_draft(Roster(0, ()), 0))
    await store.write(lambda work: work.roster.save_draft(Roster(0, (JORIS,)), 0))
    assert await store.read(lambda work: work.roster.current()) == Roster(0, ())
    published = await store.write(lambda work: work.roster.publish(day))
    assert published == Roster(1, (JORIS,))
    assert await store.read(lambda work: work.roster.current()) == published
    assert await store.read(lambda work: work.roster.draft()) is None
    assert await store.read(lambda work: work.roster.versions()) == [(1, day)]
    kept = await store.read(lambda work: [work.roster.version(number) for number in (0, 1, 2)])
    assert kept == [Roster(0, ()), published, None]
    with pytest.raises(Stale):
        await store.write(lambda work: work.roster.save_draft(published, 0))


async def test_a_draft_on_an_old_version_is_not_published(store: SqlStore) -> None:
    def race(work: Work) -> None:
        work.roster.save_draft(Roster(0, (JORIS,)), 0)
        work.roster.publish(date(2025, 11, 24))
        work.roster.save_draft(Roster(1, ()), 1)

    await store.write(race)
    await write(store, lambda at: at.run(sa.text("UPDATE roster_draft SET based_on = 0")))
    with pytest.raises(Stale):
        await store.write(lambda work: work.roster.publish(date(2025, 11, 25)))


def test_a_roster_text_of_an_earlier_version_is_still_read() -> None:
    roster = Roster(3, (replace(JORIS, until=date(2026, 1, 1), reason="verhuisd"),))
    assert parse(dump(roster)) == roster
    assert parse(dump(roster)) is parse(dump(roster))  # each round asks it of every case
    assert parse('{"version": 2, "counsellors": [], "colour": "blue"}') == Roster(2, ())


@pytest.mark.clause("C34")
async def test_what_staff_did_is_noted_in_a_chain(store: SqlStore, clock: FixedClock) -> None:
    who = StaffId(new_id())

    def note(work: Work) -> None:
        work.audit.note("login", who)
        work.audit.note("roster published")

    await store.write(note)
    day = clock.now().date()
    assert await read(store, entries) == [(1, day, "login", who), (2, day, "roster published", None)]


@pytest.mark.clause("C34")
@pytest.mark.parametrize(
    ("change", "seq"),
    [
        ("UPDATE audit SET what = 'logout' WHERE seq = 2", 2),
        ("DELETE FROM audit WHERE seq = 2", 2),
        ("DELETE FROM audit WHERE seq = 1", 1),
    ],
)
async def test_a_changed_link_breaks_the_chain(store: SqlStore, change: str, seq: int) -> None:
    def note(work: Work) -> None:
        for _ in range(3):
            work.audit.note("login")

    await store.write(note)
    await write(store, lambda at: at.run(sa.text(change)))
    with pytest.raises(ChainBroken) as broken:
        await read(store, entries)
    assert broken.value.seq == seq


@pytest.mark.clause("C34")
async def test_a_chain_that_was_cut_off_or_made_anew_does_not_hold_the_seal_that_was_noted(
    store: SqlStore,
) -> None:
    def note(work: Work) -> None:
        for _ in range(3):
            work.audit.note("login")

    empty = await read(store, seal_of)
    assert empty.links == 0
    await store.write(note)
    noted = await read(store, seal_of)
    assert noted.links == 3
    await store.write(note)
    assert (await read(store, lambda at: seal_of(at, noted))).links == 6
    assert (await read(store, lambda at: seal_of(at, empty))).links == 6
    await write(store, lambda at: at.run(sa.text("DELETE FROM audit WHERE seq >= 3")))
    assert (await read(store, seal_of)).links == 2, "without the note nobody sees that the end is gone"
    with pytest.raises(ChainBroken) as cut:
        await read(store, lambda at: seal_of(at, noted))
    assert cut.value.seq == 3
    await store.write(lambda work: work.audit.note("login ended"))
    with pytest.raises(ChainBroken) as anew:
        await read(store, lambda at: seal_of(at, noted))
    assert anew.value.seq == 3
    with pytest.raises(ChainBroken):
        await read(store, lambda at: seal_of(at, Seal(0, "0" * 15 + "1")))


@pytest.mark.clause("C34")
async def test_nothing_but_the_words_of_the_list_is_noted(store: SqlStore) -> None:
    with pytest.raises(StorageError) as refused:
        await store.write(lambda work: work.audit.note("Truus phoned about Joris"))
    assert "Truus" not in str(refused.value)
