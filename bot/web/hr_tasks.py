"""What HR does around the list: introduce who is new, and count the packs that it handed out (C57, C58)."""

from datetime import date, timedelta

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.web.paper import Paper
from bot.web.rooms import Rooms
from bot.web.staff import Reception, to
from bot.web.typed import typed_day
from handlers.domain.ids import CounsellorId
from handlers.ports import Role

MOST_PACKS = 9_999


class TaskPages:
    """Marks of things that HR did itself; nothing here names an employee."""

    def __init__(self, rooms: Rooms, paper: Paper) -> None:
        self._rooms = rooms
        self._reception = Reception(rooms, paper, Role.HR)

    def routes(self) -> list[Route]:
        """The addresses of tasks."""
        return [
            Route("/hr/introduced/{counsellor}", self.introduced, methods=["POST"]),
            Route("/hr/packs", self.packs, methods=["GET"]),
            Route("/hr/packs", self.handed_out, methods=["POST"]),
        ]

    async def introduced(self, request: Request) -> Response:
        """Close the task to introduce somebody, with its day. A day to come, or no day, closes nothing."""
        form, visit = await self._reception.form(request), await self._reception.visit(request)
        if isinstance(visit, Response):
            return visit
        who = CounsellorId(str(request.path_params["counsellor"]))
        day = _day(form.short("day"))
        done = day is not None and await self._rooms.hr.introduced(visit.session, who, day)
        return to(f"/hr?done={'introduced' if done else 'not-introduced'}")

    async def packs(self, request: Request) -> Response:
        """How many packs HR handed out, by month."""
        visit = await self._reception.visit(request)
        if isinstance(visit, Response):
            return visit
        done = request.query_params.get("done", "")
        return self._reception.page(
            request,
            visit,
            "hr_packs.html",
            packs=await self._rooms.hr.packs(),
            months=self._months(),
            notice=f"hr-packs-{done}" if done in ("kept", "wrong") else None,
        )

    async def handed_out(self, request: Request) -> Response:
        """Keep the total of a month: this one or the one before. Raises HTTPException 400 for another."""
        form, visit = await self._reception.form(request), await self._reception.visit(request)
        if isinstance(visit, Response):
            return visit
        month, many = _day(form.short("month")), form.short("many").strip()
        if month not in self._months():
            raise HTTPException(400)
        if not (many.isascii() and many.isdecimal() and len(many) < 6 and int(many) <= MOST_PACKS):
            return to("/hr/packs?done=wrong")
        await self._rooms.hr.hand_out(visit.session, month, int(many))
        return to("/hr/packs?done=kept")

    def _months(self) -> tuple[date, ...]:
        this = self._rooms.clock.now().date().replace(day=1)
        return this, (this - timedelta(days=1)).replace(day=1)


def _day(value: str) -> date | None:
    try:
        return typed_day(value)
    except ValueError:
        return None
