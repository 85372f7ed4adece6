"""What tests of the ways share: a courier that does what it is told, and a worker that does what is due."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.wiring import House
from dialogues.private import Private
from handlers.domain.pings import WayKind
from handlers.notices import gather
from handlers.pings import Pings
from handlers.ports import Courier, JobKind, Later, Outcome, Ping, PingWay, Sent
from tests.house import Counsellor, waiting_jobs

ADDRESS = "vera.voorbeeld@korenbloem.example"
DESK = "http://127.0.0.1:8400/desk"


@dataclass(slots=True)
class Hand:
    """A courier that keeps what it brings. `outcome` is what it answers."""

    outcome: Outcome = field(default_factory=Sent)
    brought: list[tuple[str, Ping]] = field(default_factory=list)
    tried: int = 0

    async def carry(self, address: Private, ping: Ping) -> Outcome:
        """Bring one ping."""
        self.tried += 1
        if isinstance(self.outcome, Sent):
            self.brought.append((address.reveal(), ping))
        return self.outcome

    @property
    def texts(self) -> list[str]:
        """Everything that was brought, as words."""
        return [f"{ping.subject.reveal()}\n{ping.text.reveal()}" for _, ping in self.brought]


def pings_of(house: House, couriers: Mapping[WayKind, Courier]) -> Pings:
    """The runner of pings with these couriers."""
    return Pings(house.store, couriers, house.voice.flows.texts, house.clock, DESK)


async def carry(house: House, courier: Courier, *, at_round: bool = True) -> list[Later]:
    """The pings that wait, each tried once; first what a round gives. Which of them are to be tried again."""
    if at_round:
        await house.store.write(gather)
    pings = pings_of(house, dict.fromkeys(WayKind, courier))
    done = [await pings.ping(job) for job, kind in await waiting_jobs(house) if kind is JobKind.PING]
    return [each for each in done if each is not None]


def number_in(text: str) -> str:
    """The six digits of a test message."""
    (number,) = re.findall(r"\b[0-9]{6}\b", text)
    return str(number)


async def ways_of(counsellor: Counsellor) -> list[PingWay]:
    """The ways on this desk."""
    return await counsellor.house.desk.pings.of(await counsellor.session())


async def with_way(
    counsellor: Counsellor, hand: Hand, address: str = ADDRESS, *, kind: WayKind = WayKind.MAIL, **more: bool
) -> PingWay:
    """A way that was added and confirmed with the number of its test message."""
    ways, session = counsellor.house.desk.pings, await counsellor.session()
    neutral = more.get("neutral", True)
    assert await ways.add(session, kind, Private(address), language="nl", neutral=neutral) is None
    await carry(counsellor.house, hand, at_round=False)
    (way,) = [each for each in await ways.of(session) if each.address == Private(address)]
    number = number_in(hand.texts[-1])
    hand.brought.pop()
    assert await ways.confirm(session, way.id, Private(number)) == "confirmed"
    return way
