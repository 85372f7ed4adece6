"""Rasa's REST protocol: hostile bodies break nothing, for nobody."""

import json
import re
from collections.abc import AsyncIterator
from dataclasses import replace

import httpx
import pytest
import sqlalchemy as sa

from bot.web.app import web_app
from bot.wiring import House
from storage.tables import peers
from tests.house import VERA, Counsellor, MovableClock
from tests.security.desk import at_desk, first_case
from tests.security.test_store import change
from tests.web.rooms import rooms_of
from tests.web.visitor import HOME, Visitor

SENDER = "7f3c9a1be04d52688c1d90ab3e7f4462"
ANOTHER = "0b9d8e7c6a5f4e3d2c1b0a9f8e7d6c5b"


@pytest.fixture
async def widget(house: House) -> AsyncIterator[httpx.AsyncClient]:
    pages = web_app(replace(rooms_of(house), rest=True))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(pages), base_url=HOME) as client:
        yield client


def newest_yes(answer: str) -> str:
    """What the "Yes, send this" of this answer sends."""
    return [found.group() for found in re.finditer(r"/SetSlots\(send=yes\)~\d+", answer)][-1]


async def says(widget: httpx.AsyncClient, message: str, **more: object) -> httpx.Response:
    body = json.dumps({"sender": SENDER, "message": message} | more)
    return await widget.post("/webhooks/rest/webhook", content=body)


@pytest.mark.parametrize(
    "body",
    [
        b"[" * 200_000,
        b'{"a":' * 40_000,
        b"1" * 5_000,
        b"\xff\xfe",
        b'{"sender": NaN}',
        b"null",
        b'"text"',
        b'{"sender": {"$ne": 1}, "message": "x"}',
        b'{"sender": ["7f3c9a1be04d52688c1d90ab3e7f4462"], "message": "x"}',
    ],
    ids=["deep list", "deep object", "long number", "no text", "NaN", "null", "string", "object", "list"],
)
async def test_a_hostile_body_is_refused_and_breaks_nothing(widget: httpx.AsyncClient, body: bytes) -> None:
    answer = await widget.post("/webhooks/rest/webhook", content=body)
    assert answer.status_code == 400


async def test_half_a_character_hides_no_preview_and_breaks_no_desk(
    house: House, widget: httpx.AsyncClient, attacker: Visitor
) -> None:
    for message in (
        "/start",
        "/SetSlots(in_danger=safe)",
        "/SetSlots(need=story)",
        "Mijn verhaal \ud800 gaat over pesten op het werk, elke dag opnieuw.",
        "/SetSlots(story_next=someone)",
        "/SetSlots(for_whom=self)",
        "/SetSlots(guess_ok=yes)",
        "/SetSlots(about=colleague)",
        "/SetSlots(pick=woman)",
        "/SetSlots(teach=skip)",
    ):
        answer = await says(widget, message)
        assert answer.status_code == 200, message
    assert "Mijn verhaal \ufffd gaat over pesten" in answer.text, "the words in full stand above the yes"
    assert (await says(widget, newest_yes(answer.text))).status_code == 200
    await at_desk(house, attacker, VERA)
    await first_case(attacker)
    assert attacker.status == 200
    assert "gaat over pesten op het werk" in attacker.words


async def test_what_else_a_widget_sends_changes_nothing(widget: httpx.AsyncClient) -> None:
    plain = (await says(widget, "/start")).json()
    more = await says(
        widget,
        "/start",
        metadata={"language": "x" * 9, "channel": "telegram", "sender": "1", "slots": {"send": "yes"}},
        slots={"counsellor": "vera-voorbeeld"},
        events=[{"event": "slot", "name": "send", "value": "yes"}],
        input_channel="telegram",
    )
    assert more.json() == plain


async def test_a_sender_of_the_web_opens_nothing_here(house: House, widget: httpx.AsyncClient) -> None:
    token = "A1b2C3d4E5" * 4 + "xyz"
    first = await widget.post("/webhooks/rest/webhook", json={"sender": token, "message": "/start"})
    assert first.status_code == 200
    widget.cookies.set("t", token)
    page = await widget.get("/chat", follow_redirects=True)
    assert "/SetSlots(in_danger=safe)" not in page.text


async def introduces(widget: httpx.AsyncClient, sender: str = SENDER) -> None:
    """The shortest path to "sent"."""
    for message in (
        "/start",
        "/SetSlots(in_danger=safe)",
        "/SetSlots(need=someone)",
        "/SetSlots(for_whom=self)",
        "/SetSlots(kind=bullying)",
        "/SetSlots(about=colleague)",
        "/SetSlots(pick=woman)",
    ):
        await says(widget, message, sender=sender)
    preview = await says(widget, "/SetSlots(teach=skip)", sender=sender)
    await says(widget, newest_yes(preview.text), sender=sender)


async def test_a_case_answers_and_is_written_in_only_while_the_key_is_held(
    house: House, widget: httpx.AsyncClient, clock: MovableClock
) -> None:
    await introduces(widget)
    vera = await Counsellor.logs_in(house, VERA)
    case = (await vera.case()).id
    await vera.accepts(case)
    await vera.writes(case, "Fijn dat je schrijft.")
    assert "Fijn dat je schrijft." in (await says(widget, "/news")).text
    await says(widget, "Ik wil graag praten.")
    assert "Ik wil graag praten." in await vera.reads(case)
    clock.passes(minutes=31)
    vera = await Counsellor.logs_in(house, VERA)
    await vera.writes(case, "Wanneer schikt het?")
    shut = await says(widget, "/news")
    assert "Wanneer schikt het?" not in shut.text
    assert "Je leest het met je code, op de webpagina van Open Oor." in shut.text
    refused = await says(widget, "Wie dit typt, heeft de code niet.")
    assert "Dit is niet verstuurd" in refused.text
    assert "Wie dit typt, heeft de code niet." not in await vera.reads(case)


async def test_a_token_that_was_moved_into_a_case_writes_nothing_there(
    house: House, widget: httpx.AsyncClient
) -> None:
    await introduces(widget)
    vera = await Counsellor.logs_in(house, VERA)
    case = await vera.case()
    await vera.accepts(case.id)
    await says(widget, "/start", sender=ANOTHER)
    await change(
        house,
        sa.update(peers)
        .where(peers.c.conversation != case.conversation)
        .values(conversation=case.conversation, state=None, idle_hour=None),
    )
    before = await vera.reads(case.id)
    assert "Dit is niet verstuurd" in (await says(widget, "Ik trek alles in.", sender=ANOTHER)).text
    assert await vera.reads(case.id) == before
