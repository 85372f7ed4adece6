"""The employee's own keys: from the account, from a code, in an unlocked browser."""

from datetime import timedelta

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from dialogues.private import Private
from handlers.domain.errors import CannotOpen, StorageError
from handlers.domain.ids import ConversationId
from handlers.ports import Author, Channel, Chat, Letter, Peer, ReaderKey, Work
from storage.keys import Keys
from storage.store import SqlStore
from tests.clock import FixedClock
from tests.storage.people import (
    WORDS,
    Introduced,
    add_counsellors,
    begin,
    browser,
    introduce,
    new_case,
    telegram,
    write,
)

CODE = Private("appel boot citroen druif ezel fiets gras hond")
HALF_HOUR = timedelta(minutes=30)


def opened(work: Work, peer: Peer, chat: Chat) -> list[Letter]:
    """What this peer can read of its case now."""
    key = work.conversations.employee_key(chat, peer)
    assert key is not None
    case = work.conversations.find(peer)
    assert case is not None
    assert case.case is not None
    return work.cases.letters(case.case, Author.EMPLOYEE, key)


async def test_an_employee_on_telegram_reads_own_words_again(
    store: SqlStore, keys: Keys, clock: FixedClock
) -> None:
    def job(work: Work) -> list[Letter]:
        add_counsellors(work, clock)
        return opened(work, telegram(keys), introduce(work, telegram(keys), clock).chat)

    (letter,) = await store.write(job)
    assert letter.text == WORDS
    assert letter.author is Author.EMPLOYEE


async def test_the_own_key_stays_the_same_when_weeks_pass(
    store: SqlStore, keys: Keys, clock: FixedClock
) -> None:
    def job(work: Work) -> Introduced:
        add_counsellors(work, clock)
        return introduce(work, telegram(keys), clock)

    done = await store.write(job)
    clock.passes(days=40)
    (letter,) = await store.read(lambda work: opened(work, telegram(keys), done.chat))
    assert letter.text == WORDS


async def test_another_account_gets_no_key(store: SqlStore, keys: Keys, clock: FixedClock) -> None:
    def job(work: Work) -> tuple[ReaderKey | None, ReaderKey | None]:
        chat = begin(work, telegram(keys), clock)
        before = work.conversations.employee_key(chat, telegram(keys))
        work.conversations.use_own_key(chat, telegram(keys))
        return before, work.conversations.employee_key(chat, telegram(keys, "999"))

    assert await store.write(job) == (None, None)


async def test_the_web_has_no_account_to_make_a_key_from(
    store: SqlStore, keys: Keys, clock: FixedClock
) -> None:
    def job(work: Work) -> None:
        work.conversations.use_own_key(begin(work, browser(keys), clock), browser(keys))

    with pytest.raises(StorageError):
        await store.write(job)


async def web_case(store: SqlStore, keys: Keys, clock: FixedClock) -> Introduced:
    """An introduction on the web: code first, then the consent, in one transaction."""
    key, public, lookup = keys.code_key(CODE)

    def job(work: Work) -> Introduced:
        add_counsellors(work, clock)
        chat = begin(work, browser(keys), clock)
        work.conversations.give_code(chat, public, lookup)
        work.conversations.attach(chat.id, browser(keys), key, clock.now() + HALF_HOUR)
        # The chat as it was read before: attaching does not count as somebody else's writing.
        work.conversations.save(chat, browser(keys), running=Private("x"), delivery=None, idle_until=None)
        case = new_case(chat.id, clock)
        work.cases.add(case)
        return Introduced(chat, case, write(work, case, WORDS, clock))

    return await store.write(job)


async def test_a_browser_is_open_for_half_an_hour_after_the_last_turn(
    store: SqlStore, keys: Keys, clock: FixedClock
) -> None:
    done = await web_case(store, keys, clock)
    clock.passes(minutes=29)
    assert len(await store.read(lambda work: opened(work, browser(keys), done.chat))) == 1

    def turn(work: Work) -> None:
        chat = work.conversations.find(browser(keys))
        assert chat is not None
        assert chat.has_code
        work.conversations.save(chat, browser(keys), running=None, delivery=None, idle_until=None)

    await store.write(turn)
    clock.passes(minutes=29)
    assert len(await store.read(lambda work: opened(work, browser(keys), done.chat))) == 1
    clock.passes(minutes=2)
    assert await store.read(lambda work: work.conversations.employee_key(done.chat, browser(keys))) is None
    await store.write(turn)
    assert await store.read(lambda work: work.conversations.employee_key(done.chat, browser(keys))) is None


async def test_a_code_opens_the_case_in_another_browser(
    store: SqlStore, keys: Keys, clock: FixedClock
) -> None:
    done = await web_case(store, keys, clock)
    key, _, lookup = keys.code_key(Private("  APPEL boot, Citroen-druif\nezel fiets gras hond "))
    there = browser(keys, "a library computer")

    def come_back(work: Work) -> list[Letter]:
        found = work.conversations.find_by_code(lookup)
        work.conversations.attach(found, there, key, clock.now() + HALF_HOUR)
        return opened(work, there, done.chat)

    (letter,) = await store.write(come_back)
    assert letter.text == WORDS
    await store.write(lambda work: work.conversations.detach(there))
    assert await store.read(lambda work: work.conversations.find(there)) is None
    assert await store.read(lambda work: work.conversations.find(browser(keys))) is not None


async def test_a_key_of_somebody_else_lets_nobody_in(store: SqlStore, keys: Keys, clock: FixedClock) -> None:
    done = await web_case(store, keys, clock)
    wrong, _, _ = keys.code_key(Private("een andere code"))

    def come_back(work: Work) -> None:
        work.conversations.attach(done.chat.id, browser(keys, "x"), wrong, clock.now() + HALF_HOUR)

    with pytest.raises(CannotOpen):
        await store.write(come_back)


async def test_a_wrong_code_costs_the_same_statements_and_takes_nothing_away(
    store: SqlStore, keys: Keys, clock: FixedClock
) -> None:
    await web_case(store, keys, clock)
    seen: list[str] = []

    def count(_c: object, _cu: object, statement: str, *_: object) -> None:
        seen.append(statement)

    async def try_code(code: Private, cookie: str) -> ConversationId | None:
        seen.clear()
        key, _, lookup = keys.code_key(code)

        def job(work: Work) -> ConversationId | None:
            found = work.conversations.find_by_code(lookup)
            work.conversations.attach(found, browser(keys, cookie), key, clock.now() + HALF_HOUR)
            return found

        return await store.write(job)

    event.listen(Engine, "before_cursor_execute", count)
    try:
        assert await try_code(CODE, "right") is not None
        right = list(seen)
        assert await try_code(Private("appel boot citroen druif ezel fiets gras kat"), "wrong") is None
        assert seen == right
        assert len(right) >= 4
    finally:
        event.remove(Engine, "before_cursor_execute", count)
    # The browser that typed a wrong code has a row that opens nothing, and can begin a chat of its own.
    assert await store.read(lambda work: work.conversations.find(browser(keys, "wrong"))) is None
    await store.write(lambda work: begin(work, browser(keys, "wrong"), clock))
    before = await store.read(lambda work: work.conversations.find(browser(keys, "wrong")))
    assert before is not None
    await try_code(Private("again a wrong code"), "wrong")
    assert await store.read(lambda work: work.conversations.find(browser(keys, "wrong"))) == before


async def test_a_code_on_telegram_opens_all_that_was_written_before(
    store: SqlStore, keys: Keys, clock: FixedClock
) -> None:
    key, public, lookup = keys.code_key(CODE)

    def job(work: Work) -> list[Letter]:
        add_counsellors(work, clock)
        done = introduce(work, telegram(keys), clock)
        work.cases.write_to_employee(done.case, Private("Fijn dat je er bent."))
        own = work.conversations.employee_key(done.chat, telegram(keys))
        work.conversations.give_code(done.chat, public, lookup, own)
        there = browser(keys)
        work.conversations.attach(done.chat.id, there, key, clock.now() + HALF_HOUR)
        assert len(opened(work, telegram(keys), done.chat)) == 2
        return opened(work, there, done.chat)

    letters = await store.write(job)
    assert [letter.text for letter in letters] == [WORDS, Private("Fijn dat je er bent.")]


async def test_a_new_code_shuts_the_old_one(store: SqlStore, keys: Keys, clock: FixedClock) -> None:
    done = await web_case(store, keys, clock)
    old, _, old_lookup = keys.code_key(CODE)
    _, public, lookup = keys.code_key(Private("nieuwe code"))

    def renew(work: Work) -> ConversationId | None:
        work.conversations.give_code(done.chat, public, lookup, old)
        assert work.conversations.employee_key(done.chat, browser(keys)) is None
        return work.conversations.find_by_code(old_lookup)

    assert await store.write(renew) is None
    new, _, _ = keys.code_key(Private("nieuwe code"))
    (letter,) = await store.read(lambda work: work.cases.letters(done.case, Author.EMPLOYEE, new))
    assert letter.text == WORDS
    with pytest.raises(CannotOpen):
        await store.read(lambda work: work.cases.letters(done.case, Author.EMPLOYEE, old))


async def test_a_code_typed_on_telegram_gives_that_account_a_key(
    store: SqlStore, keys: Keys, clock: FixedClock
) -> None:
    done = await web_case(store, keys, clock)
    key, _, _ = keys.code_key(CODE)

    def hop(work: Work) -> list[Letter]:
        begin(work, telegram(keys), clock)
        work.conversations.attach(done.chat.id, telegram(keys), key, clock.now() + HALF_HOUR)
        return opened(work, telegram(keys), done.chat)

    (letter,) = await store.write(hop)
    assert letter.text == WORDS
    assert len(await store.read(lambda work: opened(work, browser(keys), done.chat))) == 1


async def test_coming_in_by_code_ends_the_browsers_own_empty_chat_but_never_a_case(
    store: SqlStore, keys: Keys, clock: FixedClock
) -> None:
    done = await web_case(store, keys, clock)
    key, _, _ = keys.code_key(CODE)
    there = keys.peer(Channel.REST, Private("t"))
    chat = await store.write(lambda work: begin(work, there, clock))

    def come_in(work: Work, peer: Peer, to: ConversationId) -> None:
        work.conversations.attach(to, peer, key, clock.now() + HALF_HOUR)

    await store.write(lambda work: come_in(work, there, done.chat.id))
    with pytest.raises(CannotOpen):
        await store.write(lambda work: work.conversations.use_own_key(chat, telegram(keys)))
    other = await store.write(lambda work: begin(work, browser(keys, "2"), clock))
    _, public, lookup = keys.code_key(Private("twee"))
    await store.write(lambda work: work.conversations.give_code(other, public, lookup))
    two, _, _ = keys.code_key(Private("twee"))
    await store.write(lambda work: work.conversations.attach(other.id, there, two, clock.now() + HALF_HOUR))
    assert await store.read(lambda work: work.cases.get(done.case.id)) is not None
