"""HR's page with posters, cards, contact cards and the block for the intranet (C39, C55, C57, C58)."""

import asyncio
from collections.abc import Callable
from functools import partial

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.materials import (
    Entrance,
    Facts,
    Printed,
    Wording,
    can_print,
    contact_cards,
    facts_of,
    intranet_block,
    printed,
)
from bot.web.paper import Paper
from bot.web.rooms import Rooms
from bot.web.staff import Reception
from handlers.domain.coverage import uncovered
from handlers.ports import Role

VCARD = "counsellors.vcf"
BLOCK = "intranet.html"
PDF = "application/pdf"


class MaterialPages:
    """Everything comes from the roster as it is published at this moment, never from the draft."""

    def __init__(self, rooms: Rooms, paper: Paper) -> None:
        self._rooms = rooms
        self._reception = Reception(rooms, paper, Role.HR)

    def routes(self) -> list[Route]:
        """The addresses of HR's materials."""
        return [
            Route("/hr/materials", self.list, methods=["GET"]),
            Route("/hr/materials/{language}/{file}", self.file, methods=["GET"]),
        ]

    async def list(self, request: Request) -> Response:
        """What can be made, in every language, and why something cannot be."""
        visit = await self._reception.visit(request)
        if isinstance(visit, Response):
            return visit
        facts = [await self._facts(language) for language in self._rooms.policy.languages]
        page, today = await self._rooms.hr.page(), self._rooms.clock.now().date()
        roster = (await self._rooms.directories.now()).roster
        return self._reception.page(
            request,
            visit,
            "hr_materials.html",
            blocks=[(each.language, intranet_block(each)) for each in facts],
            printed=[what.value for what in Printed],
            can_print=can_print(),
            nobody=not facts[0].people,
            draft=page.draft is not None,
            missing=roster.missing(today),
            uncovered=uncovered(roster, today),
            local=None if self._rooms.secure_cookies else self._rooms.base_url,
        )

    async def file(self, request: Request) -> Response:
        """One file to keep. Raises HTTPException 404 for a language or material that does not exist."""
        visit = await self._reception.visit(request)
        if isinstance(visit, Response):
            return visit
        language, name = request.path_params["language"], request.path_params["file"]
        make = _makers().get(name)
        if language not in self._rooms.policy.languages or make is None:
            raise HTTPException(404)
        facts = await self._facts(language)
        if not facts.people:
            raise HTTPException(404)
        kind, content = await asyncio.to_thread(make, facts)
        shown = f'attachment; filename="open-oor-{language}-{name}"'
        return Response(content, media_type=kind, headers={"content-disposition": shown})

    async def _facts(self, language: str) -> Facts:
        rooms = self._rooms
        return facts_of(
            (await rooms.directories.now()).roster,
            Wording(rooms.texts, rooms.policy, language),
            Entrance(rooms.base_url, rooms.telegram_name),
            rooms.clock.now().date(),
            await rooms.hr.photos.published(),
        )


Maker = Callable[[Facts], tuple[str, bytes]]


def _makers() -> dict[str, Maker]:
    """File name -> what makes it; a PDF only where it can be made."""
    makers: dict[str, Maker] = {
        VCARD: lambda facts: ("text/vcard", contact_cards(facts).encode()),
        BLOCK: lambda facts: ("text/html", intranet_block(facts).encode()),
    }
    if can_print():
        makers |= {f"{what.value}.pdf": partial(_pdf, what) for what in Printed}
    return makers


def _pdf(what: Printed, facts: Facts) -> tuple[str, bytes]:
    return PDF, printed(what, facts)
