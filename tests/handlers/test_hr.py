"""HR publishes counsellors and reaches nothing else (C22, C24, C55, C73)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.wiring import House
from handlers.domain.errors import StorageError
from handlers.domain.ids import CounsellorId
from handlers.domain.roster import Gender, NoManOrWoman, Roster
from handlers.hr import entry_mark, import_roster
from tests.handlers.test_choosing import TODAY, change
from tests.house import DAAN, VERA, Counsellor, Employee, MovableClock, cases_of, officer, rows, staff_of


async def test_a_change_is_a_draft_until_it_is_published(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    hr = await officer(house)
    page = await house.hr.page()
    vera = page.published.get(VERA)
    assert vera is not None
    assert await house.hr.save(hr, replace(vera, phone="085-1234567"), page.published.version)
    clock.passes(seconds=59)
    await employee.commands("/who")
    assert "085-1234567" not in employee.screen
    draft = (await house.hr.page()).draft
    assert draft is not None
    assert [c.id for c in draft.counsellors] == [c.id for c in page.published.counsellors]
    published = await house.hr.publish(await officer(house))
    assert published.version == page.published.version + 1
    clock.passes(seconds=59)
    await employee.commands("/who")
    assert "085-1234567" in employee.screen
    after = await house.hr.page()
    assert after.draft is None
    assert [version for version, _ in after.versions][:1] != []
    assert len(after.versions) == len(page.versions) + 1


async def test_somebody_added_stands_below_the_others_and_gets_a_login_without_a_key(house: House) -> None:
    hr, page = await officer(house), await house.hr.page()
    vera = page.published.get(VERA)
    assert vera is not None
    cora = replace(vera, id=CounsellorId("cora-nieuw"), name="Cora Nieuw")
    assert await house.hr.save(hr, cora, page.published.version)
    published = await house.hr.publish(hr)
    assert [c.id for c in published.counsellors] == [VERA, DAAN, "cora-nieuw"]
    assert not (await staff_of(house, "cora-nieuw")).ended
    assert "cora-nieuw" not in [key.counsellor for key in await house.desk.keys.shown()]


async def test_a_second_officer_does_not_overwrite_the_first(house: House) -> None:
    one, two = await officer(house), await officer(house)
    page = await house.hr.page()
    vera = page.published.get(VERA)
    assert vera is not None
    seen = entry_mark(vera)
    assert await house.hr.save(one, replace(vera, phone="1"), page.published.version, seen)
    assert not await house.hr.save(two, replace(vera, phone="2"), page.published.version, seen)
    await house.hr.publish(one)
    assert not await house.hr.save(two, replace(vera, phone="2"), page.published.version)
    now = (await house.hr.page()).published.get(VERA)
    assert now is not None
    assert now.phone == "1"
    assert entry_mark(None) != seen


async def test_publishing_without_a_draft_changes_nothing(house: House) -> None:
    before = await rows(house)
    with pytest.raises(StorageError):
        await house.hr.publish(await officer(house))
    after = await rows(house)
    assert after["roster_versions"] == before["roster_versions"]


async def test_a_counsellor_is_not_hr(house: House) -> None:
    session = await (await Counsellor.logs_in(house, VERA)).session()
    roster = (await house.hr.page()).published
    with pytest.raises(PermissionError):
        await house.hr.save(session, roster.counsellors[0], roster.version)
    with pytest.raises(PermissionError):
        await house.hr.publish(session)


async def test_who_is_left_out_of_an_import_stays(house: House) -> None:
    await change(house, VERA, days="altijd")
    roster = (await house.hr.page()).published
    assert [c.id for c in roster.counsellors] == [VERA, DAAN]
    assert not (await staff_of(house, DAAN)).ended


@pytest.mark.clause("C24")
async def test_a_slip_that_leaves_no_woman_is_not_published(house: House) -> None:
    with pytest.raises(NoManOrWoman):
        await change(house, VERA, gender=Gender.MAN)
    hr, roster = await officer(house), (await house.hr.page()).published
    vera = roster.get(VERA)
    assert vera is not None
    assert await house.hr.save(hr, replace(vera, gender=Gender.OTHER), roster.version)
    assert (await house.hr.page()).missing == (Gender.WOMAN,)
    with pytest.raises(NoManOrWoman):
        await house.hr.publish(hr)
    assert (await house.hr.page()).published == roster


@pytest.mark.clause("C24")
async def test_hr_sees_who_is_missing_when_the_last_woman_ends(house: House) -> None:
    await change(house, VERA, until=TODAY - timedelta(days=1), reason="left")
    assert (await house.hr.page()).missing == (Gender.WOMAN,)


async def test_an_empty_house_publishes_its_first_roster(house: House) -> None:
    roster = (await house.hr.page()).published
    first = Roster(0, tuple(replace(c, place="elders") for c in roster.counsellors))
    published = await house.store.write(lambda work: import_roster(work, first, TODAY))
    assert {c.place for c in published.counsellors} == {"elders"}
    assert not await cases_of(house, VERA)


@pytest.mark.clause("C58")
async def test_a_new_colleague_makes_no_case_and_counts_nowhere(house: House, employee: Employee) -> None:
    before = await rows(house)
    await employee.commands("/start")
    await employee.walks_to("for_whom")
    await employee.chooses(for_whom="new")
    assert "Vera Voorbeeld" in employee.screen
    after = await rows(house)
    for table in ("cases", "letters", "consents", "jobs", "packs"):
        assert after.get(table, 0) == before.get(table, 0) == 0, table
    assert await house.hr.packs() == []
