""" "Something new": a stream that never says what."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress

from starlette.requests import ClientDisconnect
from starlette.responses import StreamingResponse
from starlette.types import Message

from bot.web.news import EVENT_BYTES, MOST_EACH, News
from bot.web.paper import STEP
from bot.wiring import House
from dialogues.private import Private
from tests.house import Counsellor
from tests.web.rooms import rooms_of
from tests.web.visitor import Visitor


async def begun(house: House, one: Visitor, last_event: str = "") -> AsyncIterator[str]:
    """What the stream of this browser says, without the comment that makes all of it one length."""
    answer = await News(rooms_of(house)).stream(Private(one.cookies["t"]), last_event)
    assert isinstance(answer, StreamingResponse)
    assert answer.media_type == "text/event-stream"

    async def said() -> AsyncIterator[str]:
        async for piece in answer.body_iterator:
            assert isinstance(piece, str)
            assert len(piece.encode()) == EVENT_BYTES
            comment, _, event = piece.partition("\n")
            assert set(comment) <= set(": .")
            yield event

    return said()


async def accept(house: House) -> None:
    vera = await Counsellor.logs_in(house, "vera-voorbeeld")
    (row,) = await house.desk.cases.inbox(await vera.session(), "nl")
    assert await house.desk.cases.accept(await vera.session(), row.case.id)


async def test_news_is_told_once_and_without_content(house: House, employee: Visitor) -> None:
    await employee.introduces()
    stream = await begun(house, employee)
    assert await anext(stream) == "retry: 15000\n\n"
    assert await anext(stream) == "\n"
    await accept(house)
    assert await anext(stream) == "id: 1\nevent: news\ndata: new\n\n"
    assert await anext(stream) == "\n"


async def test_a_browser_that_comes_back_hears_only_what_is_newer(house: House, employee: Visitor) -> None:
    await employee.introduces()
    await accept(house)
    again = await begun(house, employee, "1")
    assert [await anext(again) for _ in range(2)] == ["retry: 15000\n\n", "\n"]
    unclear = await begun(house, employee, "one'; drop")
    await anext(unclear)
    assert (await anext(unclear)).startswith("id: 1\n")


async def test_the_stream_ends_when_everything_is_wiped(house: House, employee: Visitor) -> None:
    await employee.introduces()
    stream = await begun(house, employee)
    await anext(stream)
    await employee.presses_payload("/wipe")
    await employee.chooses(wipe_ok="yes")
    assert [piece async for piece in stream] == []


async def test_a_chat_without_a_case_listens_like_one_with_a_case_and_hears_nothing(
    house: House, employee: Visitor
) -> None:
    await employee.opens("/chat/news")
    assert employee.status == 204
    await employee.opens("/")
    await employee.presses_payload("/start")
    stream = await begun(house, employee)
    assert [await anext(stream) for _ in range(3)] == ["retry: 15000\n\n", "\n", "\n"]


async def test_one_browser_takes_a_few_places_and_gives_them_back(house: House, employee: Visitor) -> None:
    await employee.opens("/")
    await employee.presses_payload("/start")
    news, cookie = News(rooms_of(house)), Private(employee.cookies["t"])
    asked = await asyncio.gather(*(news.stream(cookie, "") for _ in range(5 * MOST_EACH)))
    streams = [answer for answer in asked if isinstance(answer, StreamingResponse)]
    assert len(streams) == MOST_EACH, "all at once are as many as one by one"
    assert (await news.stream(cookie, "")).status_code == 204
    assert (await news.stream(Private("z" * 43), "")).status_code == 204
    await _hangs_up(streams[0])
    assert isinstance(await news.stream(cookie, ""), StreamingResponse)
    assert (await news.stream(cookie, "")).status_code == 204


async def test_a_browser_that_has_left_is_not_remembered(house: House, employee: Visitor) -> None:
    await employee.introduces()
    news = News(rooms_of(house))
    two = [await news.stream(Private(employee.cookies["t"]), "") for _ in range(2)]
    for left, answer in enumerate(two, start=1):
        assert isinstance(answer, StreamingResponse)
        await _hangs_up(answer)
        assert news._open.total() == len(two) - left
    assert list(news._open) == []


async def _hangs_up(answer: StreamingResponse) -> None:
    """The browser is gone before the stream begins."""

    async def gone() -> Message:
        return {"type": "http.disconnect"}

    async def nobody(_: Message) -> None:
        raise OSError

    scope = {"type": "http", "asgi": {"spec_version": "2.4"}}
    with suppress(ClientDisconnect):
        await answer(scope, gone, nobody)


async def test_the_pages_of_a_chat_have_one_size_before_and_after_a_message_was_sent(
    employee: Visitor,
) -> None:
    sizes = set()
    await employee.opens("/")
    await employee.presses_payload("/start")
    sizes.add(len(employee.answer.content))
    await employee.introduces()
    sizes.add(len(employee.answer.content))
    await employee.types("Dit is een bericht. " * 40)
    sizes.add(len(employee.answer.content))
    (size,) = sizes
    await employee.opens("/privacy")
    assert size % STEP == len(employee.answer.content) % STEP == 0
