"""Pages of the desk that belong to no conversation, for the tour."""

from collections.abc import Awaitable, Callable

from playwright.async_api import Page

Stop = Callable[[str, Page], Awaitable[None]]


async def away(desk: Page, stop: Stop) -> None:
    """Say that one is away, wrongly and then rightly, and be back."""
    await desk.goto("/desk/absence")
    await desk.locator("#since").fill("2026-11-25")
    await desk.locator("#until").fill("2026-11-24")
    await desk.locator("form.write button.main").click()
    await desk.wait_for_load_state("load")
    await stop("desk-absence-problem", desk)
    await desk.locator("#until").fill("2026-12-04")
    await desk.locator("form.write button.main").click()
    await desk.wait_for_load_state("load")
    await stop("desk-absence", desk)
    await desk.locator("section.card button").click()
    await desk.wait_for_load_state("load")
