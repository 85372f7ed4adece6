"""A database that somebody writes into: moved, cut and rolled-back rows open nothing and send nothing."""

import hashlib

import pytest
import sqlalchemy as sa

from bot.server import app
from bot.wiring import House
from handlers.domain.case import Status
from handlers.domain.errors import CannotOpen
from storage import upkeep
from storage.tables import (
    cases,
    consents,
    conversations,
    deliveries,
    letters,
    links,
    metadata,
    peers,
    sessions,
)
from storage.transaction import Transaction
from tests.house import DAAN, VERA, Counsellor, Employee, cases_of
from tests.security.desk import at_desk, link_of
from tests.web.visitor import visitor

INJECTIONS = (
    "' OR '1'='1",
    "'; DROP TABLE letters; --",
    '") OR 1=1 --',
    "%27%20OR%201=1",
    "1; SELECT pg_sleep(9)",
    "\\x00",
    "{{config}}",
)


async def tables(house: House) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table."""

    def job(at: Transaction) -> dict[str, list[tuple[object, ...]]]:
        return {t.name: [tuple(row) for row in at.run(sa.select(t))] for t in metadata.sorted_tables}

    return await upkeep.read(house.store, job)


async def change(house: House, *statements: sa.Update) -> None:
    def job(at: Transaction) -> None:
        for statement in statements:
            at.connection.execute(statement)

    await upkeep.write(house.store, job)


async def two_cases(house: House) -> tuple[Employee, Employee, Counsellor]:
    """Two employees with a case at the same counsellor, each with words of their own."""
    one, two = Employee(house, sender="5550001"), Employee(house, sender="5550002")
    await one.introduces(pick="woman", kind="bullying")
    await two.introduces(pick="woman", kind="violence")
    return one, two, await Counsellor.logs_in(house, VERA)


def box_of(case: str) -> sa.ScalarSelect[bytes]:
    other = letters.alias()
    return sa.select(other.c.for_counsellor).where(other.c.case_id == case).scalar_subquery()


async def test_a_letter_that_was_moved_to_another_case_opens_for_nobody(house: House) -> None:
    _, _, vera = await two_cases(house)
    first, second = (case.id for case in await cases_of(house, VERA))
    await change(
        house, sa.update(letters).where(letters.c.case_id == first).values(for_counsellor=box_of(second))
    )
    with pytest.raises(CannotOpen):
        await vera.opens(first)


async def test_the_same_with_the_key_of_the_other_conversation_opens_nothing_either(house: House) -> None:
    _, _, vera = await two_cases(house)
    first, second = await cases_of(house, VERA)
    others = conversations.alias()
    key = sa.select(others.c.wrapped_key).where(others.c.id == second.conversation).scalar_subquery()
    await change(
        house,
        sa.update(letters).where(letters.c.case_id == first.id).values(for_counsellor=box_of(second.id)),
        sa.update(conversations).where(conversations.c.id == first.conversation).values(wrapped_key=key),
    )
    with pytest.raises(CannotOpen):
        await vera.opens(first.id)


async def test_a_case_that_was_moved_to_another_desk_shows_that_counsellor_no_word(house: House) -> None:
    await two_cases(house)
    first = (await cases_of(house, VERA))[0].id
    await change(house, sa.update(cases).where(cases.c.id == first).values(counsellor=DAAN))
    daan = await Counsellor.logs_in(house, DAAN)
    with pytest.raises(CannotOpen):
        await daan.opens(first)


async def test_the_page_of_a_broken_letter_says_nothing_about_it(house: House) -> None:
    await two_cases(house)
    first = (await cases_of(house, VERA))[0].id
    await change(house, sa.update(letters).values(for_counsellor=b"x" * 40))
    async with visitor(app(house)) as one:
        await at_desk(house, one, VERA)
        await one.opens(f"/desk/case/{first}")
        assert one.status == 500
        assert "Er ging iets mis bij ons" in one.words
        assert "CannotOpen" not in one.answer.text


@pytest.mark.parametrize("length", [0, 1, 12, 27, 28, 59])
@pytest.mark.parametrize("column", [peers.c.state, conversations.c.wrapped_key])
async def test_a_cut_row_of_a_running_chat_is_refused_and_not_taken_for_empty(
    house: House, employee: Employee, column: "sa.Column[bytes]", length: int
) -> None:
    await employee.to_preview()
    cut = sa.func.substr(column, 1, length)
    await change(house, sa.update(column.table).values({column.name: sa.cast(cut, sa.LargeBinary)}))
    with pytest.raises(CannotOpen):
        await employee.presses_yes()
    assert not await cases_of(house, VERA) + await cases_of(house, DAAN)


async def test_an_older_state_put_back_in_its_own_row_is_refused(house: House, employee: Employee) -> None:
    await employee.to_counsellor()
    old = await upkeep.read(house.store, lambda at: at.run(sa.select(peers.c.state)).scalar_one())
    await employee.chooses(pick="woman")
    await change(house, sa.update(peers).values(state=old))
    with pytest.raises(CannotOpen):
        await employee.commands("/status")


async def test_a_state_put_into_the_row_of_somebody_else_is_refused(house: House) -> None:
    one, two = Employee(house, sender="5550001"), Employee(house, sender="5550002")
    await one.to_counsellor()
    await two.to_counsellor(kind="violence")
    states = await upkeep.read(
        house.store, lambda at: [tuple(r) for r in at.run(sa.select(peers.c.row, peers.c.state))]
    )
    (first, one_state), (second, two_state) = states
    await change(
        house,
        sa.update(peers).where(peers.c.row == first).values(state=two_state),
        sa.update(peers).where(peers.c.row == second).values(state=one_state),
    )
    for person in (one, two):
        with pytest.raises(CannotOpen):
            await person.commands("/status")


async def test_a_consent_that_was_unspent_in_the_database_sends_nothing_again(
    house: House, employee: Employee
) -> None:
    await employee.introduces(pick="woman")
    await change(house, sa.update(consents).values(state="given"))
    before = (await tables(house))["letters"]
    for payload in ("/status", "/SetSlots(send=yes)", "/introduce", "/news", "/receipt"):
        await employee.presses_payload(payload)
    assert (await tables(house))["letters"] == before


async def test_a_login_that_was_moved_to_another_counsellor_has_no_key(house: House) -> None:
    await two_cases(house)
    daan = await Counsellor.logs_in(house, DAAN)
    vera = await Counsellor.enters(house, VERA)
    first = (await cases_of(house, VERA))[0].id
    staff = (await vera.session()).staff.id
    await change(house, sa.update(sessions).values(staff=staff))
    assert (await daan.session()).key is None
    assert await daan.opens(first) is None


async def test_no_lookup_can_be_made_from_what_it_stands_for_without_the_key_files(
    house: House, employee: Employee
) -> None:
    await employee.introduces(pick="woman", push="yes")
    path = await link_of(house, VERA)
    token = path.rpartition("/")[2]
    found = await tables(house)
    flat = b"\n".join(
        v if isinstance(v, bytes) else str(v).encode() for rows in found.values() for row in rows for v in row
    )
    for secret in (employee.sender, token):
        for guess in _hashes(secret.encode()):
            assert guess not in flat
            assert guess.hex().encode() not in flat
    assert found[links.name]
    assert found[deliveries.name]


def _hashes(secret: bytes) -> list[bytes]:
    """What a thief would try first: the plain hashes, with and without the name of the channel."""
    spelled = (secret, b"telegram|" + secret, b"web|" + secret, b"peer" + secret)
    plain = [hashlib.new(name, each).digest() for name in ("sha256", "sha1", "md5") for each in spelled]
    short = [hashlib.blake2b(each, digest_size=size).digest() for size in (16, 32, 64) for each in spelled]
    return [secret, *plain, *short]


@pytest.mark.parametrize("text", INJECTIONS)
async def test_sql_in_any_field_is_only_a_text(house: House, employee: Employee, text: str) -> None:
    await employee.introduces(pick="woman")
    before = {name: len(rows) for name, rows in (await tables(house)).items()}
    async with visitor(app(house)) as one:
        await one.opens("/code")
        await one.sends(one.form("/code"), code=text)
        for path in ("/desk/case/", "/desk/login/", "/hr/change/", "/desk/keys/"):
            answer = await one.client.get(path + text.replace("%", "%25").replace(" ", "%20"))
            assert answer.status_code in (200, 403, 404, 405)
    stranger = Employee(house, sender=text)
    await stranger.commands("/status")
    await stranger.says(text)
    await stranger.commands("/wipe")
    await stranger.presses_payload("/SetSlots(wipe_ok=yes)")
    after = {name: len(rows) for name, rows in (await tables(house)).items()}
    assert after["letters"] == before["letters"]
    assert after["conversations"] == before["conversations"]
    (case,) = await cases_of(house, VERA)
    assert case.status is Status.WAITING
