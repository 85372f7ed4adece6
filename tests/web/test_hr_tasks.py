"""Who is new is introduced; packs are counted by the month and never by person (C57, C58)."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.checks import examine
from bot.demo_house import furnish
from bot.findings import Weight
from bot.settings import Settings
from bot.wiring import House, build
from handlers.domain.roster_events import EventKind
from tests.handlers.test_choosing import TODAY, change
from tests.house import DAAN, VERA, MovableClock, officer
from tests.web.test_desk import NOOR
from tests.web.test_hr import at_hr, publish
from tests.web.visitor import Visitor

NEW = "noor-nieuw"
TASK = "Noor Nieuw is nieuw. Stel"


@pytest.mark.clause("C57")
async def test_a_new_appointment_is_a_task_until_it_is_marked_with_its_day(
    house: House, another: Visitor, clock: MovableClock
) -> None:
    await at_hr(house, another)
    await another.opens("/hr/add")
    await another.sends(another.form("/hr/save"), **NOOR)
    assert TASK not in another.words
    await publish(another)
    assert TASK in another.words
    clock.passes(days=3)
    await at_hr(house, another)
    await another.opens("/hr")
    assert TASK in another.words
    form = another.form(f"/hr/introduced/{NEW}")
    for wrong in ("", "gisteren", (clock.now().date() + timedelta(days=1)).isoformat()):
        await another.sends(form, day=wrong)
        assert "Nog niet genoteerd" in another.words
        assert TASK in another.words
    day = clock.now().date() - timedelta(days=1)
    await another.sends(form, day=day.isoformat())
    assert "Genoteerd." in another.words
    assert TASK not in another.words
    marked = [e for e in (await house.hr.page()).events if e.kind is EventKind.INTRODUCED]
    assert [(event.counsellor, event.day) for event in marked] == [(NEW, day)]
    await another.sends(form, day=day.isoformat())
    assert "Nog niet genoteerd" in another.words
    await another.opens("/hr/history")
    assert "Noor Nieuw: voorgesteld op" in another.words


async def test_a_change_of_who_is_known_is_no_task_and_who_comes_back_is_one(house: House) -> None:
    hr = await officer(house)
    for who in (VERA, DAAN):
        assert await house.hr.introduced(hr, who, TODAY)
    await change(house, VERA, days="alleen vrijdag")
    assert (await house.hr.page()).unknown == ()
    await change(house, DAAN, until=TODAY - timedelta(days=1), reason="left")
    await change(house, DAAN, until=None, reason=None)
    assert [who.id for who in (await house.hr.page()).unknown] == [DAAN]


@pytest.mark.clause("C57")
async def test_going_live_without_an_introduction_is_a_warning_and_no_block(folder: Path) -> None:
    settings = Settings(data_dir=folder / "data")
    clock = MovableClock()
    house = await build(settings, clock)
    await furnish(house)
    hr = await officer(house)
    assert await house.hr.introduced(hr, VERA, clock.now().date())
    await house.close()
    found = [finding for finding in await examine(settings) if "(C57)" in finding.what]
    assert [(finding.weight, finding.what.split()[0]) for finding in found] == [(Weight.WARNING, DAAN)]


@pytest.mark.clause("C58")
async def test_packs_are_a_total_of_a_month_that_hr_typed_itself(house: House, another: Visitor) -> None:
    await at_hr(house, another)
    await another.opens("/hr/packs")
    form = another.form("/hr/packs")
    assert set(form.fields) == {"form", "month", "many"}
    for many in ("3", "5"):  # the second corrects the first
        await another.sends(form, many=many)
        assert "Bewaard." in another.words
    this = house.clock.now().date().replace(day=1)
    assert await house.hr.packs() == [(this, 5)]
    assert "november 2026: 5" in another.words
    for wrong in ("", "-1", "Jan", "99999", "²"):
        await another.sends(form, many=wrong)
        assert "Schrijf een getal" in another.words
    await another.sends(form, many="1", month="2019-01-01")
    assert another.status == 400
    assert await house.hr.packs() == [(this, 5)]


async def test_packs_of_long_ago_go(house: House, clock: MovableClock) -> None:
    hr = await officer(house)
    old = clock.now().date().replace(day=1)
    await house.hr.hand_out(hr, old, 4)
    clock.passes(days=800)
    now = clock.now().date().replace(day=1)
    await house.hr.hand_out(hr, now, 2)
    assert await house.hr.packs() == [(now, 2)]
