"""The side of the people: what a person, a group or a channel can do, and what stands on their screen."""

import asyncio
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from tests.fakes.telegram.contents import CONTENTS, ContentKind
from tests.fakes.telegram.methods import ADMINISTRATOR, tell_membership
from tests.fakes.telegram.world import Account, Chat, Json, Message, Press, World
from tests.patience import PATIENCE

BLOCKED = "bot was blocked by the user"
DEACTIVATED = "user is deactivated"
TYPED_AT_ONCE = 4096  # an app cuts what is longer into several messages


@dataclass(frozen=True, slots=True)
class Key:
    """A button on the screen: it sends `data`, or opens `url`."""

    title: str
    data: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """A message as it stands on the screen now."""

    id: int
    by_bot: bool
    kind: str  # "text", "photo", "voice", …
    text: str | None
    rows: tuple[tuple[Key, ...], ...]
    protected: bool  # cannot be forwarded or saved
    previews_off: bool
    sent: datetime
    edited: datetime | None
    caption: str | None = None  # under a picture
    silent: bool = False

    @property
    def keys(self) -> tuple[Key, ...]:
        """All buttons, row by row."""
        return tuple(key for row in self.rows for key in row)

    @property
    def titles(self) -> tuple[str, ...]:
        """What the buttons say."""
        return tuple(key.title for key in self.keys)


class Person:
    """Someone with a Telegram account, in their private chat with the bot."""

    def __init__(self, world: World, account: Account) -> None:
        self._world, self.account = world, account
        self.chat = Chat(account.id, "private", account=account)
        world.chats[account.id] = self.chat

    @property
    def id(self) -> int:
        """The account id, which is also the id of the private chat."""
        return self.account.id

    async def says(self, text: str) -> int:
        """Type and send; what is over 4096 characters goes in pieces. Gives the id of the last message."""
        pieces = [text[at : at + TYPED_AT_ONCE] for at in range(0, len(text), TYPED_AT_ONCE)] or [""]
        return [self._send("text", text=piece) for piece in pieces][-1]

    async def opens_link(self, payload: str = "") -> int:
        """Follow t.me/<bot>?start=<payload> and press Start."""
        if not re.fullmatch(r"[A-Za-z0-9_-]{0,64}", payload):
            raise ValueError("a start payload is at most 64 of A-Z, a-z, 0-9, _ and -")
        return self._send("text", text=f"/start {payload}".strip())

    async def sends(self, kind: ContentKind, caption: str | None = None) -> int:
        """Send a photo, a voice note, a sticker, …"""
        return self._send(kind, content=_content(kind, caption))

    async def pins(self, message_id: int) -> int:
        """Pin a message at the top of the chat; the bot gets a service message."""
        pinned = self.chat.messages[message_id].shown()
        return self._send("pinned_message", content={"pinned_message": pinned})

    async def edits(self, message_id: int, text: str) -> None:
        """Change the words of an own message."""
        self._may_write()
        message = self.chat.messages[message_id]
        if message.sender is not self.account:
            raise ValueError("people edit only what they sent")
        message.text, message.edited = text, self._world.clock.now()
        self._world.updates.add("edited_message", message.shown(), self.chat.id)

    async def presses(self, button: str, *, message: int | None = None) -> Press:
        """Press the button with this title or data: on that message, else the newest that has it.

        Data goes without the mark behind `~` that says which preview a yes stands under.
        """
        for shown in reversed(self.screen):
            if message not in (None, shown.id):
                continue
            for key in shown.keys:
                if button in (key.title, key.data, (key.data or "").partition("~")[0]):
                    if key.data is None:
                        raise LookupError("this button opens a link and tells the bot nothing")
                    return await self.forges(key.data, message=shown.id)
        on_screen = sorted({key.title for shown in self.screen for key in shown.keys})
        raise LookupError(f"no button {button!r} on the screen; there are: {', '.join(on_screen) or 'none'}")

    async def forges(self, data: str, *, message: int | None = None) -> Press:
        """Send any data as a press, as a changed app can, or an app whose button is gone by now.

        Without `message` it is about the bot's newest one; a message that is gone is inaccessible.
        """
        self._may_write()
        if message is None:
            message = next(shown.id for shown in reversed(self.screen) if shown.by_bot)
        press = self._world.press()
        about = self.chat.messages.get(message)
        gone = {"chat": self.chat.shown(), "message_id": message, "date": 0}
        head = {"id": press.id, "from": self.account.shown(), "chat_instance": str(self.id * 31)}
        body = head | {"message": about.shown() if about else gone, "data": data}
        self._world.updates.add("callback_query", body, self.chat.id)
        return press

    async def blocks(self) -> None:
        """Block the bot: it can write here no more, and is told."""
        self.chat.refusal = BLOCKED
        tell_membership(self._world, self.chat, self.account.shown(), "member", "kicked")

    async def unblocks(self) -> None:
        """Let the bot write again."""
        self.chat.refusal = None
        tell_membership(self._world, self.chat, self.account.shown(), "kicked", "member")

    async def deletes_account(self) -> None:
        """The account is gone; the bot is not told."""
        self.chat.refusal = DEACTIVATED

    @property
    def screen(self) -> tuple[Shown, ...]:
        """The chat as it now stands, oldest first."""
        return tuple(_shown(message, self._world) for message in self.chat.messages.values())

    @property
    def answers(self) -> tuple[Shown, ...]:
        """What the bot said and has not taken back, oldest first."""
        return tuple(shown for shown in self.screen if shown.by_bot)

    async def sees(self, words: str) -> Shown:
        """Wait for a message of the bot with these words in it; gives the newest such one."""

        def found() -> list[Shown]:
            return [shown for shown in self.answers if words in (shown.text or "")]

        await self.waits_until(lambda: bool(found()), f"a message with {words!r}")
        return found()[-1]

    async def waits_until(self, met: Callable[[], bool], what: str = "it") -> None:
        """Wait until `met()`, looked at after each change; an AssertionError shows the screen."""
        try:
            async with asyncio.timeout(PATIENCE):
                await self._world.bell.until(met)
        except TimeoutError:
            lines = [f"{'bot' if s.by_bot else 'person'}: {s.text or s.kind} {s.titles}" for s in self.screen]
            raise AssertionError("\n".join([f"waited in vain for {what}; on the screen:", *lines])) from None

    def _send(self, kind: str, *, text: str | None = None, content: Json | None = None) -> int:
        self._may_write()
        self.chat.known = True
        message = self._world.put(self.chat, self.account, kind=kind, text=text, content=content or {})
        self._world.updates.add("message", message.shown(), self.chat.id)
        return message.id

    def _may_write(self) -> None:
        if self.chat.refusal is not None:
            raise ValueError("someone who blocked the bot, or left Telegram, sends it nothing")


class Room:
    """A group, supergroup or channel."""

    def __init__(self, world: World, chat: Chat) -> None:
        self._world, self.chat = world, chat
        world.chats[chat.id] = chat

    async def adds_bot(self, by: Person) -> None:
        """Someone puts the bot in; in a channel it becomes an administrator."""
        self.chat.known, self.chat.refusal = True, None
        status = ADMINISTRATOR[self.chat.kind]
        tell_membership(self._world, self.chat, by.account.shown(), "left", status)
        if self.chat.kind != "channel":
            members = {"new_chat_members": [self._world.me.shown()]}
            self._post(by.account, "message", kind="new_chat_members", content=members)

    async def hears(self, by: Person, text: str) -> int:
        """Someone writes in the group, and the bot can read it."""
        return self._post(by.account, "message", text=text)

    async def posts(self, text: str) -> int:
        """A post in the channel, by nobody in particular."""
        return self._post(None, "channel_post", text=text)

    @property
    def has_bot(self) -> bool:
        """The bot is inside."""
        return self.chat.known and self.chat.refusal is None

    @property
    def screen(self) -> tuple[Shown, ...]:
        """The chat as it now stands, oldest first."""
        return tuple(_shown(message, self._world) for message in self.chat.messages.values())

    async def waits_until_bot_left(self) -> None:
        """Wait until the bot has gone."""
        async with asyncio.timeout(PATIENCE):
            await self._world.bell.until(lambda: not self.has_bot)

    def _post(
        self,
        sender: Account | None,
        update: str,
        *,
        kind: str = "text",
        text: str | None = None,
        content: Json | None = None,
    ) -> int:
        if not self.has_bot:
            raise ValueError("a bot that is not inside is told nothing")
        message = self._world.put(self.chat, sender, kind=kind, text=text, content=content or {})
        self._world.updates.add(update, message.shown(), self.chat.id)
        return message.id


def _content(kind: ContentKind, caption: str | None) -> Json:
    return {kind: CONTENTS[kind]} | ({"caption": caption} if caption else {})


def _shown(message: Message, world: World) -> Shown:
    rows = (message.markup or {}).get("inline_keyboard", [])
    return Shown(
        message.id,
        message.sender is world.me,
        message.kind,
        message.text,
        tuple(
            tuple(Key(key["text"], key.get("callback_data"), key.get("url")) for key in row) for row in rows
        ),
        message.protected,
        message.previews_off,
        message.sent,
        message.edited,
        message.content.get("caption"),
        message.silent,
    )
