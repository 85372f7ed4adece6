"""Weighing whether secrecy may be broken: to think with, nothing kept, nothing sent (C42, A03)."""

import pytest

from bot.wiring import House
from handlers.domain.weighing import Condition
from storage.audit import entries
from storage.transaction import Transaction
from storage.upkeep import read
from tests.house import rows
from tests.web.test_desk import at_desk
from tests.web.test_hr import at_hr
from tests.web.visitor import Visitor

PATH = "/desk/weighing"
ALL = {each.value: "yes" for each in Condition}


async def weighs(one: Visitor, **answers: str) -> None:
    """Answer and press."""
    await one.opens(PATH)
    await one.sends(one.form(PATH), **answers)


@pytest.mark.clause("C42")
@pytest.mark.parametrize("short", list(Condition))
@pytest.mark.parametrize("answer", ["no", "unsure"])
async def test_secrecy_stays_while_one_thing_is_not_surely_so(
    house: House, another: Visitor, short: Condition, answer: str
) -> None:
    await at_desk(house, another)
    await weighs(another, **ALL | {short.value: answer})
    assert "Dan blijft het geheim." in another.words
    assert "Zelf opschrijven" not in another.words


@pytest.mark.clause("C42")
async def test_with_all_of_it_so_there_is_a_sheet_to_fill_in_by_hand_and_nothing_is_kept_or_noted(
    house: House, employee: Visitor, another: Visitor
) -> None:
    await employee.introduces()
    await at_desk(house, another)
    await another.opens(PATH)
    assert "Noem geen naam, team, functie of plek." in another.words
    before = await rows(house), await read(house.store, _noted)
    await weighs(another)
    assert "Dan blijft het geheim." in another.words, "nothing is answered beforehand"
    await weighs(another, **ALL)
    assert "Zelf opschrijven" in another.words
    assert "Open Oor verstuurt niets en deed niets." in another.words
    assert not any("text" in form.fields for form in another.page.forms), "no words are typed here"
    assert (await rows(house), await read(house.store, _noted)) == before


def _noted(at: Transaction) -> list[str]:
    return [what for _, _, what, _ in entries(at)]


@pytest.mark.clause("C42")
@pytest.mark.parametrize("language", ["nl", "en"])
async def test_employees_read_the_very_sentences_that_the_counsellor_weighs(
    house: House, employee: Visitor, another: Visitor, language: str
) -> None:
    await at_desk(house, another)
    await another.opens(f"{PATH}?lang={language}")
    await employee.opens(f"/wat?lang={language}")
    texts = house.voice.flows.texts
    for each in Condition:
        sentence = texts.format(f"weigh-{each.value}", language)
        assert sentence in another.words
        assert sentence in employee.words
    limits = house.policy.secrecy_limits[language]
    assert limits in another.words
    assert limits in employee.words
    assert not employee.cookies


async def test_an_answer_that_is_not_on_the_page_a_locked_desk_and_hr_get_nothing(
    house: House, employee: Visitor, another: Visitor
) -> None:
    await at_desk(house, another)
    await another.opens(PATH)
    form = another.form(PATH)
    await another.sends(form, only="maybe")
    assert another.status == 400
    await another.opens(PATH)
    form = another.form(PATH)
    await another.sends(another.form("/desk/lock"))
    await another.sends(form, **ALL)
    assert "De werkplek is op slot" in another.words
    await at_hr(house, employee)
    await employee.opens(PATH)
    assert employee.status == 404
