"""HR's page to tell who asked for it that a new counsellor starts: one press, and a press to stop (C57).

HR writes nothing here and sees nobody: the words come from the list, and how many hear it is shown nowhere.
"""

from collections.abc import Awaitable, Callable
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.web.paper import Paper
from bot.web.rooms import Rooms
from bot.web.staff import Reception, to
from handlers.domain.ids import CounsellorId
from handlers.ports import DeskSession, Role

Does = Callable[[DeskSession], Awaitable[bool]]
"""What a press does; False when it changed nothing."""

NOTICES: Final = ("begun", "stopped", "not")


class AnnouncePages:
    """Who can be announced, and what was."""

    def __init__(self, rooms: Rooms, paper: Paper) -> None:
        self._rooms, self._announcements = rooms, rooms.hr.announcements
        self._reception = Reception(rooms, paper, Role.HR)

    def routes(self) -> list[Route]:
        """The addresses of announcements."""
        return [
            Route("/hr/announce", self.show, methods=["GET"]),
            Route("/hr/announce/{counsellor}", self.start, methods=["POST"]),
            Route("/hr/announce/{announcement}/stop", self.stop, methods=["POST"]),
        ]

    async def show(self, request: Request) -> Response:
        """What can be pressed, with the very words, and what was."""
        visit = await self._reception.visit(request)
        if isinstance(visit, Response):
            return visit
        roster, done = (await self._rooms.hr.page()).published, request.query_params.get("done", "")
        return self._reception.page(
            request,
            visit,
            "hr_announce.html",
            page=await self._announcements.page(),
            names={who.id: who.name for who in roster.counsellors},
            telegram=self._telegram,
            notice=f"hr-announce-{done}" if done in NOTICES else None,
        )

    async def start(self, request: Request) -> Response:
        """Begin. Nothing begins for who is not new, or without Telegram."""
        who = CounsellorId(str(request.path_params["counsellor"]))

        async def begin(hr: DeskSession) -> bool:
            return self._telegram and await self._announcements.start(hr, who)

        return await self._pressed(request, begin, "begun")

    async def stop(self, request: Request) -> Response:
        """Nobody more is told, from the next message on."""
        which = str(request.path_params["announcement"])
        return await self._pressed(request, lambda hr: self._announcements.stop(hr, which), "stopped")

    @property
    def _telegram(self) -> bool:
        return self._rooms.telegram_name is not None

    async def _pressed(self, request: Request, does: Does, done: str) -> Response:
        await self._reception.form(request)
        visit = await self._reception.visit(request)
        if isinstance(visit, Response):
            return visit
        return to(f"/hr/announce?done={done if await does(visit.session) else 'not'}")
