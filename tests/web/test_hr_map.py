"""HR's page of the organisation says what the chat says, what is missing, and who is there instead."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.checks import examine
from bot.demo_house import furnish
from bot.settings import Settings
from bot.web.app import web_app
from bot.wiring import House, build
from dialogues.render import full_date
from tests.house import MovableClock
from tests.web.rooms import rooms_of
from tests.web.test_desk import link
from tests.web.test_hr import at_hr
from tests.web.test_trained import import_demo
from tests.web.visitor import Visitor, visitor


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_the_map_shows_every_body_and_where_to_go_instead(
    house: House, another: Visitor, language: str
) -> None:
    await at_hr(house, another)
    await another.opens(f"/hr/map?lang={language}")
    policy = house.policy
    for door in (*policy.doors, *policy.accused_bodies, *policy.board_alternatives):
        assert door.name[language] in another.words
        assert door.contact[language] in another.words
    for subject in ("board", "hr"):
        about = policy.door(subject)
        assert about is not None
        card = another.words.partition(f": {about.name[language]} ")[2]
        assert card.startswith(policy.board_alternatives[0].name[language])
    assert "policy.yml" in another.words


async def test_what_is_missing_is_said_first(house: House) -> None:
    policy = replace(
        house.policy,
        doors=tuple(door for door in house.policy.doors if door.id != "hr"),
        accused_bodies=(),
        board_alternatives=(),
    )
    async with visitor(web_app(replace(rooms_of(house), policy=policy))) as one:
        await one.logs_in(await link(house, "P&O"))
        await one.opens("/hr/map")
        assert one.status == 200
        for part in ("P&O niet", "de directie niet", "geen plek buiten de organisatie"):
            assert f"Het beleid noemt {part}" in one.words
        assert "Het beleid noemt geen leidinggevende" not in one.words


@pytest.mark.clause("C24")
async def test_leave_that_leaves_no_woman_is_told_ahead_with_who_is_there(
    house: House, another: Visitor, clock: MovableClock
) -> None:
    await at_hr(house, another)
    first, last = (clock.now().date() + timedelta(days=ahead) for ahead in (20, 30))
    await another.opens("/hr/change/vera-voorbeeld")
    await another.sends(
        another.form("/hr/save"), absence_0_since=first.isoformat(), absence_0_until=last.isoformat()
    )
    words = f"Van {full_date(first, 'nl')} tot en met {full_date(last, 'nl')} is er geen vrouw"
    assert words in another.words
    await another.opens("/hr/map")
    assert words in another.words
    assert "wijzigingen die nog niemand ziet" in another.words
    assert "Wel de hele tijd aanwezig: Daan Denkbeeld (man)." in another.words
    await another.opens("/hr/change/daan-denkbeeld")
    await another.sends(another.form("/hr/save"), until=first.isoformat(), reason="left")
    assert "is er geen man meer als vertrouwenspersoon" in another.words
    await another.opens("/hr/map")
    assert "Niemand anders is de hele tijd aanwezig." in another.words


@pytest.mark.clause("C24")
async def test_the_set_up_check_tells_days_to_come_without_a_woman(folder: Path) -> None:
    settings = Settings(data_dir=folder / "data")
    house = await build(settings, MovableClock())
    await furnish(house)

    async def told() -> list[str]:
        return [each.what for each in await examine(settings) if "counsellor from" in each.what]

    assert await told() == []
    soon = datetime.now(UTC).date() + timedelta(days=60)  # examine() asks the real clock
    await import_demo(
        house,
        folder,
        "    place: Hoofdkantoor",
        f"    until: {soon}\n    reason: left\n    place: Hoofdkantoor",
    )
    after = soon + timedelta(days=1)
    assert await told() == [f"no woman is present as counsellor from {after} on (C24)"]
    await house.close()


@pytest.mark.parametrize("page", ["/hr/map", "/hr/help", "/hr/procedures"])
async def test_each_page_says_where_a_fact_is_changed_in_the_same_words(
    house: House, another: Visitor, page: str
) -> None:
    await at_hr(house, another)
    await another.opens("/hr/map")
    said = another.answer.text.partition('aria-labelledby="where"')[2].partition("</section>")[0]
    await another.opens(page)
    assert another.answer.text.count('aria-labelledby="where"') == 1
    assert said in another.answer.text
    for to in ("/hr", "/hr/map", "/hr/help", "/hr/procedures"):
        assert f'href="{to}' in said


async def test_each_thing_is_marked_as_looked_at_on_one_page_only(house: House, another: Visitor) -> None:
    await at_hr(house, another)
    marks: list[str] = []
    for page in ("/hr/map", "/hr/help", "/hr/procedures"):
        await another.opens(page)
        marks += [form.action.rpartition("/")[2] for form in another.page.forms if f"{page}/" in form.action]
    assert len(marks) == len(set(marks))
    assert len(marks) > len(house.guide.lines) + len(house.policy.doors)
