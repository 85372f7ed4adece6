"""The methods of the Bot API that this fake knows, as plain functions on the world.

A method that stands in no table here is answered with 404, as Telegram answers a misspelled one.
"""

import json
from collections.abc import Callable
from typing import Any

from tests.fakes.telegram import checks
from tests.fakes.telegram.checks import Params
from tests.fakes.telegram.world import Chat, Json, Message, World, bad_request

Method = Callable[[World, Params], Any]

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a "
    "current content and reply markup of the message"
)
QUERY_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
ADMINISTRATOR = {"group": "member", "supergroup": "member", "channel": "administrator"}


def get_me(world: World, params: Params) -> Json:
    """The bot itself."""
    abilities = {"can_join_groups": True, "can_read_all_group_messages": False}
    return world.me.shown() | abilities | {"supports_inline_queries": False}


def send_message(world: World, params: Params) -> Json:
    """Put a text in a chat."""
    chat = world.chat_for(params.text("chat_id"), writing=True)
    preview = params.nested("link_preview_options") or {}
    message = world.put(
        chat,
        world.me,
        text=checks.message_text(params, "message is too long"),
        markup=checks.inline_keyboard(params),
        protected=params.flag("protect_content"),
        previews_off=bool(preview.get("is_disabled")) or params.flag("disable_web_page_preview"),
    )
    return message.shown()


def send_photo(world: World, params: Params) -> Json:
    """Put an uploaded picture in a chat."""
    chat = world.chat_for(params.text("chat_id"), writing=True)
    body, caption = checks.photo(params), checks.caption(params)
    file = {"file_id": f"photo-{len(world.photos)}", "file_unique_id": f"p{len(world.photos)}"}
    content: Json = {"photo": [file | {"width": 480, "height": 480, "file_size": len(body)}]}
    message = world.put(
        chat,
        world.me,
        kind="photo",
        content=content | ({"caption": caption} if caption else {}),
        protected=params.flag("protect_content"),
        silent=params.flag("disable_notification"),
    )
    world.photos[message.id] = body
    return message.shown()


def edit_message_text(world: World, params: Params) -> Json:
    """Change the words of an own message; without a keyboard in the call the old one goes."""
    text = checks.message_text(params, "MESSAGE_TOO_LONG")
    return _edit(world, params, text)


def edit_message_reply_markup(world: World, params: Params) -> Json:
    """Change or take away the buttons of an own message."""
    return _edit(world, params, None)


def _edit(world: World, params: Params, text: str | None) -> Json:
    chat = world.chat_for(params.text("chat_id"), writing=True)
    message = _message(chat, params.message_id(), "message to edit not found")
    if message.sender is not world.me:
        raise bad_request("message can't be edited")
    markup = checks.inline_keyboard(params)
    if text in (None, message.text) and markup == message.markup:
        raise bad_request(NOT_MODIFIED)
    message.text, message.markup = text or message.text, markup
    message.edited = world.clock.now()
    world.bell.ring()
    return message.shown()


def delete_message(world: World, params: Params) -> bool:
    """Take one message away for everyone; works in the chat of a person who blocked the bot."""
    chat = world.chat_for(params.text("chat_id"), writing=False)
    message_id = params.message_id()
    if not message_id:
        raise bad_request("message identifier is not specified")
    _message(chat, message_id, "message to delete not found")
    world.delete(chat, [message_id])
    return True


def delete_messages(world: World, params: Params) -> bool:
    """Take up to 100 messages away for everyone: all, or none when one is too old."""
    chat = world.chat_for(params.text("chat_id"), writing=False)
    world.delete(chat, checks.message_ids(params))
    return True


def _message(chat: Chat, message_id: int, missing: str) -> Message:
    message = chat.messages.get(message_id)
    if message is None:
        raise bad_request(missing)
    return message


def answer_callback_query(world: World, params: Params) -> bool:
    """Stop the clock on a pressed button; once, and in time."""
    press = world.presses.get(params.text("callback_query_id"))
    toast = checks.toast(params)
    if press is None or press.answered or world.clock.now() - press.at > world.callback_lifetime:
        raise bad_request(QUERY_TOO_OLD)
    press.answered, press.toast, press.alert = True, toast, params.flag("show_alert")
    world.bell.ring()
    return True


def leave_chat(world: World, params: Params) -> bool:
    """Leave a group or channel; the bot is told of its own leaving."""
    chat = world.chat_for(params.text("chat_id"), writing=False)
    if chat.kind == "private":
        raise bad_request("chat member status can't be changed in private chats")
    if chat.refusal is None:
        tell_membership(world, chat, world.me.shown(), ADMINISTRATOR[chat.kind], "left")
        chat.refusal = f"bot is not a member of the {chat.kind} chat"
    world.bell.ring()
    return True


def tell_membership(world: World, chat: Chat, by: Json, before: str, after: str) -> None:
    """Queue the update that says the bot's place in a chat has changed."""
    head = {"chat": chat.shown(), "from": by, "date": int(world.clock.now().timestamp())}
    body = head | {"old_chat_member": _member(world, before), "new_chat_member": _member(world, after)}
    world.updates.add("my_chat_member", body, chat.id)


def _member(world: World, status: str) -> Json:
    member: Json = {"user": world.me.shown(), "status": status}
    if status == "kicked":
        return member | {"until_date": 0}
    if status == "administrator":
        rights = ("be_edited", "manage_chat", "delete_messages", "manage_video_chats", "restrict_members")
        more = ("promote_members", "change_info", "invite_users", "post_stories", "edit_stories")
        given = {f"can_{right}": False for right in (*rights, *more, "delete_stories")}
        return member | given | {"is_anonymous": False, "can_post_messages": True}
    return member


def set_my_commands(world: World, params: Params) -> bool:
    """Set the menu of commands for a scope and a language."""
    world.commands[_scope(params)] = checks.commands(params)
    return True


def get_my_commands(world: World, params: Params) -> list[Json]:
    """The menu as it was set, or nothing."""
    return world.commands.get(_scope(params), [])


def delete_my_commands(world: World, params: Params) -> bool:
    """Forget the menu of a scope and a language."""
    world.commands.pop(_scope(params), None)
    return True


def _scope(params: Params) -> tuple[str, str]:
    scope = params.nested("scope") or {"type": "default"}
    return json.dumps(scope, sort_keys=True), params.text("language_code")


def _set_description(which: str, limit: int) -> Method:
    def method(world: World, params: Params) -> bool:
        if len(params.text(which)) > limit:
            raise bad_request(f"{which.upper()}_TOO_LONG")
        world.descriptions[which, params.text("language_code")] = params.text(which)
        return True

    return method


METHODS: dict[str, Method] = {
    "getme": get_me,
    "sendmessage": send_message,
    "sendphoto": send_photo,
    "editmessagetext": edit_message_text,
    "editmessagereplymarkup": edit_message_reply_markup,
    "deletemessage": delete_message,
    "deletemessages": delete_messages,
    "answercallbackquery": answer_callback_query,
    "leavechat": leave_chat,
    "setmycommands": set_my_commands,
    "getmycommands": get_my_commands,
    "deletemycommands": delete_my_commands,
    "setmydescription": _set_description("description", 512),
    "setmyshortdescription": _set_description("short_description", 120),
}
