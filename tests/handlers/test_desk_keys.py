"""Keys: nothing is received without a colleague, nothing is read after a new one (C43)."""

from datetime import timedelta

import pytest

from bot.demo_house import PASSPHRASE
from bot.wiring import House
from dialogues.private import Private
from handlers.domain.ids import StaffId, new_id
from handlers.ports import Role, Staff
from tests.handlers.at_desk import (
    CORA,
    DIRK,
    appointed,
    confirms,
    end_login,
    fingerprint,
    with_case,
    with_passphrase,
)
from tests.handlers.test_choosing import TODAY, change
from tests.house import (
    DAAN,
    VERA,
    Counsellor,
    Employee,
    Mailroom,
    MovableClock,
    bring,
    cases_of,
    staff_of,
)


async def test_a_new_key_receives_nothing_until_a_colleague_confirmed_it(
    house: House, clock: MovableClock
) -> None:
    await appointed(house, CORA)
    cora = await with_passphrase(house, CORA)
    clock.passes(seconds=6)
    first = Employee(house, sender="1")
    await first.to_counsellor()
    await first.chooses(pick="person")
    assert f"/SetSlots(counsellor={CORA})" not in first.buttons
    assert not await confirms(house, await cora.session(), CORA), "nobody confirms their own"
    vera = await Counsellor.logs_in(house, VERA)
    assert await confirms(house, await vera.session(), CORA)
    clock.passes(seconds=6)
    second = Employee(house, sender="2")
    await second.to_counsellor()
    await second.chooses(pick="person")
    await second.chooses(counsellor=CORA)
    await second.walks_to("send")
    await second.chooses(send="yes")
    assert len(await cases_of(house, CORA)) == 1


async def test_what_is_confirmed_is_the_key_that_was_shown_and_no_later_one(house: House) -> None:
    await appointed(house, CORA)
    await with_passphrase(house, CORA)
    vera = await Counsellor.logs_in(house, VERA)
    shown = await fingerprint(house, CORA)
    await end_login(house, (await staff_of(house, CORA)).id)
    again = Staff(StaffId(new_id()), Role.COUNSELLOR, CORA)
    await house.store.write(lambda work: work.desk.add_staff(again))
    await with_passphrase(house, CORA)
    assert await fingerprint(house, CORA) != shown
    for wrong in (shown, "", await fingerprint(house, VERA)):
        assert not await house.desk.keys.confirm(await vera.session(), CORA, wrong)
    assert await confirms(house, await vera.session(), CORA)


async def test_a_locked_desk_confirms_no_key(house: House) -> None:
    await appointed(house, CORA)
    await with_passphrase(house, CORA)
    vera = await Counsellor.enters(house, VERA)
    assert not await confirms(house, await vera.session(), CORA)


async def test_two_new_logins_cannot_confirm_each_other(house: House) -> None:
    await appointed(house, CORA, DIRK)
    cora, dirk = await with_passphrase(house, CORA), await with_passphrase(house, DIRK)
    assert not await confirms(house, await cora.session(), DIRK)
    assert not await confirms(house, await dirk.session(), CORA)
    assert {k.counsellor for k in await house.desk.keys.shown() if k.confirmed} == {VERA, DAAN}


async def test_the_first_two_confirm_each_other(house: House) -> None:
    for who in (VERA, DAAN):
        await end_login(house, (await staff_of(house, who)).id)
    await change(house, VERA)
    vera, daan = await with_passphrase(house, VERA), await with_passphrase(house, DAAN)
    assert await confirms(house, await vera.session(), DAAN)
    assert await confirms(house, await daan.session(), VERA)
    assert all(key.confirmed for key in await house.desk.keys.shown())


async def test_a_key_that_is_not_there_is_not_confirmed(house: House) -> None:
    vera = await Counsellor.logs_in(house, VERA)
    assert not await confirms(house, await vera.session(), CORA)


async def test_a_passphrase_is_chosen_once_and_is_long_enough(house: House) -> None:
    await appointed(house, CORA)
    cora = await Counsellor.enters(house, CORA)
    assert (
        await house.desk.keys.set_passphrase(cora.cookie, await cora.session(), Private("elf letters"))
        == "too_short"
    )
    before = await cora.session()
    assert await house.desk.keys.set_passphrase(cora.cookie, before, Private("twaalf letters")) is None
    again = await house.desk.keys.set_passphrase(cora.cookie, before, Private("een heel andere zin"))
    assert again == "has_one"
    assert not await house.desk.keys.unlock(cora.cookie, await cora.session(), Private("een heel andere zin"))
    assert await house.desk.keys.unlock(cora.cookie, await cora.session(), Private("twaalf letters"))


async def test_nobody_without_a_key_can_unlock(house: House) -> None:
    await appointed(house, CORA)
    cora = await Counsellor.enters(house, CORA)
    assert not await house.desk.keys.unlock(cora.cookie, await cora.session(), Private(PASSPHRASE))


async def test_who_holds_a_key_that_nobody_confirmed_writes_to_nobody(
    house: House, employee: Employee
) -> None:
    vera, case = await with_case(house, employee)
    await vera.accepts(case)
    await end_login(house, (await staff_of(house, VERA)).id)
    again = Staff(StaffId(new_id()), Role.COUNSELLOR, VERA)
    await house.store.write(lambda work: work.desk.add_staff(again))
    vera = await with_passphrase(house, VERA)
    await employee.commands("/news")
    assert (await vera.case()).key_paused, "there was nothing to tell yet"
    assert not await vera.writes(case, "Ik ben het echt.")
    daan = await Counsellor.logs_in(house, DAAN)
    assert await confirms(house, await daan.session(), VERA)
    assert not await vera.writes(case, "Ik ben het echt."), "the employee chooses first"
    await employee.commands("/news")
    assert not (await vera.case()).key_paused, "the employee was told"
    assert await vera.writes(case, "Ik ben het echt.")


@pytest.mark.clause("C43")
async def test_a_counsellor_with_a_new_key_waits_until_each_employee_was_told_and_chose(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    await employee.introduces(pick="woman", push="yes")
    vera = await Counsellor.logs_in(house, VERA)
    case = (await vera.case()).id
    await vera.accepts(case)
    await bring(house, Mailroom())
    await employee.commands("/news")
    await change(house, VERA, until=TODAY - timedelta(days=1), reason="left")
    await change(house, VERA, until=None, reason=None)
    vera = await with_passphrase(house, VERA)
    mailroom, news = Mailroom(), house.voice.flows.texts.format("notice-news", "nl")
    await bring(house, mailroom)
    assert news not in mailroom.texts, "a key that nobody confirmed leaves nothing to choose"
    view = await vera.opens(case)
    assert view is not None
    assert view.letters == ()
    assert view.sealed_before
    assert view.case.key_paused
    daan = await Counsellor.logs_in(house, DAAN)
    assert await confirms(house, await daan.session(), VERA)
    await bring(house, mailroom)
    assert news in mailroom.texts
    assert not await vera.writes(case, "Ik ben er weer.")
    assert not await vera.closes(case)
    clock.passes(seconds=6)
    await employee.says("Gaat dit nog naar dezelfde persoon?")
    assert employee.sees("utter_key_changed", counsellor_name="Vera Voorbeeld")
    assert (await vera.reads(case)) == []
    await employee.chooses(key_next="again")
    await employee.walks_to("send")
    await employee.chooses(send="yes")
    assert "Het gaat over pesten." in (await vera.reads(case))[0]
    assert await vera.accepts(case)
    assert await vera.writes(case, "Ik ben er weer.")
