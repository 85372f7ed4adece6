"""What ends soon or is missing: HR reads it with what to do, 90 and 30 days ahead, and doctor says it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.checks import examine
from bot.demo_house import furnish
from bot.findings import Weight
from bot.settings import Settings
from bot.wiring import House, build
from dialogues.render import full_date
from tests.house import VERA, MovableClock, officer
from tests.web.test_hr import at_hr
from tests.web.test_trained import import_demo
from tests.web.visitor import Visitor

SIGNED = "      code_signed_on: 2026-01-20\n"


def notices(one: Visitor) -> list[str]:
    return [part.partition("</div>")[0] for part in one.answer.text.split('<div class="notice"')[1:]]


@pytest.mark.clause("C22")
@pytest.mark.parametrize(("days", "loud"), [(91, None), (90, False), (31, False), (30, True), (1, True)])
async def test_hr_reads_what_ends_90_and_30_days_ahead_with_a_way_to_change_it(
    house: House, another: Visitor, clock: MovableClock, folder: Path, days: int, loud: bool | None
) -> None:
    await furnish(house)
    day = clock.now().date() + timedelta(days=days)
    await import_demo(house, folder, "trained_until: 2028-12-31", f"trained_until: {day}")
    await at_hr(house, another)
    words = f"De opleiding van Vera Voorbeeld geldt tot en met {full_date(day, 'nl')}. Plan een nieuwe."
    found = [notice for notice in notices(another) if words in notice]
    assert [notice.startswith(' role="alert"') for notice in found] == ([] if loud is None else [loud])
    assert all(f"/hr/change/{VERA}" in notice for notice in found)


async def test_training_that_is_over_is_told_once(
    house: House, another: Visitor, clock: MovableClock, folder: Path
) -> None:
    await furnish(house)
    day = clock.now().date() - timedelta(days=1)
    await import_demo(house, folder, "trained_until: 2028-12-31", f"trained_until: {day}")
    await at_hr(house, another)
    assert len([notice for notice in notices(another) if "De opleiding van" in notice]) == 1


@pytest.mark.clause("C34")
async def test_hr_reads_what_is_missing_until_it_is_filled_in(
    house: House, another: Visitor, folder: Path
) -> None:
    await furnish(house)
    await import_demo(house, folder, SIGNED, "")
    await at_hr(house, another)
    assert "geen dag waarop Vera Voorbeeld de gedragscode tekende" in another.words
    await another.opens(f"/hr/change/{VERA}")
    await another.sends(another.form("/hr/save"), code_signed_on="2026-11-20")
    assert "de gedragscode tekende" not in another.words


@pytest.mark.clause("C22")
@pytest.mark.clause("C31")
async def test_the_set_up_check_names_what_ends_soon_and_what_is_missing(folder: Path) -> None:
    settings = Settings(data_dir=folder / "data")
    house = await build(settings, MovableClock())
    await furnish(house)

    async def told() -> dict[str, Weight]:
        found = [each for each in await examine(settings) if f" of {VERA} " in each.what]
        assert all(each.mend for each in found)
        return {each.what: each.weight for each in found}

    assert await told() == {}
    today = datetime.now(UTC).date()  # examine() asks the real clock
    for days, late in ((20, ", within 30 days"), (80, "")):
        day = today + timedelta(days=days)
        await import_demo(house, folder, "trained_until: 2028-12-31", f"trained_until: {day}")
        assert await told() == {f"the training of {VERA} ends on {day}{late}": Weight.WARNING}
    await import_demo(house, folder, SIGNED, "")
    assert await told() == {f"a signed code of conduct (C34) of {VERA} stands nowhere": Weight.WARNING}
    hr, page = await officer(house), await house.hr.page()
    vera = next(who for who in page.published.counsellors if who.id == VERA)
    unseen = replace(vera, certificate_seen_on=None, code_signed_on=today)
    assert await house.hr.save(hr, unseen, page.published.version)
    await house.hr.publish(hr)
    assert await told() == {f"a certificate of conduct (C31) of {VERA} stands nowhere": Weight.STOP}
    await house.close()
