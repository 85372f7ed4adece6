"""What somebody can make Telegram send us: other chats, inline presses, links with more in them."""

from typing import Any

import pytest
from telegram import Update

from bot.telegram.intake import Came, Elsewhere, Intake

PERSON = {"id": 5550001, "is_bot": False, "first_name": "Robin-de-Naam", "username": "robin_gebruiker"}
PRIVATE = {"id": 5550001, "type": "private", "first_name": "Robin-de-Naam", "username": "robin_gebruiker"}
GROUP = {"id": -100, "type": "supergroup", "title": "Afdeling Verkoop"}
CHANNEL = {"id": -200, "type": "channel", "title": "Nieuws"}
AT = 1_795_000_000


def message(chat: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"message_id": 7, "date": AT, "chat": chat, "from": PERSON, **more}


def read(**update: Any) -> object:
    found = Update.de_json({"update_id": 1, **update}, None)
    return Intake(("start", "new")).read(found)


@pytest.mark.parametrize("chat", [GROUP, CHANNEL])
def test_presses_and_commands_in_a_group_or_channel_never_become_a_turn(chat: dict[str, Any]) -> None:
    press = {"id": "1", "from": PERSON, "chat_instance": "1", "data": "/SetSlots(send=yes)"}
    for came in (
        read(message=message(chat, text="/wipe@openoor_bot")),
        read(message=message(chat, text="Mijn verhaal.", sender_chat=CHANNEL)),
        read(channel_post=message(chat, text="/start")),
        read(callback_query={**press, "message": message(chat, text="x")}),
        read(edited_message=message(chat, text="/wipe", edit_date=AT)),
    ):
        assert not isinstance(came, Came)
        assert came is None or isinstance(came, Elsewhere)


def test_a_press_under_an_inline_message_asks_for_nothing() -> None:
    press = {"id": "1", "from": PERSON, "chat_instance": "1", "inline_message_id": "9", "data": "/wipe"}
    assert read(callback_query=press) is None
    assert read(inline_query={"id": "1", "from": PERSON, "query": "/wipe", "offset": ""}) is None


@pytest.mark.parametrize(
    "argument",
    ["wipe", "news", "SetSlots", "withdraw", "new_wipe", "a" * 42, "a" * 44, "a" * 64, "../x", "start new"],
)
def test_a_link_begins_only_what_links_may_begin(argument: str) -> None:
    came = read(message=message(PRIVATE, text=f"/start {argument}"))
    assert isinstance(came, Came)
    assert came.token is None
    assert came.payload in ("/start", None)


def test_a_press_with_more_data_than_a_button_holds_presses_nothing() -> None:
    press = {"id": "1", "from": PERSON, "chat_instance": "1", "message": message(PRIVATE, text="x")}
    for data in ("/SetSlots(send=yes)" + " " * 60, "\u20ac" * 30):
        came = read(callback_query={**press, "data": data})
        assert isinstance(came, Came)
        assert came.payload == ""


def test_words_that_were_forwarded_or_quoted_bring_nobody_s_name_along() -> None:
    origin = {"type": "user", "date": AT, "sender_user": {**PERSON, "id": 5559999, "first_name": "Ander"}}
    came = read(
        message=message(PRIVATE, text="Woorden", forward_origin=origin, via_bot={**PERSON, "is_bot": True})
    )
    assert isinstance(came, Came)
    shown = repr(came)
    for name in ("Robin-de-Naam", "robin_gebruiker", "5550001", "5559999", "Ander", "Woorden"):
        assert name not in shown
