"""The employee's chat: one page that shows where the conversation is, one POST for every press and word."""

import re
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.limits import Deed, Limits
from bot.web.cookies import employee_cookie, form_token, new_token
from bot.web.forms import MOST_WORDS, is_old, is_ours, new_delivery, read_form
from bot.web.news import News
from bot.web.paper import Paper
from bot.web.rooms import Rooms
from dialogues.private import Private
from handlers.domain.case import Status
from handlers.domain.errors import Locked
from handlers.ports import Answer, Channel, Inbound, Outgoing
from handlers.resume import leave
from handlers.screen import Screen
from handlers.turn import TurnFailed

_DELIVERY = re.compile(r"[A-Za-z0-9_-]{16,32}")

BY_SCRIPT = "x-by-script"
"""Header of a request by chat.js, which adds the answer to the page that is already there."""

EMPTY = Screen(None, ())


@dataclass(frozen=True, slots=True)
class _View:
    """What one chat page shows. `draft` goes back into the field when it could not be taken."""

    screen: Screen
    messages: tuple[Outgoing, ...]
    token: Private | None
    language: str
    said: Private | None = None
    draft: Private | None = None
    notice: str | None = None
    status: int = 200


class ChatPages:
    """Chat, quick exit and "something new" of an employee."""

    def __init__(self, rooms: Rooms, paper: Paper, limits: Limits) -> None:
        self._rooms, self._paper, self._limits = rooms, paper, limits
        self._cookie, self._news = employee_cookie(rooms.secure_cookies), News(rooms)

    def routes(self) -> list[Route]:
        """The addresses of the chat."""
        return [
            Route("/chat", self.show, methods=["GET"]),
            Route("/chat", self.take, methods=["POST"]),
            Route("/chat/news", self.news, methods=["GET"]),
            Route("/chat/sheet", self.sheet, methods=["GET"]),
            Route("/chat/note.txt", self.note, methods=["GET"]),
            Route("/leave", self.leave, methods=["POST"]),
        ]

    async def show(self, request: Request) -> Response:
        """The page as it stands; who has no conversation in this browser is brought to the start."""
        token = self._cookie.read(request)
        screen = await self._look(token)
        if token is None or not is_there(screen):
            return RedirectResponse(self._start(request), 303)
        language = screen.language or self._paper.language(request)
        return self._page(request, _View(screen, screen.messages, token, language))

    async def take(self, request: Request) -> Response:
        """One press or one text. A form that comes twice changes nothing twice.

        A page that loads whole is sent on to GET /chat, so that it can be loaded again; a script that adds
        the answer gets it on the spot, and so does everyone of whom nothing is kept.
        """
        token = self._cookie.read(request)
        form = await read_form(request, token, base_url=self._rooms.base_url, first=True)
        delivery, payload = form.short("delivery"), form.short("payload") or None
        if not _DELIVERY.fullmatch(delivery) or not (payload or form.has("text")):
            raise HTTPException(400)
        words = None if payload else form.words("text")
        if not self._limits.spend(Deed.PRESS, token):
            return await self._back(request, token, words, "web-error-429-text", 429)
        if form.length("text") > MOST_WORDS:
            return await self._back(request, token, words, "page-too-long", 413)
        if words is not None and is_old(delivery, self._rooms.clock.now().date()):
            return await self._back(request, token, words, "web-chat-old-page", 409)
        language = self._paper.language(request)
        try:
            if not form.short("form") and is_there(await self._look(token)):
                return await self._met(request, token, words)
            # A cookie that opens nothing may have been put there by somebody who knows it.
            sender = token if token is not None and await self._opens(token) else new_token()
            inbound = Inbound(
                Channel.WEB,
                _once(delivery, payload, words),
                sender,
                words,
                payload,
                language=language,
                field=form.short("field") if form.has("field") else None,
            )
            answer = await self._rooms.take(inbound)
        except (Locked, TurnFailed):
            return await self._back(request, token, words, "web-chat-not-sent", 503)
        return await self._said(request, token, sender, words, answer)

    async def give_back(self, request: Request, token: Private, words: Private) -> Response:
        """The page as it stands for `token`, with `words` in its field."""
        screen = await self._look(token)
        language = screen.language or self._paper.language(request)
        return self._page(request, _View(screen, screen.messages, token, language, draft=words))

    async def _met(self, request: Request, token: Private | None, words: Private | None) -> Response:
        """A form from before this browser had a conversation: nothing is done with it, words come back."""
        if words is None:
            return self._to_chat(request)
        return await self._back(request, token, words, "web-chat-not-sent", 403)

    async def _said(
        self, request: Request, token: Private | None, sender: Private, words: Private | None, answer: Answer
    ) -> Response:
        """The answer, and the cookie when it comes or goes."""
        screen = await self._look(sender)
        there = is_there(screen)
        if answer.unsent:
            view = _View(screen, answer.messages, sender, answer.language, draft=words)
            return self._page(request, view)
        if request.headers.get(BY_SCRIPT) is None and (there or not answer.messages):
            response: Response = self._to_chat(request, answer.language)
        else:
            response = self._page(request, _answered(screen, answer, sender, words))
        if there and token != sender:
            self._cookie.give(response, sender)
        elif token is not None and not there:
            self._cookie.take(response)
        return response

    async def leave(self, request: Request) -> Response:
        """Quick exit. Works from an old page too: leaving is never refused."""
        token = self._cookie.read(request)
        if not is_ours(request, self._rooms.base_url):
            raise HTTPException(403)
        response = RedirectResponse(self._rooms.leave_to, 303)
        self._cookie.take(response)
        if token is not None:
            try:
                await leave(self._rooms.store, self._rooms.keyring, cookie=token)
            except Locked:
                return response
        return response

    async def news(self, request: Request) -> Response:
        """A stream that says only that something is new; 204 for who has no case to hear of."""
        token = self._cookie.read(request)
        if token is None or not self._limits.spend(Deed.NEWS, token):
            return Response(status_code=204)
        return await self._news.stream(token, request.headers.get("last-event-id", ""))

    async def sheet(self, request: Request) -> Response:
        """The resume code in large words, to be printed or copied by hand; only while it can be seen."""
        token = self._cookie.read(request)
        screen = await self._look(token)
        language = screen.language or self._paper.language(request)
        code = _words_of(screen.code)
        return self._paper.page(
            request,
            "sheet.html",
            language=language,
            code=code,
            come_back=date.fromisoformat(screen.come_back) if screen.come_back else None,
            address=self._rooms.base_url,
            status=200 if code else 404,
        )

    async def note(self, request: Request) -> Response:
        """What its writer put in order, as a text file; only while its summary is open in this browser."""
        screen = await self._look(self._cookie.read(request))
        if screen.note is None:
            raise HTTPException(404)
        file = {"content-disposition": 'attachment; filename="note.txt"'}
        return Response(f"{screen.note.reveal()}\n", media_type="text/plain", headers=file)

    async def _opens(self, token: Private) -> bool:
        peer = self._rooms.keyring.peer(Channel.WEB, token)
        return await self._rooms.store.read(lambda work: work.conversations.find(peer) is not None)

    async def _look(self, token: Private | None) -> Screen:
        if token is None:
            return EMPTY
        return await self._rooms.screens.look(Channel.WEB, token)

    async def _back(
        self, request: Request, token: Private | None, words: Private | None, notice: str, status: int
    ) -> Response:
        """The page again with what was typed still in its field: nothing is lost."""
        try:
            screen = await self._look(token)
        except Locked:
            screen = EMPTY
        language = screen.language or self._paper.language(request)
        view = _View(screen, screen.messages, token, language, draft=words, notice=notice, status=status)
        response = self._page(request, view)
        if status in (429, 503):
            response.headers["retry-after"] = "30"
        return response

    def _page(self, request: Request, view: _View) -> Response:
        screen, voice = view.screen, self._rooms.voice
        case = screen.case
        asked = any(message.always for message in view.messages)
        talks = case is not None and case.status in (Status.WAITING, Status.OPEN) and not asked
        today = self._rooms.clock.now().date()
        return self._paper.page(
            request,
            "chat.html",
            language=view.language,
            status=view.status,
            view=view,
            screen=screen,
            case=case,
            asked=asked,
            talks=talks,
            locked=case is not None and screen.letters is None,
            always=voice.always(view.language),
            menu=voice.menu(view.language),
            delivery=new_delivery(today),
            form=form_token(view.token) if view.token else "",
        )

    def _start(self, request: Request) -> str:
        asked = request.query_params.get("lang", "")
        return f"/?lang={asked}" if asked in self._rooms.policy.languages else "/"

    def _to_chat(self, request: Request, language: str | None = None) -> Response:
        asked = request.query_params.get("lang", "")
        chosen = asked in self._rooms.policy.languages
        return RedirectResponse(f"/chat?lang={language or asked}" if chosen else "/chat", 303)


def is_there(screen: Screen) -> bool:
    """Whether this browser has a conversation or a case."""
    return screen.language is not None or screen.case is not None


def _answered(screen: Screen, answer: Answer, sender: Private, words: Private | None) -> _View:
    return _View(
        screen,
        answer.messages or screen.messages,
        sender if is_there(screen) else None,
        answer.language,
        said=words if answer.messages and not answer.secret else None,
    )


def _once(delivery: str, payload: str | None, words: Private | None) -> str:
    """The id of this delivery: the same form with the same words twice is one, other words are another."""
    said = payload if words is None else words.reveal()
    return f"{delivery}.{blake2b((said or '').encode(), digest_size=12).hexdigest()}"


def _words_of(code: Private | None) -> list[Private]:
    return [Private(word) for word in code.reveal().split()] if code else []
