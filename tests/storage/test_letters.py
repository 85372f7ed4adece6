"""The one road to a counsellor, and who opens what (C15, C40, C42)."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa

from dialogues.private import Private
from handlers.domain.case import Case, Step
from handlers.domain.consent import Consent, ConsentState, NotCovered, NotLive, Purpose
from handlers.domain.errors import CannotOpen, StorageError
from handlers.domain.ids import CaseId, ConversationId, StaffId, new_id
from handlers.ports import Author, Letter, MailKind, MessageKind, Role, Staff, Work, WrappedKey
from storage import upkeep
from storage.keys import Keys
from storage.store import SqlStore
from storage.tables import letters
from tests.clock import FixedClock
from tests.storage.people import (
    ANNA,
    BRAM,
    CORA,
    WORDS,
    Introduced,
    add_counsellors,
    begin,
    confirm,
    consent_for,
    introduce,
    key_of,
    new_case,
    telegram,
    write,
)

ANSWER = Private("Dank je voor je bericht. Ik luister.")


@pytest.fixture
async def done(store: SqlStore, keys: Keys, clock: FixedClock) -> Introduced:
    """Counsellors, and one introduction to Anna."""

    def job(work: Work) -> Introduced:
        add_counsellors(work, clock)
        return introduce(work, telegram(keys), clock)

    return await store.write(job)


def inbox(work: Work, case: Case) -> list[Letter]:
    """What Anna can read."""
    return work.cases.letters(case, Author.COUNSELLOR, key_of(ANNA)[0])


async def test_the_counsellor_reads_what_was_written_in_order(
    store: SqlStore, clock: FixedClock, done: Introduced
) -> None:
    def job(work: Work) -> list[Letter]:
        write(work, done.case, Private("Nog iets."), clock)
        work.cases.write_to_employee(done.case, ANSWER)
        return inbox(work, done.case)

    letters = await store.write(job)
    assert [(x.author, x.kind, x.text) for x in letters] == [
        (Author.EMPLOYEE, MessageKind.INTRODUCTION, WORDS),
        (Author.EMPLOYEE, MessageKind.MESSAGE, Private("Nog iets.")),
        (Author.COUNSELLOR, MessageKind.MESSAGE, ANSWER),
    ]
    assert letters[0].id == done.letter
    assert {letter.on for letter in letters} == {clock.now().date()}


@pytest.mark.clause("C42")
async def test_another_counsellors_key_opens_nothing(store: SqlStore, done: Introduced) -> None:
    with pytest.raises(CannotOpen):
        await store.read(lambda work: work.cases.letters(done.case, Author.COUNSELLOR, key_of(BRAM)[0]))
    with pytest.raises(CannotOpen):
        await store.read(lambda work: work.cases.letters(done.case, Author.EMPLOYEE, key_of(ANNA)[0]))


async def test_a_case_without_letters_has_none_for_anybody(
    store: SqlStore, keys: Keys, clock: FixedClock
) -> None:
    def job(work: Work) -> list[Letter]:
        case = new_case(begin(work, telegram(keys), clock).id, clock)
        work.cases.add(case)
        return inbox(work, case)

    assert await store.write(job) == []


@pytest.mark.clause("C15")
@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (lambda c: replace(c, who=BRAM), NotCovered),
        (lambda c: replace(c, case=CaseId(new_id())), NotCovered),
        (lambda c: replace(c, purpose=Purpose.INTRODUCE), NotCovered),
    ],
)
async def test_a_consent_to_something_else_sends_nothing(
    store: SqlStore,
    clock: FixedClock,
    done: Introduced,
    change: Callable[[Consent], Consent],
    problem: type[Exception],
) -> None:
    def job(work: Work) -> None:
        consent = consent_for(work, done.case, ANSWER, clock, Purpose.WRITE)
        work.consents.add(consent)
        spent = change(consent).spend(clock.now())
        work.cases.deliver_to_counsellor(spent, done.case, MessageKind.MESSAGE, ANSWER)

    with pytest.raises(problem):
        await store.write(job)
    assert len(await store.read(lambda work: inbox(work, done.case))) == 1


@pytest.mark.clause("C15")
async def test_not_a_letter_more_than_was_consented_to(
    store: SqlStore, clock: FixedClock, done: Introduced
) -> None:
    def job(work: Work) -> None:
        consent = consent_for(work, done.case, Private("Dit mag."), clock, Purpose.WRITE)
        work.consents.add(consent)
        work.cases.deliver_to_counsellor(
            consent.spend(clock.now()), done.case, MessageKind.MESSAGE, Private("Dit mag. En dit niet.")
        )

    with pytest.raises(NotCovered):
        await store.write(job)


@pytest.mark.clause("C15")
async def test_a_consent_is_good_for_one_letter(store: SqlStore, clock: FixedClock, done: Introduced) -> None:
    def send(work: Work, consent: Consent) -> None:
        work.cases.deliver_to_counsellor(
            consent.spend(clock.now()), done.case, MessageKind.MESSAGE, Private("Een keer.")
        )

    def first(work: Work) -> Consent:
        consent = consent_for(work, done.case, Private("Een keer."), clock, Purpose.WRITE)
        work.consents.add(consent)
        send(work, consent)
        return consent

    consent = await store.write(first)
    with pytest.raises(NotLive):
        await store.write(lambda work: send(work, consent))
    assert len(await store.read(lambda work: inbox(work, done.case))) == 2
    stored = await store.read(lambda work: work.consents.of(done.case.id))
    assert [c.state for c in stored] == [ConsentState.SPENT, ConsentState.SPENT]
    assert stored[1] == replace(consent, state=ConsentState.SPENT)


@pytest.mark.clause("C15")
async def test_a_withdrawn_or_unrecorded_consent_sends_nothing(
    store: SqlStore, clock: FixedClock, done: Introduced
) -> None:
    consent = await store.read(lambda work: consent_for(work, done.case, ANSWER, clock, Purpose.WRITE))

    def send(work: Work) -> None:
        work.cases.deliver_to_counsellor(consent.spend(clock.now()), done.case, MessageKind.MESSAGE, ANSWER)

    with pytest.raises(NotLive):
        await store.write(send)

    def withdraw(work: Work) -> None:
        work.consents.add(consent)
        work.consents.save(consent.withdrawn())

    await store.write(withdraw)
    with pytest.raises(NotLive):
        await store.write(send)
    with pytest.raises(StorageError):
        await store.write(lambda work: work.consents.save(consent))
    with pytest.raises(StorageError):
        await store.write(lambda work: work.consents.add(consent.withdrawn()))


async def test_a_key_that_nobody_confirmed_receives_nothing(
    store: SqlStore, keys: Keys, clock: FixedClock
) -> None:
    def job(work: Work) -> None:
        work.desk.add_staff(Staff(StaffId(new_id()), Role.COUNSELLOR, ANNA))
        work.desk.set_key(ANNA, key_of(ANNA)[1], clock.now().date())
        introduce(work, telegram(keys), clock)

    with pytest.raises(StorageError):
        await store.write(job)


async def test_words_to_the_employee_need_a_key_of_theirs(
    store: SqlStore, keys: Keys, clock: FixedClock
) -> None:
    def job(work: Work) -> None:
        case = new_case(begin(work, telegram(keys), clock).id, clock)
        work.cases.add(case)
        work.cases.write_to_employee(case, ANSWER)

    with pytest.raises(StorageError):
        await store.write(job)


async def test_taken_back_words_are_the_authors_alone(store: SqlStore, keys: Keys, done: Introduced) -> None:
    def job(work: Work) -> list[Letter]:
        work.cases.take_back(done.case)
        assert inbox(work, done.case) == []
        key = work.conversations.employee_key(done.chat, telegram(keys))
        assert key is not None
        return work.cases.letters(done.case, Author.EMPLOYEE, key)

    (letter,) = await store.write(job)
    assert letter.text == WORDS


async def test_the_next_counsellor_gets_only_what_is_sent_anew(
    store: SqlStore, clock: FixedClock, done: Introduced
) -> None:
    def job(work: Work) -> list[Letter]:
        work.cases.take_back(done.case)
        today = clock.now().date()
        case = done.case.handed_over(BRAM, today, today + timedelta(days=3))
        work.cases.save(case)
        write(work, case, Private("Opnieuw."), clock, MessageKind.INTRODUCTION)
        with pytest.raises(CannotOpen):
            inbox(work, case)
        return work.cases.letters(case, Author.COUNSELLOR, key_of(BRAM)[0])

    (letter,) = await store.write(job)
    assert letter.text == Private("Opnieuw.")


def _changed_key() -> WrappedKey:
    return key_of(CORA)[1]


async def test_a_changed_key_holds_the_case_until_the_employee_was_told(
    store: SqlStore, clock: FixedClock, done: Introduced
) -> None:
    held = await store.read(lambda work: consent_for(work, done.case, ANSWER, clock, Purpose.WRITE))

    def change(work: Work) -> None:
        work.consents.add(held)
        work.desk.set_key(ANNA, _changed_key(), clock.now().date())
        confirm(work, ANNA, BRAM)

    await store.write(change)
    with pytest.raises(StorageError):
        await store.write(lambda work: write(work, done.case, ANSWER, clock))
    (mail,) = await store.read(lambda work: work.mailbox.peek(done.chat.id))
    assert mail.kind is MailKind.KEY_CHANGED
    # Told; but a yes from before the change is no yes any more.
    await store.write(lambda work: work.mailbox.drop(done.chat.id, mail.seq))
    with pytest.raises(NotLive):
        await store.write(
            lambda work: work.cases.deliver_to_counsellor(
                held.spend(clock.now()), done.case, MessageKind.MESSAGE, ANSWER
            )
        )

    def go_on(work: Work) -> list[Letter]:
        write(work, done.case, ANSWER, clock)
        return work.cases.letters(done.case, Author.COUNSELLOR, key_of(CORA)[0])

    (letter,) = await store.write(go_on)
    assert letter.text == ANSWER  # the introduction was sealed to the key before


async def test_a_key_that_goes_again_before_it_was_told_of_is_told_as_gone_and_not_as_new(
    store: SqlStore, clock: FixedClock, done: Introduced
) -> None:
    def twice(work: Work) -> None:
        work.desk.set_key(ANNA, _changed_key(), clock.now().date())
        confirm(work, ANNA, BRAM)
        assert [mail.kind for mail in work.mailbox.peek(done.chat.id)] == [MailKind.KEY_CHANGED]
        work.desk.drop_key(ANNA)

    await store.write(twice)
    told = await store.read(lambda work: work.mailbox.peek(done.chat.id))
    assert [mail.kind for mail in told] == [MailKind.KEY_LOST]
    fresh = await store.read(lambda work: work.cases.get(done.case.id))
    assert fresh is not None
    assert fresh.key_paused
    assert ANNA not in [key.counsellor for key in await store.read(lambda work: work.desk.keys())]

    def once_more(work: Work) -> list[ConversationId]:
        work.desk.set_key(ANNA, key_of(ANNA)[1], clock.now().date())
        return confirm(work, ANNA, BRAM)

    assert await store.write(once_more) == [done.chat.id]


@pytest.mark.clause("C43")
async def test_who_is_appointed_again_has_a_new_key_and_every_employee_is_told(
    store: SqlStore, clock: FixedClock, done: Introduced
) -> None:
    def end_and_begin_again(work: Work) -> None:
        login = work.desk.staff_of(ANNA)
        assert login is not None
        work.desk.end_staff(login.id)
        work.desk.add_staff(Staff(StaffId(new_id()), Role.COUNSELLOR, ANNA))
        work.desk.set_key(ANNA, _changed_key(), clock.now().date())

    await store.write(end_and_begin_again)
    assert not await store.read(lambda work: work.mailbox.peek(done.chat.id)), (
        "there is nothing to choose yet"
    )
    assert await store.write(lambda work: confirm(work, ANNA, BRAM)) == [done.chat.id]
    assert await store.write(lambda work: confirm(work, ANNA, BRAM)) == [], "told once"
    (mail,) = await store.read(lambda work: work.mailbox.peek(done.chat.id))
    assert mail.kind is MailKind.KEY_CHANGED
    fresh = await store.read(lambda work: work.cases.get(done.case.id))
    assert fresh is not None
    assert fresh.key_paused
    with pytest.raises(StorageError):
        await store.write(lambda work: write(work, done.case, ANSWER, clock))
    with pytest.raises(StorageError):
        await store.write(lambda work: work.cases.write_to_employee(done.case, ANSWER))
    # The words before were sealed to a key that is gone: no error, and nothing to read.
    read = await store.read(lambda work: work.cases.letters(done.case, Author.COUNSELLOR, key_of(CORA)[0]))
    assert read == []
    await store.write(lambda work: work.mailbox.drop(done.chat.id, mail.seq))
    await store.write(lambda work: write(work, done.case, ANSWER, clock))
    await store.write(lambda work: work.cases.write_to_employee(done.case, ANSWER))


async def test_the_same_words_by_the_same_form_are_one_letter_in_a_case(
    store: SqlStore, keys: Keys, clock: FixedClock, done: Introduced
) -> None:
    async def send(words: Private, form: str | None, case: Case = done.case) -> bool:
        written = await store.write(lambda work: work.cases.write_to_employee(case, words, form))
        return written is not None

    assert await send(ANSWER, "one")
    assert not await send(ANSWER, "one")
    assert await send(WORDS, "one"), "other words were typed into the form meanwhile"
    assert await send(ANSWER, "two")
    assert await send(ANSWER, None)
    assert await send(ANSWER, None)
    other = await store.write(lambda work: introduce(work, telegram(keys, "2"), clock))
    assert await send(ANSWER, "one", other.case)
    both = await asyncio.gather(*(send(ANSWER, "three") for _ in range(4)))
    assert sorted(both) == [False, False, False, True]
    # Nothing of the form stays when its case goes, and it says nothing without the case's own key.
    hashes = await upkeep.read(store, lambda at: at.run(sa.select(letters.c.form)).scalars().all())
    assert len({each for each in hashes if each}) == 5
    await store.write(lambda work: work.conversations.forget(done.chat.id))
    hashes = await upkeep.read(store, lambda at: at.run(sa.select(letters.c.form)).scalars().all())
    assert len({each for each in hashes if each}) == 1


async def test_the_same_key_once_more_holds_nothing(
    store: SqlStore, clock: FixedClock, done: Introduced
) -> None:
    def job(work: Work) -> None:
        work.desk.set_key(ANNA, key_of(ANNA)[1], clock.now().date())
        confirm(work, ANNA, BRAM)
        write(work, done.case, ANSWER, clock)

    await store.write(job)
    assert await store.read(lambda work: work.mailbox.peek(done.chat.id)) == []


async def test_writing_is_a_sign_of_life(store: SqlStore, clock: FixedClock, done: Introduced) -> None:
    clock.passes(days=3)
    await store.write(lambda work: write(work, done.case, ANSWER, clock))
    case = await store.read(lambda work: work.cases.get(done.case.id))
    assert case is not None
    assert case.seen_on == clock.now().date()


async def test_the_digest_is_of_one_case_only(
    store: SqlStore, keys: Keys, clock: FixedClock, done: Introduced
) -> None:
    def job(work: Work) -> set[bytes]:
        other = introduce(work, telegram(keys, "2"), clock)
        assert work.cases.digest(done.case.id, WORDS) == work.cases.digest(done.case.id, WORDS)
        cases = (done.case.id, other.case.id)
        return {work.cases.digest(case, text) for case in cases for text in (WORDS, ANSWER)}

    assert len(await store.write(job)) == 4
    with pytest.raises(StorageError):
        await store.read(lambda work: work.cases.digest(CaseId("nobody's"), WORDS))


async def test_letters_of_a_gone_conversation_cannot_be_written(
    store: SqlStore, clock: FixedClock, done: Introduced
) -> None:
    await store.write(lambda work: work.conversations.forget(done.chat.id))
    with pytest.raises(CannotOpen):
        await store.write(lambda work: work.cases.write_to_employee(done.case, ANSWER))
    with pytest.raises(StorageError):
        await store.write(lambda work: write(work, done.case, ANSWER, clock))
    with pytest.raises(StorageError):
        await store.write(lambda work: work.cases.save(done.case.after(Step.ACCEPT, clock.now().date())))
