"""Batches: at fixed moments one ping for each counsellor, whatever waits and however much (C12, C40)."""

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from bot.wiring import House, Reading, build
from handlers.domain.ids import new_id
from handlers.jobs import Notices
from handlers.notices import gather
from handlers.ports import Job, JobKind, Later, Sent, Work
from handlers.rounds import PATIENCE, Rounds
from tests.house import DAAN, VERA, Counsellor, Employee, Mailroom, MovableClock, rows, sweep, waiting_jobs

CHAT, HIS_CHAT = "555000111", "555000222"


async def rounds_of(house: House) -> list[Job]:
    return await house.store.read(lambda work: work.schedule.rounds())


async def at_work(house: House, mailroom: Mailroom) -> None:
    """What the worker does by itself at this hour: a round that is due, then what it gave."""
    for each in await rounds_of(house):
        await house.rounds.run(each.id)
    notices = Notices(house.store, mailroom, house.voice.flows.texts).runners()
    for job_id, kind in await waiting_jobs(house):
        if kind is JobKind.NOTICE:
            await notices[kind](job_id)


async def told_on_telegram(house: House) -> Mailroom:
    await (await Counsellor.logs_in(house, VERA)).wants_notices(CHAT)
    await (await Counsellor.logs_in(house, DAAN)).wants_notices(HIS_CHAT)
    await house.rounds.begin()
    return Mailroom()


def chats(mailroom: Mailroom) -> list[str]:
    return [reach.address.reveal() for reach, _ in mailroom.brought]


@pytest.mark.clause("C40")
async def test_nobody_is_told_at_the_moment_at_which_somebody_writes(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    mailroom = await told_on_telegram(house)
    queued = (await rows(house))["workflow_status"]
    await employee.introduces(pick="woman")
    await employee.says("Nog iets.")
    assert (await rows(house))["workflow_status"] == queued, "the queue keeps no moment of writing"
    (planned,) = await rounds_of(house)
    assert planned.due == clock.now() + timedelta(hours=3), "13:00 in the Netherlands"
    assert await house.rounds.run(planned.id) == Later(3 * 3600)
    await at_work(house, mailroom)
    assert not mailroom.brought
    clock.passes(hours=3)
    await at_work(house, mailroom)
    assert chats(mailroom) == [CHAT]
    ((_, message),) = mailroom.brought
    assert [each.payload.split()[2] for each in message.buttons] == ["accept", "decline"]
    clock.passes(hours=4)
    await at_work(house, mailroom)
    assert chats(mailroom) == [CHAT], "once is enough"


@pytest.mark.clause("C40")
async def test_many_things_that_wait_are_one_ping_and_no_button_that_could_mean_another_case(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    mailroom = await told_on_telegram(house)
    for number in range(3):
        await Employee(house, sender=f"8800{number}").introduces(pick="woman")
    await employee.introduces(pick="man")
    clock.passes(hours=3)
    await at_work(house, mailroom)
    assert sorted(chats(mailroom)) == [CHAT, HIS_CHAT]
    buttons = {reach.address.reveal(): len(message.buttons) for reach, message in mailroom.brought}
    assert buttons == {CHAT: 0, HIS_CHAT: 2}
    assert len({message.text.reveal() for _, message in mailroom.brought}) == 1


async def test_what_was_taken_or_withdrawn_before_the_round_is_not_told_as_waiting(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    mailroom = await told_on_telegram(house)
    await employee.introduces(pick="woman")
    vera = await Counsellor.logs_in(house, VERA)
    await vera.accepts((await vera.case()).id)
    other = Employee(house, sender="88001")
    await other.introduces(pick="man")
    await other.commands("/wipe")
    await other.chooses(wipe_ok="yes")
    clock.passes(hours=3)
    await at_work(house, mailroom)
    assert chats(mailroom) == [HIS_CHAT], "something changed on his desk, nothing new on hers"
    assert not mailroom.brought[0][1].buttons
    assert await waiting_jobs(house) == [(job.id, JobKind.ROUND) for job in await rounds_of(house)]


@pytest.mark.clause("C12")
async def test_a_reminder_waits_for_its_moment_and_can_be_answered(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    mailroom = await told_on_telegram(house)
    await employee.introduces(pick="woman")
    clock.passes(hours=3)
    await at_work(house, mailroom)
    clock.passes(hours=4)
    await at_work(house, mailroom)
    clock.passes(hours=11)
    await sweep(house)
    await at_work(house, mailroom)
    assert len(mailroom.brought) == 1
    clock.passes(hours=5)
    await at_work(house, mailroom)
    assert len(mailroom.brought) == 2
    assert len(mailroom.brought[1][1].buttons) == 2


async def test_a_telegram_that_was_away_for_a_round_gets_one_ping_not_two(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    mailroom = await told_on_telegram(house)
    await employee.introduces(pick="woman")
    mailroom.outcome = Later(60)
    clock.passes(hours=3)
    await at_work(house, mailroom)
    await Employee(house, sender="88001").introduces(pick="woman")
    clock.passes(hours=4)
    mailroom.outcome = Sent()
    await at_work(house, mailroom)
    assert chats(mailroom) == [CHAT]
    assert not mailroom.brought[0][1].buttons, "two wait by now"


async def test_who_left_before_the_round_is_not_told(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    mailroom = await told_on_telegram(house)
    await employee.introduces(pick="woman")
    vera = await Counsellor.logs_in(house, VERA)
    staff = (await vera.session()).staff.id
    await house.store.write(lambda work: work.reaches.set_staff(staff, None))
    clock.passes(hours=3)
    await at_work(house, mailroom)
    assert not mailroom.brought
    assert [kind for _, kind in await waiting_jobs(house)] == [JobKind.ROUND]


# ── the immediate lane ──────────────────────────────────────────────────────────────────────────


@pytest.fixture
async def quick(house: House, clock: MovableClock, reading: Reading) -> House:
    """The same folder, in an organisation that switched the immediate lane on."""
    await told_on_telegram(house)
    return await build(house.settings, clock, replace(house.policy, pings_immediate=True), reading=reading)


@pytest.mark.clause("C40")
async def test_with_the_immediate_lane_a_ping_follows_at_once_and_there_are_no_rounds(
    house: House, quick: House, employee: Employee
) -> None:
    await employee.introduces(pick="woman")
    await quick.rounds.begin()
    assert await rounds_of(quick) == []
    mailroom = Mailroom()
    await at_work(quick, mailroom)
    assert chats(mailroom) == [CHAT], "what was held when it was switched on"
    await Employee(quick, sender="88001").introduces(pick="man")
    await at_work(quick, mailroom)
    assert chats(mailroom) == [CHAT, HIS_CHAT]
    await house.rounds.begin()
    assert len(await rounds_of(house)) == 1, "and back again"
    await quick.close()


# ── it never stops ──────────────────────────────────────────────────────────────────────────────


async def test_each_round_plans_the_next_and_a_start_plans_none_twice(
    house: House, clock: MovableClock
) -> None:
    seen: list[datetime] = []
    for _ in range(4):
        await house.rounds.begin()
        await house.rounds.begin()
        (planned,) = await rounds_of(house)
        assert planned.due is not None
        seen.append(planned.due)
        clock.at = planned.due
        assert await house.rounds.run(planned.id) is None
        assert await house.rounds.run(planned.id) is None, "the same job twice is one round"
    assert [(each.day, each.hour) for each in seen] == [(23, 12), (23, 16), (24, 8), (24, 12)]
    assert await house.rounds.run(new_id()) is None


async def test_a_round_whose_job_was_lost_is_made_up_for(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    await told_on_telegram(house)
    await employee.introduces(pick="woman")
    clock.passes(hours=3)
    await house.rounds.begin()
    assert [kind for _, kind in await waiting_jobs(house) if kind is JobKind.HELD], "it may still come"
    clock.passes(minutes=PATIENCE.total_seconds() / 60)
    await house.rounds.begin()
    assert sorted(kind.value for _, kind in await waiting_jobs(house)) == ["notice", "round"]


@pytest.mark.parametrize(("hours", "told"), [(5, True), (19, False), (4 * 24 + 15, False), (25, True)])
async def test_a_moment_that_was_slept_through_is_made_up_for_but_never_at_night(
    house: House, employee: Employee, clock: MovableClock, hours: int, told: bool
) -> None:
    mailroom = await told_on_telegram(house)
    await employee.introduces(pick="woman")
    clock.passes(hours=hours)
    await at_work(house, mailroom)
    assert chats(mailroom) == [CHAT] * told
    (planned,) = await rounds_of(house)
    assert planned.due is not None
    clock.at = planned.due
    await at_work(house, mailroom)
    assert chats(mailroom) == [CHAT]


async def test_other_moments_in_the_policy_take_over_at_the_next_start(
    house: House, clock: MovableClock
) -> None:
    await house.rounds.begin()
    earlier = Rounds(house.store, replace(house.policy, pings_at=(time(11),)), clock)
    await earlier.begin()
    (planned,) = await rounds_of(house)
    assert planned.due == clock.now() + timedelta(hours=1)


async def test_rounds_that_fail_halfway_tell_nobody_and_lose_nothing(
    house: House, employee: Employee, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    mailroom = await told_on_telegram(house)
    await employee.introduces(pick="woman")
    clock.passes(hours=3)
    (planned,) = await rounds_of(house)

    def breaks(work: Work) -> None:
        gather(work)
        raise RuntimeError("injected")

    with monkeypatch.context() as broken:
        broken.setattr("handlers.rounds.gather", breaks)
        with pytest.raises(RuntimeError):
            await house.rounds.run(planned.id)
    assert await rounds_of(house) == [planned]
    await at_work(house, mailroom)
    assert chats(mailroom) == [CHAT]
