"""HR presses, sees the very words and no number, and can stop; what is not new cannot be announced (C57)."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.web.app import web_app
from bot.wiring import House
from dialogues.private import Private
from handlers.ports import Channel, Reach, Work
from tests.house import VERA, Mailroom, MovableClock, bring
from tests.web.rooms import rooms_of
from tests.web.test_desk import link
from tests.web.test_hr import at_hr
from tests.web.visitor import Visitor, visitor

START = f"/hr/announce/{VERA}"


@pytest.fixture
async def officer(house: House) -> AsyncIterator[Visitor]:
    """A browser at a house with Telegram."""
    async with visitor(web_app(replace(rooms_of(house), telegram_name="open_oor_bot"))) as one:
        yield one


async def subscribed(house: House, count: int) -> None:
    def job(work: Work) -> None:
        for at in range(count):
            work.announcements.keep(Reach(Channel.TELEGRAM, Private(str(at)), "nl"))

    await house.store.write(job)


@pytest.mark.clause("C57")
async def test_hr_presses_reads_the_very_words_and_learns_no_number(
    house: House, officer: Visitor, clock: MovableClock
) -> None:
    await at_hr(house, officer)
    pages = []
    for count in (0, 7):
        await subscribed(house, count)
        await officer.opens("/hr/announce")
        pages.append(officer.words)
    assert pages[0] == pages[1]
    assert "Er is een nieuwe vertrouwenspersoon: Vera Voorbeeld (vrouw, werkt hier)" in officer.words
    await officer.sends(officer.form(START))
    assert "Het versturen is begonnen." in officer.words
    assert not [form for form in officer.page.forms if form.action == START], "announced already"
    begun = officer.page.words
    mailroom = Mailroom()
    await bring(house, mailroom)
    assert len(mailroom.brought) == 7
    await officer.opens("/hr/announce")
    assert "Begonnen op" in officer.words
    assert " Eerder " not in officer.words, "nothing stands under it yet"
    assert officer.words == begun.replace("Het versturen is begonnen. ", ""), "told or not: it looks the same"
    clock.passes(days=7)
    await at_hr(house, officer)
    await officer.opens("/hr/announce")
    assert " Eerder Vera Voorbeeld: begonnen op" in officer.words


@pytest.mark.clause("C57")
async def test_hr_stops_it_half_way(house: House, officer: Visitor) -> None:
    await subscribed(house, 3)
    await at_hr(house, officer)
    await officer.opens("/hr/announce")
    await officer.sends(officer.form(START))
    stop = next(form for form in officer.page.forms if form.action.endswith("/stop"))
    await officer.sends(stop)
    assert "Vanaf nu krijgt niemand dit bericht meer" in officer.words
    assert "en gestopt" in officer.words
    mailroom = Mailroom()
    await bring(house, mailroom)
    assert mailroom.brought == []
    await officer.sends(stop)
    assert "Er is niets veranderd" in officer.words


async def test_who_does_not_exist_is_not_announced(house: House, officer: Visitor) -> None:
    await at_hr(house, officer)
    await officer.opens("/hr/announce")
    form = officer.form(START)
    form.action = "/hr/announce/nobody"
    await officer.sends(form)
    assert "Er is niets veranderd" in officer.words
    assert (await house.hr.announcements.page()).past == ()


async def test_without_telegram_the_page_says_that_nobody_hears_it(house: House) -> None:
    for name, said in ((None, True), ("open_oor_bot", False)):
        async with visitor(web_app(replace(rooms_of(house), telegram_name=name))) as one:
            await one.logs_in(await link(house, "P&O"))
            await one.opens("/hr/announce")
            assert ("Telegram staat niet aan" in one.words) is said
            token = one.form("/hr/leave").fields["form"]
            await one.client.post(START, data={"form": token})
            assert bool((await house.hr.announcements.page()).past) is not said
