"""What Telegram holds: accounts, chats, messages, pressed buttons, and who may do what with them."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from typing import Any, Literal

from tests.fakes.telegram.bell import Bell, MovableClock
from tests.fakes.telegram.updates import Updates

Json = dict[str, Any]
ChatKind = Literal["private", "group", "supergroup", "channel"]

DELETABLE = timedelta(hours=48)
CALLBACK_LIFETIME = timedelta(seconds=15)  # Telegram names no figure; "too old" is seen from about here


class ApiError(Exception):
    """The Bot API says no. Nothing has changed, unless a fault says otherwise."""

    def __init__(self, code: int, description: str, retry_after: int | None = None) -> None:
        super().__init__(f"{code} {description}")
        self.code, self.description, self.retry_after = code, description, retry_after


def bad_request(reason: str) -> ApiError:
    """A 400 as the Bot API words it."""
    return ApiError(400, f"Bad Request: {reason}")


@dataclass(slots=True)
class Account:
    """A person or a bot with a Telegram account."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language: str | None = None
    is_bot: bool = False

    def shown(self) -> Json:
        """As the `User` object that a bot receives."""
        fields = {"last_name": self.last_name, "username": self.username, "language_code": self.language}
        return {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name} | _present(fields)


@dataclass(slots=True)
class Message:
    """One message as it now stands; `content` holds what is not text (photo, voice, …)."""

    id: int
    chat: "Chat"
    sender: Account | None
    sent: datetime
    text: str | None = None
    kind: str = "text"
    content: Json = field(default_factory=dict)
    markup: Json | None = None
    protected: bool = False
    previews_off: bool = False
    silent: bool = False  # it makes no sound
    edited: datetime | None = None

    def shown(self) -> Json:
        """As the `Message` object that a bot receives."""
        sender = self.sender.shown() if self.sender else None
        fields = {
            "from": sender,
            "text": self.text,
            "entities": _command_entity(self.text) if self.sender and not self.sender.is_bot else None,
            "reply_markup": self.markup,
            "edit_date": int(self.edited.timestamp()) if self.edited else None,
            "has_protected_content": self.protected or None,
            "link_preview_options": {"is_disabled": True} if self.previews_off else None,
        }
        head = {"message_id": self.id, "date": int(self.sent.timestamp()), "chat": self.chat.shown()}
        return head | _present(fields) | self.content


@dataclass(slots=True)
class Chat:
    """A chat of the bot. `refusal` is why the bot can write nothing here now (a 403)."""

    id: int
    kind: ChatKind
    title: str | None = None
    account: Account | None = None
    known: bool = False  # private: the person has written; else: the bot has been inside
    refusal: str | None = None
    messages: dict[int, Message] = field(default_factory=dict)

    def shown(self) -> Json:
        """As the `Chat` object that a bot receives."""
        head: Json = {"id": self.id, "type": self.kind}
        if self.account is None:
            return head | {"title": self.title}
        names = {"first_name": self.account.first_name, "last_name": self.account.last_name}
        return head | _present(names | {"username": self.account.username})


@dataclass(slots=True)
class Press:
    """One pressed button, until the bot answers it (the clock on the button stops)."""

    id: str
    at: datetime
    answered: bool = False
    toast: str | None = None
    alert: bool = False


@dataclass(frozen=True, slots=True)
class Call:
    """One request of the bot that reached Telegram, with its parameters as sent."""

    method: str
    params: dict[str, str] = field(repr=False)


class World:
    """Everything at Telegram's side; no sockets in here."""

    def __init__(self, me: Account, bell: Bell, clock: MovableClock) -> None:
        self.me, self.bell, self.clock = me, bell, clock
        self.updates = Updates(bell, clock)
        self.chats: dict[int, Chat] = {}
        self.presses: dict[str, Press] = {}
        self.calls: list[Call] = []
        self.commands: dict[tuple[str, str], list[Json]] = {}  # (scope, language) -> commands
        self.descriptions: dict[tuple[str, str], str] = {}  # (which, language) -> text
        self.photos: dict[int, bytes] = {}  # message -> what the bot uploaded
        self.callback_lifetime = CALLBACK_LIFETIME
        self._message_ids = count(101)
        self._press_ids = count(4_382_000_000_000_001)

    def chat_for(self, chat_id: str, *, writing: bool) -> Chat:
        """The chat, when the bot may reach it; `writing` also asks that it may say something there."""
        if not chat_id:
            raise bad_request("chat_id is empty")
        chat = self.chats.get(int(chat_id)) if chat_id.lstrip("-").isdigit() else None
        if chat is None or not chat.known:
            raise bad_request("chat not found")
        if writing and chat.refusal is not None:
            raise ApiError(403, f"Forbidden: {chat.refusal}")
        return chat

    def put(self, chat: Chat, sender: Account | None, **fields: Any) -> Message:
        """Place a message in a chat; nobody is told."""
        message = Message(next(self._message_ids), chat, sender, self.clock.now(), **fields)
        chat.messages[message.id] = message
        self.bell.ring()
        return message

    def press(self) -> Press:
        """A press that waits for its answer."""
        press = Press(str(next(self._press_ids)), self.clock.now())
        self.presses[press.id] = press
        return press

    def delete(self, chat: Chat, ids: list[int]) -> None:
        """Take messages away for everyone, all or none; ids that are not there are passed over.

        A message can go until it is 48 hours old; in groups and channels a bot that is no
        administrator takes back only its own.
        """
        found = [chat.messages[message_id] for message_id in ids if message_id in chat.messages]
        for message in found:
            if chat.kind != "private" and message.sender is not self.me:
                raise bad_request("message can't be deleted")
            if self.clock.now() - message.sent >= DELETABLE:
                raise bad_request("message can't be deleted for everyone")
        for message in found:
            del chat.messages[message.id]
        self.bell.ring()


def _present(fields: dict[str, Any]) -> Json:
    return {name: value for name, value in fields.items() if value is not None}


def _command_entity(text: str | None) -> list[Json] | None:
    if not text or not text.startswith("/") or len(text) < 2:
        return None
    return [{"type": "bot_command", "offset": 0, "length": len(text.split(maxsplit=1)[0])}]
