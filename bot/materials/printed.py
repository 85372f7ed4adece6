"""Posters, cards and the welcome pack as PDF/UA-1 (ISO 14289-1): own fonts, no download."""

import json
from dataclasses import asdict, replace
from enum import StrEnum
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

import segno

from bot.materials.facts import Facts, Person
from handlers.domain.errors import OpenOorError
from handlers.domain.roster import Gender

FOLDER = Path(__file__).parent / "typst"

WORDS = (
    *("poster-title", "poster-question", "poster-kinds", "poster-offer", "poster-people", "poster-scan"),
    *("poster-own-phone", "poster-danger", "card-title", "card-offer", "pack-title", "pack-intro"),
    *("pack-reach", "pack-reach-text", "pack-open-oor", "pack-try", "talk-title", "talk-why"),
    *(f"talk-{part}{kind}" for part in range(1, 6) for kind in ("", "-text")),
)
PAGES = (
    *("page-what-title", "page-what-does", "page-what-does-not", "page-what-secrecy"),
    *("utter_what_does", "utter_what_does_not", "utter_secrecy"),
)
"""Texts of the page about what a counsellor does: the pack says the same, in the same words."""


ON_A_CARD = 4
"""How many people fit on a card for a wallet."""


class Printed(StrEnum):
    """What can be printed; the value names the file."""

    POSTER_A4 = "poster-a4"
    POSTER_A5 = "poster-a5"
    CARDS = "cards"
    PACK = "pack"


class PrintingMissing(OpenOorError):
    """This installation cannot make a PDF: the extra `reports` is not there."""

    def __init__(self) -> None:
        super().__init__('PDFs need the extra "reports": pip install "openoor[reports]"')


def can_print() -> bool:
    """Whether the extra `reports` is installed."""
    return find_spec("typst") is not None


def printed(what: Printed, facts: Facts) -> bytes:
    """One PDF; the same facts give the same bytes. Takes up to 0.2 s: call it off the event loop.

    Raises PrintingMissing when the extra `reports` is not installed.
    """
    if not can_print():
        raise PrintingMissing
    import typst  # only here: it is an extra, and a server that prints nothing has no use for it

    name, _, size = what.value.partition("-")
    facts = _welcoming(facts) if what is Printed.PACK else facts
    return typst.compile(
        str(FOLDER / f"{name}.typ"),
        root=str(FOLDER),
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards="ua-1",
        sys_inputs={"size": size or "a4", "facts": json.dumps(_values(facts)), "code": _code(facts.link)},
        timestamp=0,
    )


def on_a_card(people: tuple[Person, ...]) -> tuple[Person, ...]:
    """As many people as fit on a card, in the roster's order; a man and a woman are among them (C24)."""
    first = {person.gender: person for person in reversed(people)}
    needed = {first[gender].name for gender in (Gender.MAN, Gender.WOMAN) if gender in first}
    others = [person.name for person in people if person.name not in needed][: ON_A_CARD - len(needed)]
    return tuple(person for person in people if person.name in needed or person.name in others)


def _welcoming(facts: Facts) -> Facts:
    """The same facts with the address for new colleagues in the place of the list (C58)."""
    return replace(facts, link=facts.welcome_link, site=facts.welcome_site)


def _values(facts: Facts) -> dict[str, object]:
    words = {name: facts.words(f"material-{name}") for name in WORDS}
    return {
        "language": facts.language,
        "organisation": facts.organisation,
        "people": [_shown(person, facts) for person in facts.people],
        "card_people": [_shown(person, facts) for person in on_a_card(facts.people)],
        "card_more": facts.words("material-card-more") if len(facts.people) > ON_A_CARD else "",
        "site": facts.site,
        "telegram": _on_telegram("material-poster-telegram", facts),
        "welcome_telegram": _on_telegram("material-pack-telegram", facts),
        "stand": facts.stand,
        "qr": facts.words("material-qr", address=facts.site),
        "words": words,
        "pages": {name: facts.words(name) for name in PAGES},
        "minutes": [facts.words("material-talk-minute", minute=minute) for minute in range(1, 6)],
    }


def _on_telegram(text_id: str, facts: Facts) -> str:
    return facts.words(text_id, name=facts.telegram) if facts.telegram else ""


def _shown(person: Person, facts: Facts) -> dict[str, object]:
    """A person as typst reads it: the bytes of a photo as numbers, with the words of who cannot see it."""
    photo = list(person.photo or b"")
    return asdict(person) | {"photo": photo, "photo_of": facts.words("photo-of", name=person.name)}


def _code(link: str) -> str:
    """The QR code (ISO/IEC 18004) as SVG, with the white border that readers need."""
    picture = BytesIO()
    segno.make(link, error="q", micro=False).save(picture, kind="svg", border=4, light="#fff", xmldecl=False)
    return picture.getvalue().decode()
