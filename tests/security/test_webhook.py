"""Where Telegram posts, nothing stands for anybody else: not even that something does."""

from types import SimpleNamespace
from typing import Any, cast

import pytest
from pydantic import SecretStr

from bot.server import WEBHOOK_PATH, app
from bot.telegram.webhook import HEADER, Webhook
from bot.wiring import House
from tests.web.apps import SAVED_PAGE
from tests.web.visitor import visitor

SECRET = "only-between-telegram-and-us"
NOBODY: Any = None  # what reads updates and shows answers: none of these calls gets as far as that


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "PUT", "OPTIONS"])
@pytest.mark.parametrize("headers", [{}, {HEADER: "guessed"}])
async def test_without_the_secret_the_address_answers_as_one_that_is_not_there(
    house: House, method: str, headers: dict[str, str]
) -> None:
    hook = Webhook(NOBODY, NOBODY, NOBODY, SecretStr(SECRET))
    bot = cast(Any, SimpleNamespace(webhook=hook, username=None))
    async with visitor(app(house, bot)) as one:
        seen = [
            await one.client.request(method, path, headers=headers) for path in (WEBHOOK_PATH, "/telegran")
        ]
    assert seen[0].status_code == seen[1].status_code == 404
    assert len({SAVED_PAGE.sub("", each.text).replace("/telegran", WEBHOOK_PATH) for each in seen}) == 1
    assert seen[0].headers.keys() == seen[1].headers.keys()


async def test_with_the_secret_what_is_nested_without_end_is_refused(house: House) -> None:
    hook = Webhook(NOBODY, NOBODY, NOBODY, SecretStr(SECRET))
    bot = cast(Any, SimpleNamespace(webhook=hook, username=None))
    async with visitor(app(house, bot)) as one:
        for body in (b"[" * 100_000, b'{"a":' * 40_000):
            answer = await one.client.post(WEBHOOK_PATH, content=body, headers={HEADER: SECRET})
            assert answer.status_code == 400
