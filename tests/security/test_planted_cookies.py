"""A cookie that somebody else put into a browser opens nothing that its owner says there later."""

import pytest

from bot.server import app
from bot.wiring import House
from tests.house import MovableClock, rows
from tests.web.visitor import Visitor, visitor

PLANTED = "P" * 21 + "l" * 22


async def types_code(one: Visitor, code: str) -> None:
    await one.opens("/code")
    await one.sends(one.form("/code"), code=code)


async def test_a_planted_cookie_does_not_become_the_key_of_a_new_chat(
    victim: Visitor, attacker: Visitor
) -> None:
    victim.client.cookies.set("t", PLANTED, domain="127.0.0.1")
    await victim.opens("/")
    await victim.presses_payload("/start")
    assert victim.client.cookies.get("t", domain="127.0.0.1") != PLANTED
    attacker.client.cookies.set("t", PLANTED, domain="127.0.0.1")
    await attacker.opens("/chat")
    assert "/SetSlots(in_danger=safe)" not in attacker.payloads
    await victim.opens("/chat")
    assert "/SetSlots(in_danger=safe)" in victim.payloads


async def test_the_cookie_of_a_wrong_code_does_not_become_the_key_of_the_next_chat(
    house: House, victim: Visitor, attacker: Visitor
) -> None:
    await types_code(victim, " ".join(house.code_words[0].words[:8]))
    noted = victim.cookies.get("t", PLANTED)
    await victim.opens("/")
    await victim.presses_payload("/start")
    attacker.client.cookies.set("t", noted)
    await attacker.opens("/chat")
    assert "/SetSlots(in_danger=safe)" not in attacker.payloads


@pytest.mark.parametrize("begun", [False, True], ids=["unused browser", "a chat begun by somebody else"])
async def test_coming_back_with_a_code_gives_a_fresh_cookie(
    house: House, victim: Visitor, attacker: Visitor, begun: bool
) -> None:
    code = await victim.introduces()
    async with visitor(app(house)) as shared:
        shared.client.cookies.set("t", PLANTED, domain="127.0.0.1")
        if begun:
            await shared.opens("/")
            await shared.presses_payload("/start")
        noted = shared.client.cookies.get("t", domain="127.0.0.1") or ""
        await types_code(shared, code)
        assert "Het gaat over pesten." in shared.words
    attacker.client.cookies.set("t", noted)
    await attacker.opens("/chat")
    assert "Vera Voorbeeld" not in attacker.words
    assert "Het gaat over pesten." not in attacker.words
    await attacker.opens("/chat/receipt")
    assert attacker.status == 404


async def test_the_chat_that_a_code_replaces_leaves_no_row(house: House, victim: Visitor) -> None:
    code = await victim.introduces()
    before = (await rows(house))["peers"]
    async with visitor(app(house)) as shared:
        await shared.opens("/")
        await shared.presses_payload("/start")
        await types_code(shared, code)
    after = await rows(house)
    assert (after["peers"], after["conversations"]) == (before + 1, 1)


async def test_a_browser_that_was_locked_keeps_its_place_when_the_code_opens_it_again(
    victim: Visitor, clock: MovableClock
) -> None:
    code = await victim.introduces()
    cookie = victim.cookies["t"]
    clock.passes(minutes=45)
    await victim.opens("/chat")
    await victim.sends(victim.form("/code"), code=code)
    assert victim.cookies["t"] == cookie
    assert "Het gaat over pesten." in victim.words
