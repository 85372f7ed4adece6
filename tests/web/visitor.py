"""Somebody with a browser that has no JavaScript: reads pages, presses what stands on them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from html.parser import HTMLParser

import httpx
from starlette.types import ASGIApp

HOME = "http://127.0.0.1:8400"
VOID = {"meta", "link", "input", "br"}


@dataclass(slots=True)
class PageForm:
    """A form as it stands on the page: where it goes, its filled fields, its buttons by value."""

    action: str
    fields: dict[str, str] = field(default_factory=dict)
    buttons: list[tuple[str, str, str]] = field(default_factory=list)  # name, value, title


class Page(HTMLParser):
    """What a reader of this HTML finds."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.forms: list[PageForm] = []
        self.links: dict[str, str] = {}
        self.language = ""
        self.title = ""
        self._open: list[tuple[str, dict[str, str]]] = []
        self._words: list[str] = []
        self._area: str | None = None
        self._select = ""
        self.feed(text)
        self.close()

    @property
    def words(self) -> str:
        """All words that are on the screen."""
        return " ".join(" ".join(self._words).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag not in VOID:
            self._open.append((tag, given))
        if tag == "html":
            self.language = given["lang"]
        elif tag == "form":
            self.forms.append(PageForm(given["action"]))
        elif tag == "input" and self.forms and given.get("type") not in ("radio", "checkbox"):
            self.forms[-1].fields[given["name"]] = given.get("value", "")
        elif tag == "input" and self.forms and "checked" in given:
            self.forms[-1].fields[given["name"]] = given["value"]
        elif tag == "select" and self.forms:
            self._select = given["name"]
        elif (
            tag == "option"
            and self.forms
            and ("selected" in given or self._select not in self.forms[-1].fields)
        ):
            self.forms[-1].fields[self._select] = given["value"]  # the first one, unless another is chosen
        elif tag == "textarea" and self.forms and "name" in given:
            self._area = given["name"]
            self.forms[-1].fields[self._area] = ""
        elif tag == "button" and self.forms:
            self.forms[-1].buttons.append((given.get("name", ""), given.get("value", ""), ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._area = None
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        inside = [tag for tag, _ in self._open]
        if "style" in inside or "script" in inside:
            return
        if "title" in inside:
            self.title += data
            return
        if self._area is not None:
            self.forms[-1].fields[self._area] += data
        if "button" in inside and self.forms and self.forms[-1].buttons:
            name, value, title = self.forms[-1].buttons[-1]
            self.forms[-1].buttons[-1] = name, value, title + data
        for tag, given in self._open:
            if tag == "a" and "href" in given and data.strip():
                self.links[data.strip()] = given["href"]
        self._words.append(data)


@dataclass(slots=True)
class Visitor:
    """One browser. `page` is what it shows, `status` and `answer` how the server put it."""

    client: httpx.AsyncClient
    answer: httpx.Response = field(default_factory=lambda: httpx.Response(204))
    page: Page = field(default_factory=lambda: Page(""))
    presses: int = 0

    @property
    def status(self) -> int:
        return self.answer.status_code

    @property
    def words(self) -> str:
        """All words on the screen."""
        return self.page.words

    def _show(self, answer: httpx.Response) -> Page:
        self.answer, self.page = answer, Page(answer.text)
        return self.page

    async def opens(self, path: str, **headers: str) -> Page:
        """Type an address."""
        return self._show(await self.client.get(path, headers=headers))

    async def sends(self, form: PageForm, **fields: str) -> Page:
        """Fill in fields and send the form."""
        return self._show(await self.client.post(form.action, data={**form.fields, **fields}))

    def form(self, action: str) -> PageForm:
        """The first form on the page that goes to this address."""
        return next(form for form in self.page.forms if form.action.partition("?")[0] == action)

    async def presses_payload(self, payload: str) -> Page:
        """Press the button that sends this; it must be on the page."""
        self.presses += 1
        for form in self.page.forms:
            for name, value, _ in form.buttons:
                if value == payload:
                    return await self.sends(form, **{name: value})
        raise AssertionError(f"{payload} is not on the page, there are {self.payloads}")

    async def chooses(self, **choice: str) -> Page:
        """Press the button of this slot and value."""
        ((slot, value),) = choice.items()
        plain = f"/SetSlots({slot}={value})"
        offered = [payload for payload in self.payloads if payload.partition("~")[0] == plain]
        return await self.presses_payload(offered[-1] if offered else plain)

    async def types(self, text: str) -> Page:
        """Type into the large field of the chat and send it."""
        form = next(form for form in self.page.forms if "text" in form.fields)
        return await self.sends(form, text=text)

    @property
    def payloads(self) -> list[str]:
        return [value for form in self.page.forms for _, value, _ in form.buttons if value]

    @property
    def cookies(self) -> dict[str, str]:
        return dict(self.client.cookies.items())

    async def to_code(self) -> str:
        """From the start page to the resume code, on the shortest path; the code as it is shown."""
        await self.opens("/")
        await self.presses_payload("/start")
        for choice in ("in_danger=safe", "need=someone", "for_whom=self", "kind=bullying"):
            await self.presses_payload(f"/SetSlots({choice})")
        await self.chooses(about="colleague")
        await self.chooses(pick="any")
        sheet = Page((await self.client.get("/chat/sheet")).text)
        return sheet.words

    async def introduces(self) -> str:
        """The shortest path to "sent"; gives the eight words of the resume code."""
        await self.to_code()
        code = await self.code()
        await self.chooses(teach="skip")
        await self.chooses(send="yes")
        return code

    async def code(self) -> str:
        """The resume code, read from its sheet."""
        answer = await self.client.get("/chat/sheet")
        found = answer.text.partition('<ol class="sheet"')[2].partition("</ol>")[0]
        return " ".join(line.removeprefix("<li>").removesuffix("</li>") for line in found.split("\n")[1:-1])

    async def logs_in(self, path: str) -> Page:
        """Open a login link and press its button."""
        await self.opens(path)
        return await self.sends(self.form(path))

    async def unlocks(self, phrase: str) -> Page:
        """Type the passphrase."""
        return await self.sends(self.form("/desk/unlock"), phrase=phrase)


@asynccontextmanager
async def visitor(app: ASGIApp, **headers: str) -> AsyncIterator[Visitor]:
    """A fresh browser on this application."""
    given = {"sec-fetch-site": "same-origin", "accept-language": "nl", **headers}
    transport = httpx.ASGITransport(app, raise_app_exceptions=True)
    async with httpx.AsyncClient(
        transport=transport, base_url=HOME, headers=given, follow_redirects=True
    ) as client:
        yield Visitor(client)
