"""Earlier versions of the roster, and what differs between any two of them (C22)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.web.hr_form import LABELS as OF_THE_FORM
from bot.web.paper import Paper
from bot.web.rooms import Rooms
from bot.web.staff import Reception
from dialogues.render import full_date
from handlers.domain.roster import Absence, Counsellor, EndReason
from handlers.domain.roster_changes import Difference
from handlers.ports import Role

LABELS: Mapping[str, str] = {
    **{field: text for field, text in OF_THE_FORM.items() if field not in ("id", "side")},
    "internal": OF_THE_FORM["side"],
    "hello": "hr-change-hello",
    "absences": "hr-part-absence",
    "photo": "hr-field-photo",
    "other_roles": "hr-field-roles",
}
"""Field of a counsellor -> the text that names it, the same as in the form."""

CODED: Mapping[str, str] = {
    "gender": "hr-gender-",
    "reason": "hr-reason-",
    "works_council": "hr-works-council-",
    "other_roles": "hr-role-",
}
"""Fields whose values are words of the program: the beginning of the text that says each."""

Texts = Callable[..., str]


@dataclass(frozen=True, slots=True)
class Row:
    """One field that differs: its name, and its value before and after in words."""

    label: str
    before: str
    after: str


class HistoryPages:
    """Versions are kept and cannot be changed; anybody of HR sees what changed between any two."""

    def __init__(self, rooms: Rooms, paper: Paper) -> None:
        self._rooms, self._paper = rooms, paper
        self._reception = Reception(rooms, paper, Role.HR)

    def routes(self) -> list[Route]:
        """The address of the history."""
        return [Route("/hr/history", self.history, methods=["GET"])]

    async def history(self, request: Request) -> Response:
        """Every version with its day; with `earlier` and `later` what differs between those two.

        Raises HTTPException 404 for a version that does not exist.
        """
        visit = await self._reception.visit(request)
        if isinstance(visit, Response):
            return visit
        page = await self._rooms.hr.page()
        chosen = _chosen(request, page.published.version)
        found: tuple[Difference, ...] | None = ()
        if chosen is not None:
            found = await self._rooms.hr.compare(*chosen)
        if found is None:
            raise HTTPException(404)
        words = self._paper.words(visit.language)
        return self._reception.page(
            request,
            visit,
            "hr_history.html",
            page=page,
            chosen=chosen,
            names={who.id: who.name for who in page.published.counsellors},
            found=[
                (each, [_row(name, each, words, visit.language) for name in each.changed]) for each in found
            ],
        )


def _chosen(request: Request, newest: int) -> tuple[int, int] | None:
    """Two version numbers, the earlier first; None when nothing was asked. Raises HTTPException 404."""
    asked = [request.query_params.get(name) for name in ("earlier", "later")]
    if asked == [None, None]:
        return None
    numbers = sorted(int(n) for n in asked if n and n.isascii() and n.isdecimal() and len(n) < 10)
    if len(numbers) != 2 or numbers[1] > newest:
        raise HTTPException(404)
    return numbers[0], numbers[1]


def _row(name: str, each: Difference, words: Texts, language: str) -> Row:
    def shown(who: Counsellor | None) -> str:
        return _shown(name, getattr(who, name), words, language) if who else ""

    return Row(words(LABELS[name]), shown(each.before), shown(each.after))


def _shown(name: str, value: object, words: Texts, language: str) -> str:
    """One value as HR reads it; "" for nothing."""
    if name == "reason" and value not in list(EndReason):
        return str(value or "")  # in the words of an earlier version
    if name in CODED and value:
        values = value if isinstance(value, tuple) else (value,)
        return ", ".join(words(f"{CODED[name]}{str(one).replace('_', '-')}") for one in values)
    match value:
        case None:
            return ""
        case bool():
            return words("hr-side-internal" if value else "hr-side-external")
        case date():
            return full_date(value, language)
        case tuple():
            return ", ".join(
                _period(one, language) if isinstance(one, Absence) else str(one) for one in value
            )
        case dict():
            return "\n".join(f"{code}: {text}" for code, text in value.items())
    return str(value)


def _period(absence: Absence, language: str) -> str:
    since, until = (full_date(day, language) for day in (absence.since, absence.until))
    return f"{since} - {until}"
