"""Declaring that nothing of one's own is left when a contact, or an appointment, is over (C43)."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.web.forms import Form
from bot.web.rooms import Rooms
from bot.web.staff import Reception, to
from handlers.domain.copies import Copies

FIELD = "copies"


class CopiesPages:
    """The page of the declaration."""

    def __init__(self, rooms: Rooms, reception: Reception) -> None:
        self._copies, self._reception = rooms.desk.copies, reception

    def routes(self) -> list[Route]:
        """The address of the page."""
        return [
            Route("/desk/copies", self.show, methods=["GET"]),
            Route("/desk/copies", self.declare, methods=["POST"]),
        ]

    async def show(self, request: Request) -> Response:
        """The choices, and what becomes of them."""
        visit = await self._reception.unlocked(request)
        if isinstance(visit, Response):
            return visit
        return self._reception.page(
            request,
            visit,
            "copies.html",
            choices=tuple(Copies),
            leaving_on=await self._copies.leaving_on(visit.session),
            declared=request.query_params.get("done") == "declared",
        )

    async def declare(self, request: Request) -> Response:
        """Note it. Raises HTTPException 400 for a choice that is not on the page."""
        form = await self._reception.form(request)
        visit = await self._reception.unlocked(request)
        if isinstance(visit, Response):
            return visit
        said = declared(form)
        if said is None:
            return to("/desk/copies")
        await self._copies.declare(visit.session, said)
        return to("/desk/copies?done=declared")


def declared(form: Form) -> Copies | None:
    """What was chosen; None when nothing was. Raises HTTPException 400 for anything else."""
    chosen = form.short(FIELD)
    try:
        return Copies(chosen) if chosen else None
    except ValueError:
        raise HTTPException(400) from None
