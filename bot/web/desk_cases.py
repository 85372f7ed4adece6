"""One case at the desk: read, accept, decline, write; ending it is desk_closing (C10, C12, C15).

A case of somebody else and a case that does not exist give one and the same page (I8).
"""

import re
from dataclasses import dataclass
from secrets import token_urlsafe

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.web.desk_library import Shelf
from bot.web.forms import MOST_WORDS, Form
from bot.web.rooms import Rooms
from bot.web.staff import Reception, Visit, to
from dialogues.private import Private
from handlers.closing import can_describe
from handlers.desk import CaseView
from handlers.domain.hints import Hint, hints
from handlers.domain.ids import CaseId

_CASE = re.compile(r"[0-9a-f]{32}")

DONE = frozenset({"accept", "decline", "close", "described", "reply"})


@dataclass(frozen=True, slots=True)
class _Trouble:
    """Why a reply did not go, and the words that go back into the field. Hints alone are no problem."""

    problem: str | None
    status: int
    draft: Private | None = None
    hints: tuple[Hint, ...] = ()
    taken: str = ""  # words of the library that come below


class CasePages:
    """The page of one case and its buttons."""

    def __init__(self, rooms: Rooms, reception: Reception) -> None:
        self._desk, self._reception, self._shelf = rooms.desk, reception, Shelf(rooms)

    def routes(self) -> list[Route]:
        """The addresses of a case."""
        return [
            Route("/desk/case/{case}", self.show, methods=["GET"]),
            Route("/desk/case/{case}/{step}", self.step, methods=["POST"]),
        ]

    async def show(self, request: Request) -> Response:
        """One own case. Raises HTTPException 404 when it is nobody's or somebody else's."""
        visit = await self._reception.unlocked(request)
        if isinstance(visit, Response):
            return visit
        return self._page(request, visit, await self._opened(request, visit))

    async def step(self, request: Request) -> Response:
        """Accept, decline or write. Words typed at a desk that went shut meanwhile are given back."""
        written = await self._reception.written(request)
        if isinstance(written, Response):
            return written
        form, visit = written
        view, step = await self._opened(request, visit), str(request.path_params["step"])
        if step == "reply":
            return await self._reply(request, visit, view, form)
        if step == "take":
            taken = self._shelf.taken(form.short("entry"), visit.language)
            return self._page(request, visit, view, _Trouble(None, 200, form.words("text"), taken=taken))
        steps = {"accept": self._desk.cases.accept, "decline": self._desk.cases.decline}
        if step not in steps:
            raise HTTPException(404)
        done = await steps[step](visit.session, view.case.id)
        return to(f"/desk/case/{view.case.id}?done={step if done else 'gone'}")

    async def _reply(self, request: Request, visit: Visit, view: CaseView, form: Form) -> Response:
        words, once = form.words("text"), form.short("delivery")
        after = f"/desk/case/{view.case.id}?done=reply"
        if form.length("text") > MOST_WORDS:
            return self._page(request, visit, view, _Trouble("page-too-long", 413, words))
        if not words or not form.has_letters("text"):
            return self._page(request, visit, view, _Trouble("desk-reply-empty", 400))
        found = hints(words)
        if set(found) - set(form.short("hinted").split(",")):
            return self._page(request, visit, view, _Trouble(None, 200, words, found))
        if await self._desk.cases.reply(visit.session, view.case.id, words, once or None):
            return to(after)
        fresh = await self._opened(request, visit)
        return self._page(request, visit, fresh, _Trouble("desk-reply-failed", 409, words))

    async def _opened(self, request: Request, visit: Visit) -> CaseView:
        case = str(request.path_params["case"])
        if not _CASE.fullmatch(case):
            raise HTTPException(404)
        view = await self._desk.cases.open_case(visit.session, CaseId(case), visit.language)
        if view is None:
            raise HTTPException(404)
        return view

    def _page(
        self, request: Request, visit: Visit, view: CaseView, trouble: _Trouble | None = None
    ) -> Response:
        done = request.query_params.get("done", "")
        notice = f"desk-{done}-done" if done in DONE else "desk-step-gone" if done == "gone" else None
        return self._reception.page(
            request,
            visit,
            "case.html",
            status=trouble.status if trouble else 200,
            view=view,
            can_describe=can_describe(view.case),
            notice=None if trouble else notice,
            problem=trouble.problem if trouble else None,
            draft=trouble.draft if trouble else None,
            hints=trouble.hints if trouble else (),
            taken=trouble.taken if trouble else "",
            titles=self._shelf.titles(visit.language),
            delivery=token_urlsafe(15),
        )
