"""F5, Back and the code on the screen, in a real browser."""

import pytest
from playwright.async_api import Page, expect

from bot.wiring import House
from tests.browser.stage import Look, choose, press, stage, to_code, write

pytestmark = pytest.mark.browser

CODE_GONE = "De code is hier niet meer te zien."


async def _status_of_reload(page: Page) -> int | None:
    answer = await page.reload()
    return answer.status if answer else None


@pytest.mark.parametrize("script", [True, False], ids=["script", "plain"])
async def test_loading_again_and_going_back_lose_nothing(house: House, script: bool) -> None:
    async with stage(house) as scene:
        page = await scene.person(Look(script=script))
        await page.goto("/")
        await press(page, "/start")
        assert await _status_of_reload(page) == 200
        await expect(page.locator('button[value="/SetSlots(in_danger=safe)"]')).to_be_visible()
        await choose(page, in_danger="safe")
        await choose(page, need="someone")
        assert await _status_of_reload(page) == 200
        asks = page.locator('button[value="/SetSlots(for_whom=self)"]')
        await expect(asks).to_be_visible()
        for _ in range(4):
            await page.go_back()
            if page.url == f"{scene.address}/":
                break
            await expect(asks).to_be_visible()
        await expect(page.locator("main a.button.main")).to_have_text("Ga verder met je gesprek")
        await press(page, "/new")  # a form of the page that Back shows
        assert page.url.startswith(f"{scene.address}/chat")
        await expect(page.locator("h1")).to_have_text("Gesprek")
        await expect(page.locator("#log > li").last).to_be_visible()


async def test_the_code_goes_from_the_page_when_its_question_is_over(house: House) -> None:
    async with stage(house) as scene:
        page = await scene.person(Look())
        await to_code(page)
        await page.goto("/chat/sheet")
        words = await page.locator(".sheet li").all_inner_texts()
        code = [f"{at}. {word}" for at, word in enumerate(words, start=1)]
        await page.goto("/chat")
        log = page.locator("#log")
        await press(page, "/help_now")
        await expect(log).to_contain_text("".join(code))
        await choose(page, help_choice="back")
        await write(page, "verkeerd anders")
        await expect(log).not_to_contain_text("verkeerd anders")
        await choose(page, code_again="no")
        await expect(log).to_contain_text(CODE_GONE)
        await expect(log).not_to_contain_text("".join(code))
        await expect(page.locator("[data-secret]")).to_have_count(0)
        shown = await page.content()
        assert not [word for word in code if word in shown]
