"""The log of pressure: its page at the desk, and the sheet that a counsellor may print (C37, C72)."""

import re
from datetime import date

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.web.forms import MOST_WORDS
from bot.web.rooms import Rooms
from bot.web.staff import Reception, Visit, to
from bot.web.typed import typed_day
from dialogues.private import Private
from handlers.domain.ids import PressureId

DONE = frozenset({"kept", "taken", "gone"})
_ID = re.compile(r"[0-9a-f]{32}")


class PressurePages:
    """Notes of pressure: for counsellors alone, handed on by nobody but their writer."""

    def __init__(self, rooms: Rooms, reception: Reception) -> None:
        self._rooms, self._reception, self._log = rooms, reception, rooms.desk.pressure

    def routes(self) -> list[Route]:
        """The addresses of the log."""
        return [
            Route("/desk/pressure", self.list, methods=["GET"]),
            Route("/desk/pressure", self.write, methods=["POST"]),
            Route("/desk/pressure/{note}", self.sheet, methods=["GET"]),
            Route("/desk/pressure/{note}/end", self.end, methods=["POST"]),
        ]

    async def list(self, request: Request) -> Response:
        """Every note, newest first, and a form for a new one."""
        visit = await self._reception.unlocked(request)
        return visit if isinstance(visit, Response) else await self._page(request, visit)

    async def write(self, request: Request) -> Response:
        """Keep a note. What is not kept comes back with its words."""
        written = await self._reception.written(request)
        if isinstance(written, Response):
            return written
        form, visit = written
        words = form.words("text")
        day, problem, status = _day(form.short("day")), "desk-pressure-failed", 409
        if form.length("text") > MOST_WORDS:
            problem, status = "page-too-long", 413
        elif not form.has_letters("text"):
            problem, status = "desk-pressure-empty", 400
        elif day is None or day > self._today():
            problem, status = "desk-pressure-day", 400
        elif await self._log.write(visit.session, day, words):
            return to("/desk/pressure?done=kept")
        return await self._page(request, visit, words, problem, status)

    async def sheet(self, request: Request) -> Response:
        """One's own note, to print and hand over. Raises HTTPException 404 for somebody else's."""
        visit = await self._reception.unlocked(request)
        if isinstance(visit, Response):
            return visit
        note = await self._log.own(visit.session, _id(request))
        if note is None:
            raise HTTPException(404)
        return self._reception.page(request, visit, "pressure_sheet.html", note=note)

    async def end(self, request: Request) -> Response:
        """Take one's own note away."""
        await self._reception.form(request)
        visit = await self._reception.unlocked(request)
        if isinstance(visit, Response):
            return visit
        gone = await self._log.end(visit.session, _id(request))
        return to(f"/desk/pressure?done={'taken' if gone else 'gone'}")

    async def _page(
        self,
        request: Request,
        visit: Visit,
        words: Private | None = None,
        problem: str | None = None,
        status: int = 200,
    ) -> Response:
        done = request.query_params.get("done", "")
        roster = (await self._rooms.directories.now()).roster
        return self._reception.page(
            request,
            visit,
            "pressure.html",
            status=status,
            notes=await self._log.notes(visit.session),
            names={who.id: who.name for who in roster.counsellors},
            own=visit.session.staff.counsellor,
            today=self._today(),
            words=words or "",
            problem=problem,
            notice=f"desk-pressure-{done}" if done in DONE else None,
        )

    def _today(self) -> date:
        return self._rooms.clock.now().date()


def _day(value: str) -> date | None:
    try:
        return typed_day(value)
    except ValueError:
        return None


def _id(request: Request) -> PressureId:
    note = str(request.path_params["note"])
    if not _ID.fullmatch(note):
        raise HTTPException(404)
    return PressureId(note)
