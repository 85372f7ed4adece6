"""HR lets a counsellor begin again: what that ends is said first, and the link is shown once (C43)."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.web.rooms import Rooms
from bot.web.staff import Reception, Visit
from handlers.domain.ids import CounsellorId
from handlers.domain.roster import Counsellor
from handlers.ports import Staff


class InvitePages:
    """The page says the same whether there was a login or not: HR learns nothing of it."""

    def __init__(self, rooms: Rooms, reception: Reception) -> None:
        self._rooms, self._reception = rooms, reception

    def routes(self) -> list[Route]:
        """The address of the page, to look and to do."""
        return [
            Route("/hr/invite/{counsellor}", self.show, methods=["GET"]),
            Route("/hr/invite/{counsellor}", self.invite, methods=["POST"]),
        ]

    async def show(self, request: Request) -> Response:
        """What a new invitation ends, before anything is done."""
        visit = await self._reception.visit(request)
        if isinstance(visit, Response):
            return visit
        who, _ = await self._found(request)
        return self._page(request, visit, who, None)

    async def invite(self, request: Request) -> Response:
        """End what there was and show the link, this once."""
        await self._reception.form(request)
        visit = await self._reception.visit(request)
        if isinstance(visit, Response):
            return visit
        who, staff = await self._found(request)
        token = await self._rooms.desk.invitations.invite(staff.id, visit.session.staff.id)
        if token is None:
            raise HTTPException(404)
        self._rooms.directories.forget()
        return self._page(request, visit, who, token)

    async def _found(self, request: Request) -> tuple[Counsellor, Staff]:
        """Raises HTTPException 404 for who is not published or has no login any more."""
        wanted = CounsellorId(str(request.path_params["counsellor"]))
        who = (await self._rooms.directories.now()).roster.get(wanted)
        staff = await self._rooms.store.read(lambda work: work.desk.staff_of(wanted))
        if who is None or staff is None or staff.ended:
            raise HTTPException(404)
        return who, staff

    def _page(self, request: Request, visit: Visit, who: Counsellor, token: object) -> Response:
        return self._reception.page(
            request, visit, "hr_invite.html", who=who, token=token, home=self._rooms.base_url
        )
