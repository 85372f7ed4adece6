"""A real Chromium in front of a whole Open Oor on the loopback address."""

import asyncio
import shutil
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

import uvicorn
from playwright.async_api import (
    Browser,
    BrowserContext,
    Page,
    Request,
    Response,
    ViewportSize,
    async_playwright,
)

from bot.demo_house import furnish
from bot.server import app
from bot.wiring import House, build
from handlers.domain.pings import WayKind
from tests.patience import PATIENCE

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

PHONE: ViewportSize = {"width": 360, "height": 740}
DESKTOP: ViewportSize = {"width": 1200, "height": 800}
ZOOMED: ViewportSize = {"width": 320, "height": 256}
"""A desktop of 1280 by 1024 at 400 %, and the smallest phones (WCAG 2.2, 1.4.10)."""

LARGE_TEXT = "--blink-settings=defaultFontSize=32"
"""Twice the size of text (WCAG 2.2, 1.4.4)."""


class NoChromium(RuntimeError):
    """There is no Chromium on this machine; the browser tests cannot say anything without it."""

    def __init__(self) -> None:
        super().__init__("install Chromium first: apt-get install chromium")


@asynccontextmanager
async def chromium(*flags: str) -> AsyncIterator[Browser]:
    """Debian's Chromium, headless, with more `flags`. Raises NoChromium when it is not installed."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        raise NoChromium
    async with async_playwright() as play:
        browser = await play.chromium.launch(executable_path=path, args=[*FLAGS, *flags])
        try:
            yield browser
        finally:
            await browser.close()


@asynccontextmanager
async def serving(house: House) -> AsyncIterator[str]:
    """The house at the name of the loopback address, on a free port or the one of its own address."""
    config = uvicorn.Config(
        app(house, ways=frozenset(WayKind)),
        host="127.0.0.1",
        port=urlsplit(house.settings.base_url).port or 0,
        log_config=None,
        ws="none",
        timeout_graceful_shutdown=1,
    )
    server = uvicorn.Server(config)
    running = asyncio.ensure_future(server.serve())
    while not server.started:  # noqa: ASYNC110  # uvicorn sets a plain attribute, there is no event to wait for
        await asyncio.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://localhost:{port}"
    finally:
        server.should_exit = True
        await running


@asynccontextmanager
async def named_house(house: House) -> AsyncIterator[House]:
    """The same house, opened once more at http://localhost: passkeys belong to a name."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    settings = house.settings.model_copy(update={"base_url": f"http://localhost:{port}"})
    named = await build(settings, house.clock)
    try:
        yield named
    finally:
        await named.close()


@dataclass(frozen=True, slots=True)
class Look:
    """How someone looks at the pages."""

    script: bool = True
    dark: bool = False
    wide: bool = False
    language: str = "nl-NL"
    zoomed: bool = False

    @property
    def name(self) -> str:
        """ "phone-light", "desktop-dark", …"""
        size = "zoomed" if self.zoomed else "desktop" if self.wide else "phone"
        return f"{size}-{'dark' if self.dark else 'light'}"

    @property
    def viewport(self) -> ViewportSize:
        """What is seen of a page at once, in CSS pixels."""
        return ZOOMED if self.zoomed else DESKTOP if self.wide else PHONE


@dataclass(frozen=True, slots=True)
class Stage:
    """A running house and a browser; every person gets a context of their own."""

    house: House
    browser: Browser
    address: str

    async def person(self, look: Look) -> Page:
        """A fresh browser without cookies."""
        context: BrowserContext = await self.browser.new_context(
            base_url=self.address,
            java_script_enabled=look.script,
            color_scheme="dark" if look.dark else "light",
            viewport=look.viewport,
            locale=look.language,
            reduced_motion="reduce",
        )
        page = await context.new_page()
        page.set_default_timeout(PATIENCE * 1000)
        return page

    async def links(self) -> dict[str, str]:
        """A fresh login link for everyone of the demo organisation: name to path."""
        found = await furnish(self.house)
        return {who: link.removeprefix(self.house.settings.address) for who, link in found.items()}


@asynccontextmanager
async def stage(house: House, *flags: str) -> AsyncIterator[Stage]:
    """House, server and browser (with more `flags`), started and stopped together."""
    async with serving(house) as address, chromium(*flags) as browser:
        yield Stage(house, browser, address)


def answered(response: Response) -> bool:
    """Whether this is the last answer to something that was sent, behind any redirect."""
    request: Request | None = response.request
    while request is not None and request.method != "POST":
        request = request.redirected_from
    return request is not None and response.status != 303


async def press(page: Page, payload: str) -> None:
    """Press the button that sends this, and wait until the answer stands there."""
    button = page.locator(f'button[value="{payload}"], button[value^="{payload}~"]').first
    menu = page.locator("details.menu:not([open]) > summary")
    if not await button.is_visible() and await menu.count():
        await menu.first.click()
    async with page.expect_response(answered):
        await button.click()
    await settled(page)


async def choose(page: Page, **choice: str) -> None:
    """Press the button of this slot and value."""
    ((slot, value),) = choice.items()
    await press(page, f"/SetSlots({slot}={value})")


async def write(page: Page, text: str) -> None:
    """Type into the large field and send it."""
    await page.locator("#text").fill(text)
    async with page.expect_response(answered):
        await page.locator("form.write button.main").click()
    await settled(page)


async def settled(page: Page) -> None:
    """Until nothing loads any more and the page shows the answer."""
    await page.wait_for_load_state("load")
    await page.locator("[aria-disabled=true]").wait_for(state="detached")


async def introduce(page: Page) -> None:
    """From the start page to "sent", on the shortest safe path."""
    await to_code(page)
    await choose(page, teach="skip")
    await choose(page, send="yes")


async def to_code(page: Page) -> None:
    """From the start page to the resume code."""
    await page.goto("/")
    await press(page, "/start")
    for slot, value in (
        ("in_danger", "safe"),
        ("need", "someone"),
        ("for_whom", "self"),
        ("kind", "bullying"),
        ("about", "colleague"),
        ("pick", "any"),
    ):
        await choose(page, **{slot: value})


async def log_in(page: Page, path: str) -> None:
    """Open a login link and press its button."""
    await page.goto(path)
    await page.locator("button.main").click()
    await page.wait_for_load_state("load")


async def unlock(page: Page, phrase: str) -> None:
    """Type the passphrase."""
    await page.locator("#phrase").fill(phrase)
    await page.locator("form:has(#phrase) button").click()
    await page.wait_for_load_state("load")
