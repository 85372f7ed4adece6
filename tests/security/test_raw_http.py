"""What no browser would send, over a real connection."""

import asyncio

import pytest

from bot.server import HEADER_BYTES

pytestmark = pytest.mark.sockets

HOST = b"Host: evil.example\r\nConnection: close\r\n"
FORM = b"Content-Type: application/x-www-form-urlencoded\r\n"


async def send(port: int, *raw: bytes) -> bytes:
    """Everything that comes back until the server hangs up."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        for part in raw:
            writer.write(part)
            await writer.drain()
        return await reader.read()
    except ConnectionError:
        return b""
    finally:
        writer.close()


async def test_a_header_without_end_is_cut_off(port: int) -> None:
    answer = await send(port, b"GET / HTTP/1.1\r\n" + HOST, *[b"X: " + b"a" * 1024 + b"\r\n"] * HEADER_BYTES)
    assert not answer.startswith(b"HTTP/1.1 200")
    answer = await send(port, b"GET / HTTP/1.1\r\nCookie: " + b"a" * 2 * HEADER_BYTES)
    assert not answer.startswith(b"HTTP/1.1 200")


@pytest.mark.parametrize(
    "head",
    [
        b"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
        b"Content-Length: 4\r\nContent-Length: 40\r\n",
        b"Transfer-Encoding: xchunked\r\n",
        b"Transfer-Encoding: chunked, identity\r\n",
        b"Content-Length : 4\r\n",
        b"Content-Length: -4\r\n",
        b"Content-Length: +4\r\n",
        b"Content-Length: 4, 4, 5\r\n",
    ],
)
async def test_one_request_never_counts_as_two(port: int, head: bytes) -> None:
    hidden = b"0\r\n\r\nGET /help HTTP/1.1\r\nHost: x\r\n\r\n"
    answer = await send(port, b"POST /chat HTTP/1.1\r\n" + HOST + FORM + head + b"\r\n" + hidden)
    assert answer.count(b"HTTP/1.1 ") == 1
    assert not answer.startswith(b"HTTP/1.1 2")


@pytest.mark.parametrize(
    "path",
    [
        b"/../../etc/passwd",
        b"/%2e%2e/%2e%2e/etc/passwd",
        b"//evil.example/chat",
        b"/%5cevil.example/chat",
        b"/%2f%2fevil.example/chat",
        b"/\\evil.example/chat",
        b"/hr/change/%00",
        b"/desk/case/..%2f..%2fhr",
        b"/chat?lang=nl%0d%0aSet-Cookie:t=planted",
        b"/chat/sheet?lang=%0aLocation:%20//evil.example",
        b"http://evil.example/wie",
    ],
)
async def test_an_address_leads_nowhere_else_and_brings_no_header(port: int, path: bytes) -> None:
    answer = await send(port, b"GET " + path + b" HTTP/1.1\r\n" + HOST + b"\r\n")
    head, _, page = answer.partition(b"\r\n\r\n")
    assert b"planted" not in head
    assert b"root:" not in page
    assert b"evil.example" not in head.lower().replace(b"\r\nhost: evil.example", b"")
    for other in (b'="//', b'="/\\', b'="/%5c', b'="/%5C', b'="http://evil'):
        assert other not in page


async def test_the_server_says_nothing_about_itself_and_speaks_http_only(port: int) -> None:
    answer = await send(port, b"GET / HTTP/1.1\r\n" + HOST + b"\r\n")
    assert b"\r\nserver:" not in answer.lower()
    upgrade = (
        b"GET /chat/news HTTP/1.1\r\nHost: a\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\n"
        b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
    )
    assert b" 101 " not in await send(port, upgrade)
    trace = await send(port, b"TRACE /chat HTTP/1.1\r\n" + HOST + b"Cookie: t=secret\r\n\r\n")
    assert b"t=secret" not in trace
    preflight = b"OPTIONS /chat HTTP/1.1\r\nOrigin: https://evil.example\r\n"
    answer = await send(port, preflight + b"Access-Control-Request-Method: POST\r\n" + HOST + b"\r\n")
    assert b"access-control-" not in answer.lower()


async def test_a_packed_body_is_not_unpacked(port: int) -> None:
    head = b"POST /chat HTTP/1.1\r\n" + HOST + FORM + b"Content-Encoding: gzip\r\nContent-Length: 4\r\n\r\n"
    assert (await send(port, head + b"\x1f\x8b\x08\x00")).startswith(b"HTTP/1.1 4")
