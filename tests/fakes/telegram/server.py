"""The Bot API over real HTTP on the loopback address."""

import asyncio
import json
import re
import socket
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import h11

Answer = tuple[int, dict[str, str], bytes] | None
Handler = Callable[["Request"], Awaitable[Answer]]

_PATH = re.compile(r"/bot(?P<token>[^/]*)/(?P<method>\w+)/?")


@dataclass(frozen=True, slots=True)
class Request:
    """One call as it came in; parameters from query, form or JSON body, all as text."""

    token: str
    method: str
    params: dict[str, str]
    files: dict[str, bytes] = field(default_factory=dict, repr=False)  # what was uploaded, by its field


class Server:
    """Answers HTTP/1.1 on a port of 127.0.0.1 that the system picks."""

    def __init__(self, handler: Handler) -> None:
        self._handler = handler
        self._server: asyncio.Server | None = None
        self._connections: set[_Connection] = set()
        self._broken: list[BaseException] = []
        self.url = ""

    async def start(self) -> None:
        """Listen. asyncio switches off Nagle's delay (44 ms a call) only on a socket that says it is TCP."""
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        listener.bind(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(
            lambda: _Connection(self._handler, self._connections, self._broken), sock=listener
        )

    async def stop(self) -> None:
        """Close the port and every connection; calls under way are abandoned.

        Raises the first error of the fake itself, if there was one: a bot would only have seen a hang-up.
        """
        if self._server is not None:
            self._server.close()
        tasks = [connection.abandon() for connection in tuple(self._connections)]
        await asyncio.gather(*filter(None, tasks), return_exceptions=True)
        if self._server is not None:
            await self._server.wait_closed()
        if self._broken:
            raise self._broken[0]


class _Connection(asyncio.Protocol):
    def __init__(
        self, handler: Handler, all_of_them: "set[_Connection]", broken: list[BaseException]
    ) -> None:
        self._handler, self._all, self._broken = handler, all_of_them, broken
        self._http = h11.Connection(h11.SERVER)
        self._head: h11.Request | None = None
        self._body = bytearray()
        self._task: asyncio.Task[None] | None = None
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._all.add(self)

    def connection_lost(self, exc: Exception | None) -> None:
        self._all.discard(self)
        if self._task is not None:
            self._task.cancel()

    def abandon(self) -> asyncio.Task[None] | None:
        if self._transport is not None:
            self._transport.abort()
        if self._task is not None:
            self._task.cancel()
        return self._task

    def data_received(self, data: bytes) -> None:
        self._http.receive_data(data)
        self._read()

    def _read(self) -> None:
        try:
            while isinstance(event := self._http.next_event(), h11.Request | h11.Data):
                if isinstance(event, h11.Request):
                    self._head = event
                    self._body.clear()
                else:
                    self._body += event.data
        except h11.RemoteProtocolError:
            self.abandon()
            return
        if isinstance(event, h11.EndOfMessage) and self._head is not None:
            self._task = asyncio.get_running_loop().create_task(self._answer(self._head, bytes(self._body)))
            self._task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        error = None if task.cancelled() else task.exception()
        if error is not None:
            self._broken.append(error)
            self.abandon()

    async def _answer(self, head: h11.Request, body: bytes) -> None:
        request = _parse(head, body)
        answer = await self._handler(request) if request else _plain(404, "Not Found")
        assert self._transport is not None
        if answer is None:
            self._transport.abort()
            return
        status, headers, content = answer
        fields = [*headers.items(), ("Content-Length", str(len(content)))]
        out = self._http.send(h11.Response(status_code=status, headers=fields)) or b""
        out += self._http.send(h11.Data(data=content)) or b""
        out += self._http.send(h11.EndOfMessage()) or b""
        self._transport.write(out)
        self._task = None
        if self._http.our_state is h11.MUST_CLOSE:
            self._transport.close()
            return
        self._http.start_next_cycle()
        self._read()


def _parse(head: h11.Request, body: bytes) -> Request | None:
    parts = urlsplit(head.target.decode())
    path = _PATH.fullmatch(parts.path)
    if path is None:
        return None
    fields = dict(parse_qsl(parts.query, keep_blank_values=True))
    content_type = dict(head.headers).get(b"content-type", b"").decode()
    if content_type.startswith("multipart/"):
        return _uploaded(path, fields, content_type, body)
    if content_type.startswith("application/json"):
        given: dict[str, Any] = json.loads(body)
        fields |= {name: _as_text(value) for name, value in given.items()}
    else:
        fields |= dict(parse_qsl(body.decode(), keep_blank_values=True))
    return Request(path["token"], path["method"], fields)


def _uploaded(path: re.Match[str], fields: dict[str, str], content_type: str, body: bytes) -> Request:
    head = f"Content-Type: {content_type}\r\n\r\n".encode()
    files: dict[str, bytes] = {}
    for part in message_from_bytes(head + body).get_payload():
        assert isinstance(part, Message)
        name, content = (
            str(part.get_param("name", header="content-disposition")),
            part.get_payload(decode=True),
        )
        assert isinstance(content, bytes)
        if part.get_filename() is None:
            fields[name] = content.decode()
        else:
            files[name] = content
    return Request(path["token"], path["method"], fields, files)


def _as_text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def _plain(status: int, words: str) -> Answer:
    return status, {"Content-Type": "text/html"}, words.encode()
