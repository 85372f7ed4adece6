"""Coming back with a resume code. Wrong, guessed and wiped codes get one and the same answer."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.limits import Deed, Limits
from bot.web.cookies import employee_cookie, form_token, new_token
from bot.web.forms import new_delivery, read_form
from bot.web.paper import Paper
from bot.web.rooms import Rooms
from dialogues.private import Private
from handlers.course import NEWS
from handlers.domain.codes import CODE_WORDS, Reading, read_code
from handlers.domain.errors import Locked
from handlers.ports import Channel, Inbound
from handlers.resume import Cookies, resume
from handlers.turn import TurnFailed

GiveBack = Callable[[Request, Private, Private], Awaitable[Response]]
"""The chat page of a cookie, with words in its field that could not be sent before the code was shown."""


@dataclass(frozen=True, slots=True)
class Look:
    """What the form shows of the last time: what was typed, and what came of it."""

    typed: Private | None = None
    unsent: Private | None = None
    reading: Reading | None = None
    nothing: bool = False  # the code opens nothing
    slow: bool = False  # too many codes were tried


EMPTY = Look()


class CodePages:
    """The page on which a code is typed."""

    def __init__(self, rooms: Rooms, paper: Paper, limits: Limits, give_back: GiveBack) -> None:
        self._rooms, self._paper, self._limits, self._give_back = rooms, paper, limits, give_back
        self._cookie = employee_cookie(rooms.secure_cookies)

    def routes(self) -> list[Route]:
        """The address of the page."""
        return [
            Route("/code", self.show, methods=["GET"]),
            Route("/code", self.take, methods=["POST"]),
        ]

    async def show(self, request: Request) -> Response:
        """The empty form; sets no cookie and looks at nothing."""
        return self._page(request, self._cookie.read(request))

    async def take(self, request: Request) -> Response:
        """Open the conversation of a code. Words in no list are named without looking anything up."""
        token = self._cookie.read(request)
        form = await read_form(request, token, base_url=self._rooms.base_url)
        form.short("code")
        typed = form.words("code")
        unsent = form.words("unsent") if form.has_letters("unsent") else None
        reading = read_code(typed, self._rooms.code_words)
        if not reading.well_formed:
            return self._page(request, token, Look(typed, unsent, reading))
        if not self._limits.open(Deed.CODE, token):
            response = self._page(request, token, Look(typed, unsent, slow=True), status=429)
            response.headers["retry-after"] = "60"
            return response
        fresh, rooms = new_token(), self._rooms
        cookies = Cookies(fresh, token)
        opened = await resume(rooms.store, rooms.keyring, rooms.clock, cookies, reading.code)
        cookie = opened or token or fresh
        if opened and unsent:
            response = await self._give_back(request, opened, unsent)
        elif opened:
            await self._hear(opened, self._paper.language(request))
            chosen = request.query_params.get("lang", "")
            known = chosen in rooms.policy.languages
            response = RedirectResponse(f"/chat?lang={chosen}" if known else "/chat", 303)
        else:
            self._limits.spend(Deed.CODE, cookie)
            response = self._page(request, cookie, Look(typed, unsent, nothing=True))
        if token != cookie:
            self._cookie.give(response, cookie)
        return response

    async def _hear(self, token: Private, language: str) -> None:
        """News comes first to who comes back: what there is to choose stands on the page, without a press."""
        rooms = self._rooms
        screen = await rooms.screens.look(Channel.WEB, token)
        if not screen.has_news:
            return
        delivery = new_delivery(rooms.clock.now().date())
        with suppress(Locked, TurnFailed):  # the page has a button for it
            await rooms.take(Inbound(Channel.WEB, delivery, token, payload=NEWS, language=language))

    def _page(
        self, request: Request, token: Private | None, look: Look = EMPTY, *, status: int = 200
    ) -> Response:
        reading = look.reading
        return self._paper.page(
            request,
            "code.html",
            language=self._paper.language(request),
            status=status,
            form=form_token(token) if token else "",
            typed=look.typed,
            unsent=look.unsent,
            count=CODE_WORDS,
            given=reading.count if reading else CODE_WORDS,
            places=", ".join(map(str, reading.unknown)) if reading else "",
            nothing=look.nothing,
            slow=look.slow,
        )
