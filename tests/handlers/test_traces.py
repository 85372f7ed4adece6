"""What stands on Telegram's side is remembered at once, and goes also when the process died (C41)."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa

from bot.wiring import House
from dialogues.private import Private
from handlers.domain.ids import StaffId
from handlers.ports import Channel, Gone, Inbound, JobKind, Later, Reach, Work
from handlers.running import TRAIL_LENGTH, RunningChat, dump, parse
from handlers.traces import Erasing, TraceBook, erase
from storage import upkeep
from tests.house import Employee, Mailroom, MovableClock, bring, rows, sweep, waiting_jobs

ACCOUNT = "7130088055"
AT = Reach(Channel.TELEGRAM, Private(ACCOUNT), "nl")
WIPED = "utter_wiped_telegram", "utter_wiped_telegram_left"


@pytest.fixture
def book(house: House) -> TraceBook:
    return TraceBook(house.store, house.keys, house.clock)


@pytest.fixture
def robin(house: House) -> Employee:
    return Employee(house, sender=ACCOUNT)


async def running(house: House) -> RunningChat:
    """Robin's sealed chat, opened."""
    peer = house.keys.peer(Channel.TELEGRAM, Private(ACCOUNT))
    chat = await house.store.read(lambda work: work.conversations.find(peer))
    assert chat is not None
    assert chat.running is not None
    return parse(chat.running)


async def delays(house: House) -> list[int]:
    """How long each job in the durable queue waits at least, in whole minutes.

    dbos reads its own clock twice for a job, so the milliseconds between depend on the machine.
    """
    text = (
        "SELECT delay_until_epoch_ms - created_at FROM workflow_status WHERE delay_until_epoch_ms IS NOT NULL"
    )
    found = await upkeep.read(house.store, lambda at: [row[0] for row in at.run(sa.text(text))])
    return [round(each / 60_000) for each in found]


async def wipes(robin: Employee, *shown: str) -> list[str]:
    """Wipe; gives what is said. `shown`: what Telegram counts since the last turn."""
    for step, payload in enumerate(("/wipe", "/SetSlots(wipe_ok=yes)")):
        sender, trail = Private(robin.sender), shown if step == 0 else ()
        await robin.delivers(
            Inbound(Channel.TELEGRAM, f"wipe-{step}", sender, payload=payload, language="nl", trail=trail)
        )
    return [message.text.reveal() for message in robin.last.messages]


@pytest.mark.clause("C41")
async def test_a_wipe_takes_along_what_was_shown_after_the_last_turn(
    house: House, robin: Employee, book: TraceBook
) -> None:
    await robin.commands("/start")
    assert await book.remember(AT, ("101.29", "102.29"))
    reopened = TraceBook(house.store, house.keys, house.clock)  # nothing lives in memory
    assert await reopened.remember(AT, ("103.29",))
    await wipes(robin, "104.29")
    mailroom = Mailroom()
    await bring(house, mailroom)
    ((reach, references),) = mailroom.erased
    assert (reach.channel, reach.address.reveal()) == (Channel.TELEGRAM, ACCOUNT)
    assert references == ("101.29", "102.29", "103.29", "104.29")


@pytest.mark.clause("C41")
async def test_what_a_wipe_leaves_until_telegram_has_deleted_says_nothing_and_goes(
    house: House, robin: Employee, book: TraceBook
) -> None:
    await robin.commands("/start")
    await book.remember(AT, ("987654321.29",))
    await wipes(robin)
    assert not {"conversations", "peers", "mailbox", "reaches"} & (await rows(house)).keys()
    (job,) = await waiting_jobs(house)
    assert job[1] is JobKind.ERASE

    def everything(work: Work) -> str:
        at = work.transaction  # type: ignore[attr-defined]  # the SQL store's own
        tables = sa.inspect(at.connection).get_table_names()
        return "".join(str(at.run(sa.select(sa.text("*")).select_from(sa.table(t))).all()) for t in tables)

    stored = await house.store.read(everything)
    assert job[0] in stored
    assert ACCOUNT not in stored
    assert "987654321" not in stored
    read = await house.store.read(lambda work: work.schedule.read(job[0]))
    assert ACCOUNT not in repr(read)
    assert "987654321" not in repr(read)

    await bring(house, Mailroom(Later(30)))
    assert await waiting_jobs(house)
    await bring(house, Mailroom())
    assert not await waiting_jobs(house)
    assert "jobs" not in await rows(house)


async def test_what_nobody_came_to_erase_is_forgotten_when_telegram_would_refuse(
    house: House, robin: Employee, book: TraceBook, clock: MovableClock
) -> None:
    await robin.commands("/start")
    await book.remember(AT, ("101.29",))
    await wipes(robin)
    clock.passes(hours=47)
    await sweep(house)
    assert len(await waiting_jobs(house)) == 1
    clock.passes(hours=1)
    await sweep(house)
    assert not await waiting_jobs(house)


async def test_nothing_is_to_be_erased_where_nothing_was_shown(house: House, robin: Employee) -> None:
    await robin.commands("/start")
    await wipes(robin)
    assert not await waiting_jobs(house)


async def test_of_somebody_without_a_chat_nothing_is_remembered(house: House, book: TraceBook) -> None:
    before = await rows(house)
    assert not await book.remember(AT, ("101.29",), typed="100.29")
    assert await rows(house) == before


async def test_remembering_changes_nothing_that_was_said(
    house: House, robin: Employee, book: TraceBook
) -> None:
    first = await robin.commands("/start")
    before = await running(house)
    await book.remember(AT, ("101.29",))
    after = await running(house)
    assert (after.state, after.says, after.since) == (before.state, before.says, before.since)
    again = await robin.again()
    assert [each.text.reveal() for each in again.messages] == [each.text.reveal() for each in first.messages]
    await robin.presses_payload("/SetSlots(in_danger=safe)")
    assert (await running(house)).trail == ("101.29",)


async def test_right_after_a_turn_nothing_is_read_to_remember(
    house: House, robin: Employee, book: TraceBook
) -> None:
    await robin.commands("/start")
    before = await running(house)
    read: list[str] = []

    def seen(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if statement.lstrip().upper().startswith("SELECT"):
            read.append(statement)

    sa.event.listen(sa.Engine, "before_cursor_execute", seen)
    try:
        assert await book.remember(AT, ("101.29",), kept=robin.last.kept)
    finally:
        sa.event.remove(sa.Engine, "before_cursor_execute", seen)
    assert read == []
    assert await running(house) == replace(before, trail=("101.29",))
    await robin.presses_payload("/SetSlots(in_danger=safe)")
    assert (await running(house)).trail == ("101.29",)


async def test_a_chat_that_was_written_meanwhile_is_remembered_as_it_is_now(
    house: House, robin: Employee, book: TraceBook
) -> None:
    kept = (await robin.commands("/start")).kept
    await book.remember(AT, ("101.29",), kept=kept)
    await robin.presses_payload("/SetSlots(in_danger=safe)")
    after = await running(house)
    assert await book.remember(AT, ("102.29",), kept=kept)
    assert await running(house) == replace(after, trail=("101.29", "102.29"))


async def test_after_a_wipe_nothing_is_remembered_whatever_the_turn_before_knew(
    house: House, robin: Employee, book: TraceBook
) -> None:
    kept = (await robin.commands("/start")).kept
    await wipes(robin)
    assert robin.last.kept is None
    before = await rows(house)
    assert not await book.remember(AT, ("101.29",), kept=kept)
    assert await rows(house) == before


async def test_what_a_turn_hands_to_the_channel_shows_no_key_and_no_word(robin: Employee) -> None:
    answer = await robin.commands("/start")
    assert answer.kept is not None
    assert "kept" not in repr(answer)
    assert ACCOUNT not in repr(answer.kept)
    assert "bytes" not in repr(answer.kept)
    assert "key" not in repr(answer.kept)


async def test_only_a_channel_that_remembers_is_handed_the_chat(house: House) -> None:
    browser = Employee(house, Channel.WEB, sender="a" * 43)
    assert (await browser.commands("/start")).kept is None


async def test_no_more_ids_are_kept_than_are_needed(house: House, robin: Employee, book: TraceBook) -> None:
    await robin.commands("/start")
    await book.remember(AT, [f"{number}.29" for number in range(TRAIL_LENGTH + 5)])
    trail = (await running(house)).trail
    assert (len(trail), trail[0]) == (TRAIL_LENGTH, "5.29")
    assert robin.house.voice.flows.texts.format(WIPED[1], "nl") in await wipes(robin)


async def test_a_short_lived_message_goes_after_ten_minutes_with_what_is_typed_until_then(
    house: House, robin: Employee, book: TraceBook, clock: MovableClock
) -> None:
    await robin.commands("/start")
    await book.remember(AT, ("100.29", "101.29"), fleeting=("101.29",))
    clock.passes(minutes=4)
    reopened = TraceBook(house.store, house.keys, house.clock)
    await robin.presses_payload("/SetSlots(in_danger=safe)")  # a turn in between keeps the moment
    await reopened.remember(AT, ("103.29",), typed="102.29")
    clock.passes(minutes=6)
    await reopened.remember(AT, ("105.29",), typed="104.29")
    assert sorted(await delays(house)) == [6, 10]
    mailroom = Mailroom()
    await bring(house, mailroom)
    assert sorted(references for _, references in mailroom.erased) == [("101.29",), ("102.29",)]


async def test_a_short_lived_message_goes_also_when_nothing_is_kept_of_the_chat(
    house: House, book: TraceBook
) -> None:
    assert not await book.remember(AT, ("101.29",), fleeting=("101.29",))
    assert await delays(house) == [10]


@pytest.mark.parametrize(("hours", "text"), [(1, 0), (46, 0), (47, 1), (60, 1)])
@pytest.mark.clause("C41")
async def test_a_chat_without_a_case_tells_what_telegram_keeps_when_it_is_old(
    house: House, robin: Employee, clock: MovableClock, hours: int, text: int
) -> None:
    await robin.commands("/start")
    for _ in range(2):
        clock.passes(hours=hours / 2)
        await robin.says("ik twijfel nog")
    said = await wipes(robin)
    texts = house.voice.flows.texts
    assert [texts.format(each, "nl") in said for each in WIPED] == [text == 0, text == 1]


@pytest.mark.clause("C41")
async def test_a_chat_that_is_older_than_its_case_tells_it_too(
    house: House, robin: Employee, clock: MovableClock
) -> None:
    await robin.commands("/start")
    for _ in range(2):
        clock.passes(hours=25)
        await robin.says("ik twijfel nog")
    await robin.commands("/start")
    await robin.introduces()
    assert house.voice.flows.texts.format(WIPED[1], "nl") in await wipes(robin)


async def test_a_state_of_before_this_was_known_has_no_beginning(house: House, robin: Employee) -> None:
    await robin.commands("/start")
    written = json.loads(dump(await running(house)).reveal())
    del written["since"], written["fading"]
    old = parse(Private(json.dumps(written)))
    assert (old.since, old.fading_until) == (None, None)


async def test_who_blocks_the_bot_is_no_longer_kept_to_be_told(
    house: House, robin: Employee, book: TraceBook
) -> None:
    await robin.commands("/start")
    peer = house.keys.peer(Channel.TELEGRAM, Private(ACCOUNT))

    def asks(work: Work) -> None:
        chat = work.conversations.find(peer)
        assert chat is not None
        work.reaches.set_employee(chat.id, AT)

    await house.store.write(asks)
    assert (await rows(house))["reaches"] == 1
    await book.unreachable(AT)
    assert "reaches" not in await rows(house)
    assert (await rows(house))["conversations"] == 1


async def test_a_counsellor_who_blocks_the_bot_gets_no_more_notices(house: House, book: TraceBook) -> None:
    staff = await house.store.read(lambda work: work.roster.current().counsellors[0].id)
    who = await house.store.read(lambda work: work.desk.staff_of(staff))
    assert who is not None
    staff_id: StaffId = who.id
    await house.store.write(lambda work: work.reaches.set_staff(staff_id, AT))
    await book.unreachable(AT)
    assert await house.store.read(lambda work: work.reaches.of_staff(staff_id)) is None


async def test_an_erasure_that_was_done_already_is_no_matter(house: House) -> None:
    await house.store.write(lambda work: erase(work, AT, ("1.29",), timedelta()))
    (job,) = await waiting_jobs(house)
    mailroom = Mailroom(Gone())
    await bring(house, mailroom)
    assert await Erasing(house.store, mailroom).erase(job[0]) is None
    assert len(mailroom.erased) == 1
