"""Updates of Telegram become messages of the product; names, usernames and photos end here."""

import re
import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import blake2b

from telegram import CallbackQuery, Chat, ChatMember, Message, Update, User
from telegram.ext import filters

from bot.telegram.trail import reference
from dialogues.private import Private

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member", "channel_post")

CALLBACK_BYTES = 64
CONTENT = (
    *("photo", "voice", "sticker", "location", "contact", "poll", "document", "video", "video_note", "audio"),
    *("animation", "dice", "venue", "game", "story", "paid_media"),
)
EDITED = "edited"
OTHER = "other"

_LATEST = 2**33  # seconds since 1970 that a date can be made of
_COMMAND = re.compile(r"/([A-Za-z_]{1,32})(?:@[A-Za-z0-9_]+)?(?: +([A-Za-z0-9_-]{1,64}))?\s*")
_LINK = re.compile(r"[A-Za-z0-9_-]{43}")  # secrets.token_urlsafe(32)


@dataclass(frozen=True, slots=True)
class Came:
    """Something a person did in their own chat with the bot.

    `lane` stands for the chat within this process and means nothing outside it.
    """

    update: int
    lane: bytes
    chat: Private
    language: str | None = None
    text: Private | None = None
    payload: str | None = None
    unsupported: str | None = None
    reference: str | None = None  # of the message they sent, or pressed a button on
    pressed: int | None = None  # the message whose button was pressed
    query: str | None = None  # the press, that waits for its answer
    token: Private | None = None  # from a link of the desk


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Something in a group or channel, where Open Oor does not stay."""

    update: int
    lane: bytes
    chat: Private
    may_speak: bool
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Blocked:
    """A person blocked the bot in their own chat: nothing can be said there any more."""

    update: int
    lane: bytes
    chat: Private


Event = Came | Elsewhere | Blocked


class Intake:
    """Reads updates. `start_links`: the intents that a t.me link may begin with."""

    def __init__(self, start_links: Collection[str]) -> None:
        self._start_links = frozenset(start_links)
        self._key = secrets.token_bytes(32)

    def read(self, update: Update) -> Event | None:
        """What came, or None when it asks for nothing (a pinned message, …)."""
        chat, query = update.effective_chat, update.callback_query
        if chat is None:
            return None
        if chat.type != Chat.PRIVATE:
            return self._elsewhere(update, chat)
        if query is not None:
            return self._press(update.update_id, chat, query)
        if update.edited_message is not None:
            return replace(self._came(update, chat, update.edited_message.from_user), unsupported=EDITED)
        if update.message is not None:
            return self._message(update, chat, update.message)
        change = update.my_chat_member
        if change is not None and change.new_chat_member.status == ChatMember.BANNED:
            return Blocked(update.update_id, self._lane(chat.id), Private(str(chat.id)))
        return None

    def unreadable(self, update: int, raw: Mapping[str, object]) -> Came | None:
        """What came, of an update that `read` cannot take: something we have no answer to but a kind word.

        None when it names no private chat. Looks at numbers and kinds only, and trusts none of them.
        """
        pressed = _inside(raw, "callback_query")
        about = _inside(pressed, "message") if pressed else _inside(raw, "message", "edited_message")
        chat, sender = _inside(about, "chat"), _inside(pressed or about, "from")
        number, language, query = chat.get("id"), sender.get("language_code"), pressed.get("id")
        if type(number) is not int or chat.get("type") != Chat.PRIVATE:
            return None
        return Came(
            update,
            self._lane(number),
            Private(str(number)),
            _short(language) if isinstance(language, str) else None,
            unsupported=OTHER,
            reference=_reference(about),
            query=query if isinstance(query, str) else None,
        )

    def _elsewhere(self, update: Update, chat: Chat) -> Elsewhere | None:
        change = update.my_chat_member
        if change is not None and change.new_chat_member.status in ("left", "kicked"):
            return None
        speaks, user = chat.type in (Chat.GROUP, Chat.SUPERGROUP), update.effective_user
        return Elsewhere(
            update.update_id, self._lane(chat.id), Private(str(chat.id)), speaks, _language(user)
        )

    def _press(self, update_id: int, chat: Chat, query: CallbackQuery) -> Came:
        data, about = query.data or "", query.message
        fits = len(data.encode()) <= CALLBACK_BYTES
        accessible = about is not None and about.is_accessible
        return Came(
            update_id,
            self._lane(chat.id),
            Private(str(chat.id)),
            _language(query.from_user),
            payload=data if fits else "",
            reference=reference(about.message_id, about.date) if about and accessible else None,
            pressed=about.message_id if about and accessible else None,
            query=query.id,
        )

    def _message(self, update: Update, chat: Chat, message: Message) -> Came | None:
        sent = reference(message.message_id, message.date)
        came = replace(self._came(update, chat, message.from_user), reference=sent)
        if message.text is None:
            kind = next((kind for kind in CONTENT if message[kind]), None)
            if kind is None and filters.StatusUpdate.ALL.check_update(update):
                return None
            words = Private(message.caption) if message.caption else None
            return replace(came, text=words, unsupported=kind or OTHER)
        command = _COMMAND.fullmatch(message.text)
        name, argument = (command[1].lower(), command[2] or "") if command else ("", "")
        if name == "start" and _LINK.fullmatch(argument):
            return replace(came, token=Private(argument))
        if name == "start":
            wish = argument if argument in self._start_links else "start"
            return replace(came, payload=f"/{wish}")
        if command and not argument:
            return replace(came, payload=f"/{name}")
        return replace(came, text=Private(message.text))

    def _came(self, update: Update, chat: Chat, user: User | None) -> Came:
        return Came(update.update_id, self._lane(chat.id), Private(str(chat.id)), _language(user))

    def _lane(self, chat: int) -> bytes:
        return blake2b(str(chat).encode(), key=self._key, digest_size=16).digest()


def _language(user: User | None) -> str | None:
    code = user.language_code if user else None
    return _short(code) if code else None


def _short(code: str) -> str:
    return code.partition("-")[0].lower()


def _inside(raw: Mapping[str, object], *names: str) -> Mapping[str, object]:
    found = (raw.get(name) for name in names)
    return next((part for part in found if isinstance(part, Mapping)), {})


def _reference(message: Mapping[str, object]) -> str | None:
    number, at = message.get("message_id"), message.get("date")
    if type(number) is not int or type(at) is not int or not 0 < at < _LATEST:
        return None
    return reference(number, datetime.fromtimestamp(at, UTC))
