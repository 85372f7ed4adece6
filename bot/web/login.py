"""Coming in as counsellor or HR: with a passkey, with a number of an app, or with a one-time link.

Opening a link shows a page; only the button spends it. Programs that look at links beforehand (previews,
scanners) therefore use up nothing (KEYS.md). Whoever logs in gets a fresh session.
"""

import re

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.authenticator import Site
from bot.limits import Deed, Limits
from bot.web.cookies import desk_cookie
from bot.web.forms import read_form
from bot.web.paper import Paper
from bot.web.rooms import Rooms
from dialogues.private import Private
from handlers.domain.codes import as_spoken
from handlers.ports import LinkPurpose, Role

_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")


class LoginPages:
    """The login page, and the page behind a login link or an invitation."""

    def __init__(self, rooms: Rooms, paper: Paper, limits: Limits) -> None:
        self._rooms, self._paper, self._limits = rooms, paper, limits
        self._cookie = desk_cookie(rooms.secure_cookies)

    def routes(self) -> list[Route]:
        """`/login`, and `/desk/login/<token>` and `/hr/login/<token>`: the token alone says who it is."""
        return [
            Route("/login", self.door, methods=["GET"]),
            Route("/login/ask", self.ask, methods=["POST"]),
            Route("/login/passkey", self.by_passkey, methods=["POST"]),
            Route("/login/number", self.by_number, methods=["POST"]),
            *(
                Route(f"/{place}/login/{{token}}", page, methods=[method])
                for place in ("desk", "hr")
                for method, page in (("GET", self.show), ("POST", self.spend))
            ),
        ]

    async def door(self, request: Request) -> Response:
        """Where staff come in; says of nobody whether they can."""
        return self._door(request)

    async def ask(self, request: Request) -> Response:
        """What a browser needs to log in with a passkey. Raises HTTPException 429 for too many at once."""
        before = self._cookie.read(request)
        await read_form(request, None, base_url=self._rooms.base_url)
        if not self._limits.spend(Deed.ENTER, before):
            raise HTTPException(429)
        return Response(await self._rooms.desk.passkeys.ask(), media_type="application/json")

    async def by_passkey(self, request: Request) -> Response:
        """Come in with a passkey; with its PRF the desk is open at once."""
        before = self._cookie.read(request)
        form = await read_form(request, None, base_url=self._rooms.base_url)
        if not self._limits.open(Deed.LINK, before):
            return self._door(request, "login-slow")
        opener = form.words("opener") if form.short("opener") else None
        cookie = await self._rooms.desk.passkeys.enter(form.words("answer"), opener)
        if cookie is None:
            self._limits.spend(Deed.LINK, before)
            return self._door(request, "login-passkey-failed")
        return await self._admit(cookie, before)

    async def by_number(self, request: Request) -> Response:
        """Come in with the login words and the number of an app."""
        before = self._cookie.read(request)
        form = await read_form(request, None, base_url=self._rooms.base_url)
        # In the spelling of the lookup: a dash between the words is no other login with tries of its own.
        words = Private(as_spoken(form.short("words")))
        # Spent before it is tried: guesses sent all at once count like guesses one after the other.
        if not self._limits.spend(Deed.NUMBER, words):
            return self._door(request, "login-slow")
        cookie = await self._rooms.desk.numbers.enter(words, Private(form.short("number")))
        if cookie is None:
            return self._door(request, "login-number-failed")
        self._limits.give_back(Deed.NUMBER, words)
        return await self._admit(cookie, before)

    async def show(self, request: Request) -> Response:
        """A page with one button; looks nothing up, so a dead link looks the same as a live one."""
        language = self._paper.language(request)
        return self._paper.page(request, "login.html", language=language, failed=False)

    async def spend(self, request: Request) -> Response:
        """Spend the link and begin a fresh session; a session that this browser had before ends."""
        before = self._cookie.read(request)
        await read_form(request, None, base_url=self._rooms.base_url)
        token = str(request.path_params["token"])
        cookie = None
        if self._limits.open(Deed.LINK, before) and _TOKEN.fullmatch(token):
            cookie = await self._rooms.desk.logins.enter(
                Private(token), LinkPurpose.LOGIN, LinkPurpose.INVITATION
            )
        if cookie is None:
            return self._dead_link(request, before)
        return await self._admit(cookie, before)

    def _dead_link(self, request: Request, before: Private | None) -> Response:
        self._limits.spend(Deed.LINK, before)
        language = self._paper.language(request)
        return self._paper.page(request, "login.html", language=language, failed=True, status=403)

    async def _admit(self, cookie: Private, before: Private | None) -> Response:
        logins = self._rooms.desk.logins
        session = await logins.session(cookie)
        if before is not None:
            await logins.leave(before)
        of_hr = session is not None and session.staff.role is Role.HR
        response = RedirectResponse("/hr" if of_hr else "/desk", 303)
        self._cookie.give(response, cookie)
        return response

    def _door(self, request: Request, problem: str | None = None) -> Response:
        return self._paper.page(
            request,
            "enter.html",
            language=self._paper.language(request),
            status=403 if problem else 200,
            problem=problem,
            passkeys=passkeys_at(request, self._rooms.base_url),
        )


def passkeys_at(request: Request, base_url: str) -> str | None:
    """Where passkeys work: "" on this very page, another address of this site, or None for nowhere."""
    site = Site.at(base_url)
    if site is None:
        return None
    return "" if request.url.hostname == site.name else site.origin
