"""A counsellor chooses how to be told: tried first, one ping a round, never lost in silence (C12, C40)."""

from datetime import timedelta

import pytest

from bot.wiring import House
from dialogues.private import Private
from handlers.domain.ids import new_id
from handlers.domain.pings import MOST_TRIES, MOST_WAYS, TERM, WayKind, mail_address, pause
from handlers.ports import Gone, JobKind, Later, Sent
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
    waiting_jobs,
)
from tests.pings.ways import ADDRESS, DESK, Hand, carry, number_in, pings_of, ways_of, with_way

MAIL = WayKind.MAIL


@pytest.fixture
async def vera(house: House) -> Counsellor:
    return await Counsellor.logs_in(house, VERA)


async def adds(counsellor: Counsellor, address: str, neutral: bool = True) -> str | None:
    return await counsellor.house.desk.pings.add(
        await counsellor.session(), MAIL, Private(address), language="nl", neutral=neutral
    )


# ── tried first ─────────────────────────────────────────────────────────────────────────────────


@pytest.mark.clause("C40")
async def test_nothing_goes_to_an_address_before_its_number_was_typed_at_the_desk(
    house: House, vera: Counsellor, employee: Employee
) -> None:
    hand = Hand()
    assert await adds(vera, f"  {ADDRESS} ") is None
    await carry(house, hand)
    await employee.introduces(pick="woman")
    await carry(house, hand)
    ((to, ping),) = hand.brought
    assert to == ADDRESS
    (way,) = await ways_of(vera)
    desk, session = house.desk.pings, await vera.session()
    assert await desk.confirm(session, way.id, Private("no number")) == "wrong"
    assert await desk.confirm(session, way.id, Private("0123456")) == "wrong"
    number = number_in(ping.text.reveal())
    assert await desk.confirm(session, way.id, Private(f" {number[:3]} {number[3:]} ")) == "confirmed"
    assert await desk.confirm(session, way.id, Private(number)) == "gone", "once is enough"
    (way,) = await ways_of(vera)
    assert (way.number, way.failed_on) == (None, None)
    await Employee(house, sender="88001").introduces(pick="woman")
    await carry(house, hand)
    assert len(hand.brought) == 2
    assert "Er staat iets voor je klaar" in hand.texts[1]


async def test_after_five_wrong_numbers_the_address_is_forgotten(house: House, vera: Counsellor) -> None:
    await adds(vera, ADDRESS)
    (way,) = await ways_of(vera)
    wrong = Private("000000" if way.number != Private("000000") else "111111")
    answers = [await house.desk.pings.confirm(await vera.session(), way.id, wrong) for _ in range(MOST_TRIES)]
    assert answers == ["wrong"] * (MOST_TRIES - 1) + ["forgotten"]
    assert await ways_of(vera) == []
    assert await waiting_jobs(house) == [], "a test message that waits goes too"


async def test_an_address_whose_number_nobody_typed_is_forgotten_after_a_day(
    house: House, vera: Counsellor, clock: MovableClock
) -> None:
    await adds(vera, ADDRESS)
    kept = await with_way(vera, Hand(), "vera@elders.example")
    clock.passes(hours=23)
    await sweep(house)
    assert (await rows(house))["ping_ways"] == 2
    clock.passes(hours=2)
    await sweep(house)
    assert (await rows(house))["ping_ways"] == 1
    assert [each.id for each in await ways_of(await Counsellor.logs_in(house, VERA))] == [kept.id]


@pytest.mark.parametrize(
    "typed",
    ["", "vera", "vera@", "@korenbloem.example", "vera@localhost", "ve ra@korenbloem.example",
     "v@x.nl\nBcc: a@b.nl", "vera@korenbloem.example,daan@korenbloem.example", "véra@korenbloem.example",
     "<vera@korenbloem.example>", "vera@-korenbloem.example", "v@korenbloem..example", "v" * 65 + "@a.nl"],
)  # fmt: skip
async def test_what_is_no_address_is_refused_and_nothing_is_kept(
    house: House, vera: Counsellor, typed: str
) -> None:
    assert await adds(vera, typed) == "form"
    assert "ping_ways" not in await rows(house)
    assert await waiting_jobs(house) == []


def test_ordinary_addresses_are_taken() -> None:
    for typed in ("vera@korenbloem.example", "v.d.berg+oor@post.korenbloem.example", "o'neill@a.io"):
        assert mail_address(Private(typed)) == Private(typed)


async def test_an_address_is_there_once_and_there_are_not_too_many(house: House, vera: Counsellor) -> None:
    for number in range(MOST_WAYS):
        assert await adds(vera, f"vera{number}@korenbloem.example") is None
    assert await adds(vera, "vera0@korenbloem.example") == "double"
    assert await adds(vera, "vera9@korenbloem.example") == "many"
    daan = await Counsellor.logs_in(house, DAAN)
    assert await adds(daan, "vera0@korenbloem.example") is None, "two desks know nothing of each other"


@pytest.mark.clause("C40")
async def test_somebody_elses_way_and_one_that_does_not_exist_are_the_same(
    house: House, vera: Counsellor
) -> None:
    way = await with_way(vera, Hand())
    daan = await Counsellor.logs_in(house, DAAN)
    session, desk = await daan.session(), house.desk.pings
    for nobodys in (way.id, new_id()):
        assert await desk.confirm(session, nobodys, Private("123456")) == "gone"
        assert not await desk.remove(session, nobodys)
    assert await desk.of(session) == []
    assert len(await ways_of(vera)) == 1


# ── one ping a round ────────────────────────────────────────────────────────────────────────────


@pytest.mark.clause("C40")
async def test_a_round_is_one_ping_along_each_way_whatever_waits(house: House, vera: Counsellor) -> None:
    hand, mailroom = Hand(), Mailroom()
    await with_way(vera, hand)
    await with_way(vera, hand, "vera@elders.example", neutral=False)
    await vera.wants_notices("555000111")
    for number in range(3):
        person = Employee(house, sender=f"8800{number}")
        await person.introduces(pick="woman")
        await person.says("Nog iets over Truus Zandloper.")
    await carry(house, hand)
    await bring(house, mailroom)
    assert sorted(to for to, _ in hand.brought) == [ADDRESS, "vera@elders.example"]
    assert len(mailroom.brought) == 1
    await carry(house, hand)
    assert len(hand.brought) == 2, "nothing new, nothing told"
    by = dict(zip([to for to, _ in hand.brought], hand.texts, strict=True))
    assert DESK not in by[ADDRESS]
    assert "Open Oor" not in by[ADDRESS]
    assert DESK in by["vera@elders.example"]
    everything = "\n".join(hand.texts)
    case = (await vera.house.desk.cases.inbox(await vera.session(), "nl"))[0].case
    for secret in (case.id, case.conversation, "Truus", "Zandloper", "8800", "3"):
        assert secret not in everything.replace(DESK, "")


async def test_who_has_only_mail_is_told_too_and_who_removed_it_is_not(
    house: House, vera: Counsellor, employee: Employee
) -> None:
    hand = Hand()
    way = await with_way(vera, hand)
    await employee.introduces(pick="woman")
    assert await house.desk.pings.remove(await vera.session(), way.id)
    await carry(house, hand)
    assert hand.brought == []
    assert await waiting_jobs(house) == []
    assert "ping_ways" not in await rows(house)


async def test_a_way_that_goes_while_a_ping_is_under_way_ends_it(
    house: House, vera: Counsellor, employee: Employee
) -> None:
    hand = Hand()
    way = await with_way(vera, hand)
    await employee.introduces(pick="woman")
    hand.outcome = Later(0)
    await carry(house, hand)
    ((job, _),) = await waiting_jobs(house)
    await house.desk.pings.remove(await vera.session(), way.id)
    assert await pings_of(house, {MAIL: hand}).ping(job) is None
    assert await waiting_jobs(house) == []


async def test_an_ended_login_takes_its_addresses_along(house: House, vera: Counsellor) -> None:
    await with_way(vera, Hand())
    staff = await staff_of(house, VERA)
    await house.store.write(lambda work: work.desk.end_staff(staff.id))
    assert "ping_ways" not in await rows(house)


# ── down for hours ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.clause("C12")
async def test_a_mail_server_that_is_down_for_hours_gets_one_ping_when_it_is_back(
    house: House, vera: Counsellor, employee: Employee, clock: MovableClock
) -> None:
    hand = Hand()
    await with_way(vera, hand)
    await employee.introduces(pick="woman")
    hand.outcome = Later(0)
    assert await carry(house, hand) == [Later(60.0)]
    clock.passes(hours=4)
    await Employee(house, sender="88001").introduces(pick="woman")
    assert len(await carry(house, hand)) == 1, "the next round adds none to the one that waits"
    assert len(await waiting_jobs(house)) == 1
    hand.outcome = Sent()
    await carry(house, hand)
    assert len(hand.brought) == 1
    assert [each.failed_on for each in await ways_of(vera)] == [None]


@pytest.mark.clause("C12")
async def test_what_did_not_arrive_within_the_term_is_told_at_the_desk_since_when(
    house: House, vera: Counsellor, employee: Employee, clock: MovableClock
) -> None:
    hand = Hand()
    await with_way(vera, hand)
    await employee.introduces(pick="woman")
    since = clock.now().date()
    hand.outcome = Later(0)
    assert len(await carry(house, hand)) == 1
    clock.passes(seconds=TERM.total_seconds())
    assert await carry(house, hand) == [], "given up"
    assert await waiting_jobs(house) == []
    vera = await Counsellor.logs_in(house, VERA)
    assert [each.failed_on for each in await ways_of(vera)] == [since]
    clock.passes(days=2)
    await Employee(house, sender="88001").introduces(pick="woman")
    hand.outcome = Gone()
    await carry(house, hand)
    vera = await Counsellor.logs_in(house, VERA)
    assert [each.failed_on for each in await ways_of(vera)] == [since], "the first day stays"
    await Employee(house, sender="88002").introduces(pick="woman")
    hand.outcome = Sent()
    await carry(house, hand)
    assert [each.failed_on for each in await ways_of(vera)] == [None], "it works again"
    assert len(hand.brought) == 1


async def test_a_refused_address_is_told_at_once_and_stays_to_be_looked_at(
    house: House, vera: Counsellor, clock: MovableClock
) -> None:
    hand = Hand(outcome=Gone())
    await adds(vera, ADDRESS)
    await carry(house, hand)
    assert [each.failed_on for each in await ways_of(vera)] == [clock.now().date()]
    assert await waiting_jobs(house) == []


async def test_a_kind_that_was_switched_off_is_told_at_the_desk(
    house: House, vera: Counsellor, employee: Employee
) -> None:
    await with_way(vera, Hand())
    await employee.introduces(pick="woman")
    await carry(house, Hand(outcome=Later(0)))
    ((job, kind),) = await waiting_jobs(house)
    assert kind is JobKind.PING
    assert await pings_of(house, {}).ping(job) is None
    assert [each.failed_on is not None for each in await ways_of(vera)] == [True]


async def test_a_ping_that_is_gone_is_done(house: House) -> None:
    assert await pings_of(house, {}).ping(new_id()) is None


def test_pauses_grow_from_a_minute_to_an_hour_and_many_fit_into_the_term() -> None:
    assert [pause(n) for n in (0, 1, 2, 5, 6, 100)] == [60.0, 120.0, 240.0, 1920.0, 3600.0, 3600.0]
    assert timedelta(seconds=sum(pause(n) for n in range(28))) < TERM
