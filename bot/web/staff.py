"""Who is at the desk in this request: session, language, and the pages for who is not let in."""

from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.web.cookies import desk_cookie, form_token
from bot.web.forms import Form, read_form
from bot.web.paper import Paper
from bot.web.rooms import Rooms
from dialogues.private import Private
from handlers.desk import PASSPHRASE_LENGTH
from handlers.domain.roster import Counsellor
from handlers.ports import DeskSession, Role


@dataclass(frozen=True, slots=True, repr=False)
class Visit:
    """A logged-in browser in one request. `who` is None for HR."""

    cookie: Private
    session: DeskSession
    language: str
    who: Counsellor | None

    @property
    def holder(self) -> Private:
        """By whom tries at a passphrase count: a browser that logs in anew has no new ones."""
        return Private(self.session.staff.id)

    @property
    def form(self) -> str:
        """What the forms of this browser carry."""
        return form_token(self.cookie)


class Reception:
    """Looks at the cookie of a counsellor or HR officer, and moves the idle time on."""

    def __init__(self, rooms: Rooms, paper: Paper, role: Role) -> None:
        self._rooms, self._paper, self._role = rooms, paper, role
        self.cookie = desk_cookie(rooms.secure_cookies)

    async def visit(self, request: Request) -> Visit | Response:
        """Who is here, or the page that says that nobody is logged in.

        Raises HTTPException 404 for another role: a page of others is a page that does not exist (C73).
        """
        cookie = self.cookie.read(request)
        session = await self._rooms.desk.logins.session(cookie) if cookie else None
        if cookie is None or session is None:
            return self.closed(request)
        if session.staff.role is not self._role:
            raise HTTPException(404)
        roster = (await self._rooms.directories.now()).roster
        who = roster.get(session.staff.counsellor) if session.staff.counsellor else None
        return Visit(cookie, session, self._language(request, who), who)

    async def unlocked(self, request: Request) -> Visit | Response:
        """Who is here with an open desk, or the page to log in, to choose a passphrase or to unlock."""
        visit = await self.visit(request)
        if isinstance(visit, Visit) and visit.session.key is None:
            return self.door(request, visit)
        return visit

    async def form(self, request: Request) -> Form:
        """The form of a POST from this browser. Raises HTTPException as read_form does."""
        return await read_form(request, self.cookie.read(request), base_url=self._rooms.base_url)

    async def written(self, request: Request) -> tuple[Form, Visit] | Response:
        """The form with words in `text`, and who is here with an open desk.

        At a desk that went shut meanwhile: the page that says so, with those words to keep.
        """
        form, visit = await self.form(request), await self.visit(request)
        words = form.words("text")
        if isinstance(visit, Response):
            return self.closed(request, words)
        if visit.session.key is None:
            return self.door(request, visit, "desk-locked-idle", words)
        return form, visit

    def page(
        self, request: Request, visit: Visit, template: str, status: int = 200, **values: object
    ) -> Response:
        """A page for who is here."""
        return self._paper.page(
            request, template, language=visit.language, status=status, visit=visit, form=visit.form, **values
        )

    def door(
        self, request: Request, visit: Visit, problem: str | None = None, draft: Private | None = None
    ) -> Response:
        """Where a passphrase is chosen or typed. `draft`: what was typed elsewhere, given back to be kept.

        Before the first passphrase comes a way to log in that stays.
        """
        if not visit.session.has_passphrase and not visit.session.has_way:
            return to("/desk/ways")
        return self.page(
            request,
            visit,
            "unlock.html" if visit.session.has_passphrase else "phrase.html",
            status=403 if problem else 200,
            length=PASSPHRASE_LENGTH,
            problem=problem,
            draft=draft,
        )

    def closed(self, request: Request, draft: Private | None = None) -> Response:
        """Nobody is logged in (any more). What was typed is given back, so that it is not lost."""
        page = self._paper.page(
            request,
            "closed.html",
            language=self._paper.language(request),
            status=403,
            draft=draft,
            was_here=self.cookie.read(request) is not None,
        )
        self.cookie.take(page)
        return page

    def _language(self, request: Request, who: Counsellor | None) -> str:
        known = self._rooms.policy.languages
        if request.query_params.get("lang", "") not in known and who is not None:
            spoken = [code for code in who.languages if code in known]
            return spoken[0] if spoken else known[0]
        return self._paper.language(request)


def to(path: str) -> Response:
    """After a POST: go and look there."""
    return RedirectResponse(path, 303)
