""" "Something new": a stream that never says what."""

from collections.abc import AsyncIterator

from starlette.responses import StreamingResponse

from bot.web.news import News
from bot.wiring import House
from dialogues.private import Private
from tests.house import Counsellor
from tests.web.rooms import rooms_of
from tests.web.visitor import Visitor


async def begun(house: House, one: Visitor, last_event: str = "") -> AsyncIterator[str]:
    """The stream of this browser."""
    answer = await News(rooms_of(house)).stream(Private(one.cookies["t"]), last_event)
    assert isinstance(answer, StreamingResponse)
    assert answer.media_type == "text/event-stream"
    return answer.body_iterator.__aiter__()  # type: ignore[return-value]  # our stream gives text


async def accept(house: House) -> None:
    vera = await Counsellor.logs_in(house, "vera-voorbeeld")
    (row,) = await house.desk.cases.inbox(await vera.session(), "nl")
    assert await house.desk.cases.accept(await vera.session(), row.case.id)


async def test_news_is_told_once_and_without_content(house: House, employee: Visitor) -> None:
    await employee.introduces()
    stream = await begun(house, employee)
    assert await anext(stream) == "retry: 15000\n\n"
    assert await anext(stream) == ": \n\n"
    await accept(house)
    assert await anext(stream) == "id: 1\nevent: news\ndata: new\n\n"
    assert await anext(stream) == ": \n\n"


async def test_a_browser_that_comes_back_hears_only_what_is_newer(house: House, employee: Visitor) -> None:
    await employee.introduces()
    await accept(house)
    again = await begun(house, employee, "1")
    assert [await anext(again) for _ in range(2)] == ["retry: 15000\n\n", ": \n\n"]
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


async def test_who_has_no_case_hears_nothing(employee: Visitor) -> None:
    await employee.opens("/chat/news")
    assert employee.status == 204
    await employee.opens("/")
    await employee.presses_payload("/start")
    await employee.opens("/chat/news")
    assert employee.status == 204
