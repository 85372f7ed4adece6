"""Contact cards: vCard 3.0 (RFC 2426), the version that phones and mail programs all read."""

from bot.materials.facts import Facts, Person

_LINE = 75
"""Octets in one line; a longer one goes on in the next after a space."""


def contact_cards(facts: Facts) -> str:
    """Every counsellor as a card, in one file. Public facts only; no picture."""
    return "".join(_card(person, facts) for person in facts.people)


def _card(person: Person, facts: Facts) -> str:
    given, family = _given_and_family(person.name)
    note = "\n".join((person.days, person.place, facts.stand_by_link))
    lines = [
        "BEGIN:VCARD",
        "VERSION:3.0",
        f"FN:{_escaped(person.name)}",
        f"N:{_escaped(family)};{_escaped(given)};;;",
        f"ORG:{_escaped(facts.organisation)}",
        f"TITLE:{_escaped(facts.words('material-title-counsellor'))}",
        f"TEL;TYPE=WORK,VOICE:{_escaped(person.phone)}",
        f"EMAIL;TYPE=INTERNET:{_escaped(person.mail)}",
        f"URL:{facts.link}",
        f"NOTE:{_escaped(note)}",
        "END:VCARD",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _given_and_family(name: str) -> tuple[str, str]:
    """Anna Maria, de Wit: small words such as "van der" belong to the family name."""
    words = name.split(" ")
    at = next((n for n, word in enumerate(words) if n and word[:1].islower()), max(len(words) - 1, 1))
    return " ".join(words[:at]), " ".join(words[at:])


def _escaped(text: str) -> str:
    flat = "\n".join(text.splitlines()).replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")
    return flat.replace("\n", "\\n")


def _folded(line: str) -> str:
    """The line in pieces of at most 75 octets, never cut within a letter."""
    pieces: list[str] = []
    size = 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > _LINE:
            pieces.append("\r\n ")
            size = 1
        pieces.append(letter)
        size += octets
    return "".join(pieces)
