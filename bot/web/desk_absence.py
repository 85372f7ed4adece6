"""Being away, told at the desk: from when to when, and back again (C12, C24)."""

import re
from datetime import date

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.web.rooms import Rooms
from bot.web.staff import Reception, Visit, to
from bot.web.typed import typed_day
from handlers.domain.absence import share_days
from handlers.domain.ids import AbsenceId
from handlers.domain.roster import Absence

DONE = frozenset({"told", "ended", "gone"})
_ID = re.compile(r"[0-9a-f]{32}")


class AbsencePages:
    """The page about being away, and its buttons."""

    def __init__(self, rooms: Rooms, reception: Reception) -> None:
        self._rooms, self._reception, self._absence = rooms, reception, rooms.desk.absence

    def routes(self) -> list[Route]:
        """The addresses of being away."""
        return [
            Route("/desk/absence", self.show, methods=["GET"]),
            Route("/desk/absence", self.tell, methods=["POST"]),
            Route("/desk/absence/{absence}/end", self.end, methods=["POST"]),
        ]

    async def show(self, request: Request) -> Response:
        """Own days, those in the list, those of colleagues, and a form."""
        visit = await self._reception.unlocked(request)
        return visit if isinstance(visit, Response) else await self._page(request, visit)

    async def tell(self, request: Request) -> Response:
        """Be away on these days. What cannot be told comes back with what was typed."""
        form = await self._reception.form(request)
        visit = await self._reception.unlocked(request)
        if isinstance(visit, Response):
            return visit
        typed = (form.short("since"), form.short("until"))
        since, until = (_day(each) for each in typed)
        if since is None or until is None:
            return await self._page(request, visit, typed, "desk-absence-days")
        problem = await self._absence.tell(visit.session, Absence(since, until))
        if problem is not None:
            return await self._page(request, visit, typed, f"desk-absence-{problem}")
        self._rooms.directories.forget()
        return to("/desk/absence?done=told")

    async def end(self, request: Request) -> Response:
        """Back, or not away after all."""
        await self._reception.form(request)
        visit = await self._reception.unlocked(request)
        if isinstance(visit, Response):
            return visit
        absence = str(request.path_params["absence"])
        if not _ID.fullmatch(absence):
            raise HTTPException(404)
        ended = await self._absence.end(visit.session, AbsenceId(absence))
        self._rooms.directories.forget()
        return to(f"/desk/absence?done={'ended' if ended else 'gone'}")

    async def _page(
        self,
        request: Request,
        visit: Visit,
        typed: tuple[str, str] | None = None,
        problem: str | None = None,
    ) -> Response:
        done, today = request.query_params.get("done", ""), self._rooms.clock.now().date()
        since, until = typed or (today.isoformat(), "")
        view = await self._absence.view(visit.session)
        return self._reception.page(
            request,
            visit,
            "absence.html",
            status=400 if problem else 200,
            view=view,
            double=share_days((*(each.days for each in view.own), *view.listed)),
            today=today,
            since=since,
            until=until,
            problem=problem,
            notice=f"desk-absence-{done}" if done in DONE else None,
        )


def _day(value: str) -> date | None:
    try:
        return typed_day(value)
    except ValueError:
        return None
