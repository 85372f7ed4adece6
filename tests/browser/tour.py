"""Every page once, in an order in which people meet them; pictures and checks follow the same tour."""

from collections.abc import Awaitable, Callable

from playwright.async_api import Page
from pyotp import TOTP

from bot.demo_house import PASSPHRASE
from tests.browser.stage import Look, Stage, choose, introduce, log_in, press, to_code, unlock, write
from tests.browser.tour_of_desk import away, copies, weighing
from tests.photos.files import gif, jpeg

Stop = Callable[[str, Page], Awaitable[None]]
"""What is done at each page: its name, and the page as it stands."""

READ = ("wie", "wat", "nieuw", "privacy", "protocol", "help", "code")


async def tour(stage: Stage, look: Look, stop: Stop) -> None:
    """Employee, counsellor and HR, page by page."""
    employee = await stage.person(look)
    await _reading(employee, stop)
    await _talking(employee, stop)
    vera = await stage.person(look)
    await _desk(stage, vera, employee, stop)
    await _again(stage, look, stop)
    await _ways(stage, look, stop)
    await _hr(stage, look, stop)


async def _reading(page: Page, stop: Stop) -> None:
    await page.goto("/")
    await stop("start", page)
    for name in READ:
        await page.goto(f"/{name}")
        await stop(name, page)
    await page.goto("/new?lang=en")
    await stop("new", page)
    await page.goto("/nergens")
    await stop("error-404", page)


async def _talking(page: Page, stop: Stop) -> None:
    await page.goto("/")
    await press(page, "/start")
    await stop("chat-notice", page)
    await press(page, "/help_now")
    await stop("chat-help-now", page)
    await press(page, "/stop")
    await stop("chat-stopped", page)
    await to_code(page)
    await stop("chat-code", page)
    await page.goto("/chat/sheet")
    await stop("code-sheet", page)
    await page.goto("/chat")
    await choose(page, teach="skip")
    await stop("chat-preview", page)
    await choose(page, send="yes")
    await stop("chat-sent", page)
    await page.goto("/chat/receipt")
    await stop("receipt", page)


async def _desk(stage: Stage, desk: Page, employee: Page, stop: Stop) -> None:
    links = await stage.links()
    await desk.goto("/desk")
    await stop("desk-closed", desk)
    await desk.goto(links["Vera Voorbeeld"])
    await stop("desk-login", desk)
    await log_in(desk, links["Vera Voorbeeld"])
    await stop("desk-unlock", desk)
    await unlock(desk, PASSPHRASE)
    await stop("desk-inbox", desk)
    await desk.locator("h3 a").first.click()
    await desk.wait_for_load_state("load")
    await stop("desk-case-waiting", desk)
    await desk.locator("button.main").click()
    await desk.wait_for_load_state("load")
    await desk.locator("#text").fill("Dank je voor je bericht. Wat heb je nu nodig?")
    await desk.locator("form.write button.main").click()
    await desk.wait_for_load_state("load")
    await stop("desk-case-open", desk)
    await desk.goto("/desk/keys")
    await stop("desk-keys", desk)
    await desk.goto("/desk/pings")
    await stop("desk-pings", desk)
    await desk.locator("#address-mail").fill("vera.voorbeeld@korenbloem.example")
    await desk.locator("#mail button.main").click()
    await desk.wait_for_load_state("load")
    await stop("desk-pings-number", desk)
    await desk.locator("input[name=number]").fill("geen getal")
    await desk.locator("form[action*=confirm] button").click()
    await desk.wait_for_load_state("load")
    await stop("desk-pings-wrong", desk)
    await employee.goto("/chat")
    await stop("chat-news", employee)
    await press(employee, "/news")
    await write(employee, "Ik wil graag een keer praten, buiten het kantoor.")
    await stop("chat-letters", employee)
    await _steps(desk, employee, stop)
    await _closing(desk, stop)


async def _steps(desk: Page, employee: Page, stop: Stop) -> None:
    """From a proposed step to the sheet that is handed over."""
    await desk.goto("/desk")
    await desk.locator("h3 a").first.click()
    await desk.wait_for_load_state("load")
    await desk.locator('a[href*="/desk/steps/"]').click()
    await desk.wait_for_load_state("load")
    await desk.locator("#kind").select_option("refer")
    await desk.locator("#recipient").select_option("hr")
    await desk.locator("#text").fill("Een medewerker wil een gesprek over hoe het team met elkaar omgaat.")
    await desk.locator("form.write button.main").click()
    await desk.wait_for_load_state("load")
    await stop("desk-steps", desk)
    await employee.goto("/chat")
    await press(employee, "/news")
    await stop("chat-step", employee)
    await choose(employee, step_next="yes")
    await choose(employee, step_subject_ok="no")
    await desk.reload()
    await stop("desk-step-chosen", desk)
    await desk.locator('form[action*="/carry-out"] button').click()
    await desk.wait_for_load_state("load")
    await stop("desk-step-sheet", desk)
    await employee.goto("/chat/steps")
    await stop("own-steps", employee)
    await desk.goto("/desk/library?kind=bullying&side=inside")
    await stop("desk-library", desk)
    await desk.goto("/desk/pressure")
    await stop("desk-pressure-empty", desk)
    await desk.locator("#text").fill("Mij is gevraagd wie er bij mij is geweest. Ik heb niets gezegd.")
    await desk.locator("form.write button.main").click()
    await desk.wait_for_load_state("load")
    await stop("desk-pressure", desk)
    await desk.locator('a[href*="/desk/pressure/"]').first.click()
    await desk.wait_for_load_state("load")
    await stop("desk-pressure-sheet", desk)


async def _closing(desk: Page, stop: Stop) -> None:
    """The contact ends, and how it ended is counted."""
    await desk.goto("/desk")
    await desk.locator("h3 a").first.click()
    await desk.wait_for_load_state("load")
    await desk.locator('a[href*="/desk/closing/"]').click()
    await desk.wait_for_load_state("load")
    await stop("desk-closing", desk)
    await desk.locator("form button.strong").click()
    await desk.wait_for_load_state("load")
    await stop("desk-case-ended", desk)


async def _again(stage: Stage, look: Look, stop: Stop) -> None:
    other = await stage.person(look)
    await introduce(other)
    await press(other, "/wipe")
    await stop("chat-wipe", other)
    await choose(other, wipe_ok="yes")
    await stop("chat-wiped", other)
    await other.goto("/code")
    await other.locator("#code").fill("een twee drie vier vijf zes zeven xqxq")
    await other.locator("main button").click()
    await other.wait_for_load_state("load")
    await stop("code-unknown-word", other)


async def _ways(stage: Stage, look: Look, stop: Stop) -> None:
    desk = await stage.person(look)
    await desk.goto("/login")
    await stop("login", desk)
    await desk.locator("#words").fill("kolibrie maand")
    await desk.locator("#number").fill("000000")
    await desk.locator("form[action^='/login/number'] button").click()
    await desk.wait_for_load_state("load")
    await stop("login-failed", desk)
    await log_in(desk, (await stage.links())["Daan Denkbeeld"])
    await unlock(desk, PASSPHRASE)
    await stop("desk-inbox-no-way", desk)
    await away(desk, stop)
    await weighing(desk, stop)
    await copies(desk, stop)
    await desk.goto("/desk/ways")
    await stop("desk-ways-none", desk)
    await desk.goto("/desk/ways/numbers")
    await stop("desk-numbers", desk)
    secret = (await desk.locator("p.digits").first.inner_text()).replace(" ", "")
    await desk.locator("#number").fill("000000")
    await desk.locator("#phrase").fill(PASSPHRASE)
    await desk.locator("button.main").click()
    await desk.wait_for_load_state("load")
    await stop("desk-numbers-wrong", desk)
    await desk.locator("#number").fill(TOTP(secret).at(stage.house.clock.now()))
    await desk.locator("#phrase").fill(PASSPHRASE)
    await desk.locator("button.main").click()
    await desk.wait_for_load_state("load")
    await stop("desk-ways", desk)


async def _hr(stage: Stage, look: Look, stop: Stop) -> None:
    officer = await stage.person(look)
    link = (await stage.links())["P&O"]
    await officer.goto(link)
    await stop("hr-login", officer)
    await log_in(officer, link)
    await stop("hr-list", officer)
    await officer.goto("/hr/add")
    await stop("hr-add", officer)
    await officer.locator("#name").fill("Noor Nergenshuizen")
    await officer.locator("form button.main").click()
    await officer.wait_for_load_state("load")
    await stop("hr-problems", officer)
    await officer.goto("/hr/change/vera-voorbeeld")
    await stop("hr-change", officer)
    await officer.locator("#days").fill("maandag en dinsdag")
    await officer.locator("form button.main").click()
    await officer.wait_for_load_state("load")
    await officer.goto("/hr/change/daan-denkbeeld")
    await officer.locator("#until").fill("2026-12-31")
    await officer.locator("#reason").select_option("left")
    await officer.locator("form button.main").click()
    await officer.wait_for_load_state("load")
    await stop("hr-draft", officer)
    await _photo(officer, stop)
    await officer.goto("/hr/preview")
    await stop("hr-preview", officer)
    await officer.locator("form button.main").click()
    await officer.wait_for_load_state("load")
    await officer.goto("/wie")
    await stop("wie-photo", officer)
    await officer.goto("/hr/history")
    await stop("hr-history", officer)
    await officer.goto("/hr/materials")
    await stop("hr-materials", officer)
    for name in ("packs", "map", "procedures", "announce", "help", "ways", "ways/numbers"):
        await officer.goto(f"/hr/{name}")
        await stop(f"hr-{name.replace('/', '-')}", officer)
    await officer.goto("/hr/council/daan-denkbeeld")
    await stop("hr-council", officer)
    await officer.locator("main form button.main").click()
    await officer.wait_for_load_state("load")
    await stop("hr-council-made", officer)
    await officer.goto("/hr/invite/vera-voorbeeld")
    await stop("hr-invite", officer)
    await officer.locator("form button.main").click()
    await officer.wait_for_load_state("load")
    await stop("hr-invite-done", officer)


async def _photo(officer: Page, stop: Stop) -> None:
    """Something that is no photo, and then one."""
    await officer.goto("/hr/photo/vera-voorbeeld")
    for name, kind, raw in (("problem", "image/gif", gif()), ("kept", "image/jpeg", jpeg())):
        await officer.locator("#photo").set_input_files({"name": name, "mimeType": kind, "buffer": raw})
        await officer.locator("[name=agreed]").check()
        await officer.locator("form button.main").click()
        await officer.wait_for_load_state("load")
        await stop(f"hr-photo-{name}", officer)
