"""A new colleague scans the code of the welcome pack: three presses, a rehearsal, and nothing is kept."""

import pytest

from bot.wiring import House
from tests.handlers.test_turn import of_people
from tests.web.visitor import Visitor

ADDRESSES = pytest.mark.parametrize(("path", "language"), [("/nieuw", "nl"), ("/new", "en")])


@pytest.mark.clause("C58")
@ADDRESSES
async def test_three_presses_from_the_code_show_who_what_and_what_stays_secret_and_leave_nothing(
    house: House, employee: Visitor, path: str, language: str
) -> None:
    texts, before = house.voice.flows.texts, await of_people(house)
    await employee.opens(f"{path}?lang={language}")
    assert employee.page.language == language
    assert "set-cookie" not in employee.answer.headers
    await employee.presses_payload("/new")
    for shown in ("Vera Voorbeeld", "Daan Denkbeeld", "085-0000 311", "daan.denkbeeld@denkbeeld.example"):
        assert shown in employee.words
    assert employee.page.language == language
    await employee.chooses(new_what="what")
    for text_id in ("utter_what_does", "utter_what_does_not"):
        assert texts.fill(text_id, language, {}).splitlines()[0] in employee.words
    await employee.chooses(new_secrecy="secrecy")
    assert texts.fill("utter_secrecy", language, {"secrecy_limits": ""}).splitlines()[1] in employee.words
    assert employee.presses == 3
    assert not employee.cookies
    assert await of_people(house) == before


@pytest.mark.clause("C58")
@pytest.mark.parametrize("through", [[], ["new_what=what", "new_secrecy=no"]], ids=["page", "end"])
async def test_a_minute_of_rehearsal_begins_on_the_page_and_where_getting_to_know_them_ends(
    house: House, employee: Visitor, through: list[str]
) -> None:
    before = await of_people(house)
    await employee.opens("/nieuw")
    if through:
        await employee.presses_payload("/new")
    for choice in through:
        await employee.presses_payload(f"/SetSlots({choice})")
    await employee.presses_payload("/rehearse")
    assert "Oefening, verzonnen vertrouwenspersoon" in employee.words
    await employee.chooses(rehearse_say="doubt")
    await employee.chooses(rehearse_step="think")
    assert "Er is niets begonnen en niets verstuurd." in employee.words
    assert not employee.cookies
    assert await of_people(house) == before


@ADDRESSES
async def test_opening_the_page_looks_at_nothing_and_keeps_nothing(
    house: House, employee: Visitor, path: str, language: str
) -> None:
    await employee.introduces()
    before, cookies = await of_people(house), employee.cookies
    await employee.opens(path)
    assert "Vera Voorbeeld" not in employee.words
    assert "set-cookie" not in employee.answer.headers
    assert (employee.cookies, await of_people(house)) == (cookies, before)
    await employee.presses_payload("/new")
    assert "Daan Denkbeeld" in employee.words


@pytest.mark.clause("C55")
async def test_an_older_sheet_says_that_it_is_older(house: House, employee: Visitor) -> None:
    version = (await house.directories.now()).roster.version
    await employee.opens(f"/nieuw?poster={version - 1}&lang=nl")
    assert "Je scande een ouder blad" in employee.words
    for same in (str(version), "", "x"):
        await employee.opens(f"/nieuw?poster={same}&lang=nl")
        assert "Je scande" not in employee.words


async def test_the_list_of_counsellors_points_to_it(employee: Visitor) -> None:
    await employee.opens("/wie?lang=en")
    await employee.opens(employee.page.links["New here? Meet them, or practise for a minute"])
    assert employee.page.language == "en"
    assert "/new" in employee.payloads
