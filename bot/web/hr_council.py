"""The notice for the works council when an appointment ends: made here, sent by HR (C22, C72)."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.web.paper import Paper
from bot.web.rooms import Rooms
from bot.web.staff import Reception, to
from dialogues.render import full_date
from handlers.domain.ids import CounsellorId
from handlers.domain.roster import Counsellor, EndReason
from handlers.domain.roster_events import council_told
from handlers.ports import Role

COUNCIL = "or"
"""The id of the works council in the map of the policy."""


class CouncilPages:
    """Words to copy or print, and the record that they were made. Open Oor sends nothing."""

    def __init__(self, rooms: Rooms, paper: Paper) -> None:
        self._rooms, self._paper = rooms, paper
        self._reception = Reception(rooms, paper, Role.HR)

    def routes(self) -> list[Route]:
        """The addresses of the notice."""
        return [
            Route("/hr/council/{counsellor}", self.show, methods=["GET"]),
            Route("/hr/council/{counsellor}", self.make, methods=["POST"]),
        ]

    async def show(self, request: Request) -> Response:
        """The words. Raises HTTPException 404 for an appointment that does not end."""
        visit = await self._reception.visit(request)
        if isinstance(visit, Response):
            return visit
        page = await self._rooms.hr.page()
        who = page.published.get(CounsellorId(str(request.path_params["counsellor"])))
        if who is None or who.until is None:
            raise HTTPException(404)
        return self._reception.page(
            request,
            visit,
            "hr_council.html",
            who=who,
            council=next((door for door in self._rooms.policy.doors if door.id == COUNCIL), None),
            lines=self._lines(who, visit.language),
            told=council_told(page.events, who),
        )

    async def make(self, request: Request) -> Response:
        """Note that it was made. Raises HTTPException 404 for an appointment that does not end."""
        await self._reception.form(request)
        visit = await self._reception.visit(request)
        if isinstance(visit, Response):
            return visit
        who = CounsellorId(str(request.path_params["counsellor"]))
        if not await self._rooms.hr.tell_council(visit.session, who):
            raise HTTPException(404)
        return to(f"/hr/council/{who}")

    def _lines(self, who: Counsellor, language: str) -> list[str]:
        words = self._paper.words(language)
        last = full_date(who.until, language) if who.until else ""
        reason = who.reason or EndReason.OTHER.value
        if reason in list(EndReason):
            reason = words(f"hr-reason-{reason.replace('_', '-')}")
        lines = [
            words("hr-council-letter", name=who.name, day=last, reason=reason),
            words("hr-council-letter-act", decision=who.appointment),
        ]
        if who.protected_on:
            lines.append(words("hr-council-letter-protected", day=full_date(who.protected_on, language)))
        return [*lines, words("hr-council-letter-secrecy", name=who.name)]
