"""A process killed at any step of an introduction loses nothing and sends nothing without a yes (C15)."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from bot.settings import Settings
from bot.wiring import House, Reading, build
from handlers.domain.case import Status
from tests.architecture.modules import ROOT
from tests.fault.process import BEFORE_COMMIT, BEFORE_CONFIRMING, BEFORE_SHOWING, POINTS, TYPED
from tests.house import VERA, Counsellor, MovableClock, cases_of, house_in, rows, waiting_jobs
from tests.patience import PATIENCE

pytestmark = pytest.mark.fault

STORY = "Elke week is er iets met de roosters en dan word ik uitgelachen."
LATER = "Vandaag was het weer zo, dat wilde ik nog zeggen."
INTRODUCTION = (
    "/start",
    "/SetSlots(in_danger=safe)",
    "/SetSlots(need=story)",
    f"{TYPED}{STORY}",
    "/SetSlots(story_next=someone)",
    "/SetSlots(for_whom=self)",
    "/SetSlots(kind=rather_not)",
    "/SetSlots(about=colleague)",
    "/SetSlots(pick=woman)",
    "/SetSlots(push=yes)",
    "/SetSlots(send=yes)",
    f"{TYPED}{LATER}",
)
TOLD, PREVIEW, YES, MORE = 3, 9, 10, 11
WIPE = ("/wipe", "/SetSlots(wipe_ok=yes)")


def runs(folder: Path, *dies_at: int | str) -> int:
    """One life of the process; how it ended."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.fault.process", str(folder), *map(str, dies_at)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    assert STORY.encode() not in done.stdout + done.stderr
    return done.returncode


def shown(folder: Path, number: int) -> list[str]:
    """What the person saw in answer to this delivery, each message as often as it came."""
    screen = folder / "shown"
    lines = screen.read_text("utf-8").splitlines() if screen.exists() else []
    return [line.partition("\t")[2] for line in lines if line.startswith(f"{number}\t")]


@pytest.fixture
async def place(folder: Path, furnished: Path, reading: Reading) -> Path:
    """A folder with a house in which Vera is told on Telegram, and the deliveries that wait."""
    house = await house_in(folder / "house", furnished, MovableClock(), reading)
    await (await Counsellor.logs_in(house, VERA)).wants_notices("7130099002")
    await house.close()
    (folder / "deliveries").write_text("\n".join(INTRODUCTION), "utf-8")
    return folder


async def looks(folder: Path, reading: Reading) -> House:
    """The house as it stands after a process ended; a copy, so that looking changes nothing."""
    copy = Path(tempfile.mkdtemp(dir=folder)) / "house"
    shutil.copytree(folder / "house", copy)
    return await build(Settings(data_dir=copy), MovableClock(), reading=reading)


@pytest.mark.parametrize("point", POINTS)
@pytest.mark.parametrize("number", [TOLD, PREVIEW, YES, MORE])
@pytest.mark.clause("C15", "C42")
async def test_a_kill_loses_nothing_and_sends_nothing_without_a_yes(
    place: Path, reading: Reading, number: int, point: str
) -> None:
    assert runs(place, number, point) == -9

    dead = await looks(place, reading)
    sent = number > YES or (number == YES and point != BEFORE_COMMIT)
    cases = await cases_of(dead, VERA)
    counts = await rows(dead)
    assert len(cases) == sent
    letters = sent + (number == MORE and point != BEFORE_COMMIT)
    assert (counts.get("letters", 0), counts.get("consents", 0)) == (letters, letters)
    jobs = min(letters, 1)  # one ping, however much waits
    assert len(await waiting_jobs(dead)) == jobs == counts.get("workflow_status", 0)
    assert len(shown(place, number)) == 0 or point == BEFORE_CONFIRMING
    await dead.close()

    assert runs(place) == 0
    alive = await looks(place, reading)
    (case,) = await cases_of(alive, VERA)
    assert case.status is Status.WAITING
    introduction, later = await (await Counsellor.logs_in(alive, VERA)).reads(case.id)
    assert introduction.count(STORY) == 1
    assert later == LATER
    assert (await rows(alive))["consents"] == 2
    assert len(await waiting_jobs(alive)) == 1
    for answered in range(len(INTRODUCTION)):
        told = shown(place, answered)
        assert told, f"delivery {answered} was never answered"
        again = answered == number and point == BEFORE_CONFIRMING
        assert len(told) == len(set(told)) * (2 if again else 1)
    await alive.close()


@pytest.mark.parametrize("point", [BEFORE_COMMIT, BEFORE_SHOWING])
@pytest.mark.clause("C41")
async def test_a_kill_while_everything_is_wiped_ends_in_everything_wiped_and_told(
    place: Path, reading: Reading, point: str
) -> None:
    (place / "deliveries").write_text("\n".join((*INTRODUCTION, *WIPE)), "utf-8")
    last = len(INTRODUCTION) + 1
    assert runs(place, last, point) == -9
    assert runs(place) == 0
    house = await looks(place, reading)
    left = await rows(house)
    assert not {"letters", "consents", "conversations", "peers", "reaches", "mailbox"} & left.keys()
    (case,) = await cases_of(house, VERA)
    assert case.status is Status.WITHDRAWN
    assert any("gewist" in told for told in shown(place, last))
    await house.close()
