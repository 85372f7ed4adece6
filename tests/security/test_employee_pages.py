"""Pages elsewhere, stolen cookies and old forms get nothing of an employee's chat and change nothing."""

import pytest

from bot.server import app
from bot.wiring import House
from tests.house import VERA, cases_of, rows
from tests.web.visitor import Visitor, visitor

ELSEWHERE = (
    {"sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site"},
    {"sec-fetch-site": "cross-site", "origin": "http://127.0.0.1:8400"},
    {"origin": "https://evil.example"},
    {"origin": "http://127.0.0.1:8400.evil.example"},
    {"origin": "http://127.0.0.1:9"},
)


@pytest.mark.parametrize("headers", ELSEWHERE)
async def test_a_page_elsewhere_changes_nothing_and_brings_nobody_into_another_s_case(
    house: House, victim: Visitor, headers: dict[str, str]
) -> None:
    code = await victim.introduces()
    await victim.opens("/chat")
    form = next(form for form in victim.page.forms if "delivery" in form.fields)
    before = await rows(house)
    async with visitor(app(house)) as one:
        one.client.headers.pop("sec-fetch-site")
        # What a foreign page cannot do: send the cookie (SameSite=Strict). Even if it could, nothing happens.
        for cookie in ("", victim.cookies["t"]):
            one.client.cookies.set("t", cookie)
            for path, fields in (
                ("/chat", {**form.fields, "payload": "/wipe"}),
                ("/chat", {"delivery": "d" * 20, "payload": "/start"}),
                ("/chat", {**form.fields, "text": "Geschreven door een ander."}),
                ("/code", {"code": code, "form": form.fields["form"] if cookie else ""}),
                ("/leave", {}),
            ):
                answer = await one.client.post(path, data=fields, headers=headers)
                assert answer.status_code == 403, path
                assert "set-cookie" not in answer.headers
    assert await rows(house) == before


async def test_an_old_form_of_a_wiped_chat_does_nothing_in_a_new_one(house: House, victim: Visitor) -> None:
    await victim.introduces()
    await victim.opens("/chat")
    old = next(form for form in victim.page.forms if "text" in form.fields)
    await victim.presses_payload("/wipe")
    await victim.chooses(wipe_ok="yes")
    await victim.introduces()
    await victim.sends(old, text="Woorden van toen.")
    assert victim.status == 403
    (case,) = [case for case in await cases_of(house, VERA) if case.conversation]
    assert (await rows(house))["letters"] == 1
    assert case.status.value == "waiting"


async def test_after_leaving_the_page_its_cookie_opens_nothing_for_anybody(
    victim: Visitor, attacker: Visitor
) -> None:
    await victim.introduces()
    stolen = victim.cookies["t"]
    victim.client.follow_redirects = False
    await victim.client.post("/leave")
    attacker.client.cookies.set("t", stolen)
    for path in ("/chat", "/chat/sheet", "/chat/receipt", "/chat/receipt.txt", "/chat/receipt.json"):
        await attacker.opens(path)
        assert "Vera Voorbeeld" not in attacker.answer.text
        assert "Het gaat over pesten." not in attacker.answer.text
    assert (await attacker.client.get("/chat/news")).status_code == 204


async def test_nothing_of_a_chat_stands_in_an_address_or_in_a_place_a_browser_keeps(
    house: House, victim: Visitor
) -> None:
    code = await victim.introduces()
    await victim.opens("/chat")
    (case,) = await cases_of(house, VERA)
    secrets = (victim.cookies["t"], code, case.id, case.conversation)
    for step in (*victim.answer.history, victim.answer):
        assert not any(secret in str(step.url) for secret in secrets)
        assert step.headers["cache-control"] == "no-store"
        assert step.headers["referrer-policy"] == "no-referrer"
    assert not any(secret in victim.answer.text for secret in secrets)
    assert "localStorage" not in victim.answer.text
    assert "sessionStorage" not in victim.answer.text


async def test_who_has_no_case_and_who_guessed_a_cookie_get_the_same_bytes(house: House) -> None:
    seen = []
    for cookie in (None, "A" * 43, "B" * 43, "short", "x" * 3_000):
        async with visitor(app(house)) as one:
            if cookie:
                one.client.cookies.set("t", cookie)
            answers = [await one.client.get(path) for path in ("/chat", "/chat/receipt.json", "/chat/news")]
            seen.append([(answer.status_code, len(answer.content)) for answer in answers[1:]])
            assert str(answers[0].url).endswith("/")
    assert all(each == seen[0] for each in seen)
