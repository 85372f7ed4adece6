"""Days that pass, and what an employee and Vera do meanwhile."""

from datetime import timedelta
from typing import Any

from bot.wiring import House
from handlers.domain.case import Case
from tests.handlers.at_desk import with_case
from tests.handlers.test_choosing import TODAY, away
from tests.house import (
    VERA,
    Counsellor,
    Employee,
    MovableClock,
    rows,
    sweep,
)

NAME = "Vera Voorbeeld"


THREE_WEEKS: dict[str, Any] = {"absences": away()}  # until Sunday 13 December


ENDED: dict[str, Any] = {"until": TODAY - timedelta(days=1), "reason": "left"}


async def days(house: House, clock: MovableClock, count: int) -> None:
    """So many days pass, each with a sweep."""
    for _ in range(count):
        clock.passes(days=1)
        await sweep(house)


async def news(house: House) -> int:
    """How much waits to be told."""
    return (await rows(house)).get("mailbox", 0)


async def hears(employee: Employee, clock: MovableClock) -> None:
    """Come back and look, some seconds later: a roster is looked at again after five."""
    clock.passes(seconds=6)
    await employee.commands("/news")


async def taken(house: House, employee: Employee) -> Counsellor:
    """Introduced to Vera, taken, and told so."""
    vera, case = await with_case(house, employee)
    await vera.accepts(case)
    await employee.commands("/news")
    await house.desk.logins.leave(vera.cookie)
    return vera


async def running(house: House) -> Case:
    """The only case that waits or is open."""
    (case,) = await house.store.read(lambda work: work.cases.running())
    return case


async def vera_writes(house: House, words: str) -> None:
    """Vera comes to her desk and answers."""
    vera = await Counsellor.logs_in(house, VERA)
    assert await vera.writes((await vera.case()).id, words)
    await house.desk.logins.leave(vera.cookie)
