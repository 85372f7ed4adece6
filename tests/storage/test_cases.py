"""Cases without opening any seal: lists, terms, what is left of a wiped one."""

from dataclasses import replace
from datetime import timedelta

import pytest

from dialogues.private import Private
from handlers.domain.case import Case, Late, Status, Step
from handlers.domain.ids import CaseId, ConversationId, new_id
from handlers.ports import Author, Job, JobKind, MessageKind, Work
from storage.keys import Keys
from storage.store import SqlStore
from storage.upkeep import hourly
from tests.clock import FixedClock
from tests.storage.people import (
    ANNA,
    BRAM,
    WORDS,
    Introduced,
    add_counsellors,
    begin,
    introduce,
    key_of,
    new_case,
    telegram,
    write,
)


async def introduced(
    store: SqlStore, keys: Keys, clock: FixedClock, account: str = "1", *, first: bool = True
) -> Introduced:
    """One more case with Anna."""

    def job(work: Work) -> Introduced:
        if first:
            add_counsellors(work, clock)
        return introduce(work, telegram(keys, account), clock)

    return await store.write(job)


async def test_a_case_comes_back_as_it_was_saved(store: SqlStore, keys: Keys, clock: FixedClock) -> None:
    done, today = await introduced(store, keys, clock), clock.now().date()
    taken = done.case.after(Step.ACCEPT, today).after(Step.CLOSE, today)
    await store.write(lambda work: work.cases.save(taken))
    assert await store.read(lambda work: work.cases.get(done.case.id)) == taken
    assert await store.read(lambda work: work.cases.get(CaseId("none"))) is None
    chat = await store.read(lambda work: work.conversations.find(telegram(keys, "1")))
    assert chat is not None
    assert chat.case == taken


async def test_a_chat_shows_its_newest_case(store: SqlStore, keys: Keys, clock: FixedClock) -> None:
    done, today = await introduced(store, keys, clock), clock.now().date()
    withdrawn = done.case.after(Step.WITHDRAW, today)
    second = new_case(done.chat.id, clock, BRAM)

    def again(work: Work) -> None:
        work.cases.save(withdrawn)
        work.cases.add(second)

    await store.write(again)
    chat = await store.read(lambda work: work.conversations.find(telegram(keys, "1")))
    assert chat is not None
    assert chat.case == second


async def test_the_desk_lists_own_cases_longest_waiting_first(
    store: SqlStore, keys: Keys, clock: FixedClock
) -> None:
    first = await introduced(store, keys, clock)
    clock.passes(days=1)
    second = await introduced(store, keys, clock, "2", first=False)
    third = await introduced(store, keys, clock, "3", first=False)
    declined = third.case.after(Step.DECLINE, clock.now().date())
    await store.write(lambda work: work.cases.save(declined))

    def look(work: Work) -> tuple[list[Case], list[Case]]:
        return work.cases.of_counsellor(ANNA), work.cases.of_counsellor(BRAM)

    cases, others = await store.read(look)
    assert [case.id for case in cases] == [first.case.id, second.case.id]
    assert others == []
    assert await store.read(lambda work: work.cases.load()) == {ANNA: 2}
    longer = replace(second.case, sent_on=first.case.sent_on - timedelta(days=1))
    await store.write(lambda work: work.cases.save(longer))
    cases, _ = await store.read(look)
    assert [case.id for case in cases] == [second.case.id, first.case.id], (
        "by the day, not as they were stored"
    )


@pytest.mark.clause("C41")
async def test_of_a_wiped_case_one_word_is_left_for_thirty_days(
    store: SqlStore, keys: Keys, clock: FixedClock
) -> None:
    done = await introduced(store, keys, clock)
    await store.write(lambda work: work.conversations.forget(done.chat.id))
    (left,) = await store.read(lambda work: work.cases.of_counsellor(ANNA))
    assert left.id == done.case.id
    assert left.status is Status.WITHDRAWN
    assert left.conversation == ConversationId("")
    assert left.closed_on == clock.now().date()
    assert (left.accepted_on, left.seen_on, left.outside) == (None, None, False)
    clock.passes(days=30)
    await hourly(store)
    assert await store.read(lambda work: work.cases.of_counsellor(ANNA)) == [left]
    clock.passes(days=1)
    await hourly(store)
    assert await store.read(lambda work: work.cases.of_counsellor(ANNA)) == []


@pytest.mark.clause("C41")
async def test_of_a_declined_case_nothing_is_left(store: SqlStore, keys: Keys, clock: FixedClock) -> None:
    done = await introduced(store, keys, clock)

    def decline_and_wipe(work: Work) -> None:
        work.cases.save(done.case.after(Step.DECLINE, clock.now().date()))
        work.conversations.forget(done.chat.id)

    await store.write(decline_and_wipe)
    assert await store.read(lambda work: work.cases.get(done.case.id)) is None


async def test_a_wipe_takes_waiting_jobs_of_the_conversation_along(
    store: SqlStore, keys: Keys, clock: FixedClock
) -> None:
    done = await introduced(store, keys, clock)
    push = Job(new_id(), JobKind.PUSH, conversation=done.chat.id)
    notice = Job(new_id(), JobKind.NOTICE, case=done.case.id)
    withdrawn = Job(new_id(), JobKind.NOTICE)

    def job(work: Work) -> None:
        for each in (push, notice, withdrawn):
            work.schedule.enqueue(each)
        work.conversations.forget(done.chat.id)

    await store.write(job)
    found = await store.read(lambda work: [work.schedule.read(each.id) for each in (push, notice, withdrawn)])
    assert found == [None, None, withdrawn]


@pytest.mark.clause("C41")
async def test_closed_cases_and_silent_ones_reach_their_term(
    store: SqlStore, keys: Keys, clock: FixedClock
) -> None:
    closed = await introduced(store, keys, clock)
    silent = await introduced(store, keys, clock, "2", first=False)
    today = clock.now().date()

    def close(work: Work) -> None:
        work.cases.save(closed.case.after(Step.WITHDRAW, today))

    await store.write(close)

    def due(work: Work) -> tuple[list[str], list[str]]:
        now = clock.now().date()
        return (
            list(work.cases.closed_before(now - timedelta(days=30), 10)),
            list(work.cases.silent_before(now - timedelta(days=365), 10)),
        )

    clock.passes(days=30)
    assert await store.read(due) == ([], [])
    clock.passes(days=1)
    assert await store.read(due) == ([closed.chat.id], [])
    clock.passes(days=335)
    assert await store.read(due) == ([closed.chat.id], [silent.chat.id])


@pytest.mark.clause("C41")
async def test_when_a_term_ran_out_no_word_is_left_on_any_desk(
    store: SqlStore, keys: Keys, clock: FixedClock
) -> None:
    done = await introduced(store, keys, clock)
    await store.write(lambda work: work.conversations.forget(done.chat.id, quietly=True))
    assert await store.read(lambda work: work.cases.of_counsellor(ANNA)) == []
    assert await store.read(lambda work: work.cases.get(done.case.id)) is None


@pytest.mark.clause("C41")
async def test_of_an_ended_case_nothing_is_left_while_a_newer_one_goes_on(
    store: SqlStore, keys: Keys, clock: FixedClock
) -> None:
    done = await introduced(store, keys, clock)
    second = new_case(done.chat.id, clock, BRAM)
    about = Job(new_id(), JobKind.NOTICE, case=done.case.id)

    def again(work: Work) -> None:
        work.cases.save(done.case.after(Step.WITHDRAW, clock.now().date()))
        work.cases.add(second)
        write(work, second, WORDS, clock, MessageKind.INTRODUCTION)
        work.schedule.enqueue(about)

    await store.write(again)
    day = clock.now().date()
    assert await store.read(lambda work: work.cases.ended_before(day, 10)) == []
    clock.passes(days=1)
    assert await store.read(lambda work: work.cases.ended_before(clock.now().date(), 10)) == [done.case.id]
    await store.write(lambda work: work.cases.forget(done.case.id))

    def left(work: Work) -> tuple[object, ...]:
        read = work.cases.letters(second, Author.COUNSELLOR, key_of(BRAM)[0])
        gone = work.cases.get(done.case.id), work.schedule.read(about.id), work.consents.of(done.case.id)
        return *gone, [letter.text for letter in read], work.cases.of_counsellor(ANNA)

    assert await store.read(left) == (None, None, [], [WORDS], [])


async def test_a_case_that_parts_goes_on_under_another_id_and_leaves_one_word(
    store: SqlStore, keys: Keys, clock: FixedClock
) -> None:
    done = await introduced(store, keys, clock)
    about = Job(new_id(), JobKind.NOTICE, case=done.case.id)

    def hand_over(work: Work) -> Case:
        work.schedule.enqueue(about)
        work.cases.take_back(done.case)
        return work.cases.part(done.case, Status.HANDED_OVER)

    onward = await store.write(hand_over)
    assert onward == replace(done.case, id=onward.id)
    assert onward.id != done.case.id

    def look(work: Work) -> tuple[object, ...]:
        old, chat = work.cases.get(done.case.id), work.conversations.find(telegram(keys, "1"))
        assert old is not None
        assert chat is not None
        assert chat.case is not None
        consents = len(work.consents.of(onward.id))
        return old.status, old.conversation, chat.case.id, consents, work.schedule.read(about.id)

    assert await store.read(look) == (Status.HANDED_OVER, "", onward.id, 1, None)

    def own_words(work: Work) -> list[Private]:
        chat = work.conversations.find(telegram(keys, "1"))
        assert chat is not None
        key = work.conversations.employee_key(chat, telegram(keys, "1"))
        assert key is not None
        return [letter.text for letter in work.cases.letters(onward, Author.EMPLOYEE, key)]

    assert await store.read(own_words) == [WORDS]
    clock.passes(days=30)
    await hourly(store)
    assert len(await store.read(lambda work: work.cases.of_counsellor(ANNA))) == 2
    clock.passes(days=1)
    await hourly(store)
    assert [case.id for case in await store.read(lambda work: work.cases.of_counsellor(ANNA))] == [onward.id]


async def test_a_conversation_with_a_later_case_is_not_past_its_term(
    store: SqlStore, keys: Keys, clock: FixedClock
) -> None:
    done = await introduced(store, keys, clock)

    def again(work: Work) -> None:
        work.cases.save(done.case.after(Step.WITHDRAW, clock.now().date()))
        work.cases.add(new_case(done.chat.id, clock, BRAM))

    await store.write(again)
    clock.passes(days=31)
    assert await store.read(lambda work: work.cases.closed_before(clock.now().date(), 10)) == []


@pytest.mark.clause("C12")
async def test_who_waits_and_what_was_told_is_kept_until_it_is_with_another(
    store: SqlStore, keys: Keys, clock: FixedClock
) -> None:
    done = await introduced(store, keys, clock)
    today = clock.now().date()
    (running,) = await store.read(lambda work: work.cases.running())
    assert (running.id, running.awaited, running.told) == (done.case.id, True, None)
    told = running.asked(Late.OVERDUE, today)
    await store.write(lambda work: work.cases.save(told))
    assert await store.read(lambda work: work.cases.running()) == [told]
    handed = told.handed_over(BRAM, today, today + timedelta(days=2))
    await store.write(lambda work: work.cases.save(handed))
    (waiting,) = await store.read(lambda work: work.cases.running())
    assert (waiting.counsellor, waiting.told, waiting.asked_on) == (BRAM, None, today)
    await store.write(lambda work: work.cases.save(handed.after(Step.DECLINE, today)))
    assert await store.read(lambda work: work.cases.running()) == [], "the choice is the employee's"


@pytest.mark.clause("C12")
async def test_a_counsellor_is_reminded_of_a_waiting_case_once(
    store: SqlStore, keys: Keys, clock: FixedClock
) -> None:
    done = await introduced(store, keys, clock)
    (waiting,) = await store.read(lambda work: work.cases.unreminded(10))
    assert waiting.id == done.case.id
    assert await store.write(lambda work: work.cases.reminded(waiting))
    assert not await store.write(lambda work: work.cases.reminded(waiting)), "two rounds at once"
    assert await store.read(lambda work: work.cases.unreminded(10)) == []


async def test_a_case_needs_a_conversation_that_is_there(
    store: SqlStore, keys: Keys, clock: FixedClock
) -> None:
    chat = await store.write(lambda work: begin(work, telegram(keys), clock))
    await store.write(lambda work: work.conversations.forget(chat.id))
    from handlers.domain.errors import StorageError

    with pytest.raises(StorageError):
        await store.write(lambda work: work.cases.add(new_case(chat.id, clock)))
    assert key_of(ANNA) == key_of(ANNA)
