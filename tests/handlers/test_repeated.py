"""A delivery comes again when nothing is left of its chat: what is certain is said, and nothing written."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from bot.wiring import House
from dialogues.model import Heard
from dialogues.private import Private
from handlers.ports import Channel, Inbound
from handlers.repeated import CAME_BEFORE, said_before
from handlers.resume import leave
from tests.clock import FixedClock
from tests.house import BROWSER, VERA, Employee, cases_of, rows

Way = Callable[[Employee], Awaitable[object]]


async def stops(employee: Employee) -> None:
    await employee.commands("/start")
    await employee.commands("/stop")


async def types_stop(employee: Employee) -> None:
    await employee.commands("/start")
    await employee.says("stop")


async def stops_with_a_story(employee: Employee) -> None:
    await employee.commands("/start")
    await employee.chooses(in_danger="safe")
    await employee.chooses(need="story")
    await employee.says("Elke week is er iets met de roosters en dan word ik uitgelachen.")
    await employee.commands("/stop")
    await employee.chooses(stop_how="now")


async def wipes(employee: Employee) -> None:
    await employee.introduces()
    await employee.commands("/wipe")
    await employee.chooses(wipe_ok="yes")


async def types_yes_to_a_wipe(employee: Employee) -> None:
    await employee.introduces()
    await employee.commands("/wipe")
    await employee.says("Ja, wis alles")


async def withdraws(employee: Employee) -> None:
    await employee.introduces()
    await employee.commands("/withdraw")
    await employee.chooses(withdraw_ok="yes")


async def is_accused(employee: Employee) -> None:
    await employee.commands("/start")
    await employee.commands("/accused")


ENDS: list[tuple[Way, str]] = [
    (stops, "utter_stopped"),
    (types_stop, "utter_stopped"),
    (stops_with_a_story, "utter_stopped"),
    (wipes, "utter_wiped"),
    (types_yes_to_a_wipe, "utter_came_before"),
    (withdraws, "utter_came_before"),
    (is_accused, "utter_came_before"),
]


@pytest.mark.clause("C41", "C45")
@pytest.mark.parametrize(("way", "said"), ENDS)
async def test_whoever_saw_no_answer_to_the_end_of_a_chat_hears_what_is_certain(
    house: House, employee: Employee, way: Way, said: str
) -> None:
    await way(employee)
    left = await rows(house)
    assert "conversations" not in left
    await employee.again()
    assert employee.sees(said)
    assert len(employee.last.messages) == 1
    assert await rows(house) == left


@pytest.mark.clause("C45")
async def test_a_cry_for_help_that_comes_again_gets_its_card_again(house: House, employee: Employee) -> None:
    await employee.commands("/start")
    await employee.says("ik wil niet meer leven")
    assert "113" in employee.screen
    cry = employee.sent[-1]
    await employee.commands("/wipe")
    await employee.chooses(wipe_ok="yes")
    await employee.delivers(cry)
    assert "113" in employee.screen
    assert employee.sees("utter_came_before")


@pytest.mark.parametrize("crisis", [("danger",), ("danger", "suicide")])
def test_of_more_than_one_danger_the_card_of_the_first_comes_alone(crisis: tuple[str, ...]) -> None:
    inbound = Inbound(Channel.TELEGRAM, "1", Private("77001"), Private("words"))
    said = said_before(inbound, Heard(crisis=crisis))
    assert [say.response for say in said] == ["utter_crisis_danger", CAME_BEFORE]


async def test_it_is_not_said_that_nothing_is_kept_where_a_code_still_opens_a_message(house: House) -> None:
    visitor = Employee(house, Channel.WEB, BROWSER)
    await visitor.introduces(pick="woman")
    await visitor.commands("/stop")
    stop = visitor.sent[-1]
    await leave(house.store, house.keys, cookie=Private(BROWSER))
    await visitor.delivers(stop)
    assert not visitor.sees("utter_stopped")
    assert visitor.sees("utter_came_before")
    assert len(await cases_of(house, VERA)) == 1


async def test_an_answer_that_was_forgotten_with_its_code_is_not_answered_with_silence(
    house: House, clock: FixedClock
) -> None:
    visitor = Employee(house, Channel.WEB, BROWSER)
    await visitor.introduces(pick="woman")
    await visitor.again()
    assert visitor.last.messages
    assert not visitor.sees("utter_came_earlier")
    clock.at += timedelta(minutes=16)
    left = await rows(house)
    await visitor.again()
    assert visitor.sees("utter_came_earlier")
    assert "/status" in visitor.buttons
    assert await rows(house) == left
