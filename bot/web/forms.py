"""What a form sends: read once, within limits, and only from a page of ours."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from secrets import token_urlsafe
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request

from bot.web.cookies import fits
from dialogues.private import Private
from storage.conversations import DELIVERY_DAYS

MOST_BYTES = 256 * 1024
"""Of one request: 20,000 emoji, as a form writes them."""

MOST_FIELDS = 100
MOST_WORDS = 20_000
"""Characters that one message may have; more comes back to the page, so that nothing is lost."""

SHORT = 400
"""Characters of any field that is not meant for somebody's own words."""


async def body(request: Request, most: int = MOST_BYTES) -> bytes:
    """The whole body. Raises HTTPException 413 as soon as it is more than `most` bytes."""
    declared = request.headers.get("content-length", "0")
    if not declared.isdecimal() or int(declared) > most:
        raise HTTPException(413)
    taken = bytearray()
    async for chunk in request.stream():
        taken += chunk
        if len(taken) > most:
            raise HTTPException(413)
    return bytes(taken)


@dataclass(frozen=True, slots=True, repr=False)
class Form:
    """The fields of a form. Short fields are names of the program, long ones somebody's words."""

    _fields: Mapping[str, str]

    def short(self, name: str) -> str:
        """A field that holds no one's words, "" when it is not there.

        Raises HTTPException 400 when it is long or holds a NUL, which no database field takes.
        """
        value = self._fields.get(name, "")
        if len(value) > SHORT or "\0" in value:
            raise HTTPException(400)
        return value

    def long(self, name: str, most: int) -> str:
        """A longer field, meant for everyone to read. Raises HTTPException 400 over `most` characters."""
        value = self._fields.get(name, "").replace("\r\n", "\n").strip()
        if len(value) > most:
            raise HTTPException(400)
        return value

    def words(self, name: str) -> Private:
        """Somebody's words, as they were typed; line ends are made one kind."""
        return Private(self._fields.get(name, "").replace("\r\n", "\n"))

    def has(self, name: str) -> bool:
        """Whether the field was sent."""
        return name in self._fields

    def has_letters(self, name: str) -> bool:
        """Whether the field holds anything that can be seen."""
        return any(each.isprintable() and not each.isspace() for each in self._fields.get(name, ""))

    def length(self, name: str) -> int:
        """Characters of a field."""
        return len(self._fields.get(name, ""))


async def read_form(request: Request, token: Private | None, *, base_url: str, first: bool = False) -> Form:
    """The form of a POST. Raises HTTPException: 400 no form, 403 not from a page of ours, 413 too large.

    With `first` a form without a token is taken too: it was made before this browser had a cookie. It may
    change nothing of a conversation that is there.
    """
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/x-www-form-urlencoded":
        raise HTTPException(400)
    raw = await body(request)
    try:
        pairs = parse_qsl(
            raw.decode("ascii", "replace"),
            keep_blank_values=True,
            errors="replace",
            max_num_fields=MOST_FIELDS,
        )
    except ValueError:
        raise HTTPException(400) from None
    form = Form(dict(pairs))
    known = token is None or fits(token, form.short("form")) or (first and not form.short("form"))
    if not known or not is_ours(request, base_url):
        raise HTTPException(403)
    return form


def new_delivery(today: date) -> str:
    """A fresh id for the forms of a page, in 25 characters; it tells from which day the page is."""
    return f"{today.toordinal():05x}{token_urlsafe(15)}"


def is_old(delivery: str, today: date) -> bool:
    """Whether the page of this form is so old that it may not be known any more what was sent by it."""
    try:
        made = date.fromordinal(int(delivery[:5], 16))
    except ValueError:
        return True
    return not timedelta(0) <= today - made < timedelta(days=DELIVERY_DAYS)


def is_ours(request: Request, base_url: str) -> bool:
    """Whether the browser says that a page of this very site sent it.

    With `Referrer-Policy: no-referrer` a form sends `Origin: null`, so Sec-Fetch-Site decides; a browser
    too old for it is known by its form token alone, which a page elsewhere cannot read.
    """
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site in ("same-origin", "none")
    return request.headers.get("origin", "null") in ("null", base_url)
