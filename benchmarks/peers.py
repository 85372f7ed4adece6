"""What benchmarks.turn compares: our channel without a network, and a bare ConversationHandler."""

import secrets
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    ExtBot,
    PersistenceInput,
    PicklePersistence,
)
from telegram.request import BaseRequest, RequestData

from bot.telegram.channel import Parts, TelegramChannel
from bot.telegram.codes import TypedCodes
from bot.telegram.intake import Intake
from bot.telegram.screen import Screen
from bot.telegram.staff import StaffChat
from bot.telegram.trail import Trails
from bot.wiring import House
from handlers.seen import YES
from handlers.traces import TraceBook
from handlers.words import Words

ME = b'{"ok":true,"result":{"id":1,"is_bot":true,"first_name":"o","username":"o_bot"}}'
MESSAGE = (
    b'{"ok":true,"result":{"message_id":7,"date":1700000000,"chat":{"id":1,"type":"private"},"text":"."}}'
)
DONE = b'{"ok":true,"result":true}'


class NoNetwork(BaseRequest):
    """Telegram's answers without Telegram; remembers the newest "Yes, send this" that a chat was shown."""

    read_timeout = 1.0

    def __init__(self) -> None:
        self.yes: dict[int, str] = {}

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        """The answer that the method usually gives."""
        if url.endswith("/getMe"):
            return 200, ME
        sent: dict[str, Any] = request_data.parameters if request_data else {}
        for row in sent.get("reply_markup", {}).get("inline_keyboard", ()):
            if str(row[0].get("callback_data")).startswith(YES):
                self.yes[int(sent["chat_id"])] = row[0]["callback_data"]
        return 200, MESSAGE if url.endswith(("/sendMessage", "/editMessageReplyMarkup")) else DONE


def stub_bot(network: NoNetwork | None = None) -> ExtBot[None]:
    """A client that is always answered at once and never limited."""
    return ExtBot("1:stub", request=network or NoNetwork(), get_updates_request=NoNetwork())


def stubbed_channel(house: House, network: NoNetwork) -> tuple[ExtBot[None], Intake, TelegramChannel]:
    """The product's own Telegram channel over a stubbed client."""
    bot = stub_bot(network)
    texts, languages = house.voice.flows.texts, house.policy.languages
    parts = Parts(
        take=house.front.take,
        photo_of=house.hr.photos.body,
        screen=Screen(bot, house.voice, house.clock),  # type: ignore[arg-type]  # no rate limiter here
        staff=StaffChat(house.store, house.keys, house.desk, Words(texts, languages[0]), house.clock),
        codes=TypedCodes(house.store, house.keys, house.clock, house.code_words),
        trails=Trails(),
        book=TraceBook(house.store, house.keys, house.clock),
        texts=texts,
        clock=house.clock,
        default_language=languages[0],
    )
    return bot, Intake(house.voice.flows.menu), TelegramChannel(parts)


def fill(url: str, count: int) -> None:
    """So many running chats of other people, with random sealed contents of the usual size."""
    from storage.engines import is_sqlite
    from storage.tables import conversations, peers

    engine = sa.create_engine(url)
    batch = 5_000
    with engine.begin() as connection:
        if is_sqlite(url):
            connection.exec_driver_sql("PRAGMA synchronous=OFF")
        template = dict(connection.execute(sa.select(conversations).limit(1)).mappings().first() or {})
        for begin in range(0, count, batch):
            ids = [secrets.token_hex(16) for _ in range(min(batch, count - begin))]
            connection.execute(conversations.insert(), [_conversation(each, template) for each in ids])
            connection.execute(peers.insert(), [_peer(each) for each in ids])
    engine.dispose()


def _conversation(conversation: str, _: dict[str, Any]) -> dict[str, Any]:
    import datetime

    return {
        "id": conversation,
        "salt": secrets.token_bytes(16),
        "wrapped_key": secrets.token_bytes(60),
        "kek_day": datetime.datetime.now(datetime.UTC).date(),
        "mail_seq": 0,
    }


def _peer(conversation: str) -> dict[str, Any]:
    return {
        "lookup": secrets.token_bytes(16),
        "conversation": conversation,
        "epoch": 1,
        "version": 3,
        "state": secrets.token_bytes(1_500),
        "delivery": secrets.token_bytes(16),
        "idle_hour": 10_000_000,
    }


QUESTIONS = 8
BUTTONS = 5


def conversation_handler(file: Path) -> Application[Any, Any, Any, Any, Any, Any]:
    """The same questions, one state each, state and slots in a pickle file."""
    persistence: PicklePersistence[Any, Any, Any] = PicklePersistence(
        file, PersistenceInput(bot_data=False, chat_data=False, user_data=True, callback_data=False)
    )
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Ja", callback_data="a")] for _ in range(BUTTONS)])

    async def ask(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
        slots = context.user_data
        if slots is None or update.effective_chat is None:
            raise RuntimeError("an update without a person")
        query = update.callback_query
        if query is None:
            slots.clear()
        else:
            await query.answer()
            name, _, value = (query.data or "").removeprefix("/SetSlots(").rstrip(")").partition("=")
            slots[name] = value
            await query.edit_message_reply_markup(None)
        await context.bot.send_message(update.effective_chat.id, "Vraag " * 20, reply_markup=keyboard)
        return len(slots) % QUESTIONS

    answered: CallbackQueryHandler[Any, Any] = CallbackQueryHandler(ask)
    handler: ConversationHandler[Any] = ConversationHandler(
        entry_points=[CommandHandler("start", ask)],
        states={state: [answered] for state in range(QUESTIONS)},
        fallbacks=[CommandHandler("start", ask)],
        name="first_contact",
        persistent=True,
        per_message=False,
    )
    application = (
        Application.builder().bot(stub_bot()).persistence(persistence).job_queue(None).updater(None).build()
    )
    application.add_handler(handler)
    return application


async def fill_peer(application: Application[Any, Any, Any, Any, Any, Any], stored: int) -> None:
    """So many conversations of other people in the peer's file, each in the middle of the dialogue."""
    persistence = application.persistence
    if not isinstance(persistence, PicklePersistence):
        raise TypeError("the peer keeps its state in a pickle file")
    persistence.on_flush = True
    slots = {"in_danger": "safe", "need": "someone", "for_whom": "self", "kind": "bullying"}
    for person in range(1_000_000, 1_000_000 + stored):
        await persistence.update_user_data(person, dict(slots))
        await persistence.update_conversation("first_contact", (person, person), 4)
    await persistence.flush()
    persistence.on_flush = False
