"""How updates reach the bot: long polling, or a webhook; never both."""

import asyncio
from collections import Counter
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

import httpx

from tests.fakes.telegram import checks
from tests.fakes.telegram.checks import Params
from tests.fakes.telegram.faults import WEBHOOK, Faults
from tests.fakes.telegram.updates import Pending
from tests.fakes.telegram.world import ApiError, Json, World
from tests.patience import PATIENCE

POLL_LIMIT = 50  # seconds; a longer timeout is cut to this
RESEND_LIMIT = timedelta(seconds=60)
OTHER_POLLER = "terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_ACTIVE = (
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)


class Polling:
    """getUpdates: one poller waits at a time; a second that has to wait ends the first with a 409.

    Telegram also slows down a bot that asks the same offset again within seconds; this fake does not.
    """

    def __init__(self, world: World) -> None:
        self._world = world
        self._waiting: object | None = None
        self._ended_by = ""

    async def get_updates(self, params: Params) -> list[Json]:
        """What waits from `offset` on, at once or as soon as something comes within `timeout` seconds."""
        updates = self._world.updates
        if params.text("allowed_updates"):
            updates.allow(params.nested("allowed_updates"))
        offset = params.integer("offset", 0, -(2**31), 2**31 - 1)
        limit = params.integer("limit", 100, 1, 100)
        seconds = params.integer("timeout", 0, 0, POLL_LIMIT)
        found = updates.read(offset, limit)
        if found or not seconds:
            return found
        self.end(OTHER_POLLER)
        mine = self._waiting = object()
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._world.bell.until(lambda: self._waiting is not mine or bool(updates.pending()))
        if self._waiting is not mine:
            raise ApiError(409, f"Conflict: {self._ended_by}")
        self._waiting = None
        return updates.read(offset, limit)

    @property
    def waits(self) -> bool:
        """A poller is waiting for something to happen."""
        return self._waiting is not None

    def end(self, reason: str) -> None:
        """End the poller that waits, if any, with a 409."""
        self._waiting, self._ended_by = None, reason
        self._world.bell.ring()


class Webhook:
    """Delivery to an address of the bot, chat by chat in order, again until it answers 200 to 299.

    The first retry is immediate; later ones wait 2, 4, 8 … 60 seconds, or as long as `Retry-After`
    says, on the fake clock. A method call in the bot's answer is not carried out here.
    """

    def __init__(self, world: World, faults: Faults) -> None:
        self.url = ""
        self._world, self._faults = world, faults
        self._secret = ""
        self._failed: Counter[int] = Counter()  # update id -> times in a row
        self._wake_at: dict[int, datetime] = {}  # chat -> not before
        self._busy: set[int] = set()
        self._last_error: Json = {}

    def set(self, params: Params) -> bool:
        """setWebhook; an empty url is deleteWebhook."""
        if not params.text("url"):
            return self.delete(params)
        url, secret = checks.webhook_url(params), checks.secret_token(params)
        self._world.updates.allow(params.nested("allowed_updates") or [])
        if params.flag("drop_pending_updates"):
            self._world.updates.drop()
        self.url, self._secret, self._last_error = url, secret, {}
        self._failed.clear()
        self._wake_at.clear()
        self._world.bell.ring()
        return True

    def delete(self, params: Params) -> bool:
        """deleteWebhook; updates that wait stay, unless the bot wants them dropped."""
        if params.flag("drop_pending_updates"):
            self._world.updates.drop()
        self.url = ""
        return True

    def info(self) -> Json:
        """getWebhookInfo."""
        waiting = len(self._world.updates.pending())
        head = {"url": self.url, "has_custom_certificate": False, "pending_update_count": waiting}
        return head | self._last_error

    @property
    def delivers(self) -> bool:
        """A delivery is under way."""
        return bool(self._busy)

    @property
    def failures(self) -> int:
        """Failed deliveries of updates that still wait."""
        return self._failed.total()

    async def run(self) -> None:
        """Deliver for as long as this runs; chats beside each other."""
        limits = httpx.Timeout(PATIENCE)
        async with httpx.AsyncClient(trust_env=False, timeout=limits) as http, asyncio.TaskGroup() as group:
            while True:
                await self._world.bell.until(lambda: bool(self._due()))
                for update in self._due():
                    self._busy.add(update.chat)
                    group.create_task(self._deliver(http, update))

    def _due(self) -> list[Pending]:
        """The first update of every chat that may be delivered now."""
        if not self.url:
            return []
        first: dict[int, Pending] = {}
        for update in self._world.updates.pending():
            first.setdefault(update.chat, update)
        now = self._world.clock.now()
        return [
            update
            for chat, update in first.items()
            if chat not in self._busy and self._wake_at.get(chat, now) <= now
        ]

    async def _deliver(self, http: httpx.AsyncClient, update: Pending) -> None:
        error, wait = await self._post(http, update)
        if error is None:
            self._failed.pop(update.id, None)
            self._world.updates.confirm(update)
        else:
            now, self._failed[update.id] = self._world.clock.now(), self._failed[update.id] + 1
            if wait is None:
                wait = min(timedelta(seconds=2 ** (self._failed[update.id] - 1)), RESEND_LIMIT)
                wait = wait if self._failed[update.id] > 1 else timedelta(0)
            self._wake_at[update.chat] = now + wait
            self._last_error = {"last_error_date": int(now.timestamp()), "last_error_message": error}
        self._busy.discard(update.chat)
        self._world.bell.ring()

    async def _post(self, http: httpx.AsyncClient, update: Pending) -> tuple[str | None, timedelta | None]:
        """What went wrong, if anything, and how long the bot asks to wait."""
        headers = {"X-Telegram-Bot-Api-Secret-Token": self._secret} if self._secret else {}
        body: dict[str, Any] = update.shown()
        try:
            answer = await http.post(self.url, json=body, headers=headers)
        except httpx.HTTPError:
            return "Webhook connection closed", None
        if self._faults.take(WEBHOOK, str(update.chat)) is not None:
            return "Webhook connection closed", None
        if answer.is_success:
            return None, None
        after = answer.headers.get("Retry-After", "")
        wait = timedelta(seconds=min(int(after), 3600)) if after.isdigit() else None
        return f"Wrong response from the webhook: {answer.status_code} {answer.reason_phrase}", wait
