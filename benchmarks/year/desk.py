"""Counsellors: who answer, forget, fall ill, lose their key, leave, and decline."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial

from benchmarks.year.people import Person
from benchmarks.year.world import World
from bot.demo_house import PASSPHRASE
from dialogues.private import Private
from handlers.domain.case import Case, Status
from handlers.domain.ids import CounsellorId
from handlers.domain.proposals import Decision, Plan, Recipient, StepKind
from handlers.domain.roster import Absence, Gender
from handlers.domain.roster import Counsellor as Entry
from handlers.ports import LinkPurpose, ReaderKey, Work, WrappedKey
from tests.house import DAAN, VERA, Counsellor, cases_of, staff_of

STEPS = (
    (StepKind.REFER, Recipient.BOARD),
    (StepKind.REFER, Recipient.HR),
    (StepKind.TALK, Recipient.NOBODY),
    (StepKind.LETTER, Recipient.NOBODY),
)


@dataclass(slots=True, eq=False)
class Colleague:
    """One counsellor and the key in their head; `forgets` is how often a day at the desk is missed."""

    world: World
    who: CounsellorId
    forgets: float
    key: ReaderKey | None = None
    confirmed: bool = False
    left: bool = False

    async def enters(self) -> Counsellor | None:
        """At the desk, unlocked; None when there is no key or no appointment."""
        if self.key is None or self.left:
            return None
        desk = await Counsellor.enters(self.world.house, self.who)
        key = self.key
        await self.world.house.store.write(lambda work: work.desk.unlock(desk.cookie, key))
        return desk

    async def works(self, people: dict[str, Person]) -> None:
        """A round along the cases, when it is not forgotten."""
        if self.world.chance(self.forgets) or not (await self._entry()).present(self.world.clock.at.date()):
            return
        desk = await self.enters()
        if desk is None:
            return
        for case in await cases_of(self.world.house, self.who):
            if case.conversation in people and not case.key_paused:
                await self._deals(desk, case, people[case.conversation])
        await self.world.house.desk.logins.leave(desk.cookie)

    async def _entry(self) -> Entry:
        return await self.world.entry(self.who)

    async def _deals(self, desk: Counsellor, case: Case, person: Person) -> None:
        world, tally = self.world, self.world.tally
        if case.status is Status.WAITING and world.chance(0.8):
            await desk.opens(case.id)
            if world.chance(0.08):
                tally["declined"] += await desk.declines(case.id)
                return
            tally["accepted"] += await desk.accepts(case.id)
            return
        if case.status is not Status.OPEN:
            return
        if case.awaited and world.chance(0.75):
            words = world.words("Dank je. Zullen we samen kijken wat je wilt?")
            if await desk.writes(case.id, words):
                person.answers.append(words)
                tally["letters of counsellors"] += 1
        if world.chance(0.3):
            await self._steps(desk, case, person)
        if not case.awaited and world.chance(0.02):
            tally["closed"] += await desk.closes(case.id)

    async def _steps(self, desk: Counsellor, case: Case, person: Person) -> None:
        steps, tally = self.world.house.desk.steps, self.world.tally
        for view in await steps.of_case(await desk.session(), case.id):
            if view.proposal.decision is Decision.CHOSEN and self.world.chance(0.7):
                done = await steps.carry_out(await desk.session(), case.id, view.proposal.id)
                tally["steps carried out"] += done
            elif view.proposal.decision is Decision.OPEN and self.world.chance(0.03):
                tally["steps taken back"] += await steps.take_back(
                    await desk.session(), case.id, view.proposal.id
                )
        if self.world.chance(0.15):
            kind, to = self.world.rng.choice(STEPS)
            words = self.world.words("In team X wordt elke week iemand uitgelachen.")
            if await steps.propose(await desk.session(), case.id, Plan(kind, to, Private(words))):
                person.offered.append(words)
                tally["steps proposed"] += 1

    async def falls_ill(self) -> None:
        """Away for two to thirty days; HR publishes it at once, or some days late."""
        today = self.world.clock.at.date()
        since = today - timedelta(days=self.world.rng.choice((0, 0, 1, 3)))
        entry = await self._entry()
        away = Absence(since, today + timedelta(days=self.world.rng.randint(2, 30)))
        if entry.active(today):
            await self.world.publishes([replace(entry, absences=(*entry.absences, away))])
            self.world.tally["absences published"] += 1

    async def loses_key(self, people: Sequence[Person], colleagues: Sequence["Colleague"]) -> None:
        """Invited anew: everything sealed to the old key is lost on purpose."""
        staff = await staff_of(self.world.house, self.who)
        if self.left or await self.world.house.desk.invitations.invite(staff.id) is None:
            return
        self.key, self.confirmed = None, False
        mine = {case.conversation for case in await cases_of(self.world.house, self.who)}
        for person in people:
            if person.conversation in mine:
                person.said.clear()
        self.world.tally["invited anew"] += 1
        days = timedelta(days=self.world.rng.randint(0, 5))
        self.world.plan(days, lambda: self.chooses_passphrase(colleagues))

    async def chooses_passphrase(self, colleagues: Sequence["Colleague"]) -> None:
        """A new key, through the door; some days later a colleague compares the digits."""
        house = self.world.house
        if self.left or self.key is not None:
            return
        staff = await staff_of(house, self.who)
        token = await house.desk.logins.link(staff.id, LinkPurpose.LOGIN)
        cookie = await house.desk.logins.enter(token, LinkPurpose.LOGIN)
        if cookie is None:
            return
        desk = Counsellor(house, cookie, self.who)
        if await house.desk.keys.set_passphrase(cookie, await desk.session(), Private(PASSPHRASE)) is None:
            self.key = (await desk.session()).key
            days = timedelta(days=self.world.rng.choice((0, 1, 2, 9)))
            self.world.plan(days, lambda: self.is_confirmed(colleagues))

    async def is_confirmed(self, colleagues: Sequence["Colleague"]) -> None:
        """A colleague confirms the key; when nobody can today, tomorrow."""
        house = self.world.house
        if self.left:
            return
        shown = {key.counsellor: key for key in await house.desk.keys.shown()}
        for other in colleagues:
            desk = await other.enters() if other is not self and other.confirmed else None
            if desk is not None and self.who in shown:
                fingerprint = shown[self.who].fingerprint
                self.confirmed = await house.desk.keys.confirm(await desk.session(), self.who, fingerprint)
                if self.confirmed:
                    return
        self.world.plan(timedelta(days=1), lambda: self.is_confirmed(colleagues))

    async def leaves(self) -> None:
        """The appointment ends, today or in a week, as published."""
        until = self.world.clock.at.date() + timedelta(days=self.world.rng.choice((-1, 7)))
        await self.world.publishes([replace(await self._entry(), until=until, reason="left")])
        self.world.tally["appointments ended"] += 1
        self.world.plan(timedelta(days=8), self._is_gone)
        if until < self.world.clock.at.date():
            await self._is_gone()

    async def _is_gone(self) -> None:
        self.left, self.key = True, None


async def staffed(world: World, many: int) -> list[Colleague]:
    """So many counsellors, with the two of the demo, each with a key that was confirmed."""
    today = world.clock.at.date()
    names = [CounsellorId(f"raad-{number}") for number in range(max(0, many - 2))]
    await world.publishes(appointed(name, at, today) for at, name in enumerate(names))
    everyone = [Colleague(world, who, world.rng.choice((0.1, 0.3, 0.6))) for who in (VERA, DAAN, *names)]
    for each in everyone:
        wrapped = await world.house.store.read(partial(_wrapped, who=each.who))
        if wrapped is None:
            await each.chooses_passphrase(())
            continue
        each.key = await asyncio.to_thread(world.house.keys.open_counsellor_key, wrapped, Private(PASSPHRASE))
        each.confirmed = True
    world.plans.clear()
    for each in everyone:
        if not each.confirmed:
            await each.is_confirmed(everyone)
    return everyone


def _wrapped(work: Work, who: CounsellorId) -> WrappedKey | None:
    return work.desk.wrapped_key(who)


def appointed(name: CounsellorId, at: int, today: date) -> Entry:
    """A counsellor whom HR appoints from today."""
    return Entry(
        id=name,
        name=f"Raadsvrouw {name}" if at % 2 else f"Raadsman {name}",
        gender=Gender.WOMAN if at % 2 else Gender.MAN,
        internal=True,
        languages=("nl",),
        hello={},
        place="",
        days="",
        phone="",
        mail="",
        appointed_from=today,
        appointment="Besluit",
    )
