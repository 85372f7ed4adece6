"""Who is asked: man, woman, anyone, a person, and who never (C24, C31); and what happens when they cannot."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from bot.wiring import House
from handlers.domain.case import Status
from handlers.domain.ids import CounsellorId
from handlers.domain.roster import Absence, Roster
from handlers.hr import import_roster
from storage import upkeep
from storage.tables import letters
from tests.house import DAAN, VERA, Counsellor, Employee, Mailroom, MovableClock, bring, cases_of, rows, sweep

TODAY = date(2026, 11, 23)


async def change(house: House, who: CounsellorId, today: date = TODAY, **fields: object) -> None:
    """Publish a roster in which one counsellor differs."""
    current = await house.store.read(lambda work: work.roster.current())
    entry = current.get(who)
    assert entry is not None
    changed = Roster(0, (replace(entry, **fields),))  # type: ignore[arg-type]  # fields of Counsellor
    await house.store.write(lambda work: import_roster(work, changed, today))


def away(since: date = TODAY, until: date = TODAY + timedelta(days=20)) -> tuple[Absence, ...]:
    return (Absence(since, until),)


async def waiting(house: House, who: CounsellorId) -> int:
    return sum(case.status is Status.WAITING for case in await cases_of(house, who))


@pytest.mark.parametrize(("pick", "who"), [("woman", VERA), ("man", DAAN)])
async def test_man_and_woman_are_always_offered_and_the_wish_is_kept(
    house: House, employee: Employee, pick: str, who: CounsellorId
) -> None:
    await employee.to_counsellor()
    assert {"/SetSlots(pick=man)", "/SetSlots(pick=woman)"} <= set(employee.buttons)
    await employee.chooses(pick=pick)
    await employee.chooses(push="no")
    await employee.chooses(send="yes")
    assert await waiting(house, who) == 1
    assert await waiting(house, VERA) + await waiting(house, DAAN) == 1


async def test_no_preference_goes_to_whoever_has_least_waiting(house: House) -> None:
    for n in range(6):
        await Employee(house, sender=f"880{n}").introduces()
        house.directories.forget()
    assert await waiting(house, VERA) == await waiting(house, DAAN) == 3


async def test_a_person_can_be_chosen_by_name(house: House, employee: Employee) -> None:
    await employee.to_counsellor()
    await employee.chooses(pick="person")
    assert {f"/SetSlots(counsellor={VERA})", f"/SetSlots(counsellor={DAAN})"} <= set(employee.buttons)
    await employee.chooses(counsellor=DAAN)
    await employee.chooses(push="no")
    await employee.chooses(send="yes")
    assert await waiting(house, DAAN) == 1


async def test_who_must_not_be_asked_is_never_asked_and_not_remembered(
    house: House, employee: Employee
) -> None:
    await employee.to_counsellor()
    await employee.chooses(pick="not_person")
    await employee.chooses(counsellor=VERA)
    assert "/SetSlots(pick=any)" in employee.buttons
    await employee.chooses(pick="person")
    assert f"/SetSlots(counsellor={VERA})" not in employee.buttons
    await employee.presses_payload(f"/SetSlots(counsellor={VERA})")
    await employee.chooses(counsellor="skip")
    await employee.chooses(pick="any")
    await employee.chooses(push="no")
    await employee.chooses(send="yes")
    assert (await waiting(house, VERA), await waiting(house, DAAN)) == (0, 1)
    file = (house.settings.data_dir / "openoor.sqlite").read_bytes()
    assert b"not_asked" not in file


@pytest.mark.clause("C31")
async def test_a_counsellor_it_is_about_is_left_out_before_any_other_choice(
    house: House, employee: Employee
) -> None:
    await employee.commands("/start")
    await employee.walks_to("counsellor", about="counsellor")
    await employee.chooses(counsellor=VERA)
    await employee.walks_to("pick")
    await employee.chooses(pick="person")
    assert f"/SetSlots(counsellor={VERA})" not in employee.buttons
    assert f"/SetSlots(counsellor={DAAN})" in employee.buttons
    await employee.chooses(counsellor=DAAN)
    await employee.walks_to("send")
    await employee.chooses(send="yes")
    assert (await waiting(house, VERA), await waiting(house, DAAN)) == (0, 1)


@pytest.mark.clause("C31")
async def test_when_nobody_may_be_asked_help_outside_is_shown(house: House, employee: Employee) -> None:
    await employee.to_counsellor()
    for who in (VERA, DAAN):
        if "/SetSlots(pick=not_person)" in employee.buttons:
            await employee.chooses(pick="not_person")
        await employee.chooses(counsellor=who)
    assert employee.sees("utter_nobody_offered")
    assert not await cases_of(house, VERA) + await cases_of(house, DAAN)
    await employee.chooses(nobody_next="again")
    assert "/SetSlots(pick=any)" in employee.buttons


@pytest.mark.clause("C24")
async def test_a_woman_is_never_answered_with_a_man(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    await change(house, VERA, absences=away())
    clock.passes(minutes=1)
    await employee.to_counsellor()
    assert employee.sees("utter_gap_woman")
    assert "/SetSlots(pick=woman)" in employee.buttons
    await employee.chooses(pick="woman")
    assert employee.sees("utter_no_woman")
    assert not await cases_of(house, DAAN)


@pytest.mark.clause("C24")
@pytest.mark.parametrize(("who", "gone"), [(VERA, "woman"), (DAAN, "man")])
async def test_the_chat_says_within_a_minute_that_the_last_man_or_woman_is_away(
    house: House, employee: Employee, clock: MovableClock, who: CounsellorId, gone: str
) -> None:
    await employee.to_counsellor()
    assert not employee.sees(f"utter_gap_{gone}")
    await change(house, who, absences=away())
    clock.passes(seconds=59)
    await employee.commands("/introduce")
    assert employee.sees(f"utter_gap_{gone}")
    visitor = Employee(house, sender="99003")
    await visitor.commands("/who")
    assert visitor.sees("fact-absent")


@pytest.mark.clause("C24")
async def test_an_overdue_answer_from_a_woman_is_never_given_to_a_man_without_asking(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    await employee.introduces(pick="woman")
    await change(house, VERA, absences=away())
    clock.passes(days=5)
    await sweep(house)
    await employee.commands("/news")
    assert await cases_of(house, DAAN) == []
    await employee.chooses(overdue_next="wait")
    assert await cases_of(house, DAAN) == []


async def test_a_counsellor_who_became_absent_after_the_preview_gets_nothing(
    house: House, employee: Employee
) -> None:
    await employee.to_preview(pick="woman")
    await change(house, VERA, absences=away())
    await employee.chooses(send="yes")
    assert employee.sees("utter_problem_counsellor_gone", counsellor_name="Vera Voorbeeld")
    assert not await cases_of(house, VERA) + await cases_of(house, DAAN)
    assert (await rows(house)).get("consents", 0) == 0
    await employee.chooses(pick="man")
    await employee.walks_to("send")
    await employee.chooses(send="yes")
    assert await waiting(house, DAAN) == 1


async def test_a_counsellor_who_ended_after_the_preview_gets_nothing(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    await employee.to_preview(pick="woman")
    await change(house, VERA, until=TODAY - timedelta(days=1), reason="left")
    await employee.chooses(send="yes")
    assert employee.sees("utter_problem_counsellor_gone", counsellor_name="Vera Voorbeeld")
    assert not await cases_of(house, VERA) + await cases_of(house, DAAN)


# ── another counsellor ──────────────────────────────────────────────────────────────────────────


async def declined(house: House, employee: Employee) -> Counsellor:
    """Vera got the introduction, read it and cannot."""
    await employee.introduces(pick="woman")
    vera = await Counsellor.logs_in(house, VERA)
    case = await vera.case()
    assert len(await vera.reads(case.id)) == 1
    assert await vera.declines(case.id)
    return vera


@pytest.mark.clause("C15", "C42")
async def test_after_a_refusal_another_counsellor_gets_it_only_with_a_new_yes(
    house: House, employee: Employee
) -> None:
    vera = await declined(house, employee)
    await employee.commands("/news")
    await employee.chooses(declined_next="other")
    assert "/SetSlots(pick=not_person)" in employee.buttons, "who must not be asked comes before names"
    assert "Daan" not in employee.screen
    assert not any(DAAN in payload for payload in employee.buttons)
    await employee.chooses(pick="not_person")
    await employee.chooses(counsellor=VERA)
    await employee.chooses(pick="any")
    await employee.walks_to("send")
    assert await cases_of(house, DAAN) == []
    await employee.chooses(send="yes")
    daan = await Counsellor.logs_in(house, DAAN)
    case = await daan.case()
    assert len(await daan.reads(case.id)) == 1
    (row,) = await house.desk.cases.inbox(await vera.session(), "nl")
    assert row.case.status is Status.DECLINED
    assert row.case.id != case.id
    assert await vera.opens(case.id) is None
    consents = await house.store.read(lambda work: work.consents.of(case.id))
    assert [c.who for c in consents] == [VERA, DAAN]


async def test_the_one_who_declined_can_read_nothing_any_more(house: House, employee: Employee) -> None:
    vera = await declined(house, employee)
    assert await vera.reads((await vera.case()).id) == []
    boxes = await upkeep.read(
        house.store, lambda at: at.run(sa.select(letters.c.for_counsellor, letters.c.for_own)).all()
    )
    assert [(row.for_counsellor is None, row.for_own is None) for row in boxes] == [(True, False)]


@pytest.mark.clause("C12")
async def test_an_overdue_case_is_told_to_the_employee_who_chooses_and_nobody_else_reads_before(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    await employee.introduces(pick="woman")
    (case,) = await cases_of(house, VERA)
    assert case.reply_by == date(2026, 11, 25)
    clock.passes(days=2)
    await sweep(house)
    await employee.commands("/news")
    assert "/SetSlots(overdue_next=other)" not in employee.buttons, "the day itself still counts"
    clock.passes(days=1)
    await sweep(house)
    await employee.commands("/news")
    assert {f"/SetSlots(overdue_next={c})" for c in ("wait", "other", "outside", "stop")} <= set(
        employee.buttons
    )
    daan = await Counsellor.logs_in(house, DAAN)
    assert await daan.opens(case.id) is None
    await employee.chooses(overdue_next="other")
    await employee.chooses(pick="man")
    await employee.walks_to("send")
    assert await daan.opens(case.id) is None
    assert await cases_of(house, DAAN) == []
    await employee.chooses(send="yes")
    assert len(await daan.reads((await daan.case()).id)) == 1
    vera = await Counsellor.logs_in(house, VERA)
    assert await vera.reads(case.id) == []


async def test_handing_over_an_open_case_ends_the_first_ones_reading_and_tells_her_just_that(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    await employee.introduces(pick="woman")
    vera = await Counsellor.logs_in(house, VERA)
    mailroom = Mailroom()
    await vera.wants_notices("424242")
    case = await vera.case()
    await vera.accepts(case.id)
    await employee.commands("/news")
    await employee.commands("/introduce")
    await employee.walks_to("has_case_next")
    await employee.chooses(has_case_next="other")
    await employee.chooses(pick="man")
    await employee.walks_to("send")
    assert len(await vera.reads(case.id)) == 1
    await employee.chooses(send="yes")
    view = await vera.opens(case.id)
    assert view is not None
    assert (view.case.status, view.letters) == (Status.HANDED_OVER, ())
    assert not await vera.writes(case.id, "Nog een vraag.")
    assert not await vera.closes(case.id)
    await bring(house, mailroom)
    assert mailroom.texts == [house.voice.flows.texts.format("notice-waiting", "nl")]
    daan = await Counsellor.logs_in(house, DAAN)
    (row,) = await house.desk.cases.inbox(await daan.session(), "nl")
    assert row.alias != view.alias, "two counsellors cannot tell that it is one employee"
    assert len(await daan.reads(row.case.id)) == 1
    await employee.commands("/wipe")
    await employee.chooses(wipe_ok="yes")
    assert [each.status for each in await cases_of(house, VERA)] == [Status.HANDED_OVER]
    await bring(house, mailroom)
    assert len(mailroom.texts) == 1, "she has it no more, so nothing of hers was withdrawn"
    clock.passes(days=31)
    await sweep(house)
    assert await cases_of(house, VERA) == []


async def test_who_declined_is_not_told_of_what_happens_later(house: House, employee: Employee) -> None:
    vera = await declined(house, employee)
    mailroom = Mailroom()
    await vera.wants_notices("424242")
    await employee.commands("/news")
    await employee.chooses(declined_next="other")
    await employee.chooses(pick="man")
    await employee.walks_to("send")
    await employee.chooses(send="yes")
    await employee.commands("/wipe")
    await employee.chooses(wipe_ok="yes")
    await bring(house, mailroom)
    assert mailroom.texts == []
    assert [each.status for each in await cases_of(house, VERA)] == [Status.DECLINED]


async def test_a_case_closed_while_the_employee_hands_it_over_becomes_a_new_one(
    house: House, employee: Employee
) -> None:
    await employee.introduces(pick="woman")
    vera = await Counsellor.logs_in(house, VERA)
    case = await vera.case()
    await vera.accepts(case.id)
    await employee.commands("/news")
    await employee.commands("/introduce")
    await employee.walks_to("has_case_next")
    await employee.chooses(has_case_next="other")
    await employee.chooses(pick="man")
    await employee.walks_to("send")
    await vera.closes(case.id)
    await employee.chooses(send="yes")
    assert await waiting(house, DAAN) == 1
