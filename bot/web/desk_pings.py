"""How a counsellor wants to be told that something waits: Telegram, e-mail, or more of them (C40)."""

import re

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.limits import Deed, Limits
from bot.web.rooms import Rooms
from bot.web.staff import Reception, Visit, to
from dialogues.private import Private
from handlers.domain.pings import WayKind, hint
from handlers.ports import LinkPurpose

DONE = {
    "confirmed": "desk-pings-confirmed",
    "sent": "desk-pings-sent",
    "removed": "desk-pings-removed",
    "stop": "desk-telegram-stopped",
}
WRONG = {
    "wrong": "desk-pings-number-wrong",
    "forgotten": "desk-pings-forgotten",
    "gone": "desk-pings-gone",
    "many": "desk-pings-many",
    "double": "desk-pings-double",
    "slow": "desk-pings-slow",
    "form": "desk-pings-form",
}
_WAY = re.compile("[0-9a-f]{32}")


class PingPages:
    """The page of all ways to be told."""

    def __init__(self, rooms: Rooms, reception: Reception, limits: Limits) -> None:
        self._rooms, self._reception, self._limits = rooms, reception, limits
        self._ways = rooms.desk.pings

    def routes(self) -> list[Route]:
        """The addresses of the page."""
        return [
            Route("/desk/pings", self.show, methods=["GET"]),
            Route("/desk/pings/telegram", self.link, methods=["POST"]),
            Route("/desk/pings/telegram/stop", self.stop, methods=["POST"]),
            Route("/desk/pings/add/{kind}", self.add, methods=["POST"]),
            Route("/desk/pings/{way}/confirm", self.confirm, methods=["POST"]),
            Route("/desk/pings/{way}/remove", self.remove, methods=["POST"]),
        ]

    async def show(self, request: Request) -> Response:
        """The ways that are there, and those that can be added."""
        visit = await self._reception.unlocked(request)
        return visit if isinstance(visit, Response) else await self._page(request, visit)

    async def link(self, request: Request) -> Response:
        """A link to Telegram that works once, for a quarter of an hour."""
        await self._reception.form(request)
        visit = await self._reception.unlocked(request)
        if isinstance(visit, Response):
            return visit
        token = None
        if self._rooms.telegram_name is not None:
            token = await self._rooms.desk.logins.link(visit.session.staff.id, LinkPurpose.TELEGRAM)
        return await self._page(request, visit, token)

    async def stop(self, request: Request) -> Response:
        """No more pings on Telegram; the address is forgotten."""
        await self._reception.form(request)
        visit = await self._reception.unlocked(request)
        if isinstance(visit, Response):
            return visit
        staff = visit.session.staff.id
        await self._rooms.store.write(lambda work: work.reaches.set_staff(staff, None))
        return to("/desk/pings?done=stop")

    async def add(self, request: Request) -> Response:
        """A test message to this address. Raises HTTPException 404 for a kind that is off."""
        form = await self._reception.form(request)
        visit = await self._reception.unlocked(request)
        if isinstance(visit, Response):
            return visit
        kind = request.path_params["kind"]
        if kind not in self._rooms.ways:
            raise HTTPException(404)
        if not self._limits.spend(Deed.PING, visit.cookie):
            return to("/desk/pings?failed=slow")
        problem = await self._ways.add(
            visit.session,
            WayKind(kind),
            form.words("address"),
            language=visit.language,
            neutral=form.has("neutral"),
        )
        return to(f"/desk/pings?failed={problem}#{kind}" if problem else "/desk/pings?done=sent")

    async def confirm(self, request: Request) -> Response:
        """The number of the test message."""
        form = await self._reception.form(request)
        visit = await self._reception.unlocked(request)
        if isinstance(visit, Response):
            return visit
        answer = await self._ways.confirm(visit.session, _way(request), form.words("number"))
        return to(f"/desk/pings?{'done' if answer == 'confirmed' else 'failed'}={answer}")

    async def remove(self, request: Request) -> Response:
        """Nothing more along this way; the address is forgotten."""
        await self._reception.form(request)
        visit = await self._reception.unlocked(request)
        if isinstance(visit, Response):
            return visit
        removed = await self._ways.remove(visit.session, _way(request))
        return to(f"/desk/pings?{'done=removed' if removed else 'failed=gone'}")

    async def _page(self, request: Request, visit: Visit, token: Private | None = None) -> Response:
        staff, policy = visit.session.staff.id, self._rooms.policy
        query = request.query_params
        return self._reception.page(
            request,
            visit,
            "pings.html",
            bot=self._rooms.telegram_name,
            token=token,
            linked=await self._rooms.store.read(lambda work: work.reaches.is_linked(staff)),
            ways=[(way, hint(way.kind, way.address)) for way in await self._ways.of(visit.session)],
            kinds=sorted(self._rooms.ways),
            at_once=policy.pings_immediate,
            times=", ".join(f"{each:%H:%M}" for each in policy.pings_at),
            done=DONE.get(query.get("done", "")),
            wrong=WRONG.get(query.get("failed", "")),
        )


def _way(request: Request) -> str:
    way = str(request.path_params["way"])
    if not _WAY.fullmatch(way):
        raise HTTPException(404)
    return way
