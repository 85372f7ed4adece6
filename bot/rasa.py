"""Rasa's REST chat protocol, for existing chat widgets and for black-box tests.

`POST /webhooks/rest/webhook` with {"sender", "message"}; the answer is a list of {"recipient_id", "text",
"buttons"}. The sender is the only key to a running chat, so it must be an unguessable token. A case that was
sent locks here after half an hour without a press, as in a browser; then its code opens it on the web page.
"""

import json
import re
from collections.abc import Awaitable, Callable, Iterator
from secrets import token_urlsafe
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.limits import Deed, Limits
from bot.web.forms import MOST_WORDS, body
from dialogues.private import Private
from handlers.domain.errors import Locked
from handlers.ports import Answer, Channel, Inbound, OutButton, Outgoing
from handlers.turn import TurnFailed
from handlers.voice import Voice

PATH = "/webhooks/rest"
_HEX = re.compile(r"[0-9a-fA-F]{32,128}")  # 128 bits and more
_TOKEN = re.compile(r"[A-Za-z0-9_-]{22,128}")
_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_HALF = re.compile("[\ud800-\udfff]")
"""Half a character: JSON can write it, no page and no other program can show it."""

FEWEST_DIFFERENT = 8
"""Different characters that a random token has at least: "aaaa…" is none."""

WEAK_SENDER = (
    "sender must be a random token of at least 128 bits: 32 or more hexadecimal digits, or 22 or more of "
    "A-Z a-z 0-9 - _; a name, a number or a UUID can be guessed or found out"
)


class RestChannel:
    """The REST protocol; off unless the policy turns it on."""

    def __init__(self, take: Callable[[Inbound], Awaitable[Answer]], voice: Voice, limits: Limits) -> None:
        self._take, self._voice, self._limits = take, voice, limits

    def routes(self) -> list[Route]:
        """The two addresses of the protocol."""
        return [
            Route(f"{PATH}/", self.health, methods=["GET"]),
            Route(f"{PATH}/webhook", self.message, methods=["POST"]),
        ]

    async def health(self, _: Request) -> Response:
        """That the channel is there."""
        return JSONResponse({"status": "ok"})

    async def message(self, request: Request) -> Response:
        """One message and its answers; an unknown turn answers []."""
        said = _parsed(await body(request))
        sender, text = said.get("sender"), said.get("message")
        if not isinstance(sender, str) or not is_unguessable(sender):
            return JSONResponse({"error": WEAK_SENDER}, 400)
        if not isinstance(text, str) or not text:
            return JSONResponse([])
        if len(text) > MOST_WORDS:
            raise HTTPException(413)
        token = Private(sender)
        if not self._limits.spend(Deed.PRESS, token):
            raise HTTPException(429)
        pressed = text.startswith("/")
        inbound = Inbound(
            Channel.REST,
            token_urlsafe(16),
            token,
            text=None if pressed else Private(_HALF.sub("\ufffd", text)),
            payload=text if pressed else None,
            language=_language(said),
        )
        try:
            answer = await self._take(inbound)
        except (Locked, TurnFailed):
            raise HTTPException(503) from None
        always = self._voice.always(answer.language)
        sent = [
            part
            for message in answer.messages
            for part in _parts(sender, message, always if message.always else ())
        ]
        if request.query_params.get("stream", "").lower() == "true":
            lines = "".join(f"{_dumped(part)}\n" for part in sent)
            return Response(lines, media_type="application/json")
        return Response(_dumped(sent), media_type="application/json")


def is_unguessable(sender: str) -> bool:
    """Whether a sender can be a random token of 128 bits; what it really is, only its maker knows."""
    if _UUID.fullmatch(sender) or len(set(sender)) < FEWEST_DIFFERENT:
        return False
    if re.fullmatch(r"[0-9a-fA-F]+", sender):
        return bool(_HEX.fullmatch(sender))
    return bool(_TOKEN.fullmatch(sender))


def _parsed(raw: bytes) -> dict[str, Any]:
    try:
        said = json.loads(raw)
    except (ValueError, RecursionError):
        raise HTTPException(400) from None
    if not isinstance(said, dict):
        raise HTTPException(400)
    return said


def _language(said: dict[str, Any]) -> str | None:
    metadata = said.get("metadata")
    language = metadata.get("language") if isinstance(metadata, dict) else None
    return language if isinstance(language, str) and len(language) <= 8 else None


def _parts(sender: str, message: Outgoing, always: tuple[OutButton, ...]) -> Iterator[dict[str, Any]]:
    """Rasa splits a text at blank lines into several objects; buttons go with the last of them."""
    texts = [part for part in re.split(r"\n[ \t]*\n", message.text.reveal()) if part.strip()] or [""]
    for text in texts[:-1]:
        yield {"recipient_id": sender, "text": text}
    last: dict[str, Any] = {"recipient_id": sender, "text": texts[-1]}
    if buttons := (*message.buttons, *always):
        last["buttons"] = [{"title": b.title.reveal(), "payload": b.payload} for b in buttons]
    yield last


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
