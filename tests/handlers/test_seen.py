"""A yes counts for the preview it stands under, and for no other (C15, C42)."""

import pytest

from bot.wiring import House
from dialogues.model import State
from handlers.domain.ids import CaseId
from handlers.seen import YES, marked, meant, next_preview
from tests.house import VERA, Counsellor, Employee

ADDED = "Woensdag stond mijn stoel weer op de gang."


@pytest.mark.clause("C15")
async def test_a_yes_under_an_earlier_preview_sends_nothing(house: House, employee: Employee) -> None:
    await employee.to_preview(pick="woman")
    earlier = employee.yes
    assert earlier in employee.buttons
    await employee.says(ADDED)
    assert ADDED in employee.screen, "the words are shown again, with what was added"
    assert earlier not in employee.buttons
    await employee.presses_payload(earlier)
    assert "Er is niets veranderd" in employee.screen
    vera = await Counsellor.logs_in(house, VERA)
    assert await house.desk.cases.inbox(await vera.session(), "nl") == []
    await employee.chooses(send="yes")
    assert "Het is verstuurd" in employee.screen
    (row,) = await house.desk.cases.inbox(await vera.session(), "nl")
    view = await house.desk.cases.open_case(await vera.session(), CaseId(row.case.id), "nl")
    assert view is not None
    assert ADDED in view.letters[0].text.reveal()


async def test_a_yes_under_words_that_were_longer_is_refused_too(house: House, employee: Employee) -> None:
    await employee.to_preview()
    await employee.chooses(send="change")
    earlier = employee.yes
    (line, *_) = [button for button in employee.buttons if "line=" in button and "skip" not in button]
    await employee.presses_payload(line)
    await employee.presses_payload(earlier)
    vera = await Counsellor.logs_in(house, VERA)
    assert await house.desk.cases.inbox(await vera.session(), "nl") == []


def at(number: object) -> State:
    """A dialogue that has shown so many previews."""
    return State((), {"preview_no": number})  # type: ignore[dict-item]  # also what is no number


@pytest.mark.clause("C15")
@pytest.mark.parametrize("ends", ["/stop", "/wipe"])
async def test_a_yes_of_a_chat_that_ended_sends_nothing_in_the_next(
    house: House, employee: Employee, ends: str
) -> None:
    await employee.to_preview(pick="woman")
    earlier = employee.yes
    await employee.commands(ends)
    if ends == "/wipe":
        await employee.chooses(wipe_ok="yes")
    await employee.to_preview(pick="woman")
    for payload in (earlier, YES):
        await employee.presses_payload(payload)
        assert "Er is niets veranderd" in employee.screen
    vera = await Counsellor.logs_in(house, VERA)
    assert await house.desk.cases.inbox(await vera.session(), "nl") == []
    await employee.chooses(send="yes")
    assert "Het is verstuurd" in employee.screen


def test_the_first_number_of_a_chat_is_at_random_and_each_next_one_higher() -> None:
    assert len({next_preview(None) for _ in range(50)}) == 50
    assert next_preview(7) == 8
    assert min(next_preview(value) for value in (None, 0, "x")) > 0


@pytest.mark.parametrize(
    ("payload", "number", "counts"),
    [
        (YES, None, False),
        (YES, 1, False),
        (f"{YES}~0", None, False),
        (f"{YES}~1", 1, True),
        (YES, 2, False),
        (f"{YES}~2", 2, True),
        (f"{YES}~1", 2, False),
        (f"{YES}~3", 2, False),
        (f"{YES}~", 2, False),
        (f"{YES}~two", 2, False),
        (f"{YES}~2~2", 2, False),
        (f"{YES}~02", 2, False),
    ],
)
def test_only_the_mark_of_the_preview_that_stands_there_counts(
    payload: str, number: int | None, counts: bool
) -> None:
    assert (meant(payload, at(number)) == YES) is counts


def test_other_buttons_carry_no_mark() -> None:
    assert marked("/SetSlots(send=change)", 4) == "/SetSlots(send=change)"
    assert marked(YES, 4) == f"{YES}~4"
    assert meant("/SetSlots(send=change)", at(4)) == "/SetSlots(send=change)"
