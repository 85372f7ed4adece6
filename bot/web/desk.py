"""The counsellor's desk: passphrase, lock, inbox, logging out (C35, C40)."""

import re
from collections.abc import Awaitable, Callable
from datetime import date, timedelta

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.limits import Deed, Limits
from bot.web.desk_absence import AbsencePages
from bot.web.desk_cases import CasePages
from bot.web.desk_closing import ClosingPages
from bot.web.desk_copies import CopiesPages
from bot.web.desk_keys import KeyPages
from bot.web.desk_library import LibraryPages
from bot.web.desk_pings import PingPages
from bot.web.desk_pressure import PressurePages
from bot.web.desk_steps import StepPages
from bot.web.desk_weighing import WeighingPages
from bot.web.paper import Paper
from bot.web.rooms import Rooms
from bot.web.staff import Reception, Visit, to
from bot.web.ways import WayPages
from handlers.domain.case import Status
from handlers.domain.errors import CannotOpen, Locked, StorageError
from handlers.ports import Role

GROUPS = (
    ("waiting", (Status.WAITING,)),
    ("open", (Status.OPEN,)),
    ("closed", (Status.CLOSED,)),
    ("declined", (Status.DECLINED,)),
    ("handed-over", (Status.HANDED_OVER,)),
    ("withdrawn", (Status.WITHDRAWN,)),
)
NEW_FOR = timedelta(days=7)
"""So long the inbox says that there is a new way to log in."""

_INSIDE = re.compile(r"/desk(/[a-z0-9/-]{0,80})?")


class DeskPages:
    """Every page of a counsellor."""

    def __init__(self, rooms: Rooms, paper: Paper, limits: Limits) -> None:
        self._desk, self._limits, self._clock = rooms.desk, limits, rooms.clock
        self._reception = Reception(rooms, paper, Role.COUNSELLOR)
        self._others = (
            CasePages(rooms, self._reception),
            ClosingPages(rooms, self._reception),
            StepPages(rooms, self._reception),
            LibraryPages(rooms, self._reception),
            KeyPages(rooms, self._reception),
            PingPages(rooms, self._reception, limits),
            PressurePages(rooms, self._reception),
            AbsencePages(rooms, self._reception),
            WeighingPages(rooms, self._reception),
            CopiesPages(rooms, self._reception),
            WayPages(rooms, self._reception, limits, "desk"),
        )

    def routes(self) -> list[Route]:
        """The addresses of the desk."""
        posts: dict[str, Callable[[Request], Awaitable[Response]]] = {
            "/desk/phrase": self.set_phrase,
            "/desk/unlock": self.unlock,
            "/desk/lock": self.lock,
            "/desk/awake": self.awake,
            "/desk/leave": self.leave,
            "/desk/leave-everywhere": self.leave_everywhere,
        }
        return [
            Route("/desk", self.inbox, methods=["GET"]),
            *(Route(path, page, methods=["POST"]) for path, page in posts.items()),
            *(route for pages in self._others for route in pages.routes()),
        ]

    async def inbox(self, request: Request) -> Response:
        """Own cases, longest waiting first."""
        visit = await self._reception.unlocked(request)
        if isinstance(visit, Response):
            return visit
        rows = await self._desk.cases.inbox(visit.session, visit.language)
        groups = [(name, [row for row in rows if row.case.status in statuses]) for name, statuses in GROUPS]
        return self._reception.page(
            request,
            visit,
            "inbox.html",
            groups=[group for group in groups if group[1]],
            trouble=await self._key_trouble(visit),
            way_since=await self._way_since(visit),
            leaving_on=await self._desk.copies.leaving_on(visit.session),
            away=await self._desk.absence.today(visit.session),
            unreached=await self._desk.pings.is_failing(visit.session),
        )

    async def set_phrase(self, request: Request) -> Response:
        """The first passphrase; makes the key."""
        form, visit = await self._reception.form(request), await self._reception.visit(request)
        if isinstance(visit, Response):
            return visit
        phrase, problem = form.words("phrase"), "different"
        if phrase == form.words("again"):
            problem = await self._desk.keys.set_passphrase(visit.cookie, visit.session, phrase) or ""
        if problem in ("too_short", "different"):
            return self._reception.door(request, visit, f"desk-phrase-{problem.replace('_', '-')}")
        return to("/desk" if problem else "/desk/keys")

    async def unlock(self, request: Request) -> Response:
        """Open the desk with the passphrase, and go on where one was."""
        form, visit = await self._reception.form(request), await self._reception.visit(request)
        if isinstance(visit, Response):
            return visit
        where = form.short("next")
        # Spent before it is tried: guesses sent all at once count like guesses one after the other.
        if not self._limits.spend(Deed.UNLOCK, visit.holder):
            return self._reception.door(request, visit, "desk-unlock-slow")
        if not await self._desk.keys.unlock(visit.cookie, visit.session, form.words("phrase")):
            return self._reception.door(request, visit, "desk-unlock-wrong")
        self._limits.give_back(Deed.UNLOCK, visit.holder)
        return to(where if _INSIDE.fullmatch(where) else "/desk")

    async def lock(self, request: Request) -> Response:
        """Close the desk; the session stays."""
        await self._reception.form(request)
        visit = await self._reception.visit(request)
        if isinstance(visit, Response):
            return visit
        await self._desk.keys.lock(visit.cookie)
        return to("/desk")

    async def awake(self, request: Request) -> Response:
        """Somebody is typing: that counts as being there."""
        await self._reception.form(request)
        visit = await self._reception.visit(request)
        return visit if isinstance(visit, Response) else Response(status_code=204)

    async def leave(self, request: Request) -> Response:
        """Log out here."""
        await self._reception.form(request)
        visit = await self._reception.visit(request)
        if isinstance(visit, Response):
            return visit
        await self._desk.logins.leave(visit.cookie)
        return self._reception.closed(request)

    async def leave_everywhere(self, request: Request) -> Response:
        """Log out on every device."""
        await self._reception.form(request)
        visit = await self._reception.visit(request)
        if isinstance(visit, Response):
            return visit
        await self._desk.logins.leave_everywhere(visit.session.staff.id)
        return self._reception.closed(request)

    async def _way_since(self, visit: Visit) -> date | None:
        """The day of the newest way to log in, for a week: a notice says only that there is something."""
        try:
            days = (await self._desk.passkeys.ways(visit.session.staff.id)).made_on
        except CannotOpen:
            return None  # the page of ways says so
        newest = max(days, default=None)
        today = self._clock.now().date()
        return newest if newest is not None and today - newest < NEW_FOR else None

    async def _key_trouble(self, visit: Visit) -> str | None:
        """Why this counsellor receives nothing new now, if that is so."""
        try:
            keys = await self._desk.keys.shown()
        except Locked:
            raise
        except StorageError:
            return "desk-keys-broken"
        own = [key for key in keys if key.counsellor == visit.session.staff.counsellor]
        return None if any(key.confirmed for key in own) else "desk-keys-own-waiting"
