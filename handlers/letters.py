"""The words of a counsellor on the employee's screen, opened with the employee's own key."""

from dialogues.private import Private
from dialogues.render import shown_date
from handlers.ports import Author, Channel, Mail, MailKind
from handlers.turn_context import TurnContext


async def unread(turn: TurnContext, mail: tuple[Mail, ...]) -> tuple[Private, ...]:
    """What the counsellor wrote since the last visit, oldest first, signed with name and day.

    Empty on the web, where the page shows all letters beside the dialogue.
    """
    fresh = sum(piece.kind is MailKind.MESSAGE for piece in mail)
    case = turn.case
    if not fresh or case is None or turn.channel is Channel.WEB:
        return ()
    key = await turn.employee_key()
    if key is None:
        return ()
    written = [letter for letter in await turn.letters(case, key) if letter.author is Author.COUNSELLOR]
    who = turn.directory.roster.get(case.counsellor)
    name = who.name if who else case.counsellor
    return tuple(
        Private(
            turn.words(
                "fact-letter-counsellor",
                name=name,
                day=shown_date(letter.on, turn.language),
                text=letter.text,
            )
        )
        for letter in written[-fresh:]
    )
