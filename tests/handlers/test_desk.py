"""The desk: own cases only, nothing without the passphrase, no key without a colleague (C35, C40, C43)."""

import asyncio
from datetime import date, timedelta

import pytest

from bot.demo_house import PASSPHRASE
from bot.wiring import House
from dialogues.private import Private
from handlers.desk import DeskRoom
from handlers.domain.case import Status
from handlers.domain.errors import StorageError
from handlers.domain.ids import CaseId, CounsellorId, StaffId, new_id
from handlers.domain.roster import Counsellor as Entry
from handlers.domain.roster import Gender, Roster
from handlers.hr import import_roster
from handlers.ports import DeskSession, LinkPurpose, Role, Staff
from tests.handlers.test_choosing import TODAY, change
from tests.house import (
    DAAN,
    VERA,
    Counsellor,
    Employee,
    Mailroom,
    MovableClock,
    bring,
    cases_of,
    officer,
    rows,
    staff_of,
    sweep,
)

CORA, DIRK = CounsellorId("cora-nieuw"), CounsellorId("dirk-nieuw")


async def with_case(house: House, employee: Employee) -> tuple[Counsellor, CaseId]:
    """Vera with an introduction on her desk."""
    await employee.introduces(pick="woman")
    vera = await Counsellor.logs_in(house, VERA)
    return vera, (await vera.case()).id


async def appointed(house: House, *names: CounsellorId) -> None:
    """New counsellors in the published roster."""
    fresh = tuple(
        Entry(
            id=name,
            name=name.title(),
            gender=Gender.OTHER,
            internal=True,
            languages=("nl",),
            hello={},
            place="",
            days="",
            phone="",
            mail="",
            appointed_from=TODAY,
            appointment="Besluit",
        )
        for name in names
    )
    await house.store.write(lambda work: import_roster(work, Roster(0, fresh), TODAY))


async def with_passphrase(house: House, who: CounsellorId) -> Counsellor:
    """A new counsellor who has chosen a passphrase; nobody confirmed the key."""
    counsellor = await Counsellor.enters(house, who)
    phrase = Private("een eigen lange zin van mij")
    assert await house.desk.keys.set_passphrase(counsellor.cookie, await counsellor.session(), phrase) is None
    return counsellor


async def fingerprint(house: House, who: CounsellorId) -> str:
    """What the page of keys shows of this counsellor; "" when there is no key."""
    return next((key.fingerprint for key in await house.desk.keys.shown() if key.counsellor == who), "")


async def confirms(house: House, session: DeskSession, who: CounsellorId) -> bool:
    """Press "the digits are the same" on a page that was opened just now."""
    return await house.desk.keys.confirm(session, who, await fingerprint(house, who))


async def end_login(house: House, staff: StaffId) -> None:
    await house.store.write(lambda work: work.desk.end_staff(staff))


# ── a case ──────────────────────────────────────────────────────────────────────────────────────


async def test_accepting_writing_and_closing_bring_the_words_to_the_employee(
    house: House, employee: Employee
) -> None:
    vera, case = await with_case(house, employee)
    assert await vera.accepts(case)
    assert (await vera.case()).status is Status.OPEN
    await employee.commands("/news")
    assert employee.sees("utter_accepted", counsellor_name="Vera Voorbeeld")
    assert await vera.writes(case, "Fijn dat je schrijft. Zullen we bellen?")
    assert await vera.writes(case, "Of liever hier?")
    await employee.commands("/news")
    first, second = "Zullen we bellen?", "Of liever hier?"
    assert employee.screen.index(first) < employee.screen.index(second)
    await employee.says("Liever hier, dank je wel.")
    assert await vera.reads(case) == [
        (await vera.reads(case))[0],
        "Fijn dat je schrijft. Zullen we bellen?",
        "Of liever hier?",
        "Liever hier, dank je wel.",
    ]
    assert await vera.closes(case)
    await employee.commands("/news")
    assert employee.sees("utter_closed", counsellor_name="Vera Voorbeeld")
    assert not await vera.writes(case, "Nog iets.")


async def test_letters_come_again_when_their_delivery_does(house: House, employee: Employee) -> None:
    vera, case = await with_case(house, employee)
    await vera.accepts(case)
    await vera.writes(case, "Deze woorden mogen niet zoekraken.")
    await employee.commands("/news")
    shown = employee.last
    assert "mogen niet zoekraken" in employee.screen
    assert await employee.again() == shown
    await employee.commands("/status")
    assert "mogen niet zoekraken" not in employee.screen


async def test_words_of_an_employee_wait_for_the_counsellor_before_accepting(
    house: House, employee: Employee
) -> None:
    vera, case = await with_case(house, employee)
    await employee.says("Ik vergat te zeggen dat het op maandag is.")
    assert (await vera.reads(case))[-1] == "Ik vergat te zeggen dat het op maandag is."


async def test_nothing_can_be_written_before_accepting(house: House, employee: Employee) -> None:
    vera, case = await with_case(house, employee)
    assert not await vera.writes(case, "Ik heb nog niet besloten.")
    assert not await vera.closes(case)
    assert (await vera.case()).status is Status.WAITING


@pytest.mark.parametrize("wiped", [False, True])
async def test_of_a_refused_introduction_the_desk_says_only_that_and_no_longer_than_thirty_days(
    house: House, employee: Employee, clock: MovableClock, wiped: bool
) -> None:
    vera, case = await with_case(house, employee)
    assert await vera.declines(case)
    if wiped:
        await employee.commands("/wipe")
        await employee.chooses(wipe_ok="yes")
    view = await vera.opens(case)
    assert view is not None
    assert (view.case.status, view.letters) == (Status.DECLINED, ())
    assert not await vera.accepts(case)
    assert not await vera.declines(case)
    assert not await vera.writes(case, "Toch wel.")
    clock.passes(days=30)
    await sweep(house)
    assert [each.status for each in await cases_of(house, VERA)] == [Status.DECLINED]
    clock.passes(days=1)
    await sweep(house)
    assert await cases_of(house, VERA) == []


async def test_accepting_twice_and_after_the_other_step_does_nothing(
    house: House, employee: Employee
) -> None:
    vera, case = await with_case(house, employee)
    session = await vera.session()
    both = await asyncio.gather(
        house.desk.cases.accept(session, case), house.desk.cases.accept(session, case)
    )
    assert sorted(both) == [False, True]
    assert not await vera.declines(case)
    assert (await rows(house))["mailbox"] == 1


@pytest.mark.clause("C40")
async def test_another_counsellors_case_looks_like_one_that_does_not_exist(
    house: House, employee: Employee
) -> None:
    _, case = await with_case(house, employee)
    daan = await Counsellor.logs_in(house, DAAN)
    before = await cases_of(house, VERA)
    for unknown in (case, CaseId(new_id()), CaseId("")):
        assert await daan.opens(unknown) is None
        assert not await daan.accepts(unknown)
        assert not await daan.declines(unknown)
        assert not await daan.writes(unknown, "Hallo?")
        assert not await daan.closes(unknown)
    assert await house.desk.cases.inbox(await daan.session(), "nl") == []
    assert await cases_of(house, VERA) == before


async def test_two_counsellors_accept_at_once_and_only_the_chosen_one_gets_it(
    house: House, employee: Employee
) -> None:
    vera, case = await with_case(house, employee)
    daan = await Counsellor.logs_in(house, DAAN)
    assert tuple(await asyncio.gather(daan.accepts(case), vera.accepts(case))) == (False, True)
    assert (await vera.case()).status is Status.OPEN


async def test_hr_reaches_no_case(house: House, employee: Employee) -> None:
    _, case = await with_case(house, employee)
    session = await officer(house)
    assert await house.desk.cases.inbox(session, "nl") == []
    assert await house.desk.cases.open_case(session, case, "nl") is None
    assert not await house.desk.cases.accept(session, case)
    assert not await house.desk.cases.reply(session, case, Private("Namens P&O"))
    assert not await confirms(house, session, VERA)
    assert not await house.desk.keys.unlock(Private("x"), session, Private(PASSPHRASE))
    assert (
        await house.desk.keys.set_passphrase(Private("x"), session, Private("lang genoeg hoor")) == "has_one"
    )


async def test_an_overdue_case_is_marked_in_the_list(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    await with_case(house, employee)
    clock.passes(days=3)
    vera = await Counsellor.logs_in(house, VERA)
    (row,) = await house.desk.cases.inbox(await vera.session(), "nl")
    assert row.overdue
    assert row.alias.count(" ") == 2


# ── locks ───────────────────────────────────────────────────────────────────────────────────────


async def test_a_login_link_opens_a_page_and_no_words(house: House, employee: Employee) -> None:
    _, case = await with_case(house, employee)
    vera = await Counsellor.enters(house, VERA)
    assert await vera.opens(case) is None
    assert await vera.accepts(case), "telling that one takes it needs no words"
    assert not await vera.writes(case, "Wie ben je?")
    assert not await vera.closes(case)


@pytest.mark.parametrize(
    "typed", ["", "een open oor voor iedereen ", "Een open oor voor iedereen", "x" * 5_000]
)
async def test_a_wrong_passphrase_opens_nothing(house: House, employee: Employee, typed: str) -> None:
    _, case = await with_case(house, employee)
    vera = await Counsellor.enters(house, VERA)
    assert not await house.desk.keys.unlock(vera.cookie, await vera.session(), Private(typed))
    assert await vera.opens(case) is None


async def test_locking_shuts_the_desk_and_keeps_the_session(house: House, employee: Employee) -> None:
    vera, case = await with_case(house, employee)
    await vera.accepts(case)
    await house.desk.keys.lock(vera.cookie)
    assert await vera.opens(case) is None
    assert not await vera.writes(case, "Nog open?")
    assert not await vera.closes(case)
    assert await house.desk.keys.unlock(vera.cookie, await vera.session(), Private(PASSPHRASE))
    assert await vera.reads(case)


async def test_the_desk_locks_itself_after_fifteen_silent_minutes(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    vera, _ = await with_case(house, employee)
    clock.passes(minutes=14)
    assert (await vera.session()).key is not None
    clock.passes(minutes=14)
    assert (await vera.session()).key is not None
    clock.passes(minutes=16)
    assert (await vera.session()).key is None, "locked; the passphrase opens it again, no new link is needed"
    clock.passes(days=15)
    assert await house.desk.logins.session(vera.cookie) is None
    await sweep(house)
    assert "sessions" not in await rows(house)


async def test_logging_out_ends_this_browser_or_all(house: House) -> None:
    one, two = await Counsellor.logs_in(house, VERA), await Counsellor.logs_in(house, VERA)
    await house.desk.logins.leave(one.cookie)
    assert await house.desk.logins.session(one.cookie) is None
    assert await house.desk.logins.session(two.cookie) is not None
    await house.desk.logins.leave_everywhere((await two.session()).staff.id)
    assert await house.desk.logins.session(two.cookie) is None


async def test_a_link_works_once_and_for_its_own_purpose_and_in_time(
    house: House, clock: MovableClock
) -> None:
    staff = await staff_of(house, VERA)
    token = await house.desk.logins.link(staff.id, LinkPurpose.LOGIN)
    assert await house.desk.logins.enter(token, LinkPurpose.INVITATION) is None
    assert await house.desk.logins.enter(token, LinkPurpose.LOGIN) is not None
    assert await house.desk.logins.enter(token, LinkPurpose.LOGIN) is None
    assert await house.desk.logins.enter(Private("geraden"), LinkPurpose.LOGIN) is None
    late = await house.desk.logins.link(staff.id, LinkPurpose.LOGIN)
    clock.passes(minutes=15)
    assert await house.desk.logins.enter(late, LinkPurpose.LOGIN, LinkPurpose.INVITATION) is None
    invitation = await house.desk.logins.link(staff.id, LinkPurpose.INVITATION)
    clock.passes(hours=23)
    assert await house.desk.logins.enter(invitation, LinkPurpose.LOGIN, LinkPurpose.INVITATION) is not None


# ── keys ────────────────────────────────────────────────────────────────────────────────────────


async def test_a_new_key_receives_nothing_until_a_colleague_confirmed_it(
    house: House, clock: MovableClock
) -> None:
    await appointed(house, CORA)
    cora = await with_passphrase(house, CORA)
    clock.passes(seconds=6)
    first = Employee(house, sender="1")
    await first.to_counsellor()
    await first.chooses(pick="person")
    assert f"/SetSlots(counsellor={CORA})" not in first.buttons
    assert not await confirms(house, await cora.session(), CORA), "nobody confirms their own"
    vera = await Counsellor.logs_in(house, VERA)
    assert await confirms(house, await vera.session(), CORA)
    clock.passes(seconds=6)
    second = Employee(house, sender="2")
    await second.to_counsellor()
    await second.chooses(pick="person")
    await second.chooses(counsellor=CORA)
    await second.walks_to("send")
    await second.chooses(send="yes")
    assert len(await cases_of(house, CORA)) == 1


async def test_what_is_confirmed_is_the_key_that_was_shown_and_no_later_one(house: House) -> None:
    await appointed(house, CORA)
    await with_passphrase(house, CORA)
    vera = await Counsellor.logs_in(house, VERA)
    shown = await fingerprint(house, CORA)
    await end_login(house, (await staff_of(house, CORA)).id)
    again = Staff(StaffId(new_id()), Role.COUNSELLOR, CORA)
    await house.store.write(lambda work: work.desk.add_staff(again))
    await with_passphrase(house, CORA)
    assert await fingerprint(house, CORA) != shown
    for wrong in (shown, "", await fingerprint(house, VERA)):
        assert not await house.desk.keys.confirm(await vera.session(), CORA, wrong)
    assert await confirms(house, await vera.session(), CORA)


async def test_a_locked_desk_confirms_no_key(house: House) -> None:
    await appointed(house, CORA)
    await with_passphrase(house, CORA)
    vera = await Counsellor.enters(house, VERA)
    assert not await confirms(house, await vera.session(), CORA)


async def test_two_new_logins_cannot_confirm_each_other(house: House) -> None:
    await appointed(house, CORA, DIRK)
    cora, dirk = await with_passphrase(house, CORA), await with_passphrase(house, DIRK)
    assert not await confirms(house, await cora.session(), DIRK)
    assert not await confirms(house, await dirk.session(), CORA)
    assert {k.counsellor for k in await house.desk.keys.shown() if k.confirmed} == {VERA, DAAN}


async def test_the_first_two_confirm_each_other(house: House) -> None:
    for who in (VERA, DAAN):
        await end_login(house, (await staff_of(house, who)).id)
    await change(house, VERA)
    vera, daan = await with_passphrase(house, VERA), await with_passphrase(house, DAAN)
    assert await confirms(house, await vera.session(), DAAN)
    assert await confirms(house, await daan.session(), VERA)
    assert all(key.confirmed for key in await house.desk.keys.shown())


async def test_a_key_that_is_not_there_is_not_confirmed(house: House) -> None:
    vera = await Counsellor.logs_in(house, VERA)
    assert not await confirms(house, await vera.session(), CORA)


async def test_a_passphrase_is_chosen_once_and_is_long_enough(house: House) -> None:
    await appointed(house, CORA)
    cora = await Counsellor.enters(house, CORA)
    assert (
        await house.desk.keys.set_passphrase(cora.cookie, await cora.session(), Private("elf letters"))
        == "too_short"
    )
    before = await cora.session()
    assert await house.desk.keys.set_passphrase(cora.cookie, before, Private("twaalf letters")) is None
    again = await house.desk.keys.set_passphrase(cora.cookie, before, Private("een heel andere zin"))
    assert again == "has_one"
    assert not await house.desk.keys.unlock(cora.cookie, await cora.session(), Private("een heel andere zin"))
    assert await house.desk.keys.unlock(cora.cookie, await cora.session(), Private("twaalf letters"))


async def test_nobody_without_a_key_can_unlock(house: House) -> None:
    await appointed(house, CORA)
    cora = await Counsellor.enters(house, CORA)
    assert not await house.desk.keys.unlock(cora.cookie, await cora.session(), Private(PASSPHRASE))


# ── an appointment that ends ────────────────────────────────────────────────────────────────────


async def ended_by_publishing(house: House, clock: MovableClock) -> None:
    await change(house, VERA, until=TODAY - timedelta(days=1), reason="left")


async def ended_by_its_last_day(house: House, clock: MovableClock) -> None:
    await change(house, VERA, until=TODAY, reason="term_over")
    clock.at = clock.at.replace(hour=23, minute=59)
    clock.passes(minutes=2)


@pytest.mark.parametrize("ends", [ended_by_publishing, ended_by_its_last_day])
async def test_from_the_minute_an_appointment_is_over_nothing_opens_any_more(
    house: House, employee: Employee, clock: MovableClock, ends: object
) -> None:
    clock.at = clock.at.replace(hour=23, minute=50)
    vera, case = await with_case(house, employee)
    session = await vera.session()
    link = await house.desk.logins.link(session.staff.id, LinkPurpose.LOGIN)
    await ends(house, clock)  # type: ignore[operator]  # one of the two above
    assert await house.desk.logins.session(vera.cookie) is None
    cookie = await house.desk.logins.enter(link, LinkPurpose.LOGIN)
    assert cookie is None or await house.desk.logins.session(cookie) is None
    stale = DeskSession(session.staff, session.csrf, None, has_passphrase=True)
    assert not await house.desk.cases.accept(stale, case)
    await sweep(house)
    assert (await staff_of(house, VERA)).ended
    assert VERA not in [key.counsellor for key in await house.desk.keys.shown()]
    assert "sessions" not in await rows(house)
    (kept,) = await cases_of(house, VERA)
    assert kept.status is Status.WAITING


@pytest.mark.parametrize("ends", [ended_by_publishing, ended_by_its_last_day])
async def test_words_for_a_counsellor_who_left_are_not_sent_and_the_employee_chooses(
    house: House, employee: Employee, clock: MovableClock, ends: object
) -> None:
    await with_case(house, employee)
    await ends(house, clock)  # type: ignore[operator]  # one of the two above
    await sweep(house)
    clock.passes(seconds=6)
    before = (await rows(house))["letters"]
    await employee.says("Heb je mijn bericht gelezen? Ik hoor graag van je.")
    assert employee.sees("utter_problem_counsellor_gone", counsellor_name="Vera Voorbeeld")
    assert (await rows(house))["letters"] == before
    await employee.chooses(pick="man")
    await employee.walks_to("send")
    await employee.chooses(send="yes")
    daan = await Counsellor.logs_in(house, DAAN)
    assert len(await daan.reads((await daan.case()).id)) == 1


async def test_who_comes_back_gets_a_new_login_and_needs_a_new_key(house: House) -> None:
    await change(house, VERA, until=TODAY - timedelta(days=1), reason="left")
    await change(house, VERA, until=None, reason=None)
    vera = await Counsellor.enters(house, VERA)
    assert not (await vera.session()).has_passphrase
    assert not (await staff_of(house, VERA)).ended


@pytest.mark.clause("C43")
async def test_a_counsellor_with_a_new_key_waits_until_each_employee_was_told_and_chose(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    await employee.introduces(pick="woman", push="yes")
    vera = await Counsellor.logs_in(house, VERA)
    case = (await vera.case()).id
    await vera.accepts(case)
    await employee.commands("/news")
    await change(house, VERA, until=TODAY - timedelta(days=1), reason="left")
    await change(house, VERA, until=None, reason=None)
    vera = await with_passphrase(house, VERA)
    mailroom = Mailroom()
    await bring(house, mailroom)
    assert house.voice.flows.texts.format("notice-news", "nl") in mailroom.texts
    view = await vera.opens(case)
    assert view is not None
    assert view.letters == ()
    assert view.sealed_before
    assert view.case.key_paused
    daan = await Counsellor.logs_in(house, DAAN)
    assert await confirms(house, await daan.session(), VERA)
    assert not await vera.writes(case, "Ik ben er weer.")
    assert not await vera.closes(case)
    clock.passes(seconds=6)
    await employee.says("Gaat dit nog naar dezelfde persoon?")
    assert employee.sees("utter_key_changed", counsellor_name="Vera Voorbeeld")
    assert (await vera.reads(case)) == []
    await employee.chooses(key_next="again")
    await employee.chooses(pick="woman")
    await employee.walks_to("send")
    await employee.chooses(send="yes")
    assert "Het gaat over pesten." in (await vera.reads(case))[0]
    assert await vera.accepts(case)
    assert await vera.writes(case, "Ik ben er weer.")


async def test_who_holds_a_key_that_nobody_confirmed_writes_to_nobody(
    house: House, employee: Employee
) -> None:
    vera, case = await with_case(house, employee)
    await vera.accepts(case)
    await end_login(house, (await staff_of(house, VERA)).id)
    again = Staff(StaffId(new_id()), Role.COUNSELLOR, VERA)
    await house.store.write(lambda work: work.desk.add_staff(again))
    vera = await with_passphrase(house, VERA)
    await employee.commands("/news")
    assert not (await vera.case()).key_paused, "the employee was told"
    assert not await vera.writes(case, "Ik ben het echt.")
    daan = await Counsellor.logs_in(house, DAAN)
    assert await confirms(house, await daan.session(), VERA)
    assert await vera.writes(case, "Ik ben het echt.")


async def test_a_reply_is_sent_once_by_one_form_in_any_tab_and_after_a_restart(
    house: House, employee: Employee
) -> None:
    vera, case = await with_case(house, employee)
    await vera.accepts(case)
    session = await vera.session()
    words = Private("Zullen we morgen verder praten?")
    both = [house.desk.cases.reply(session, case, words, "a-form") for _ in range(2)]
    assert await asyncio.gather(*both) == [True, True]
    fresh = DeskRoom.of(house.store, house.keys, house.clock)
    assert await fresh.cases.reply(session, case, words, "a-form")
    assert (await rows(house))["letters"] == 2
    await employee.commands("/news")
    assert employee.screen.count("Zullen we morgen") == 1
    assert await fresh.cases.reply(session, case, words, "a-form")
    assert "mailbox" not in await rows(house), "no news of something old"


async def test_a_login_is_a_counsellors_or_hrs_and_never_both(house: House) -> None:
    both = Staff(StaffId(new_id()), Role.HR, VERA)
    with pytest.raises(StorageError):
        await house.store.write(lambda work: work.desk.add_staff(both))


# ── half time ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("sent", "reply_by"),
    [
        (date(2026, 11, 23), date(2026, 11, 25)),  # an ordinary Monday
        (date(2026, 11, 27), date(2026, 12, 1)),  # a Friday
        (date(2027, 3, 25), date(2027, 3, 31)),  # Thursday before Easter: Good Friday and Monday are off
        (date(2026, 12, 24), date(2026, 12, 29)),  # Christmas
    ],
)
@pytest.mark.clause("C12")
async def test_the_day_of_the_answer_counts_working_days_only(
    house: House, employee: Employee, clock: MovableClock, sent: date, reply_by: date
) -> None:
    clock.passes(days=(sent - clock.at.date()).days)
    await employee.introduces(pick="woman")
    (case,) = await cases_of(house, VERA)
    assert case.reply_by == reply_by
