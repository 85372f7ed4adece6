"""The webhook as an ASGI route: 200 only when the answer stands on the screen, else Telegram comes again."""

import hmac
import json
from collections import Counter

import structlog
from pydantic import SecretStr
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from bot.telegram.channel import TelegramChannel, Undelivered
from bot.telegram.intake import Event
from bot.telegram.reading import Counts, Reader, numbered
from bot.telegram.trying import GIVE_UP, patience

log = structlog.get_logger(__name__)

HEADER = "X-Telegram-Bot-Api-Secret-Token"
LARGEST = 256 * 1024  # bytes; a text of 4096 characters with everything around it is far below
REMEMBERED = 1000


class Webhook:
    """Takes what Telegram posts. Without the secret it answers as if nothing stood here, to any method."""

    def __init__(self, reader: Reader, channel: TelegramChannel, counts: Counts, secret: SecretStr) -> None:
        self._reader, self._channel = reader, channel
        self._counts, self._secret = counts, secret
        self._broken: Counter[int] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As an ASGI app: the endpoint of a Route without methods. Raises HTTPException 404."""
        response = await self._hear(Request(scope, receive))
        await response(scope, receive, send)

    async def _hear(self, request: Request) -> Response:
        given = request.headers.get(HEADER, "")
        knows = hmac.compare_digest(given.encode(), self._secret.get_secret_value().encode())
        if not knows or request.method != "POST":
            raise HTTPException(404)
        body = await _read(request)
        try:
            update = numbered(json.loads(body)) if body is not None else None
        except (ValueError, RecursionError):
            update = None
        if update is None:
            return Response(status_code=400)
        came = self._reader.read(*update)
        return await self._take(came) if came is not None else Response()

    async def _take(self, came: Event) -> Response:
        try:
            await self._channel.handle(came)
        except Exception as error:  # noqa: BLE001  # the others' updates come through this same route
            if patience(error) != GIVE_UP:
                return self._again(error.seconds if isinstance(error, Undelivered) else 1)
            self._broken[came.update] += 1
            log.error("update failed", error=type(error).__name__, attempt=self._broken[came.update])
            if self._broken[came.update] < GIVE_UP or not await self._told(came):
                return self._again(1)
            self._counts.given_up.inc()
        self._broken.pop(came.update, None)
        self._counts.taken.inc()
        return Response()

    async def _told(self, came: Event) -> bool:
        """Whether the sender was told that it did not get through, or cannot be told anything."""
        try:
            await self._channel.apologise(came)
        except Exception as error:  # noqa: BLE001  # the others' updates come through this same route
            return patience(error) is not None
        return True

    def _again(self, seconds: float) -> Response:
        self._counts.failed.inc()
        if len(self._broken) > REMEMBERED:
            self._broken.clear()
        return Response(status_code=503, headers={"Retry-After": str(max(1, round(seconds)))})


async def _read(request: Request) -> bytes | None:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            return None
    return bytes(body)
