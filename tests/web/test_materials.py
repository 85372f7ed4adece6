"""HR's posters and cards: from the list that is visible, for HR alone; an old poster says so."""

import pytest
from pypdfium2 import PdfDocument

from bot.wiring import House
from tests.house import MovableClock
from tests.web.test_desk import link
from tests.web.test_hr import at_hr, publish
from tests.web.visitor import Visitor

ALL = [f"{name}.pdf" for name in ("poster-a4", "poster-a5", "cards", "pack")] + ["counsellors.vcf"]


async def test_every_file_on_the_page_can_be_fetched(house: House, another: Visitor) -> None:
    await at_hr(house, another)
    await another.opens("/hr/materials")
    for language in ("nl", "en"):
        for name in ALL:
            path = f"/hr/materials/{language}/{name}"
            assert f'href="{path}"' in another.answer.text
            await another.opens(path)
            assert another.answer.status_code == 200
            assert another.answer.content[:4] in (b"%PDF", b"BEGI")
            assert another.answer.headers["cache-control"] == "no-store"
            await another.opens("/hr/materials")


@pytest.mark.clause("C55")
async def test_a_change_is_in_newly_made_materials_within_a_minute_and_the_old_poster_says_it_is_old(
    house: House, employee: Visitor, another: Visitor, clock: MovableClock
) -> None:
    before = (await house.directories.now()).roster.version
    await at_hr(house, another)
    await another.opens("/hr/change/vera-voorbeeld")
    await another.sends(another.form("/hr/save"), phone="085-0000 399")
    await another.opens("/hr/materials")
    assert "Er zijn wijzigingen die nog niemand ziet" in another.words
    await another.opens("/hr/materials/nl/counsellors.vcf")
    assert "085-0000 399" not in another.answer.text
    await publish(another)
    clock.passes(seconds=59)
    await another.opens("/hr/materials/nl/counsellors.vcf")
    assert "085-0000 399" in another.answer.text
    await another.opens("/hr/materials/nl/poster-a4.pdf")
    assert "085-0000 399" in PdfDocument(another.answer.content)[0].get_textpage().get_text_range()
    await employee.opens(f"/wie?poster={before}&lang=nl")
    assert "Je scande een oudere poster" in employee.words
    assert "085-0000 399" in employee.words
    await employee.opens(f"/wie?poster={before + 1}&lang=nl")
    assert "Je scande een oudere poster" not in employee.words
    assert not employee.cookies


@pytest.mark.parametrize("value", ["", "x", "-1", "999999", "1e3", "٣", "1" * 400, "<b>"])
async def test_a_poster_number_that_means_nothing_changes_nothing(employee: Visitor, value: str) -> None:
    await employee.opens(f"/wie?lang=nl&poster={value}")
    assert employee.answer.status_code == 200
    assert "Je scande" not in employee.words


@pytest.mark.clause("C73")
async def test_materials_are_for_hr_and_a_file_that_does_not_exist_is_not_there(
    house: House, employee: Visitor, another: Visitor
) -> None:
    await employee.opens("/hr/materials")
    assert employee.answer.status_code == 403
    await employee.logs_in(await link(house, "Vera Voorbeeld"))
    await employee.opens("/hr/materials/nl/pack.pdf")
    assert employee.answer.status_code == 404
    await at_hr(house, another)
    for path in ("/hr/materials/xx/pack.pdf", "/hr/materials/nl/other.pdf", "/hr/materials/nl/pack"):
        await another.opens(path)
        assert another.answer.status_code == 404


async def test_a_local_address_is_not_printed_without_a_word(house: House, another: Visitor) -> None:
    await at_hr(house, another)
    await another.opens("/hr/materials")
    assert "Druk nog niets af" in another.words
