"""Whoever writes into the database and has a login or a chat of their own becomes nobody else by it."""

import pytest
import sqlalchemy as sa

from bot.wiring import House
from dialogues.private import Private
from handlers.domain.errors import CannotOpen
from handlers.ports import Channel
from storage.tables import conversations, peers, sessions, staff
from tests.house import BROWSER, DAAN, VERA, Counsellor, Employee, cases_of, staff_of
from tests.security.test_store import change, tables

FORGED = "Ik trek alles in."


@pytest.fixture
async def vera(house: House, employee: Employee) -> Counsellor:
    """A counsellor with an open case of somebody on Telegram."""
    await employee.introduces(pick="woman")
    counsellor = await Counsellor.logs_in(house, VERA)
    await counsellor.accepts((await counsellor.case()).id)
    await employee.commands("/status")
    return counsellor


@pytest.mark.parametrize("table", [sessions, staff], ids=["session", "login"])
async def test_a_desk_that_was_moved_to_a_colleague_is_a_locked_desk(
    house: House, vera: Counsellor, table: sa.Table
) -> None:
    case = (await vera.case()).id
    daan = await Counsellor.logs_in(house, DAAN)
    own, hers = await staff_of(house, DAAN), await staff_of(house, VERA)
    if table is sessions:
        await change(house, sa.update(sessions).where(sessions.c.staff == own.id).values(staff=hers.id))
    else:
        await change(house, sa.update(staff).where(staff.c.id == own.id).values(counsellor=VERA))
    session = await daan.session()
    assert session.staff.counsellor == VERA
    assert session.key is None
    (key,) = [key for key in await house.desk.keys.shown() if key.counsellor == DAAN]
    assert not await house.desk.keys.confirm(session, DAAN, key.fingerprint)
    assert not await daan.writes(case, FORGED)
    assert await daan.opens(case) is None


async def _with_code(house: House, browser: str) -> tuple[Employee, Private]:
    """Somebody on the web who introduced themselves, and their code."""
    person = Employee(house, Channel.WEB, browser)
    await person.to_counsellor()
    await person.chooses(pick="woman")
    code = (await person.page()).code
    assert code is not None
    await person.presses_payload("/SetSlots(teach=skip)")
    await person.chooses(send="yes")
    return person, code


async def test_a_code_that_was_put_into_the_row_of_somebody_else_opens_and_receives_nothing(
    house: House,
) -> None:
    await _with_code(house, BROWSER)
    (victim,) = await cases_of(house, VERA)
    _, code = await _with_code(house, BROWSER[::-1])
    own = next(case for case in await cases_of(house, VERA) if case.id != victim.id)
    (found,) = [row for row in (await tables(house))[conversations.name] if own.conversation in row]
    planted = dict(zip(conversations.c.keys(), found, strict=True))
    keys = {name: planted[name] for name in ("code_public", "code_lookup")}
    gone = sa.update(conversations).where(conversations.c.id == own.conversation)
    await change(
        house,
        gone.values(code_public=None, code_lookup=None),
        sa.update(conversations).where(conversations.c.id == victim.conversation).values(**keys),
    )
    thief = await Employee(house, Channel.WEB).comes_back(code)
    assert thief is not None
    with pytest.raises(CannotOpen):
        await thief.page()
    with pytest.raises(CannotOpen):
        await thief.says(FORGED)
    vera = await Counsellor.logs_in(house, VERA)
    await vera.accepts(victim.id)
    with pytest.raises(CannotOpen):
        await vera.writes(victim.id, "Voor jou alleen.")


async def test_an_account_that_was_moved_into_a_case_writes_nothing_there_and_gets_no_code(
    house: House, vera: Counsellor
) -> None:
    case = await vera.case()
    thief = Employee(house, sender="5550009")
    await thief.commands("/start")
    await change(
        house,
        sa.update(peers)
        .where(peers.c.conversation != case.conversation)
        .values(conversation=case.conversation, state=None, idle_hour=None),
    )
    before = await vera.reads(case.id)
    await thief.says(FORGED)
    assert await vera.reads(case.id) == before
    await thief.commands("/code")
    assert "/SetSlots(code_ok=yes)" in thief.buttons
    with pytest.raises(CannotOpen):
        await thief.chooses(code_ok="yes")
    found = [row for row in (await tables(house))[conversations.name] if case.conversation in row]
    assert dict(zip(conversations.c.keys(), found[0], strict=True))["code_public"] is None
