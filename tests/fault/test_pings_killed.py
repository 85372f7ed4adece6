"""A program killed in a round or while it brings a ping: nothing is lost, and a second copy is recognised."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.settings import Settings
from bot.wiring import Reading, build
from handlers.ports import JobKind
from tests.architecture.modules import ROOT
from tests.fault.pinging import AFTER_CARRYING, BEFORE_CARRYING, IN_THE_ROUND
from tests.fault.test_telegram_killed import free_port
from tests.house import VERA, Counsellor, Employee, MovableClock, house_in, waiting_jobs
from tests.patience import PATIENCE
from tests.pings.mailserver import Post, post
from tests.pings.ways import ADDRESS, Hand, with_way

__all__ = ["post"]

pytestmark = [pytest.mark.fault, pytest.mark.sockets]

KILLED = {
    JobKind.HELD: (IN_THE_ROUND,),
    JobKind.ROUND: (IN_THE_ROUND,),
    JobKind.PING: (BEFORE_CARRYING, AFTER_CARRYING),
}
"""Each kind of job that is killed here, and where. What is held lies with no worker; a round takes it up."""


@asynccontextmanager
async def served(folder: Path, mail_port: int, *point: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """The program, while it runs; asked to end afterwards."""
    program = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "tests.fault.pinging", str(folder), str(free_port()), str(mail_port), *point),
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    try:
        yield program
    finally:
        if program.returncode is None:
            program.send_signal(signal.SIGTERM)
        said, _ = await asyncio.wait_for(program.communicate(), PATIENCE)
        assert b"Traceback" not in said
        assert ADDRESS.encode() not in said


async def until(met: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not met():  # noqa: ASYNC110  # what it waits for happens in another process
            await asyncio.sleep(0.05)


MAILS = {IN_THE_ROUND: 1, BEFORE_CARRYING: 1, AFTER_CARRYING: 2}


@pytest.mark.parametrize("point", sorted({point for points in KILLED.values() for point in points}))
@pytest.mark.clause("C12")
async def test_a_kill_loses_no_ping_and_a_second_copy_is_the_same_mail(
    folder: Path, furnished: Path, reading: Reading, post: Post, point: str
) -> None:
    mails = MAILS[point]
    house = await house_in(folder / "house", furnished, MovableClock(), reading)
    await with_way(await Counsellor.logs_in(house, VERA), Hand())
    await Employee(house).introduces(pick="woman")
    await house.close()
    async with served(folder / "house", post.port, point) as program:
        assert await asyncio.wait_for(program.wait(), PATIENCE) == -signal.SIGKILL
    assert len(post.taken) == (point == AFTER_CARRYING)
    async with served(folder / "house", post.port):
        await until(lambda: len(post.taken) >= mails)
    assert len(post.taken) == mails
    assert len({mail["Message-ID"] for mail in post.mails}) == 1
    after = await build(Settings(data_dir=folder / "house"), MovableClock(), reading=reading)
    assert [kind for _, kind in await waiting_jobs(after)] == [JobKind.ROUND]
    await after.close()
