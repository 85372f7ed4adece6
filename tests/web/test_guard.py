"""Headers, forgery, limits and kind errors: what every page has from the first on."""

from dataclasses import replace

import pytest
import structlog

from bot.server import app
from bot.wiring import House
from handlers.domain.errors import Locked
from handlers.ports import Answer, Inbound
from tests.web.rooms import addresses, pages_of, rooms_of
from tests.web.visitor import HOME, Visitor, visitor

EVERYWHERE = {
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


async def test_every_address_answers_with_every_header(house: House) -> None:
    paths = {path for _, path in addresses(house, "/", token="x" * 43, step="accept", counsellor="nobody")}
    assert len(paths) > 40
    async with visitor(app(house)) as one:
        for path in sorted(paths):
            await one.opens(path)
            for name, value in EVERYWHERE.items():
                assert one.answer.headers[name] == value, (path, name)
            policy = one.answer.headers["content-security-policy"]
            assert "default-src 'none'" in policy
            assert "frame-ancestors 'none'" in policy
            assert "unsafe" not in policy
            assert "microphone=()" in one.answer.headers["permissions-policy"]


async def test_every_page_has_a_nonce_of_its_own(employee: Visitor) -> None:
    seen = set()
    for _ in range(3):
        await employee.opens("/")
        nonce = employee.answer.headers["content-security-policy"].partition("'nonce-")[2].partition("'")[0]
        assert f'nonce="{nonce}"' in employee.answer.text
        seen.add(nonce)
    assert len(seen) == 3


async def test_on_https_the_cookie_is_bound_to_the_host(house: House) -> None:
    async with visitor(pages_of(replace(rooms_of(house), secure_cookies=True))) as one:
        await one.opens("/")
        await one.presses_payload("/start")
        cookie = one.answer.history[0].headers["set-cookie"]
    assert cookie.startswith("__Host-t=")
    for part in ("HttpOnly", "Path=/", "SameSite=strict", "Secure"):
        assert part in cookie
    assert "Domain" not in cookie
    assert "max-age" not in cookie.lower()
    assert one.answer.headers["strict-transport-security"]


async def test_a_form_from_elsewhere_is_refused(employee: Visitor) -> None:
    await employee.opens("/")
    form = employee.form("/chat")
    for site in ("cross-site", "same-site"):
        employee.client.headers["sec-fetch-site"] = site
        await employee.sends(form, payload="/start")
        assert employee.status == 403
        assert not employee.cookies


async def test_a_form_without_the_token_of_its_browser_is_refused(
    employee: Visitor, another: Visitor
) -> None:
    await employee.opens("/")
    await employee.presses_payload("/start")
    await another.opens("/")
    await another.presses_payload("/start")
    foreign = next(form for form in another.page.forms if form.buttons and "delivery" in form.fields)
    await employee.sends(foreign, payload="/stop")
    assert employee.status == 403
    assert "Deze pagina was te oud" in employee.words


async def test_an_old_browser_is_known_by_origin_or_by_its_token(house: House) -> None:
    async with visitor(app(house)) as one:
        del one.client.headers["sec-fetch-site"]
        await one.opens("/")
        form = one.form("/chat")
        one.client.headers["origin"] = "https://elsewhere.example"
        await one.sends(form, payload="/start")
        assert one.status == 403
        one.client.headers["origin"] = HOME
        await one.sends(form, payload="/start")
        assert one.status == 200
        one.client.headers["origin"] = "null"
        await one.presses_payload("/help_now")
        assert one.status == 200


@pytest.mark.parametrize(
    ("path", "language", "status", "words"),
    [
        ("/nergens", "nl", 404, "Deze pagina is er niet"),
        ("/nergens", "en-GB,en;q=0.9", 404, "This page is not there"),
        ("/nergens", "fr", 404, "Deze pagina is er niet"),
        ("/nergens?lang=en", "nl", 404, "This page is not there"),
        ("/leave", "nl", 405, "Zo werkt deze pagina niet"),
    ],
)
async def test_errors_are_kind_and_in_the_person_s_language(
    employee: Visitor, path: str, language: str, status: int, words: str
) -> None:
    await employee.opens(path, **{"accept-language": language})
    assert employee.status == status
    assert words in employee.words


async def test_what_is_no_form_or_far_too_large_is_refused(employee: Visitor) -> None:
    answer = await employee.client.post("/chat", json={"payload": "/start"})
    assert answer.status_code == 400
    answer = await employee.client.post("/chat", data={"text": "x" * 300_000})
    assert answer.status_code == 413
    answer = await employee.client.post("/chat", data={"delivery": "short", "payload": "/start"})
    assert answer.status_code == 400
    answer = await employee.client.post("/chat", data={f"f{n}": "1" for n in range(200)})
    assert answer.status_code == 400


class Broken(RuntimeError):
    """Something nobody thought of."""


async def test_something_broken_shows_no_detail_and_logs_no_words(house: House) -> None:
    async def broken(_: Inbound) -> Answer:
        raise Broken("geheim dat nergens mag staan")

    async with visitor(pages_of(replace(rooms_of(house), take=broken))) as one:
        await one.opens("/")
        with structlog.testing.capture_logs() as lines:
            await one.presses_payload("/start")
    assert one.status == 500
    assert "Er ging iets mis bij ons" in one.words
    assert "112" in one.words
    assert "geheim" not in one.answer.text
    assert lines == [{"error": "Broken", "event": "page failed", "log_level": "error"}]


async def test_a_locked_database_is_busy_and_says_when_to_come_back(house: House) -> None:
    class LockedRooms:
        async def look(self, *_: object) -> None:
            raise Locked("the database stayed locked")

    rooms = replace(rooms_of(house), screens=LockedRooms())  # type: ignore[arg-type]  # a screen that fails
    async with visitor(pages_of(rooms)) as one:
        one.client.cookies.set("t", "A" * 43)
        await one.opens("/chat")
    assert one.status == 503
    assert one.answer.headers["retry-after"]
    assert "Het is nu te druk" in one.words


async def test_a_cookie_that_was_never_ours_is_no_cookie(employee: Visitor) -> None:
    employee.client.cookies.set("t", "short")
    await employee.opens("/chat")
    assert "Vertellen of vragen" in employee.words
