"""The webhook as an ASGI route: 200 only when the answer stands on the screen, else Telegram comes again."""

import hmac
import json
from collections import Counter
from contextlib import suppress

import structlog
from pydantic import SecretStr
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send
from telegram import Update
from telegram.error import BadRequest

from bot.telegram.channel import TelegramChannel, Undelivered
from bot.telegram.client import TelegramBot
from bot.telegram.intake import Intake
from bot.telegram.receiving import GIVE_UP, Counts
from handlers.domain.errors import Locked
from handlers.turn import TurnFailed

log = structlog.get_logger(__name__)

HEADER = "X-Telegram-Bot-Api-Secret-Token"
LARGEST = 256 * 1024  # bytes; a text of 4096 characters with everything around it is far below
REMEMBERED = 1000


class Webhook:
    """Takes what Telegram posts. Without the secret it answers as if nothing stood here."""

    def __init__(
        self, bot: TelegramBot, intake: Intake, channel: TelegramChannel, counts: Counts, secret: SecretStr
    ) -> None:
        self._bot, self._intake, self._channel = bot, intake, channel
        self._counts, self._secret = counts, secret
        self._broken: Counter[int] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As an ASGI app: the endpoint of a Route for POST."""
        response = await self._hear(Request(scope, receive))
        await response(scope, receive, send)

    async def _hear(self, request: Request) -> Response:
        given = request.headers.get(HEADER, "")
        if not hmac.compare_digest(given.encode(), self._secret.get_secret_value().encode()):
            return Response(status_code=404)
        body = await _read(request)
        try:
            update = Update.de_json(json.loads(body), self._bot) if body is not None else None
        except (ValueError, KeyError, TypeError, AttributeError):
            update = None
        return await self._take(update) if update is not None else Response(status_code=400)

    async def _take(self, update: Update) -> Response:
        came = self._intake.read(update)
        if came is None:
            return Response()
        try:
            await self._channel.handle(came)
        except (Locked, TurnFailed):
            return self._again(1)
        except Undelivered as error:
            return self._again(error.seconds)
        except Exception as error:  # noqa: BLE001  # the others' updates come through this same route
            self._broken[came.update] += 1
            log.error("update failed", error=type(error).__name__, attempt=self._broken[came.update])
            if self._broken[came.update] < GIVE_UP:
                return self._again(1)
            self._counts.given_up.inc()
            with suppress(BadRequest, Undelivered):
                await self._channel.apologise(came)
        self._broken.pop(came.update, None)
        self._counts.taken.inc()
        return Response()

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
