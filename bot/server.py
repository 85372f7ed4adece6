"""One process: web, Telegram, durable jobs and the hourly sweep, started and stopped together."""

import asyncio
import errno
import re
import signal
import socket
import threading
from collections.abc import Awaitable, Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

import structlog
import uvicorn
from prometheus_client import Counter, start_http_server
from pydantic import SecretStr
from starlette.routing import Route
from starlette.types import ASGIApp

from bot.learning import learn
from bot.pings.couriers import couriers_of
from bot.quiet import clamp
from bot.settings import SecretSettings, Settings
from bot.web.app import web_app
from bot.web.rooms import Rooms
from bot.wiring import House
from handlers.aftercare import CheckIns
from handlers.announcing import Announcing
from handlers.domain.errors import OpenOorError
from handlers.domain.pings import WayKind
from handlers.jobs import Notices
from handlers.pings import Pings
from handlers.ports import Channel, Eraser, Gone, Later, Outcome, Outgoing, Postman, Reach
from handlers.sweep import SweepUnfinished
from handlers.traces import Erasing
from storage.jobs import Jobs
from storage.upkeep import hourly

if TYPE_CHECKING:
    from bot.telegram import Telegram

log = structlog.get_logger(__name__)

SWEEP_SECONDS = 3600.0
HEADER_BYTES = 32 * 1024  # of one request; more than any browser sends
WEBHOOK_PATH = "/telegram"
_SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}")


class Side(Postman, Eraser, Protocol):
    """A channel as the durable jobs know it."""


class Post:
    """Brings messages to addresses on whichever channel they are; a channel that is off reaches nobody."""

    def __init__(self, channels: dict[Channel, Side]) -> None:
        self._channels = channels

    async def send(self, reach: Reach, message: Outgoing) -> Outcome:
        """See handlers.ports.Postman."""
        channel = self._channels.get(reach.channel)
        return await channel.send(reach, message) if channel else Gone()

    async def erase(self, reach: Reach, references: tuple[str, ...]) -> Later | None:
        """See handlers.ports.Eraser. Nothing can be taken from a channel that is off."""
        channel = self._channels.get(reach.channel)
        return await channel.erase(reach, references) if channel else None


async def serve(house: House, secrets: SecretSettings) -> None:
    """Serve until told to stop; then finish what was begun."""
    couriers = couriers_of(house.settings, secrets, house.clock)
    bot = await _telegram(house, secrets)
    post = Post({Channel.TELEGRAM: bot.postman} if bot else {})
    notices, erasing = Notices(house.store, post, house.voice.flows.texts), Erasing(house.store, post)
    check_ins = CheckIns(house.store, post, house.voice.flows.texts)
    pings = Pings(
        house.store, couriers, house.voice.flows.texts, house.clock, f"{house.settings.address}/desk"
    )
    announcing = Announcing(house.store, post, house.voice.flows.texts, house.clock)
    # Without Telegram nobody is gone: what was begun waits until it is there again.
    every = (notices, erasing, check_ins, *([announcing] if bot else ()), pings, house.rounds)
    runners = dict(runner for each in every for runner in each.runners().items())
    jobs = Jobs(house.store, runners, replica=house.settings.replica)
    if house.settings.metrics_port:
        start_http_server(house.settings.metrics_port, "127.0.0.1", house.registry)
    server = uvicorn.Server(listening(app(house, bot, couriers), house.settings))
    try:
        await jobs.start()
        await house.rounds.begin()
        clamp()
        async with asyncio.TaskGroup() as group:
            beside = [
                group.create_task(_sweeping(house, jobs)),
                group.create_task(learn(house.hearing, house.lists, house.settings.understand)),
            ]
            if bot:
                beside.append(group.create_task(bot.run()))
            with _told_to_stop():
                await server.serve()
            for task in beside:
                task.cancel()
    finally:
        if bot:
            await bot.close()
        await jobs.stop()


@contextmanager
def _told_to_stop() -> Iterator[None]:
    """uvicorn ends on SIGTERM and raises it again, which would end the process before its jobs."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, lambda _number, _frame: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


class PortTaken(OpenOorError):
    """Another program, or another Open Oor, already listens there. Nothing was started."""

    def __init__(self, setting: str, port: int) -> None:
        super().__init__(f"port {port} is taken: stop what listens there, or set {setting} to another")
        self.setting, self.port = setting, port


def refuse_taken_ports(settings: Settings) -> None:
    """Raises PortTaken when a port cannot be listened on; an address of another machine raises OSError."""
    wanted = [("OPENOOR_PORT", settings.host, settings.port)]
    if settings.metrics_port:
        wanted.append(("OPENOOR_METRICS_PORT", "127.0.0.1", settings.metrics_port))
    for setting, host, port in wanted:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        try:
            socket.create_server((host, port), family=family).close()
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            raise PortTaken(setting, port) from None


def listening(pages: ASGIApp, settings: Settings) -> uvicorn.Config:
    """How the pages are served: no access log, and nobody fills the memory with a header without end."""
    return uvicorn.Config(
        pages,
        host=settings.host,
        port=settings.port,
        http="h11",  # the faster one takes headers of any size
        h11_max_incomplete_event_size=HEADER_BYTES,
        ws="none",
        access_log=False,
        log_config=None,
        server_header=False,
        timeout_graceful_shutdown=5,
    )


def app(house: House, bot: "Telegram | None" = None, ways: Iterable[WayKind] = ()) -> ASGIApp:
    """The whole web side of a house; `ways` are what can bring pings, beside Telegram."""
    routes = [Route(WEBHOOK_PATH, bot.webhook)] if bot and bot.webhook else []
    rooms = Rooms(
        take=house.front.take,
        screens=house.screens,
        desk=house.desk,
        hr=house.hr,
        store=house.store,
        keyring=house.keys,
        clock=house.clock,
        policy=house.policy,
        texts=house.voice.flows.texts,
        voice=house.voice,
        directories=house.directories,
        guide=house.guide,
        code_words=house.code_words,
        login_words=house.login_words,
        base_url=house.settings.address,
        secure_cookies=house.settings.address.startswith("https://"),
        demo=house.policy.demo,
        rest=house.policy.rest_channel,
        telegram_name=bot.username if bot else None,
        ways=frozenset(ways),
    )
    return web_app(rooms, routes)


async def _telegram(house: House, secrets: SecretSettings) -> "Telegram | None":
    if secrets.telegram_token is None or "telegram" not in house.policy.channels:
        return None
    secret = webhook_secret(secrets) if house.settings.telegram_mode == "webhook" else None
    # Its library takes a sixth of the start, and a house without a token has no use for it.
    from bot import telegram

    return await telegram.open_telegram(
        telegram.Rooms(
            take=house.front.take,
            photo_of=house.hr.photos.body,
            store=house.store,
            keyring=house.keys,
            desk=house.desk,
            voice=house.voice,
            clock=house.clock,
            languages=house.policy.languages,
            code_words=house.code_words,
            registry=house.registry,
        ),
        token=secrets.telegram_token,
        api=house.settings.telegram_api,
        hook=telegram.Hook(f"{house.settings.address}{WEBHOOK_PATH}", secret) if secret else None,
    )


def webhook_secret(secrets: SecretSettings) -> SecretStr:
    """What tells Telegram's calls from others. Raises WebhookWithoutSecret for a short or no secret."""
    secret = secrets.telegram_webhook_secret
    if secret is None or not _SECRET.fullmatch(secret.get_secret_value()):
        raise WebhookWithoutSecret
    return secret


class WebhookWithoutSecret(OpenOorError):
    """Telegram's webhook is on, but nothing tells Telegram's calls from others."""

    def __init__(self) -> None:
        super().__init__(
            "webhook mode needs a secret: put 32 random letters into secrets/telegram_webhook_secret"
        )


async def _sweeping(house: House, jobs: Jobs) -> None:
    """Every hour end what is past its term and turn the keys; what fails is tried again the next hour."""
    policy = house.policy
    failed = Counter("openoor_sweeps_failed", "Hourly rounds that did not finish", registry=house.registry)
    steps: dict[str, Callable[[], Awaitable[object]]] = {
        "terms": house.sweep.run,
        "rounds": house.rounds.begin,
        "storage": lambda: hourly(house.store, open_days=policy.open_days, closed_days=policy.closed_days),
        "rescue": jobs.rescue,
        "purge": jobs.purge,
    }
    while True:
        for name, step in steps.items():
            try:
                await step()
            except Exception as error:  # noqa: BLE001  # it is told, counted and tried again; the rest goes on
                failed.inc()
                where = ",".join(error.parts) if isinstance(error, SweepUnfinished) else name
                log.error("the sweep did not finish", step=where, error=type(error).__name__)  # no traceback
        await asyncio.sleep(SWEEP_SECONDS)
