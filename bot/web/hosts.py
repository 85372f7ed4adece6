"""Which names of a site are answered; by any other name nothing is looked up and nothing is kept.

A page elsewhere whose name leads to this machine (DNS rebinding) and a proxy that nobody told us about both
come with a name of their own. Starlette's TrustedHostMiddleware knows names only: here an address in
numbers counts too, and who is refused reads a sentence.
"""

import re
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from dialogues.texts import Texts

_HERE: Final = "localhost"
_BROUGHT_ON: Final = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")
_HOST: Final = re.compile(r"(?:\[(?P<six>[0-9a-fA-F:.]+)\]|(?P<name>[A-Za-z0-9._-]+))(?::[0-9]{1,5})?")


class Hosts:
    """Pure ASGI. Answers the name of `base_url`, names of this machine and addresses in numbers.

    A site that listens everywhere and was told no name answers every name. The demo organisation answers
    this machine alone, and nothing that a proxy brought on.
    """

    def __init__(
        self, app: ASGIApp, *, base_url: str, demo: bool, texts: Texts, languages: tuple[str, ...]
    ) -> None:
        self._app, self._demo = app, demo
        self._ours = _own_name(base_url)
        sentence = "web-other-host-demo" if demo else "web-other-host"
        self._refusal = "\n\n".join(texts.fill(sentence, language, {}) for language in languages)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request; 421 with a sentence when it came for another name."""
        if scope["type"] != "http" or self._answers(Headers(scope=scope)):
            await self._app(scope, receive, send)
            return
        await PlainTextResponse(f"{self._refusal}\n", 421)(scope, receive, send)

    def _answers(self, headers: Headers) -> bool:
        host = headers.get("host")
        if self._demo:
            return is_here(host) and not any(name in headers for name in _BROUGHT_ON)
        if self._ours is None or host is None:  # a check of HTTP/1.0; a browser always says a name
            return True
        name = named(host)
        return name == self._ours or is_here(host) or _in_numbers(name)


def named(host: str | None) -> str:
    """The name or address in a Host header, in small letters and without a port; "" when it is neither."""
    found = _HOST.fullmatch(host or "")
    return (found["six"] or found["name"]).lower().removesuffix(".") if found else ""


def is_here(host: str | None) -> bool:
    """Whether a Host header says this very machine."""
    name = named(host)
    return name == _HERE or (_in_numbers(name) and ip_address(name).is_loopback)


def _in_numbers(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _own_name(base_url: str) -> str | None:
    """The name that people type, or None when the site listens everywhere and was told none."""
    name = named(urlsplit(base_url).netloc)
    return None if not name or (_in_numbers(name) and ip_address(name).is_unspecified) else name
