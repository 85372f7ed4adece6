"""Passkeys in a real Chromium with a virtual authenticator; numbers with and without JavaScript."""

import io
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pyotp
import pytest
import zxingcpp
from PIL import Image
from playwright.async_api import Page, expect

from bot.demo_house import PASSPHRASE
from bot.wiring import House
from handlers.domain.one_time_numbers import address_of
from tests.browser.device import VirtualDevice
from tests.browser.stage import Look, Stage, introduce, log_in, named_house, stage, unlock
from tests.house import MovableClock

pytestmark = pytest.mark.browser

ASKS_ANYWAY = """async () => {
    const asked = await fetch("/login/ask", {method: "POST", body: new URLSearchParams({form: ""})});
    const {rpId} = await asked.json();
    try {
        await navigator.credentials.get({publicKey: {rpId, challenge: new Uint8Array(32)}});
        return "answered";
    } catch (error) {
        return error.name;
    }
}"""
"""What a page at another name would do to get an answer."""


@asynccontextmanager
async def named_stage(house: House) -> AsyncIterator[Stage]:
    """The house at the name of the loopback address: passkeys belong to names."""
    async with named_house(house) as named, stage(named) as scene:
        yield scene


async def at_desk(scene: Stage, page: Page) -> None:
    """Vera, logged in by her link and unlocked."""
    await log_in(page, (await scene.links())["Vera Voorbeeld"])
    await unlock(page, PASSPHRASE)


async def makes_passkey(page: Page, title: str = "telefoon") -> None:
    """On the page of ways to log in."""
    await page.goto("/desk/ways")
    await page.locator("#title").fill(title)
    await page.locator("#phrase").fill(PASSPHRASE)
    await page.locator("form[data-passkey=make] button").click()
    await expect(page.locator("main")).to_contain_text("Je passkey is bewaard")


async def uses_passkey(page: Page) -> None:
    """On the login page."""
    await page.goto("/login")
    await page.locator("form[data-passkey=use] button").click()


async def leaves(page: Page) -> None:
    """Log out here."""
    await page.goto("/desk")
    await page.locator("form[action^='/desk/leave'] button").first.click()
    await expect(page.locator("main")).to_contain_text("Je bent niet ingelogd")


async def test_a_passkey_is_made_logs_in_and_opens_the_messages(house: House) -> None:
    async with named_stage(house) as scene:
        employee, page = await scene.person(Look()), await scene.person(Look())
        await introduce(employee)
        await VirtualDevice.of(page)
        await at_desk(scene, page)
        await makes_passkey(page)
        opens = page.locator("form[action^='/desk/ways/opens'] button")
        if await opens.count():  # a browser that gives the PRF only when a passkey is used
            await opens.click()
        await expect(page.locator("main")).to_contain_text("Opent ook berichten")
        await leaves(page)
        await uses_passkey(page)
        await expect(page.locator("h1")).to_have_text("Postvak")
        await page.locator("h3 a").first.click()
        await expect(page.locator("main")).to_contain_text("Het gaat over pesten.")
        await page.locator("#lock button").click()
        await expect(page.locator("h1")).to_have_text("De werkplek is op slot")
        await page.locator("form[data-passkey=use] button").click()
        await expect(page.locator("h1")).to_have_text("Postvak")


async def test_a_device_without_prf_logs_in_and_the_passphrase_opens(house: House) -> None:
    async with named_stage(house) as scene:
        page = await scene.person(Look())
        await VirtualDevice.of(page, prf=False)
        await at_desk(scene, page)
        await makes_passkey(page)
        await expect(page.locator("main")).to_contain_text("Opent geen berichten")
        await page.locator("form[action^='/desk/ways/opens'] button").click()
        await expect(page.locator("main")).to_contain_text("Dit lukt niet met deze passkey")
        await leaves(page)
        await uses_passkey(page)
        await expect(page.locator("h1")).to_have_text("De werkplek is op slot")
        await expect(page.locator("form[data-passkey=use]")).to_have_count(0)
        await unlock(page, PASSPHRASE)
        await expect(page.locator("h1")).to_have_text("Postvak")


async def test_a_removed_passkey_and_a_finger_that_is_not_known_do_not_come_in(house: House) -> None:
    async with named_stage(house) as scene:
        page, other = await scene.person(Look()), await scene.person(Look())
        first, second = await VirtualDevice.of(page), await VirtualDevice.of(other)
        await at_desk(scene, page)
        await makes_passkey(page, "oude telefoon")
        await at_desk(scene, other)
        await makes_passkey(other, "nieuwe telefoon")
        card = other.locator("section.card", has_text="oude telefoon")
        await card.locator("form[action^='/desk/ways/remove'] button").click()
        await expect(other.locator("main")).to_contain_text("Weggehaald")
        await expect(other.locator("form[action^='/desk/ways/remove']")).to_have_count(0)
        await leaves(page)
        await uses_passkey(page)
        await expect(page.locator("main")).to_contain_text("Met deze passkey gaat er niets open")
        assert len(await first.credentials()) == 1
        await leaves(other)
        await second.cannot_verify()
        await uses_passkey(other)
        await expect(other.locator("[data-failed]")).to_contain_text("Dit is niet gelukt")
        await expect(other.locator("main")).not_to_contain_text("Postvak")


async def test_a_copied_passkey_is_refused_once_the_real_one_was_used(house: House) -> None:
    async with named_stage(house) as scene:
        page, thief = await scene.person(Look()), await scene.person(Look())
        device, copy = await VirtualDevice.of(page, prf=False), await VirtualDevice.of(thief, prf=False)
        await at_desk(scene, page)
        await makes_passkey(page)
        (stolen,) = await device.credentials()
        await copy.takes({**stolen, "signCount": stolen["signCount"]})
        await leaves(page)
        for _ in range(2):
            await uses_passkey(page)
            await expect(page.locator("h1")).to_have_text("De werkplek is op slot")
            await leaves(page)
        await uses_passkey(thief)
        await expect(thief.locator("main")).to_contain_text("Met deze passkey gaat er niets open")


async def test_an_answer_that_was_sent_once_is_worth_nothing_in_another_browser(house: House) -> None:
    async with named_stage(house) as scene:
        page, thief = await scene.person(Look()), await scene.person(Look())
        await VirtualDevice.of(page)
        await at_desk(scene, page)
        await makes_passkey(page)
        await leaves(page)
        async with page.expect_request(re.compile("/login/passkey$")) as sent:
            await uses_passkey(page)
        body = (await sent.value).post_data
        assert body is not None
        await thief.goto("/login")
        again = await thief.request.post(
            "/login/passkey", data=body, headers={"content-type": "application/x-www-form-urlencoded"}
        )
        assert again.status == 403
        assert "Met deze passkey gaat er niets open" in await again.text()


async def test_at_another_name_for_the_same_place_no_passkey_is_asked_for(house: House) -> None:
    async with named_stage(house) as scene:
        page = await scene.person(Look())
        await VirtualDevice.of(page)
        await page.goto(scene.address.replace("localhost", "127.0.0.1") + "/login")
        await expect(page.locator("form[data-passkey]")).to_have_count(0)
        await expect(page.locator("main")).to_contain_text(f"{scene.address}/login")
        refused = await page.evaluate(ASKS_ANYWAY)
        assert refused == "SecurityError", "the browser itself keeps the passkey for its own name"


async def test_an_invited_counsellor_sets_up_a_passkey_by_keyboard_and_then_a_passphrase(
    house: House,
) -> None:
    async with named_stage(house) as scene:
        officer, page = await scene.person(Look()), await scene.person(Look())
        await VirtualDevice.of(page)
        await log_in(officer, (await scene.links())["P&O"])
        await officer.goto("/hr/invite/vera-voorbeeld")
        await officer.locator("button.main").click()
        link = await officer.locator("p.digits").inner_text()
        await log_in(page, link)
        await expect(page.locator("h1")).to_have_text("Hoe je inlogt")
        await page.locator("#title").focus()
        await page.keyboard.type("sleuteltje")
        await page.keyboard.press("Enter")
        await expect(page.locator("main")).to_contain_text("Je passkey is bewaard")
        await page.locator("a.button.main").click()
        await expect(page.locator("h1")).to_have_text("Kies een wachtzin")
        await page.locator("#phrase").fill("een nieuwe lange zin")
        await page.locator("#again").fill("een nieuwe lange zin")
        await page.locator("main button").click()
        await expect(page.locator("main")).to_contain_text("nog niet bevestigd")


@pytest.mark.parametrize("script", [True, False], ids=["script", "plain"])
async def test_a_number_of_an_app_logs_in_with_and_without_javascript(
    house: House, clock: MovableClock, script: bool
) -> None:
    async with named_stage(house) as scene:
        page = await scene.person(Look(script=script))
        await at_desk(scene, page)
        await page.goto("/desk/ways/numbers")
        fours, words = await page.locator("p.digits").all_inner_texts()
        secret = fours.replace(" ", "")
        app = pyotp.TOTP(secret)
        await page.locator("#number").fill(app.at(clock.now()))
        await page.locator("#phrase").fill(PASSPHRASE)
        await page.locator("button.main").click()
        await expect(page.locator("main")).to_contain_text("Je app is bewaard")
        await leaves(page)
        clock.passes(seconds=30)
        await page.goto("/login")
        if not script:
            await expect(page.locator("form[data-passkey]")).to_be_hidden()
            await expect(page.locator("main")).to_contain_text("Een cijfercode werkt ook zonder")
        await page.locator("#words").fill(words)
        await page.locator("#number").fill(app.at(clock.now()))
        await page.locator("form[action^='/login/number'] button").click()
        await expect(page.locator("h1")).to_have_text("De werkplek is op slot")


async def test_the_picture_holds_the_same_secret_as_the_text(house: House) -> None:
    async with named_stage(house) as scene:
        page = await scene.person(replace(Look(), dark=True))
        await at_desk(scene, page)
        await page.goto("/desk/ways/numbers")
        fours, words = await page.locator("p.digits").all_inner_texts()
        secret = fours.replace(" ", "")
        shot = await page.locator(".picture").screenshot()
        read = zxingcpp.read_barcode(Image.open(io.BytesIO(shot)))
        assert read is not None
        assert read.text == address_of(secret, words, "Open Oor")
