"""The four figures, each looked at from outside, in a twin: a copy of the house in which people come by.

What a visit changes there, changes nothing in the year itself.
"""

import shutil
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import sqlalchemy as sa

from benchmarks.year.desk import Colleague
from benchmarks.year.people import CHOICES, Person
from benchmarks.year.traces import rows_of
from benchmarks.year.world import Visitor, World
from bot.settings import Settings
from bot.wiring import build
from handlers.domain.case import Case, Status
from handlers.domain.consent import ConsentState
from handlers.domain.errors import CannotOpen
from handlers.domain.proposals import Decision
from handlers.domain.roster import Roster
from handlers.ports import Author, Letter, ReaderKey, Work
from storage import upkeep
from storage.case_rows import CASE_COLUMNS, case_of
from storage.tables import cases

TERM = timedelta(days=33)
"""The longest term after a wipe (30 days for the one word "withdrawn"), and what rounding adds."""
_WITH_A_CHAT = sa.select(*CASE_COLUMNS).where(cases.c.conversation.is_not(None))
_TALKING = (Status.WAITING, Status.OPEN)


@dataclass(slots=True)
class Figures:
    """What has to be nothing at all, and how much was looked at for it."""

    strandings: int = 0
    disclosures: int = 0
    lost: int = 0
    rows: int = 0
    seen: Counter[str] = field(default_factory=Counter)
    why: Counter[str] = field(default_factory=Counter)

    @property
    def clean(self) -> bool:
        """Whether all four are nothing."""
        return not (self.strandings or self.disclosures or self.lost or self.rows)


@dataclass(slots=True)
class Look:
    """One look at everything, in a twin of the house."""

    twin: World
    figures: Figures
    today: date
    cases: list[Case]
    roster: Roster
    reachable: set[str]
    keys: dict[str, ReaderKey]

    async def strandings(self, people: Sequence[Person]) -> None:
        """Everybody who waits beyond what was promised, or for nobody, comes by and has to see a choice."""
        by = {case.conversation: case for case in self.cases if case.status in (*_TALKING, Status.DECLINED)}
        for person in people:
            case = by.get(person.conversation) if person.conversation and not person.gone else None
            if case is not None and (why := self._why(case)) is not None:
                await self._comes_by(person, case, why)

    async def _comes_by(self, person: Person, case: Case, why: str) -> None:
        self.figures.seen["cases that needed a choice"] += 1
        self.figures.seen["of them, of people who never return"] += not person.returns
        mail = await self.twin.house.store.read(partial(_mail, case=case))
        door = await person.enters(self.twin)
        if door is not None:
            await door.commands("/news")
            if mail and not _has_choice(door):  # news that came before that is read first
                await door.commands("/news")
        if door is None or not _has_choice(door):
            self.figures.strandings += 1
            how = f"told {case.told}, asked today {case.asked_on == self.today}, mail {mail}"
            self.figures.why[f"stranded: {why}, {'let in' if door else 'not let in'}, {how}"] += 1
        person.door.house = person.world.house

    def _why(self, case: Case) -> str | None:
        if case.status is Status.DECLINED:
            return "declined"
        who = self.roster.get(case.counsellor)
        if who is None or (who.until is not None and who.until < self.today):
            return "ended"
        if case.awaited and case.reply_by < self.today:
            return "late"
        if case.key_paused and case.counsellor in self.reachable:
            return "key"  # without a key it is a wait with a day to hear by
        return None

    async def disclosures(self, approved: dict[str, str]) -> None:
        """Every key on every case: what opens has a spent consent of its own that names its reader."""

        def job(work: Work) -> None:
            for case in self.cases:
                for who, key in self.keys.items():
                    self._opens(work, case, who, key, approved)

        await self.twin.house.store.read(job)

    def _opens(self, work: Work, case: Case, who: str, key: ReaderKey, approved: dict[str, str]) -> None:
        try:
            letters = work.cases.letters(case, Author.COUNSELLOR, key)
        except CannotOpen:
            letters = []
        spent = [each for each in work.consents.of(case.id) if each.state is ConsentState.SPENT]
        for letter in letters:
            if letter.author is not Author.EMPLOYEE:
                continue
            self.figures.seen["letters at a desk, each against its consent"] += 1
            words = work.cases.digest(case.id, letter.text)
            alike = [c for c in spent if c.who == who == case.counsellor and c.words == words]
            covers = next((c for c in alike if c.given_on <= letter.on <= c.until.date()), None)
            if covers is None:
                self.figures.disclosures += 1
                self.figures.why["opened without its consent"] += 1
            else:
                spent.remove(covers)
        if who == case.counsellor:
            self._steps(work, case, key, approved)

    def _steps(self, work: Work, case: Case, key: ReaderKey, approved: dict[str, str]) -> None:
        plans = work.proposals.plans(case, Author.COUNSELLOR, key)
        consents = {each.id: each for each in work.consents.of(case.id)}
        for each in work.proposals.of(case.id):
            plan = plans.get(each.letter)
            if each.decision is not Decision.DONE or plan is None or not plan.leaves:
                continue
            self.figures.seen["steps carried out, each against its yes"] += 1
            consent = consents.get(each.consent) if each.consent else None
            covered = (
                consent is not None
                and consent.state is ConsentState.SPENT
                and consent.who == plan.to
                and consent.words == work.cases.digest(case.id, plan.words())
            )
            same = approved.get(each.id) == plan.text.reveal()
            self.figures.disclosures += not (covered and same)
            self.figures.why["step without its spent consent"] += not covered
            self.figures.why["step otherwise than approved"] += not same

    async def lost(self, people: Sequence[Person]) -> None:
        """What was taken is read on the other side, byte for byte, as long as the contact runs."""
        by = {case.conversation: case for case in self.cases if case.status in _TALKING}
        for person in people:
            case = by.get(person.conversation) if person.conversation and not person.gone else None
            if case is None:
                continue
            key = self.keys.get(case.counsellor)
            if key is not None and not case.key_paused:
                letters = await self.twin.house.store.read(partial(_at_the_desk, case=case, key=key))
                self._missing(person.said, [letter.text.reveal() for letter in letters], "employee")
            door = await person.enters(self.twin)
            page = await door.page() if door is not None else None
            shown = [letter.text.reveal() for letter in (page.letters or ())] if page else []
            self._missing(person.answers, shown, "counsellor")
            person.door.house = person.world.house

    def _missing(self, sent: list[str], read: list[str], author: str) -> None:
        for words in sent:
            self.figures.seen[f"letters of the {author}, read by the other"] += 1
            if not any(words in text for text in read):
                self.figures.lost += 1
                self.figures.why[f"lost: of the {author}"] += 1

    async def rows(self, world: World) -> None:
        """Nothing of whoever wiped, once every term is over."""
        past = [traces for at, traces in world.wiped if at + TERM < world.clock.at]
        self.figures.seen["people who wiped, past every term"] = len(past)
        if past:
            left = await upkeep.read(self.twin.house.store, lambda at: rows_of(at, past))
            self.figures.rows += left


def _mail(work: Work, case: Case) -> list[str]:
    return [piece.kind.value for piece in work.mailbox.peek(case.conversation)]


def _has_choice(door: Visitor) -> bool:
    return any(f"({choice}=" in button for button in door.buttons for choice in CHOICES)


def _at_the_desk(work: Work, case: Case, key: ReaderKey) -> list[Letter]:
    return work.cases.letters(case, Author.COUNSELLOR, key)


async def check(
    world: World, figures: Figures, people: Sequence[Person], desk: Sequence[Colleague], room: Path
) -> None:
    """All four, on a copy of the house as it stands now."""
    await world.house.store.settle()
    folder = room / "twin"
    shutil.copytree(world.house.settings.data_dir, folder)
    house = await build(Settings(data_dir=folder), world.clock, reading=world.reading)
    try:
        twin = replace(world, house=house, tally=Counter())
        found = await upkeep.read(house.store, lambda at: [case_of(row) for row in at.run(_WITH_A_CHAT)])
        roster = await house.store.read(lambda work: work.roster.current())
        reachable = {key.counsellor for key in await house.desk.keys.shown() if key.confirmed}
        keys = {str(each.who): each.key for each in desk if each.key is not None}
        look = Look(twin, figures, world.clock.at.date(), found, roster, set(reachable), keys)
        approved = {str(step): text for person in people for step, text in person.approved.items()}
        await look.disclosures(approved)
        await look.rows(world)
        await look.lost(people)
        await look.strandings(people)
    finally:
        await house.close()
        shutil.rmtree(folder)
