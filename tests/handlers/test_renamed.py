"""Whoever renames a body in the organisation map changes every text that names it (C39, C63)."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from bot.places import DEMO
from bot.policy_file import load_policy
from bot.settings import Settings
from bot.wiring import House, Reading, build
from handlers.domain.bodies import CALLED, called
from handlers.domain.policy import Policy
from handlers.voice import TERMS, policy_values
from tests.handlers.test_doors import to_topic
from tests.house import Employee, MovableClock
from tests.web.rooms import addresses

NEW = {
    "board": ("Het stadsbestuur", "het stadsbestuur", "The city council", "the city council"),
    "hr": ("Team Mens", "team Mens", "Team People", "team People"),
    "manager": ("Je ploegbaas", "je ploegbaas", "Your foreman", "your foreman"),
    "or": ("De personeelsraad", "de personeelsraad", "The staff council", "the staff council"),
}
OLD = {
    "nl": r"P&O|[Dd]irectie\b|[Jj]e leidinggevende|\bOR\b|ndernemingsraad",
    "en": r"\bHR\b|[Tt]he board\b|[Yy]our manager|orks council",
}


def renamed(policy: Policy) -> Policy:
    """The policy with other names for four bodies of the map."""
    doors = []
    for door in policy.doors:
        if door.id in NEW:
            nl, _, en, _ = NEW[door.id]
            door = replace(door, name={"nl": nl, "en": en}, called=None)
        doors.append(door)
    return replace(policy, doors=tuple(doors))


@pytest.fixture
def policy() -> Policy:
    """The demo's policy."""
    return load_policy(DEMO / "policy.yml")


@pytest.mark.clause("C39")
@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_text_keeps_the_old_name_and_each_that_named_it_says_the_new_one(
    reading: Reading, policy: Policy, language: str
) -> None:
    texts, new = reading.flows.texts, policy_values(renamed(policy), language)
    named = 0
    for text_id, entry in texts.entries(language).items():
        for part, blanks in entry.blanks.items():
            words = texts.fill(
                f"{text_id}.{part}" if part else text_id, language, {**dict.fromkeys(blanks, "…"), **new}
            )
            assert not re.search(OLD[language], words), (text_id, words)
            for body in CALLED:
                if (blank := TERMS.get(body, body)) in blanks:
                    assert new[blank].lower() in words.lower(), (text_id, words)
                    named += 1
    assert named > 60


@pytest.mark.clause("C39")
def test_a_name_in_a_sentence_is_what_the_map_says_else_its_name_else_the_protocol_s(
    policy: Policy, tmp_path: Path
) -> None:
    assert called(Policy(""), "board", "nl") == "de directie"
    assert called(policy, "hr", "nl") == "P&O"
    assert called(renamed(policy), "board", "nl") == "het stadsbestuur"
    text = (DEMO / "policy.yml").read_text("utf-8")
    this = "name: {nl: Directie, en: The board}"
    assert this in text
    more = f"{this}\n    called: {{nl: het dagelijks bestuur, en: the executive}}"
    (tmp_path / "policy.yml").write_text(text.replace(this, more), "utf-8")
    assert called(load_policy(tmp_path / "policy.yml"), "board", "nl") == "het dagelijks bestuur"
    acronym = replace(policy.doors[0], id="hr", name={"nl": "HRM", "en": "HRM"})
    assert called(replace(policy, doors=(acronym,)), "hr", "nl") == "HRM"


@pytest.mark.clause("C63")
async def test_a_question_about_policy_goes_to_its_owner_by_the_name_in_the_map(
    house: House, policy: Policy, folder: Path, reading: Reading
) -> None:
    other = await build(
        Settings(data_dir=folder / "renamed"), MovableClock(), renamed(policy), reading=reading
    )
    for here, owner, contact in (
        (house, "De directie en P&O beslissen over het beleid.", "Directie: directiesecretariaat"),
        (other, "Het stadsbestuur en team Mens beslissen over het beleid.", "Het stadsbestuur: directie"),
    ):
        employee = Employee(here)
        await to_topic(employee)
        await employee.chooses(topic="policy")
        await employee.chooses(check_repeats="no")
        await employee.chooses(check_identity="no")
        assert owner in employee.screen
        assert contact in employee.screen
        assert "geeft daar alleen advies over" in employee.screen
        assert "/SetSlots(still=yes)" in employee.buttons
    await other.close()


@pytest.mark.clause("C63")
async def test_no_address_of_a_counsellor_changes_the_policy(house: House) -> None:
    posts = [path for method, path in addresses(house, "/desk") if method == "POST"]
    assert posts
    assert [path for path in posts if "policy" in path or "procedures" in path or "help" in path] == []
    assert [path for method, path in addresses(house, "/desk/library") if method != "GET"] == []
