"""Pages on the screen: templates, words and language. The one place of the web that shows a Private."""

import re
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import HTMLResponse

from bot.materials import dialled
from bot.web.guard import NONCE
from bot.web.rooms import Rooms
from dialogues.guide import HelpLine
from dialogues.private import Private
from dialogues.render import full_date, full_month, shown_date
from dialogues.texts import numbered
from handlers.domain.roster import Counsellor
from handlers.voice import policy_values

FOLDER = Path(__file__).parent / "templates"

Shown = str | Private

STEP: Final = 8 * 1024
"""Bytes. A page is this long, or twice, …: who sees the connection cannot tell pages of a chat by size."""

_APART = Markup('<p class="apart" ')
_OWN_PATH = re.compile(r"/(?!/|\\|%5[cC])")


class Paper:
    """Makes pages. Style and script stand in the page itself, so that no file stays in a browser's cache."""

    def __init__(self, rooms: Rooms) -> None:
        self._rooms = rooms
        self._numbers = _numbers(rooms.guide.lines)
        self._environment = Environment(
            loader=FileSystemLoader(FOLDER),
            autoescape=True,
            undefined=StrictUndefined,
            finalize=_opened,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters |= {
            "said": self._said,
            "plain": _plain,
            "reach": _reach,
            "call": dialled,
            "within": _within,
            "numbered": lambda words: numbered(str(_opened(words))),
        }
        read = partial(Path.read_text, encoding="utf-8")
        self._style = Markup(read(FOLDER / "look.css"))  # noqa: S704  # our own file, no one's words
        self._script = Markup(read(FOLDER / "chat.js"))  # noqa: S704  # our own file, no one's words
        self._passkey_script = Markup(read(FOLDER / "passkey.js"))  # noqa: S704  # our own file, no one's words
        self._desk_script = Markup(read(FOLDER / "desk.js"))  # noqa: S704  # our own file, no one's words

    def page(
        self, request: Request, template: str, *, language: str, status: int = 200, **values: object
    ) -> HTMLResponse:
        """One page in one language. `values` are what the template names."""
        filled = self._environment.get_template(template).render(
            {**self._surroundings(request, language), **values}
        )
        return HTMLResponse(
            _even(filled), status, headers={"content-language": language, "vary": "accept-language"}
        )

    def language(self, request: Request) -> str:
        """The language that the address names, else the first that the browser asks for and we have."""
        known = self._rooms.policy.languages
        asked = request.query_params.get("lang", "")
        if asked in known:
            return asked
        wanted = _accepted(request.headers.get("accept-language", ""))
        return next((code for code in wanted if code in known), known[0])

    def words(self, language: str) -> Callable[..., str]:
        """Texts of the pages in one language; the terms of the policy are filled in."""
        terms = policy_values(self._rooms.policy, language)

        def text(text_id: str, /, **blanks: str | int | Private) -> str:
            return self._rooms.texts.fill(text_id, language, {**terms, **blanks})

        return text

    def _surroundings(self, request: Request, language: str) -> dict[str, Any]:
        rooms = self._rooms
        chosen = request.query_params.get("lang", "") in rooms.policy.languages

        def here(path: str, lang: str | None = None, **query: str) -> str:
            """The address of a page of ours, in the language that was chosen."""
            asked = {"lang": lang or language} if lang or chosen else {}
            return path + (f"?{urlencode(query | asked)}" if query or asked else "")

        return {
            "t": self.words(language),
            "lang": language,
            "languages": rooms.policy.languages,
            "organisation": rooms.policy.organisation,
            "demo": rooms.demo,
            "nonce": request.scope.get(NONCE, ""),
            "style": self._style,
            "script": self._script,
            "desk_script": self._desk_script,
            "passkey_script": self._passkey_script,
            "here": here,
            "path": _inside(request.url.path),
            "leave_to": rooms.leave_to,
            "day": lambda day: shown_date(day, language),
            "full_day": lambda day: full_date(day, language),
            "full_month": lambda day: full_month(day, language),
        }

    def _said(self, text: Shown) -> Markup:
        """Words of the program, a paragraph a line; numbers of help lines can be pressed on a phone.

        What stands after an empty line is set apart: the next card of a list, or somebody's own words.
        """
        blocks = re.split(r"\n[ \t]*\n", _opened(text).strip("\n"))
        first, *others = (_paragraphs(block, self._pressed, r"\n+") for block in blocks)
        return first + Markup("").join(block.replace("<p ", _APART, 1) for block in others)

    def _pressed(self, part: str) -> str:
        return self._numbers.sub(_as_link, part)


def _even(page: str) -> bytes:
    raw = page.encode()
    return raw + b"\n" * (-len(raw) % STEP)


def _numbers(lines: Iterable[HelpLine]) -> re.Pattern[str]:
    numbers = sorted({line.number for line in lines if line.number}, key=len, reverse=True)
    if not numbers:
        return re.compile(r"(?!)")
    return re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, numbers))})(?![\w-]|\.\w)")


def _as_link(found: re.Match[str]) -> str:
    return f'<a href="tel:{dialled(found[1])}">{found[1]}</a>'


def _inside(path: str) -> str:
    """The path of an address of ours; a browser takes two slashes for the name of another site."""
    return path if _OWN_PATH.match(path) else "/"


def _within(part: Shown, whole: Shown) -> bool:
    return str(_opened(part)) in str(_opened(whole))


def _plain(text: Shown) -> Markup:
    """Somebody's words as paragraphs, with nothing added."""
    return _paragraphs(text, str, r"\n[ \t]*\n")


def _reach(text: str, who: Counsellor) -> Markup:
    """A counsellor's entry as paragraphs; their number and address, where they stand, can be pressed."""
    ways = {who.phone: f"tel:{dialled(who.phone)}", who.mail: f"mailto:{who.mail}"}
    links = {
        str(escape(shown)): Markup('<a class="button quiet" href="{}">{}</a>').format(target, shown)
        for shown, target in ways.items()
        if shown and target != "tel:"
    }
    if not links:
        return _plain(text)
    places = re.compile("|".join(re.escape(shown) for shown in sorted(links, key=len, reverse=True)))
    return _paragraphs(text, lambda part: places.sub(lambda at: str(links[at[0]]), part), r"\n[ \t]*\n")


def _paragraphs(text: Shown, mark: Callable[[str], str], between: str) -> Markup:
    blocks = re.split(between, _opened(text).strip("\n"))
    parts = [mark(str(escape(block))) for block in blocks if block.strip()]
    return Markup("".join(f'<p dir="auto">{part}</p>' for part in parts))  # noqa: S704  # each block is escaped


def _opened(value: Any) -> Any:
    return value.reveal() if isinstance(value, Private) else value


def _accepted(header: str) -> list[str]:
    """Language codes of an Accept-Language header, most wanted first."""
    wanted = []
    for at, part in enumerate(header[:200].split(",")):
        code, _, weight = part.strip().partition(";q=")
        try:
            wanted.append((-float(weight or 1), at, code.split("-")[0].lower()))
        except ValueError:
            continue
    return [code for _, _, code in sorted(wanted)]
