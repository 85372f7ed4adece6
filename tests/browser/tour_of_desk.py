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


async def weighing(desk: Page, stop: Stop) -> None:
    """Weigh in doubt, and then with all of it so."""
    await desk.goto("/desk/weighing")
    await stop("desk-weighing", desk)
    await desk.locator("form.write button.main").click()
    await desk.wait_for_load_state("load")
    await stop("desk-weighed-stays", desk)
    await desk.goto("/desk/weighing")
    for yes in await desk.locator("[value=yes]").all():
        await yes.check()
    await desk.locator("form.write button.main").click()
    await desk.wait_for_load_state("load")
    await stop("desk-weighed", desk)


async def copies(desk: Page, stop: Stop) -> None:
    """Declare that nothing of one's own is left."""
    await desk.goto("/desk/copies")
    await stop("desk-copies", desk)
    await desk.locator("[value=gone]").check()
    await desk.locator("form.write button.main").click()
    await desk.wait_for_load_state("load")
    await stop("desk-copies-declared", desk)
