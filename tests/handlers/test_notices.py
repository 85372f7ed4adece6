"""Notices and pushes: that there is something, never what; only where somebody asked for it (C40, I11)."""

import pytest

from bot.wiring import House
from dialogues.private import Private
from handlers.domain.case import Status
from handlers.domain.ids import StaffId, new_id
from handlers.jobs import Notices
from handlers.notices import gather
from handlers.ports import Channel, Gone, JobKind, Later, Reach, Role, Staff
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
    staff_of,
    sweep,
    waiting_jobs,
)

PLANTED = "Truus Zandloper schreeuwde in het magazijn"
CHAT = "555000111"
WAITING = "Er staat iets voor je klaar op de werkplek van Open Oor."


async def told(house: House, who: str = VERA) -> tuple[Counsellor, Mailroom]:
    """A counsellor who is told on Telegram."""
    counsellor = await Counsellor.logs_in(house, who)
    await counsellor.wants_notices(CHAT)
    return counsellor, Mailroom()


async def introduces(employee: Employee, push: str = "no") -> None:
    """With planted words, to Vera."""
    await employee.commands("/start")
    await employee.chooses(in_danger="safe")
    await employee.chooses(need="story")
    await employee.says(PLANTED)
    await employee.chooses(story_next="someone")
    await employee.walks_to("pick")
    await employee.chooses(pick="woman")
    await employee.walks_to("send", push=push)
    await employee.chooses(send="yes")


# ── to a counsellor ─────────────────────────────────────────────────────────────────────────────


@pytest.mark.clause("C40")
async def test_every_notice_is_the_one_fixed_sentence_without_anything_of_the_case(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    vera, mailroom = await told(house)
    await introduces(employee)
    await bring(house, mailroom)
    case = await vera.case()
    await employee.says(f"Nog iets: {PLANTED}")
    clock.passes(days=1)
    await sweep(house)
    vera = await Counsellor.logs_in(house, VERA)
    await vera.accepts(case.id)
    await employee.commands("/end_contact")
    if "/SetSlots(end_ok=yes)" not in employee.buttons:
        await employee.commands("/end_contact")
    await employee.chooses(end_ok="yes")
    await employee.commands("/wipe")
    await employee.chooses(wipe_ok="yes")
    await bring(house, mailroom)
    assert set(mailroom.texts) == {WAITING}
    assert all(reach.address.reveal() == CHAT for reach, _ in mailroom.brought)
    assert all(message.protect for _, message in mailroom.brought)
    everything = repr([(m.text.reveal(), [b.payload for b in m.buttons]) for _, m in mailroom.brought])
    for secret in (case.id, case.conversation, employee.sender, "Truus", "Zandloper", "magazijn"):
        assert secret not in everything


@pytest.mark.parametrize(("verdict", "status"), [("accept", Status.OPEN), ("decline", Status.DECLINED)])
async def test_a_counsellor_takes_or_declines_from_the_notice(
    house: House, employee: Employee, verdict: str, status: Status
) -> None:
    vera, mailroom = await told(house)
    await introduces(employee)
    await bring(house, mailroom)
    case = await vera.case()
    ((_, notice),) = mailroom.brought
    payloads = [button.payload.split() for button in notice.buttons]
    assert [p[2] for p in payloads] == ["accept", "decline"]
    job_id = payloads[0][1]
    staff, other = await staff_of(house, VERA), await staff_of(house, DAAN)
    assert not await house.desk.cases.answer_notice(other, job_id, "accept"), (
        "a notice is its receiver's alone"
    )
    assert not await house.desk.cases.answer_notice(staff, new_id(), "accept")
    assert await house.desk.cases.answer_notice(staff, job_id, verdict)  # type: ignore[arg-type]  # one of the two
    fresh = await house.store.read(lambda work: work.cases.get(case.id))
    assert fresh is not None
    assert fresh.status is status
    assert not await house.desk.cases.answer_notice(staff, job_id, "accept")
    assert not await house.desk.cases.answer_notice(
        Staff(staff.id, Role.COUNSELLOR, VERA, True), job_id, "accept"
    )


@pytest.mark.clause("C41")
@pytest.mark.parametrize("status", ["waiting", "open", "closed", "declined"])
async def test_a_wipe_tells_the_counsellor_who_has_the_case_that_something_is_there(
    house: House, employee: Employee, status: str
) -> None:
    vera, mailroom = await told(house)
    await employee.introduces(pick="woman")
    case = (await vera.case()).id
    if status == "declined":
        assert await vera.declines(case)
    elif status != "waiting":
        assert await vera.accepts(case)
    if status == "closed":
        assert await vera.closes(case)
    await bring(house, mailroom)
    before = len(mailroom.texts)
    await employee.commands("/wipe")
    await employee.chooses(wipe_ok="yes")
    await bring(house, mailroom)
    word = WAITING
    assert mailroom.texts[before:] == ([] if status == "declined" else [word])


async def test_a_withdrawn_introduction_makes_its_buttons_useless(house: House, employee: Employee) -> None:
    _, mailroom = await told(house)
    await introduces(employee)
    await bring(house, mailroom)
    await employee.commands("/withdraw")
    await employee.chooses(withdraw_ok="yes")
    job_id = mailroom.brought[0][1].buttons[0].payload.split()[1]
    assert not await house.desk.cases.answer_notice(await staff_of(house, VERA), job_id, "accept")


async def test_half_way_the_counsellor_is_reminded_once_and_can_take_it_there(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    _, mailroom = await told(house)
    await introduces(employee)
    await bring(house, mailroom)
    await sweep(house)
    await bring(house, mailroom)
    assert len(mailroom.brought) == 1, "not on the same day"
    clock.passes(days=1)
    for _ in range(3):
        await sweep(house)
        await bring(house, mailroom)
    assert mailroom.texts == [WAITING] * 2
    job_id = mailroom.brought[1][1].buttons[0].payload.split()[1]
    assert await house.desk.cases.answer_notice(await staff_of(house, VERA), job_id, "accept")


async def test_nobody_is_reminded_of_what_was_taken(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    vera, mailroom = await told(house)
    await introduces(employee)
    await bring(house, mailroom)
    await vera.accepts((await vera.case()).id)
    clock.passes(days=1)
    await sweep(house)
    await bring(house, mailroom)
    assert mailroom.texts == [WAITING]


async def test_without_telegram_only_the_desk_shows_it(house: House, employee: Employee) -> None:
    await introduces(employee)
    assert await waiting_jobs(house) == []
    assert len(await cases_of(house, VERA)) == 1


async def test_a_colleagues_new_key_is_told_to_all_counsellors(house: House) -> None:
    vera, mailroom = await told(house)
    staff = await staff_of(house, DAAN)
    await house.store.write(lambda work: work.desk.end_staff(staff.id))
    again = Staff(StaffId(new_id()), Role.COUNSELLOR, DAAN)
    await house.store.write(lambda work: work.desk.add_staff(again))
    daan = await Counsellor.enters(house, DAAN)
    await house.desk.keys.set_passphrase(daan.cookie, await daan.session(), Private("een nieuwe lange zin"))
    await bring(house, mailroom)
    assert mailroom.texts == [WAITING]
    (shown,) = [key.fingerprint for key in await house.desk.keys.shown() if key.counsellor == DAAN]
    assert await house.desk.keys.confirm(await vera.session(), DAAN, shown)
    assert await waiting_jobs(house) == [], "who confirms knows it already"
    await daan.wants_notices("909")
    assert await house.desk.keys.confirm(await vera.session(), DAAN, shown)
    await bring(house, mailroom)
    assert mailroom.texts == [WAITING] * 2


async def test_a_counsellor_who_blocked_the_bot_is_forgotten(house: House, employee: Employee) -> None:
    _, mailroom = await told(house)
    await introduces(employee)
    mailroom.outcome = Gone()
    await bring(house, mailroom)
    staff = await staff_of(house, VERA)
    assert await house.store.read(lambda work: work.reaches.of_staff(staff.id)) is None
    assert "jobs" not in await rows(house), "its buttons are nobody's any more"
    assert len(await cases_of(house, VERA)) == 1
    await employee.says("Nog een bericht voor jou.")
    assert await waiting_jobs(house) == []


async def test_a_channel_that_asks_for_time_gets_it(house: House, employee: Employee) -> None:
    _, mailroom = await told(house)
    await introduces(employee)
    mailroom.outcome = Later(30)
    runners = Notices(house.store, mailroom, house.voice.flows.texts).runners()
    await house.store.write(gather)
    ((job_id, kind),) = await waiting_jobs(house)
    assert await runners[kind](job_id) == Later(30)
    assert await waiting_jobs(house) == [(job_id, kind)]


@pytest.mark.parametrize("kind", [JobKind.NOTICE, JobKind.PUSH])
async def test_a_job_whose_row_is_gone_is_done(house: House, kind: JobKind) -> None:
    mailroom = Mailroom()
    runners = Notices(house.store, mailroom, house.voice.flows.texts).runners()
    assert await runners[kind](new_id()) is None
    assert not mailroom.brought


async def test_a_counsellor_who_left_telegram_meanwhile_is_not_told(house: House, employee: Employee) -> None:
    _, mailroom = await told(house)
    await introduces(employee)
    staff = await staff_of(house, VERA)
    await house.store.write(lambda work: work.reaches.set_staff(staff.id, None))
    await bring(house, mailroom)
    assert not mailroom.brought
    assert await waiting_jobs(house) == []


# ── to an employee ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.clause("C40")
async def test_who_wants_it_is_told_that_there_is_news_never_what(house: House, employee: Employee) -> None:
    mailroom = Mailroom()
    await introduces(employee, push="yes")
    vera = await Counsellor.logs_in(house, VERA)
    case = (await vera.case()).id
    await vera.accepts(case)
    await vera.writes(case, f"Over {PLANTED}")
    await bring(house, mailroom)
    assert set(mailroom.texts) == {"Er is nieuws in Open Oor."}
    assert {reach.address.reveal() for reach, _ in mailroom.brought} == {employee.sender}
    assert {b.payload for _, m in mailroom.brought for b in m.buttons} == {"/news"}
    await employee.presses_payload("/news")
    assert PLANTED in employee.screen


async def test_who_does_not_want_it_is_sent_nothing_ever(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    mailroom = Mailroom()
    await introduces(employee, push="no")
    vera = await Counsellor.logs_in(house, VERA)
    case = (await vera.case()).id
    for _ in range(5):
        clock.passes(days=1)
        await sweep(house)
    vera = await Counsellor.logs_in(house, VERA)
    await vera.accepts(case)
    await vera.writes(case, "Hallo.")
    await vera.closes(case)
    await bring(house, mailroom)
    assert not mailroom.brought
    assert "reaches" not in await rows(house)


async def test_a_browser_is_never_pushed_to(house: House) -> None:
    visitor = Employee(house, Channel.WEB, BROWSER)
    await visitor.introduces(pick="woman")
    vera = await Counsellor.logs_in(house, VERA)
    await vera.accepts((await vera.case()).id)
    assert await waiting_jobs(house) == []


async def test_an_employee_who_blocked_the_bot_is_forgotten_there_and_keeps_the_case(
    house: House, employee: Employee
) -> None:
    mailroom = Mailroom(outcome=Gone())
    await introduces(employee, push="yes")
    vera = await Counsellor.logs_in(house, VERA)
    await vera.accepts((await vera.case()).id)
    await bring(house, mailroom)
    assert "reaches" not in await rows(house)
    assert await waiting_jobs(house) == []
    await employee.commands("/news")
    assert employee.sees("utter_accepted", counsellor_name="Vera Voorbeeld")


async def test_a_push_that_must_wait_is_brought_later(house: House, employee: Employee) -> None:
    mailroom = Mailroom(outcome=Later(5))
    await introduces(employee, push="yes")
    vera = await Counsellor.logs_in(house, VERA)
    await vera.accepts((await vera.case()).id)
    await bring(house, mailroom)
    ((_, kind),) = await waiting_jobs(house)
    assert kind is JobKind.PUSH
    assert (await rows(house))["reaches"] == 1


async def test_a_push_after_the_address_went_says_nothing(house: House, employee: Employee) -> None:
    mailroom = Mailroom()
    await introduces(employee, push="yes")
    vera = await Counsellor.logs_in(house, VERA)
    case = await vera.case()
    await vera.accepts(case.id)
    await house.store.write(lambda work: work.reaches.set_employee(case.conversation, None))
    await bring(house, mailroom)
    assert not mailroom.brought
    assert await waiting_jobs(house) == []


async def test_after_a_wipe_nothing_that_waited_is_brought(house: House, employee: Employee) -> None:
    mailroom = Mailroom()
    await introduces(employee, push="yes")
    vera = await Counsellor.logs_in(house, VERA)
    await vera.accepts((await vera.case()).id)
    await employee.commands("/wipe")
    await employee.chooses(wipe_ok="yes")
    await bring(house, mailroom)
    assert not mailroom.brought


async def test_notices_come_in_the_language_of_their_reader(house: House, employee: Employee) -> None:
    mailroom = Mailroom()
    staff = await staff_of(house, VERA)
    reach = Reach(Channel.TELEGRAM, Private(CHAT), "en")
    await house.store.write(lambda work: work.reaches.set_staff(staff.id, reach))
    await introduces(employee)
    await bring(house, mailroom)
    assert mailroom.texts == [house.voice.flows.texts.format("notice-waiting", "en")]
