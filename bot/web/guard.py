"""What stands round every page: headers, a fresh nonce, and a kind page when something breaks."""

import secrets
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

import structlog
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

log = structlog.get_logger("bot.web")

NONCE = "openoor.nonce"
PICTURES = "openoor.pictures"
"""Set in the scope of a page that shows photos of this site; no other page loads any picture."""

NOWHERE = "/nowhere"
"""What an address with a NUL in it is taken for: no page has one, and PostgreSQL takes none in a text."""

FIXED = {
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "x-robots-tag": "noindex, nofollow",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": (
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), "
        "microphone=(), midi=(), payment=(), usb=()"
    ),
}
"""Headers of every answer, errors included."""

BrokenPage = Callable[[Request, Exception], Awaitable[Response]]


class Guard:
    """Pure ASGI. Nothing of an exception but the name of its class reaches the log, and nothing the page.

    `leave_to`: the one address elsewhere that a form may end at (quick exit).
    """

    def __init__(self, app: ASGIApp, *, secure: bool, leave_to: str, broken: BrokenPage) -> None:
        self._app, self._secure, self._broken = app, secure, broken
        elsewhere = urlsplit(leave_to)
        self._form_targets = f"'self' {elsewhere.scheme}://{elsewhere.netloc}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request. An answer that has begun cannot be taken back: then the connection breaks off."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if "\0" in scope["path"]:
            scope = {**scope, "path": NOWHERE}
        nonce = scope[NONCE] = secrets.token_urlsafe(16)
        began = False

        async def guarded(message: Message) -> None:
            nonlocal began
            if message["type"] == "http.response.start":
                began = True
                headers = MutableHeaders(scope=message)
                for name, value in self._headers(nonce, pictures=PICTURES in scope).items():
                    headers.setdefault(name, value)
            await send(message)

        try:
            await self._app(scope, receive, guarded)
        except Exception as error:  # whatever it was: a page of its own, and only its class in the log
            log.error("page failed", error=type(error).__name__)
            if began:
                raise
            response = await self._broken(Request(scope, receive), error)
            await response(scope, receive, guarded)

    def _headers(self, nonce: str, *, pictures: bool) -> dict[str, str]:
        policy = (
            f"default-src 'none'; style-src 'nonce-{nonce}'; script-src 'nonce-{nonce}'; connect-src 'self'; "
            f"form-action {self._form_targets}; base-uri 'none'; frame-ancestors 'none'"
        )
        if pictures:
            policy += "; img-src 'self'"
        headers = {**FIXED, "content-security-policy": policy}
        if self._secure:
            headers["strict-transport-security"] = "max-age=31536000"
        return headers
