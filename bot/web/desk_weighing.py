"""Weighing whether secrecy may be broken: a page to think with, and a sheet to print (C42, A03).

Choices only, in closed sets: no words are typed, nothing is kept, noted or sent, and no case is looked at.
"""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.web.forms import Form
from bot.web.rooms import Rooms
from bot.web.staff import Reception
from handlers.domain.weighing import Answer, Condition, unmet


class WeighingPages:
    """The questions, and what the answers come to."""

    def __init__(self, rooms: Rooms, reception: Reception) -> None:
        self._rooms, self._reception = rooms, reception

    def routes(self) -> list[Route]:
        """The address of the page."""
        return [
            Route("/desk/weighing", self.show, methods=["GET"]),
            Route("/desk/weighing", self.weigh, methods=["POST"]),
        ]

    async def show(self, request: Request) -> Response:
        """The questions; none is answered beforehand."""
        visit = await self._reception.unlocked(request)
        if isinstance(visit, Response):
            return visit
        limits = self._rooms.policy.secrecy_limits.get(visit.language, "")
        return self._reception.page(
            request, visit, "weighing.html", limits=limits, conditions=tuple(Condition), answers=tuple(Answer)
        )

    async def weigh(self, request: Request) -> Response:
        """The sheet; it says that secrecy stays while anything is not surely so.

        Raises HTTPException 400 for an answer that is not on the page.
        """
        form = await self._reception.form(request)
        visit = await self._reception.unlocked(request)
        if isinstance(visit, Response):
            return visit
        answers = {each: _answer(form, each) for each in Condition}
        return self._reception.page(
            request,
            visit,
            "weighed.html",
            answers=answers,
            unmet=unmet(answers),
            today=self._rooms.clock.now().date(),
        )


def _answer(form: Form, condition: Condition) -> Answer:
    try:
        return Answer(form.short(condition.value) or Answer.UNSURE.value)
    except ValueError:
        raise HTTPException(400) from None
