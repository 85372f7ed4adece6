"""The served program, killed in a turn on Telegram: nothing is lost, one introduction arrives."""

import asyncio
import os
import shutil
import signal
import socket
import sys
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.settings import Settings
from bot.wiring import House, Reading, build
from handlers.domain.case import Status
from tests.architecture.modules import ROOT
from tests.fakes.telegram import FakeTelegram, Person
from tests.fault.served import (
    BEFORE_COMMIT,
    BEFORE_CONFIRMING,
    BEFORE_ERASING,
    BEFORE_REMEMBERING,
    BEFORE_SHOWING,
    POINTS,
)
from tests.house import VERA, Counsellor, MovableClock, cases_of, house_in, rows
from tests.patience import PATIENCE

pytestmark = [pytest.mark.fault, pytest.mark.sockets]

PATH = (
    "in_danger=safe",
    "need=someone",
    "for_whom=self",
    "kind=bullying",
    "about=colleague",
    "pick=woman",
    "push=yes",
)
YES, WIPE = "/SetSlots(send=yes", "/SetSlots(wipe_ok=yes"


@pytest.fixture
async def fake() -> AsyncIterator[FakeTelegram]:
    async with await FakeTelegram.start() as running:
        yield running


@dataclass(slots=True)
class Place:
    """A folder with a house, and programs that serve it one after another."""

    folder: Path
    fake: FakeTelegram
    reading: Reading
    said: list[bytes] = field(default_factory=list)

    @asynccontextmanager
    async def served(self, *dies_at: str) -> AsyncIterator[asyncio.subprocess.Process]:
        """The program, while it runs; it has asked for updates, unless it may die in a job before it does."""
        program = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", "tests.fault.served", str(self.folder / "house"), str(free_port())),
            *(self.fake.base_url, *dies_at),
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        try:
            if not dies_at or dies_at[0].startswith("/"):
                await self.until(lambda: self.fake._polling.waits)
            yield program
        finally:
            if program.returncode is None:
                program.send_signal(signal.SIGKILL)
            self.said.append((await program.communicate())[0])

    async def until(self, met: Callable[[], bool]) -> None:
        """Wait for what the program does."""
        async with asyncio.timeout(PATIENCE):
            await self.fake.world.bell.until(met)

    async def looks(self) -> House:
        """The house as it stands now; a copy, so that looking changes nothing."""
        copy = Path(tempfile.mkdtemp(dir=self.folder)) / "house"
        shutil.copytree(self.folder / "house", copy)
        return await build(Settings(data_dir=copy), MovableClock(), reading=self.reading)


def free_port() -> int:
    """A port that nobody uses at this moment."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@pytest.fixture
def vera(fake: FakeTelegram) -> Person:
    """The counsellor, who has spoken with the bot before."""
    person = fake.person(first_name="Vera")
    person.chat.known = True
    return person


@pytest.fixture
async def place(
    folder: Path, furnished: Path, reading: Reading, fake: FakeTelegram, vera: Person
) -> AsyncIterator[Place]:
    house = await house_in(folder / "house", furnished, MovableClock(), reading)
    await (await Counsellor.logs_in(house, VERA)).wants_notices(str(vera.id))
    await house.close()
    secrets = folder / "house" / "secrets"
    secrets.mkdir(mode=0o700, exist_ok=True)
    (secrets / "telegram_token").write_text(fake.token)
    there = Place(folder, fake, reading)
    yield there
    for said in there.said:
        assert str(vera.id).encode() not in said
        assert b"Traceback" not in said


async def presses(place: Place, robin: Person, *payloads: str) -> None:
    """One after another, each when the one before was answered."""
    for payload in payloads:
        await robin.presses(payload)
        await place.until(place.fake.updates.all_confirmed)


async def to_the_yes(place: Place, robin: Person) -> None:
    await robin.opens_link()
    await place.until(place.fake.updates.all_confirmed)
    await presses(place, robin, *(f"/SetSlots({choice})" for choice in PATH))


def button(robin: Person, payload: str) -> str:
    """What the button that begins so sends; a yes names its preview."""
    keys = (key.data or "" for shown in reversed(robin.answers) for key in shown.keys)
    return next(data for data in keys if data.startswith(payload))


@pytest.mark.parametrize("point", POINTS)
@pytest.mark.clause("C15", "C42")
async def test_a_program_killed_at_the_yes_sends_it_once_and_says_so(
    place: Place, fake: FakeTelegram, vera: Person, point: str
) -> None:
    robin = fake.person()
    async with place.served(YES, point) as program:
        await to_the_yes(place, robin)
        before = len(robin.answers)
        await robin.presses(button(robin, YES))
        assert await asyncio.wait_for(program.wait(), PATIENCE) == -signal.SIGKILL
    dead = await place.looks()
    assert len(await cases_of(dead, VERA)) == (point != BEFORE_COMMIT)
    await dead.close()
    assert (len(robin.answers) > before) == (point in (BEFORE_REMEMBERING, BEFORE_CONFIRMING))
    first = [shown.text for shown in robin.answers[before:]]

    async with place.served():
        await place.until(fake.updates.all_confirmed)
        await place.until(lambda: bool(vera.answers))
    said = [shown.text for shown in robin.answers[before:]]
    assert said
    assert said == first * 2 if first else len(said) == len(set(said))
    alive = await place.looks()
    (case,) = await cases_of(alive, VERA)
    assert case.status is Status.WAITING
    counts = await rows(alive)
    assert (counts["letters"], counts["consents"]) == (1, 1)
    await alive.close()


@pytest.mark.parametrize("point", [BEFORE_COMMIT, BEFORE_SHOWING, BEFORE_ERASING, BEFORE_CONFIRMING])
@pytest.mark.clause("C41")
async def test_a_program_killed_at_a_wipe_leaves_nothing_on_the_screen_but_the_word_that_it_is_wiped(
    place: Place, fake: FakeTelegram, point: str
) -> None:
    robin = fake.person()
    async with place.served(WIPE, point) as program:
        await robin.opens_link()
        await place.until(fake.updates.all_confirmed)
        await presses(place, robin, "/SetSlots(in_danger=safe)", "/wipe")
        everything = {shown.id for shown in robin.screen}
        await robin.presses(button(robin, WIPE))
        assert await asyncio.wait_for(program.wait(), PATIENCE) == -signal.SIGKILL
    async with place.served():
        await place.until(fake.updates.all_confirmed)
        await place.until(lambda: not everything & {shown.id for shown in robin.screen})
    assert any("gewist" in (shown.text or "") for shown in robin.answers)
    house = await place.looks()
    left = await rows(house)
    assert not {"conversations", "peers", "letters", "reaches", "mailbox"} & left.keys()
    await house.close()


@pytest.mark.clause("C41")
async def test_what_was_shown_just_before_a_kill_goes_with_a_later_wipe(
    place: Place, fake: FakeTelegram
) -> None:
    robin = fake.person()
    async with place.served("/SetSlots(in_danger=safe", BEFORE_CONFIRMING) as program:
        await robin.opens_link()
        await place.until(fake.updates.all_confirmed)
        await robin.presses("/SetSlots(in_danger=safe)")
        assert await asyncio.wait_for(program.wait(), PATIENCE) == -signal.SIGKILL
    async with place.served():
        await place.until(fake.updates.all_confirmed)
        await presses(place, robin, "/wipe")
        everything = {shown.id for shown in robin.screen}
        await presses(place, robin, button(robin, WIPE))
        await place.until(lambda: not everything & {shown.id for shown in robin.screen})
