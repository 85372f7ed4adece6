"""Words that were told are never lost in silence: kept, sent on one's own yes, let go, or said to be gone."""

from itertools import chain
from random import Random

from bot.wiring import House
from dialogues.flows import STORY
from dialogues.private import Private
from handlers.ports import Channel
from handlers.running import parse
from tests.house import DAAN, VERA, Counsellor, Employee, cases_of

TAKES_OUT = "/SetSlots(line="
SAID = "Woord {} over de kantine en mijn chef."
ASIDE = (
    "/who",
    "/what",
    "/privacy",
    "/help_now",
    "/status",
    "/wipe",
    "/language",
    "/start",
    "/stop",
)
LET_GO = (
    "utter_stopped",
    "utter_wiped",
    "utter_wiped_telegram",
    "utter_wiped_telegram_left",
    "utter_accused_fresh",
)
TOLD_SO = ("utter_words_after", "utter_too_much")
NOT_TAKEN = "utter_rehearsal_typed"
"""Said of the words that were typed just now, and of no others."""


async def kept(house: House, employee: Employee) -> str:
    """The words that the running chat keeps."""
    peer = house.keys.peer(Channel.TELEGRAM, Private(employee.sender))
    chat = await house.store.read(lambda work: work.conversations.find(peer))
    if chat is None or chat.running is None:
        return ""
    story = parse(chat.running).state.slots.get(STORY)
    return story.reveal() if isinstance(story, Private) else ""


async def sent(house: House) -> str:
    """Everything that lies with a counsellor."""
    letters = []
    for who in (VERA, DAAN):
        counsellor = await Counsellor.logs_in(house, who)
        for case in await cases_of(house, who):
            if case.conversation:
                letters += await counsellor.reads(case.id)
    return "\n".join(letters)


class Teller:
    """Somebody who presses anything and tells in between; remembers what must still be somewhere."""

    def __init__(self, house: House, employee: Employee, chance: Random) -> None:
        self.house, self.employee, self.chance = house, employee, chance
        self.told: list[str] = []

    async def does_something(self) -> None:
        """One press, look aside or message."""
        which = self.chance.random()
        if which < 0.3:
            self.told.append(SAID.format(len(self.told)))
            await self.employee.says(self.told[-1])
            if self.employee.sees(NOT_TAKEN):
                self.told.pop()
        elif which < 0.4 or not self.employee.buttons:
            await self.employee.commands(self.chance.choice(ASIDE))
        else:
            await self.presses(self.chance.choice(self.employee.buttons))

    async def presses(self, payload: str) -> None:
        """A press; a line that they take out of the text themselves is let go, that one and no other."""
        if payload.startswith(TAKES_OUT):
            choices = chain(*(message.buttons for message in self.employee.last.messages))
            (line,) = {each.title.reveal() for each in choices if each.payload == payload}
            self.told = [each for each in self.told if each not in line]
        await self.employee.presses_payload(payload)

    async def lost(self) -> list[str]:
        """Words that are nowhere now, of which nothing was said."""
        if any(self.employee.sees(each) for each in (*LET_GO, *TOLD_SO)):
            self.told.clear()
        if not self.told:
            return []
        held = await kept(self.house, self.employee)
        if all(each in held for each in self.told):
            return []
        elsewhere = await sent(self.house)
        return [each for each in self.told if each not in held and each not in elsewhere]


async def test_whatever_is_pressed_in_between_told_words_are_somewhere_or_said_to_be_gone(
    house: House,
) -> None:
    for seed in range(60):
        chance = Random(seed)  # noqa: S311  # the same walks every time
        teller = Teller(house, Employee(house, sender=f"88{seed}"), chance)
        await teller.employee.commands("/start")
        for _ in range(25):
            await teller.does_something()
            assert await teller.lost() == [], teller.employee.screen


async def test_words_told_beside_the_question_of_wiping_outlive_a_no(
    house: House, employee: Employee
) -> None:
    await employee.commands("/wipe")
    words = SAID.format(1)
    await employee.says(words)
    await employee.chooses(wipe_ok="no")
    assert words in await kept(house, employee)
    assert employee.buttons, "the conversation goes on"


async def test_words_told_on_a_look_aside_outlive_that_the_telling_is_passed(
    house: House, employee: Employee
) -> None:
    await employee.commands("/start")
    await employee.chooses(in_danger="safe")
    await employee.chooses(need="story")
    await employee.commands("/language")
    words = SAID.format(1)
    await employee.says(words)
    await employee.chooses(language_choice="nl")
    await employee.presses_payload("/SetSlots(story=skip)")
    assert words in await kept(house, employee)
    assert employee.sees("utter_story_thanks")


async def test_words_told_at_rest_beside_a_new_colleagues_questions_are_kept_until_stop(
    house: House, employee: Employee
) -> None:
    await employee.commands("/new")
    words = SAID.format(1)
    await employee.says(words)
    while not employee.sees("utter_new_end"):
        await employee.presses_payload(next(each for each in employee.buttons if each.endswith("=no)")))
    assert words in await kept(house, employee)
    await employee.commands("/stop")
    await employee.chooses(stop_how="now")
    assert not await kept(house, employee)
