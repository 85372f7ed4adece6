"""Browsers and links of staff that somebody else finds later."""

import pytest

from bot.server import app
from bot.wiring import House
from handlers.ports import LinkPurpose
from tests.house import VERA, Counsellor, MovableClock
from tests.security.desk import logs_in
from tests.web.visitor import Visitor, visitor


async def test_hr_s_browser_that_was_left_alone_publishes_nothing_the_next_day(
    house: House, clock: MovableClock, attacker: Visitor
) -> None:
    await logs_in(house, attacker, "hr")
    clock.passes(hours=7)
    await attacker.opens("/hr")
    assert attacker.status == 200
    clock.passes(hours=9)
    for path in ("/hr", "/hr/preview", f"/hr/change/{VERA}"):
        await attacker.opens(path)
        assert attacker.status == 403


@pytest.mark.parametrize("purpose", [LinkPurpose.LOGIN, LinkPurpose.TELEGRAM])
async def test_logging_out_everywhere_ends_links_that_a_thief_asked_for(
    house: House, purpose: LinkPurpose
) -> None:
    vera = await Counsellor.logs_in(house, VERA)
    staff = (await vera.session()).staff.id
    token = await house.desk.logins.link(staff, purpose)
    await house.desk.logins.leave_everywhere(staff)
    assert await house.desk.logins.enter(token, purpose) is None
    async with visitor(app(house)) as one:
        await one.logs_in(f"/desk/login/{token.reveal()}")
        assert one.status == 403
