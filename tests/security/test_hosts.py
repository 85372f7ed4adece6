"""By which names a site is answered: a proxy or a page elsewhere brings a name of its own."""

from dataclasses import replace

import pytest

from bot.server import app
from bot.wiring import House
from tests.house import rows
from tests.web.rooms import pages_of, rooms_of
from tests.web.visitor import Visitor, visitor

HERE = ("127.0.0.1", "127.0.0.1:8400", "127.8.9.1:80", "localhost", "LocalHost:8400", "[::1]", "[::1]:8400")
ELSEWHERE = (
    "openoor.example",
    "openoor.example:8400",
    "127.0.0.1.example",
    "localhost.example",
    "127.0.0.1@openoor.example",
    "openoor.example@127.0.0.1",
    "192.0.2.7",
    "[2001:db8::7]:8400",
    "0.0.0.0:8400",
    "[::]",
    "127.0.0.1:8400, openoor.example",
    "[::1",
    "",
)


async def status(one: Visitor, host: str, **more: str) -> int:
    """What an address answers to this Host header."""
    await one.opens("/wie", host=host, **{name.replace("_", "-"): value for name, value in more.items()})
    return one.status


@pytest.mark.parametrize("host", HERE)
async def test_the_demo_answers_this_machine(house: House, host: str) -> None:
    async with visitor(app(house)) as one:
        assert await status(one, host) == 200


@pytest.mark.parametrize("host", ELSEWHERE)
async def test_the_demo_refuses_every_other_name(house: House, host: str) -> None:
    async with visitor(app(house)) as one:
        assert await status(one, host) == 421
        assert "Deze proefversie werkt alleen op de computer waarop zij draait" in one.answer.text
        assert "This trial version works only on the computer" in one.answer.text
        assert "112" in one.answer.text
        assert "default-src 'none'" in one.answer.headers["content-security-policy"]


@pytest.mark.parametrize(
    "brought", [{"x_forwarded_for": "192.0.2.7"}, {"x_forwarded_host": "a.example"}, {"forwarded": "for=_a"}]
)
async def test_the_demo_refuses_what_a_proxy_brought_on_under_its_own_name(
    house: House, brought: dict[str, str]
) -> None:
    async with visitor(app(house)) as one:
        assert await status(one, "127.0.0.1:8400", **brought) == 421


async def test_a_refused_press_keeps_nothing(house: House, victim: Visitor) -> None:
    await victim.opens("/")
    form, before = victim.form("/chat"), await rows(house)
    victim.client.headers["host"] = "openoor.example"
    await victim.sends(form, payload="/start")
    assert (victim.status, victim.cookies) == (421, {})
    assert await rows(house) == before


@pytest.mark.parametrize(
    ("base_url", "host", "answered"),
    [
        ("https://openoor.example", "openoor.example", True),
        ("https://openoor.example", "OpenOor.example:443", True),
        ("https://openoor.example:8443", "openoor.example:8443", True),
        ("https://openoor.example", "127.0.0.1:8400", True),  # a check on the machine itself
        ("https://openoor.example", "10.1.2.3:8400", True),  # a check of whatever runs containers
        ("https://openoor.example", "[2001:db8::7]", True),
        ("https://openoor.example", "other.example", False),
        ("https://openoor.example", "openoor.example.other.example", False),
        ("https://openoor.example", "other.example:openoor.example", False),
        ("https://openoor.example", "", False),
        ("https://[2001:db8::7]", "[2001:db8::7]", True),
        ("http://127.0.0.1:8400", "openoor.example", False),  # a proxy, and no base_url
        ("http://127.0.0.1:8400", "localhost:8400", True),
        ("http://0.0.0.0:8400", "openoor.example", True),  # everywhere, under a name we were not told
        ("http://[::]:8400", "openoor.example", True),
    ],
)
async def test_an_organisation_answers_its_own_name_and_addresses_in_numbers(
    house: House, base_url: str, host: str, answered: bool
) -> None:
    rooms = replace(rooms_of(house), demo=False, base_url=base_url)
    async with visitor(pages_of(rooms)) as one:
        assert await status(one, host, x_forwarded_for="192.0.2.7") == (200 if answered else 421)
        assert answered or "Open Oor werkt niet op dit adres" in one.answer.text


async def test_a_check_without_any_name_is_answered_by_an_organisation_alone(house: House) -> None:
    for demo, answered in ((False, 200), (True, 421)):
        rooms = replace(rooms_of(house), demo=demo)
        async with visitor(pages_of(rooms)) as one:
            assert await _nameless(one) == answered


async def _nameless(one: Visitor) -> int:
    request = one.client.build_request("GET", "/wie")
    del request.headers["host"]
    return (await one.client.send(request)).status_code
