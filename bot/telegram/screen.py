"""What the product says becomes messages, buttons and deletions on Telegram."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.telegram.client import TelegramBot
from bot.telegram.trail import deletable, reference
from dialogues.private import Private
from handlers.ports import Clock, Gone, Later, OutButton, Outcome, Outgoing, Photo, Reach, Sent
from handlers.voice import Voice

TEXT_LIMIT = 4096
"""Units of UTF-16 in one message, the strictest reading of Telegram's limit."""

AT_ONCE = 100  # messages that one call may delete
ROW_WIDTH, ROW_BUTTONS = 30, 3
TROUBLE = 2.0  # seconds until the next try when Telegram could not be reached
NO_CHAT = "Chat not found"


class Screen:
    """Writes on Telegram screens; implements handlers.ports.Postman and Eraser."""

    def __init__(self, bot: TelegramBot, voice: Voice, clock: Clock) -> None:
        self._bot, self._voice, self._clock = bot, voice, clock

    async def send(self, reach: Reach, message: Outgoing) -> Outcome:
        """Bring one message to an address. At least once: after trouble halfway it comes again, whole."""
        outcome: Outcome = Sent()
        for part in parts(message):
            outcome = await self.show(reach.address, part, reach.language)
            if not isinstance(outcome, Sent):
                return outcome
        return outcome

    async def show(self, chat: Private, message: Outgoing, language: str) -> Outcome:
        """Show one message that fits into one (see `parts`).

        When the connection ended without an answer it may stand there already: Later, all the same.
        Raises BadRequest when Telegram does not take the message itself.
        """
        try:
            sent = await self._bot.send_message(
                int(chat.reveal()),
                message.text.reveal() if message.text.reveal().strip() else "…",
                reply_markup=self._keyboard(message, language),
                protect_content=message.protect,
            )
        except Forbidden:
            return Gone()
        except RetryAfter as flood:
            return Later(_seconds(flood))
        except BadRequest as refused:
            if refused.message == NO_CHAT:
                return Gone()
            raise
        except NetworkError:
            return Later(TROUBLE)
        return Sent(reference(sent.message_id, sent.date))

    async def show_photo(self, chat: Private, photo: Photo, body: bytes) -> str | None:
        """Show a published photo and give its reference; None when Telegram did not take it, for any reason.

        Uploaded each time: no id of Telegram's for it is kept, so nothing here or there says who saw the
        same one. Makes no sound, so that a list with five photos is one message to whoever is beside.
        """
        try:
            sent = await self._bot.send_photo(
                int(chat.reveal()),
                body,
                caption=photo.caption,
                filename="photo.jpg",
                protect_content=True,
                disable_notification=True,
            )
        except TelegramError:  # the words come all the same, and say whether anybody is there
            return None
        return reference(sent.message_id, sent.date)

    async def stop_clock(self, query: str) -> None:
        """Answer a press, so that the button stops turning. Too late or twice is no matter."""
        with suppress(NetworkError, RetryAfter):
            await self._bot.answer_callback_query(query)

    async def take_buttons_away(self, chat: Private, message_id: int) -> None:
        """The choice was made: its buttons go. Gone already is no matter."""
        with suppress(NetworkError, RetryAfter, Forbidden):
            await self._bot.edit_message_reply_markup(int(chat.reveal()), message_id)

    async def erase(self, reach: Reach, references: Sequence[str]) -> Later | None:
        """Take messages of both sides off a screen, as far as they are younger than 48 h.

        Later when some are to be tried again; those that are gone already are passed over.
        """
        chat, ids = reach.address, deletable(references, self._clock.now())
        for at in range(0, len(ids), AT_ONCE):
            try:
                await self._erase(int(chat.reveal()), ids[at : at + AT_ONCE])
            except RetryAfter as flood:
                return Later(_seconds(flood))
            except NetworkError:
                return Later(TROUBLE)
            except Forbidden:
                return None
        return None

    async def _erase(self, chat: int, ids: list[int]) -> None:
        try:
            await self._bot.delete_messages(chat, ids)
        except BadRequest:  # all or none: one is too old, or cannot go for another reason
            for each in ids:
                with suppress(BadRequest):
                    await self._bot.delete_message(chat, each)

    async def leave(self, chat: Private, farewell: Private | None) -> Later | None:
        """Go out of a group or channel; out already is no matter."""
        try:
            if farewell is not None:
                with suppress(BadRequest):
                    await self._bot.send_message(int(chat.reveal()), farewell.reveal())
            await self._bot.leave_chat(int(chat.reveal()))
        except RetryAfter as flood:
            return Later(_seconds(flood))
        except (Forbidden, BadRequest):
            return None
        except NetworkError:
            return Later(TROUBLE)
        return None

    def _keyboard(self, message: Outgoing, language: str) -> InlineKeyboardMarkup | None:
        rows = list(_rows(message.buttons))
        if message.always:
            rows.append(list(self._voice.always(language)))
        if not rows:
            return None
        return InlineKeyboardMarkup(
            [
                [InlineKeyboardButton(button.title.reveal(), callback_data=button.payload) for button in row]
                for row in rows
            ]
        )


def parts(message: Outgoing) -> list[Outgoing]:
    """The message in pieces that fit; photos go with the first, the buttons stand under the last."""
    pieces = [Private(piece) for piece in _split(message.text.reveal())]
    bare = replace(message, buttons=(), always=False)
    whole = [*(replace(bare, text=piece) for piece in pieces[:-1]), replace(message, text=pieces[-1])]
    return [whole[0], *(replace(piece, photos=()) for piece in whole[1:])]


def _split(text: str) -> list[str]:
    pieces: list[str] = []
    while _units(text) > TEXT_LIMIT:
        cut = _fitting(text)
        breaks = (text.rfind(mark, cut // 2, cut) + len(mark) for mark in ("\n\n", "\n", ". ", " "))
        cut = next((at for at in breaks if at > cut // 2), cut)
        pieces.append(text[:cut])
        text = text[cut:]
    return [*pieces, text]


def _fitting(text: str) -> int:
    """How many characters of the text fit; one outside the basic plane counts for two units."""
    cut = min(len(text), TEXT_LIMIT)
    while _units(text[:cut]) > TEXT_LIMIT:
        cut -= max(1, (_units(text[:cut]) - TEXT_LIMIT) // 2)
    return cut


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _rows(buttons: Sequence[OutButton]) -> Iterator[list[OutButton]]:
    """Short choices beside each other, long ones each on a row of its own; the order stays."""
    row: list[OutButton] = []
    for button in buttons:
        width = sum(len(each.title.reveal()) for each in (*row, button))
        if row and (len(row) == ROW_BUTTONS or width > ROW_WIDTH):
            yield row
            row = []
        row.append(button)
    if row:
        yield row


def _seconds(flood: RetryAfter) -> float:
    wait = flood.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
