"""A whole Open Oor in a temporary folder, with a clock that tests move, and people who use it."""

import re
import shutil
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import sqlalchemy as sa

from bot.demo_house import PASSPHRASE, furnish
from bot.settings import Settings
from bot.wiring import House, Reading, build
from dialogues.private import Private
from handlers.aftercare import CheckIns
from handlers.announcing import Announcing
from handlers.desk import CaseView
from handlers.domain.case import Case
from handlers.domain.codes import CODE_WORDS
from handlers.domain.ids import CaseId, CounsellorId, StaffId
from handlers.jobs import Notices
from handlers.notices import gather
from handlers.ports import (
    Answer,
    Channel,
    DeskSession,
    Inbound,
    JobKind,
    Later,
    LinkPurpose,
    Outcome,
    Outgoing,
    Reach,
    Sent,
    Staff,
)
from handlers.resume import Cookies, resume
from handlers.screen import Screen
from handlers.traces import Erasing
from handlers.voice import policy_values
from storage import upkeep
from storage.tables import jobs
from storage.transaction import Transaction

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
VERA, DAAN = CounsellorId("vera-voorbeeld"), CounsellorId("daan-denkbeeld")
BROWSER = "uQ3n0f6pVt8wLr2kXz5yBc7dHj9mGs1aEo4iNqTrWvY"
"""The cookie of a browser: 43 characters that nobody can guess."""
ANOTHER_BROWSER = "k7Pq2LrW9xTz4YbN6cMd8VfJ1hGs3aQe5oUiRtEwXvC"

SHORTEST = {
    "in_danger": "safe",
    "need": "someone",
    "story_next": "someone",
    "for_whom": "self",
    "guess_ok": "other",
    "kind": "bullying",
    "once": "several_times",
    "recent": "no",
    "about": "colleague",
    "marks_ok": "keep",
    "push": "no",
}
"""Answers on the shortest safe path to a counsellor."""


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


async def rows(house: House) -> dict[str, int]:
    """How many rows stand in each table, those of dbos too; tables without rows are left out."""

    def count(at: Transaction) -> dict[str, int]:
        found = {}
        for schema in (None, "dbos") if at.connection.dialect.name == "postgresql" else (None,):
            for name in sa.inspect(at.connection).get_table_names(schema=schema):
                counted = sa.select(sa.func.count()).select_from(sa.table(name, schema=schema))
                found[name] = at.connection.execute(counted).scalar_one()
        return {name: number for name, number in found.items() if number}

    return await upkeep.read(house.store, count)


@dataclass(slots=True)
class Mailroom:
    """A channel that keeps what it brings and takes away. `outcome` is what it answers."""

    outcome: Outcome = field(default_factory=Sent)
    brought: list[tuple[Reach, Outgoing]] = field(default_factory=list)
    erased: list[tuple[Reach, tuple[str, ...]]] = field(default_factory=list)

    async def send(self, reach: Reach, message: Outgoing) -> Outcome:
        """Bring one message to an address."""
        if isinstance(self.outcome, Sent):
            self.brought.append((reach, message))
        return self.outcome

    async def erase(self, reach: Reach, references: tuple[str, ...]) -> Later | None:
        """Take messages off a screen."""
        if isinstance(self.outcome, Later):
            return self.outcome
        self.erased.append((reach, references))
        return None

    @property
    def texts(self) -> list[str]:
        """Everything that was brought, as words."""
        return [message.text.reveal() for _, message in self.brought]


async def waiting_jobs(house: House) -> list[tuple[str, JobKind]]:
    """Jobs that nobody has done yet, as (row id, kind)."""

    def look(at: Transaction) -> list[tuple[str, JobKind]]:
        found = at.run(sa.select(jobs.c.id, jobs.c.kind).where(~jobs.c.told))
        return [(row.id, JobKind(row.kind)) for row in found]

    return await upkeep.read(house.store, look)


async def _at_once(_: float) -> None:
    """No pause."""


async def bring(house: House, mailroom: Mailroom) -> None:
    """Do every job of a channel, once, as the worker would; what is held goes out as at a round."""
    await house.store.write(gather)
    notices, erasing = Notices(house.store, mailroom, house.voice.flows.texts), Erasing(house.store, mailroom)
    check_ins = CheckIns(house.store, mailroom, house.voice.flows.texts)
    announcing = Announcing(house.store, mailroom, house.voice.flows.texts, house.clock, _at_once)
    runners = (
        announcing.runners()
        | notices.runners()
        | erasing.runners()
        | check_ins.runners()
        | house.rounds.runners()
    )
    for job_id, kind in await waiting_jobs(house):
        if kind is not JobKind.PING:
            await runners[kind](job_id)


async def sweep(house: House) -> None:
    """One hourly round: first the terms of conversations, then what storage tidies by itself."""
    await house.sweep.run()
    await upkeep.hourly(house.store, open_days=house.policy.open_days, closed_days=house.policy.closed_days)


async def cases_of(house: House, who: CounsellorId) -> list[Case]:
    """What stands on a counsellor's desk."""
    return await house.store.read(lambda work: work.cases.of_counsellor(who))


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
    sent: list[Inbound] = field(default_factory=list)
    yes: str = "/SetSlots(send=yes)"  # what the newest "Yes, send this" sends that was shown

    async def _take(
        self, text: str | None = None, payload: str | None = None, unsupported: str | None = None
    ) -> Answer:
        self.deliveries += 1
        return await self.delivers(
            Inbound(
                self.channel,
                f"{self.sender}-{self.deliveries}",
                Private(self.sender),
                Private(text) if text is not None else None,
                payload,
                unsupported=unsupported,
                language=self.language,
            )
        )

    async def delivers(self, inbound: Inbound) -> Answer:
        """One delivery of the channel, as it is."""
        self.sent.append(inbound)
        self.last = await self.house.front.take(inbound)
        self.yes = next((each for each in self.buttons if each.startswith("/SetSlots(send=yes)")), self.yes)
        return self.last

    async def again(self, back: int = 1) -> Answer:
        """The channel delivers something once more: 1 is the newest."""
        self.last = await self.house.front.take(self.sent[-back])
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

    async def presses_yes(self) -> Answer:
        """Press the newest "Yes, send this" that was shown, whether it still counts or not."""
        return await self.presses_payload(self.yes)

    async def chooses(self, **choice: str) -> Answer:
        """Press the button of this slot and value; it must be on the screen."""
        ((slot, value),) = choice.items()
        payload = f"/SetSlots({slot}={value})"
        offered = [button for button in self.buttons if button.partition("~")[0] == payload]
        assert offered, f"{payload} is not on the screen, there are {self.buttons}"
        return await self.presses_payload(offered[-1])

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

    def sees(self, text_id: str, **blanks: str) -> bool:
        """Whether the text of this id stands on the screen in the person's language."""
        voice = self.house.voice
        terms = policy_values(self.house.policy, self.last.language)
        words = voice.flows.texts.fill(text_id, self.last.language, {**terms, **blanks})
        return any(words in m.text.reveal() for m in self.last.messages)

    async def page(self) -> Screen:
        """What a page of this browser shows."""
        return await self.house.screens.look(self.channel, Private(self.sender))

    async def walks_to(self, slot: str, **answers: str) -> None:
        """Press on until this is asked: these answers, else those of the shortest path, else "skip"."""
        way = {**SHORTEST, **answers}
        for _ in range(20):
            asked = {m.removeprefix("/SetSlots(").partition("=")[0] for m in self.buttons}
            if slot in asked:
                return
            known = [name for name in asked if f"/SetSlots({name}={way.get(name, 'skip')})" in self.buttons]
            assert known, f"nothing to press among {self.buttons}"
            await self.chooses(**{known[0]: way.get(known[0], "skip")})
        raise AssertionError(f"{slot} was never asked")

    async def names_kind(self, kind: str) -> None:
        """Choose the kind; what the words that were told may fit is not it."""
        if "/SetSlots(guess_ok=other)" in self.buttons:
            await self.chooses(guess_ok="other")
        await self.chooses(kind=kind)

    async def to_counsellor(self, *, kind: str = "bullying", about: str = "colleague") -> None:
        """The shortest safe path up to the choice of a counsellor."""
        await self.commands("/start")
        await self.chooses(in_danger="safe")
        await self.chooses(need="someone")
        await self.chooses(for_whom="self")
        await self.names_kind(kind)
        await self.chooses(about=about)

    async def to_preview(self, *, kind: str = "bullying", pick: str = "any", push: str = "no") -> None:
        """The shortest safe path up to the words in full."""
        await self.to_counsellor(kind=kind)
        await self.chooses(pick=pick)
        if self.channel is Channel.TELEGRAM:
            await self.chooses(push=push)
        else:
            await self.presses_payload("/SetSlots(teach=skip)")

    async def introduces(self, **wish: str) -> None:
        """The shortest safe path, to the end."""
        await self.to_preview(**wish)
        await self.chooses(send="yes")

    async def comes_back(self, code: Private, browser: str = ANOTHER_BROWSER) -> "Employee | None":
        """The same person in another browser, let in by the code; None when it opens nothing."""
        house = self.house
        found = await resume(house.store, house.keys, house.clock, Cookies(Private(browser)), code)
        return Employee(house, Channel.WEB, browser, self.language) if found else None


@dataclass(slots=True)
class Counsellor:
    """A demo counsellor at the desk, unlocked."""

    house: House
    cookie: Private
    who: CounsellorId

    @classmethod
    async def enters(cls, house: House, who: str) -> "Counsellor":
        """Through a login link only: the desk is still locked."""
        staff = await staff_of(house, who)
        token = await house.desk.logins.link(StaffId(staff.id), LinkPurpose.LOGIN)
        cookie = await house.desk.logins.enter(token, LinkPurpose.LOGIN)
        assert cookie is not None
        return cls(house, cookie, CounsellorId(who))

    @classmethod
    async def logs_in(cls, house: House, who: str) -> "Counsellor":
        """Through a login link, then the passphrase."""
        counsellor = await cls.enters(house, who)
        assert await house.desk.keys.unlock(
            counsellor.cookie, await counsellor.session(), Private(PASSPHRASE)
        )
        return counsellor

    async def session(self) -> DeskSession:
        """The session as it is now."""
        session = await self.house.desk.logins.session(self.cookie)
        assert session is not None
        return session

    async def case(self) -> Case:
        """The only case on the desk."""
        (row,) = await self.house.desk.cases.inbox(await self.session(), "nl")
        return row.case

    async def opens(self, case: CaseId) -> CaseView | None:
        """Read a case."""
        return await self.house.desk.cases.open_case(await self.session(), case, "nl")

    async def reads(self, case: CaseId) -> list[str]:
        """The words of a case; it must open."""
        view = await self.opens(case)
        assert view is not None
        return [letter.text.reveal() for letter in view.letters]

    async def accepts(self, case: CaseId) -> bool:
        """Take it."""
        return await self.house.desk.cases.accept(await self.session(), case)

    async def declines(self, case: CaseId) -> bool:
        """Not take it."""
        return await self.house.desk.cases.decline(await self.session(), case)

    async def writes(self, case: CaseId, words: str) -> bool:
        """Answer the employee."""
        return await self.house.desk.cases.reply(await self.session(), case, Private(words))

    async def closes(self, case: CaseId) -> bool:
        """End the contact."""
        return await self.house.desk.cases.close(await self.session(), case)

    async def wants_notices(self, chat: str) -> None:
        """Be told on Telegram, at this chat."""
        staff = await staff_of(self.house, self.who)
        reach = Reach(Channel.TELEGRAM, Private(chat), "nl")
        await self.house.store.write(lambda work: work.reaches.set_staff(staff.id, reach))


async def staff_of(house: House, who: str) -> Staff:
    """The login of a counsellor."""
    staff = await house.store.read(lambda work: work.desk.staff_of(CounsellorId(who)))
    assert staff is not None
    return staff


async def officer(house: House) -> DeskSession:
    """HR, logged in."""
    staff = await house.store.read(lambda work: work.desk.officer())
    assert staff is not None
    token = await house.desk.logins.link(staff.id, LinkPurpose.LOGIN)
    cookie = await house.desk.logins.enter(token, LinkPurpose.LOGIN)
    assert cookie is not None
    session = await house.desk.logins.session(cookie)
    assert session is not None
    return session


def code_on(screen: str) -> str:
    """The resume code on this screen, without the numbers that stand before its words."""
    words = re.findall(r"^[1-8]\. (\w+)$", screen, re.MULTILINE)
    assert len(words) == CODE_WORDS
    return " ".join(words)
