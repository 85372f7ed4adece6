"""The facts that every material shows, taken from the published roster only."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from dialogues.render import full_date
from dialogues.texts import Texts
from handlers.domain.policy import Policy
from handlers.domain.roster import Counsellor, Gender, Roster
from handlers.voice import policy_values

WELCOME = {"nl": "/nieuw"}
"""Where a new colleague comes in, as it is printed; in other languages it is /new."""


@dataclass(frozen=True, slots=True)
class Person:
    """A counsellor in words of one language. Public: HR wrote all of it for everyone to read."""

    name: str
    gender: Gender
    kind: str  # "woman, works here"
    hello: str
    place: str
    days: str
    phone: str
    mail: str
    away: str  # words that say so; empty when present
    photo: bytes | None = None  # JPEG, square

    @property
    def dial(self) -> str:
        """What a phone calls."""
        return dialled(self.phone)


@dataclass(frozen=True, slots=True)
class Wording:
    """The texts of the product in one language, with the terms of the policy filled in."""

    texts: Texts
    policy: Policy
    language: str

    def __call__(self, text_id: str, /, **blanks: str | int) -> str:
        """One text by its id."""
        terms = policy_values(self.policy, self.language)
        return self.texts.fill(text_id, self.language, {**terms, **blanks})


@dataclass(frozen=True, slots=True)
class Entrance:
    """Where people come in: the address that they are given, without a slash at its end, and a bot's name."""

    address: str
    telegram: str | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What stands on a material, in one language."""

    language: str
    organisation: str
    people: tuple[Person, ...]
    link: str  # what the code opens
    site: str  # the same place, short enough to type
    welcome_link: str  # what the code of the welcome pack opens: getting to know the counsellors
    welcome_site: str
    telegram: str | None
    version: int
    day: date
    words: Wording

    @property
    def stand(self) -> str:
        """From when this list is, and where the newest one is."""
        return self.words("material-stand", day=full_date(self.day, self.language), version=self.version)

    @property
    def stand_by_link(self) -> str:
        """The same where there is a link to press and no code."""
        return self.words("material-stand-link", day=full_date(self.day, self.language), version=self.version)


def facts_of(
    roster: Roster,
    words: Wording,
    entrance: Entrance,
    today: date,
    photos: Mapping[str, bytes] | None = None,
) -> Facts:
    """The facts of the published roster today. `photos`: a JPEG by the counsellor's id, for who has one."""
    address, welcome = entrance.address, WELCOME.get(words.language, "/new")
    short = address.removeprefix("https://").removeprefix("http://")
    facts = Facts(
        language=words.language,
        organisation=words.policy.organisation,
        people=(),
        link=stale_link(address, "/wie", roster.version, words.language),
        site=f"{short}/wie",
        welcome_link=stale_link(address, welcome, roster.version, words.language),
        welcome_site=short + welcome,
        telegram=entrance.telegram,
        version=roster.version,
        day=today,
        words=words,
    )
    people = (_person(who, facts, today, photos or {}) for who in roster.active(today))
    return replace(facts, people=tuple(people))


def dialled(number: str) -> str:
    """The first number in these words as a phone calls it; a (0) behind a country code is not called."""
    first = re.search(r"[+0-9(][^A-Za-z]*", number)
    called = re.sub(r"[^0-9+(]", "", first[0]) if first else ""
    return re.sub(r"^(\+|00)(\d{1,3})\(0", r"\1\2", called).replace("(", "")


def stale_link(address: str, path: str, version: int, language: str) -> str:
    """A page with the newest list, which says when the material it was printed on is older (C55)."""
    return f"{address}{path}?poster={version}&lang={language}"


def _person(who: Counsellor, facts: Facts, today: date, photos: Mapping[str, bytes]) -> Person:
    side = facts.words("fact-internal" if who.internal else "fact-external")
    return Person(
        name=who.name,
        gender=who.gender,
        kind=f"{facts.words(f'fact-{who.gender.value}')}, {side}",
        hello=who.hello.get(facts.language, ""),
        place=who.place,
        days=who.days,
        phone=who.phone,
        mail=who.mail,
        away="" if who.present(today) else facts.words("material-absent"),
        photo=photos.get(who.id),
    )
