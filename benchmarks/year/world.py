"""The house, the clock, the post with its faults, and what is counted."""

import base64
import random
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from heapq import heappop, heappush
from pathlib import Path

from benchmarks.year.traces import Traces
from bot.demo_house import furnish
from bot.settings import Settings
from bot.wiring import House, Reading, build
from handlers.aftercare import CheckIns
from handlers.domain.ids import CounsellorId
from handlers.domain.roster import Counsellor, Roster
from handlers.hr import import_roster
from handlers.jobs import Notices
from handlers.ports import Answer, Channel, Gone, Inbound, JobKind, Later, Outcome, Outgoing, Reach, Sent
from handlers.traces import Erasing
from tests.house import Employee, MovableClock, sweep, waiting_jobs

KILLED = 0.01
"""How often a process ends between the commit of a turn and its answer."""
OUTAGE, FAILS_BEFORE, FAILS_AFTER, BLOCKS = 0.02, 0.01, 0.005, 0.01
"""A channel that is away for hours, sending that breaks off before and after it arrived, blocking."""


class ChannelBroke(Exception):
    """What no channel foresees. Whether the message arrived is known to nobody."""


@dataclass(slots=True)
class Post:
    """A channel that is away, breaks, or finds nobody there."""

    rng: random.Random
    clock: MovableClock
    tally: Counter[str]
    heard: Callable[[str, Outgoing], None] = lambda _address, _message: None
    away_until: datetime | None = None
    blocked: set[str] = field(default_factory=set)

    def turns_of_luck(self) -> None:
        """Now and then nothing goes out for three to twelve hours."""
        if self.rng.random() < OUTAGE:
            self.away_until = self.clock.at + timedelta(hours=self.rng.randint(3, 12))
            self.tally["outages of the post"] += 1

    async def send(self, reach: Reach, message: Outgoing) -> Outcome:
        """Bring one message, or not."""
        if self._away():
            return Later(600)
        address, luck = reach.address.reveal(), self.rng.random()
        if luck < BLOCKS:
            self.blocked.add(address)
        if address in self.blocked:
            self.tally["post: gone"] += 1
            return Gone()
        if luck > 1 - FAILS_BEFORE:
            self.tally["post: broke"] += 1
            raise ChannelBroke
        self.heard(address, message)
        if luck > 1 - FAILS_BEFORE - FAILS_AFTER:
            self.tally["post: broke"] += 1
            raise ChannelBroke
        return Sent()

    async def erase(self, _reach: Reach, _references: tuple[str, ...]) -> Later | None:
        """Take messages off a screen, or not yet."""
        return Later(600) if self._away() else None

    def _away(self) -> bool:
        away = self.away_until is not None and self.clock.at < self.away_until
        self.tally["post: later"] += away
        return away


@dataclass(slots=True)
class Visitor(Employee):
    """An employee whose answers get lost now and then: the same delivery comes again."""

    world: "World | None" = None

    async def delivers(self, inbound: Inbound) -> Answer:
        """One delivery; twice when the process ended before its answer was seen."""
        answer = await Employee.delivers(self, inbound)
        world = self.world
        if world is None:
            return answer
        world.tally["turns"] += 1
        if world.rng.random() < KILLED:
            world.tally["turns killed after their commit"] += 1
            before = self.screen
            await self.again()
            self.yes = next((b for b in self.buttons if b.startswith("/SetSlots(send=yes)")), self.yes)
            world.tally["answers that came back otherwise"] += before != self.screen
            world.tally["answers that did not come back"] += not self.last.messages
        return self.last


@dataclass(slots=True)
class World:
    """Everything of one year."""

    house: House
    reading: Reading
    clock: MovableClock
    rng: random.Random
    post: Post
    tally: Counter[str] = field(default_factory=Counter)
    plans: list[tuple[datetime, int, Callable[[], Awaitable[None]]]] = field(default_factory=list)
    planned: int = 0
    wiped: list[tuple[datetime, Traces]] = field(default_factory=list)

    @classmethod
    async def begin(cls, folder: Path, seed: int, reading: Reading) -> "World":
        """The demo house in this folder, empty of people."""
        clock, rng, tally = MovableClock(), random.Random(seed), Counter[str]()  # noqa: S311  # no secret
        house = await build(Settings(data_dir=folder), clock, reading=reading)
        await furnish(house)
        return cls(house, reading, clock, rng, Post(rng, clock, tally), tally)

    def plan(self, after: timedelta, deed: Callable[[], Awaitable[None]]) -> None:
        """Have this done at the first round after so much time."""
        self.planned += 1
        heappush(self.plans, (self.clock.at + after, self.planned, deed))

    async def live(self) -> None:
        """What was planned up to now."""
        while self.plans and self.plans[0][0] <= self.clock.at:
            await heappop(self.plans)[2]()

    async def round(self) -> None:
        """The worker and the hourly round, once each."""
        self.post.turns_of_luck()
        texts, store = self.house.voice.flows.texts, self.house.store
        await self.house.rounds.begin()
        runners = Notices(store, self.post, texts).runners() | self.house.rounds.runners()
        runners |= Erasing(store, self.post).runners() | CheckIns(store, self.post, texts).runners()
        for job, kind in await waiting_jobs(self.house):
            if kind is JobKind.HELD:
                continue
            try:
                await runners[kind](job)
                self.tally["jobs run"] += 1
            except ChannelBroke:
                continue
        await sweep(self.house)

    async def restart(self) -> None:
        """The process ends and begins again, on the same files."""
        folder = self.house.settings.data_dir
        await self.house.close()
        self.house = await build(Settings(data_dir=folder), self.clock, reading=self.reading)
        self.tally["restarts"] += 1

    async def publishes(self, entries: Iterable[Counsellor]) -> None:
        """HR publishes these entries as they are now."""
        incoming, today = Roster(0, tuple(entries)), self.clock.at.date()
        await self.house.store.write(lambda work: import_roster(work, incoming, today))

    async def entry(self, who: CounsellorId) -> Counsellor:
        """A counsellor as published."""
        found = (await self.house.store.read(lambda work: work.roster.current())).get(who)
        if found is None:
            raise LookupError(who)
        return found

    def visitor(self, channel: Channel, sender: str | None = None) -> Visitor:
        """Somebody at the door; on the web a browser that nobody has seen."""
        fresh = base64.urlsafe_b64encode(self.rng.randbytes(32)).decode().rstrip("=")
        if channel is Channel.TELEGRAM:
            fresh = str(self.rng.randint(10**9, 10**10))
        return Visitor(self.house, channel, sender or fresh, world=self)

    def chance(self, of: float) -> bool:
        """Whether it happens this time."""
        return self.rng.random() < of

    def words(self, about: str) -> str:
        """A text that stands nowhere else, with marks, lines and letters of other alphabets."""
        token = self.rng.randbytes(9).hex()
        return f"{about}\nHet gaat mij om punt {token}; café, naïef,\u00a0“zo” … ✓"
