"""One update from start to end: take it, commit, show the answer. Who calls this confirms only afterwards."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from functools import partial

from bot.telegram.codes import Arrival, TypedCodes
from bot.telegram.intake import Blocked, Came, Elsewhere, Event
from bot.telegram.screen import Screen, parts
from bot.telegram.staff import StaffChat
from bot.telegram.trail import Trails
from dialogues.private import Private
from dialogues.texts import Texts
from handlers.course import NEWS
from handlers.domain.errors import OpenOorError
from handlers.ports import Answer, Channel, Clock, Gone, Inbound, Later, Outgoing, Reach, Sent
from handlers.running import Kept
from handlers.traces import TraceBook
from handlers.words import Words

Take = Callable[[Inbound], Awaitable[Answer]]
"""The front door: everything one message leads to, committed; then what is to be shown."""

PhotoOf = Callable[[str], Awaitable[bytes | None]]
"""The JPEG of a published photo by its id; None when it is not to be seen (any more)."""

Pause = Callable[[float], Awaitable[None]]
"""Waits so many seconds."""

TRIES = 5
PATIENCE = 30.0  # seconds that one update waits for Telegram before it is left for later


class Undelivered(OpenOorError):
    """The turn is committed, its answer did not get through; the update is not to be confirmed."""

    def __init__(self, seconds: float) -> None:
        super().__init__("Telegram did not take the answer")
        self.seconds = seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What the channel works with."""

    take: Take
    screen: Screen
    photo_of: PhotoOf
    staff: StaffChat
    codes: TypedCodes
    trails: Trails
    book: TraceBook
    texts: Texts
    clock: Clock
    default_language: str
    pause: Pause = asyncio.sleep


@dataclass(slots=True, repr=False)
class _Shown:
    """What one answer has put on a screen so far."""

    at: Reach
    references: list[str] = field(default_factory=list)
    fleeting: list[str] = field(default_factory=list)
    gone: bool = False

    def add(self, reference: str | None, message: Outgoing) -> None:
        if reference is not None:
            self.references.append(reference)
            if message.fleeting:
                self.fleeting.append(reference)


class TelegramChannel:
    """Handles updates. The same update may come again: the turn knows it and only the answer is repeated."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    async def handle(self, came: Event) -> None:
        """Take it and show the answer.

        Raises what the turn raises (nothing was written then), Undelivered when Telegram stays away
        (the answer is given again with the next delivery), and BadRequest when it refuses a message.
        """
        if isinstance(came, Elsewhere):
            await self._leave(came)
        elif isinstance(came, Blocked):
            await self._parts.book.unreachable(Reach(Channel.TELEGRAM, came.chat, ""))
        else:
            await self._person(came)

    async def apologise(self, came: Event) -> None:
        """Say that something went wrong and what to do; the update is given up."""
        if isinstance(came, Came):
            language = self._language(came.language)
            sorry = Outgoing(Private(Words(self._parts.texts, language)("utter_internal_error")), always=True)
            await self._tell(came, sorry, language)

    async def tidy(self, *, everything: bool = False) -> None:
        """Take messages off screens whose ten minutes are over; at the end of the process all of them.

        Raises Undelivered when Telegram stays away; the rest is tried again with the next call.
        """
        now = None if everything else self._parts.clock.now()
        while (fading := self._parts.trails.next_faded(now)) is not None:
            try:
                at = Reach(Channel.TELEGRAM, fading.chat, "")
                await self._insist(partial(self._parts.screen.erase, at, fading.references))
            except Undelivered:
                self._parts.trails.keep(fading)
                raise

    async def _leave(self, came: Elsewhere) -> None:
        words = Words(self._parts.texts, self._language(came.language))
        farewell = Private(words("utter_private_only")) if came.may_speak else None
        await self._insist(lambda: self._parts.screen.leave(came.chat, farewell))

    async def _person(self, came: Came) -> None:
        if came.query is not None:
            await self._parts.screen.stop_clock(came.query)
        for_staff = await self._parts.staff.answer(came)
        if for_staff is not None:
            await self._close(came)
            await self._tell(came, *for_staff)
            return
        if (arrival := await self._parts.codes.arrive(came)) is not None:
            await self._arrive(came, arrival)
            return
        if came.text is not None:
            self._parts.trails.typed(came.lane, came.reference)
        if came.unsupported is not None and came.text is not None:
            await self._turn(replace(came, text=None), str(came.update))
            caption = replace(came, unsupported=None, reference=None)
            await self._turn(caption, f"{came.update}.caption", came.reference)
        else:
            await self._turn(came, str(came.update), came.reference)

    async def _arrive(self, came: Came, arrival: Arrival) -> None:
        """The code is off the screen before anything is said about it."""
        language = self._language(came.language)
        if came.reference is not None:
            at, typed = Reach(Channel.TELEGRAM, came.chat, language), (came.reference,)
            await self._insist(lambda: self._parts.screen.erase(at, typed))
        said = Outgoing(Private(Words(self._parts.texts, language)(arrival.text)), always=not arrival.opened)
        if not arrival.opened:
            await self._tell(came, said, language)
            return
        shown = _Shown(Reach(Channel.TELEGRAM, came.chat, language))
        await self._show(came, said, language, shown)
        for reference in (*arrival.before, *shown.references):
            self._parts.trails.add(came.lane, reference)
        await self._turn(replace(came, text=None, payload=NEWS, reference=None), str(came.update))

    async def _turn(self, came: Came, delivery: str, words_at: str | None = None) -> None:
        """One turn; `words_at` is where its words stand, also when that was told already."""
        trails = self._parts.trails
        seen = (*trails.of(came.lane), *([came.reference] if came.reference else ()))
        answer = await self._parts.take(
            Inbound(
                Channel.TELEGRAM,
                delivery,
                came.chat,
                came.text,
                came.payload,
                came.unsupported,
                came.language,
                trail=seen,
                message=words_at,
            )
        )
        trails.handed_over(came.lane)
        shown = _Shown(Reach(Channel.TELEGRAM, came.chat, answer.language))
        if answer.erase:
            await self._insist(lambda: self._parts.screen.erase(shown.at, answer.erase))
        await self._close(came)
        try:
            for message in _worded(answer):
                for part in parts(message):
                    await self._show_photos(came, part, shown)
                    if not await self._show(came, part, answer.language, shown):
                        return
        finally:
            await self._remember(came, shown, answer.kept)

    async def _show_photos(self, came: Came, message: Outgoing, shown: _Shown) -> None:
        """Photos of whom this message names; after one that Telegram does not take come the words alone."""
        for photo in message.photos:
            body = await self._parts.photo_of(photo.id)
            if body is None:
                continue
            reference = await self._parts.screen.show_photo(came.chat, photo, body)
            if reference is None:
                return
            shown.add(reference, message)

    async def _tell(self, came: Came, message: Outgoing, language: str) -> None:
        """Show something that is no turn of a conversation; a Wipe does not know of it."""
        shown = _Shown(Reach(Channel.TELEGRAM, came.chat, language))
        await self._show(came, message, language, shown)
        if shown.gone:
            await self._parts.book.unreachable(shown.at)

    async def _remember(self, came: Came, shown: _Shown, kept: Kept | None) -> None:
        """Before the update is confirmed the database knows what stands on the screen; or the next turn."""
        typed = came.reference if came.text is not None else None
        book, trails = self._parts.book, self._parts.trails
        if not await book.remember(
            shown.at, shown.references, fleeting=shown.fleeting, typed=typed, kept=kept
        ):
            for reference in shown.references:
                trails.add(came.lane, reference)
        if shown.gone:
            await book.unreachable(shown.at)

    async def _close(self, came: Came) -> None:
        if came.pressed is not None:
            await self._parts.screen.take_buttons_away(came.chat, came.pressed)

    async def _show(self, came: Came, message: Outgoing, language: str, shown: _Shown) -> bool:
        """Show one message, waiting when Telegram asks for it; False when nobody is there any more."""
        for _ in range(TRIES):
            outcome = await self._parts.screen.show(came.chat, message, language)
            if isinstance(outcome, Sent):
                if message.fleeting:
                    self._parts.trails.fade(came.lane, came.chat, outcome.reference, self._parts.clock.now())
                shown.add(outcome.reference, message)
                return True
            if isinstance(outcome, Gone):
                shown.gone = True
                return False
            await self._wait(outcome)
        raise Undelivered(PATIENCE)

    async def _insist(self, call: Callable[[], Awaitable[Later | None]]) -> None:
        for _ in range(TRIES):
            later = await call()
            if later is None:
                return
            await self._wait(later)
        raise Undelivered(PATIENCE)

    async def _wait(self, later: Later) -> None:
        if later.seconds > PATIENCE:
            raise Undelivered(later.seconds)
        await self._parts.pause(later.seconds)

    def _language(self, hint: str | None) -> str:
        return hint if hint in self._parts.texts.languages else self._parts.default_language


def _worded(answer: Answer) -> tuple[Outgoing, ...]:
    """The messages as they go out: help, stop and wipe under the last one whatever it says (I10)."""
    messages = answer.messages
    if messages and not any(message.always for message in messages):
        return (*messages[:-1], replace(messages[-1], always=True))
    return messages
