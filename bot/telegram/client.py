"""python-telegram-bot's client, set up so that it keeps quiet and says nothing it need not say."""

import logging
import os
from collections.abc import Sequence
from urllib.parse import urlsplit

from pydantic import SecretStr
from telegram import LinkPreviewOptions
from telegram.error import InvalidToken, NetworkError
from telegram.ext import AIORateLimiter, Defaults, ExtBot
from telegram.request import HTTPXRequest

from handlers.domain.errors import OpenOorError

LOOPBACK = ("127.0.0.1", "localhost", "::1")
TALKATIVE = ("httpx", "httpcore", "telegram")
"""Below WARNING these print addresses with the bot token in them, or people's words."""

CONNECTIONS = 64
SECONDS_TO_ANSWER = 10.0


class TokenRefused(OpenOorError):
    """Telegram does not know this bot token. The message does not hold it."""


class TelegramBot(ExtBot[int]):
    """The client; its repr and some of its errors hold the token: never log either."""

    __slots__ = ()

    async def raw_updates(
        self, offset: int, seconds: int, kinds: Sequence[str] | None = None, *, limit: int = 100
    ) -> list[object]:
        """What waits from `offset` on, at most `limit`, not read yet; waits so many seconds for the first.

        The library's own get_updates reads all or nothing: one that it cannot read hides the others, and
        it then writes them out to its log. Raises telegram's TelegramError.
        """
        found = await self._post(
            "getUpdates",
            {"offset": offset, "timeout": seconds, "limit": limit, "allowed_updates": kinds},
            read_timeout=SECONDS_TO_ANSWER + seconds,
        )
        if not isinstance(found, list):
            raise NetworkError("Telegram answered with something else than updates")
        return found


def client(token: SecretStr, api: str, *, messages_a_second: float = 30) -> TelegramBot:
    """A client that is not connected yet; `api` is the address that the token comes right behind.

    Sends without link previews: a preview asks Telegram's servers to visit the address. A 429 comes out
    as RetryAfter at once: who sends decides about trying again. The rate stays under Telegram's own.
    """
    os.environ["PTB_TIMEDELTA"] = "1"
    for name in TALKATIVE:
        logger = logging.getLogger(name)
        logger.setLevel(max(logger.getEffectiveLevel(), logging.WARNING))
    # a proxy of this machine is for the outside world only
    direct = {"trust_env": urlsplit(api).hostname not in LOOPBACK}
    return TelegramBot(
        token.get_secret_value(),
        base_url=api,
        request=HTTPXRequest(CONNECTIONS, read_timeout=SECONDS_TO_ANSWER, httpx_kwargs=direct),
        get_updates_request=HTTPXRequest(1, httpx_kwargs=direct),
        defaults=Defaults(link_preview_options=LinkPreviewOptions(is_disabled=True)),
        rate_limiter=AIORateLimiter(overall_max_rate=messages_a_second, max_retries=0),
    )


async def connect(bot: TelegramBot) -> None:
    """Ask Telegram who the bot is. Raises TokenRefused, and telegram's NetworkError when it is away."""
    refused = False
    try:
        await bot.initialize()
    except InvalidToken:
        refused = True
    except BaseException:
        await bot.shutdown()
        raise
    if refused:  # outside the handler: the library's error holds the token and would come along
        await bot.shutdown()
        raise TokenRefused("Telegram refused secrets/telegram_token; ask @BotFather for the token again")
