"""One library for both: what the employee reads in the chat stands at the desk, in the same words."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.checks import examine
from bot.demo_house import furnish
from bot.findings import Weight
from bot.settings import Settings
from bot.web.desk_library import KINDS
from bot.wiring import House, build
from dialogues.guide import Side, procedure_check
from handlers.domain.policy import MAP_CHECK, REVIEW_DAYS
from handlers.library import entries, entry_key, open_procedures
from handlers.ports import Work
from handlers.voice import policy_values
from tests.house import Employee, MovableClock, officer
from tests.web.rooms import pages_of, rooms_of
from tests.web.test_desk import at_desk, open_first
from tests.web.test_hr import at_hr
from tests.web.test_steps import talking
from tests.web.visitor import Visitor, visitor

OWN = "Ik zoek het voor je op."
NEEDED = {"talk", "mediation", "formal", "committee", "police", "equal_treatment", "integrity"}


def squeezed(text: str) -> str:
    """Without any white: a number that can be pressed stands apart."""
    return "".join(text.split())


@pytest.mark.clause("C36")
async def test_what_the_chat_says_of_a_route_stands_at_the_desk_word_for_word(
    house: House, another: Visitor
) -> None:
    asker = Employee(house)
    await at_desk(house, another)
    await another.opens("/desk/library")
    routes = [str(choice.value) for choice in house.voice.flows.slots["option"].choices]
    tried = [route for route in routes if route not in ("counsellor", "enough", "help_me_choose")]
    assert len(tried) > 10
    for route in tried:
        procedure = house.guide.procedure(route)
        assert procedure is not None, route
        await asker.commands("/options")
        if f"/SetSlots(option={route})" not in asker.buttons:
            continue  # equal treatment is offered with its kinds alone
        await asker.chooses(option=route)
        if "/SetSlots(about=colleague)" in asker.buttons:
            await asker.chooses(about="colleague")
        for card in procedure.cards:
            assert asker.sees(card), card
            text = house.voice.flows.texts.fill(card, "nl", policy_values(house.policy, "nl"))
            assert squeezed(text) in squeezed(another.words)


@pytest.mark.clause("C36")
async def test_every_procedure_of_the_protocol_is_there_with_who_keeps_it(house: House) -> None:
    procedures = {each.id: each for each in open_procedures(house.guide, house.policy)}
    assert procedures.keys() >= NEEDED
    owners = {door.id for door in house.policy.doors} | {"counsellors"}
    assert {each.owner for each in procedures.values()} <= owners
    assert all(each.source for each in procedures.values())
    assert not [each.id for each in procedures.values() if each.source == "not checked" and each.verified_on]


@pytest.mark.clause("C36", "C39")
async def test_hr_is_asked_to_go_through_procedures_and_map_every_year(
    house: House, another: Visitor, clock: MovableClock
) -> None:
    await at_hr(house, another)
    await another.opens("/hr/procedures")
    every = len(open_procedures(house.guide, house.policy))

    async def old() -> tuple[int, int]:
        await at_hr(house, another)
        await another.opens("/hr/map")
        of_map = another.answer.text.count("tag late")
        await another.opens("/hr/procedures")
        return of_map, another.answer.text.count("tag late")

    assert await old() == (1, every)
    for page, entry in (("map", MAP_CHECK), ("procedures", procedure_check("formal"))):
        await another.opens(f"/hr/{page}")
        await another.sends(another.form(f"/hr/{page}/{entry}"))
        assert "Genoteerd." in another.words
        assert another.answer.url.path == f"/hr/{page}"
    assert await old() == (0, every - 1)
    clock.passes(days=REVIEW_DAYS)
    assert await old() == (0, every - 1)
    clock.passes(days=1)
    assert await old() == (1, every)
    token = another.form("/hr/leave").fields["form"]
    assert (await another.client.post("/hr/procedures/none", data={"form": token})).status_code == 404


@pytest.mark.clause("C36", "C39")
async def test_the_set_up_check_names_procedures_and_map_until_they_were_gone_through(folder: Path) -> None:
    settings = Settings(data_dir=folder / "data")
    house = await build(settings, MovableClock())
    await furnish(house)
    await officer(house)

    async def told(clause: str) -> list[tuple[Weight, str]]:
        return [(each.weight, each.what) for each in await examine(settings) if clause in each.what]

    ((weight, what),) = await told("(C36)")
    assert weight is Weight.WARNING
    assert "formal" in what
    assert [each[0] for each in await told("(C39)")] == [Weight.WARNING]
    # examine() asks the real clock, so this is noted as of far ahead
    far = house.clock.now().date() + timedelta(days=40_000)
    names = [MAP_CHECK, *(procedure_check(each.id) for each in house.guide.procedures)]

    def all_done(work: Work) -> None:
        for name in names:
            work.roster.check(name, far)

    await house.store.write(all_done)
    assert await told("(C36)") == [(Weight.OK, "every procedure was gone through (C36)")]
    assert await told("(C39)") == [(Weight.OK, "the organisation map was looked at (C39)")]
    await house.close()


@pytest.mark.clause("C52")
@pytest.mark.parametrize("kind", [*KINDS, "labour_conflict", "social_work", "integrity", "policy"])
async def test_for_every_kind_both_sides_stand_at_the_desk(house: House, another: Visitor, kind: str) -> None:
    await at_desk(house, another)
    for side in ("inside", "outside"):
        await another.opens(f"/desk/library?kind={kind}&side={side}")
        assert another.answer.text.count("<section") >= 1
        assert "Hier staat niets bij" not in another.words


async def test_the_list_is_made_shorter_by_kind_and_side_and_nothing_typed_stands_in_an_address(
    house: House, another: Visitor
) -> None:
    await at_desk(house, another)
    await another.opens("/desk/library")
    every = another.answer.text.count("<section")
    assert every == len(entries(house.guide, house.policy))
    await another.opens("/desk/library?kind=integrity&side=inside")
    assert another.answer.text.count("<section") == 1
    assert "Fraude of een misstand" in another.words
    await another.opens("/desk/library?kind=nonsense&side=nonsense")
    assert another.answer.text.count("<section") == every
    form = another.page.forms[0]
    assert [each.action for each in another.page.forms if "/desk/library" in each.action]
    assert set(form.fields) <= {"kind", "side", "lang", "form", "open"}


async def test_the_list_shows_titles_first_and_every_text_at_once_for_paper(
    house: House, another: Visitor
) -> None:
    await at_desk(house, another)
    await another.opens("/desk/library?kind=bullying")
    rows = another.answer.text.count('<details class="menu">')
    assert rows == another.answer.text.count("<section") > 5
    await another.opens("/desk/library?kind=bullying&open=on")
    assert another.answer.text.count('<details class="menu" open>') == rows


@pytest.mark.clause("C51")
async def test_an_entry_goes_below_a_reply_and_nothing_is_sent_by_that(
    house: House, employee: Visitor, another: Visitor
) -> None:
    steps = await talking(house, employee, another)
    path = steps.replace("/steps/", "/case/")
    await another.opens(path)
    key = entry_key(house.guide.line("luisterlijn"))
    form = replace(another.form(f"{path}/reply"), action=f"{path}/take")
    await another.sends(form, text=OWN, entry=key)
    taken = another.form(f"{path}/reply").fields["text"]
    assert taken.startswith(OWN)
    for told in ("De Luisterlijn", "088-0767 000", "normaal tarief", "Is je naam nodig: nee"):
        assert told in taken
    await employee.opens("/chat")
    assert "088-0767 000" not in employee.words
    await another.sends(replace(another.form(f"{path}/reply"), action=f"{path}/take"), text=OWN, entry="none")
    assert another.form(f"{path}/reply").fields["text"] == OWN


async def test_an_entry_goes_below_the_words_of_a_step_and_the_choices_stay(
    house: House, employee: Visitor, another: Visitor
) -> None:
    steps = await talking(house, employee, another)
    await another.opens(steps)
    form = replace(another.form(steps), action=f"{steps}/take")
    await another.sends(form, kind="refer", recipient="outside", text=OWN, entry="procedure-equal_treatment")
    filled = another.form(steps).fields
    assert filled["text"].startswith(OWN)
    assert "College voor de Rechten van de Mens" in filled["text"]
    assert filled["kind"] == "refer"
    assert "Er zijn nog geen stappen voorgesteld." in another.words


async def test_words_typed_at_a_desk_that_went_shut_are_given_back(
    house: House, employee: Visitor, another: Visitor, clock: MovableClock
) -> None:
    steps = await talking(house, employee, another)
    await another.opens(steps)
    form = replace(another.form(steps), action=f"{steps}/take")
    clock.passes(minutes=16)
    await another.sends(form, text=OWN, entry="line-luisterlijn")
    assert OWN in another.answer.text
    clock.passes(days=30)
    await another.sends(form, text=OWN, entry="line-luisterlijn")
    assert OWN in another.answer.text


@pytest.mark.clause("C51")
async def test_what_leads_nowhere_here_is_in_no_list(house: House) -> None:
    doors = tuple(door for door in house.policy.doors if door.id != "committee")
    without = replace(house.policy, doors=doors, mediation="off")
    ids = {each.id for each in open_procedures(house.guide, without)}
    assert {"committee", "mediation"}.isdisjoint(ids)
    rooms = replace(rooms_of(house), policy=without)
    async with visitor(pages_of(rooms)) as one:
        await at_desk(house, one)
        await one.opens("/desk/library")
        assert "klachtencommissie" not in one.words
        path = await open_first(one) if "/desk/case/" in one.answer.text else ""
        assert path == ""


@pytest.mark.clause("C52")
async def test_a_kind_without_anything_inside_is_named(house: House) -> None:
    bodies = [door.id for door in house.policy.doors]
    assert house.guide.closed_kinds(bodies) == ()
    left = house.guide.closed_kinds(["or"])
    assert {*KINDS, "health", "integrity"} <= set(left)
    assert "reorganisation" not in left
    assert {each.side for each in house.guide.procedures} == set(Side)
