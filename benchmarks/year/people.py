"""Employees: who only looks, stops, wipes, or introduces, and comes back or never does."""

from dataclasses import dataclass, field
from datetime import timedelta

from benchmarks.year.traces import Traces, traces_of
from benchmarks.year.world import Visitor, World
from dialogues.private import Private
from handlers.domain.case import Case, Status
from handlers.domain.ids import ConversationId, ProposalId
from handlers.domain.proposals import Decision
from handlers.ports import Channel
from handlers.resume import Cookies, resume

MENU = (
    "/menu",
    "/who",
    "/privacy",
    "/law",
    "/protocol",
    "/options",
    "/help_now",
    "/new",
    "/manager",
    "/start",
)
CHOICES = ("declined_next", "overdue_next", "ended_next", "lost_next", "key_next")
"""Questions that put the choice: wait, another counsellor, help outside, stop."""
WIPES = {("wipe_ok", "yes"), ("withdraw_ok", "yes")}

LIKELY: dict[str, dict[str, int]] = {
    "declined_next": {"other": 60, "outside": 10, "stop": 10, "later": 20},
    "overdue_next": {"wait": 45, "other": 25, "outside": 10, "stop": 10, "no_answer": 10},
    "ended_next": {"other": 50, "outside": 10, "wipe": 15, "later": 25},
    "lost_next": {"wait": 50, "other": 35, "outside": 10, "wipe": 5},
    "key_next": {"again": 55, "other": 15, "outside": 10, "wipe": 5, "later": 15},
    "withdraw_ok": {"yes": 85, "no": 15},
    "wipe_ok": {"yes": 85, "no": 15},
    "end_ok": {"yes": 90, "no": 10},
    "pick": {"any": 50, "man": 20, "woman": 20, "person": 10, "not_person": 3},
    "send": {"yes": 92, "not_now": 8},
    "marks_ok": {"keep": 1},
    "step_next": {"yes": 60, "edit": 10, "no": 15, "later": 15},
    "step_subject_ok": {"no": 1},
    "step_safety_ok": {"yes": 9, "no": 1},
}


@dataclass(slots=True, eq=False)
class Person:
    """Somebody with a message on its way; what is kept here is what a real person would know."""

    world: World
    door: Visitor
    returns: bool
    code: Private | None = None
    conversation: ConversationId | None = None
    story: str = ""
    said: list[str] = field(default_factory=list)  # the counsellor of now must be able to read these
    answers: list[str] = field(default_factory=list)  # the employee must be able to read these
    approved: dict[ProposalId, str] = field(default_factory=dict)
    offered: list[str] = field(default_factory=list)  # texts of steps, proposed or own
    pending: str = ""  # the text of a step that stood above the newest yes
    told: bool = False
    chose: bool = False
    gone: bool = False  # wiped, withdrawn, or past its term
    wiped: bool = False

    async def enters(self, world: World | None = None) -> Visitor | None:
        """At the own account, or in a browser by the code; None when nothing is there any more."""
        house = (world or self.world).house
        if self.door.channel is Channel.TELEGRAM or self.code is None:
            self.door.house = house
            return self.door
        door = (world or self.world).visitor(Channel.WEB)
        cookies = Cookies(Private(door.sender))
        opened = await resume(house.store, house.keys, house.clock, cookies, self.code)
        return door if opened else None

    async def case(self, door: Visitor) -> Case | None:
        """The case as this door shows it."""
        peer = door.house.keys.peer(door.channel, Private(door.sender))
        chat = await door.house.store.read(lambda work: work.conversations.find(peer))
        return chat.case if chat else None

    async def introduces(self) -> bool:
        """Tell, see the words, say yes; False when it ended before that."""
        door, web = self.door, self.door.channel is Channel.WEB
        await door.commands("/start")
        if not await reaches(door, "pick") or not await self.goes_on(until="teach" if web else "push"):
            return False
        if web:
            self.code = (await door.page()).code
        pushes = "yes" if self.world.chance(0.6) else "no"
        await door.walks_to("send", push=pushes)
        self.story = self.world.words("Elke week word ik uitgelachen in het overleg.")
        await door.says(self.story)
        await door.walks_to("send")
        await door.presses_yes()
        case = await self.case(door)
        if case is None:
            return False
        self.conversation, self.said = case.conversation, [self.story]
        return True

    async def visits(self) -> None:
        """Come back: read, choose, perhaps write, perhaps end it; then plan the next time."""
        world = self.world
        if self.gone:
            return
        door = await self.enters()
        if door is None or await self.case(door) is None:
            self.gone = True
            world.tally["came back after the term"] += 1
            return
        world.tally["visits"] += 1
        await door.commands("/news")
        page = await door.page()
        shown = [door.screen, *(letter.text.reveal() for letter in page.letters or ())]
        self.told = self.told or any(words in text for words in self.answers for text in shown)
        await self.goes_on(door=door)
        if not self.gone:
            await self._writes(door)
        if not self.gone:
            await self._ends(door)
        if not self.gone:
            world.plan(timedelta(days=world.rng.choice((1, 2, 3, 5, 8, 13, 30))), self.visits)

    async def goes_on(self, *, door: Visitor | None = None, until: str = "") -> bool:
        """Answer what is asked, as people do, up to this question; True when it is asked."""
        door = door or self.door
        for _ in range(25):
            asked = door.buttons[-1].removeprefix("/SetSlots(").partition("=")[0] if door.buttons else ""
            if asked == until or not asked or asked.startswith("/"):
                return bool(until) and asked == until
            await self._answers(door, asked)
            if self.gone:
                return False
        return False

    async def _answers(self, door: Visitor, asked: str) -> None:
        starts = f"/SetSlots({asked}="
        payloads = {b.removeprefix(starts).partition(")")[0]: b for b in door.buttons if b.startswith(starts)}
        likely = LIKELY.get(asked, {})
        options = [each for each in payloads if likely.get(each, 0 if likely else 1)]
        value = self.world.rng.choices(options, [likely.get(each, 1) for each in options])[0]
        self.chose = self.chose or asked in CHOICES
        traces = await self._traces() if (asked, value) in WIPES else None
        if asked == "step_next":
            shown = [text for text in self.offered if text in door.screen]
            self.pending = max(shown, key=door.screen.rfind, default=self.pending)
        another = asked == "send" and value == "yes" and self.conversation is not None
        await door.presses_payload(payloads[value])
        if asked == "step_next" and value == "edit":
            self.offered.append(self.world.words("Alleen dit wil ik zeggen."))
            await door.says(self.offered[-1])
        if another and await self._with(door) is Status.WAITING:
            self.said = [self.story]
            self.world.tally["handed over or sent again"] += 1
        if traces is not None:
            self._went(traces)
        elif asked.startswith("step_"):
            await self._approves(door)

    async def _approves(self, door: Visitor) -> None:
        case = await self.case(door)
        for each in await door.house.store.read(lambda work: work.proposals.of(case.id)) if case else ():
            if each.decision is Decision.CHOSEN and each.id not in self.approved:
                self.approved[each.id] = self.pending
                self.world.tally["steps chosen"] += 1

    async def _with(self, door: Visitor) -> Status | None:
        case = await self.case(door)
        return case.status if case else None

    async def _writes(self, door: Visitor) -> None:
        case = await self.case(door)
        if case is None or case.status not in (Status.WAITING, Status.OPEN) or not self.world.chance(0.5):
            return
        words = self.world.words("Er was deze week weer iets in het overleg.")
        await door.says(words)
        name = (await self.world.entry(case.counsellor)).name
        if door.sees("utter_message_sent", counsellor_name=name):
            self.said.append(words)
            self.world.tally["letters of employees"] += 1

    async def _ends(self, door: Visitor) -> None:
        luck = self.world.rng.random()
        if luck < 0.06:
            await door.commands("/wipe" if luck < 0.03 else "/withdraw" if luck < 0.04 else "/end_contact")
            await self.goes_on(door=door)

    async def _traces(self) -> Traces | None:
        return await traces_of(self.world.house, self.conversation, self.door, self.code)

    def _went(self, traces: Traces | None) -> None:
        self.gone = self.wiped = True
        self.world.tally["people who wiped or withdrew"] += 1
        if traces is not None:
            self.world.wiped.append((self.world.clock.at, traces))


async def looks(world: World, door: Visitor) -> None:
    """Press around in the menu, and a little further; nothing is sent."""
    for _ in range(world.rng.randint(1, 3)):
        await door.commands(world.rng.choice(MENU))
        safe = [b for b in door.buttons if not b.startswith(("/SetSlots(send", "/SetSlots(wipe"))]
        if safe and world.chance(0.6):
            await door.presses_payload(world.rng.choice(safe))


async def stops(world: World, door: Visitor) -> None:
    """Go half-way and leave, with or without a word."""
    await door.commands("/start")
    await reaches(door, world.rng.choice(("need", "kind", "about", "pick")))
    if world.chance(0.4):
        await door.commands("/stop")


async def wipes(world: World, door: Visitor) -> None:
    """Tell something and take it all back."""
    await door.commands("/start")
    await reaches(door, "pick")
    await door.commands("/wipe")
    peer = door.house.keys.peer(door.channel, Private(door.sender))
    chat = await door.house.store.read(lambda work: work.conversations.find(peer))
    traces = await traces_of(door.house, chat.id if chat else None, door, None)
    await door.chooses(wipe_ok="yes")
    if traces is not None:
        world.wiped.append((world.clock.at, traces))
    world.tally["people who wiped or withdrew"] += 1


async def reaches(door: Visitor, slot: str) -> bool:
    """Press on until this is asked; False when nobody can be asked today."""
    try:
        await door.walks_to(slot)
    except AssertionError:
        if door.world is None or not any("(nobody_next=" in button for button in door.buttons):
            raise
        door.world.tally["nobody could be asked that day"] += 1
        return False
    return True
