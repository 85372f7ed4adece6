"""Kind pages for everything that does not work; they say what has happened and never how."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from bot.web.cookies import Cookie
from bot.web.paper import Paper
from handlers.domain.errors import Locked
from handlers.turn import TurnFailed

KNOWN = frozenset({400, 403, 404, 405, 413, 429, 500, 503})
AGAIN = {429: "30", 503: "30"}
OF_AN_EMPLOYEE = frozenset({"/chat", "/code", "/leave"})
"""Addresses whose refused forms end at a page with the way back to the conversation."""

OF_STAFF = {"hr": ("hr-link-list", "hr-name"), "desk": ("desk-link-inbox", "desk-name")}
"""First part of an address -> the words of the way back there, and its name."""


class ErrorPages:
    """One page per status, in the language of the address or the browser."""

    def __init__(self, paper: Paper, cookie: Cookie, staff_cookie: Cookie) -> None:
        self._paper, self._cookie, self._staff_cookie = paper, cookie, staff_cookie

    async def refused(self, request: Request, error: Exception) -> Response:
        """A request that cannot be taken: its own status, or 400 when there is no page for it."""
        status = error.status_code if isinstance(error, HTTPException) else 500
        headers = dict(error.headers or {}) if isinstance(error, HTTPException) else {}
        response = self._page(request, status if status in KNOWN else 400)
        response.headers.update(headers)
        return response

    async def broken(self, request: Request, error: Exception) -> Response:
        """Something of ours that failed: 503 when the database is busy, else 500."""
        return self._page(request, 503 if isinstance(error, Locked | TurnFailed) else 500)

    def _page(self, request: Request, status: int) -> Response:
        kind = "csrf" if status == 403 and request.method == "POST" else str(status)
        response = self._paper.page(
            request,
            "error.html",
            language=self._paper.language(request),
            status=status,
            kind=kind,
            again=request.url.path if request.method == "GET" and status in AGAIN else None,
            talks=request.url.path in OF_AN_EMPLOYEE and self._cookie.read(request) is not None,
            room=self._room(request),
            rooms=OF_STAFF,
        )
        if status in AGAIN:
            response.headers["retry-after"] = AGAIN[status]
        return response

    def _room(self, request: Request) -> str | None:
        """Where a browser of staff came from; None for everyone else. It says nothing of what is there."""
        room = request.url.path.split("/")[1]
        return room if room in OF_STAFF and self._staff_cookie.read(request) is not None else None
