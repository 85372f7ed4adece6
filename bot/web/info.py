"""Pages to read: what this is, who the counsellors are, what they do, privacy, protocol, help lines.

Reading keeps nothing: these pages set no cookie and look nothing up about anyone (C55, C58). Only the start
page looks whether a browser that came with a cookie has a conversation, so that it can go on.
"""

from functools import partial
from importlib.resources import files

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.web.chat import is_there
from bot.web.cookies import employee_cookie, form_token
from bot.web.forms import new_delivery
from bot.web.guard import PICTURES
from bot.web.paper import Paper
from bot.web.rooms import Rooms
from dialogues.private import Private
from dialogues.render import full_date
from handlers.domain.errors import Locked
from handlers.domain.weighing import Condition
from handlers.facts import roster_text
from handlers.library import entry, entry_key, kept_text, open_procedures
from handlers.photos import shown_pictures
from handlers.ports import Channel
from handlers.voice import policy_values
from handlers.words import Words

FIRST_LINES = ("danger", "suicide", "sexual")
"""For each of these the first fitting help line stands at the top of the help page."""


class InfoPages:
    """Pages that are the same for everyone."""

    def __init__(self, rooms: Rooms, paper: Paper) -> None:
        self._rooms, self._paper = rooms, paper
        self._cookie = employee_cookie(rooms.secure_cookies)
        self._protocol = files("dialogues").joinpath("protocol.txt").read_text(encoding="utf-8")

    def routes(self) -> list[Route]:
        """The addresses of the pages."""
        pages = {
            "/": self.start,
            "/wie": self.who,
            "/wat": self.what,
            "/nieuw": self.new,
            "/new": self.new,
            "/privacy": self.privacy,
            "/protocol": self.protocol,
            "/help": self.help,
            "/help/{file}": self.card,
        }
        return [Route(path, page, methods=["GET"]) for path, page in pages.items()]

    async def start(self, request: Request) -> Response:
        """What this is, in six lines, and the ways to go on; a conversation that is there stands first."""
        token = self._cookie.read(request)
        talks = token is not None and await self._talks(token)
        return self._doorway(request, "start.html", talks=talks)

    async def new(self, request: Request) -> Response:
        """Where the code of the welcome pack leads: the first press begins to get to know them (C55, C58).

        The same page at a Dutch and an English address. It looks at nothing, also with a cookie.
        """
        roster = (await self._rooms.directories.now()).roster
        stale = _is_older(request.query_params.get("poster", ""), roster.version)
        return self._doorway(request, "new.html", stale=stale)

    def _doorway(self, request: Request, template: str, **shown: bool) -> Response:
        """A page with buttons that begin a chat, also in a browser that has one."""
        token = self._cookie.read(request)
        return self._paper.page(
            request,
            template,
            language=self._paper.language(request),
            delivery=new_delivery(self._rooms.clock.now().date()),
            form=form_token(token) if token else "",
            **shown,
        )

    async def _talks(self, token: Private) -> bool:
        try:
            return is_there(await self._rooms.screens.look(Channel.WEB, token))
        except Locked:
            return True  # it is too busy to look; the chat page says what there is

    async def who(self, request: Request) -> Response:
        """The counsellors as they are published, at most seconds old (C55)."""
        language, today = self._paper.language(request), self._rooms.clock.now().date()
        directory = await self._rooms.directories.now()
        roster = directory.roster
        request.scope[PICTURES] = True
        words = Words(self._rooms.texts, language)
        people = [(who, roster_text(words, [who], today)) for who in roster.active(today)]
        missing = roster.missing(today)
        return self._paper.page(
            request,
            "who.html",
            language=language,
            people=people,
            photos=shown_pictures(roster, directory.pictures, today),
            stale=_is_older(request.query_params.get("poster", ""), roster.version),
            gap={0: None, 2: "all"}.get(len(missing), missing[0].value if missing else None),
        )

    async def what(self, request: Request) -> Response:
        """What a counsellor does and does not do, and when secrecy may very rarely be broken (C42, C44)."""
        language = self._paper.language(request)
        return self._paper.page(request, "what.html", language=language, conditions=tuple(Condition))

    async def privacy(self, request: Request) -> Response:
        """Who can read, what is kept, what Telegram sees."""
        return self._read(request, "privacy.html")

    async def protocol(self, request: Request) -> Response:
        """The protocol in short, in full, and where this organisation deviates (C01)."""
        language = self._paper.language(request)
        policy, words = self._rooms.policy, self._paper.words(language)
        deviations = [
            words(
                "web-protocol-deviation",
                key=each.key,
                who=each.approved_by,
                day=full_date(each.approved_on, language),
            )
            for each in policy.deviations
        ]
        return self._paper.page(
            request,
            "protocol.html",
            language=language,
            version=policy.version,
            holds_from=policy.effective_on,
            approved_by=policy.approved_by,
            deviations=deviations,
            protocol=self._protocol,
        )

    async def help(self, request: Request) -> Response:
        """Help lines outside the organisation, the most urgent first; no cookie, no chat."""
        guide = self._rooms.guide
        first = [guide.fitting(kind, most=1)[0] for kind in FIRST_LINES]
        rest = [line for line in guide.lines if line not in first]
        language = self._paper.language(request)
        ways = open_procedures(guide, self._rooms.policy)
        return self._paper.page(request, "help.html", language=language, first=first, rest=rest, ways=ways)

    async def card(self, request: Request) -> Response:
        """A help line or procedure as a text file to keep; the same for everyone, noted nowhere (C51).

        Raises HTTPException 404 for what is not there.
        """
        key, _, ending = str(request.path_params["file"]).rpartition(".")
        found = entry(self._rooms.guide, self._rooms.policy, key) if ending == "txt" else None
        if found is None:
            raise HTTPException(404)
        language, policy = self._paper.language(request), self._rooms.policy
        words = Words(self._rooms.texts, language, partial(policy_values, policy))
        text = kept_text(words, found, self._rooms.guide, policy)
        file = {"content-disposition": f'attachment; filename="{entry_key(found)}.txt"'}
        return Response(f"{text}\n", media_type="text/plain", headers=file)

    def _read(self, request: Request, template: str) -> Response:
        return self._paper.page(request, template, language=self._paper.language(request))


def _is_older(poster: str, version: int) -> bool:
    """Whether the poster that was scanned shows an earlier list than the one that is visible now."""
    return poster.isascii() and poster.isdecimal() and len(poster) < 10 and int(poster) < version
