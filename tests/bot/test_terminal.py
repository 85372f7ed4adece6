"""The chat in a terminal: every word of a message and of its choices, as it was written."""

from io import StringIO
from pathlib import Path

from rich.console import Console

from bot.terminal import chat
from dialogues.private import Private
from handlers.ports import Answer, Inbound, OutButton, Outgoing
from tests.house import MovableClock, house_in, template

LONG = "Bijvoorbeeld schreeuwen, een vuist maken, je volgen of een dreigmail die blijft komen."
BRACKETS = "mijn baas [naam] zei [b]ga weg[/b]"


class Shows:
    """A front that shows one message, whatever is said."""

    async def take(self, inbound: Inbound) -> Answer:
        """The message, with somebody's own words on a choice."""
        line = OutButton(Private(BRACKETS), "/SetSlots(line=1)")
        return Answer((Outgoing(Private(f"{LONG}\n{BRACKETS}"), (line,)),), inbound.language or "nl")


class AtItsEnd(Console):
    """A terminal in which nobody types any more."""

    def input(self, *_: object, **__: object) -> str:
        """The end of input."""
        raise EOFError


async def test_no_word_is_cut_off_and_brackets_stay(folder: Path) -> None:
    house = await house_in(folder / "house", await template(folder / "furnished"), MovableClock())
    paper = StringIO()
    terminal = AtItsEnd(file=paper, width=80, soft_wrap=True)  # as the commands have it
    try:
        await chat(Shows(), house.voice, terminal, "nl")  # type: ignore[arg-type]  # `take` is all of a front
    finally:
        await house.close()
    shown = " ".join(paper.getvalue().replace("│", " ").split())
    assert LONG in shown
    assert shown.count(BRACKETS) == 2
