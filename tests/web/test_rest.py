"""Rasa's REST chat protocol, as existing widgets speak it."""

import json
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import httpx
import pytest

from bot.rasa import WEAK_SENDER, is_unguessable
from bot.server import app
from bot.web.app import web_app
from bot.wiring import House
from handlers.domain.errors import Locked
from handlers.ports import Answer, Inbound
from tests.web.rooms import rooms_of
from tests.web.visitor import HOME

SENDER = "7f3c9a1be04d52688c1d90ab3e7f4462"


@pytest.fixture
async def widget(house: House) -> AsyncIterator[httpx.AsyncClient]:
    pages = web_app(replace(rooms_of(house), rest=True))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(pages), base_url=HOME) as client:
        yield client


async def says(widget: httpx.AsyncClient, message: str, sender: str = SENDER) -> list[dict[str, Any]]:
    answer = await widget.post("/webhooks/rest/webhook", json={"sender": sender, "message": message})
    assert answer.status_code == 200
    found: list[dict[str, Any]] = answer.json()
    return found


async def test_the_channel_is_off_unless_the_policy_turns_it_on(house: House) -> None:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app(house)), base_url=HOME) as client:
        assert (await client.get("/webhooks/rest/")).status_code == 404
        assert (await client.post("/webhooks/rest/webhook", json={})).status_code == 404


async def test_health_says_ok(widget: httpx.AsyncClient) -> None:
    assert (await widget.get("/webhooks/rest/")).json() == {"status": "ok"}


async def test_a_conversation_goes_on_with_the_same_sender(widget: httpx.AsyncClient) -> None:
    first = await says(widget, "/start")
    assert all(set(part) <= {"recipient_id", "text", "buttons"} for part in first)
    assert {part["recipient_id"] for part in first} == {SENDER}
    payloads = [button["payload"] for button in first[-1]["buttons"]]
    assert "/SetSlots(in_danger=safe)" in payloads
    assert {"/help_now", "/stop", "/wipe"} <= set(payloads)
    second = await says(widget, "/SetSlots(in_danger=safe)")
    assert "/SetSlots(need=someone)" in [button["payload"] for button in second[-1]["buttons"]]


async def test_blank_lines_split_a_text_into_several_objects(widget: httpx.AsyncClient) -> None:
    for message in ("/start", "/who"):
        answers = await says(widget, message)
    assert len(answers) > 1
    assert all("\n\n" not in part["text"] for part in answers)


async def test_streaming_gives_one_object_a_line(widget: httpx.AsyncClient) -> None:
    answer = await widget.post(
        "/webhooks/rest/webhook?stream=true", json={"sender": SENDER, "message": "/start"}
    )
    lines = [json.loads(line) for line in answer.text.splitlines()]
    assert all(line["recipient_id"] == SENDER for line in lines)


@pytest.mark.parametrize(
    "sender",
    [
        "",
        "vera",
        "0612345678",
        "a" * 64,
        "31" * 8,
        "d9428888-122b-11e1-b85c-61cd3cbb3210",
        7,
        None,
        "x" * 400,
    ],
)
async def test_a_sender_that_can_be_guessed_is_refused_with_a_sentence(
    widget: httpx.AsyncClient, sender: object
) -> None:
    answer = await widget.post("/webhooks/rest/webhook", json={"sender": sender, "message": "/start"})
    assert answer.status_code == 400
    assert answer.json() == {"error": WEAK_SENDER}


def test_random_tokens_of_128_bits_are_taken() -> None:
    assert is_unguessable(SENDER)
    assert is_unguessable("pZ3_kd82-LqoWn5vTbXa1c")
    assert not is_unguessable("pZ3_kd82-LqoWn5vTbX")


@pytest.mark.parametrize(
    "said", [{"sender": SENDER}, {"sender": SENDER, "message": ""}, {"sender": SENDER, "message": 4}]
)
async def test_an_unknown_turn_answers_an_empty_list(
    widget: httpx.AsyncClient, said: dict[str, object]
) -> None:
    assert (await widget.post("/webhooks/rest/webhook", json=said)).json() == []


@pytest.mark.parametrize("raw", [b"", b"[]", b"{", b"\xff\xfe"])
async def test_what_is_no_message_is_refused(widget: httpx.AsyncClient, raw: bytes) -> None:
    answer = await widget.post("/webhooks/rest/webhook", content=raw)
    assert answer.status_code == 400


async def test_a_message_of_a_book_is_refused(widget: httpx.AsyncClient) -> None:
    answer = await widget.post("/webhooks/rest/webhook", json={"sender": SENDER, "message": "a" * 30_000})
    assert answer.status_code == 413


async def test_the_language_of_the_widget_is_a_hint(widget: httpx.AsyncClient) -> None:
    answer = await widget.post(
        "/webhooks/rest/webhook",
        json={"sender": SENDER, "message": "/start", "metadata": {"language": "en"}},
    )
    assert "Welcome to Open Oor" in answer.text


async def test_too_many_messages_of_one_sender_wait(house: House, widget: httpx.AsyncClient) -> None:
    seen = set()
    for _ in range(60):
        answer = await widget.post("/webhooks/rest/webhook", json={"sender": SENDER, "message": "/help_now"})
        seen.add(answer.status_code)
    assert seen == {200, 429}


async def test_a_busy_database_asks_to_come_back(house: House) -> None:
    async def busy(_: Inbound) -> Answer:
        raise Locked("the database stayed locked")

    pages = web_app(replace(rooms_of(house), rest=True, take=busy))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(pages), base_url=HOME) as client:
        answer = await client.post("/webhooks/rest/webhook", json={"sender": SENDER, "message": "hallo"})
    assert answer.status_code == 503
    assert answer.headers["retry-after"]
