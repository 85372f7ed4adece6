"""The page on which a contact ends: closed choices on "unknown", one press to skip (C08, C27, C48)."""

import pytest

from bot.wiring import House
from handlers.domain.case import Status
from handlers.domain.closing import Closing, Committee, Counts, Kind, Outcome, Way
from handlers.ports import About
from tests.house import DAAN, VERA, Counsellor, Employee, cases_of
from tests.security.desk import at_desk
from tests.web.visitor import Visitor


@pytest.fixture
def person(house: House) -> Employee:
    """Somebody on Telegram."""
    return Employee(house)


async def counted(house: House) -> Counts:
    """What the totals of the year hold."""
    return await house.store.read(lambda work: work.totals.of(About.CLOSINGS, 2026))


async def closing_page(house: House, person: Employee, desk: Visitor) -> str:
    """Vera's desk on the page of an open case; its path."""
    await person.introduces(pick="woman")
    vera = await Counsellor.logs_in(house, VERA)
    case = (await vera.case()).id
    assert await vera.accepts(case)
    await at_desk(house, desk, VERA)
    await desk.opens(f"/desk/case/{case}")
    path = next(href for href in desk.page.links.values() if "/desk/closing/" in href).partition("?")[0]
    await desk.opens(path)
    return path


async def test_one_press_ends_the_contact_and_says_nothing_more(
    house: House, person: Employee, another: Visitor
) -> None:
    path = await closing_page(house, person, another)
    skip, questions = [form for form in another.page.forms if form.action.startswith(path)]
    assert "skip" in skip.fields
    assert {questions.fields[name] for name in ("outcome", "way", "committee")} == {"unknown"}
    await another.sends(skip, outcome="better", kind_violence="on")
    assert "Lezen kan nog 30 dagen" in another.words
    assert await counted(house) == dict.fromkeys(Closing().cells(), 1)
    assert "Hoe liep het af?" in another.words, "it can still be said"


async def test_no_field_takes_words(house: House, person: Employee, another: Visitor) -> None:
    path = await closing_page(house, person, another)
    assert "<textarea" not in another.answer.text
    assert 'type="text"' not in another.answer.text
    form = [form for form in another.page.forms if form.action.startswith(path)][1]
    for field in ("outcome", "way", "committee"):
        await another.sends(form, **{field: "Truus Zandloper"})
        assert another.status == 400
    await another.sends(form, kind_truus="on", name="Truus")
    assert set(await counted(house)) == set(Closing().cells())


async def test_what_was_chosen_is_counted_once_and_shown_nowhere_after(
    house: House, person: Employee, another: Visitor
) -> None:
    path = await closing_page(house, person, another)
    form = [form for form in another.page.forms if form.action.startswith(path)][1]
    chosen = {"outcome": "stopped", "way": "formal", "committee": "not_yet"}
    for _ in range(2):
        await another.sends(form, **chosen, kind_violence="on", kind_aggression="on")
        assert another.status == 200
        assert "Lichamelijk geweld" not in another.words
        assert "Het is gestopt" not in another.words
        assert "Hoe liep het af?" not in another.words
    said = Closing(
        Outcome.STOPPED, Way.FORMAL, Committee.NOT_YET, frozenset({Kind.VIOLENCE, Kind.AGGRESSION})
    )
    assert await counted(house) == dict.fromkeys(said.cells(), 1)
    await another.opens(path)
    assert "Vier vragen" not in another.words
    assert "Was dit zwaar voor jou?" in another.words


async def test_an_employee_who_ended_it_leaves_the_questions_on_the_desk(
    house: House, person: Employee, another: Visitor
) -> None:
    path = await closing_page(house, person, another)
    await person.commands("/end_contact")
    await person.chooses(end_ok="yes")
    await another.opens(path)
    (form,) = [form for form in another.page.forms if form.action.startswith(path)]
    await another.sends(form, outcome="better")
    assert "Meegeteld." in another.words
    assert await counted(house) == dict.fromkeys(Closing(Outcome.BETTER).cells(), 1)


async def test_who_withdrew_meanwhile_is_counted_nowhere_and_nothing_is_said_to_be_closed(
    house: House, person: Employee, another: Visitor
) -> None:
    path = await closing_page(house, person, another)
    form = [form for form in another.page.forms if form.action.startswith(path)][1]
    await person.commands("/withdraw")
    await person.chooses(withdraw_ok="yes")
    await another.sends(form, outcome="better")
    assert "Dit kan niet meer" in another.words
    assert await counted(house) == {}


@pytest.mark.parametrize("path", ["short", "z" * 32, "0" * 32])
async def test_what_is_no_case_of_ones_own_has_no_page(house: House, another: Visitor, path: str) -> None:
    await at_desk(house, another, DAAN)
    token = another.form("/desk/lock").fields["form"]
    assert (await another.client.get(f"/desk/closing/{path}")).status_code == 404
    answer = await another.client.post(f"/desk/closing/{path}", data={"form": token})
    assert answer.status_code == 404


async def test_a_locked_desk_ends_nothing(house: House, person: Employee, another: Visitor) -> None:
    path = await closing_page(house, person, another)
    skip = another.form(path)
    await another.sends(another.form("/desk/lock"))
    await another.sends(skip)
    assert "wachtzin" in another.words
    await another.opens(path)
    assert "wachtzin" in another.words
    (case,) = await cases_of(house, VERA)
    assert case.status is Status.OPEN
    assert await counted(house) == {}


async def test_the_page_speaks_english_too(house: House, person: Employee, another: Visitor) -> None:
    path = await closing_page(house, person, another)
    await another.opens(f"{path}?lang=en")
    assert "Did it come before a committee?" in another.words
