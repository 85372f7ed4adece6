"""Who cannot log in is named, with what to do; who can is not (C35)."""

from dataclasses import replace
from datetime import timedelta

import sqlalchemy as sa

from bot.checks_logins import on_logins
from bot.findings import Finding, Weight
from bot.wiring import House
from handlers.domain.ids import StaffId
from handlers.ports import LinkPurpose
from storage.tables import passkeys
from storage.upkeep import write
from tests.fakes.authenticator import Device
from tests.handlers.test_choosing import TODAY, change
from tests.handlers.test_desk_numbers import app, keeps
from tests.handlers.test_desk_passkeys import adds
from tests.house import DAAN, VERA, Counsellor, MovableClock, officer, staff_of


async def named(house: House) -> dict[str, Finding]:
    """Who is named, without the words around it."""
    return {each.what.removesuffix(" has no way to log in"): each for each in await on_logins(house)}


async def test_everyone_without_a_way_is_named_with_what_to_do(house: House) -> None:
    found = await named(house)
    assert set(found) == {"HR", VERA, DAAN}
    assert "openoor staff invite hr" in found["HR"].mend
    assert "--again" in found[VERA].mend
    assert {each.weight for each in found.values()} == {Weight.WARNING}, "a demo goes live nowhere"
    real = replace(house, policy=replace(house.policy, demo=False))
    assert {each.weight for each in await on_logins(real)} == {Weight.STOP}


async def test_a_passkey_an_app_and_an_open_invitation_are_ways(house: House, clock: MovableClock) -> None:
    vera, daan = await Counsellor.logs_in(house, VERA), await Counsellor.logs_in(house, DAAN)
    assert await adds(house, vera, Device())
    assert set(await named(house)) == {"HR", DAAN}
    assert await keeps(house, daan, app(house), clock)
    assert set(await named(house)) == {"HR"}
    hr = (await officer(house)).staff
    await house.desk.logins.link(hr.id, LinkPurpose.LOGIN)
    assert set(await named(house)) == {"HR"}, "a login link is over in a quarter of an hour"
    assert await house.desk.invitations.invite(hr.id) is not None
    (fine,) = await on_logins(house)
    assert (fine.weight, fine.what) == (Weight.OK, "HR and every counsellor have a way to log in")
    clock.passes(hours=24)
    assert set(await named(house)) == {"HR"}, "an invitation that nobody used in time"


async def test_a_way_that_somebody_else_wrote_is_none_and_an_ended_login_needs_none(house: House) -> None:
    vera = await Counsellor.logs_in(house, VERA)
    assert await adds(house, vera, Device())
    await write(house.store, lambda at: at.run(sa.update(passkeys).values(sealed=b"x" * 80)))
    assert VERA in await named(house)
    await change(house, VERA, until=TODAY - timedelta(days=1), reason="left")
    assert VERA not in await named(house)


async def test_the_missing_login_of_hr_is_named(house: House) -> None:
    staff = (await officer(house)).staff
    await house.store.write(lambda work: work.desk.end_staff(StaffId(staff.id)))
    first, *_ = await on_logins(house)
    assert first.what == "there is no login of HR"
    assert (await staff_of(house, VERA)).id not in "".join(each.what + each.mend for each in [first])
