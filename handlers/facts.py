"""Facts put into words for the chat and the pages: counsellors, help lines, doors."""

from collections.abc import Callable, Iterable
from datetime import date

from dialogues.guide import HelpLine
from handlers.domain.consent import Receiver
from handlers.domain.policy import Door
from handlers.domain.proposals import Recipient
from handlers.domain.roster import Counsellor, Roster
from handlers.words import Words


def roster_text(words: Words, counsellors: Iterable[Counsellor], today: date) -> str:
    """Every counsellor as the employee reads them (C55): who, where, when, how to reach."""
    return "\n\n".join(_entry(words, counsellor, today) for counsellor in counsellors)


def _entry(words: Words, who: Counsellor, today: date) -> str:
    lines = [
        words(
            "fact-roster-entry",
            name=who.name,
            gender=words(f"fact-{who.gender.value}"),
            side=words("fact-internal" if who.internal else "fact-external"),
            place=who.place,
            days=who.days,
            phone=who.phone,
            mail=who.mail,
        )
    ]
    if hello := who.hello.get(words.language):
        lines.append(words("fact-roster-hello", hello=hello))
    if who.trained(today):
        lines.append(words("fact-roster-trained"))
    if who.protected_on is not None and who.protected_on <= today:
        lines.append(words("fact-roster-protected"))
    if not who.present(today):
        lines.append(words("fact-absent"))
    return "\n".join(lines)


def counsellor_title(words: Words, who: Counsellor) -> str:
    """A counsellor as a button: name, and man or woman."""
    return words("fact-roster-option", name=who.name, gender=words(f"fact-{who.gender.value}"))


def receiver_name(words: Callable[..., str], roster: Roster, who: Receiver) -> str:
    """Who a consent names: a counsellor by name, anybody else as a role."""
    if isinstance(who, Recipient):
        return words(f"fact-step-to-{who.value.replace('_', '-')}")
    found = roster.get(who)
    return found.name if found else who


def lines_text(words: Words, lines: Iterable[HelpLine]) -> str:
    """Help lines, one a line, numbers as they are dialled."""
    return "\n".join(_line(words, line) for line in lines)


def _line(words: Words, line: HelpLine) -> str:
    language = words.language
    how = " · ".join(filter(None, (line.number, (line.url or "").removeprefix("https://"))))
    known = [part[language] for part in (line.hours, line.cost) if part]
    details = ", ".join((*known, words(f"fact-line-named-{line.named.value}")))
    name = line.name[language]
    if not how:
        return name
    return words("fact-line-details", name=name, how=how, details=details)


def card_text(words: Words, line: HelpLine) -> str:
    """A help line as a card to keep: what they do, how to reach them, cost, and whether a name is needed."""
    language, how = words.language, (line.number, (line.url or "").removeprefix("https://"))
    return words(
        "fact-card",
        name=line.name[language],
        what=line.what[language],
        how=" · ".join(filter(None, how)) or words("fact-card-how-unknown"),
        hours=(line.hours or {}).get(language) or words("fact-card-ask"),
        cost=(line.cost or {}).get(language) or words("fact-card-ask"),
        named=words(f"fact-named-{line.named.value}"),
    )


def doors_text(words: Words, doors: Iterable[Door]) -> str:
    """Doors inside or outside the organisation as HR wants them read."""
    language = words.language
    return "\n".join(
        words("fact-door", name=door.name[language], contact=door.contact[language]) for door in doors
    )
