"""Whoever sits at a browser that locked itself reads nothing, and writes in nobody's name (C15, C17)."""

import pytest

from bot.wiring import House
from handlers.domain.case import Status
from tests.house import VERA, MovableClock, cases_of, rows
from tests.security.desk import at_desk, first_case
from tests.web.visitor import PageForm, Visitor

WORDS = "Vergeet het maar, ik heb alles verzonnen."


@pytest.fixture(params=[True, False], ids=["script", "plain"])
async def locked(request: pytest.FixtureRequest, victim: Visitor, clock: MovableClock) -> tuple[Visitor, str]:
    """The browser of somebody who was introduced and left it open, and their code."""
    code = await victim.introduces()
    clock.passes(minutes=45)
    await victim.opens("/chat")
    if request.param:
        victim.client.headers["x-by-script"] = "1"
    return victim, code


def field_of(browser: Visitor) -> PageForm:
    """The form of the large field."""
    return next(form for form in browser.page.forms if "text" in form.fields)


async def read_by_vera(house: House, desk: Visitor) -> str:
    await at_desk(house, desk, VERA)
    await first_case(desk)
    return desk.words


async def test_words_typed_at_a_locked_browser_reach_nobody_and_are_given_back(
    house: House, locked: tuple[Visitor, str], attacker: Visitor
) -> None:
    browser, _ = locked
    before = await rows(house)
    await browser.types(WORDS)
    assert browser.status == 200
    assert "Dit is niet verstuurd" in browser.words
    assert field_of(browser).fields["text"] == WORDS
    after = await rows(house)
    assert {**after, "deliveries": 0} == {**before, "deliveries": 0}
    assert WORDS not in await read_by_vera(house, attacker)


async def test_the_same_form_again_gives_the_words_back_again(locked: tuple[Visitor, str]) -> None:
    browser, _ = locked
    form = field_of(browser)
    for _ in range(2):
        await browser.sends(form, text=WORDS)
        assert field_of(browser).fields["text"] == WORDS


async def test_after_the_code_the_words_stand_in_the_field_and_can_be_sent(
    house: House, locked: tuple[Visitor, str], attacker: Visitor
) -> None:
    browser, code = locked
    await browser.types(WORDS)
    form = browser.form("/code")
    await browser.sends(form, code="zon zon zon zon zon zon zon zon")
    assert "Het gaat over pesten." not in browser.words
    await browser.sends(browser.form("/code"), code=code)
    assert "Het gaat over pesten." in browser.words
    assert field_of(browser).fields["text"] == WORDS
    await browser.sends(field_of(browser))
    assert "Verstuurd naar Vera Voorbeeld" in browser.words
    assert WORDS in await read_by_vera(house, attacker)


async def test_danger_is_answered_also_at_a_locked_browser(locked: tuple[Visitor, str]) -> None:
    browser, _ = locked
    await browser.types("Ik wil niet meer leven")
    assert "113" in browser.words


async def test_a_locked_browser_can_still_stop_ask_for_help_and_wipe(
    house: House, locked: tuple[Visitor, str]
) -> None:
    browser, _ = locked
    await browser.presses_payload("/help_now")
    assert "112" in browser.words
    await browser.presses_payload("/wipe")
    await browser.chooses(wipe_ok="yes")
    assert [case.status for case in await cases_of(house, VERA)] == [Status.WITHDRAWN]
