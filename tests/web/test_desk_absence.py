"""The desk's page about being away, without JavaScript, and what everybody else sees of it (C12, C24)."""

import pytest

from bot.wiring import House
from tests.handlers.test_desk_absence import tells
from tests.house import DAAN, VERA, rows
from tests.web.test_desk import at_desk
from tests.web.test_hr import at_hr
from tests.web.visitor import Visitor

PATH = "/desk/absence"


async def says(one: Visitor, since: str, until: str) -> None:
    """Fill in two days and press."""
    await one.opens(PATH)
    await one.sends(one.form(PATH), since=since, until=until)


@pytest.mark.clause("C12", "C24")
async def test_a_counsellor_says_when_they_are_away_and_that_they_are_back(
    house: House, employee: Visitor, another: Visitor
) -> None:
    await at_desk(house, another)
    await says(another, "2026-11-23", "13-12-2026")
    assert "Staat genoteerd, en geldt meteen." in another.words
    assert "Weg van 23 november 2026" in another.words
    assert "Er is nu geen vrouw als vertrouwenspersoon." in another.words
    await employee.opens("/wie")
    assert "Is nu niet aanwezig." in employee.words
    await another.opens("/desk")
    assert "Je bent weg tot en met 13 december 2026" in another.words
    await another.opens(PATH)
    path = next(form.action for form in another.page.forms if form.action.endswith("/end"))
    await another.sends(another.form(path))
    assert "Weggehaald. Dit geldt niet meer." in another.words
    await employee.opens("/wie")
    assert "Is nu niet aanwezig." not in employee.words
    await another.client.post(path, data={"form": another.form(PATH).fields["form"]})
    await another.opens(f"{PATH}?done=gone")
    assert "Dit is er niet meer." in another.words
    await another.opens("/desk")
    assert "Je bent weg" not in another.words


async def test_hr_reads_the_days_and_no_reason_case_or_count(
    house: House, employee: Visitor, another: Visitor
) -> None:
    await another.introduces()
    await tells(house, VERA)
    await at_hr(house, employee)
    assert "Zegt zelf: weg van 23 november 2026" in employee.words
    await employee.opens("/hr/map")
    assert "Afwezig van 23 november 2026" in employee.words
    await employee.opens(PATH)
    assert employee.status == 404


@pytest.mark.parametrize(
    ("since", "until", "words"),
    [
        ("2026-11-25", "2026-11-24", "De laatste dag ligt voor de eerste dag."),
        ("2026-11-01", "2026-11-22", "Deze dagen zijn al voorbij."),
        ("2026-11-23", "2028-11-22", "Zo ben je langer dan een jaar weg."),
        ("2026-11-23", "morgen", "Vul twee dagen in"),
        ("", "2026-11-24", "Vul twee dagen in"),
    ],
)
async def test_days_that_cannot_be_come_back_as_they_were_typed(
    house: House, another: Visitor, since: str, until: str, words: str
) -> None:
    await at_desk(house, another)
    await says(another, since, until)
    assert another.status == 400
    assert words in another.words
    assert another.form(PATH).fields["until"] == until
    assert "absences" not in await rows(house)


async def test_a_locked_desk_shows_and_takes_nothing(house: House, another: Visitor) -> None:
    await tells(house, DAAN)
    await at_desk(house, another)
    await another.opens(PATH)
    assert "Daan Denkbeeld: van 23 november 2026" in another.words
    form = another.form(PATH)
    await another.sends(another.form("/desk/lock"))
    await another.sends(form, since="2026-11-23", until="2026-11-24")
    assert "De werkplek is op slot" in another.words
    assert (await rows(house))["absences"] == 1
    for path in (PATH, f"{PATH}/none/end"):
        await another.opens(path)
        assert "Daan Denkbeeld: van" not in another.words


async def test_what_is_no_absence_is_not_there(house: House, another: Visitor) -> None:
    await at_desk(house, another)
    await another.opens(PATH)
    token = another.form(PATH).fields["form"]
    answer = await another.client.post(f"{PATH}/none/end", data={"form": token})
    assert answer.status_code == 404


async def test_days_that_were_told_twice_are_said_kindly(house: House, another: Visitor) -> None:
    await at_desk(house, another)
    await says(another, "2026-12-01", "2026-12-10")
    assert "Sommige dagen staan hier dubbel." not in another.words
    await says(another, "2026-12-10", "2026-12-13")
    assert "Staat genoteerd, en geldt meteen." in another.words
    assert "Sommige dagen staan hier dubbel." in another.words
