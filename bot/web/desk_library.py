"""The library at the desk: every procedure and help line as the employee reads it (C32, C36, C51, C52).

What is chosen stands in the address, nothing typed does, and nothing is kept of who looked at what.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.web.rooms import Rooms
from bot.web.staff import Reception, Visit
from dialogues.guide import Guide, Procedure, Side
from handlers.domain.policy import REVIEW_DAYS
from handlers.library import Entry, entries, entry, entry_key, entry_text, entry_title, of_kind
from handlers.voice import policy_values
from handlers.words import Words

KINDS = ("sexual", "bullying", "discrimination", "aggression", "violence")
SIDES = (Side.INSIDE, Side.OUTSIDE, Side.OWN)


@dataclass(frozen=True, slots=True)
class Shown:
    """One entry on the page. `old`: nobody went through it for too long."""

    key: str
    title: str
    text: str
    side: Side
    owner: str
    source: str
    checked_on: date | None
    old: bool


class Shelf:
    """The entries in words, for the page and for who takes one along into a message."""

    def __init__(self, rooms: Rooms) -> None:
        self._rooms = rooms

    def titles(self, language: str) -> list[tuple[str, str]]:
        """Key and title of every entry."""
        words = self._words(language)
        return [(entry_key(each), entry_title(words, each)) for each in self.entries()]

    def taken(self, key: str, language: str) -> str:
        """The words of an entry, to be put into a message; "" when there is no such entry."""
        found = entry(self._rooms.guide, self._rooms.policy, key)
        return self._text(self._words(language), found) if found else ""

    def entries(self, guide: Guide | None = None) -> tuple[Entry, ...]:
        """Everything that leads anywhere here."""
        return entries(guide or self._rooms.guide, self._rooms.policy)

    def shown(self, each: Entry, language: str) -> Shown:
        """One entry in words."""
        words, today = self._words(language), self._rooms.clock.now().date()
        procedure = isinstance(each, Procedure)
        most = REVIEW_DAYS if procedure else self._rooms.policy.referrals_max_age_days
        day = each.verified_on
        return Shown(
            key=entry_key(each),
            title=entry_title(words, each),
            text=self._text(words, each),
            side=each.side if isinstance(each, Procedure) else Side.OUTSIDE,
            owner=self._owner(words, each),
            source=each.source,
            checked_on=day,
            old=day is None or (today - day).days > most,
        )

    def _owner(self, words: Words, each: Entry) -> str:
        door = self._rooms.policy.door(each.owner if isinstance(each, Procedure) else "hr")
        return door.name[words.language] if door else words("library-owner-counsellors")

    def _text(self, words: Words, each: Entry) -> str:
        return entry_text(words, each, self._rooms.guide, self._rooms.policy)

    def _words(self, language: str) -> Words:
        return Words(self._rooms.texts, language, partial(policy_values, self._rooms.policy))


class LibraryPages:
    """The page to read and print."""

    def __init__(self, rooms: Rooms, reception: Reception) -> None:
        self._rooms, self._reception, self._shelf = rooms, reception, Shelf(rooms)

    def routes(self) -> list[Route]:
        """The address of the library."""
        return [Route("/desk/library", self.show, methods=["GET"])]

    async def show(self, request: Request) -> Response:
        """All of it, or what is for one kind or on one side."""
        visit = await self._reception.unlocked(request)
        if isinstance(visit, Response):
            return visit
        topics = tuple(self._rooms.guide.topics)
        kind, side = request.query_params.get("kind", ""), request.query_params.get("side", "")
        kind = kind if kind in (*KINDS, *topics) else ""
        side = side if side in list(Side) else ""
        guide = self._rooms.guide.checked(await self._rooms.hr.checks())
        found = list(self._found(visit, guide, kind))
        return self._reception.page(
            request,
            visit,
            "library.html",
            kinds=KINDS,
            topics=[topic for topic in topics if topic != "other_topic"],
            sides=SIDES,
            kind=kind,
            side=side,
            opened=request.query_params.get("open") == "on",
            groups=[
                (each, [row for row in found if row.side is each]) for each in SIDES if side in ("", each)
            ],
        )

    def _found(self, visit: Visit, guide: Guide, kind: str) -> Iterator[Shown]:
        every = self._shelf.entries(guide)
        wanted = of_kind(every, kind) if kind else iter(every)
        return (self._shelf.shown(each, visit.language) for each in wanted)
