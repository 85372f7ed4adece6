"""A counsellor tells at the desk when they are away: it holds at once and nobody is stranded (C12, C24)."""

from datetime import date, timedelta

import pytest

from bot.checks import examine
from bot.findings import Weight
from bot.wiring import House
from handlers.domain.absence import MOST, OwnAbsence
from handlers.domain.ids import AbsenceId
from handlers.domain.roster import Absence
from handlers.domain.roster_changes import differences
from storage import upkeep
from storage.audit import entries
from storage.transaction import Transaction
from tests.handlers.at_desk import end_login
from tests.handlers.test_choosing import TODAY, away, change
from tests.handlers.waiting.passing import NAME, days, hears, news, taken
from tests.house import DAAN, VERA, Counsellor, Employee, MovableClock, cases_of, officer, rows, sweep

THREE_WEEKS = Absence(TODAY, TODAY + timedelta(days=20))


async def tells(house: House, who: str, absence: Absence = THREE_WEEKS) -> Counsellor:
    """Log in and say it."""
    one = await Counsellor.logs_in(house, who)
    assert await house.desk.absence.tell(await one.session(), absence) is None
    house.directories.forget()
    return one


async def comes_back(house: House, one: Counsellor) -> None:
    """Press "I am back"."""
    (own,) = (await house.desk.absence.view(await one.session())).own
    assert await house.desk.absence.end(await one.session(), own.id)
    house.directories.forget()


def _audit(at: Transaction) -> list[str]:
    return [what for _, _, what, _ in entries(at)]


@pytest.mark.clause("C12", "C24")
async def test_who_is_away_is_not_offered_and_the_bot_says_that_no_woman_is_there(
    house: House, employee: Employee
) -> None:
    vera = await tells(house, VERA)
    await employee.to_counsellor()
    assert employee.sees("utter_gap_woman")
    await employee.chooses(pick="woman")
    assert employee.sees("utter_no_woman")
    await comes_back(house, vera)
    again = Employee(house, sender="2")
    await again.introduces(pick="woman")
    assert len(await cases_of(house, VERA)) == 1


@pytest.mark.clause("C12")
@pytest.mark.parametrize("choice", ["wait", "other", "outside", "stop"])
async def test_an_open_case_hears_the_day_of_return_and_chooses_and_nobody_is_asked_before(
    house: House, employee: Employee, clock: MovableClock, choice: str
) -> None:
    await taken(house, employee)
    await tells(house, VERA)
    await sweep(house)
    await hears(employee, clock)
    assert employee.sees("utter_away", counsellor_name=NAME, back_on="maandag 14 december")
    assert await cases_of(house, DAAN) == []
    await employee.chooses(overdue_next=choice)
    if choice == "wait":
        assert employee.sees("utter_overdue_wait", counsellor_name=NAME, reply_by="woensdag 16 december")
    if choice == "other":
        await employee.chooses(pick="man")
        await employee.walks_to("send")
        assert await cases_of(house, DAAN) == [], "not without a new yes"
        await employee.chooses(send="yes")
        assert len(await cases_of(house, DAAN)) == 1


async def test_who_is_back_before_it_was_told_is_not_told_of_and_what_was_told_is_taken_back_honestly(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    await taken(house, employee)
    vera = await tells(house, VERA)
    await comes_back(house, vera)
    await sweep(house)
    assert await news(house) == 0
    await tells(house, VERA)
    await sweep(house)
    assert await news(house) == 1
    await comes_back(house, await Counsellor.logs_in(house, VERA))
    await hears(employee, clock)
    assert employee.sees("utter_waiting_changed")


async def test_a_short_absence_is_told_to_nobody(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    await taken(house, employee)
    await tells(house, VERA, Absence(TODAY, TODAY + timedelta(days=1)))
    await sweep(house)
    assert await news(house) == 0


@pytest.mark.clause("C22", "C72")
async def test_the_published_list_and_its_history_stay_hr_s(house: House) -> None:
    before = await house.store.read(lambda work: work.roster.published())
    await tells(house, VERA)
    page, session = await house.hr.page(), await officer(house)
    assert page.published == before
    entry = page.published.get(VERA)
    assert entry is not None
    assert await house.hr.save(session, entry, page.published.version)
    await house.hr.publish(session)
    await change(house, DAAN, place="Elders")
    latest = await house.store.read(lambda work: work.roster.published())
    assert {each.name: each.changed for each in differences(before, latest)} == {"Daan Denkbeeld": ("place",)}
    assert not (await house.store.read(lambda work: work.roster.current())).counsellors[0].present(TODAY)


@pytest.mark.clause("C24")
async def test_hr_and_the_operator_see_the_days_and_who_is_missing(house: House) -> None:
    long = Absence(TODAY, date(2099, 1, 1))  # examine() asks the real clock
    own = OwnAbsence(AbsenceId("1" * 32), VERA, long)
    await house.store.write(lambda work: work.roster.keep_away(own))
    page = await house.hr.page()
    assert page.told == (own,)
    assert [gender.value for gender in page.missing] == ["woman"]
    found = {each.what: each.weight for each in await examine(house.settings)}
    assert found["no woman is present as counsellor today (C24)"] is Weight.STOP


async def test_days_to_come_are_told_ahead(house: House) -> None:
    vera = await tells(house, VERA, Absence(TODAY + timedelta(days=3), TODAY + timedelta(days=9)))
    view = await house.desk.absence.view(await vera.session())
    assert [(each.gender.value, each.first_day, each.last_day) for each in view.uncovered] == [
        ("woman", TODAY + timedelta(days=3), TODAY + timedelta(days=9))
    ]
    assert view.missing == ()
    assert await house.desk.absence.today(await vera.session()) is None


async def test_own_days_those_of_the_list_and_those_of_colleagues_are_told_apart(house: House) -> None:
    await change(house, VERA, absences=(*away(), *away(TODAY - timedelta(days=9), TODAY - timedelta(days=3))))
    daan = await tells(house, DAAN, Absence(TODAY, TODAY))
    vera = await Counsellor.logs_in(house, VERA)
    assert await house.desk.absence.tell(await vera.session(), Absence(TODAY, TODAY)) is None
    view = await house.desk.absence.view(await vera.session())
    assert [each.days for each in view.own] == [Absence(TODAY, TODAY)]
    assert view.listed == away()
    assert [(who.id, each) for who, each in view.colleagues] == [(DAAN, Absence(TODAY, TODAY))]
    assert await house.desk.absence.today(await vera.session()) == Absence(TODAY, TODAY)
    (own,) = view.own
    assert not await house.desk.absence.end(await daan.session(), own.id), "a colleague's"
    assert not await house.desk.absence.end(await vera.session(), AbsenceId("0" * 32))


async def test_a_locked_desk_hr_and_who_has_left_tell_nothing(house: House) -> None:
    vera = await tells(house, VERA)
    (own,) = (await house.desk.absence.view(await vera.session())).own
    await house.desk.keys.lock(vera.cookie)
    before = await rows(house)
    for session in (await vera.session(), await officer(house)):
        assert await house.desk.absence.tell(session, Absence(TODAY, TODAY)) is not None
        assert not await house.desk.absence.end(session, own.id)
    assert (await rows(house))["absences"] == before["absences"] == 1
    daan = await Counsellor.logs_in(house, DAAN)
    session = await daan.session()
    await change(house, DAAN, until=TODAY - timedelta(days=1), reason="left")
    assert await house.desk.absence.tell(session, Absence(TODAY, TODAY)) is not None


async def test_what_is_told_twice_holds_once_and_there_is_a_most(house: House) -> None:
    vera = await tells(house, VERA)
    await tells(house, VERA)
    assert (await rows(house))["absences"] == 1
    for n in range(1, MOST):
        await tells(house, VERA, Absence(TODAY, TODAY + timedelta(days=n)))
    session = await (await Counsellor.logs_in(house, VERA)).session()
    assert await house.desk.absence.tell(session, Absence(TODAY, TODAY)) == "many"
    assert (await rows(house))["absences"] == MOST
    assert vera.who == VERA


async def test_days_go_when_they_are_over_and_with_the_login(house: House, clock: MovableClock) -> None:
    await tells(house, VERA, Absence(TODAY, TODAY + timedelta(days=2)))
    daan = await tells(house, DAAN)
    await days(house, clock, 2)
    assert (await rows(house))["absences"] == 2
    await days(house, clock, 1)
    assert (await rows(house))["absences"] == 1
    await end_login(house, (await daan.session()).staff.id)
    assert "absences" not in await rows(house)


async def test_the_chain_notes_that_it_was_told_and_ended_and_nothing_more(house: House) -> None:
    await comes_back(house, await tells(house, VERA))
    noted = await upkeep.read(house.store, _audit)
    assert [each for each in noted if "absence" in each] == ["absence told", "absence ended"]
