"""Notices on the counsellor's own Telegram: begin with a one-time link, or stop (C40)."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.web.rooms import Rooms
from bot.web.staff import Reception, Visit, to
from dialogues.private import Private
from handlers.ports import LinkPurpose, Work


class TelegramPages:
    """The page about Telegram."""

    def __init__(self, rooms: Rooms, reception: Reception) -> None:
        self._rooms, self._reception = rooms, reception

    def routes(self) -> list[Route]:
        """The addresses of the page."""
        return [
            Route("/desk/telegram", self.show, methods=["GET"]),
            Route("/desk/telegram", self.link, methods=["POST"]),
            Route("/desk/telegram/stop", self.stop, methods=["POST"]),
        ]

    async def show(self, request: Request) -> Response:
        """Whether notices go to Telegram."""
        visit = await self._reception.unlocked(request)
        return visit if isinstance(visit, Response) else await self._page(request, visit)

    async def link(self, request: Request) -> Response:
        """A link that works once, for a quarter of an hour."""
        await self._reception.form(request)
        visit = await self._reception.unlocked(request)
        if isinstance(visit, Response):
            return visit
        token = None
        if self._rooms.telegram_name is not None:
            token = await self._rooms.desk.logins.link(visit.session.staff.id, LinkPurpose.TELEGRAM)
        return await self._page(request, visit, token)

    async def stop(self, request: Request) -> Response:
        """No more notices on Telegram; the address is forgotten."""
        await self._reception.form(request)
        visit = await self._reception.unlocked(request)
        if isinstance(visit, Response):
            return visit
        staff = visit.session.staff.id
        await self._rooms.store.write(lambda work: work.reaches.set_staff(staff, None))
        return to("/desk/telegram?done=stop")

    async def _page(self, request: Request, visit: Visit, token: Private | None = None) -> Response:
        staff = visit.session.staff.id

        def is_on(work: Work) -> bool:
            return work.reaches.of_staff(staff) is not None

        return self._reception.page(
            request,
            visit,
            "telegram.html",
            bot=self._rooms.telegram_name,
            token=token,
            linked=await self._rooms.store.read(is_on),
            stopped=request.query_params.get("done") == "stop",
        )
