"""Staff of the demo house in a browser."""

from bot.demo_house import PASSPHRASE
from bot.links import login_link
from bot.wiring import House
from tests.web.visitor import Visitor


async def link_of(house: House, who: str) -> str:
    """The path of a fresh login link."""
    link = await login_link(house, who)
    assert link is not None
    return link.removeprefix(house.settings.address)


async def logs_in(house: House, one: Visitor, who: str) -> None:
    """Logged in; a counsellor's desk is still locked."""
    await one.logs_in(await link_of(house, who))


async def at_desk(house: House, one: Visitor, who: str) -> None:
    """A counsellor, logged in and unlocked."""
    await logs_in(house, one, who)
    await one.unlocks(PASSPHRASE)


async def first_case(one: Visitor) -> str:
    """The path of the first case in the inbox, opened."""
    await one.opens("/desk")
    path = next(href for href in one.page.links.values() if "/desk/case/" in href)
    await one.opens(path)
    return path
