"""The public mark of training: there while it counts, gone the day after, and HR told no more than that."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.checks import examine
from bot.demo_house import furnish
from bot.places import DEMO
from bot.roster_file import load_roster
from bot.settings import Settings
from bot.wiring import House, build
from handlers.hr import import_roster
from tests.house import VERA, Employee, MovableClock
from tests.web.test_hr import at_hr
from tests.web.visitor import Visitor

MARK = "Opgeleid als vertrouwenspersoon."
LAPSED = "telt niet meer sinds"


@pytest.mark.clause("C32")
async def test_the_mark_stands_with_who_is_trained_and_goes_the_day_after(
    house: House, employee: Visitor, another: Visitor, clock: MovableClock
) -> None:
    vera = (await house.hr.page()).published.get(VERA)
    assert vera is not None
    assert vera.trained_until is not None
    asker = Employee(house)
    await employee.opens("/wie")
    assert employee.words.count(MARK) == 2
    await asker.commands("/who")
    assert MARK in asker.screen
    await at_hr(house, another)
    assert LAPSED not in another.words
    clock.at += vera.trained_until - clock.now().date() + timedelta(days=1)
    house.directories.forget()
    await employee.opens("/wie")
    assert MARK not in employee.words
    await at_hr(house, another)
    assert f"De opleiding van {vera.name} {LAPSED} 31 december 2028" in another.words


@pytest.mark.clause("C32")
async def test_no_mark_is_made_up_for_whom_no_training_is_known(
    house: House, employee: Visitor, tmp_path: Path
) -> None:
    await import_demo(house, tmp_path, "      trained_until: 2028-12-31\n", "")
    house.directories.forget()
    await employee.opens("/wie")
    assert employee.words.count(MARK) == 1


@pytest.mark.clause("C32")
async def test_the_set_up_check_says_whose_training_is_over(folder: Path) -> None:
    settings = Settings(data_dir=folder / "data")
    house = await build(settings, MovableClock())
    await furnish(house)

    async def told() -> list[str]:
        return [each.what for each in await examine(settings) if "(C32)" in each.what]

    assert await told() == []
    await import_demo(house, folder, "trained_until: 2028-12-31", "trained_until: 2026-02-01")
    assert await told() == [f"the training of {VERA} does not count any more (C32)"]
    await house.close()


async def import_demo(house: House, folder: Path, this: str, by: str) -> None:
    """Publish the demo's counsellors with one thing otherwise."""
    text = (DEMO / "roster.yml").read_text("utf-8").replace("version: 0", "version: 1")
    assert this in text
    (folder / "changed.yml").write_text(text.replace(this, by), "utf-8")
    roster = load_roster(folder / "changed.yml")
    await house.store.write(lambda work: import_roster(work, roster, house.clock.now().date()))
