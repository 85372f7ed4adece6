"""What protects a counsellor: what was agreed, in the words of this organisation, and who hears of an end."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from bot.roster_file import dump_roster, load_roster
from bot.wiring import House
from handlers.domain.roster_events import EventKind
from handlers.hr import import_roster
from handlers.ports import Rosters
from tests.house import DAAN, VERA, officer
from tests.web.rooms import pages_of, rooms_of
from tests.web.test_hr import at_hr, publish
from tests.web.visitor import Visitor, visitor

SOURCES = tuple((Path(__file__).resolve().parents[2] / "storage").glob("*.py"))
SAID = "Dat is afgesproken in deze organisatie."


async def end_daan(one: Visitor) -> None:
    await one.opens(f"/hr/change/{DAAN}")
    await one.sends(one.form("/hr/save"), until="2026-12-31", reason="board_decision")
    await publish(one)


@pytest.mark.clause("C72")
async def test_the_protected_position_is_said_only_where_it_was_agreed_and_claims_no_law(
    house: House, employee: Visitor, another: Visitor
) -> None:
    await employee.opens("/wie")
    assert employee.words.count(SAID) == 1
    assert f"Mag geen nadeel hebben van dit werk. {SAID}" in employee.words
    assert "4 uur per week" not in employee.words
    assert not re.search(r"\b(wet|wettelijk|ontslagbescherming)\b", employee.words.lower())
    await at_hr(house, another)
    await another.opens(f"/hr/change/{DAAN}")
    await another.sends(another.form("/hr/save"), protected_on="2026-02-01", hours="2 uur", means="telefoon")
    await publish(another)
    house.directories.forget()
    await employee.opens("/wie?lang=en")
    assert employee.words.count("That is agreed in this organisation.") == 2


async def test_what_hr_typed_about_protection_goes_through_a_file_and_back(
    house: House, another: Visitor, tmp_path: Path
) -> None:
    await at_hr(house, another)
    await another.opens(f"/hr/change/{DAAN}")
    await another.sends(another.form("/hr/save"), protected_on="2026-02-01", hours="2 uur", means="telefoon")
    await publish(another)
    roster = (await house.hr.page()).published
    path = tmp_path / "roster.yml"
    path.write_text(dump_roster(roster), "utf-8")
    assert load_roster(path) == roster
    daan = roster.get(DAAN)
    assert daan is not None
    assert (daan.hours, daan.means) == ("2 uur", "telefoon")


@pytest.mark.clause("C72")
@pytest.mark.parametrize(
    "typed",
    [
        {"until": "2026-12-31", "reason": ""},
        {"until": "", "reason": "left"},
        {"until": "2026-12-31", "reason": "x"},
    ],
)
async def test_an_appointment_does_not_end_without_a_day_and_a_reason_of_the_list(
    house: House, another: Visitor, typed: dict[str, str]
) -> None:
    await at_hr(house, another)
    await another.opens(f"/hr/change/{DAAN}")
    await another.sends(another.form("/hr/save"), **typed)
    assert another.status == 400
    assert (await house.hr.page()).draft is None


@pytest.mark.clause("C22", "C72")
async def test_an_ending_gives_the_notice_for_the_works_council_and_its_record(
    house: House, another: Visitor
) -> None:
    await at_hr(house, another)
    await end_daan(another)
    await another.opens("/hr")
    assert "nog geen bericht voor de ondernemingsraad" in another.words
    await another.opens(f"/hr/council/{DAAN}")
    assert "Aan: Ondernemingsraad, or@korenbloem.example" in another.words
    assert "De laatste dag is 31 december 2026. De reden is: besluit van de directie." in another.words
    assert "Open Oor verstuurt niets" in another.words
    made = another.form(f"/hr/council/{DAAN}")
    for _ in range(2):  # pressed twice: noted once
        await another.sends(made)
        assert "Bericht voor de ondernemingsraad gemaakt op" in another.words
    assert [event.kind for event in (await house.hr.page()).events].count(EventKind.COUNCIL_NOTICE) == 1
    await another.opens("/hr")
    assert "nog geen bericht voor de ondernemingsraad" not in another.words
    await another.opens("/hr/history")
    assert "Daan Denkbeeld: bericht voor de ondernemingsraad gemaakt op" in another.words
    assert "bij versie 2" in another.words
    await another.opens("/hr/history?earlier=1&later=2")
    assert "besluit van de directie" in another.words


async def test_who_is_protected_has_that_in_the_notice_and_a_reason_of_earlier_stays_readable(
    house: House, another: Visitor
) -> None:
    roster = (await house.hr.page()).published
    today = house.clock.now().date()
    people = tuple(replace(c, until=today, reason="verhuisd") for c in roster.counsellors if c.id == VERA)
    await house.store.write(lambda work: import_roster(work, replace(roster, counsellors=people), today))
    await at_hr(house, another)
    await another.opens(f"/hr/council/{VERA}")
    assert "een beschermde positie afgesproken in deze organisatie" in another.words
    assert "De reden is: verhuisd." in another.words
    await another.opens(f"/hr/change/{VERA}")
    assert another.form("/hr/save").fields["reason"] == "verhuisd"
    await another.opens("/hr/history?earlier=1&later=2")
    assert "verhuisd" in another.words


async def test_without_an_address_in_the_policy_the_page_says_so(house: House) -> None:
    policy = replace(house.policy, doors=tuple(door for door in house.policy.doors if door.id != "or"))
    async with visitor(pages_of(replace(rooms_of(house), policy=policy))) as one:
        await at_hr(house, one)
        await end_daan(one)
        await one.opens(f"/hr/council/{DAAN}")
        assert "nog geen adres van de ondernemingsraad" in one.words


async def test_who_does_not_end_has_no_notice(house: House, another: Visitor) -> None:
    await at_hr(house, another)
    token = another.form("/hr/leave").fields["form"]
    for who in (VERA, "niemand"):
        await another.opens(f"/hr/council/{who}")
        assert another.status == 404
        assert (await another.client.post(f"/hr/council/{who}", data={"form": token})).status_code == 404
    assert EventKind.COUNCIL_NOTICE not in [event.kind for event in (await house.hr.page()).events]


@pytest.mark.clause("C72")
async def test_what_was_noted_can_be_added_to_and_not_changed(house: House) -> None:
    changing = {
        name for name in vars(Rosters) if re.search("delete|remove|change|clear|forget|replace", name)
    }
    assert changing == set()
    assert SOURCES
    for file in SOURCES:
        assert not re.search(
            r"(delete|update)\((roster_events|roster_versions)\b", file.read_text("utf-8")
        ), file
    await house.store.write(lambda work: work.roster.note(EventKind.COUNCIL_NOTICE, VERA))
    assert await house.hr.tell_council(await officer(house), DAAN) is False
    events = (await house.hr.page()).events
    assert [event.counsellor for event in events if event.kind is EventKind.COUNCIL_NOTICE] == [VERA]


@pytest.mark.clause("C72")
async def test_no_page_of_hr_says_anything_else_when_a_counsellor_has_work(
    house: House, employee: Visitor, another: Visitor
) -> None:
    await at_hr(house, another)
    await end_daan(another)
    pages = (
        "/hr",
        "/hr/preview",
        "/hr/history",
        "/hr/materials",
        f"/hr/change/{VERA}",
        f"/hr/council/{DAAN}",
    )

    async def read() -> list[str]:
        for page in pages:
            await another.opens(page)
            assert another.status == 200
            seen.append(another.words)
        return seen

    seen: list[str] = []
    before = list(await read())
    await employee.introduces()
    seen.clear()
    assert await read() == before
