"""HR's page for the photo of a counsellor, and the address at which everyone sees it (C55)."""

import asyncio

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.photos import MOST_BYTES, NoPhoto, square
from bot.web.guard import PICTURES
from bot.web.paper import Paper
from bot.web.rooms import Rooms
from bot.web.staff import Reception, Visit, to
from bot.web.uploads import TooLarge, Upload, read_upload
from handlers.domain.ids import CounsellorId
from handlers.domain.roster import Counsellor
from handlers.ports import Role

JPEG = "image/jpeg"


class PhotoPages:
    """Upload, look, take away. One picture is read at a time, in a process of its own."""

    def __init__(self, rooms: Rooms, paper: Paper) -> None:
        self._rooms, self._photos = rooms, rooms.hr.photos
        self._reception = Reception(rooms, paper, Role.HR)
        self._one = asyncio.Lock()

    def routes(self) -> list[Route]:
        """The addresses of photos."""
        return [
            Route("/wie/photo/{picture}", self.everyone, methods=["GET"]),
            Route("/hr/photo/{counsellor}", self.show, methods=["GET"]),
            Route("/hr/photo/{counsellor}", self.add, methods=["POST"]),
            Route("/hr/photo/{counsellor}/square", self.drafted, methods=["GET"]),
            Route("/hr/photo/{counsellor}/away", self.take_away, methods=["POST"]),
        ]

    async def everyone(self, request: Request) -> Response:
        """A published photo; no cookie, nothing kept. Raises HTTPException 404 for any other."""
        body = await self._photos.body(str(request.path_params["picture"]))
        if body is None:
            raise HTTPException(404)
        return Response(body, media_type=JPEG)

    async def drafted(self, request: Request) -> Response:
        """The photo as it stands in the draft. Raises HTTPException 404 when there is none."""
        visit = await self._reception.visit(request)
        if isinstance(visit, Response):
            return visit
        found = await self._photos.of_draft(_asked(request))
        if found is None:
            raise HTTPException(404)
        return Response(found[1], media_type=JPEG)

    async def show(self, request: Request) -> Response:
        """The photo that is there, and the form for another one."""
        visit = await self._reception.visit(request)
        if isinstance(visit, Response):
            return visit
        return await self._page(request, visit, await self._who(request))

    async def add(self, request: Request) -> Response:
        """Make a small square of what was chosen and put it into the draft; otherwise say what is wrong."""
        visit = await self._reception.visit(request)
        if isinstance(visit, Response):
            return visit
        who = await self._who(request)
        try:
            upload = await read_upload(request, visit.cookie, base_url=self._rooms.base_url, most=MOST_BYTES)
            body = await self._square(upload)
        except TooLarge:
            return await self._page(request, visit, who, "too-large", status=413)
        except _Missing as missing:
            return await self._page(request, visit, who, str(missing), status=400)
        except NoPhoto as wrong:
            return await self._page(
                request, visit, who, wrong.ended.name.lower().replace("_", "-"), status=400
            )
        await self._photos.add(visit.session, who.id, body)
        return to(f"/hr/photo/{who.id}?done=kept")

    async def take_away(self, request: Request) -> Response:
        """Gone from every page at once; the list without it is published later."""
        await self._reception.form(request)
        visit = await self._reception.visit(request)
        if isinstance(visit, Response):
            return visit
        who = await self._who(request)
        await self._photos.take_away(visit.session, who.id)
        self._rooms.directories.forget()
        return to(f"/hr/photo/{who.id}?done=away")

    async def _square(self, upload: Upload) -> bytes:
        if not upload.file:
            raise _Missing("no-file")
        if upload.fields.get("agreed") != "yes":
            raise _Missing("not-agreed")
        async with self._one:
            return await square(upload.file)

    async def _who(self, request: Request) -> Counsellor:
        page = await self._rooms.hr.page()
        who = (page.draft or page.published).get(_asked(request))
        if who is None:
            raise HTTPException(404)
        return who

    async def _page(
        self, request: Request, visit: Visit, who: Counsellor, problem: str | None = None, status: int = 200
    ) -> Response:
        request.scope[PICTURES] = True
        found = await self._photos.of_draft(who.id)
        done = request.query_params.get("done", "")
        return self._reception.page(
            request,
            visit,
            "hr_photo.html",
            status=status,
            who=who,
            picture=found[0] if found else None,
            problem=problem and f"hr-photo-{problem}",
            notice=f"hr-photo-{done}" if done in ("kept", "away") and not problem else None,
            most=MOST_BYTES // 1024 // 1024,
        )


class _Missing(Exception):
    """What was not filled in, as the end of the text that says so."""


def _asked(request: Request) -> CounsellorId:
    return CounsellorId(str(request.path_params["counsellor"]))
