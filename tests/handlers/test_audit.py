"""What staff and the program did stands in the audit chain, in order and without any content (C34)."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from bot.wiring import House
from handlers.ports import Later, LinkPurpose, Sent
from storage import upkeep
from storage.tables import audit
from tests.fakes.authenticator import Device
from tests.handlers.at_desk import CORA, appointed, confirms, with_passphrase
from tests.handlers.test_choosing import TODAY, change
from tests.handlers.test_desk_numbers import app, keeps
from tests.handlers.test_desk_passkeys import adds, own
from tests.house import (
    DAAN,
    VERA,
    Counsellor,
    Employee,
    Mailroom,
    MovableClock,
    bring,
    rows,
    staff_of,
    sweep,
)


async def noted(house: House) -> list[str]:
    """Every word of the chain, oldest first."""
    everything = sa.select(audit.c.what).order_by(audit.c.seq)
    return await upkeep.read(house.store, lambda at: [row.what for row in at.run(everything)])


async def since(house: House, before: list[str]) -> list[str]:
    """The words that came after these."""
    now = await noted(house)
    assert now[: len(before)] == before
    return now[len(before) :]


@pytest.mark.clause("C34")
async def test_a_case_from_introduction_to_withdrawal(house: House, employee: Employee) -> None:
    before = await noted(house)
    await employee.introduces(pick="woman")
    assert await since(house, before) == ["introduction sent"]
    vera = await Counsellor.logs_in(house, VERA)
    case = (await vera.case()).id
    before = await noted(house)
    await vera.opens(case)
    await vera.accepts(case)
    await vera.closes(case)
    assert await since(house, before) == ["case opened", "case accepted", "case closed"]
    before = await noted(house)
    await employee.commands("/wipe")
    await employee.chooses(wipe_ok="yes")
    assert await since(house, before) == ["case withdrawn"]


@pytest.mark.clause("C34", "C41")
async def test_what_an_employee_does_is_noted_with_nobody(house: House, employee: Employee) -> None:
    await employee.introduces(pick="woman")
    vera = await Counsellor.logs_in(house, VERA)
    await vera.accepts((await vera.case()).id)
    await employee.commands("/wipe")
    await employee.chooses(wipe_ok="yes")
    rows_of = sa.select(audit.c.what, audit.c.staff)
    found = await upkeep.read(house.store, lambda at: [tuple(row) for row in at.run(rows_of)])
    theirs = [staff for what, staff in found if what in ("introduction sent", "case withdrawn")]
    assert theirs == [None, None], "not even with whose desk it was"
    assert all(staff for what, staff in found if what == "case accepted")


@pytest.mark.clause("C34")
async def test_a_case_that_is_declined(house: House, employee: Employee) -> None:
    await employee.introduces(pick="woman")
    vera = await Counsellor.logs_in(house, VERA)
    before = await noted(house)
    await vera.declines((await vera.case()).id)
    assert await since(house, before) == ["case declined"]


@pytest.mark.clause("C34")
async def test_links_logins_and_keys(house: House) -> None:
    vera = await Counsellor.logs_in(house, VERA)
    await appointed(house, CORA)
    staff = await staff_of(house, CORA)
    before = await noted(house)
    await house.desk.logins.link(staff.id, LinkPurpose.INVITATION)
    await house.desk.logins.link(staff.id, LinkPurpose.TELEGRAM)
    await with_passphrase(house, CORA)
    assert await confirms(house, await vera.session(), CORA)
    done = ["invitation made", "login link made", "login", "key made", "key confirmed"]
    assert await since(house, before) == done


@pytest.mark.clause("C34")
async def test_ways_to_log_in_and_a_new_invitation(house: House, clock: MovableClock) -> None:
    vera, device, one = await Counsellor.logs_in(house, VERA), Device(), app(house)
    before = await noted(house)
    assert await adds(house, vera, device)
    options = await house.desk.passkeys.ask_own(vera.cookie)
    assert options is not None
    assert await house.desk.passkeys.let_open(vera.cookie, device.uses(options), device.opener)
    assert await keeps(house, vera, one, clock)
    assert await since(house, before) == ["passkey added", "passkey opens", "numbers added"]
    before = await noted(house)
    (passkey,) = await own(house, vera)
    assert await house.desk.passkeys.remove(vera.cookie, passkey)
    assert await adds(house, vera, Device())
    assert await house.desk.numbers.remove(vera.cookie)
    assert await since(house, before) == ["passkey removed", "passkey added", "numbers removed"]
    before = await noted(house)
    await house.desk.invitations.invite((await vera.session()).staff.id)
    assert await since(house, before) == ["key ended", "invitation made"]


@pytest.mark.clause("C34")
async def test_a_published_roster_and_whose_login_ended_with_it(house: House) -> None:
    before = await noted(house)
    await change(house, VERA, until=TODAY - timedelta(days=1), reason="left")
    assert await since(house, before) == ["login ended", "secrecy reminded", "roster published"]


@pytest.mark.clause("C43")
async def test_every_former_counsellor_is_reminded_of_secrecy_and_the_address_goes_with_that(
    house: House, clock: MovableClock
) -> None:
    vera, mailroom = await Counsellor.logs_in(house, VERA), Mailroom()
    await vera.wants_notices("4711")
    await change(house, VERA, until=TODAY - timedelta(days=1), reason="left")
    assert "staff_reaches" not in await rows(house)
    mailroom.outcome = Later(60)
    await bring(house, mailroom)
    mailroom.outcome = Sent()
    await bring(house, mailroom)
    await bring(house, mailroom)
    assert mailroom.texts == [house.voice.flows.texts.format("notice-secrecy", "nl")]
    assert "jobs" not in await rows(house)
    await change(house, DAAN, until=TODAY, reason="term_over")
    clock.passes(days=1)
    await sweep(house)
    await sweep(house)
    assert (await noted(house)).count("secrecy reminded") == 2, "each once, with Telegram or without"
