"""HR's page of the organisation: bodies, contacts, who is there instead, and where the accused go (C39).

What is about counsellors belongs to the list and is changed there; everything else stands in policy.yml, and
this page says so. It is what the chat shows, from the same source. That the whole of it is right is marked
here, once a year; that a contact still answers is marked on the page of help lines.
"""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.web.hr_checks import Entry, is_old
from bot.web.paper import Paper
from bot.web.rooms import Rooms
from bot.web.staff import Reception, to
from handlers.domain.coverage import stand_ins, uncovered
from handlers.domain.policy import MAP_CHECK, REVIEW_DAYS, Door
from handlers.domain.roster import Absence, Counsellor
from handlers.ports import Role

SUBJECTS = ("manager", "board", "hr")
"""Bodies of which somebody can be the other person: there must be somebody else then (A10)."""

Away = tuple[Absence, tuple[Counsellor, ...]]
"""A time that somebody is not there, and who is."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A body, and where employees are pointed to when it is about somebody of it."""

    id: str
    door: Door | None
    instead: tuple[Door, ...]


class MapPages:
    """Everything on one page, with what is missing said first."""

    def __init__(self, rooms: Rooms, paper: Paper) -> None:
        self._rooms = rooms
        self._reception = Reception(rooms, paper, Role.HR)

    def routes(self) -> list[Route]:
        """The addresses of the map."""
        return [
            Route("/hr/map", self.show, methods=["GET"]),
            Route(f"/hr/map/{MAP_CHECK}", self.check, methods=["POST"]),
        ]

    async def show(self, request: Request) -> Response:
        """The map as it is published, and the list of counsellors as HR is changing it."""
        visit = await self._reception.visit(request)
        if isinstance(visit, Response):
            return visit
        page, policy = await self._rooms.hr.page(), self._rooms.policy
        roster, today = page.holds, self._rooms.clock.now().date()
        people: list[tuple[Counsellor, list[Away]]] = [
            (
                who,
                [(each, stand_ins(roster, who, each, today)) for each in who.absences if each.until >= today],
            )
            for who in roster.active(today)
        ]
        day = (await self._rooms.hr.checks()).get(MAP_CHECK)
        whole = self._rooms.texts.format("hr-map-title", visit.language)
        return self._reception.page(
            request,
            visit,
            "hr_map.html",
            entry=Entry(MAP_CHECK, whole, day, is_old(day, today, REVIEW_DAYS)),
            to_check="/hr/map",
            kept=request.query_params.get("done") == "checked",
            people=people,
            uncovered=uncovered(roster, today),
            draft=page.draft is not None,
            inside=[door for door in policy.doors if door.inside],
            outside=[door for door in policy.doors if not door.inside],
            subjects=[Subject(each, policy.door(each), policy.instead(each)) for each in SUBJECTS],
            accused=policy.accused_bodies,
        )

    async def check(self, request: Request) -> Response:
        """Somebody looked at the whole of it today."""
        await self._reception.form(request)
        visit = await self._reception.visit(request)
        if isinstance(visit, Response):
            return visit
        await self._rooms.hr.check(visit.session, MAP_CHECK)
        return to("/hr/map?done=checked")
