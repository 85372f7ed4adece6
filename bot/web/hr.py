"""HR's pages: list, add, change, preview, publish (C22, C24, C55, C73).

HR sees no case and no count: every page of the desk is a page that does not exist for HR.
"""

from dataclasses import dataclass, field
from hashlib import blake2b

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.limits import Limits
from bot.web.guard import PICTURES
from bot.web.hr_form import (
    ABSENCES,
    LABELS,
    Values,
    first_values,
    id_of,
    needed,
    parse,
    read_values,
    values_of,
    wrong_fields,
)
from bot.web.hr_invite import InvitePages
from bot.web.paper import Paper
from bot.web.rooms import Rooms
from bot.web.staff import Reception, Visit, to
from bot.web.ways import WayPages
from handlers.domain.absence import share_days
from handlers.domain.errors import Locked, Stale, StorageError
from handlers.domain.ids import CounsellorId
from handlers.domain.roster import Counsellor, EndReason, Gender, NoManOrWoman, OtherRole, WorksCouncil
from handlers.facts import roster_text
from handlers.hr import RosterPage, entry_mark
from handlers.ports import Role
from handlers.words import Words

NOTICES = {
    "saved": "hr-saved",
    "nothing": "hr-publish-nothing",
    "changed": "hr-publish-changed",
    "busy": "hr-publish-busy",
    "rule": "hr-rule",
    "introduced": "hr-introduced",
    "not-introduced": "hr-introduced-day",
}


@dataclass(frozen=True, slots=True)
class Entered:
    """What the form of one counsellor shows: the fields as typed, and what came of saving them."""

    values: Values
    who: Counsellor | None  # as kept, if there is one
    is_new: bool | None = None  # None: whoever is not kept yet
    problems: Values = field(default_factory=dict)  # field -> the text that says what is wrong
    meanwhile: bool = False  # a colleague was earlier
    busy: bool = False  # the database was locked: nothing is kept yet


NEXT = {"add": "/hr/add?done=saved", "preview": "/hr/preview"}
"""Where a button of the form leads after keeping, besides back to the list."""
KEPT = "/hr?done=saved"


class HrPages:
    """Every page of an HR officer."""

    def __init__(self, rooms: Rooms, paper: Paper, limits: Limits) -> None:
        self._rooms, self._hr = rooms, rooms.hr
        self._reception = Reception(rooms, paper, Role.HR)
        self._others = (
            WayPages(rooms, self._reception, limits, "hr"),
            InvitePages(rooms, self._reception),
        )

    def routes(self) -> list[Route]:
        """The addresses of HR."""
        return [
            Route("/hr", self.list, methods=["GET"]),
            Route("/hr/add", self.edit, methods=["GET"]),
            Route("/hr/change/{counsellor}", self.edit, methods=["GET"]),
            Route("/hr/save", self.save, methods=["POST"]),
            Route("/hr/preview", self.preview, methods=["GET"]),
            Route("/hr/publish", self.publish, methods=["POST"]),
            Route("/hr/leave", self.leave, methods=["POST"]),
            *(route for pages in self._others for route in pages.routes()),
        ]

    async def list(self, request: Request) -> Response:
        """Everyone, as published and as being changed, with a warning when a man or a woman is missing."""
        visit = await self._reception.visit(request)
        if isinstance(visit, Response):
            return visit
        page = await self._hr.page()
        today = self._rooms.clock.now().date()
        done = request.query_params.get("done", "")
        return self._reception.page(
            request,
            visit,
            "hr_list.html",
            page=page,
            shown=page.draft or page.published,
            since=dict(page.versions).get(page.published.version),
            missing=[gender.value for gender in page.missing],
            double={who.id for who in (page.draft or page.published).counsellors if share_days(who.absences)},
            today=today,
            notice=NOTICES.get(done),
            published=done == "published",
        )

    async def edit(self, request: Request) -> Response:
        """The form of one counsellor, or an empty one."""
        visit = await self._reception.visit(request)
        if isinstance(visit, Response):
            return visit
        page = await self._hr.page()
        wanted = request.path_params.get("counsellor")
        who = _entry(page, str(wanted)) if wanted else None
        if wanted and who is None:
            raise HTTPException(404)
        today = self._rooms.clock.now().date()
        values = values_of(who, self._languages) if who else first_values(self._languages, today)
        return self._form(request, visit, page, Entered(values, who))

    async def save(self, request: Request) -> Response:
        """Keep one entry in the draft. When a colleague was earlier, both versions are shown."""
        form = await self._reception.form(request)
        visit = await self._reception.visit(request)
        if isinstance(visit, Response):
            return visit
        values, page = read_values(form, self._languages), await self._hr.page()
        is_new = form.short("new") == "yes"
        if not is_new:
            values["id"] = form.short("counsellor")
        elif not values["id"]:
            values["id"] = id_of(values["name"])
        before = _entry(page, values["id"])
        parsed = parse(values, before, self._languages)
        if parsed.counsellor is None:
            again = Entered(values, before, is_new=is_new, problems=parsed.problems)
            return self._form(request, visit, page, again, status=400)
        seen, based_on, then = form.short("seen"), form.short("based_on"), NEXT.get(form.short("then"), KEPT)
        if not based_on.isdecimal():
            raise HTTPException(400)
        if is_new and before == parsed.counsellor:  # pressed twice
            return to(then)
        if is_new and before is not None:
            return self._form(request, visit, page, _taken(values), status=409)
        try:
            kept = await self._hr.save(visit.session, parsed.counsellor, int(based_on), seen)
        except Locked:  # what was typed stays in the form
            again = Entered(values, before, is_new=is_new, busy=True)
            return self._form(request, visit, page, again, status=503)
        if kept:
            return to(then)
        page = await self._hr.page()
        now = _entry(page, values["id"])
        again = _taken(values) if is_new and now else Entered(values, now, is_new=is_new, meanwhile=True)
        return self._form(request, visit, page, again, status=409)

    async def preview(self, request: Request) -> Response:
        """Exactly what the employee reads, in every language."""
        visit = await self._reception.visit(request)
        if isinstance(visit, Response):
            return visit
        page = await self._hr.page()
        shown, today = page.holds, self._rooms.clock.now().date()
        request.scope[PICTURES] = True
        people = {
            language: [
                (who, roster_text(Words(self._rooms.texts, language), [who], today))
                for who in shown.active(today)
            ]
            for language in self._languages
        }
        return self._reception.page(
            request,
            visit,
            "hr_preview.html",
            page=page,
            people=people,
            photos=await self._hr.photos.drafted(),
            missing=[gender.value for gender in page.missing],
            mark=_mark(page),
        )

    async def publish(self, request: Request) -> Response:
        """Make the draft visible; only the one that was on the preview page."""
        form = await self._reception.form(request)
        visit = await self._reception.visit(request)
        if isinstance(visit, Response):
            return visit
        page = await self._hr.page()
        if page.draft is None:
            return to("/hr?done=nothing")
        if form.short("mark") != _mark(page):
            return to("/hr?done=changed")
        try:
            await self._hr.publish(visit.session)
        except Stale:
            return to("/hr?done=changed")
        except NoManOrWoman:
            return to("/hr?done=rule")
        except Locked:
            return to("/hr?done=busy")
        except StorageError:
            return to("/hr?done=nothing")
        self._rooms.directories.forget()
        return to("/hr?done=published")

    async def leave(self, request: Request) -> Response:
        """Log out."""
        await self._reception.form(request)
        visit = await self._reception.visit(request)
        if isinstance(visit, Response):
            return visit
        await self._rooms.desk.logins.leave(visit.cookie)
        return self._reception.closed(request)

    @property
    def _languages(self) -> tuple[str, ...]:
        return self._rooms.policy.languages

    def _form(
        self, request: Request, visit: Visit, page: RosterPage, entered: Entered, *, status: int = 200
    ) -> Response:
        values, who, meanwhile = entered.values, entered.who, entered.meanwhile
        theirs = values_of(who, self._languages)
        return self._reception.page(
            request,
            visit,
            "hr_form.html",
            status=status,
            values=values,
            who=who,
            is_new=who is None if entered.is_new is None else entered.is_new,
            problems=entered.problems,
            wrong=wrong_fields(entered.problems),
            labels=LABELS,
            needed=needed(values),
            meanwhile=meanwhile,
            busy=entered.busy,
            theirs={name: theirs[name] for name in values if meanwhile and theirs[name] != values[name]},
            absences=range(ABSENCES),
            genders=[gender.value for gender in Gender],
            councils=[council.value for council in WorksCouncil],
            roles=[role.value for role in OtherRole],
            reasons=[reason.value for reason in EndReason],
            seen=entry_mark(who),
            based_on=page.published.version,
            kept=request.query_params.get("done") == "saved",
        )


def _entry(page: RosterPage, counsellor: str) -> Counsellor | None:
    return (page.draft or page.published).get(CounsellorId(counsellor))


def _taken(values: Values) -> Entered:
    """The form of somebody new whose short name is another's: nobody is ever overwritten by adding."""
    return Entered(values, None, is_new=True, problems={"id": "hr-taken-id"})


def _mark(page: RosterPage) -> str:
    """Changes with every change of the draft."""
    shown = page.draft or page.published
    marks = f"{page.published.version}" + "".join(entry_mark(who) for who in shown.counsellors)
    return blake2b(marks.encode(), digest_size=8).hexdigest()
