"""All pages as one ASGI application."""

from collections.abc import Iterable, Iterator

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.limits import Limits
from bot.rasa import RestChannel
from bot.web.chat import ChatPages
from bot.web.code import CodePages
from bot.web.cookies import desk_cookie, employee_cookie
from bot.web.desk import DeskPages
from bot.web.errors import ErrorPages
from bot.web.guard import Guard
from bot.web.hosts import Hosts
from bot.web.hr import HrPages
from bot.web.hr_announce import AnnouncePages
from bot.web.hr_checks import CheckPages
from bot.web.hr_council import CouncilPages
from bot.web.hr_help import help_listing
from bot.web.hr_history import HistoryPages
from bot.web.hr_map import MapPages
from bot.web.hr_photos import PhotoPages
from bot.web.hr_procedures import procedure_listing
from bot.web.hr_tasks import TaskPages
from bot.web.info import InfoPages
from bot.web.login import LoginPages
from bot.web.materials import MaterialPages
from bot.web.own_steps import OwnStepPages
from bot.web.paper import Paper
from bot.web.receipt import ReceiptPages
from bot.web.rooms import Rooms


def web_app(rooms: Rooms, more: Iterable[Route] = ()) -> Starlette:
    """The application with every page; `more` are routes of other channels (a Telegram webhook).

    Rasa's REST protocol is there only when `rooms.rest` says so.
    """
    paper, limits = Paper(rooms), Limits(rooms.clock)
    errors = ErrorPages(paper, employee_cookie(rooms.secure_cookies), desk_cookie(rooms.secure_cookies))
    chat = ChatPages(rooms, paper, limits)
    routes: list[Route] = [
        *InfoPages(rooms, paper).routes(),
        *chat.routes(),
        *CodePages(rooms, paper, limits, chat.give_back).routes(),
        *ReceiptPages(rooms, paper).routes(),
        *OwnStepPages(rooms, paper).routes(),
        *LoginPages(rooms, paper, limits).routes(),
        *DeskPages(rooms, paper, limits).routes(),
        *_of_hr(rooms, paper, limits),
        *more,
        Route("/favicon.ico", _nothing, methods=["GET"]),
        Route("/robots.txt", _robots, methods=["GET"]),
    ]
    if rooms.rest:
        routes += RestChannel(rooms.take, rooms.voice, limits).routes()
    guard = Middleware(Guard, secure=rooms.secure_cookies, leave_to=rooms.leave_to, broken=errors.broken)
    hosts = Middleware(
        Hosts,
        base_url=rooms.base_url,
        demo=rooms.demo,
        texts=rooms.texts,
        languages=rooms.policy.languages,
    )
    refused = {HTTPException: errors.refused}
    app = Starlette(routes=routes, middleware=[guard, hosts], exception_handlers=refused)
    app.router.redirect_slashes = False
    return app


def _of_hr(rooms: Rooms, paper: Paper, limits: Limits) -> Iterator[Route]:
    yield from HrPages(rooms, paper, limits).routes()
    for subject in (
        AnnouncePages,
        CouncilPages,
        MapPages,
        PhotoPages,
        TaskPages,
        HistoryPages,
        MaterialPages,
    ):
        yield from subject(rooms, paper).routes()
    for listing in (help_listing(rooms), procedure_listing(rooms)):
        yield from CheckPages(rooms, paper, listing).routes()


async def _nothing(_: Request) -> Response:
    return Response(status_code=204)


async def _robots(_: Request) -> Response:
    return Response("User-agent: *\nDisallow: /\n", media_type="text/plain")
