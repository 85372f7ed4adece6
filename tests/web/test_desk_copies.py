"""A counsellor declares that no copies are left: the day is kept, and nothing about anybody (C43)."""

from datetime import timedelta

import pytest

from bot.wiring import House
from handlers.desk.copies import NOTED
from handlers.domain.copies import Copies
from storage.audit import entries
from storage.transaction import Transaction
from storage.upkeep import read
from tests.handlers.test_choosing import TODAY, change
from tests.house import VERA, Counsellor, cases_of, officer, rows, staff_of
from tests.web.test_desk import at_desk, open_first
from tests.web.test_hr import at_hr
from tests.web.visitor import Visitor

PATH = "/desk/copies"


def _noted(at: Transaction) -> list[tuple[object, ...]]:
    return [(day, what, who) for _, day, what, who in entries(at) if what.startswith("copies")]


async def declared(house: House) -> list[tuple[object, ...]]:
    """Day, words and login of every declaration in the chain."""
    return await read(house.store, _noted)


@pytest.mark.clause("C43")
@pytest.mark.parametrize("choice", list(Copies))
async def test_the_declaration_and_its_day_stay_and_nothing_else(
    house: House, employee: Visitor, another: Visitor, choice: Copies
) -> None:
    await employee.introduces()
    await at_desk(house, another)
    before = await rows(house)
    await another.opens(PATH)
    await another.sends(another.form(PATH), copies=choice.value)
    assert "Genoteerd, met de dag van vandaag." in another.words
    staff = await staff_of(house, VERA)
    assert await declared(house) == [(TODAY, NOTED[choice], staff.id)]
    after = await rows(house)
    assert {name for name in after if after[name] != before.get(name)} == {"audit"}


@pytest.mark.clause("C43")
async def test_it_is_asked_when_a_contact_ends_and_can_be_left_unsaid(
    house: House, employee: Visitor, another: Visitor
) -> None:
    await employee.introduces()
    await at_desk(house, another)
    path = await open_first(another)
    await another.sends(another.form(f"{path}/accept"))
    closing = path.replace("/case/", "/closing/")
    await another.opens(closing)
    assert "Heb je zelf nog aantekeningen" in another.words
    form = [each for each in another.page.forms if each.action == closing][1]
    await another.sends(form, copies="maybe")
    assert another.status == 400
    await another.opens(closing)
    form = [each for each in another.page.forms if each.action == closing][1]
    await another.sends(form)
    assert await declared(house) == [], "unsaid is unsaid"
    assert "Heb je zelf nog iets bewaard?" in another.words


@pytest.mark.clause("C43")
async def test_with_the_end_of_a_contact_it_is_noted_without_the_case(
    house: House, employee: Visitor, another: Visitor
) -> None:
    await employee.introduces()
    await at_desk(house, another)
    path = await open_first(another)
    await another.sends(another.form(f"{path}/accept"))
    closing = path.replace("/case/", "/closing/")
    await another.opens(closing)
    form = [each for each in another.page.forms if each.action == closing][1]
    await another.sends(form, copies="week")
    (row,) = await declared(house)
    assert row[1] == "copies gone in a week"
    (case,) = await cases_of(house, VERA)
    assert case.id not in str(row)


@pytest.mark.clause("C43")
async def test_whose_case_went_elsewhere_is_asked_to_throw_away_what_they_kept(
    house: House, employee: Visitor, another: Visitor
) -> None:
    await employee.introduces()
    await at_desk(house, another)
    path = await open_first(another)
    await another.sends(another.form(f"{path}/decline"))
    assert "Heb je zelf nog iets bewaard? Gooi het weg." in another.words
    assert PATH in [href.partition("?")[0] for href in another.page.links.values()]


@pytest.mark.clause("C43")
async def test_before_the_last_day_of_an_appointment_the_desk_asks_and_secrecy_stays(
    house: House, another: Visitor
) -> None:
    await at_desk(house, another)
    assert "Je aanstelling stopt" not in another.words
    await change(house, VERA, until=TODAY + timedelta(days=31), reason="left")
    await another.opens("/desk")
    assert "Je aanstelling stopt" not in another.words
    await change(house, VERA, until=TODAY + timedelta(days=30), reason="left")
    await another.opens("/desk")
    assert "Je aanstelling stopt na 23 december 2026. Je geheimhouding blijft" in another.words
    await another.opens(PATH)
    assert "Je aanstelling stopt na 23 december 2026." in another.words


async def test_nothing_chosen_a_locked_desk_and_hr_declare_nothing(
    house: House, employee: Visitor, another: Visitor
) -> None:
    await at_desk(house, another)
    await another.opens(PATH)
    form = another.form(PATH)
    await another.sends(form)
    assert await declared(house) == []
    await another.sends(another.form("/desk/lock"))
    await another.sends(form, copies="gone")
    assert "De werkplek is op slot" in another.words
    vera = await Counsellor.enters(house, VERA)
    assert not await house.desk.copies.declare(await vera.session(), Copies.GONE)
    hr = await officer(house)
    assert not await house.desk.copies.declare(hr, Copies.GONE)
    assert await house.desk.copies.leaving_on(hr) is None
    assert await declared(house) == []
    await at_hr(house, employee)
    await employee.opens(PATH)
    assert employee.status == 404
