"""An hourly round killed in any of its parts, and then one more: the same as one that was not killed."""

import asyncio
import os
import shutil
import signal
import sys
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any, Final

import pytest
import sqlalchemy as sa

from bot.settings import Settings
from bot.wiring import House, Reading, build
from dialogues.private import Private
from handlers.ports import Channel, Reach
from handlers.sweep import PARTS
from storage import upkeep
from storage.tables import cases, jobs, mailbox, proposals
from storage.transaction import Transaction
from tests.architecture.modules import ROOT
from tests.fault.sweeping import POINTS
from tests.handlers.stepping import TO_BOARD, carries_out, proposes, says_yes, talking
from tests.handlers.test_choosing import TODAY, change
from tests.handlers.waiting.passing import ENDED, taken
from tests.house import (
    DAAN,
    VERA,
    Counsellor,
    Employee,
    Mailroom,
    MovableClock,
    bring,
    cases_of,
    rows,
    sweep,
)
from tests.patience import PATIENCE

pytestmark = pytest.mark.fault

Scene = Callable[[House, Employee, MovableClock], Awaitable[object]]


async def an_appointment_is_over(house: House, _: Employee, clock: MovableClock) -> None:
    await (await Counsellor.logs_in(house, VERA)).wants_notices("7130099002")
    await change(house, VERA, until=TODAY + timedelta(days=1), reason="left")
    clock.passes(days=2)


async def a_chat_is_left_alone(_: House, employee: Employee, clock: MovableClock) -> None:
    await employee.commands("/start")
    await employee.chooses(in_danger="safe")
    clock.passes(hours=41)


async def a_case_was_closed_long_ago(house: House, employee: Employee, clock: MovableClock) -> None:
    vera, case = await talking(house, employee)
    assert await vera.closes(case)
    clock.passes(days=32)


async def a_case_is_silent_for_a_year(house: House, employee: Employee, clock: MovableClock) -> None:
    await taken(house, employee)
    clock.passes(days=366)


async def nobody_chose_after_a_counsellor_left(house: House, employee: Employee, clock: MovableClock) -> None:
    await taken(house, employee)
    await change(house, VERA, **ENDED)
    await sweep(house)
    clock.passes(days=32)


async def a_case_ended_beside_a_newer_one(house: House, employee: Employee, clock: MovableClock) -> None:
    vera, case = await talking(house, employee)
    assert await vera.closes(case)
    await employee.commands("/news")
    await employee.commands("/introduce")
    await employee.walks_to("pick")
    await employee.chooses(pick="man")
    await employee.walks_to("send")
    await employee.chooses(send="yes")
    daan = await Counsellor.logs_in(house, DAAN)
    assert await daan.accepts((await daan.case()).id)
    clock.passes(days=32)


async def nobody_looked_at_half_time(house: House, employee: Employee, clock: MovableClock) -> None:
    await (await Counsellor.logs_in(house, VERA)).wants_notices("7130099002")
    await employee.introduces(pick="woman")
    await bring(house, Mailroom())  # what came with the introduction was told, and is not the reminder
    clock.passes(days=1)


async def nobody_answered(_: House, employee: Employee, clock: MovableClock) -> None:
    await employee.introduces(pick="woman", push="yes")
    clock.passes(days=4)


async def a_step_was_not_chosen(house: House, employee: Employee, clock: MovableClock) -> None:
    vera, case = await talking(house, employee)
    assert await proposes(house, vera, case, TO_BOARD)
    clock.passes(days=20)


async def a_step_was_taken_some_time_ago(house: House, employee: Employee, clock: MovableClock) -> None:
    vera, case = await talking(house, employee)
    assert await proposes(house, vera, case, TO_BOARD)
    await employee.commands("/news")
    await says_yes(employee)
    assert await carries_out(house, vera, case)
    clock.passes(days=20)


async def a_day_of_aftercare(house: House, _: Employee, clock: MovableClock) -> None:
    reach = Reach(Channel.TELEGRAM, Private("7130088001"), "nl")
    await house.store.write(lambda work: work.aftercare.keep(reach, TODAY + timedelta(days=14)))
    clock.passes(days=14)


SCENES: Final[dict[str, Scene]] = {
    "appointments": an_appointment_is_over,
    "idle": a_chat_is_left_alone,
    "closed": a_case_was_closed_long_ago,
    "silent": a_case_is_silent_for_a_year,
    "handover": nobody_chose_after_a_counsellor_left,
    "ended": a_case_ended_beside_a_newer_one,
    "reminders": nobody_looked_at_half_time,
    "overdue": nobody_answered,
    "lapsed": a_step_was_not_chosen,
    "unasked": a_step_was_taken_some_time_ago,
    "aftercare": a_day_of_aftercare,
}
"""How there comes to be something to do for each part of a round."""


def test_every_part_of_a_round_has_a_test_in_which_it_is_killed() -> None:
    assert set(SCENES) == {part.name for part in PARTS}


@pytest.mark.parametrize("part", SCENES)
@pytest.mark.clause("C12", "C41", "C43", "C54")
async def test_a_round_that_was_killed_and_one_more_end_as_one_round(
    house: House, employee: Employee, clock: MovableClock, reading: Reading, part: str
) -> None:
    await SCENES[part](house, employee, clock)
    before = await _stands(house)
    await house.close()
    whole, killed = house.settings.data_dir, house.settings.data_dir.parent
    places = {point: shutil.copytree(whole, killed / point) for point in POINTS}

    expected = await _after_a_round(whole, clock, reading)
    assert expected != before, "there was something to do"
    for point, place in places.items():
        assert await _killed(place, clock, part, point) == -signal.SIGKILL
        assert await _after_a_round(place, clock, reading) == expected


async def _killed(place: Path, clock: MovableClock, part: str, point: str) -> int | None:
    program = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "tests.fault.sweeping", str(place), clock.now().isoformat(), part, point),
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    return await asyncio.wait_for(program.wait(), PATIENCE)


async def _after_a_round(place: Path, clock: MovableClock, reading: Reading) -> object:
    house = await build(Settings(data_dir=place), clock, reading=reading)
    await house.sweep.run()
    stands = await _stands(house)
    await house.close()
    return stands


async def _stands(house: House) -> object:
    """How many rows there are of everything, the queue too; and how cases, steps, news and jobs stand."""
    seen: dict[str, Any] = {"rows": await rows(house)}
    for name, columns in _SEEN.items():
        seen[name] = sorted(map(repr, await upkeep.read(house.store, partial(_found, columns))))
    seen["desks"] = [len(await cases_of(house, who)) for who in (VERA, DAAN)]
    return seen


def _found(columns: Sequence[sa.Column[Any]], at: Transaction) -> list[sa.Row[Any]]:
    return list(at.run(sa.select(*columns)))


_SEEN: Final = {
    "cases": (cases.c.counsellor, cases.c.status, cases.c.told, cases.c.reminded, cases.c.asked_on),
    "steps": (proposals.c.decision, proposals.c.asked),
    "news": (mailbox.c.seq, mailbox.c.kind),
    "jobs": (jobs.c.kind, jobs.c.told),
}
