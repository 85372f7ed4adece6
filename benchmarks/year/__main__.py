"""A simulated year of a whole house: employees, counsellors, HR, the post, and everything that goes wrong.

    python -m benchmarks.year                                             200 employees, 20 introductions
    python -m benchmarks.year --employees 10000 --introductions 400 --seed 1

Real turns, sealing, rounds and terms on SQLite; the clock is moved, four rounds a day instead of one an hour.
Each week four figures are looked at in a copy of the house; exit status 1 when one of them is not nothing.
"""

import argparse
import asyncio
import logging
import resource
import sys
import tempfile
from datetime import timedelta
from functools import partial
from pathlib import Path
from time import perf_counter

from benchmarks.year.checks import Figures, check
from benchmarks.year.desk import Colleague, appointed, staffed
from benchmarks.year.people import Person, looks, stops, wipes
from benchmarks.year.world import World
from bot.wiring import read_dialogues
from handlers.domain.ids import CounsellorId
from handlers.ports import Channel, Outgoing

HOURS = (8, 12, 16, 22)


class Year:
    """Everybody, and what they will do."""

    def __init__(self, world: World, desk: list[Colleague], days: int) -> None:
        self.world, self.desk, self.days = world, desk, days
        self.people: list[Person] = []
        self.by_address: dict[str, Person] = {}
        self.figures = Figures()
        world.post.heard = self.is_told

    def is_told(self, address: str, message: Outgoing) -> None:
        """Something arrived: whoever returns comes by within some days, or presses what stands under it."""
        person = self.by_address.get(address)
        if person is None or not person.returns:
            return
        payloads = [button.payload for button in message.buttons if button.payload.startswith("/checkin ")]
        if payloads:
            press = partial(self._presses, person, self.world.rng.choice(payloads))
            self.world.plan(timedelta(days=1), press)
        elif self.world.chance(0.5):
            self.world.plan(timedelta(days=self.world.rng.choice((0, 1, 2))), person.visits)

    async def _presses(self, person: Person, payload: str) -> None:
        await person.door.presses_payload(payload)
        self.world.tally["asked later, answered"] += 1

    def plan(self, employees: int, introductions: int) -> None:
        """Who comes when; and what befalls each counsellor."""
        world, rng = self.world, self.world.rng
        for number in range(employees):
            at = timedelta(days=rng.uniform(0, self.days * 0.95))
            world.plan(at, partial(self._comes, number < introductions))
        for each in self.desk:
            for _ in range(2):
                world.plan(timedelta(days=rng.uniform(5, self.days)), each.falls_ill)
            if world.chance(0.7):
                lost = partial(each.loses_key, self.people, self.desk)
                world.plan(timedelta(days=rng.uniform(10, self.days)), lost)
        for each in self.desk[2:4]:
            world.plan(
                timedelta(days=rng.uniform(self.days * 0.2, self.days * 0.8)), partial(self._leaves, each)
            )

    async def _comes(self, introduces: bool) -> None:
        world = self.world
        door = world.visitor(Channel.WEB if world.chance(0.5) else Channel.TELEGRAM)
        world.tally["people"] += 1
        if not introduces:
            await world.rng.choices((looks, stops, wipes), (60, 28, 12))[0](world, door)
            return
        person = Person(world, door, returns=world.chance(0.8))
        if not await person.introduces():
            world.tally["introductions not sent"] += 1
            return
        world.tally["introductions"] += 1
        world.tally["introduced and never came back"] += not person.returns
        self.people.append(person)
        self.by_address[door.sender] = person
        if person.returns:
            world.plan(timedelta(days=world.rng.choice((1, 2, 3, 5, 8))), person.visits)

    async def _leaves(self, colleague: Colleague) -> None:
        await colleague.leaves()
        self.world.plan(timedelta(days=7), self._somebody_new)

    async def _somebody_new(self) -> None:
        name = CounsellorId(f"nieuw-{len(self.desk)}")
        await self.world.publishes([appointed(name, len(self.desk), self.world.clock.at.date())])
        fresh = Colleague(self.world, name, 0.2)
        self.desk.append(fresh)
        await fresh.chooses_passphrase(self.desk)

    async def day(self, room: Path) -> None:
        """One day, four rounds; the desk on working days, the four figures on Sunday, sometimes a restart."""
        world = self.world
        for hour in HOURS:
            world.clock.at = world.clock.at.replace(hour=hour, minute=0)
            await world.live()
            if hour in (12, 16) and world.clock.at.weekday() < 5:
                people = {str(p.conversation): p for p in self.people if not p.gone}
                for each in list(self.desk):
                    await each.works(people)
            await world.round()
        if world.clock.at.weekday() == 6:
            await check(world, self.figures, self.people, self.desk, room)
            if world.chance(0.25):
                await world.restart()
                for person in self.people:
                    person.door.house = world.house
        world.clock.passes(days=1)


def table(year: Year, seconds: float) -> str:
    """Counts and figures; no word of anybody."""
    tally, figures, people = year.world.tally, year.figures, year.people
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    rows: list[tuple[str, object]] = sorted((*tally.items(), *figures.seen.items()))
    rows += [(f"why: {name}", many) for name, many in figures.why.items() if many]
    rows += [
        ("introduced: read words of the counsellor", sum(p.told for p in people)),
        ("introduced: read none and chose", sum(p.chose and not p.told for p in people)),
        ("introduced: wiped or withdrew, neither of the two", sum(p.wiped and _neither(p) for p in people)),
        ("introduced: never came back", sum(not p.returns for p in people)),
        ("introduced: came back, the day to hear by is ahead", sum(_waits(p) for p in people)),
        ("strandings", figures.strandings),
        ("disclosures without a live spent consent", figures.disclosures),
        ("lost messages", figures.lost),
        ("rows of wiped people", figures.rows),
        ("seconds", f"{seconds:.0f}"),
        ("turns a second", f"{tally['turns'] / seconds:.0f}"),
        ("MiB", f"{memory:.0f}"),
    ]
    return "".join(f"{name:55} {many!s:>10}\n" for name, many in rows)


def _neither(person: Person) -> bool:
    return not person.told and not person.chose


def _waits(person: Person) -> bool:
    return person.returns and not person.wiped and _neither(person)


async def simulate(arguments: argparse.Namespace, room: Path) -> Year:
    """The whole of it."""
    world = await World.begin(room / "house", arguments.seed, read_dialogues())
    year = Year(world, await staffed(world, arguments.counsellors), arguments.days)
    year.plan(arguments.employees, arguments.introductions)
    for _ in range(arguments.days):
        await year.day(room)
    await check(world, year.figures, year.people, year.desk, room)
    await world.house.close()
    return year


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--employees", type=int, default=200)
    parser.add_argument("--introductions", type=int, default=20)
    parser.add_argument("--counsellors", type=int, default=8)
    parser.add_argument("--days", type=int, default=364)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    logging.disable(logging.CRITICAL)
    began = perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        year = asyncio.run(simulate(arguments, Path(folder)))
    sys.stdout.write(table(year, perf_counter() - began))
    return 0 if year.figures.clean else 1


if __name__ == "__main__":
    sys.exit(main())
