"""With another counsellor, whoever wrote still reads everything of before, also months later."""

import pytest

from bot.wiring import House
from tests.house import VERA, Counsellor, Employee, MovableClock, sweep


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
