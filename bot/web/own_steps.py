"""The employee's own page of steps: what was proposed, chosen and done; to read, keep and print."""

import asyncio
import re

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.materials import can_print
from bot.materials.step import step_paper
from bot.web.cookies import employee_cookie
from bot.web.paper import Paper
from bot.web.rooms import Rooms
from handlers.domain.proposals import Decision
from handlers.ports import Channel
from handlers.screen import Step

_FILE = re.compile(r"([0-9a-f]{32})\.(txt|pdf)")
KEPT = (Decision.CHOSEN, Decision.DONE)
"""What can be taken along: words that the employee agreed to."""


class OwnStepPages:
    """Only for the browser that holds the conversation, and only while it is open."""

    def __init__(self, rooms: Rooms, paper: Paper) -> None:
        self._rooms, self._paper = rooms, paper
        self._cookie = employee_cookie(rooms.secure_cookies)

    def routes(self) -> list[Route]:
        """The addresses of the employee's steps."""
        return [
            Route("/chat/steps", self.show, methods=["GET"]),
            Route("/chat/steps/{file}", self.file, methods=["GET"]),
        ]

    async def show(self, request: Request) -> Response:
        """Every step, newest first."""
        language, steps = await self._steps(request)
        return self._paper.page(
            request, "own_steps.html", language=language, steps=steps, kept=KEPT, can_print=can_print()
        )

    async def file(self, request: Request) -> Response:
        """The agreed words of one step as a file. Raises HTTPException 404 for any other."""
        language, steps = await self._steps(request)
        named = _FILE.fullmatch(str(request.path_params["file"]))
        found = next((each for each in steps if named and each.proposal.id == named[1]), None)
        if named is None or found is None or found.proposal.decision not in KEPT:
            raise HTTPException(404)
        if named[2] == "txt":
            return _download(found.plan.text.reveal().encode() + b"\n", "text/plain", "txt")
        if not can_print():
            raise HTTPException(404)
        words = self._paper.words(language)
        return _download(
            await asyncio.to_thread(step_paper, found.plan, words, language), "application/pdf", "pdf"
        )

    async def _steps(self, request: Request) -> tuple[str, list[Step]]:
        token = self._cookie.read(request)
        found = await self._rooms.screens.steps(Channel.WEB, token) if token else None
        if found is None:
            raise HTTPException(404)
        return self._paper.language(request), found


def _download(content: bytes, kind: str, ending: str) -> Response:
    shown = {"content-disposition": f'attachment; filename="step.{ending}"'}
    return Response(content, media_type=kind, headers=shown)
