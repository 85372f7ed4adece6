"""Logging in: links, sessions, a desk that locks itself, and an appointment that ends (C35, C43)."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from bot.demo_house import PASSPHRASE
from bot.wiring import House
from dialogues.private import Private
from handlers.domain.case import Status
from handlers.domain.errors import StorageError
from handlers.domain.ids import StaffId, new_id
from handlers.ports import DeskSession, LinkPurpose, Role, Staff
from tests.handlers.at_desk import end_login, with_case
from tests.handlers.test_choosing import TODAY, change
from tests.house import (
    DAAN,
    VERA,
    Counsellor,
    Employee,
    MovableClock,
    cases_of,
    rows,
    staff_of,
    sweep,
)


async def test_a_login_link_opens_a_page_and_no_words(house: House, employee: Employee) -> None:
    _, case = await with_case(house, employee)
    vera = await Counsellor.enters(house, VERA)
    assert await vera.opens(case) is None
    assert await vera.accepts(case), "telling that one takes it needs no words"
    assert not await vera.writes(case, "Wie ben je?")
    assert not await vera.closes(case)


@pytest.mark.parametrize(
    "typed", ["", "een open oor voor iedereen ", "Een open oor voor iedereen", "x" * 5_000]
)
async def test_a_wrong_passphrase_opens_nothing(house: House, employee: Employee, typed: str) -> None:
    _, case = await with_case(house, employee)
    vera = await Counsellor.enters(house, VERA)
    assert not await house.desk.keys.unlock(vera.cookie, await vera.session(), Private(typed))
    assert await vera.opens(case) is None


async def test_locking_shuts_the_desk_and_keeps_the_session(house: House, employee: Employee) -> None:
    vera, case = await with_case(house, employee)
    await vera.accepts(case)
    await house.desk.keys.lock(vera.cookie)
    assert await vera.opens(case) is None
    assert not await vera.writes(case, "Nog open?")
    assert not await vera.closes(case)
    assert await house.desk.keys.unlock(vera.cookie, await vera.session(), Private(PASSPHRASE))
    assert await vera.reads(case)


async def test_the_desk_locks_itself_after_fifteen_silent_minutes(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    vera, _ = await with_case(house, employee)
    clock.passes(minutes=14)
    assert (await vera.session()).key is not None
    clock.passes(minutes=14)
    assert (await vera.session()).key is not None
    clock.passes(minutes=16)
    assert (await vera.session()).key is None, "locked; the passphrase opens it again, no new link is needed"
    clock.passes(days=15)
    assert await house.desk.logins.session(vera.cookie) is None
    await sweep(house)
    assert "sessions" not in await rows(house)


async def test_logging_out_ends_this_browser_or_all(house: House) -> None:
    one, two = await Counsellor.logs_in(house, VERA), await Counsellor.logs_in(house, VERA)
    await house.desk.logins.leave(one.cookie)
    assert await house.desk.logins.session(one.cookie) is None
    assert await house.desk.logins.session(two.cookie) is not None
    await house.desk.logins.leave_everywhere((await two.session()).staff.id)
    assert await house.desk.logins.session(two.cookie) is None


async def test_a_link_for_a_login_that_has_ended_opens_nothing(house: House) -> None:
    staff = await staff_of(house, VERA)
    await end_login(house, staff.id)
    link = await house.desk.logins.link(staff.id, LinkPurpose.INVITATION)
    assert await house.desk.logins.enter(link, LinkPurpose.LOGIN, LinkPurpose.INVITATION) is None


async def test_a_link_works_once_and_for_its_own_purpose_and_in_time(
    house: House, clock: MovableClock
) -> None:
    staff = await staff_of(house, VERA)
    token = await house.desk.logins.link(staff.id, LinkPurpose.LOGIN)
    assert await house.desk.logins.enter(token, LinkPurpose.INVITATION) is None
    assert await house.desk.logins.enter(token, LinkPurpose.LOGIN) is not None
    assert await house.desk.logins.enter(token, LinkPurpose.LOGIN) is None
    assert await house.desk.logins.enter(Private("geraden"), LinkPurpose.LOGIN) is None
    late = await house.desk.logins.link(staff.id, LinkPurpose.LOGIN)
    clock.passes(minutes=15)
    assert await house.desk.logins.enter(late, LinkPurpose.LOGIN, LinkPurpose.INVITATION) is None
    invitation = await house.desk.logins.link(staff.id, LinkPurpose.INVITATION)
    clock.passes(hours=23)
    assert await house.desk.logins.enter(invitation, LinkPurpose.LOGIN, LinkPurpose.INVITATION) is not None


async def test_a_login_is_a_counsellors_or_hrs_and_never_both(house: House) -> None:
    both = Staff(StaffId(new_id()), Role.HR, VERA)
    with pytest.raises(StorageError):
        await house.store.write(lambda work: work.desk.add_staff(both))


Ending = Callable[[House, MovableClock], Awaitable[None]]


async def ended_by_publishing(house: House, clock: MovableClock) -> None:
    await change(house, VERA, until=TODAY - timedelta(days=1), reason="left")


async def ended_by_its_last_day(house: House, clock: MovableClock) -> None:
    await change(house, VERA, until=TODAY, reason="term_over")
    clock.at = clock.at.replace(hour=23, minute=59)
    clock.passes(minutes=2)


@pytest.mark.parametrize("ends", [ended_by_publishing, ended_by_its_last_day])
async def test_from_the_minute_an_appointment_is_over_nothing_opens_any_more(
    house: House, employee: Employee, clock: MovableClock, ends: Ending
) -> None:
    clock.at = clock.at.replace(hour=23, minute=50)
    vera, case = await with_case(house, employee)
    session = await vera.session()
    link = await house.desk.logins.link(session.staff.id, LinkPurpose.LOGIN)
    await ends(house, clock)
    assert await house.desk.logins.session(vera.cookie) is None
    cookie = await house.desk.logins.enter(link, LinkPurpose.LOGIN)
    assert cookie is None or await house.desk.logins.session(cookie) is None
    stale = DeskSession(session.staff, session.csrf, None, has_passphrase=True)
    assert not await house.desk.cases.accept(stale, case)
    await sweep(house)
    assert (await staff_of(house, VERA)).ended
    assert VERA not in [key.counsellor for key in await house.desk.keys.shown()]
    assert "sessions" not in await rows(house)
    (kept,) = await cases_of(house, VERA)
    assert kept.status is Status.WAITING


@pytest.mark.parametrize("ends", [ended_by_publishing, ended_by_its_last_day])
async def test_words_for_a_counsellor_who_left_are_not_sent_and_the_employee_chooses(
    house: House, employee: Employee, clock: MovableClock, ends: Ending
) -> None:
    await with_case(house, employee)
    await ends(house, clock)
    await sweep(house)
    clock.passes(seconds=6)
    before = (await rows(house))["letters"]
    await employee.says("Heb je mijn bericht gelezen? Ik hoor graag van je.")
    assert employee.sees("utter_problem_counsellor_gone", counsellor_name="Vera Voorbeeld")
    assert (await rows(house))["letters"] == before
    await employee.chooses(ended_next="other")
    await employee.chooses(pick="man")
    await employee.walks_to("send")
    await employee.chooses(send="yes")
    daan = await Counsellor.logs_in(house, DAAN)
    assert len(await daan.reads((await daan.case()).id)) == 1


async def test_who_comes_back_gets_a_new_login_and_needs_a_new_key(house: House) -> None:
    await change(house, VERA, until=TODAY - timedelta(days=1), reason="left")
    await change(house, VERA, until=None, reason=None)
    vera = await Counsellor.enters(house, VERA)
    assert not (await vera.session()).has_passphrase
    assert not (await staff_of(house, VERA)).ended
