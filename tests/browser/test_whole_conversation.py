"""From the first word to the last row: Telegram over HTTP, the desk on a phone, then nothing."""

import asyncio
import shutil
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.async_api import Page, expect
from prometheus_client import CollectorRegistry

from bot.demo_house import PASSPHRASE
from bot.settings import Settings
from bot.telegram import Rooms, Telegram
from bot.wiring import House, build, read_policy
from handlers.jobs import Notices
from handlers.ports import LinkPurpose
from handlers.traces import Erasing
from storage.jobs import Jobs
from storage.tables import metadata
from storage.upkeep import hourly
from tests.browser.stage import Look, Stage, choose, log_in, press, stage, to_code, unlock, write
from tests.fakes.telegram import FakeTelegram, Person
from tests.house import VERA
from tests.patience import PATIENCE
from tests.telegram.conftest import Pauses, _durations_as_timedelta, fake, receiving

__all__ = ["_durations_as_timedelta", "fake"]

pytestmark = [pytest.mark.browser, pytest.mark.sockets]

OF_A_CONVERSATION = ("conversations", "peers", "cases", "letters", "consents", "mailbox", "reaches", "jobs")
WORDS, ANSWER, THANKS = (
    "In de kantine keren ze zich steeds om.",
    "Dank je voor je vertrouwen in mij.",
    "Een gesprek, graag.",
)


@pytest.fixture
async def home(fake: FakeTelegram, furnished: Path, tmp_path: Path) -> AsyncIterator[House]:
    """A demo house on Telegram's own clock, in which counsellors are told at once."""
    folder = shutil.copytree(furnished, tmp_path / "home")
    settings = Settings(data_dir=folder)
    policy = replace(read_policy(settings), pings_immediate=True)
    built = await build(settings, fake.clock, policy)
    yield built
    await built.close()


@asynccontextmanager
async def everything(home: House, fake: FakeTelegram) -> AsyncIterator[tuple[Stage, Jobs]]:
    """Telegram, the durable jobs, the web and a browser, all at once."""
    rooms = Rooms(
        take=home.front.take,
        photo_of=home.hr.photos.body,
        store=home.store,
        keyring=home.keys,
        desk=home.desk,
        voice=home.voice,
        clock=home.clock,
        languages=home.policy.languages,
        code_words=home.code_words,
        registry=CollectorRegistry(),
        pause=Pauses(fake),
    )
    async with receiving(rooms, fake) as telegram, _working(home, telegram) as jobs, stage(home) as scene:
        yield scene, jobs


@asynccontextmanager
async def _working(home: House, telegram: Telegram) -> AsyncIterator[Jobs]:
    notices = Notices(home.store, telegram.postman, home.voice.flows.texts)
    jobs = Jobs(home.store, notices.runners() | Erasing(home.store, telegram.postman).runners())
    await jobs.start()
    try:
        yield jobs
    finally:
        await jobs.stop()


async def counsellor_on_telegram(home: House, fake: FakeTelegram) -> Person:
    """Vera, who has opened the link that the desk gave her."""
    staff = await home.store.read(lambda work: work.desk.staff_of(VERA))
    assert staff is not None
    vera = fake.person(first_name="Vera")
    await vera.opens_link((await home.desk.logins.link(staff.id, LinkPurpose.TELEGRAM)).reveal())
    await vera.sees("Je krijgt hier voortaan een bericht")
    return vera


async def desk_of_vera(scene: Stage) -> Page:
    """Her desk on a phone, unlocked."""
    desk = await scene.person(Look())
    await log_in(desk, (await scene.links())["Vera Voorbeeld"])
    await unlock(desk, PASSPHRASE)
    return desk


async def answers(desk: Page) -> None:
    """Open the one case in the inbox and write."""
    await desk.goto("/desk")
    await desk.locator("main a[href*='/desk/case/']").first.click()
    await desk.wait_for_load_state("load")
    await write(desk, ANSWER)


def rows(home: House) -> dict[str, int]:
    """How many rows of conversations there are, and what the durable jobs still hold."""
    with closing(sqlite3.connect(home.settings.data_dir / "openoor.sqlite")) as database:
        known = {row[0] for row in database.execute("select name from sqlite_master where type = 'table'")}
        assert set(metadata.tables) <= known
        counted = (*OF_A_CONVERSATION, *sorted(known & {"workflow_status", "operation_outputs"}))
        return {name: database.execute(f"select count(*) from {name}").fetchone()[0] for name in counted}  # noqa: S608  # our own names


async def terms_pass(home: House, fake: FakeTelegram, jobs: Jobs) -> None:
    """A month goes by, with the hourly upkeep at its end."""
    fake.clock.forward(timedelta(days=home.policy.closed_days + 2))
    await home.sweep.run()
    await hourly(home.store, open_days=home.policy.open_days, closed_days=home.policy.closed_days)
    async with asyncio.timeout(PATIENCE):
        while any(rows(home).values()):  # the last notice ("withdrawn") goes out first
            await jobs.purge()
            await asyncio.sleep(0.05)


@pytest.mark.clause("C40")
async def test_telegram_and_the_desk_on_a_phone_then_wiped_and_purged(
    home: House, fake: FakeTelegram
) -> None:
    async with everything(home, fake) as (scene, jobs):
        vera, employee = await counsellor_on_telegram(home, fake), fake.person(first_name="Noor")
        await employee.says("/start")
        await employee.sees("Ben je nu veilig?")
        for choice in ("in_danger=safe", "need=someone", "for_whom=self", "kind=bullying", "about=colleague"):
            await employee.presses(f"/SetSlots({choice})")
            await fake.settled()
        for choice in ("pick=woman", "push=yes"):
            await employee.presses(f"/SetSlots({choice})")
            await fake.settled()
        await employee.says(WORDS)
        await employee.sees(WORDS)
        await fake.settled()
        await employee.presses("Ja, stuur dit")
        await employee.sees("Het is verstuurd naar Vera Voorbeeld")

        notice = await vera.sees("Er staat iets voor je klaar op de werkplek van Open Oor.")
        assert notice.protected
        assert WORDS not in "".join(shown.text or "" for shown in vera.screen)
        await vera.presses("Aannemen")
        await vera.sees("Aangenomen.")

        desk = await desk_of_vera(scene)
        await desk.locator("main a[href*='/desk/case/']").first.click()
        await expect(desk.locator("main")).to_contain_text(WORDS)
        await answers(desk)

        await employee.sees("Er is nieuws in Open Oor.")
        assert ANSWER not in "".join(shown.text or "" for shown in employee.screen)
        await employee.presses("Laat zien")
        await employee.sees(ANSWER)
        await employee.says(THANKS)
        await employee.sees("Verstuurd naar Vera Voorbeeld")
        await desk.reload()
        await expect(desk.locator("main")).to_contain_text(THANKS)

        await employee.says("/wipe")
        await employee.sees("Alles wissen?")
        await employee.presses("/SetSlots(wipe_ok=yes)")
        await employee.sees("Alles is gewist bij ons.")
        await desk.reload()
        await expect(desk.locator("main")).not_to_contain_text(THANKS)
        await terms_pass(home, fake, jobs)
        assert rows(home) == dict.fromkeys(rows(home), 0)


async def test_the_web_and_the_desk_on_a_phone_then_wiped_and_purged(home: House, fake: FakeTelegram) -> None:
    async with everything(home, fake) as (scene, jobs):
        vera, employee = await counsellor_on_telegram(home, fake), await scene.person(Look())
        await to_code(employee)
        await choose(employee, teach="skip")
        await write(employee, WORDS)
        await choose(employee, send="yes")
        await expect(employee.locator("#log")).to_contain_text("Het is verstuurd naar Vera Voorbeeld")
        await vera.sees("Er staat iets voor je klaar op de werkplek van Open Oor.")
        await vera.presses("Aannemen")
        await vera.sees("Aangenomen.")
        desk = await desk_of_vera(scene)
        await answers(desk)
        await employee.goto("/chat")
        await press(employee, "/news")
        await expect(employee.locator(".letters")).to_contain_text(ANSWER)
        await write(employee, THANKS)
        await desk.reload()
        await expect(desk.locator(".letters")).to_contain_text(THANKS)
        await press(employee, "/wipe")
        await choose(employee, wipe_ok="yes")
        await expect(employee.locator("#log")).to_contain_text("Alles is gewist")
        await terms_pass(home, fake, jobs)
        assert rows(home) == dict.fromkeys(rows(home), 0)
