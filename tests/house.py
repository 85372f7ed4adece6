"""A whole Open Oor in a temporary folder, with a clock that tests move, and people who use it."""

import shutil
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.demo_house import PASSPHRASE, furnish
from bot.settings import Settings
from bot.wiring import House, Reading, build
from dialogues.private import Private
from handlers.domain.ids import CounsellorId, StaffId
from handlers.ports import Answer, Channel, DeskSession, Inbound, LinkPurpose

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@dataclass(slots=True)
class MovableClock:
    """Stands still until a test moves it."""

    at: datetime = MONDAY

    def now(self) -> datetime:
        return self.at

    def passes(self, **time: float) -> None:
        """Let so much time pass: days=1, hours=2, …"""
        self.at += timedelta(**time)


async def template(folder: Path, reading: Reading | None = None) -> Path:
    """A furnished demo house, made once; tests get copies of its folder."""
    house = await build(Settings(data_dir=folder), MovableClock(), reading=reading)
    await furnish(house)
    await house.close()
    return folder


async def house_in(folder: Path, copy_of: Path, clock: MovableClock, reading: Reading | None = None) -> House:
    """A house of its own, as just installed with `make run`. `reading` spares the time to read it again."""
    shutil.copytree(copy_of, folder)
    return await build(Settings(data_dir=folder), clock, reading=reading)


@dataclass(slots=True)
class Employee:
    """Somebody who writes or presses; `last` is what they see."""

    house: House
    channel: Channel = Channel.TELEGRAM
    sender: str = "77001"
    language: str = "nl"
    presses: int = 0
    last: Answer = field(default_factory=lambda: Answer((), "nl"))
    deliveries: int = 0

    async def _take(self, text: str | None = None, payload: str | None = None, **more: str) -> Answer:
        self.deliveries += 1
        self.last = await self.house.front.take(
            Inbound(
                self.channel,
                f"{self.sender}-{self.deliveries}",
                Private(self.sender),
                Private(text) if text is not None else None,
                payload,
                language=self.language,
                **more,  # type: ignore[arg-type]  # unsupported="photo"
            )
        )
        return self.last

    async def says(self, text: str) -> Answer:
        """Type words."""
        return await self._take(text=text)

    async def commands(self, command: str) -> Answer:
        """Give a command such as /start."""
        return await self._take(payload=command)

    async def presses_payload(self, payload: str) -> Answer:
        """Press whatever sends this, whether it is on the screen or not."""
        self.presses += 1
        return await self._take(payload=payload)

    async def chooses(self, **choice: str) -> Answer:
        """Press the button of this slot and value; it must be on the screen."""
        ((slot, value),) = choice.items()
        payload = f"/SetSlots({slot}={value})"
        offered = [b.payload for m in self.last.messages for b in m.buttons]
        assert payload in offered, f"{payload} is not on the screen, there are {offered}"
        return await self.presses_payload(payload)

    async def sends(self, content: str) -> Answer:
        """Send something that is no text: photo, voice, …"""
        return await self._take(unsupported=content)

    @property
    def screen(self) -> str:
        """All words of the last answer."""
        return "\n".join(m.text.reveal() for m in self.last.messages)

    @property
    def buttons(self) -> list[str]:
        """Payloads of the choices on the screen."""
        return [b.payload for m in self.last.messages for b in m.buttons]

    async def to_preview(self, *, kind: str = "bullying", pick: str = "any", push: str = "no") -> None:
        """The shortest safe path up to the words in full."""
        await self.commands("/start")
        await self.chooses(in_danger="safe")
        await self.chooses(need="someone")
        await self.chooses(for_whom="self")
        await self.chooses(kind=kind)
        await self.chooses(about="colleague")
        await self.chooses(pick=pick)
        if self.channel is Channel.TELEGRAM:
            await self.chooses(push=push)

    async def introduces(self, **wish: str) -> None:
        """The shortest safe path, to the end."""
        await self.to_preview(**wish)
        await self.chooses(send="yes")


@dataclass(slots=True)
class Counsellor:
    """A demo counsellor at the desk, unlocked."""

    house: House
    cookie: Private

    @classmethod
    async def logs_in(cls, house: House, who: str) -> "Counsellor":
        """Through a login link, then the passphrase."""
        staff = await house.store.read(lambda work: work.desk.staff_of(CounsellorId(who)))
        assert staff is not None
        token = await house.desk.link(StaffId(staff.id), LinkPurpose.LOGIN)
        cookie = await house.desk.enter(token, LinkPurpose.LOGIN)
        assert cookie is not None
        counsellor = cls(house, cookie)
        assert await house.desk.unlock(cookie, await counsellor.session(), Private(PASSPHRASE))
        return counsellor

    async def session(self) -> DeskSession:
        """The session as it is now."""
        session = await self.house.desk.session(self.cookie)
        assert session is not None
        return session
