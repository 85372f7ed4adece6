"""The library: every procedure and help line as the employee reads it, for whoever helps along (C36, C51)."""

from collections.abc import Iterator

from dialogues.guide import Guide, HelpLine, Procedure
from handlers.domain.policy import Policy
from handlers.facts import card_text, doors_text, lines_text
from handlers.words import Words

Entry = Procedure | HelpLine


def open_procedures(guide: Guide, policy: Policy) -> tuple[Procedure, ...]:
    """The procedures that lead anywhere in this organisation."""
    bodies = [door.id for door in policy.doors]
    return tuple(
        each
        for each in guide.procedures
        if each.open_here(bodies) and not (each.id == "mediation" and policy.mediation == "off")
    )


def entries(guide: Guide, policy: Policy) -> tuple[Entry, ...]:
    """Procedures first, then help lines, each in the order of its file."""
    return (*open_procedures(guide, policy), *guide.lines)


def entry(guide: Guide, policy: Policy, entry_id: str) -> Entry | None:
    """The entry with this id; None when there is none here."""
    return next((each for each in entries(guide, policy) if entry_key(each) == entry_id), None)


def entry_key(each: Entry) -> str:
    """An id over procedures and lines together."""
    return f"{'procedure' if isinstance(each, Procedure) else 'line'}-{each.id}"


def entry_title(words: Words, each: Entry) -> str:
    """What it is called."""
    return words(each.title) if isinstance(each, Procedure) else each.name[words.language]


def entry_text(words: Words, each: Entry, guide: Guide, policy: Policy) -> str:
    """All of it: the very cards that the employee reads, and where it goes to."""
    if isinstance(each, HelpLine):
        return card_text(words, each)
    return "\n\n".join(filter(None, (*map(words, each.cards), where(words, each, guide, policy))))


def kept_text(words: Words, each: Entry, guide: Guide, policy: Policy) -> str:
    """The same with its title and whether a name is needed, each said once: one text to keep (C51)."""
    text = entry_text(words, each, guide, policy)
    if isinstance(each, HelpLine):
        return text
    title, head = entry_title(words, each), []
    if not text.startswith(title):
        head.append(title)
    if words("fact-kept-named", named="").strip() not in "".join(map(words, each.cards)):
        head.append(words("fact-kept-named", named=words(f"fact-named-{each.named.value}")))
    return "\n".join((*head, "", text) if head else (text,))


def where(words: Words, each: Procedure, guide: Guide, policy: Policy) -> str:
    """Contact data of the bodies and lines of a procedure, one a line."""
    doors = (door for body in each.bodies if (door := policy.door(body)))
    lines = (guide.line(line) for line in each.lines)
    return "\n".join(filter(None, (doors_text(words, doors), lines_text(words, lines))))


def of_kind(found: tuple[Entry, ...], kind: str) -> Iterator[Entry]:
    """The entries for a kind or a topic; a line for anybody is for every kind."""
    return (each for each in found if kind in each.kinds or "any" in each.kinds)
