"""Whole ways through the pages in a real browser: keyboard, phone, both sides, leaving at once."""

import pytest
from playwright.async_api import Page, Route, expect

from bot.demo_house import PASSPHRASE
from bot.wiring import House
from tests.browser.stage import (
    Look,
    Stage,
    answered,
    choose,
    introduce,
    log_in,
    press,
    stage,
    to_code,
    unlock,
    write,
)

pytestmark = pytest.mark.browser

NEUTRAL = "https://www.knmi.nl/**"


async def elsewhere(page: Page) -> None:
    """A weather page that needs no network."""

    async def weather(route: Route) -> None:
        await route.fulfill(body="<title>Weer</title>", content_type="text/html")

    await page.context.route(NEUTRAL, weather)


async def by_keyboard(page: Page, payload: str) -> None:
    """Tab to the button that sends this and press Enter; where the focus is must be seen."""
    for _ in range(80):
        await page.keyboard.press("Tab")
        here = await page.evaluate("() => document.activeElement.value || ''")
        if here.partition("~")[0] == payload:
            break
    else:
        raise AssertionError(f"{payload} cannot be reached with Tab")
    outline = await page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none"
    async with page.expect_response(answered):
        await page.keyboard.press("Enter")
    await page.wait_for_load_state("load")
    await page.locator("[aria-disabled=true]").wait_for(state="detached")


@pytest.mark.clause("C38")
@pytest.mark.parametrize("script", [True, False], ids=["script", "plain"])
async def test_the_keyboard_alone_brings_a_message_to_a_counsellor(house: House, script: bool) -> None:
    async with stage(house) as scene:
        page = await scene.person(Look(script=script, wide=True))
        await page.goto("/")
        await by_keyboard(page, "/start")
        for choice in (
            "in_danger=safe",
            "need=someone",
            "for_whom=self",
            "kind=bullying",
            "about=colleague",
            "pick=any",
            "teach=skip",
            "send=yes",
        ):
            await by_keyboard(page, f"/SetSlots({choice})")
        await expect(page.locator("main")).to_contain_text("Het is verstuurd naar Vera Voorbeeld")


@pytest.mark.parametrize("script", [True, False], ids=["script", "plain"])
async def test_both_sides_write_on_a_phone_and_after_wiping_nothing_opens(house: House, script: bool) -> None:
    look = Look(script=script)
    async with stage(house) as scene:
        employee, desk = await scene.person(look), await scene.person(look)
        await to_code(employee)
        code = await _code_of(employee)
        await choose(employee, teach="skip")
        await choose(employee, send="yes")
        await _answer(scene, desk)
        await employee.goto("/chat")
        await press(employee, "/news")
        await expect(employee.locator(".letters")).to_contain_text("Ik lees graag met je mee.")
        await write(employee, "Een gesprek buiten het kantoor.")
        await desk.reload()
        await expect(desk.locator(".letters")).to_contain_text("Een gesprek buiten het kantoor.")
        await press(employee, "/wipe")
        await choose(employee, wipe_ok="yes")
        await expect(employee.locator("#log")).to_contain_text("Alles is gewist")
        await expect(employee.locator("main")).not_to_contain_text("Een gesprek buiten het kantoor.")
        await desk.reload()
        await expect(desk.locator("main")).to_contain_text("Ingetrokken")
        await expect(desk.locator("main")).not_to_contain_text("Een gesprek buiten het kantoor.")
        await employee.goto("/code")
        await employee.locator("#code").fill(code)
        await employee.locator("main button").click()
        await expect(employee.locator("main")).to_contain_text("Met deze code gaat er niets open")


async def _code_of(page: Page) -> str:
    await page.goto("/chat/sheet")
    words = await page.locator(".sheet li").all_inner_texts()
    await page.goto("/chat")
    return " ".join(words)


async def _answer(scene: Stage, desk: Page) -> None:
    await log_in(desk, (await scene.links())["Vera Voorbeeld"])
    await unlock(desk, PASSPHRASE)
    await desk.locator("h3 a").first.click()
    await desk.wait_for_load_state("load")
    await desk.locator("button.main").click()
    await desk.wait_for_load_state("load")
    await desk.locator("#text").fill("Ik lees graag met je mee.")
    await desk.locator("form.write button.main").click()
    await expect(desk.locator(".letters")).to_contain_text("Ik lees graag met je mee.")


async def test_news_appears_by_itself_and_says_nothing_more(house: House) -> None:
    async with stage(house) as scene:
        employee, desk = await scene.person(Look()), await scene.person(Look())
        await introduce(employee)
        await expect(employee.locator("#news")).to_be_hidden()
        await _answer(scene, desk)
        await expect(employee.locator("#news")).to_be_visible()
        await expect(employee.locator("main")).not_to_contain_text("Ik lees graag met je mee.")


async def test_from_the_news_it_is_one_press_to_the_letter_and_one_to_the_answer(house: House) -> None:
    async with stage(house) as scene:
        employee, desk = await scene.person(Look()), await scene.person(Look())
        await introduce(employee)
        await _answer(scene, desk)
        await press(employee, "/news")
        letter = employee.locator(".letter", has_text="Ik lees graag met je mee.")
        await expect(letter).not_to_be_in_viewport()
        await employee.get_by_role("link", name="Lees het bericht").click()
        await expect(letter).to_be_in_viewport()
        await employee.get_by_role("link", name="Schrijven").click()
        await expect(employee.locator("#text")).to_be_in_viewport()


async def test_without_a_connection_page_and_words_stay_and_a_second_press_sends_them_once(
    house: House,
) -> None:
    async with stage(house) as scene:
        employee = await scene.person(Look())
        await introduce(employee)
        await employee.locator("#text").fill("Dit mag niet weg zijn.")
        await employee.context.set_offline(True)
        await employee.locator("form.write button.main").click()
        await expect(employee.locator("#lost")).to_be_in_viewport()
        await expect(employee.locator("#text")).to_have_value("Dit mag niet weg zijn.")
        await expect(employee.get_by_role("button", name="Hulp nu", exact=True)).to_be_visible()
        await employee.context.set_offline(False)
        await write(employee, "Dit mag niet weg zijn.")
        await expect(employee.locator("#lost")).to_have_count(0)
        await expect(employee.locator(".letter", has_text="Dit mag niet weg zijn.")).to_have_count(1)


async def test_on_a_phone_at_twice_the_size_the_bar_leaves_room_to_read(house: House) -> None:
    async with stage(house) as scene:
        page = await scene.person(Look())
        await page.set_viewport_size({"width": 180, "height": 370})
        await page.goto("/")
        await press(page, "/start")
        bar = await page.locator("#bar").bounding_box()
        assert bar is not None
        assert bar["height"] < 370 * 0.4
        for button in await page.locator("#bar button").all():
            await expect(button).to_be_in_viewport(ratio=1)


async def test_help_and_the_other_language_stand_on_the_first_screen_of_a_phone(house: House) -> None:
    async with stage(house) as scene:
        page = await scene.person(Look())
        await page.goto("/")
        for what in ('button[value="/start"]', 'a[href="/help"]', 'a[hreflang="en"]'):
            await expect(page.locator("main").locator(what)).to_be_in_viewport(ratio=1)


async def test_with_javascript_the_answers_are_added_and_the_focus_goes_to_them(house: House) -> None:
    async with stage(house) as scene:
        page = await scene.person(Look())
        await page.goto("/")
        await press(page, "/start")
        before = await page.locator("#log > li").count()
        await choose(page, in_danger="safe")
        assert await page.locator("#log > li").count() > before
        assert page.url.endswith("/chat")
        focused = await page.evaluate("() => document.activeElement.closest('#log > li') !== null")
        assert focused
        assert await page.locator("[role=log]").get_attribute("aria-live") == "polite"


@pytest.mark.parametrize("way", ["button", "escape", "plain"])
async def test_leaving_at_once_goes_elsewhere_and_back_shows_nothing(house: House, way: str) -> None:
    async with stage(house) as scene:
        page = await scene.person(Look(script=way != "plain"))
        await elsewhere(page)
        await introduce(page)
        if way == "escape":
            await page.keyboard.press("Escape")
            await page.keyboard.press("Escape")
        else:
            await page.locator("button.leave").click()
        await page.wait_for_url(NEUTRAL)
        await expect(page).to_have_title("Weer")
        cookies = await page.context.cookies(scene.address)
        assert cookies == []
        await page.goto("/chat")
        await expect(page.locator("main")).not_to_contain_text("Vera Voorbeeld")


async def test_on_paper_the_code_sheet_shows_words_and_day_and_nothing_else(house: House) -> None:
    async with stage(house) as scene:
        page = await scene.person(Look())
        await to_code(page)
        await page.goto("/chat/sheet")
        await page.emulate_media(media="print")
        shown = await page.locator("body").inner_text()
        assert "Open Oor" not in shown
        assert "code" not in shown.lower()
        assert "woensdag 25 november" in shown
        assert await page.locator(".sheet li").count() == 8


async def test_a_desk_left_alone_shows_nothing_after_a_quarter_of_an_hour(house: House) -> None:
    async with stage(house) as scene:
        employee, desk = await scene.person(Look()), await scene.person(Look())
        await introduce(employee)
        await desk.clock.install()
        await _answer(scene, desk)
        house.clock.passes(minutes=16)  # type: ignore[attr-defined]  # tests move this clock
        await desk.clock.fast_forward("16:00")
        await expect(desk.locator("main")).to_contain_text("op slot")
        await expect(desk.locator("main")).not_to_contain_text("Ik lees graag met je mee.")
