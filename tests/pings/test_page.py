"""The page "how do you want to be told": every way added, confirmed and removed by forms alone (C40)."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest

from bot.web.app import web_app
from bot.wiring import House
from handlers.domain.pings import WayKind
from handlers.ports import Gone
from tests.house import Employee
from tests.pings.ways import ADDRESS, Hand, carry, number_in
from tests.web.rooms import rooms_of
from tests.web.test_desk import at_desk
from tests.web.visitor import Visitor, visitor

ADD = "/desk/pings/add/mail"


@asynccontextmanager
async def at_the_page(
    house: House, *, ways: frozenset[WayKind] = frozenset(WayKind)
) -> AsyncIterator[Visitor]:
    """Vera at her desk, on the page."""
    async with visitor(web_app(replace(rooms_of(house), ways=ways))) as one:
        await at_desk(house, one)
        await one.opens("/desk/pings")
        yield one


def action(one: Visitor, end: str) -> str:
    """The address of the one form that ends so."""
    (path,) = {form.action for form in one.page.forms if form.action.endswith(end)}
    return path


@pytest.mark.clause("C40")
async def test_an_address_is_added_confirmed_and_removed_and_never_shown_again(
    house: House, employee: Employee
) -> None:
    hand = Hand()
    async with at_the_page(house) as one:
        assert "op werkdagen om 09:00, 13:00, 17:00 uur" in one.words
        assert "Je hebt nog niets gekozen" in one.words
        await one.sends(one.form(ADD), address=ADDRESS, neutral="on")
        assert "Er gaat een proefbericht heen" in one.words
        assert "Wacht op het getal" in one.words
        assert "v…@korenbloem.example" in one.words
        await carry(house, hand, at_round=False)
        await one.sends(one.form(action(one, "/confirm")), number="12")
        assert "Dit getal past niet" in one.words
        await one.sends(one.form(action(one, "/confirm")), number=number_in(hand.texts[0]))
        assert "Het getal klopt" in one.words
        assert "Staat aan" in one.words
        assert ADDRESS not in one.answer.text
        await employee.introduces(pick="woman")
        await carry(house, hand)
        assert len(hand.brought) == 2
        remove = one.form(action(one, "/remove"))
        await one.sends(remove)
        assert "Weg. Het adres is vergeten." in one.words
        await one.sends(remove)
        assert "Dit is er niet meer" in one.words


async def test_words_are_neutral_only_when_that_stays_chosen(house: House) -> None:
    hand = Hand()
    async with at_the_page(house) as one:
        form = one.form(ADD)
        form.fields.pop("neutral", None)
        await one.sends(form, address=ADDRESS)
        await carry(house, hand, at_round=False)
    assert "Open Oor" in hand.texts[0]


@pytest.mark.parametrize(
    ("typed", "said"), [("geen adres", "Dit is geen adres dat we kennen"), (ADDRESS, "Dit adres staat er al")]
)
async def test_what_is_not_taken_is_said(house: House, typed: str, said: str) -> None:
    async with at_the_page(house) as one:
        await one.sends(one.form(ADD), address=ADDRESS)
        await one.sends(one.form(ADD), address=typed)
        assert said in one.words


async def test_nobodys_letter_box_is_filled_from_a_desk(house: House) -> None:
    hand = Hand()
    async with at_the_page(house) as one:
        for number in range(10):
            await one.sends(one.form(ADD), address=f"stranger{number}@elders.example")
            if "/remove" in one.answer.text:
                await one.sends(one.form(next(f.action for f in one.page.forms if "/remove" in f.action)))
        await one.sends(one.form(ADD), address=ADDRESS)
        assert "Wacht even" in one.words
        await carry(house, hand, at_round=False)
    assert hand.brought == []


async def test_what_could_not_be_reached_is_said_on_the_page_and_in_the_inbox(house: House) -> None:
    async with at_the_page(house) as one:
        await one.opens("/desk")
        assert "niet bereiken" not in one.words
        await one.opens("/desk/pings")
        await one.sends(one.form(ADD), address=ADDRESS)
        await carry(house, Hand(outcome=Gone()), at_round=False)
        await one.opens("/desk/pings")
        assert "We konden je zo niet bereiken sinds" in one.words
        await one.opens("/desk")
        assert "We konden je op één manier niet bereiken" in one.words


async def test_a_kind_that_is_off_is_not_offered_and_not_taken(house: House) -> None:
    async with at_the_page(house, ways=frozenset()) as one:
        assert "E-mail staat niet aan in deze organisatie" in one.words
        token = one.form("/desk/lock").fields["form"]
        for path in (ADD, "/desk/pings/add/fax", "/desk/pings/short/confirm", "/desk/pings/short/remove"):
            answer = await one.client.post(path, data={"form": token, "address": ADDRESS})
            assert answer.status_code == 404, path


async def test_an_organisation_that_tells_at_once_says_what_that_gives_away(house: House) -> None:
    rooms = rooms_of(house)
    rooms = replace(rooms, policy=replace(rooms.policy, pings_immediate=True))
    async with visitor(web_app(rooms)) as one:
        await at_desk(house, one)
        await one.opens("/desk/pings")
        assert "kan soms raden wie er schreef" in one.words
