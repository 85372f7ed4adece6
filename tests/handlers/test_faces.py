"""Which messages of the conversation carry photos, and of whom (C55)."""

from dataclasses import replace

from bot.wiring import House
from handlers.domain.ids import CounsellorId
from handlers.domain.roster import Roster
from handlers.faces import MOST
from handlers.hr import import_roster
from handlers.ports import Channel
from tests.house import BROWSER, VERA, Employee, officer


async def with_photos(house: House, *counsellors: CounsellorId) -> None:
    """Photos, published."""
    hr = await officer(house)
    for who in counsellors:
        assert await house.hr.photos.add(hr, who, b"\xff\xd8\xff")
    await house.hr.publish(hr)
    house.directories.forget()


async def test_a_long_list_brings_a_few_photos_and_every_name(house: House, employee: Employee) -> None:
    roster = (await house.hr.page()).published
    many = [replace(roster.counsellors[0], id=CounsellorId(f"c{n}"), name=f"Ck {n}") for n in range(MOST + 2)]
    today = house.clock.now().date()
    await house.store.write(lambda work: import_roster(work, Roster(0, tuple(many)), today))
    await with_photos(house, *(who.id for who in many))
    (message,) = [each for each in (await employee.commands("/who")).messages if each.photos]
    assert [photo.caption for photo in message.photos] == [f"Foto van Ck {n}" for n in range(MOST)]
    assert all(who.name in message.text.reveal() for who in many)


async def test_only_telegram_gets_photos_and_a_repeated_delivery_gets_them_again(
    house: House, employee: Employee
) -> None:
    await with_photos(house, VERA)
    await employee.commands("/start")
    first = await employee.commands("/who")
    again = await employee.again()
    assert [each.photos for each in first.messages] == [each.photos for each in again.messages]
    assert any(each.photos for each in again.messages)
    browser = Employee(house, Channel.WEB, BROWSER)
    assert not any(each.photos for each in (await browser.commands("/who")).messages)
