"""Published photos of counsellors beside the messages that name them, on Telegram (C55)."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from dialogues.model import Option, Say, State
from handlers.domain.roster import Counsellor
from handlers.photos import own_picture
from handlers.ports import Channel, Outgoing, Photo
from handlers.turn_context import TurnContext

LIST, PICKER = "utter_who", "utter_ask_counsellor"
MOST: Final = 8
"""So many at most go out with one message, so that the message itself does not wait for Telegram's limits."""


def with_faces(message: Outgoing, say: Say, state: State, turn: TurnContext) -> Outgoing:
    """The message; on Telegram with the photos of whom it names. Pages of the web have their own."""
    if turn.channel is not Channel.TELEGRAM:
        return message
    pictures, words = turn.directory.pictures, turn.words.into(str(state.slots["language"]))
    found = ((who, own_picture(who, pictures)) for who in _named(say, state, turn))
    photos = [Photo(each.id, words("photo-of", name=who.name)) for who, each in found if each is not None]
    return replace(message, photos=tuple(photos[:MOST]))


def _named(say: Say, state: State, turn: TurnContext) -> Iterable[Counsellor]:
    roster = turn.directory.roster
    if say.response == LIST:
        return roster.active(turn.today)
    if say.response == PICKER:
        offered = state.slots.get("offered")
        options = offered if isinstance(offered, tuple) else ()
        ids = [each.value for each in options if isinstance(each, Option)]
        return [who for who in roster.active(turn.today) if who.id in ids]
    return ()
