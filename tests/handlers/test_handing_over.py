"""With another counsellor, who wrote still reads everything of before, months later too (on both engines)."""

import pytest
import sqlalchemy as sa

from bot.checks_rows import on_rows
from bot.findings import Weight
from bot.wiring import House
from dialogues.private import Private
from handlers.domain.proposals import Plan, Recipient, StepKind
from storage import upkeep
from storage.tables import consents
from tests.handlers.fixtures import either_house as house
from tests.handlers.stepping import TO_BOARD, WORDS, carries_out, carries_out_of, proposes, says_yes, talking
from tests.house import DAAN, VERA, Counsellor, Employee, MovableClock, rows, sweep

__all__ = ["house"]


@pytest.mark.clause("C41")
@pytest.mark.parametrize("days", [1, 40, 75])  # the key of an account is another one every month
async def test_with_another_counsellor_everything_of_before_can_still_be_read(
    house: House, employee: Employee, clock: MovableClock, days: int
) -> None:
    await employee.introduces(pick="woman")
    vera = await Counsellor.logs_in(house, VERA)
    case = await vera.case()
    assert await vera.accepts(case.id)
    assert await vera.writes(case.id, "Zullen we dinsdag bellen?")
    first = [letter.text.reveal() for letter in (await employee.page()).letters or ()]
    clock.passes(days=days)
    await sweep(house)
    await employee.commands("/introduce")
    await employee.walks_to("has_case_next")
    await employee.chooses(has_case_next="other")
    await employee.walks_to("pick")
    await employee.chooses(pick="man")
    await employee.walks_to("send")
    await employee.chooses(send="yes")
    letters = [letter.text.reveal() for letter in (await employee.page()).letters or ()]
    assert letters == [*first, first[0]]


async def test_with_another_counsellor_the_steps_of_before_are_gone(house: House, employee: Employee) -> None:
    vera, case = await talking(house, employee)
    await proposes(house, vera, case, TO_BOARD)
    await employee.commands("/news")
    await says_yes(employee)
    await employee.commands("/introduce")
    await employee.walks_to("has_case_next")
    await employee.chooses(has_case_next="other")
    await employee.walks_to("pick")
    await employee.chooses(pick="man")
    await employee.walks_to("send")
    await employee.chooses(send="yes")
    assert not await carries_out_of(house, vera, case)
    assert (await rows(house)).get("proposals", 0) == 0


@pytest.mark.clause("C15", "C42")
async def test_every_yes_of_before_can_still_be_read_and_a_new_one_counts(
    house: House, employee: Employee
) -> None:
    vera, case = await talking(house, employee)
    await proposes(house, vera, case, TO_BOARD)
    await employee.commands("/news")
    await says_yes(employee)
    assert await carries_out(house, vera, case)
    await employee.commands("/news")
    await employee.commands("/introduce")
    await employee.walks_to("has_case_next")
    await employee.chooses(has_case_next="other")
    await employee.walks_to("pick")
    await employee.chooses(pick="man")
    await employee.walks_to("send")
    await employee.chooses(send="yes")
    daan = await Counsellor.logs_in(house, DAAN)
    new = (await daan.case()).id
    receivers = {c.who for c in await house.store.read(lambda work: work.consents.of(new))}
    assert receivers == {VERA, DAAN, Recipient.BOARD}
    await employee.commands("/receipt")
    assert "Vera Voorbeeld" in employee.screen
    assert await daan.accepts(new)
    assert await proposes(house, daan, new, Plan(StepKind.REFER, Recipient.HR, Private(WORDS)))
    await employee.commands("/news")
    await says_yes(employee)
    assert await carries_out(house, daan, new)


async def test_a_yes_that_an_earlier_version_spoiled_is_told_to_the_operator(
    house: House, employee: Employee
) -> None:
    vera, case = await talking(house, employee)
    await proposes(house, vera, case, TO_BOARD)
    await employee.commands("/news")
    await says_yes(employee)
    assert await on_rows(house) == []
    marked = consents.c.who.startswith("~")
    spoilt = sa.update(consents).where(marked).values(who="~" + "A" * 20)
    await upkeep.write(house.store, lambda at: at.run(spoilt))
    (found,) = await on_rows(house)
    assert found.weight is Weight.WARNING
    assert found.what.startswith("cases with a consent that cannot be read: 1")
