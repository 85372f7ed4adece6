"""One conversation in two tabs or browsers: words go where their page says (C15, C42)."""

import pytest

from bot.wiring import House
from dialogues.private import Private
from tests.house import ANOTHER_BROWSER, DAAN, VERA, Counsellor, Employee, cases_of, code_on
from tests.web.visitor import PageForm, Visitor

WORDS = "Dit is alleen voor wie hierboven staat."


def beside(tab: Visitor) -> Visitor:
    """Another tab of the same browser, with the same page."""
    other = Visitor(tab.client)
    other.answer, other.page = tab.answer, tab.page
    return other


def field_of(tab: Visitor) -> PageForm:
    """The form of the large field."""
    return next(form for form in tab.page.forms if "text" in form.fields)


async def read(house: House, who: str) -> str:
    """Everything on a counsellor's desk."""
    desk = await Counsellor.logs_in(house, who)
    cases = await cases_of(house, desk.who)
    return "\n".join([words for case in cases if case.conversation for words in await desk.reads(case.id)])


async def to_preview(tab: Visitor) -> None:
    """The words in full, for Vera."""
    await tab.to_code()
    await tab.chooses(teach="skip")
    assert "Vera Voorbeeld" in tab.words


async def hands_over(tab: Visitor) -> None:
    """The case goes from Vera to Daan."""
    await tab.presses_payload("/introduce")
    await tab.chooses(in_danger="safe")
    await tab.chooses(about="colleague")
    await tab.chooses(has_case_next="other")
    await tab.chooses(pick="man")
    await tab.chooses(send="yes")


@pytest.fixture
async def talking(victim: Visitor) -> Visitor:
    """Somebody whose words go to Vera."""
    await to_preview(victim)
    await victim.chooses(send="yes")
    await victim.opens("/chat")
    return victim


async def test_an_answer_on_an_older_page_does_not_become_a_letter(house: House, victim: Visitor) -> None:
    await to_preview(victim)
    older = beside(victim)
    await victim.chooses(send="yes")
    await older.types(WORDS)
    assert "Dit is niet verstuurd" in older.words
    assert field_of(older).fields["text"] == WORDS
    assert WORDS not in await read(house, VERA)
    await older.sends(field_of(older))
    assert WORDS in await read(house, VERA)


async def test_words_for_one_counsellor_do_not_go_to_the_next(house: House, talking: Visitor) -> None:
    older = beside(talking)
    await hands_over(talking)
    await older.types(WORDS)
    assert "gaat nu naar Daan Denkbeeld" in older.words
    assert field_of(older).fields["text"] == WORDS
    assert WORDS not in await read(house, DAAN)
    await older.sends(field_of(older))
    assert "Verstuurd naar Daan Denkbeeld" in older.words
    assert WORDS in await read(house, DAAN)


@pytest.mark.parametrize("typed", ["1", "Ja, stuur dit"])
async def test_a_yes_that_is_typed_under_an_earlier_preview_sends_nothing(
    house: House, victim: Visitor, typed: str
) -> None:
    await to_preview(victim)
    older = beside(victim)
    await victim.chooses(send="change")
    await victim.presses_payload(next(each for each in victim.payloads if "(line=" in each))
    await older.types(typed)
    assert await cases_of(house, VERA) == []
    assert "Dit is niet verstuurd" in older.words


async def test_danger_on_an_older_page_is_answered(victim: Visitor) -> None:
    await to_preview(victim)
    older = beside(victim)
    await victim.chooses(send="yes")
    await older.types("Ik wil niet meer leven")
    assert "113" in older.words


async def test_an_account_is_told_when_its_words_would_go_to_somebody_else(house: House) -> None:
    person = Employee(house)
    await person.introduces(pick="woman")
    await person.commands("/code")
    await person.chooses(code_ok="yes")
    (shown,) = [message.text.reveal() for message in person.last.messages if message.fleeting]
    browser = await person.comes_back(Private(code_on(shown)), ANOTHER_BROWSER)
    assert browser is not None
    await browser.commands("/introduce")
    await browser.chooses(in_danger="safe")
    await browser.chooses(about="colleague")
    await browser.chooses(has_case_next="other")
    await browser.chooses(pick="man")
    await browser.chooses(send="yes")
    await person.says(WORDS)
    assert person.sees("utter_other_receiver", counsellor_name="Daan Denkbeeld")
    assert WORDS not in await read(house, DAAN)
    await person.says(WORDS)
    assert WORDS in await read(house, DAAN)
