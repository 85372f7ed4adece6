"""Keys of colleagues: compare digits, then confirm. A key nobody confirmed receives nothing (KEYS.md)."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.web.rooms import Rooms
from bot.web.staff import Reception, to
from handlers.domain.errors import Locked, StorageError
from handlers.domain.ids import CounsellorId


class KeyPages:
    """The page of all keys."""

    def __init__(self, rooms: Rooms, reception: Reception) -> None:
        self._desk, self._directories, self._reception = rooms.desk, rooms.directories, reception

    def routes(self) -> list[Route]:
        """The addresses of the keys."""
        return [
            Route("/desk/keys", self.show, methods=["GET"]),
            Route("/desk/keys/{counsellor}", self.confirm, methods=["POST"]),
        ]

    async def show(self, request: Request) -> Response:
        """Every counsellor's fingerprint; a key that somebody changed in the database is reported."""
        visit = await self._reception.unlocked(request)
        if isinstance(visit, Response):
            return visit
        try:
            keys = await self._desk.keys.shown()
            broken = False
        except Locked:
            raise
        except StorageError:
            keys, broken = [], True
        roster = (await self._directories.now()).roster
        named = [(key, who.name if (who := roster.get(key.counsellor)) else key.counsellor) for key in keys]
        mine = visit.session.staff.counsellor
        done = roster.get(CounsellorId(request.query_params.get("done", "")))
        return self._reception.page(
            request,
            visit,
            "keys.html",
            own=[key for key, _ in named if key.counsellor == mine],
            others=[(key, name) for key, name in named if key.counsellor != mine],
            broken=broken,
            done=done.name if done else None,
            failed="failed" in request.query_params,
        )

    async def confirm(self, request: Request) -> Response:
        """The digits on the page are the same. Raises HTTPException 404 for who has no key."""
        form = await self._reception.form(request)
        visit = await self._reception.unlocked(request)
        if isinstance(visit, Response):
            return visit
        counsellor = CounsellorId(str(request.path_params["counsellor"]))
        if counsellor not in [key.counsellor for key in await self._desk.keys.shown()]:
            raise HTTPException(404)
        if not await self._desk.keys.confirm(visit.session, counsellor, form.short("shown")):
            return to("/desk/keys?failed=1")
        self._directories.forget()
        return to(f"/desk/keys?done={counsellor}")
