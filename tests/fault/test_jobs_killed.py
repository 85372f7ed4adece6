"""The served program, killed in a durable job: what it brings comes once, or twice, and never not at all."""

import asyncio
import signal
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from datetime import timedelta
from typing import Final

import pytest

from bot.settings import Settings
from bot.telegram.trail import reference
from bot.wiring import House, build
from dialogues.private import Private
from handlers.domain.ids import CounsellorId
from handlers.ports import AnnouncementState, Channel, JobKind, Reach
from handlers.traces import erase
from tests.fakes.telegram import FakeTelegram, Person
from tests.fault.test_pings_killed import KILLED as ELSEWHERE
from tests.fault.test_telegram_killed import Place, fake, place, vera
from tests.fault.working import AFTER_BRINGING, BEFORE_ENDING, BEFORE_THE_NEXT, POINTS
from tests.handlers.test_announcing import asks
from tests.handlers.test_choosing import change
from tests.house import MONDAY, VERA, Counsellor, Employee, MovableClock, officer, waiting_jobs
from tests.patience import PATIENCE

__all__ = ["fake", "place", "vera"]

pytestmark = [pytest.mark.fault, pytest.mark.sockets]

BEGIN: Final = ("kwibus", "zwartegat")
"""What stood on a screen that is to be empty."""


async def new_introduction(house: House, robin: Person) -> None:
    """Vera is to be told that something waits."""
    await Employee(house, sender=str(robin.id)).introduces(pick="woman")


async def news(house: House, robin: Person) -> None:
    """Robin wants to be told, and Vera has taken it on."""
    await Employee(house, sender=str(robin.id)).introduces(pick="woman", push="yes")
    vera = await Counsellor.logs_in(house, VERA)
    assert await vera.accepts((await vera.case()).id)


async def the_end_of_an_appointment(house: House, _: Person) -> None:
    """Vera is told once more that secrecy stays."""
    await change(house, VERA, until=(MONDAY - timedelta(days=1)).date(), reason="left")


async def a_day_of_aftercare(house: House, robin: Person) -> None:
    """Robin agreed to be asked how it goes, and it is the day."""
    today = (MONDAY + timedelta(days=1)).date()
    await house.store.write(lambda work: work.aftercare.keep(_at(robin), today))


async def an_announcement(house: House, robin: Person) -> None:
    """Robin and two others asked to hear of new counsellors, and HR has pressed."""
    for number in range(3):
        await asks(Employee(house, sender=str(robin.id + number)))
    assert await house.hr.announcements.start(await officer(house), CounsellorId(VERA))


async def what_goes_off_a_screen(house: House, robin: Person) -> None:
    """What the bot showed to Robin is to go."""
    shown = [reference(each.id, each.sent) for each in robin.screen]
    await house.store.write(lambda work: erase(work, _at(robin), shown))


SCENES: Final[dict[JobKind, tuple[Callable[[House, Person], Awaitable[None]], str]]] = {
    JobKind.NOTICE: (new_introduction, "Er staat iets voor je klaar"),
    JobKind.PUSH: (news, "Er is nieuws"),
    JobKind.FAREWELL: (the_end_of_an_appointment, "geheim"),
    JobKind.CHECK_IN: (a_day_of_aftercare, "Ik zou vragen hoe het gaat"),
    JobKind.ANNOUNCE: (an_announcement, "Er is een nieuwe vertrouwenspersoon"),
    JobKind.ERASE: (what_goes_off_a_screen, ""),
}
"""Each kind of job: how there comes to be one, and words of what it brings."""

TO_STAFF: Final = (JobKind.NOTICE, JobKind.FAREWELL)
CASES: Final = [
    *((kind, point) for kind in SCENES for point in POINTS),
    (JobKind.ANNOUNCE, BEFORE_THE_NEXT),
]


def test_every_kind_of_job_has_a_test_in_which_it_is_killed() -> None:
    assert set(SCENES) | set(ELSEWHERE) == set(JobKind)
    assert {kind for kind, _ in CASES} == set(SCENES)


@pytest.mark.parametrize(("kind", "point"), CASES)
@pytest.mark.clause("C12", "C54", "C57")
async def test_a_job_that_is_killed_is_done_after_all(
    place: Place, fake: FakeTelegram, vera: Person, kind: JobKind, point: str
) -> None:
    readers = _readers(fake, vera, kind)
    scene, words = SCENES[kind]
    await _prepare(place, scene, readers[0])
    before = [len(reader.answers) for reader in readers]

    async with place.served(kind.value, point) as program:
        assert await asyncio.wait_for(program.wait(), PATIENCE) == -signal.SIGKILL
    dead = await place.looks()
    left = [each for _, each in await waiting_jobs(dead) if each is kind]
    assert len(left) == (point != BEFORE_ENDING), "a job that was not done is still there"
    await dead.close()

    async with place.served():
        await _until_done(place)
    brought = [sum(words in (each.text or "") for each in reader.answers) for reader in readers]
    if kind is JobKind.ERASE:
        assert before == [len(BEGIN)]
        assert [len(reader.screen) for reader in readers] == [0]
    else:
        twice = int(point == AFTER_BRINGING)
        assert sorted(brought) == sorted([1] * (len(readers) - 1) + [1 + twice])
    alive = await place.looks()
    past = await alive.store.read(lambda work: work.announcements.all())
    assert [each.state for each in past] == [AnnouncementState.DONE] * (kind is JobKind.ANNOUNCE)
    await alive.close()


def _readers(fake: FakeTelegram, vera: Person, kind: JobKind) -> list[Person]:
    if kind in TO_STAFF:
        return [vera]
    people = [fake.person() for _ in range(3 if kind is JobKind.ANNOUNCE else 1)]
    for person in people:
        person.chat.known = True
    return people


async def _prepare(place: Place, scene: Callable[[House, Person], Awaitable[None]], reader: Person) -> None:
    world = place.fake.world
    if scene is what_goes_off_a_screen:
        for words in BEGIN:
            world.put(reader.chat, world.me, text=words)
    settings = Settings(data_dir=place.folder / "house")
    house = await build(settings, MovableClock(), reading=place.reading)
    await scene(house, reader)
    await house.close()


def _at(reader: Person) -> Reach:
    return Reach(Channel.TELEGRAM, Private(str(reader.id)), "nl")


async def _until_done(place: Place) -> None:
    """Wait until neither we nor the queue have anything left to do."""
    async with asyncio.timeout(PATIENCE):
        while any(_left(place)):  # noqa: ASYNC110  # what it waits for happens in another process
            await asyncio.sleep(0.05)


def _left(place: Place) -> tuple[int, ...]:
    with closing(
        sqlite3.connect(f"file:{place.folder / 'house' / 'openoor.sqlite'}?mode=ro", uri=True)
    ) as file:
        return tuple(file.execute(each).fetchone()[0] for each in _WAITING)


_WAITING: Final = (
    "SELECT count(*) FROM jobs WHERE NOT told",
    "SELECT count(*) FROM workflow_status WHERE status NOT IN ('SUCCESS', 'ERROR', 'CANCELLED')",
)
