"""Every page in a real browser: JavaScript on and off, light and dark, phone and desktop."""

import json
import re
from dataclasses import replace
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import BrowserContext, ConsoleMessage, Page, Request
from starlette.routing import Route

from bot.wiring import House
from tests.browser.pictures import photograph
from tests.browser.stage import LARGE_TEXT, Look, stage
from tests.browser.tour import tour
from tests.web.rooms import pages_of, rooms_of

pytestmark = pytest.mark.browser

LOOKS = (
    Look(),
    Look(script=False, dark=True),
    Look(script=False, wide=True),
    Look(dark=True, wide=True, language="en-GB"),
)

SMALL = """() => [...document.querySelectorAll(
        "button, a.button, summary, input:not([type=hidden]), textarea")]
    .filter((each) => each.checkVisibility() && !each.closest("fieldset label"))
    .map((each) => [each.textContent.trim() || each.name, each.getBoundingClientRect()])
    .filter(([, box]) => box.height < 44 || box.width < 44)
    .map(([name, box]) => `${name} ${Math.round(box.width)}x${Math.round(box.height)}`)"""

SIDEWAYS = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"

TOO_WIDE = """() => [...document.querySelectorAll("body *")]
    .filter((each) => each.checkVisibility() && each.getBoundingClientRect().right > innerWidth + 1)
    .map((each) => each.outerHTML.slice(0, 90))"""

STATUS = "() => performance.getEntriesByType('navigation')[0].responseStatus"

COVERED = """() => [...document.querySelectorAll("body *")]
    .filter((each) => ["fixed", "sticky"].includes(getComputedStyle(each).position))
    .reduce((sum, each) => sum + each.getBoundingClientRect().height, 0) / innerHeight"""


NO_PAGES = re.compile(
    r"/(favicon|robots|static|metrics|webhooks|telegram|chat/news)\b|\.(txt|json)$|/\{file\}$|/\{picture\}$|/square$"
)
"""Routes that answer with something else than a page for people."""


def not_visited(house: House, paths: set[str]) -> set[str]:
    """Pages that the tour did not come past, by their route."""
    routes: list[Route] = [
        route
        for route in pages_of(rooms_of(house)).routes  # type: ignore[attr-defined]  # a Starlette application
        if isinstance(route, Route) and "GET" in (route.methods or ()) and not NO_PAGES.search(route.path)
    ]
    return {route.path for route in routes if not any(route.path_regex.match(path) for path in paths)}


def named(look: Look) -> str:
    """The look as a test id."""
    return f"{look.name}-{'script' if look.script else 'plain'}"


async def problems_of(page: Page, checked: Page) -> list[str]:
    """What axe finds on `checked`, a line each; and what on `page` is too small to press or too wide."""
    found = await Axe().run(checked)
    lines = [
        f"{each['id']}: {each['help']}: {node['html'][:120]}"
        for each in found.response["violations"]
        for node in each["nodes"]
    ]
    lines += [f"too small to press: {each}" for each in await page.evaluate(SMALL)]
    if await page.evaluate(SIDEWAYS):
        lines.append("wider than the screen")
    return lines


@pytest.mark.clause("C38")
@pytest.mark.parametrize("look", LOOKS, ids=named)
async def test_no_page_has_a_barrier(house: House, look: Look) -> None:
    barriers: dict[str, list[str]] = {}
    seen: set[str] = set()
    async with stage(house) as scene:
        # axe is a script: what a browser without JavaScript shows is checked in one that has it.
        checker = await scene.person(replace(look, script=True))

        async def stop(name: str, page: Page) -> None:
            if await page.evaluate(STATUS) != HTTPStatus.NOT_FOUND:
                seen.add(urlsplit(page.url).path)
            if not look.script:
                await checker.set_content(await page.content())
            if found := await problems_of(page, page if look.script else checker):
                barriers[name] = found

        await tour(scene, look, stop)
    assert not barriers, json.dumps(barriers, indent=1)
    assert not not_visited(house, seen)


@pytest.mark.parametrize(
    ("look", "flags"), [(Look(), [LARGE_TEXT]), (Look(zoomed=True), [])], ids=["large", "zoomed"]
)
async def test_large_text_and_a_zoomed_page_need_no_scrolling_sideways(
    house: House, look: Look, flags: list[str]
) -> None:
    wide: dict[str, object] = {}
    covered: dict[str, float] = {}
    async with stage(house, *flags) as scene:

        async def stop(name: str, page: Page) -> None:
            size = await page.evaluate("() => parseFloat(getComputedStyle(document.body).fontSize)")
            assert size == (34 if flags else 17)
            if await page.evaluate(SIDEWAYS):
                wide[name] = await page.evaluate(TOO_WIDE)
            if (share := await page.evaluate(COVERED)) > 0.5:
                covered[name] = share

        await tour(scene, look, stop)
    assert not wide, json.dumps(wide, indent=1)
    assert not covered


async def test_pages_load_nothing_from_elsewhere_and_keep_their_own_policy(house: House) -> None:
    asked: list[str] = []
    complaints: list[str] = []
    watched: set[BrowserContext] = set()

    def hear(message: ConsoleMessage) -> None:
        if "status of 4" not in message.text:  # pages that are meant to be refused
            complaints.append(message.text)

    def note(request: Request) -> None:
        asked.append(request.url)

    async def stop(_: str, page: Page) -> None:
        if page.context not in watched:
            watched.add(page.context)
            page.context.on("console", hear)
            page.context.on("request", note)

    async with stage(house) as scene:
        await tour(scene, Look(), stop)
        elsewhere = [url for url in asked if not url.startswith(scene.address)]
    assert asked
    assert not elsewhere
    assert not complaints, "\n".join(complaints)


async def test_pictures_of_every_page_can_be_made(tmp_path: Path) -> None:
    await photograph(tmp_path, looks=(Look(),))
    made = {path.name for path in tmp_path.iterdir()}  # noqa: ASYNC240  # a test may wait for its own disk
    assert {"start-phone-light.png", "desk-case-open-phone-light.png", "hr-preview-phone-light.png"} <= made
    assert all((tmp_path / name).read_bytes().startswith(b"\x89PNG") for name in made)
