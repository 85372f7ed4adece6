"""Help to choose, on this organisation's own doors: both sides, reasons, everything, and nothing kept."""

from dataclasses import replace

import pytest

from bot.wiring import House
from tests.handlers.test_doors import to_options
from tests.house import Employee, rows

SIDES = ("Binnen de organisatie:", "Buiten de organisatie:")


async def asked(employee: Employee, need: str, when: str = "skip", name: str = "skip") -> str:
    await employee.chooses(option="help_me_choose")
    await employee.chooses(choose_need=need)
    await employee.chooses(choose_when=when)
    await employee.chooses(choose_name=name)
    return employee.screen


async def kept(house: House) -> dict[str, int]:
    """Rows by table, without the hashes of deliveries that were taken."""
    return {table: many for table, many in (await rows(house)).items() if table != "deliveries"}


@pytest.mark.clause("C53")
async def test_the_short_list_says_why_and_everything_is_one_press_away(
    house: House, employee: Employee
) -> None:
    await to_options(employee)
    before = await kept(house)
    short = await asked(employee, "listen", "now", "without")
    assert "Het is geen oordeel." in short
    assert "Past bij: iemand die luistert, dag en nacht open en zonder je naam" in short
    assert "De Luisterlijn" in short
    assert "Arbeidsinspectie" not in short
    await employee.chooses(shortlist_next="all")
    assert "Arbeidsinspectie" in employee.screen
    assert "Praten met P&O" in employee.screen
    assert await kept(house) == before  # nothing is kept of what was looked at
    await employee.chooses(shortlist_next="again")
    assert employee.sees("utter_ask_choose_need")


@pytest.mark.clause("C52", "C53")
@pytest.mark.parametrize(
    "kind", ["sexual", "bullying", "discrimination", "aggression", "violence", "unknown"]
)
async def test_inside_and_outside_both_hold_something_for_every_kind_whatever_is_answered(
    house: House, kind: str
) -> None:
    for n, need in enumerate(("listen", "stop", "know", "care", "decision", "skip")):
        employee = Employee(house, sender=f"{kind}-{n}")
        await employee.commands("/start")
        await employee.walks_to("option", need="possible", kind=kind)
        short = await asked(employee, need, "now" if n % 2 else "skip", "without" if n % 3 else "with")
        for side in SIDES:
            _, _, below = short.partition(side)
            assert below.strip().splitlines()[0] not in ("", *SIDES)


@pytest.mark.clause("C51")
async def test_each_entry_says_what_they_do_what_it_costs_and_whether_a_name_is_needed(
    employee: Employee,
) -> None:
    await to_options(employee)
    short = await asked(employee, "listen")
    for told in ("Wat ze doen:", "Bereiken:", "Wanneer:", "Kosten:", "Is je naam nodig:", "Past bij:"):
        assert told in short


@pytest.mark.clause("C52")
async def test_who_it_is_about_is_left_out_inside_and_nothing_is_left_out_outside(
    house: House, employee: Employee
) -> None:
    await to_options(employee, about="hr")
    await asked(employee, "know")
    await employee.chooses(shortlist_next="all")
    assert "Praten met P&O" not in employee.screen
    assert "De Luisterlijn" in employee.screen


@pytest.mark.clause("C51")
async def test_a_removed_line_is_on_no_list(house: House) -> None:
    gone = house.guide.line("luisterlijn")
    left = replace(house.guide, lines=tuple(each for each in house.guide.lines if each is not gone))
    assert gone not in left.fitting("bullying", "any", most=None)
    assert all(gone in house.guide.fitting(kind, most=None) for kind in ("bullying", "any", "accused"))


@pytest.mark.clause("C53")
async def test_from_the_short_list_back_to_a_counsellor_the_options_or_enough(house: House) -> None:
    for answer, seen in (
        ("options", "utter_ask_option"),
        ("counsellor", "utter_ask_pick"),
        ("enough", "utter_stopped"),
    ):
        employee = Employee(house, sender=answer)
        await to_options(employee)
        await asked(employee, "skip")
        await employee.chooses(shortlist_next=answer)
        assert employee.sees(seen), (answer, employee.screen)


@pytest.mark.clause("C51", "C53")
@pytest.mark.parametrize("kind", ["bullying", "discrimination"])
async def test_no_line_for_a_crisis_that_nobody_named_stands_on_the_short_list(
    house: House, kind: str
) -> None:
    frightening = ("Alarmnummer", "113 Zelfmoordpreventie", "Centrum Seksueel Geweld")
    for n, need in enumerate(("listen", "stop", "know", "care", "decision", "skip")):
        for when in ("now", "later"):
            employee = Employee(house, sender=f"{kind}-{n}-{when}")
            await to_options(employee, kind=kind)
            _, _, outside = (await asked(employee, need, when)).partition(SIDES[1])
            assert not [name for name in frightening if name in outside], (need, when)
            assert "Bereiken:" in outside
            if when == "now":
                assert "De Luisterlijn" in outside
    await employee.chooses(shortlist_next="all")
    assert all(name in employee.screen for name in frightening)


@pytest.mark.clause("C53")
async def test_a_line_for_what_was_named_stays_and_who_named_nothing_sees_the_calm_one_first(
    house: House,
) -> None:
    for kind, need, first in (
        ("sexual", "care", "Centrum Seksueel Geweld"),
        ("aggression", "stop", "Alarmnummer"),
        ("unknown", "listen", "De Luisterlijn"),
    ):
        employee = Employee(house, sender=kind)
        await to_options(employee, kind=kind)
        _, _, outside = (await asked(employee, need)).partition(SIDES[1])
        assert outside.strip().splitlines()[0] == first, outside
