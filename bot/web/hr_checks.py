"""What HR looks at from time to time, with the day of the last look, and "looked at today" (C20, C36).

Which body, contact or text is changed where is said on each of these pages in the same words. Nothing is said
or kept about who of the employees looked at what.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.web.paper import Paper
from bot.web.rooms import Rooms
from bot.web.staff import Reception, to
from handlers.ports import Role

Checks = Mapping[str, date]
"""On which day each was last looked at, by its id."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One of them; `checked_on` None: never. `how` it is reached, or the `text` that employees read."""

    id: str
    name: str
    checked_on: date | None
    old: bool
    how: str = ""
    owner: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of entries, in a language: where it is, how it is drawn, what stands on it."""

    path: str
    template: str
    entries: Callable[[Checks, str], list[Entry]]
    days: int  # after so many it is asked again


class CheckPages:
    """One such page: shown with what is too old first, and marked entry by entry."""

    def __init__(self, rooms: Rooms, paper: Paper, listing: Listing) -> None:
        self._rooms, self._listing = rooms, listing
        self._reception = Reception(rooms, paper, Role.HR)

    def routes(self) -> list[Route]:
        """The addresses of this page."""
        path = self._listing.path
        return [
            Route(path, self.show, methods=["GET"]),
            Route(f"{path}/{{entry}}", self.check, methods=["POST"]),
        ]

    async def show(self, request: Request) -> Response:
        """All of them."""
        visit = await self._reception.visit(request)
        if isinstance(visit, Response):
            return visit
        entries = self._listing.entries(await self._rooms.hr.checks(), visit.language)
        return self._reception.page(
            request,
            visit,
            self._listing.template,
            entries=sorted(entries, key=lambda entry: not entry.old),
            to_check=self._listing.path,
            days=self._listing.days,
            kept=request.query_params.get("done") == "checked",
        )

    async def check(self, request: Request) -> Response:
        """Somebody looked at it today. Raises HTTPException 404 for what does not exist."""
        await self._reception.form(request)
        visit = await self._reception.visit(request)
        if isinstance(visit, Response):
            return visit
        entry = str(request.path_params["entry"])
        if entry not in [known.id for known in self._listing.entries({}, visit.language)]:
            raise HTTPException(404)
        await self._rooms.hr.check(visit.session, entry)
        return to(f"{self._listing.path}?done=checked")


def is_old(day: date | None, today: date, most: int) -> bool:
    """Whether the last look is longer ago than so many days, or there was none."""
    return day is None or (today - day).days > most
