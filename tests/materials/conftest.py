"""The demo organisation on paper."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from bot.materials import Entrance, Facts, Wording, facts_of
from bot.places import DEMO, DIALOGUES
from bot.policy_file import load_policy
from bot.roster_file import load_roster
from dialogues.loader import load
from dialogues.texts import Texts
from handlers.domain.ids import CounsellorId
from handlers.domain.roster import Gender, Roster

TODAY = date(2026, 11, 24)
MakeFacts = Callable[..., Facts]


@pytest.fixture(scope="session")
def texts() -> Texts:
    return load(DIALOGUES).texts


@pytest.fixture(scope="session")
def roster() -> Roster:
    return replace(load_roster(DEMO / "roster.yml"), version=7)


@pytest.fixture(scope="session")
def make(texts: Texts, roster: Roster) -> MakeFacts:
    """Facts of the demo, or of `many` people of whom the last one is the only man."""

    def facts(language: str = "nl", many: int = 0, name: str | None = None) -> Facts:
        vera = next(who for who in roster.counsellors if who.gender is Gender.WOMAN)
        daan = next(who for who in roster.counsellors if who.gender is Gender.MAN)
        people = roster.counsellors
        if many:
            women = [
                replace(vera, id=CounsellorId(f"v{at}"), name=f"Vera Nummer {at}") for at in range(1, many)
            ]
            people = (*women, daan)
        if name is not None:
            people = (replace(people[0], name=name, hello={language: name}), *people[1:])
        return facts_of(
            replace(roster, counsellors=people),
            Wording(texts, load_policy(DEMO / "policy.yml"), language),
            Entrance("https://openoor.korenbloem.example", "open_oor_bot"),
            TODAY,
        )

    return facts
