"""HR's page of procedures and the organisation map: when each was gone through, and "gone through today".

The cards are those that employees read (C36, C39). The page says nothing about who read or chose any.
"""

from functools import partial

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.web.paper import Paper
from bot.web.rooms import Rooms
from bot.web.staff import Reception, Visit, to
from dialogues.guide import Procedure, procedure_check
from handlers.domain.policy import MAP_CHECK, REVIEW_DAYS
from handlers.library import entry_text, entry_title, open_procedures
from handlers.ports import Role
from handlers.voice import policy_values
from handlers.words import Words


class ProcedurePages:
    """Every procedure, and the map of the organisation, with the day on which somebody went through it."""

    def __init__(self, rooms: Rooms, paper: Paper) -> None:
        self._rooms = rooms
        self._reception = Reception(rooms, paper, Role.HR)

    def routes(self) -> list[Route]:
        """The addresses of this page."""
        return [
            Route("/hr/procedures", self.show, methods=["GET"]),
            Route("/hr/procedures/{entry}", self.check, methods=["POST"]),
        ]

    async def show(self, request: Request) -> Response:
        """The map first, then every procedure, what is too old before the rest."""
        visit = await self._reception.visit(request)
        if isinstance(visit, Response):
            return visit
        rooms, today = self._rooms, self._rooms.clock.now().date()
        checks = await rooms.hr.checks()
        guide = rooms.guide.checked(checks)
        old = guide.unreviewed(today, REVIEW_DAYS)
        map_day = checks.get(MAP_CHECK)
        return self._reception.page(
            request,
            visit,
            "hr_procedures.html",
            map_day=map_day,
            map_old=map_day is None or (today - map_day).days > REVIEW_DAYS,
            map_check=MAP_CHECK,
            rows=sorted(
                (self._row(visit, each, each.id in old) for each in open_procedures(guide, rooms.policy)),
                key=lambda row: not row["old"],
            ),
            kept=request.query_params.get("done") == "checked",
        )

    async def check(self, request: Request) -> Response:
        """Somebody went through it today. Raises HTTPException 404 for what does not exist."""
        await self._reception.form(request)
        visit = await self._reception.visit(request)
        if isinstance(visit, Response):
            return visit
        entry = str(request.path_params["entry"])
        known = [procedure_check(each.id) for each in self._rooms.guide.procedures]
        if entry not in (MAP_CHECK, *known):
            raise HTTPException(404)
        await self._rooms.hr.check(visit.session, entry)
        return to("/hr/procedures?done=checked")

    def _row(self, visit: Visit, each: Procedure, old: bool) -> dict[str, object]:
        policy = self._rooms.policy
        words = Words(self._rooms.texts, visit.language, partial(policy_values, policy))
        owner = policy.door(each.owner)
        return {
            "check": procedure_check(each.id),
            "title": entry_title(words, each),
            "text": entry_text(words, each, self._rooms.guide, policy),
            "owner": owner.name[visit.language] if owner else words("library-owner-counsellors"),
            "on": each.verified_on,
            "old": old,
        }
