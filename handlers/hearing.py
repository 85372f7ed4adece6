"""Understanding typed words off the event loop, by whatever recogniser is wired in (nlu.md)."""

import asyncio
from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Protocol

from dialogues.model import UNHEARD, Expectation, Heard
from dialogues.private import Private

WINDOW = 4_000
"""Characters that a recogniser reads of one text; what is longer is heard in pieces."""

OVERLAP = 200
"""Characters that two pieces share, so that no sentence about danger falls between them."""


class Recogniser(Protocol):
    """Whatever makes proposals of typed words; dialogues.understand has one."""

    def hear(self, text: Private, language: str, expectation: Expectation | None) -> Heard:
        """What the words may mean. Deterministic, on this machine, keeps nothing."""


Tongue = Callable[[str], str | None]
"""The language that a text is surely in, or None."""


class Hearing:
    """Hears with one recogniser. `quick`: it takes under a few milliseconds, so no thread is worth it."""

    def __init__(
        self,
        recogniser: Recogniser,
        *,
        quick: bool,
        offered: Collection[str] = (),
        tongue: Tongue | None = None,
    ) -> None:
        """`offered`: the languages of the conversations; only these are named, once `tongue` is known."""
        self._recogniser, self._quick = recogniser, quick
        self._offered, self._tongue = offered, tongue

    def use(self, recogniser: Recogniser, *, quick: bool) -> None:
        """Hear with this one from the next message on."""
        self._recogniser, self._quick = recogniser, quick

    def know_languages(self, tongue: Tongue) -> None:
        """Name the language of what is typed, from the next message on."""
        self._tongue = tongue

    async def hear(self, text: Private | None, language: str, expectation: Expectation | None) -> Heard:
        """What was heard; nothing when nothing was typed.

        A text over WINDOW is about what its end is about; danger counts wherever it stands in it.
        """
        if text is None:
            return UNHEARD
        pieces = _pieces(text)
        heard = await self._off(lambda recogniser: _hear(recogniser, pieces, language, expectation))
        return replace(heard, language=self._language(pieces[-1]))

    async def hear_story(self, story: Private, language: str) -> Heard:
        """What a story in several messages is about, by its newest WINDOW characters."""
        newest = _pieces(story)[-1]
        return await self._off(lambda recogniser: recogniser.hear(newest, language, None))

    def _language(self, text: Private) -> str | None:
        found = self._tongue(text.reveal()) if self._tongue is not None else None
        return found if found in self._offered else None

    async def _off(self, job: Callable[[Recogniser], Heard]) -> Heard:
        if self._quick:
            return job(self._recogniser)
        return await asyncio.to_thread(job, self._recogniser)


def _pieces(text: Private) -> list[Private]:
    """The text in pieces of at most WINDOW, the last one as long as can be."""
    words = text.reveal()
    if len(words) <= WINDOW:
        return [text]
    starts = range(len(words) - WINDOW, OVERLAP - WINDOW, OVERLAP - WINDOW)
    return [Private(words[max(0, start) : start + WINDOW]) for start in reversed(starts)]


def _hear(
    recogniser: Recogniser, pieces: list[Private], language: str, expectation: Expectation | None
) -> Heard:
    *before, last = pieces
    heard = recogniser.hear(last, language, None if before else expectation)
    if not before:
        return heard
    kinds = [
        *heard.crisis,
        *(kind for piece in before for kind in recogniser.hear(piece, language, None).crisis),
    ]
    return replace(heard, choice=None, intent=None, crisis=tuple(dict.fromkeys(kinds)))
