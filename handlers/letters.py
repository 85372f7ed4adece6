"""The words of a counsellor on the employee's screen, opened with the employee's own key."""

from collections.abc import Sequence

from dialogues.private import Private
from dialogues.render import shown_date
from handlers.domain.ids import MessageId
from handlers.ports import Author, Channel, Letter, Mail, MailKind
from handlers.turn_context import TurnContext


async def unread(turn: TurnContext, mail: tuple[Mail, ...]) -> tuple[Letter, ...]:
    """What the counsellor wrote since the last visit, oldest first.

    Empty on the web, where the page shows all letters beside the dialogue.
    """
    fresh = sum(piece.kind is MailKind.MESSAGE for piece in mail)
    return (await _written(turn))[-fresh:] if fresh else ()


async def shown_before(turn: TurnContext, letters: Sequence[MessageId]) -> tuple[Letter, ...]:
    """The letters of the last answer once more: their mail is gone, they themselves are not."""
    return tuple(letter for letter in await _written(turn) if letter.id in letters) if letters else ()


def signed(turn: TurnContext, letters: Sequence[Letter]) -> tuple[Private, ...]:
    """Letters as messages, each with the counsellor's name and the day."""
    case = turn.case
    who = turn.directory.roster.get(case.counsellor) if case else None
    name = who.name if who else case.counsellor if case else ""
    return tuple(
        Private(
            turn.words(
                "fact-letter-counsellor",
                name=name,
                day=shown_date(letter.on, turn.language),
                text=letter.text,
            )
        )
        for letter in letters
    )


async def _written(turn: TurnContext) -> tuple[Letter, ...]:
    case = turn.case
    if case is None or turn.channel is Channel.WEB:
        return ()
    key = await turn.employee_key()
    if key is None:
        return ()
    return tuple(letter for letter in await turn.letters(case, key) if letter.author is Author.COUNSELLOR)
