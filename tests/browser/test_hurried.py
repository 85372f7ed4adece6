"""A hurried officer of HR, at an organisation that begins: two counsellors published and a poster in hand."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.async_api import Page
from pypdfium2 import PdfDocument

from bot.links import HR, login_link
from bot.settings import Settings
from bot.wiring import build
from tests.browser.stage import Look, log_in, stage
from tests.house import MovableClock

pytestmark = pytest.mark.browser

PEOPLE = (
    {
        "name": "Noor Nieuw",
        "gender": "woman",
        "place": "Kamer 3",
        "days": "vrijdag",
        "phone": "085-0000 313",
        "mail": "noor@korenbloem.example",
        "appointment": "Directiebesluit 7 van 2 november 2026",
        "certificate_seen_on": "2026-11-02",
        "certificate_seen_by": "directiesecretaris",
    },
    {
        "name": "Bas Begin",
        "gender": "man",
        "place": "Kamer 4",
        "days": "maandag",
        "phone": "085-0000 314",
        "mail": "bas@korenbloem.example",
        "appointment": "Directiebesluit 8 van 2 november 2026",
        "certificate_seen_on": "2026-11-02",
        "certificate_seen_by": "directiesecretaris",
    },
)


@dataclass(slots=True)
class Hand:
    """What somebody does at the page, counted: each field filled in and each press is one."""

    page: Page
    did: int = 0

    async def fills(self, fields: dict[str, str]) -> None:
        """Fill in fields by their name."""
        for name, value in fields.items():
            self.did += 1
            choice = self.page.locator(f"input[type=radio][name={name}][value={value.split()[0]!r}]")
            if await choice.count():
                await choice.check()
            else:
                await self.page.locator(f"[name={name}]").fill(value)

    async def presses(self, words: str) -> None:
        """Press the first button or link of the page with these words."""
        self.did += 1
        await self.page.locator("main").get_by_text(words, exact=True).first.click()
        await self.page.wait_for_load_state("load")

    async def fetches(self, words: str) -> Path:
        """The same for what is kept as a file."""
        self.did += 1
        async with self.page.expect_download() as coming:
            await self.page.locator("main").get_by_text(words, exact=True).first.click()
        return Path(await (await coming.value).path())


@pytest.mark.clause("C55")
@pytest.mark.parametrize("script", [True, False], ids=["script", "plain"])
async def test_two_counsellors_and_a_poster_take_fewer_than_25_actions(folder: Path, script: bool) -> None:
    house = await build(Settings(data_dir=folder / "data"), MovableClock())
    async with stage(house) as scene:
        page = await scene.person(Look(script=script))
        link = await login_link(house, HR)
        assert link is not None
        await log_in(page, link.removeprefix(house.settings.address))
        hand = Hand(page)
        await hand.presses("Voeg iemand toe")
        await hand.fills(PEOPLE[0])
        await hand.presses("Bewaar en voeg nog iemand toe")
        await hand.fills(PEOPLE[1])
        await hand.presses("Bewaar en bekijk het voorbeeld")
        await hand.presses("Ja, maak zichtbaar")
        await hand.presses("Posters en kaartjes")
        poster = await hand.fetches("Poster, A4 (PDF)")
        document = PdfDocument(poster.read_bytes())
        words = document[0].get_textpage().get_text_range()
        assert all(who["name"] in words and who["phone"] in words for who in PEOPLE)
        await page.goto("/wie")
        shown = await page.inner_text("main")
        assert all(who["name"] in shown for who in PEOPLE)
    await house.close()
    assert hand.did < 25, f"{hand.did} actions"
