"""Telegram's checks on what a bot asks: parameters, texts, keyboards, commands, webhook addresses."""

import json
import re
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from tests.fakes.telegram.world import ApiError, Json, bad_request

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
PHOTO_LIMIT = 10 * 1024 * 1024  # bytes
CALLBACK_DATA_LIMIT = 64  # bytes
BUTTONS_LIMIT, ROW_LIMIT = 100, 8
MESSAGES_AT_ONCE = 100
TOAST_LIMIT = 200
WEBHOOK_PORTS = {None, 80, 88, 443, 8443}


class Params:
    """The parameters of one call, all as text; nested ones are JSON, as the Bot API takes them."""

    def __init__(self, fields: dict[str, str], files: dict[str, bytes] | None = None) -> None:
        self.fields, self.files = fields, files or {}

    def text(self, name: str) -> str:
        """The value, or "" when it was not given."""
        return self.fields.get(name, "")

    def flag(self, name: str) -> bool:
        """True for what the Bot API takes as true."""
        return self.text(name).lower() in {"true", "yes", "1"}

    def integer(self, name: str, default: int, low: int, high: int) -> int:
        """A number, kept between `low` and `high`; what is no number counts as 0."""
        raw = self.text(name)
        value = default if not raw else int(raw) if raw.lstrip("-").isdigit() else 0
        return min(max(value, low), high)

    def message_id(self) -> int:
        """The `message_id`, or 0."""
        return self.integer("message_id", 0, 0, 2**31 - 1)

    def nested(self, name: str) -> Any:
        """A parameter that is JSON, read; None when it was not given."""
        raw = self.text(name)
        if not raw:
            return None
        try:
            return json.loads(raw)
        except json.JSONDecodeError:
            raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from None


def message_text(params: Params, too_long: str) -> str:
    """The text of a message as Telegram keeps it: without white space at its ends.

    Counted in UTF-16 units, the strictest reading of "4096 characters". Formatting is not known here.
    """
    if params.text("parse_mode") or params.text("entities"):
        raise bad_request("this fake knows plain text only")
    text = params.text("text")
    if not text:
        raise bad_request("message text is empty")
    text = text.strip()
    if not text:
        raise bad_request("text must be non-empty")
    if len(text.encode("utf-16-le", "surrogatepass")) // 2 > TEXT_LIMIT:
        raise bad_request(too_long)
    return text


def photo(params: Params) -> bytes:
    """An uploaded picture. One of an earlier message (a file id) or of an address is not known here."""
    body = params.files.get("photo")
    if body is None:
        raise bad_request("there is no photo in the request")
    if len(body) > PHOTO_LIMIT:
        raise ApiError(413, "Request Entity Too Large")
    if not body.startswith((b"\xff\xd8\xff", b"\x89PNG")):
        raise bad_request("IMAGE_PROCESS_FAILED")
    return body


def caption(params: Params) -> str | None:
    """The words under a picture."""
    if params.text("parse_mode") or params.text("caption_entities"):
        raise bad_request("this fake knows plain text only")
    text = params.text("caption").strip()
    if len(text.encode("utf-16-le", "surrogatepass")) // 2 > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    return text or None


def inline_keyboard(params: Params) -> Json | None:
    """The inline keyboard to show, or None. `remove_keyboard` is accepted and shows nothing."""
    markup = params.nested("reply_markup")
    if markup is None or (isinstance(markup, dict) and markup.get("remove_keyboard") is True):
        return None
    rows = markup.get("inline_keyboard") if isinstance(markup, dict) else None
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request("this fake knows inline keyboards only")
    rows = [[_button(button) for button in row] for row in rows if row]
    if sum(map(len, rows)) > BUTTONS_LIMIT or any(len(row) > ROW_LIMIT for row in rows):
        raise bad_request("reply markup is too long")
    return {"inline_keyboard": rows} if rows else None


def _button(button: Any) -> Json:
    if not isinstance(button, dict):
        raise bad_request("InlineKeyboardButton must be an Object")
    text, url, data = button.get("text"), button.get("url"), button.get("callback_data")
    if not isinstance(text, str):
        raise bad_request('can\'t parse inline keyboard button: Field "text" must be of type String')
    if not text.strip():
        raise bad_request("inline keyboard button text must be non-empty")
    if url:
        if urlsplit(str(url)).scheme not in {"http", "https", "tg"}:
            raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
        return {"text": text, "url": url}
    if not data:
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    if len(str(data).encode()) > CALLBACK_DATA_LIMIT:
        raise bad_request("BUTTON_DATA_INVALID")
    return {"text": text, "callback_data": str(data)}


def message_ids(params: Params) -> list[int]:
    """The `message_ids` of deleteMessages: 1 to 100 positive numbers."""
    ids = params.nested("message_ids")
    if not ids:
        raise bad_request("message identifiers are not specified")
    if not isinstance(ids, list):
        raise bad_request("expected an Array of message identifiers")
    if len(ids) > MESSAGES_AT_ONCE:
        raise bad_request("too many message identifiers specified")
    if not all(str(one).isdigit() and int(one) > 0 for one in ids):
        raise bad_request("invalid message identifier specified")
    return [int(one) for one in ids]


def commands(params: Params) -> list[Json]:
    """At most 100 commands: 1-32 of a-z, 0-9 and _, each with 1-256 characters of description."""
    given = params.nested("commands")
    if not isinstance(given, list):
        raise bad_request("parameter commands is required")
    if len(given) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in given:
        if not re.fullmatch(r"[a-z0-9_]{1,32}", str(command.get("command", ""))):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(str(command.get("description", "")).strip()) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return given


def toast(params: Params) -> str | None:
    """The words beside a pressed button: at most 200 characters."""
    text = params.text("text")
    if len(text) > TOAST_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    return text or None


def webhook_url(params: Params) -> str:
    """An address that Telegram would deliver to: https on its ports, or any port of the loopback address."""
    url = params.text("url")
    parts = urlsplit(url)
    if parts.scheme in {"http", "https"} and _is_loopback(parts.hostname or ""):
        return url
    if parts.scheme != "https" or not parts.hostname:
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if parts.port not in WEBHOOK_PORTS:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    return url


def secret_token(params: Params) -> str:
    """The secret that comes with every delivery: at most 256 of A-Z, a-z, 0-9, _ and -."""
    secret = params.text("secret_token")
    if len(secret) > 256:
        raise bad_request("secret token is too long")
    if not re.fullmatch(r"[A-Za-z0-9_-]*", secret):
        raise bad_request("secret token contains unallowed characters")
    return secret


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
