"""A conversation that meets another process at every press, and two that hear the same at once."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import cycle

import pytest

from bot.wiring import House
from dialogues.private import Private
from handlers.ports import Answer, Channel, Inbound
from tests.house import BROWSER, VERA, Counsellor, Employee, cases_of, rows
from tests.replicas.conftest import Pair

pytestmark = pytest.mark.postgresql


@dataclass(slots=True)
class Alternating(Employee):
    """Each press comes to the next of these processes."""

    houses: Iterator[House] = field(default_factory=lambda: iter(()))

    async def delivers(self, inbound: Inbound) -> Answer:
        self.house = next(self.houses)
        return await Employee.delivers(self, inbound)


@pytest.mark.parametrize(("channel", "sender"), [(Channel.TELEGRAM, "77001"), (Channel.WEB, BROWSER)])
async def test_a_conversation_goes_on_at_whichever_process_hears_it(
    pair: Pair, channel: Channel, sender: str
) -> None:
    employee = Alternating(pair.first, channel, sender, houses=cycle((pair.first, pair.second)))
    await employee.introduces(pick="woman")
    (case,) = await cases_of(pair.second, VERA)
    vera = await Counsellor.logs_in(pair.second, VERA)
    assert await vera.accepts(case.id)
    await employee.says("Het begon in september.")
    await employee.says("Het is nu elke dag.")
    assert (await vera.reads(case.id))[-2:] == ["Het begon in september.", "Het is nu elke dag."]
    assert await vera.writes(case.id, "Dank je, ik lees het.")
    page = await employee.page()
    assert page.has_news


async def test_one_delivery_at_both_is_taken_once(pair: Pair) -> None:
    employee = Employee(pair.first)
    await employee.to_preview(pick="woman")
    yes = replace(employee.sent[-1], delivery="the-yes", payload=employee.yes)
    one, two = await asyncio.gather(*(house.turns.take(yes) for house in (pair.first, pair.second)))
    assert one.messages
    assert [m.text for m in one.messages] == [m.text for m in two.messages]
    assert len(await cases_of(pair.first, VERA)) == 1
    assert (await rows(pair.second))["letters"] == 1


async def test_messages_of_one_person_at_both_at_once_all_arrive(pair: Pair) -> None:
    employee = Employee(pair.first)
    await employee.introduces(pick="woman")
    words = [f"Bericht nummer {n} van vier." for n in range(4)]
    like, houses = replace(employee.sent[-1], payload=None), cycle((pair.first, pair.second))
    await asyncio.gather(
        *(
            next(houses).turns.take(replace(like, delivery=f"race-{n}", text=Private(text)))
            for n, text in enumerate(words)
        )
    )
    (case,) = await cases_of(pair.first, VERA)
    read = await (await Counsellor.logs_in(pair.second, VERA)).reads(case.id)
    assert sorted(read[1:]) == words
