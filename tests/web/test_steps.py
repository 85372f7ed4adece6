"""Steps in the browsers of both, without JavaScript: proposed, chosen, carried out, handed over."""

import pytest
from pypdfium2 import PdfDocument

from bot.wiring import House
from tests.web.test_desk import at_desk, open_first
from tests.web.visitor import Visitor

WORDS = "Ik wil graag een gesprek over hoe wij met elkaar omgaan."


async def talking(house: House, employee: Visitor, counsellor: Visitor) -> str:
    """A contact that was taken on; the path of its page with steps."""
    await employee.introduces()
    await at_desk(house, counsellor)
    path = await open_first(counsellor)
    await counsellor.sends(counsellor.form(f"{path}/accept"))
    return path.replace("/case/", "/steps/")


async def test_a_step_goes_from_proposal_to_a_sheet_with_the_same_words(
    house: House, employee: Visitor, another: Visitor
) -> None:
    steps = await talking(house, employee, another)
    await another.opens(steps)
    assert "Er zijn nog geen stappen voorgesteld." in another.words
    await another.sends(another.form(steps), kind="refer", recipient="hr", text=WORDS)
    assert "Voorgesteld. De ander kiest." in another.words
    assert "De ander kiest nog" in another.words
    await employee.opens("/chat")
    await employee.presses_payload("/news")
    assert WORDS in employee.words
    await employee.chooses(step_next="yes")
    await employee.chooses(step_subject_ok="no")
    await another.opens(steps)
    assert "Gekozen: ja, doe dit" in another.words
    (form,) = [each for each in another.page.forms if each.action.endswith("/carry-out")]
    await another.sends(form)
    assert "Om te geven of voor te lezen" in another.words
    assert WORDS in another.words
    assert "Deel dit niet verder." in another.words


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"kind": "talk", "recipient": "board", "text": WORDS}, "Deze ontvanger past niet"),
        ({"kind": "refer", "recipient": "hr", "text": " \u200b "}, "Er staat nog niets"),
        ({"kind": "party", "recipient": "hr", "text": WORDS}, "Kies eerst wat je voorstelt"),
        ({"kind": "refer", "recipient": "hr", "text": "x" * 70_000}, "te lang"),
    ],
)
async def test_what_cannot_be_proposed_is_told_and_its_words_stay(
    house: House, employee: Visitor, another: Visitor, typed: dict[str, str], told: str
) -> None:
    steps = await talking(house, employee, another)
    await another.opens(steps)
    await another.sends(another.form(steps), **typed)
    assert another.status in (400, 413)
    assert told in another.words
    assert typed["text"].strip("\u200b ")[:20] in another.words
    await employee.opens("/chat")
    await employee.presses_payload("/news")
    assert "stelt een stap voor" not in employee.words


async def test_a_step_of_nobody_and_an_act_that_is_none_do_not_exist(
    house: House, employee: Visitor, another: Visitor
) -> None:
    steps = await talking(house, employee, another)
    await another.opens(steps)
    await another.sends(another.form(steps), kind="refer", recipient="hr", text=WORDS)
    (form,) = [each for each in another.page.forms if each.action.endswith("/take-back")]
    proposal = form.action.removesuffix("/take-back")
    for path in (proposal, f"{steps}/{'0' * 32}", f"{steps}/x", "/desk/steps/x", f"/desk/steps/{'0' * 32}"):
        await another.opens(path)
        assert another.status == 404
    await another.sends(form)
    assert "Het voorstel is weg." in another.words
    await another.sends(form)
    assert "Dit kan niet meer." in another.words


@pytest.mark.clause("C71")
async def test_a_complaint_that_the_employee_hands_in_is_on_paper_for_the_employee_alone(
    house: House, employee: Visitor, another: Visitor
) -> None:
    steps = await talking(house, employee, another)
    await another.opens(steps)
    await another.sends(another.form(steps), kind="complaint", recipient="nobody", text=WORDS)
    await employee.opens("/chat")
    await employee.presses_payload("/news")
    await employee.opens("/chat/steps")
    assert "Een formele melding" in employee.words.replace("een formele", "Een formele")
    assert not [href for href in employee.page.links.values() if href.endswith((".txt", ".pdf"))]
    await employee.opens("/chat")
    await employee.chooses(step_next="yes")
    assert "Zonder naam kan dit niet" in employee.words
    await employee.chooses(step_named_ok="yes")
    await employee.opens("/chat/steps")
    files = [href for href in employee.page.links.values() if href.endswith((".txt", ".pdf"))]
    text, paper = sorted(files, reverse=True)
    assert (await employee.client.get(text)).text == WORDS + "\n"
    printed = await employee.client.get(paper)
    assert printed.headers["content-type"] == "application/pdf"
    document = PdfDocument(printed.content)
    page = document[0].get_textpage().get_text_range()
    assert WORDS.split()[0] in page
    assert "Handtekening" in page
    for path in (text, paper):
        assert (await another.client.get(path)).status_code == 404
    sheet = text.replace("/chat/steps/", f"{steps}/").removesuffix(".txt")
    await another.opens(sheet)
    assert another.status == 404


async def test_steps_of_who_has_no_case_do_not_exist(house: House, employee: Visitor) -> None:
    for path in ("/chat/steps", f"/chat/steps/{'0' * 32}.txt"):
        await employee.opens(path)
        assert employee.status == 404
