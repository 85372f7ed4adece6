"""Understanding typed words off the event loop, by whatever recogniser is wired in (nlu.md)."""

import asyncio
from typing import Protocol

from dialogues.model import UNHEARD, Expectation, Heard
from dialogues.private import Private


class Recogniser(Protocol):
    """Whatever makes proposals of typed words; dialogues.understand has one."""

    def hear(self, text: Private, language: str, expectation: Expectation | None) -> Heard:
        """What the words may mean. Deterministic, on this machine, keeps nothing."""


class Hearing:
    """Hears with one recogniser. `quick`: it takes under a few milliseconds, so no thread is worth it."""

    def __init__(self, recogniser: Recogniser, *, quick: bool) -> None:
        self._recogniser, self._quick = recogniser, quick

    def use(self, recogniser: Recogniser, *, quick: bool) -> None:
        """Hear with this one from the next message on."""
        self._recogniser, self._quick = recogniser, quick

    async def hear(self, text: Private | None, language: str, expectation: Expectation | None) -> Heard:
        """What was heard; nothing when nothing was typed."""
        if text is None:
            return UNHEARD
        if self._quick:
            return self._recogniser.hear(text, language, expectation)
        return await asyncio.to_thread(self._recogniser.hear, text, language, expectation)
