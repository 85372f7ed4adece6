"""Makes docs/pictures: every page on a phone, some in the dark, every flow. Run by `make pictures`."""

import asyncio
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from playwright.async_api import Page
from pypdfium2 import PdfDocument

from bot.materials import Entrance, Printed, Wording, facts_of, printed
from bot.places import DEMO
from bot.policy_file import load_policy
from bot.roster_file import load_roster
from dialogues.draw import draw
from dialogues.loader import load
from tests.browser.stage import Look, stage
from tests.browser.tour import tour
from tests.house import MONDAY, MovableClock, house_in, template

ROOT = Path(__file__).resolve().parent.parent.parent
PICTURES = ROOT / "docs" / "pictures"
LOOKS = (Look(), Look(dark=True, wide=True))
DARK = frozenset(
    {
        "start",
        "chat-notice",
        "chat-preview",
        "chat-letters",
        "help",
        "desk-case-open",
        "desk-ways",
        "hr-list",
        "login",
    }
)
"""Pages of which there is a picture in the dark on a desktop as well."""


async def whole(page: Page, path: Path) -> None:
    """The page as one tall screen, so that what is fixed at its edges stands at the edges of the picture."""
    before = page.viewport_size
    if before is None:
        raise RuntimeError("a picture needs a screen of a known size")
    await page.evaluate("() => window.scrollTo(0, 0)")
    height = await page.evaluate("() => document.documentElement.scrollHeight")
    await page.set_viewport_size({"width": before["width"], "height": max(int(height), before["height"])})
    await page.screenshot(path=path)
    await page.set_viewport_size(before)


async def photograph(folder: Path, looks: tuple[Look, ...] = LOOKS) -> None:
    """One PNG per page and look in `folder` (which is there), named page-look.png."""
    for look in looks:
        with tempfile.TemporaryDirectory() as made:
            place = Path(made)
            house = await house_in(place / "data", await template(place / "template"), MovableClock())

            async def picture(name: str, page: Page, look: Look = look) -> None:
                if not look.dark or name in DARK:
                    await whole(page, folder / f"{name}-{look.name}.png")

            async with stage(house) as scene:
                await tour(scene, look, picture)
            await house.close()


def draw_flows(folder: Path) -> None:
    """One SVG per flow in `folder`."""
    flows = load(ROOT / "dialogues")
    folder.mkdir(parents=True, exist_ok=True)
    for name in flows.flows:
        (folder / f"{name}.svg").write_text(draw(flows, name), encoding="utf-8")


def show_printed(folder: Path) -> None:
    """One PNG per page of everything that HR prints, in Dutch, of the demo organisation."""
    texts = load(ROOT / "dialogues").texts
    facts = facts_of(
        replace(load_roster(DEMO / "roster.yml"), version=1),
        Wording(texts, load_policy(DEMO / "policy.yml"), "nl"),
        Entrance("https://openoor.korenbloem.example"),
        MONDAY.date(),
    )
    for what in Printed:
        document = PdfDocument(printed(what, facts))
        for at in range(len(document)):
            page = f"-{at + 1}" if len(document) > 1 else ""
            document[at].render(scale=1.2).to_pil().save(folder / f"printed-{what.value}{page}.png")


if __name__ == "__main__":
    PICTURES.mkdir(parents=True, exist_ok=True)
    asyncio.run(photograph(PICTURES))
    draw_flows(PICTURES / "flows")
    show_printed(PICTURES)
    sys.stdout.write("Pictures are in docs/pictures.\n")
