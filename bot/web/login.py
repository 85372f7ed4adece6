"""One-time login links of counsellors and HR. Opening a link shows a page; only the button spends it.

Programs that look at links beforehand (previews, scanners) therefore use up nothing (KEYS.md).
"""

import re

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.web.cookies import desk_cookie
from bot.web.forms import read_form
from bot.web.limits import Deed, Limits
from bot.web.paper import Paper
from bot.web.rooms import Rooms
from dialogues.private import Private
from handlers.ports import LinkPurpose, Role

_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")


class LoginPages:
    """The page behind a login link or an invitation."""

    def __init__(self, rooms: Rooms, paper: Paper, limits: Limits) -> None:
        self._rooms, self._paper, self._limits = rooms, paper, limits
        self._cookie = desk_cookie(rooms.secure_cookies)

    def routes(self) -> list[Route]:
        """`/desk/login/<token>` and `/hr/login/<token>`; who logs in is known by the token alone."""
        return [
            Route(f"/{place}/login/{{token}}", page, methods=[method])
            for place in ("desk", "hr")
            for method, page in (("GET", self.show), ("POST", self.spend))
        ]

    async def show(self, request: Request) -> Response:
        """A page with one button; looks nothing up, so a dead link looks the same as a live one."""
        language = self._paper.language(request)
        return self._paper.page(request, "login.html", language=language, failed=False)

    async def spend(self, request: Request) -> Response:
        """Spend the link and begin a fresh session; a session that this browser had before ends."""
        before = self._cookie.read(request)
        await read_form(request, None, base_url=self._rooms.base_url)
        token = str(request.path_params["token"])
        allowed = self._limits.open(Deed.LINK, before)
        desk = self._rooms.desk
        cookie = None
        if allowed and _TOKEN.fullmatch(token):
            cookie = await desk.logins.enter(Private(token), LinkPurpose.LOGIN, LinkPurpose.INVITATION)
        session = await desk.logins.session(cookie) if cookie else None
        if cookie is None or session is None:
            self._limits.spend(Deed.LINK, before)
            language = self._paper.language(request)
            return self._paper.page(request, "login.html", language=language, failed=True, status=403)
        if before is not None:
            await desk.logins.leave(before)
        response = RedirectResponse("/hr" if session.staff.role is Role.HR else "/desk", 303)
        self._cookie.give(response, cookie)
        return response
