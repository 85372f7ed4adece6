"""Aftercare: only who said yes, neutral words, one reminder at most, then the address is gone (C54)."""

import pytest

from bot.wiring import House
from handlers.ports import Channel, Gone, JobKind, Later
from storage import upkeep
from tests.house import (
    BROWSER,
    VERA,
    Counsellor,
    Employee,
    Mailroom,
    MovableClock,
    bring,
    rows,
    sweep,
    waiting_jobs,
)


async def closed(house: House, employee: Employee) -> None:
    """A contact that the counsellor has closed, and the employee who reads that."""
    await employee.introduces(pick="woman")
    vera = await Counsellor.logs_in(house, VERA)
    case = (await vera.case()).id
    assert await vera.accepts(case)
    assert await vera.closes(case)
    await employee.commands("/news")


async def asked(house: House) -> Mailroom:
    """What the worker brings now, after the hourly round."""
    mailroom = Mailroom()
    await sweep(house)
    await bring(house, mailroom)
    return mailroom


def press(mailroom: Mailroom, word: str) -> str:
    """The payload of this button under the question that was brought last."""
    _, message = mailroom.brought[-1]
    return next(b.payload for b in message.buttons if b.payload.endswith(f" {word}"))


@pytest.mark.clause("C54")
async def test_nobody_is_asked_who_did_not_say_yes(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    await closed(house, employee)
    assert employee.sees("utter_ask_aftercare")
    await employee.chooses(aftercare="none")
    assert "aftercare" not in await rows(house)
    for _ in range(5):
        clock.passes(days=30)
        assert (await asked(house)).brought == []


@pytest.mark.clause("C54")
async def test_the_question_comes_on_the_day_says_nothing_of_what_it_is_about_and_an_answer_ends_it(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    await closed(house, employee)
    await employee.chooses(aftercare="two_weeks")
    assert employee.sees("utter_aftercare_kept", aftercare_on="maandag 7 december")
    clock.passes(days=13)
    assert (await asked(house)).brought == []
    clock.passes(days=1)
    mailroom = await asked(house)
    assert mailroom.texts == ["Ik zou vragen hoe het gaat. Reageer alleen als je wilt."]
    assert [reach.address.reveal() for reach, _ in mailroom.brought] == [employee.sender]
    await employee.presses_payload(press(mailroom, "good"))
    assert employee.sees("utter_checkin_good")
    assert "aftercare" not in await rows(house)


@pytest.mark.clause("C54")
async def test_one_reminder_at_most_and_then_the_address_is_gone(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    await closed(house, employee)
    await employee.chooses(aftercare="two_months")
    told = 0
    for _ in range(100):
        clock.passes(days=1)
        told += len((await asked(house)).brought)
    assert told == 2
    assert "aftercare" not in await rows(house)


async def test_it_outlives_the_case_and_its_keys_move_on(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    await closed(house, employee)
    await employee.chooses(aftercare="two_months")
    for _ in range(60):
        clock.passes(days=1)
        await sweep(house)
    left = await rows(house)
    assert "cases" not in left
    assert "conversations" not in left
    clock.passes(days=1)
    mailroom = await asked(house)
    assert len(mailroom.brought) == 1
    await employee.presses_payload(press(mailroom, "changed"))
    assert employee.sees("utter_checkin_changed")
    assert "/introduce" in employee.buttons


@pytest.mark.clause("C54")
async def test_stop_ends_it_at_once_and_so_does_a_wipe_long_after(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    await closed(house, employee)
    await employee.chooses(aftercare="two_weeks")
    clock.passes(days=14)
    mailroom = await asked(house)
    await employee.presses_payload(press(mailroom, "stop"))
    assert employee.sees("utter_checkin_stop")
    assert "aftercare" not in await rows(house)


async def test_a_wipe_takes_the_address_along_also_when_nothing_else_is_left(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    await closed(house, employee)
    await employee.chooses(aftercare="two_months")
    for _ in range(40):
        clock.passes(days=1)
        await sweep(house)
    somebody = Employee(house, sender="77002")
    await somebody.commands("/wipe")
    await somebody.chooses(wipe_ok="yes")
    assert (await rows(house))["aftercare"] == 1
    await employee.commands("/wipe")
    await employee.chooses(wipe_ok="yes")
    assert "aftercare" not in await rows(house)


async def test_a_wipe_of_a_running_chat_takes_it_along_too(house: House, employee: Employee) -> None:
    await closed(house, employee)
    await employee.chooses(aftercare="two_weeks")
    await employee.commands("/wipe")
    await employee.chooses(wipe_ok="yes")
    left = await rows(house)
    assert "aftercare" not in left
    assert "conversations" not in left


async def test_a_day_of_ones_own_is_after_today_and_within_a_year(house: House, employee: Employee) -> None:
    await closed(house, employee)
    await employee.chooses(aftercare="own")
    await employee.says("01-01-2020")
    assert employee.sees("utter_aftercare_day_wrong")
    await employee.says("15-01-2027")
    assert employee.sees("utter_aftercare_kept", aftercare_on="vrijdag 15 januari")


async def test_on_the_web_nothing_is_kept_and_the_way_back_is_told(house: House) -> None:
    employee = Employee(house, Channel.WEB, BROWSER)
    await closed(house, employee)
    assert employee.sees("utter_aftercare_come_back")
    assert "aftercare" not in await rows(house)


async def test_who_is_gone_is_forgotten_and_who_cannot_be_reached_now_is_tried_again(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    await closed(house, employee)
    await employee.chooses(aftercare="two_weeks")
    clock.passes(days=14)
    await sweep(house)
    await bring(house, Mailroom(outcome=Later(60)))
    assert (await rows(house))["aftercare"] == 1
    assert JobKind.CHECK_IN in {kind for _, kind in await waiting_jobs(house)}
    await bring(house, Mailroom(outcome=Gone()))
    assert "aftercare" not in await rows(house)


async def test_a_forged_or_old_answer_opens_nothing_and_is_answered_kindly(
    house: House, employee: Employee
) -> None:
    await employee.presses_payload(f"/checkin {'x' * 22} good")
    assert employee.sees("utter_checkin_good")
    assert "aftercare" not in await rows(house)


@pytest.mark.clause("C41")
async def test_without_its_key_file_an_address_is_destroyed(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    await closed(house, employee)
    await employee.chooses(aftercare="two_months")
    for file in house.settings.keys.glob("**/*"):
        if "kek" in file.as_posix() and file.is_file():
            file.unlink()
    clock.passes(days=20)
    await upkeep.rotate(house.store)
    assert "aftercare" not in await rows(house)
