"""Everything of the Telegram channel, put together and started."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta

import structlog
from prometheus_client import CollectorRegistry
from pydantic import SecretStr
from telegram import BotCommand
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError

from bot.telegram.channel import Parts, Pause, PhotoOf, Take, TelegramChannel, Undelivered
from bot.telegram.client import TelegramBot, client, connect
from bot.telegram.codes import TypedCodes
from bot.telegram.intake import ALLOWED_UPDATES, Intake
from bot.telegram.reading import Counts, Reader
from bot.telegram.receiving import Receiver
from bot.telegram.screen import Screen
from bot.telegram.staff import StaffChat
from bot.telegram.trail import Trails
from bot.telegram.trying import pause_after
from bot.telegram.webhook import Webhook
from handlers.desk import DeskRoom
from handlers.domain.codes import WordList
from handlers.ports import Clock, Keyring, Store
from handlers.traces import TraceBook
from handlers.voice import Voice
from handlers.words import Words

log = structlog.get_logger(__name__)

TIDY_SECONDS = 15.0
STEADY = timedelta(minutes=10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rooms:
    """What the channel needs of the house. `languages`: those of the policy, the first is the default."""

    take: Take
    photo_of: PhotoOf
    store: Store
    keyring: Keyring
    desk: DeskRoom
    voice: Voice
    clock: Clock
    languages: tuple[str, ...]
    code_words: tuple[WordList, ...]
    registry: CollectorRegistry
    pause: Pause = asyncio.sleep


@dataclass(frozen=True, slots=True)
class Hook:
    """Where Telegram posts updates, and what tells its calls from others.

    Raises ValueError for a webhook without its secret.
    """

    url: str
    secret: SecretStr

    def __post_init__(self) -> None:
        if not (self.url and self.secret.get_secret_value()):
            raise ValueError("a webhook needs its address and its secret")


class Telegram:
    """The running channel. `webhook` is None when updates are polled."""

    def __init__(self, bot: TelegramBot, rooms: Rooms, hook: Hook | None) -> None:
        self._bot, self._rooms, self._hook = bot, rooms, hook
        self._connected = False
        screen = Screen(bot, rooms.voice, rooms.clock)
        texts, default = rooms.voice.flows.texts, rooms.languages[0]
        staff = StaffChat(rooms.store, rooms.keyring, rooms.desk, Words(texts, default), rooms.clock)
        self._channel = TelegramChannel(
            Parts(
                take=rooms.take,
                screen=screen,
                photo_of=rooms.photo_of,
                staff=staff,
                codes=TypedCodes(rooms.store, rooms.keyring, rooms.clock, rooms.code_words),
                trails=Trails(),
                book=TraceBook(rooms.store, rooms.keyring, rooms.clock),
                texts=texts,
                clock=rooms.clock,
                default_language=default,
                pause=rooms.pause,
            )
        )
        self._counts = counts = Counts(rooms.registry)
        reader = Reader(bot, Intake(rooms.voice.flows.menu), counts)
        self.postman = screen
        self.webhook: Webhook | None = None
        self._receiver: Receiver | None = None
        if hook is None:
            self._receiver = Receiver(bot, reader, self._channel, counts, rooms.pause)
        else:
            self.webhook = Webhook(reader, self._channel, counts, hook.secret)

    @property
    def username(self) -> str | None:
        """The bot's public name, for t.me links; None while Telegram was not reached yet."""
        return self._bot.username if self._connected else None

    async def connect(self) -> None:
        """Tell Telegram how updates come and what the menu says. Raises TokenRefused and TelegramError."""
        await connect(self._bot)
        await _introduce(self._bot, self._rooms)
        if self._hook is None:
            await self._bot.delete_webhook()
        else:
            await self._bot.set_webhook(
                self._hook.url,
                allowed_updates=ALLOWED_UPDATES,
                secret_token=self._hook.secret.get_secret_value(),
            )
        self._connected = True

    async def run(self) -> None:
        """Receive (when polling) and keep screens tidy, until cancelled. Nothing that breaks here ends it."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._kept_up("tidying", self._keep_tidy))
            group.create_task(self._kept_up("receiving", self._receive))

    async def close(self) -> None:
        """After `run` has ended: clear what is fading, confirm what was seen through, hang up."""
        if self._connected:
            with suppress(Undelivered, TelegramError):
                await self._channel.tidy(everything=True)
            if self._receiver is not None:
                await self._receiver.confirm()
        await self._bot.shutdown()

    async def _receive(self) -> None:
        if not self._connected:
            await self.connect()
            log.warning("Telegram is reached; its links on web pages come back with the next restart")
        if self._receiver is not None:
            await self._receiver.run()

    async def _kept_up(self, part: str, run: Callable[[], Awaitable[None]]) -> None:
        """Begin again when it breaks, soon at first, until it ends well; nobody on the web notices."""
        falls = 0
        while True:
            began = self._rooms.clock.now()
            try:
                await run()
                return
            except Exception as error:  # noqa: BLE001  # it is told, counted and begun again
                falls = falls + 1 if self._rooms.clock.now() - began < STEADY else 1
                wait = pause_after(error, falls)
                self._counts.restarts.inc()
                log.error(
                    "Telegram stopped and begins again by itself; web chat and desk go on. When this line "
                    "keeps coming: run 'openoor doctor', restart, and report the error that it names",
                    kind=part,
                    error=_name(error),
                    attempt=falls,
                    seconds=wait,
                )
                await self._rooms.pause(wait)

    async def _keep_tidy(self) -> None:
        while True:
            try:
                await self._channel.tidy()
            except (Undelivered, TelegramError) as error:
                log.warning("a message stays on a screen", error=type(error).__name__)
            await self._rooms.pause(TIDY_SECONDS)


async def open_telegram(
    rooms: Rooms,
    *,
    token: SecretStr,
    api: str,
    hook: Hook | None = None,
    messages_a_second: float = 30,
) -> Telegram:
    """The channel, connected; when Telegram is away `run` goes on trying and nothing else waits for it.

    With a `hook` updates come there, otherwise they are polled. Raises TokenRefused, and telegram's
    BadRequest for an address that it does not take.
    """
    bot = client(token, api, messages_a_second=messages_a_second)
    telegram = Telegram(bot, rooms, hook)
    try:
        await telegram.connect()
    except BaseException as error:
        if not isinstance(error, NetworkError | RetryAfter) or isinstance(error, BadRequest):
            await bot.shutdown()
            raise
        log.error(
            "Telegram cannot be reached and is tried again; web chat and desk start without it",
            error=type(error).__name__,
        )
    return telegram


async def _introduce(bot: TelegramBot, rooms: Rooms) -> None:
    """The menu button beside the text field: help, stop, wipe, then the wishes that hold everywhere."""
    for language in rooms.languages:
        buttons = (*rooms.voice.always(language), *rooms.voice.menu(language))
        commands = [BotCommand(button.payload.removeprefix("/"), button.title.reveal()) for button in buttons]
        if language == rooms.languages[0]:
            await bot.set_my_commands(commands)
        await bot.set_my_commands(commands, language_code=language)


def _name(error: BaseException) -> str:
    """What broke, also when it came out of several tasks at once."""
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return type(error).__name__
