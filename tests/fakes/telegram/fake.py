"""The fake itself: a Bot API on a port of this machine, and people who use the bot behind it."""

import asyncio
import json
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from types import TracebackType
from typing import Any, Self

from tests.fakes.telegram.bell import Bell, MovableClock
from tests.fakes.telegram.checks import Params
from tests.fakes.telegram.delivery import WEBHOOK_ACTIVE, Polling, Webhook
from tests.fakes.telegram.faults import Broken, Fault, Faults, Flood
from tests.fakes.telegram.methods import METHODS
from tests.fakes.telegram.people import Person, Room
from tests.fakes.telegram.server import Answer, Request, Server
from tests.fakes.telegram.world import Account, ApiError, Call, Chat, ChatKind, World
from tests.patience import PATIENCE

TOKEN = "424242:fake-token-of-a-bot-that-does-not-exist"
JSON_HEAD = {"Content-Type": "application/json"}


class FakeTelegram:
    """Telegram for one bot. `async with await FakeTelegram.start() as fake: …`"""

    def __init__(self, token: str = TOKEN, username: str = "open_oor_bot") -> None:
        bell = Bell()
        self.token = token
        self.clock = MovableClock(bell)
        me = Account(int(token.split(":")[0]), "Open Oor", username=username, is_bot=True)
        self.world = World(me, bell, self.clock)
        self.updates = self.world.updates
        self.faults = Faults()
        self.webhook = Webhook(self.world, self.faults)
        self._polling = Polling(self.world)
        self._server = Server(self._handle)
        self._delivery: asyncio.Task[None] | None = None
        self._under_way = 0
        self._account_ids = count(7_015_550_001)
        self._room_ids = count(1_002_000_000_001)

    @classmethod
    async def start(cls, token: str = TOKEN, username: str = "open_oor_bot") -> Self:
        """A fake that listens."""
        fake = cls(token, username)
        await fake._server.start()
        fake._delivery = asyncio.get_running_loop().create_task(fake.webhook.run())
        return fake

    async def stop(self) -> None:
        """Stop listening and delivering. Raises what broke inside the fake, if anything did."""
        if self._delivery is not None:
            self._delivery.cancel()
            with suppress(asyncio.CancelledError):
                await self._delivery
        await self._server.stop()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    @property
    def base_url(self) -> str:
        """What python-telegram-bot takes as `base_url`; the token comes right behind it."""
        return f"{self._server.url}/bot"

    @property
    def calls(self) -> list[Call]:
        """Every call that reached Telegram and was not refused by a fault, oldest first."""
        return self.world.calls

    def person(
        self,
        *,
        language: str | None = "nl",
        first_name: str = "Robin",
        last_name: str | None = None,
        username: str | None = None,
        account_id: int | None = None,
    ) -> Person:
        """Someone new, who has not written to the bot yet."""
        number = next(self._account_ids) if account_id is None else account_id
        return Person(self.world, Account(number, first_name, last_name, username, language))

    def room(self, kind: ChatKind = "group", title: str = "Team") -> Room:
        """A group, supergroup or channel, the bot outside."""
        return Room(self.world, Chat(-next(self._room_ids), kind, title))

    async def settled(self) -> None:
        """Wait until the bot has confirmed every update and no call of it is under way."""
        await self.until(lambda: self.updates.all_confirmed() and self._under_way == 0)

    async def until(self, met: Callable[[], bool]) -> None:
        """Wait until `met()`, looked at after each change; TimeoutError when it never comes."""
        async with asyncio.timeout(PATIENCE):
            await self.world.bell.until(met)

    async def until_polled(self) -> None:
        """Wait until the bot waits for updates."""
        await self.until(lambda: self._polling.waits)

    async def _handle(self, request: Request) -> Answer:
        if request.token != self.token:
            return _refusal(ApiError(401, "Unauthorized"))
        polls = request.method.lower() == "getupdates"
        self._under_way += not polls
        try:
            return await self._carry_out(request)
        finally:
            self._under_way -= not polls
            self.world.bell.ring()

    async def _carry_out(self, request: Request) -> Answer:
        fault = self.faults.take(request.method, request.params.get("chat_id"))
        if fault is not None and not getattr(fault, "done", False):
            return _failure(fault)
        self.world.calls.append(Call(request.method, request.params))
        try:
            result = await self._call(request.method.lower(), Params(request.params, request.files))
        except ApiError as error:
            answer = _refusal(error)
        else:
            answer = 200, JSON_HEAD, json.dumps({"ok": True, "result": result}).encode()
        return answer if fault is None else None

    async def _call(self, method: str, params: Params) -> Any:
        if method == "getupdates":
            if self.webhook.url:
                raise ApiError(409, f"Conflict: {WEBHOOK_ACTIVE}")
            return await self._polling.get_updates(params)
        if method == "setwebhook":
            done = self.webhook.set(params)
            self._polling.end("terminated by setWebhook request")
            return done
        if method == "deletewebhook":
            return self.webhook.delete(params)
        if method == "getwebhookinfo":
            return self.webhook.info()
        if method not in METHODS:
            raise ApiError(404, "Not Found: method not found")
        return METHODS[method](self.world, params)


def _refusal(error: ApiError) -> tuple[int, dict[str, str], bytes]:
    body: dict[str, Any] = {"ok": False, "error_code": error.code, "description": error.description}
    head = dict(JSON_HEAD)
    if error.retry_after is not None:
        body["parameters"] = {"retry_after": error.retry_after}
        head["Retry-After"] = str(error.retry_after)
    return error.code, head, json.dumps(body).encode()


def _failure(fault: Fault) -> Answer:
    if isinstance(fault, Flood):
        words = f"Too Many Requests: retry after {fault.retry_after}"
        return _refusal(ApiError(429, words, fault.retry_after))
    if isinstance(fault, Broken):
        if fault.code == 502:
            return 502, {"Content-Type": "text/html"}, b"<html><h1>502 Bad Gateway</h1></html>"
        return _refusal(ApiError(fault.code, "Internal Server Error"))
    return None
