"""How one logs in: passkeys and numbers of an app, looked at, added and taken away; for desk and HR alike."""

import re

import segno
from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.limits import Deed, Limits
from bot.web.forms import Form
from bot.web.login import passkeys_at
from bot.web.rooms import Rooms
from bot.web.staff import Reception, Visit, to
from dialogues.private import Private
from handlers.desk.ways import TITLE_LENGTH
from handlers.domain.errors import Locked, StorageError
from handlers.domain.ids import PasskeyId
from handlers.domain.one_time_numbers import address_of, is_secret

DONE = {
    "passkey": "ways-passkey-added",
    "opens": "ways-opens-added",
    "numbers": "ways-numbers-added",
    "removed": "ways-removed",
}
FAILED = {
    "passkey": "ways-passkey-failed",
    "opens": "ways-opens-failed",
    "last": "ways-last",
}


class WayPages:
    """The pages of one's own ways to log in, under /desk or /hr."""

    def __init__(self, rooms: Rooms, reception: Reception, limits: Limits, place: str) -> None:
        self._rooms, self._reception, self._limits, self._place = rooms, reception, limits, place
        self._base = f"/{place}/ways"

    def routes(self) -> list[Route]:
        """The addresses; those about the key are a counsellor's alone."""
        posts = {
            "/ask": self.ask,
            "/add": self.add,
            "/remove": self.remove,
            "/numbers": self.keep_numbers,
        }
        if self._place == "desk":
            posts |= {"/ask-own": self.ask_own, "/opens": self.opens, "/unlock": self.unlock}
        return [
            Route(self._base, self.show, methods=["GET"]),
            Route(f"{self._base}/numbers", self.begin_numbers, methods=["GET"]),
            *(Route(f"{self._base}{path}", page, methods=["POST"]) for path, page in posts.items()),
        ]

    async def show(self, request: Request) -> Response:
        """Every way that there is, and what can be added."""
        visit = await self._visit(request)
        if isinstance(visit, Response):
            return visit
        try:
            ways = await self._rooms.desk.passkeys.ways(visit.session.staff.id)
        except Locked:
            raise
        except StorageError:
            ways = None  # a row that somebody else wrote
        asked = request.query_params
        return self._reception.page(
            request,
            visit,
            "ways.html",
            place=self._place,
            ways=ways,
            done=DONE.get(asked.get("done", "")),
            failed=FAILED.get(asked.get("failed", "")),
            passkeys=passkeys_at(request, self._rooms.base_url),
            title_length=TITLE_LENGTH,
        )

    async def ask(self, request: Request) -> Response:
        """What this browser needs to make a passkey. Raises HTTPException 403 where none may be added.

        Without the passphrase there is no challenge, and without a challenge no passkey is kept.
        """
        form = await self._reception.form(request)
        visit = await self._visit(request)
        if isinstance(visit, Response):
            return visit
        self._slow(visit)
        if not await self._confirmed(visit, form):
            raise HTTPException(403)
        name = visit.who.name if visit.who else "HR"
        return _options(await self._rooms.desk.passkeys.offer(visit.cookie, name))

    async def add(self, request: Request) -> Response:
        """Keep the passkey that was just made."""
        form = await self._reception.form(request)
        visit = await self._visit(request)
        if isinstance(visit, Response):
            return visit
        opener = form.words("opener") if form.short("opener") else None
        title = Private(form.short("title"))
        if await self._rooms.desk.passkeys.add(visit.cookie, form.words("answer"), title, opener):
            return to(f"{self._base}?done=passkey")
        return to(f"{self._base}?failed=passkey")

    async def remove(self, request: Request) -> Response:
        """Take one way away, when there is another."""
        form = await self._reception.form(request)
        visit = await self._visit(request)
        if isinstance(visit, Response):
            return visit
        which, desk = form.short("way"), self._rooms.desk
        if which == "numbers":
            gone = await desk.numbers.remove(visit.cookie)
        else:
            gone = await desk.passkeys.remove(visit.cookie, PasskeyId(which))
        return to(f"{self._base}?{'done=removed' if gone else 'failed=last'}")

    async def begin_numbers(self, request: Request) -> Response:
        """A fresh secret, as a picture and as text; nothing is kept before a number of it was typed."""
        visit = await self._visit(request)
        if isinstance(visit, Response):
            return visit
        known = self._rooms.login_words
        words = known.get(visit.language) or next(iter(known.values()))
        return self._numbers(request, visit, *self._rooms.desk.numbers.fresh(words.words))

    async def keep_numbers(self, request: Request) -> Response:
        """The number that the app shows now: then it is this person's."""
        form = await self._reception.form(request)
        visit = await self._visit(request)
        if isinstance(visit, Response):
            return visit
        self._slow(visit)
        secret, words = Private(form.short("secret")), Private(form.short("words"))
        if not is_secret(secret.reveal()):
            raise HTTPException(400)  # no page of ours made it, and nothing can be drawn of it
        if not await self._confirmed(visit, form):
            return self._numbers(request, visit, secret, words, "desk-unlock-wrong")
        if await self._rooms.desk.numbers.add(visit.cookie, secret, words, Private(form.short("number"))):
            return to(f"{self._base}?done=numbers")
        return self._numbers(request, visit, secret, words, "ways-number-wrong")

    async def ask_own(self, request: Request) -> Response:
        """What this browser needs to use one's own passkey. Raises HTTPException 403 without one."""
        await self._reception.form(request)
        visit = await self._reception.visit(request)
        if isinstance(visit, Response):
            return visit
        self._slow(visit)
        return _options(await self._rooms.desk.passkeys.ask_own(visit.cookie))

    async def opens(self, request: Request) -> Response:
        """From now on this passkey opens messages too."""
        form = await self._reception.form(request)
        visit = await self._visit(request)
        if isinstance(visit, Response):
            return visit
        opener = form.words("opener")
        done = form.short("opener") != "" and await self._rooms.desk.passkeys.let_open(
            visit.cookie, form.words("answer"), opener
        )
        return to(f"{self._base}?{'done' if done else 'failed'}=opens")

    async def unlock(self, request: Request) -> Response:
        """Open the desk with a passkey."""
        form = await self._reception.form(request)
        visit = await self._reception.visit(request)
        if isinstance(visit, Response):
            return visit
        if not self._limits.spend(Deed.UNLOCK, visit.holder):
            return self._reception.door(request, visit, "desk-unlock-slow")
        opened = form.short("opener") != "" and await self._rooms.desk.passkeys.unlock(
            visit.cookie, form.words("answer"), form.words("opener")
        )
        if not opened:
            return self._reception.door(request, visit, "desk-unlock-passkey-failed")
        self._limits.give_back(Deed.UNLOCK, visit.holder)
        return to("/desk")

    async def _visit(self, request: Request) -> Visit | Response:
        """Who may change ways to log in: HR, who has no key yet, and who has the desk open."""
        visit = await self._reception.visit(request)
        if isinstance(visit, Visit) and visit.session.has_passphrase and visit.session.key is None:
            return self._reception.door(request, visit)
        return visit

    async def _confirmed(self, visit: Visit, form: Form) -> bool:
        """Who has a passphrase types it once more: a desk that was left open makes no way in that stays."""
        if not visit.session.has_passphrase:
            return True
        if not self._limits.spend(Deed.UNLOCK, visit.holder):
            return False
        if not await self._rooms.desk.keys.proves(visit.session, form.words("phrase")):
            return False
        self._limits.give_back(Deed.UNLOCK, visit.holder)
        return True

    def _slow(self, visit: Visit) -> None:
        if not self._limits.spend(Deed.ENTER, visit.cookie):
            raise HTTPException(429)

    def _numbers(
        self, request: Request, visit: Visit, secret: Private, words: Private, problem: str | None = None
    ) -> Response:
        return self._reception.page(
            request,
            visit,
            "numbers.html",
            status=400 if problem else 200,
            place=self._place,
            secret=secret,
            in_fours=Private(" ".join(re.findall(".{1,4}", secret.reveal()))),
            words=words,
            picture=_picture(secret, words),
            problem=problem,
        )


def _options(options: str | None) -> Response:
    if options is None:
        raise HTTPException(403)
    return Response(options, media_type="application/json")


def _picture(secret: Private, words: Private) -> Markup:
    code = segno.make(address_of(secret.reveal(), words.reveal(), "Open Oor"), error="m", micro=False)
    drawn: str = code.svg_inline(scale=4, border=4, light="#fff", dark="#000", svgclass="qr", lineclass=None)
    return Markup(drawn)  # noqa: S704  # squares that segno drew
