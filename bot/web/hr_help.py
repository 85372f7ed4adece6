"""HR's page of help lines and doors: when each was checked, and "checked today" (C20).

It says nothing about who looked at which line: that is not kept anywhere.
"""

from dataclasses import dataclass
from datetime import date

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.web.paper import Paper
from bot.web.rooms import Rooms
from bot.web.staff import Reception, to
from handlers.ports import Role


@dataclass(frozen=True, slots=True)
class Entry:
    """One line or door as HR sees it; `checked_on` None: never."""

    id: str
    name: str
    how: str
    checked_on: date | None
    stale: bool


class HelpPages:
    """Every help line and door with the day on which somebody called or opened it."""

    def __init__(self, rooms: Rooms, paper: Paper) -> None:
        self._rooms = rooms
        self._reception = Reception(rooms, paper, Role.HR)

    def routes(self) -> list[Route]:
        """The addresses of this page."""
        return [
            Route("/hr/help", self.show, methods=["GET"]),
            Route("/hr/help/{entry}", self.check, methods=["POST"]),
        ]

    async def show(self, request: Request) -> Response:
        """All of them, with what is too old first."""
        visit = await self._reception.visit(request)
        if isinstance(visit, Response):
            return visit
        entries = self._entries(await self._rooms.hr.checks(), visit.language)
        return self._reception.page(
            request,
            visit,
            "hr_help.html",
            entries=sorted(entries, key=lambda entry: not entry.stale),
            most=self._rooms.policy.referrals_max_age_days,
            kept=request.query_params.get("done") == "checked",
        )

    async def check(self, request: Request) -> Response:
        """Somebody called or opened it today. Raises HTTPException 404 for what does not exist."""
        await self._reception.form(request)
        visit = await self._reception.visit(request)
        if isinstance(visit, Response):
            return visit
        entry = str(request.path_params["entry"])
        if entry not in [known.id for known in self._entries({}, visit.language)]:
            raise HTTPException(404)
        await self._rooms.hr.check(visit.session, entry)
        return to("/hr/help?done=checked")

    def _entries(self, checks: dict[str, date], language: str) -> list[Entry]:
        policy = self._rooms.policy
        today, most = self._rooms.clock.now().date(), policy.referrals_max_age_days
        guide = self._rooms.guide.checked(checks)
        stale = guide.unverified(today, most)
        doors = (*policy.doors, *policy.accused_bodies, *policy.board_alternatives)
        days = {door.id: checks.get(f"door-{door.id}") for door in doors}
        lines = [
            Entry(
                line.id,
                line.name[language],
                line.number or line.url or "",
                line.verified_on,
                line.id in stale,
            )
            for line in guide.lines
        ]
        return lines + [
            Entry(
                f"door-{door.id}",
                door.name[language],
                door.contact[language],
                day := days[door.id],
                day is None or (today - day).days > most,
            )
            for door in doors
        ]
