"""Words typed at rest: to the counsellor who hears them, and never silently to nobody (C15, C17)."""

import pytest

from bot.wiring import House
from dialogues.flows import STORY
from dialogues.private import Private
from handlers.actions.scope import Understand
from handlers.ports import Channel
from handlers.running import parse
from tests.handlers.test_input import name_of
from tests.house import VERA, Counsellor, Employee, cases_of

WORDS = "Het is daarna nog een keer gebeurd, op de parkeerplaats."


async def ended(house: House, employee: Employee, way: str) -> Counsellor:
    """Vera, who closed or declined; the employee has read the news."""
    await employee.introduces(pick="woman")
    vera = await Counsellor.logs_in(house, VERA)
    case = (await vera.case()).id
    if way == "closed":
        await vera.accepts(case)
        await vera.closes(case)
    else:
        await vera.declines(case)
    await employee.commands("/news")
    if way == "declined":
        await employee.chooses(declined_next="later")
    elif any("aftercare=" in button for button in employee.buttons):
        await employee.chooses(aftercare="none")
    if way == "closed":
        await employee.chooses(feedback_heard="skip")
    return vera


async def story_of(house: House, employee: Employee) -> str:
    """What is kept of the story in the running chat."""
    peer = house.keys.peer(Channel.TELEGRAM, Private(employee.sender))
    chat = await house.store.read(lambda work: work.conversations.find(peer))
    assert chat is not None
    assert chat.running is not None
    kept = parse(chat.running).state.slots.get(STORY)
    return kept.reveal() if isinstance(kept, Private) else ""


@pytest.mark.parametrize("way", ["closed", "declined"])
async def test_words_for_a_counsellor_who_hears_no_more_are_said_to_be_unsent_and_kept(
    house: House, employee: Employee, way: str
) -> None:
    vera = await ended(house, employee, way)
    await employee.says(WORDS)
    told = house.voice.flows.texts.format(f"utter_relay_{way}", "nl", counsellor_name=name_of(VERA))
    assert employee.last.messages[0].text.reveal() == told
    assert not employee.sees("utter_message_sent", counsellor_name=name_of(VERA))
    assert len(employee.last.messages) > 1, "the conversation goes on"
    assert WORDS in await story_of(house, employee)
    for case in await cases_of(house, VERA):
        assert WORDS not in " ".join(await vera.reads(case.id))


@pytest.mark.parametrize("wish", ["/who", "/help_now", "/status"])
async def test_a_wish_after_the_end_is_not_called_unsent(house: House, employee: Employee, wish: str) -> None:
    await ended(house, employee, "closed")
    await employee.commands(wish)
    assert not employee.sees("utter_relay_closed", counsellor_name=name_of(VERA))


async def test_what_goes_wrong_in_a_flow_carries_the_names_of_flow_and_step(
    house: House, employee: Employee, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr(Understand, "fill", broken)
    await employee.commands("/start")
    await employee.chooses(in_danger="safe")
    with pytest.raises(RuntimeError) as caught:
        await employee.says(WORDS)
    (note,) = caught.value.__notes__
    assert note.startswith("in flow ")
    flow, step = note.removeprefix("in flow ").split(", step ")
    assert step in house.voice.flows.flows[flow].steps
    assert WORDS not in note


@pytest.mark.parametrize("wish", ["help_now", "stop", "wipe"])
async def test_news_never_comes_between_somebody_and_help_a_stop_or_a_wipe(
    house: House, employee: Employee, wish: str
) -> None:
    await employee.introduces(pick="woman")
    vera = await Counsellor.logs_in(house, VERA)
    case = (await vera.case()).id
    await vera.declines(case)  # it asks what now
    await employee.commands(f"/{wish}")
    assert not employee.sees("utter_declined", counsellor_name="Vera Voorbeeld")
    asked = employee.buttons
    assert asked
    assert not any("declined_next" in button for button in asked)
    await employee.commands("/news")
    assert any("declined_next" in button for button in employee.buttons)
