"""An employee in a browser: the code, teach-back, coming back, and codes that open nothing (C41, C54, I8)."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import sqlalchemy as sa
from sqlalchemy import event

from bot.wiring import House
from dialogues.private import Private
from dialogues.texts import numbered
from handlers.domain.case import Status
from handlers.ports import Channel
from handlers.resume import Cookies, leave, resume
from handlers.running import parse
from storage import upkeep
from storage.tables import conversations, peers
from tests.house import (
    ANOTHER_BROWSER,
    BROWSER,
    VERA,
    Counsellor,
    Employee,
    MovableClock,
    cases_of,
    code_on,
    rows,
    sweep,
)

WRONG = Private("zeno zoro zuno zado bado bedo bido budo")


@pytest.fixture
def visitor(house: House) -> Employee:
    """Somebody in a browser."""
    return Employee(house, Channel.WEB, BROWSER)


async def to_code(visitor: Employee) -> Private:
    """Up to the code on the screen; gives it."""
    await visitor.to_counsellor()
    await visitor.chooses(pick="woman")
    return await code_of(visitor)


async def code_of(visitor: Employee) -> Private:
    code = (await visitor.page()).code
    assert code is not None
    return code


async def introduced(visitor: Employee) -> Private:
    """Sent; gives the code."""
    code = await to_code(visitor)
    await visitor.presses_payload("/SetSlots(teach=skip)")
    await visitor.chooses(send="yes")
    return code


def asked_words(visitor: Employee, code: Private) -> str:
    """The two words that the screen asks for."""
    words = code.reveal().split()
    (line,) = [line for line in visitor.screen.splitlines() if line.startswith("Typ dan woord")]
    first, second = (int(part) for part in line.replace(".", " ").split() if part.isdigit())
    return f"{words[first - 1]} {words[second - 1]}"


async def kept_code(house: House) -> object:
    """What the sealed state knows of the code, opened with the browser's own key."""
    peer = house.keys.peer(Channel.WEB, Private(BROWSER))
    chat = await house.store.read(lambda work: work.conversations.find(peer))
    assert chat is not None
    assert chat.running is not None
    running = parse(chat.running).without_old_code(house.clock.now())
    return running.state.slots.get("resume_code")


# ── the code ────────────────────────────────────────────────────────────────────────────────────


async def test_the_code_is_shown_before_anything_is_sent(house: House, visitor: Employee) -> None:
    code = await to_code(visitor)
    assert code.reveal() == code_on(visitor.screen)
    assert len(code.reveal().split()) == 8
    assert not await cases_of(house, VERA)
    assert (await visitor.page()).come_back == "2026-11-25"


async def test_two_right_words_are_enough_and_the_code_is_forgotten(house: House, visitor: Employee) -> None:
    code = await to_code(visitor)
    await visitor.says(asked_words(visitor, code).upper().replace(" ", ", "))
    assert visitor.sees("utter_teach_ok")
    assert await kept_code(house) is None
    assert (await visitor.page()).code is None
    await visitor.chooses(send="yes")
    assert visitor.sees("utter_sent_code", reply_by="woensdag 25 november")


async def shown_on_page(visitor: Employee) -> str:
    """What stands on the page when it is opened again."""
    return "\n".join(message.text.reveal() for message in (await visitor.page()).messages)


async def test_wrong_words_show_the_code_again_when_wanted(house: House, visitor: Employee) -> None:
    code = await to_code(visitor)
    await visitor.says("fiets appel")
    assert "/SetSlots(code_again=yes)" in visitor.buttons
    await visitor.chooses(code_again="yes")
    assert code.reveal() == code_on(visitor.screen)
    await visitor.says(asked_words(visitor, code))
    assert visitor.sees("utter_teach_ok")


async def test_the_check_can_be_passed_over(house: House, visitor: Employee) -> None:
    await to_code(visitor)
    await visitor.presses_payload("/SetSlots(teach=skip)")
    assert visitor.sees("utter_teach_skipped")
    assert await kept_code(house) is None
    await visitor.chooses(send="yes")
    assert len(await cases_of(house, VERA)) == 1


async def test_after_fifteen_minutes_the_chat_has_forgotten_the_code(
    house: House, visitor: Employee, clock: MovableClock
) -> None:
    code = await to_code(visitor)
    clock.passes(minutes=14)
    assert (await visitor.page()).code == code
    assert code_on(await shown_on_page(visitor)) == code.reveal()
    clock.passes(minutes=1)
    assert (await visitor.page()).code is None
    assert await kept_code(house) is None
    assert not [word for word in numbered(code.reveal()).splitlines() if word in await shown_on_page(visitor)]
    await visitor.says("fiets appel")
    await visitor.chooses(code_again="yes")
    fresh = await code_of(visitor)
    assert fresh != code
    assert await visitor.comes_back(code) is None
    await visitor.presses_payload("/SetSlots(teach=skip)")
    await visitor.chooses(send="yes")
    assert await visitor.comes_back(fresh) is not None


async def test_nothing_can_be_sent_without_a_code(house: House, visitor: Employee) -> None:
    await to_code(visitor)
    await visitor.presses_yes()
    assert not await cases_of(house, VERA)


# ── coming back ─────────────────────────────────────────────────────────────────────────────────


async def test_the_authors_copy_is_read_in_another_browser_with_the_code(
    house: House, visitor: Employee
) -> None:
    code = await introduced(visitor)
    (case,) = await cases_of(house, VERA)
    sent = await (await Counsellor.logs_in(house, VERA)).reads(case.id)
    back = await visitor.comes_back(Private(f"  {code.reveal().upper().replace(' ', '-')} "))
    assert back is not None
    page = await back.page()
    assert page.letters is not None
    assert [letter.text.reveal() for letter in page.letters] == sent
    assert page.counsellor_name == "Vera Voorbeeld"


async def test_both_sides_write_and_the_browser_shows_all_letters(house: House, visitor: Employee) -> None:
    code = await introduced(visitor)
    vera = await Counsellor.logs_in(house, VERA)
    case = (await vera.case()).id
    await vera.accepts(case)
    await vera.writes(case, "Welkom terug.")
    back = await visitor.comes_back(code)
    assert back is not None
    assert (await back.page()).has_news
    await back.commands("/news")
    assert "Welkom terug." not in back.screen, "the page shows letters beside the dialogue"
    assert not (await back.page()).has_news
    await back.says("Dank je, ik ben er weer.")
    page = await back.page()
    assert page.letters is not None
    assert [letter.text.reveal() for letter in page.letters[1:]] == [
        "Welkom terug.",
        "Dank je, ik ben er weer.",
    ]
    assert (await vera.reads(case))[-1] == "Dank je, ik ben er weer."


async def test_a_browser_locks_itself_after_thirty_silent_minutes(
    house: House, visitor: Employee, clock: MovableClock
) -> None:
    code = await introduced(visitor)
    back = await visitor.comes_back(code)
    assert back is not None
    clock.passes(minutes=29)
    await back.commands("/status")
    clock.passes(minutes=29)
    assert (await back.page()).letters is not None
    clock.passes(minutes=2)
    locked = await back.page()
    assert locked.letters is None
    assert locked.case is not None
    await sweep(house)
    assert (await back.page()).letters is None
    assert await back.comes_back(code, BROWSER) is not None


async def test_quick_exit_forgets_the_browser_and_keeps_the_case(house: House, visitor: Employee) -> None:
    code = await introduced(visitor)
    await leave(house.store, house.keys, cookie=Private(BROWSER))
    page = await visitor.page()
    assert (page.case, page.letters, page.messages) == (None, None, ())
    assert len(await cases_of(house, VERA)) == 1
    assert await visitor.comes_back(code) is not None


async def test_quick_exit_before_sending_leaves_no_row(house: House, visitor: Employee) -> None:
    before = {k: v for k, v in (await rows(house)).items() if k != "deliveries"}
    await to_code(visitor)
    await leave(house.store, house.keys, cookie=Private(BROWSER))
    await leave(house.store, house.keys, cookie=Private(BROWSER))
    assert {k: v for k, v in (await rows(house)).items() if k != "deliveries"} == before


async def test_a_locked_browser_does_not_hand_words_to_another_counsellor(
    house: House, visitor: Employee, clock: MovableClock
) -> None:
    await introduced(visitor)
    vera = await Counsellor.logs_in(house, VERA)
    await vera.declines((await vera.case()).id)
    clock.passes(hours=1)
    await visitor.commands("/news")
    await visitor.chooses(declined_next="other")
    await visitor.chooses(pick="man")
    assert visitor.sees("utter_words_locked")


async def test_a_telegram_chat_goes_on_in_a_browser_with_a_code(house: House, employee: Employee) -> None:
    await employee.introduces(pick="woman", push="yes")
    await employee.commands("/code")
    await employee.chooses(code_ok="yes")
    fleeting = [m for m in employee.last.messages if m.fleeting]
    assert len(fleeting) == 1
    assert fleeting[0].protect
    shown = employee.last
    assert await employee.again() == shown, "shown again, it is still taken away after ten minutes"
    code = code_on(fleeting[0].text.reveal())
    back = await employee.comes_back(Private(code))
    assert back is not None
    page = await back.page()
    assert page.letters is not None
    assert len(page.letters) == 1
    await back.says("Ik schrijf nu op mijn eigen laptop verder.")
    (case,) = await cases_of(house, VERA)
    read = await (await Counsellor.logs_in(house, VERA)).reads(case.id)
    assert read[-1] == "Ik schrijf nu op mijn eigen laptop verder."


async def test_going_on_elsewhere_ends_pushes_to_telegram(house: House, employee: Employee) -> None:
    await employee.introduces(pick="woman", push="yes")
    assert (await rows(house))["reaches"] == 1
    await employee.commands("/code")
    await employee.chooses(code_ok="yes")
    code = code_on(employee.screen)
    assert await employee.comes_back(Private(code)) is not None
    assert "reaches" not in await rows(house)


# ── codes that open nothing ─────────────────────────────────────────────────────────────────────


@contextmanager
def statements(house: House) -> Iterator[list[str]]:
    """Every statement that reaches the database meanwhile."""
    seen: list[str] = []

    def note(_: object, __: object, statement: str, *___: object) -> None:
        seen.append(statement)

    event.listen(sa.Engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(sa.Engine, "before_cursor_execute", note)


async def attempt(house: House, code: Private, browser: str) -> tuple[bool, list[str]]:
    with statements(house) as seen:
        found = await resume(house.store, house.keys, house.clock, Cookies(Private(browser)), code)
    return found is not None, seen


@pytest.mark.clause("C40")
async def test_a_right_a_wrong_and_a_wiped_code_cost_the_same_statements(
    house: House, visitor: Employee
) -> None:
    code = await introduced(visitor)
    right, for_right = await attempt(house, code, "r" * 43)
    wrong, for_wrong = await attempt(house, WRONG, "w" * 43)
    back = Employee(house, Channel.WEB, "r" * 43)
    await back.commands("/wipe")
    await back.chooses(wipe_ok="yes")
    wiped, for_wiped = await attempt(house, code, "v" * 43)
    assert (right, wrong, wiped) == (True, False, False)
    assert for_right == for_wrong == for_wiped
    assert len(for_right) >= 4


async def test_a_browser_with_a_wrong_code_sees_what_a_stranger_sees(house: House, visitor: Employee) -> None:
    await introduced(visitor)
    assert await visitor.comes_back(WRONG) is None
    stranger = Employee(house, Channel.WEB, ANOTHER_BROWSER)
    assert await stranger.page() == await Employee(house, Channel.WEB, "s" * 43).page()
    await stranger.commands("/status")
    assert stranger.sees("utter_no_case")
    await stranger.commands("/start")
    await stranger.chooses(in_danger="safe")


@pytest.mark.parametrize("typed", ["", " ", "een", "een " * 400, "💥" * 8, "\x00" * 20, "' OR 1=1 --"])
async def test_whatever_is_typed_as_a_code_opens_nothing(house: House, visitor: Employee, typed: str) -> None:
    await introduced(visitor)
    assert await visitor.comes_back(Private(typed)) is None


async def test_a_wrong_code_takes_nobodys_chat_away(house: House, visitor: Employee) -> None:
    await visitor.commands("/start")
    await visitor.chooses(in_danger="safe")
    assert await visitor.comes_back(WRONG, BROWSER) is None
    await visitor.chooses(need="someone")


async def test_rows_of_wrong_codes_go_with_the_next_sweep(
    house: House, visitor: Employee, clock: MovableClock
) -> None:
    before = (await rows(house)).get("peers", 0)
    for n in range(20):
        await visitor.comes_back(WRONG, f"{n:043d}")
    clock.passes(hours=1)
    await sweep(house)
    assert (await rows(house)).get("peers", 0) == before


@pytest.mark.clause("C41")
async def test_after_a_wipe_the_counsellor_reads_only_that_it_was_withdrawn(
    house: House, visitor: Employee
) -> None:
    code = await introduced(visitor)
    await visitor.commands("/wipe")
    await visitor.chooses(wipe_ok="yes")
    assert visitor.sees("utter_wiped")
    (case,) = await cases_of(house, VERA)
    assert case.status is Status.WITHDRAWN
    assert await visitor.comes_back(code) is None
    left = await upkeep.read(
        house.store,
        lambda at: (
            at.run(sa.select(sa.func.count()).select_from(conversations)).scalar(),
            at.run(sa.select(sa.func.count()).where(peers.c.conversation.is_not(None))).scalar(),
        ),
    )
    assert left == (0, 0)
