"""What engines could do differently: turns at once, conflicts, doubled deliveries, wiping (on both)."""

import asyncio
from dataclasses import replace

import pytest

from bot.wiring import House
from dialogues.private import Private
from handlers.domain.case import Status
from handlers.ports import Channel
from tests.handlers.fixtures import either_house as house
from tests.house import (
    BROWSER,
    DAAN,
    VERA,
    Counsellor,
    Employee,
    Mailroom,
    MovableClock,
    bring,
    cases_of,
    rows,
    sweep,
)

__all__ = ["house"]


async def test_eight_people_at_once_each_reach_a_counsellor(house: House) -> None:
    people = [Employee(house, sender=f"at-once-{n}") for n in range(8)]
    await asyncio.gather(*(person.introduces(pick="woman") for person in people))
    assert len(await cases_of(house, VERA)) == 8
    assert (await rows(house))["consents"] == 8


async def test_messages_of_one_person_at_once_past_the_front_door_all_arrive(
    house: House, employee: Employee
) -> None:
    await employee.introduces(pick="woman")
    words = [f"Bericht nummer {n} van drie." for n in range(3)]
    like = replace(employee.sent[-1], payload=None)
    await asyncio.gather(
        *(
            house.turns.take(replace(like, delivery=f"race-{n}", text=Private(text)))
            for n, text in enumerate(words)
        )
    )
    (case,) = await cases_of(house, VERA)
    read = await (await Counsellor.logs_in(house, VERA)).reads(case.id)
    assert sorted(read[1:]) == words


async def test_one_delivery_at_once_in_two_processes_is_taken_once(house: House, employee: Employee) -> None:
    await employee.to_preview(pick="woman")
    yes = replace(employee.sent[-1], delivery="the-yes", payload=employee.yes)
    one, two = await asyncio.gather(house.turns.take(yes), house.turns.take(yes))
    assert one.messages
    assert [m.text for m in one.messages] == [m.text for m in two.messages]
    assert len(await cases_of(house, VERA)) == 1
    assert (await rows(house))["letters"] == 1


async def test_a_first_message_twice_at_once_begins_one_chat(house: House, employee: Employee) -> None:
    await employee.commands("/who")
    start = replace(employee.sent[-1], payload="/start")
    await asyncio.gather(*(house.turns.take(replace(start, delivery=f"s-{n}")) for n in range(2)))
    assert (await rows(house))["conversations"] == 1


async def test_accepting_and_withdrawing_at_once_ends_withdrawn(house: House, employee: Employee) -> None:
    await employee.introduces(pick="woman")
    vera = await Counsellor.logs_in(house, VERA)
    case = (await vera.case()).id
    await employee.commands("/withdraw")
    await asyncio.gather(vera.accepts(case), employee.presses_payload("/SetSlots(withdraw_ok=yes)"))
    fresh = await house.store.read(lambda work: work.cases.get(case))
    assert fresh is not None
    assert fresh.status is Status.WITHDRAWN
    assert "letters" not in await rows(house)


async def test_taking_a_case_never_undoes_that_it_went_to_another(house: House) -> None:
    vera = await Counsellor.logs_in(house, VERA)
    for n in range(6):
        person = Employee(house, sender=f"hands-over-{n}")
        await person.introduces(pick="woman")
        case = next(c.id for c in await cases_of(house, VERA) if c.status is Status.WAITING)
        await person.commands("/introduce")
        await person.walks_to("has_case_next")
        await person.chooses(has_case_next="other")
        await person.chooses(pick="man")
        await person.walks_to("send")
        await asyncio.gather(person.chooses(send="yes"), vera.accepts(case))
        assert [c.status for c in await cases_of(house, DAAN)] == [Status.WAITING] * (n + 1)
        assert case not in [c.id for c in await cases_of(house, DAAN)]
    assert [c.status for c in await cases_of(house, VERA)] == [Status.HANDED_OVER] * 6


async def test_handing_over_while_the_counsellor_declines_goes_to_the_other_once(house: House) -> None:
    vera = await Counsellor.logs_in(house, VERA)
    for n in range(6):
        person = Employee(house, sender=f"hands-over-{n}")
        await person.introduces(pick="woman")
        case = next(c.id for c in await cases_of(house, VERA) if c.status is Status.WAITING)
        await person.commands("/introduce")
        await person.walks_to("has_case_next")
        await person.chooses(has_case_next="other")
        await person.chooses(pick="man")
        await person.walks_to("send")
        if n % 2:
            await asyncio.gather(person.chooses(send="yes"), vera.declines(case))
        else:
            await asyncio.gather(vera.declines(case), person.chooses(send="yes"))
        assert [c.status for c in await cases_of(house, DAAN)] == [Status.WAITING] * (n + 1)
    words = {c.status for c in await cases_of(house, VERA)}
    assert words <= {Status.HANDED_OVER, Status.DECLINED}
    assert (await rows(house))["letters"] == 12, "the author keeps a copy of what went to each"


@pytest.mark.parametrize("channel", [Channel.TELEGRAM, Channel.WEB])
async def test_a_whole_conversation_ends_without_a_row(
    house: House, clock: MovableClock, channel: Channel
) -> None:
    lasting = {"audit", "links", "workflow_status", "workflow_input", "staff_reaches"}
    before = await rows(house)
    person = Employee(house, channel, "7130088001" if channel is Channel.TELEGRAM else BROWSER)
    vera, mailroom = await Counsellor.logs_in(house, VERA), Mailroom()
    await vera.wants_notices("7130099002")
    await person.introduces(pick="woman")
    case = (await vera.case()).id
    await bring(house, mailroom)
    await vera.accepts(case)
    await vera.writes(case, "Welkom.")
    await person.commands("/news")
    await person.says("Dank je wel voor je antwoord.")
    assert (await vera.reads(case))[1:] == ["Welkom.", "Dank je wel voor je antwoord."]
    await person.commands("/wipe")
    await person.chooses(wipe_ok="yes")
    await bring(house, mailroom)
    await house.desk.logins.leave(vera.cookie)
    assert mailroom.texts[-1] == "Er staat iets voor je klaar op de werkplek van Open Oor."
    clock.passes(days=32)
    await sweep(house)
    assert {n: c for n, c in (await rows(house)).items() if n not in lasting} == {
        n: c for n, c in before.items() if n not in lasting
    }
    assert await cases_of(house, VERA) + await cases_of(house, DAAN) == []
