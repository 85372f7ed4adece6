"""The chat in a terminal, for trying out: the same turns as every other channel, numbered choices."""

import asyncio
import secrets

from rich.console import Console
from rich.panel import Panel
from rich.text import Text

from bot.front import Front
from dialogues.private import Private
from handlers.ports import Answer, Channel, Inbound, OutButton
from handlers.voice import Voice


async def chat(front: Front, voice: Voice, console: Console, language: str) -> None:
    """Talk until end of input. A number presses that choice, anything else is said in own words."""
    sender = Private(secrets.token_urlsafe(32))
    answer = await front.take(_inbound(sender, payload="/start", language=language))
    while True:
        choices = _show(console, voice, answer)
        try:
            typed = await asyncio.to_thread(console.input, "> ")
        except (EOFError, KeyboardInterrupt):
            return
        pressed = choices.get(typed.strip())
        if pressed is not None:
            answer = await front.take(_inbound(sender, payload=pressed, language=language))
        elif typed.startswith("/"):
            answer = await front.take(_inbound(sender, payload=typed.strip(), language=language))
        else:
            answer = await front.take(_inbound(sender, text=Private(typed), language=language))


def _inbound(
    sender: Private, *, text: Private | None = None, payload: str | None = None, language: str
) -> Inbound:
    return Inbound(Channel.TERMINAL, secrets.token_hex(16), sender, text, payload, language=language)


def _show(console: Console, voice: Voice, answer: Answer) -> dict[str, str]:
    """Print the messages; the numbers of their choices and what each sends."""
    offered: list[OutButton] = []
    for message in answer.messages:
        # Text, so that brackets in somebody's words are no markup; wrapped, so that no word is cut off.
        console.print(Panel(Text(message.text.reveal()), width=min(console.width, 78)), soft_wrap=False)
        offered.extend(message.buttons)
    offered.extend(voice.always(answer.language))
    for number, button in enumerate(offered, 1):
        console.print(Text.assemble("  ", (str(number), "bold"), "  ", button.title.reveal()))
    return {str(number): button.payload for number, button in enumerate(offered, 1)}
