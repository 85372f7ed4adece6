"""Nothing leaves but the words on the screen, to the one who is named above them, after a yes under them.

Random attacks: anything that is or was on the screen, forged payloads, words, commands, in any order.
"""

import asyncio
import random
import re
from dataclasses import dataclass, field

import pytest

from bot.wiring import House
from handlers.domain.case import Status
from handlers.domain.consent import Consent, ConsentState
from handlers.domain.ids import CaseId, CounsellorId, MessageId
from handlers.ports import Channel, MessageKind
from tests.house import BROWSER, DAAN, VERA, Counsellor, Employee, MovableClock, cases_of, sweep

FORGED = (
    "/SetSlots(counsellor=daan-denkbeeld)",
    "/SetSlots(counsellor=vera-voorbeeld, send=yes)",
    "/SetSlots(send=yes,push=yes)",
    "/SetSlots(send=own_words)",
    "/SetSlots(preview=x)",
    "/SetSlots(story=x)",
    "/SetSlots(preview_no=1)",
    "/SetSlots(not_asked=none)",
    "/SetSlots(outside_label=true)",
    "/SetSlots(send=yes)~999",
    "/SetSlots(send=yes)~1~2",
    "/SetSlots(SEND=yes)",
    "/SetSlots(send=yes)/SetSlots(send=yes)",
    " /SetSlots(send=yes)",
    "/introduction",
    "/deliver",
    "/action_send_introduction",
    "/news_key_changed",
    "/news_declined",
    "/other_counsellor",
    "/session_start",
    "/notice 00000000000000000000000000000000 accept",
)
WISHES = ("/introduce", "/status", "/who", "/language", "/help_now", "/news", "/options", "/start")
STORIES = (
    "Mijn collega Jan belt mij op 06 12345678.",
    "ja",
    "ja stuur dit",
    "nee, doe maar niet",
    "Daan Denkbeeld",
)
NAMES = {"Vera Voorbeeld": VERA, "Daan Denkbeeld": DAAN}


@dataclass(slots=True)
class Watched:
    """An employee with a screen that knows the preview on it and every button there ever was."""

    person: Employee
    preview: tuple[str, str] | None = None  # the counsellor's name, the words
    yes: str | None = None  # the payload of the yes under it
    old: list[str] = field(default_factory=list)

    def look(self) -> None:
        for message in self.person.last.messages:
            text = message.text.reveal()
            for language in ("nl", "en"):
                for name in NAMES:
                    marker = "\0"
                    head, _, tail = self.person.house.voice.flows.texts.fill(
                        "utter_preview", language, {"counsellor_name": name, "preview": marker}
                    ).partition(marker)
                    if text.startswith(head) and text.endswith(tail):
                        self.preview, self.yes = (name, text[len(head) : len(text) - len(tail)]), None
            for button in message.buttons:
                self.old.append(button.payload)
                if button.payload.startswith("/SetSlots(send=yes)"):
                    self.yes = button.payload


async def introductions(
    house: House, readers: dict[CounsellorId, Counsellor]
) -> dict[MessageId, tuple[str, str]]:
    """Every introduction that a counsellor can open: letter id -> (whose desk, words)."""
    seen: dict[MessageId, tuple[str, str]] = {}
    for who, reader in readers.items():
        for case in await cases_of(house, reader.who):
            view = await reader.opens(case.id)
            for letter in view.letters if view else ():
                if letter.kind is MessageKind.INTRODUCTION:
                    seen[letter.id] = (who, letter.text.reveal())
    return seen


async def consents_of(house: House, case: CaseId) -> list[Consent]:
    return await house.store.read(lambda work: work.consents.of(case))


def press(chance: random.Random, who: Watched) -> str:
    """Something on the screen, mostly; else something old, forged or a wish."""
    kind, buttons = chance.random(), who.person.buttons
    stale = [payload for payload in who.old if payload.startswith("/SetSlots(send=yes)")]
    if stale and chance.random() < 0.2:
        return chance.choice(stale)
    onward = [each for each in buttons if re.search(r"=(woman|man|any|skip|other|own|keep|no|go_on)\)", each)]
    if onward and kind < 0.3:
        return chance.choice(onward)
    if buttons and kind < 0.7:
        return chance.choice(buttons)
    if who.old and kind < 0.8:
        return chance.choice(who.old)
    return chance.choice(FORGED if kind < 0.9 else WISHES)


@pytest.mark.parametrize("channel", [Channel.WEB, Channel.TELEGRAM])
@pytest.mark.parametrize("seed", range(2))
async def test_only_the_words_under_the_yes_leave_and_only_to_whom_they_name(
    house: House, channel: Channel, seed: int
) -> None:
    chance = random.Random(f"{seed}{channel}")  # noqa: S311  # the same walk every time
    readers = {who: await Counsellor.logs_in(house, who) for who in (VERA, DAAN)}
    person = Employee(house, channel, BROWSER if channel is Channel.WEB else "7130088001")
    who = Watched(person)
    known: dict[MessageId, tuple[str, str]] = {}
    sent = 0
    for step in range(100):
        if step % 20 == 0:  # a fresh preview, with the buttons of earlier ones still at hand
            await person.commands("/wipe")
            if "/SetSlots(wipe_ok=yes)" in person.buttons:
                await person.chooses(wipe_ok="yes")
            await person.to_preview(pick=chance.choice(("man", "woman", "any")))
        who.look()
        payload = press(chance, who)
        preview, yes = who.preview, who.yes
        if chance.random() < 0.12:
            payload = ""
            await person.says(chance.choice(STORIES))
        else:
            await person.presses_payload(payload)
        now = await introductions(house, readers)
        for new in now.keys() - known.keys():
            sent += 1
            assert payload == yes or not payload, "something else than the yes on the screen sent it"
            assert preview is not None
            assert now[new] == (NAMES[preview[0]], preview[1])
        known |= now
        if chance.random() < 0.05:
            vera = readers[VERA]
            for case in await cases_of(house, VERA):
                await vera.declines(case.id)
    assert sent, "this walk sends nothing: it proves nothing"


@pytest.mark.parametrize("ending", ["/withdraw", "/wipe", "/stop"])
@pytest.mark.parametrize("first", ["yes", "end"])
async def test_a_yes_and_an_end_at_once_leave_all_or_nothing(
    house: House, employee: Employee, ending: str, first: str
) -> None:
    await employee.to_preview(pick="woman")
    yes = employee.presses_yes()
    end = employee.commands(ending)
    await asyncio.gather(*((yes, end) if first == "yes" else (end, yes)))
    for slot in ("withdraw_ok", "wipe_ok", "stop_case_next"):
        if f"/SetSlots({slot}=yes)" in employee.buttons:
            await employee.chooses(**{slot: "yes"})
    vera = await Counsellor.logs_in(house, VERA)
    for case in await cases_of(house, VERA):
        consents = await consents_of(house, case.id)
        view = await vera.opens(case.id)
        assert view is not None
        assert len(view.letters) == len([c for c in consents if c.state is ConsentState.SPENT])
        assert (case.status is Status.WAITING) == bool(view.letters)


async def test_two_browsers_of_one_conversation_that_say_yes_at_once_each_send_what_they_showed(
    house: House,
) -> None:
    one = Employee(house, Channel.WEB, BROWSER)
    await one.to_counsellor()
    await one.chooses(pick="woman")
    code = (await one.page()).code
    assert code is not None
    await one.presses_payload("/SetSlots(teach=skip)")
    two = await one.comes_back(code)
    assert two is not None
    await two.to_counsellor(kind="violence")
    await two.chooses(pick="man")
    if "/SetSlots(teach=skip)" in two.buttons:
        await two.presses_payload("/SetSlots(teach=skip)")
    await asyncio.gather(one.chooses(send="yes"), two.chooses(send="yes"))
    vera, daan = await Counsellor.logs_in(house, VERA), await Counsellor.logs_in(house, DAAN)
    read = [
        text
        for who in (vera, daan)
        for case in await cases_of(house, who.who)
        for text in await who.reads(case.id)
    ]
    assert read
    for text in read:
        assert ("pesten" in text) != ("geweld" in text.lower()), "words of one yes never travel with another"
    for case in await cases_of(house, VERA):
        assert all("geweld" not in text.lower() for text in await vera.reads(case.id))
    for case in await cases_of(house, DAAN):
        assert all("pesten" not in text for text in await daan.reads(case.id))


async def test_a_yes_after_the_chat_ran_out_sends_nothing(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    await employee.to_preview(pick="woman")
    clock.passes(hours=41)
    await sweep(house)
    await employee.presses_yes()
    assert not await cases_of(house, VERA)


async def test_a_case_number_or_counsellor_in_a_payload_reaches_nobody(
    house: House, employee: Employee
) -> None:
    await employee.introduces(pick="woman")
    (case,) = await cases_of(house, VERA)
    stranger = Employee(house, sender="9990001")
    for payload in (
        f"/withdraw {case.id}",
        f"/SetSlots(case={case.id})",
        f"/status {case.id}",
        f"/notice {case.id} accept",
        f"/notice {case.id} decline",
        case.id,
    ):
        await stranger.presses_payload(payload)
        await stranger.says(payload)
    (after,) = await cases_of(house, VERA)
    assert after.status is Status.WAITING
