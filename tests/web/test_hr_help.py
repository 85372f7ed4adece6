"""HR sees which help lines and doors were not checked for long; who looked at which is kept nowhere (C20)."""

from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.checks import examine
from bot.demo_house import furnish
from bot.settings import Settings
from bot.wiring import House, build
from handlers.ports import Work
from storage.tables import metadata
from storage.upkeep import read
from tests.house import MovableClock, officer
from tests.web.test_hr import at_hr
from tests.web.visitor import Visitor


@pytest.mark.clause("C20")
async def test_what_is_too_old_is_said_until_it_was_checked_and_again_after_its_term(
    house: House, another: Visitor, clock: MovableClock
) -> None:
    line = house.guide.lines[0]
    clock.passes(days=10_000)  # whatever the file says is old by now
    await at_hr(house, another)
    await another.opens("/hr/help")
    doors = (*house.policy.doors, *house.policy.accused_bodies, *house.policy.board_alternatives)
    entries = len(house.guide.lines) + len(doors)
    assert another.answer.text.count("tag late") == entries
    for entry in (line.id, "door-or"):
        await another.sends(another.form(f"/hr/help/{entry}"))
        assert "Genoteerd." in another.words
    assert another.answer.text.count("tag late") == entries - 2
    clock.passes(days=house.policy.referrals_max_age_days)
    await at_hr(house, another)
    await another.opens("/hr/help")
    assert another.answer.text.count("tag late") == entries - 2
    clock.passes(days=1)
    await at_hr(house, another)
    await another.opens("/hr/help")
    assert another.answer.text.count("tag late") == entries


async def test_what_does_not_exist_is_not_checked(house: House, another: Visitor) -> None:
    await at_hr(house, another)
    token = another.form("/hr/leave").fields["form"]
    assert (await another.client.post("/hr/help/none", data={"form": token})).status_code == 404
    assert await house.hr.checks() == {}


@pytest.mark.clause("C20")
async def test_the_set_up_check_names_a_line_until_hr_checked_it(folder: Path) -> None:
    settings = Settings(data_dir=folder / "data")
    house = await build(settings, MovableClock())
    await furnish(house)
    hr, lines = await officer(house), house.guide.lines

    async def named() -> list[str]:
        return [f.what for f in await examine(settings) if "help line" in f.what]

    assert any("were not checked" in what for what in await named())
    # examine() asks the real clock, so this is noted as of far ahead
    far = house.clock.now().date() + timedelta(days=40_000)
    for line in lines:
        await house.store.write(partial(_check, line.id, far))
    assert await named() == ["every help line was checked"]
    await house.hr.check(hr, lines[0].id)
    assert (await house.hr.checks())[lines[0].id] == house.clock.now().date()
    await house.close()


@pytest.mark.clause("C20")
async def test_nothing_is_kept_of_who_looked_at_which_line(house: House, employee: Visitor) -> None:
    async def stored() -> dict[str, list[str]]:
        return await read(
            house.store,
            lambda at: {
                name: sorted(map(repr, at.run(sa.select(table)))) for name, table in metadata.tables.items()
            },
        )

    await furnish(house)
    before = await stored()
    for language in ("nl", "en"):
        await employee.opens(f"/help?lang={language}")
        assert employee.status == 200
    assert house.guide.lines[0].name["en"] in employee.words
    assert await stored() == before
    assert not employee.cookies


@pytest.mark.clause("C20")
async def test_every_kind_has_a_line_outside(house: House) -> None:
    for kind in ("sexual", "bullying", "discrimination", "aggression", "violence"):
        assert any(line.number or line.url for line in house.guide.fitting(kind)), kind


def _check(entry: str, on: date, work: Work) -> None:
    work.roster.check(entry, on)
