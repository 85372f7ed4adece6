"""Ending a contact at the desk, and saying in closed choices how it ended (C08, C27, C48)."""

import re
from enum import StrEnum
from typing import Final, TypeVar

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.web.desk_copies import declared
from bot.web.forms import Form
from bot.web.rooms import Rooms
from bot.web.staff import Reception, to
from handlers.closing import can_describe
from handlers.domain.case import Status
from handlers.domain.closing import Closing, Committee, Kind, Outcome, Way
from handlers.domain.copies import Copies
from handlers.domain.ids import CaseId

_CASE = re.compile(r"[0-9a-f]{32}")
_CHOICES: Final = {"outcome": tuple(Outcome), "way": tuple(Way), "committee": tuple(Committee)}

Choice = TypeVar("Choice", bound=StrEnum)


class ClosingPages:
    """The page on which a contact ends."""

    def __init__(self, rooms: Rooms, reception: Reception) -> None:
        self._desk, self._reception = rooms.desk, reception

    def routes(self) -> list[Route]:
        """The address of the page."""
        return [
            Route("/desk/closing/{case}", self.show, methods=["GET"]),
            Route("/desk/closing/{case}", self.close, methods=["POST"]),
        ]

    async def show(self, request: Request) -> Response:
        """The questions, each on "unknown". Raises HTTPException 404 when the case is not one's own."""
        visit = await self._reception.unlocked(request)
        if isinstance(visit, Response):
            return visit
        view = await self._desk.cases.open_case(visit.session, _id(request), visit.language)
        if view is None:
            raise HTTPException(404)
        case = view.case
        if not can_describe(case) and (case.status is not Status.OPEN or case.key_paused):
            return to(f"/desk/case/{case.id}")
        return self._reception.page(
            request,
            visit,
            "closing.html",
            view=view,
            choices=_CHOICES,
            kinds=tuple(Kind),
            copies=tuple(Copies),
            ended=case.status is Status.CLOSED,
        )

    async def close(self, request: Request) -> Response:
        """End the contact where it still runs, and count what was chosen; with `skip` nothing was chosen.

        Raises HTTPException 400 for a choice that is not on the page, 404 when the case is not one's own.
        """
        form = await self._reception.form(request)
        visit = await self._reception.unlocked(request)
        if isinstance(visit, Response):
            return visit
        case = _id(request)
        view = await self._desk.cases.open_case(visit.session, case, visit.language)
        if view is None:
            raise HTTPException(404)
        said = None if form.has("skip") else _said(form)
        own = declared(form)
        done = await self._desk.cases.close(visit.session, case, said)
        if done and own is not None:
            await self._desk.copies.declare(visit.session, own)
        told = "described" if said is not None and view.case.status is Status.CLOSED else "close"
        return to(f"/desk/case/{case}?done={told if done else 'gone'}")


def _said(form: Form) -> Closing:
    return Closing(
        outcome=_chosen(form, "outcome", Outcome),
        way=_chosen(form, "way", Way),
        committee=_chosen(form, "committee", Committee),
        kinds=frozenset(kind for kind in Kind if form.has(f"kind_{kind}")),
    )


def _chosen(form: Form, name: str, among: type[Choice]) -> Choice:
    try:
        return among(form.short(name) or "unknown")
    except ValueError:
        raise HTTPException(400) from None


def _id(request: Request) -> CaseId:
    case = str(request.path_params["case"])
    if not _CASE.fullmatch(case):
        raise HTTPException(404)
    return CaseId(case)
