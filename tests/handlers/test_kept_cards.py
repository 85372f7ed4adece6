"""Whether a name is needed is said beforehand, and a card can be kept in one piece (C51)."""

from functools import partial

import pytest

from bot.wiring import House
from dialogues.guide import NameNeeded
from dialogues.private import Private
from handlers.actions.keeping import ABOVE
from handlers.domain.proposals import RULES, Plan, StepKind, recipients
from handlers.facts import lines_text
from handlers.library import entries, entry, entry_title, kept_text
from handlers.voice import policy_values
from handlers.words import Words
from tests.handlers.stepping import proposes, talking
from tests.handlers.test_doors import to_options
from tests.handlers.test_help_choosing import kept
from tests.house import Employee

LANGUAGES = ("nl", "en")


def words_of(house: House, language: str) -> Words:
    return Words(house.voice.flows.texts, language, partial(policy_values, house.policy))


@pytest.mark.clause("C51")
@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_short_line_says_whether_a_name_is_needed(house: House, language: str) -> None:
    words = words_of(house, language)
    assert {line.named for line in house.guide.lines} >= {NameNeeded.NEVER, NameNeeded.ASK}
    for line in house.guide.lines:
        if line.number or line.url:
            assert words(f"fact-line-named-{line.named.value}") in lines_text(words, [line])


@pytest.mark.clause("C51")
@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_card_to_keep_has_title_name_and_all_that_the_employee_reads(
    house: House, language: str
) -> None:
    words = words_of(house, language)
    for each in entries(house.guide, house.policy):
        text = kept_text(words, each, house.guide, house.policy)
        assert text.count(entry_title(words, each)) >= 1
        assert words("fact-kept-named", named="").strip() in text
        for card in getattr(each, "cards", ()):
            assert words(card) in text


@pytest.mark.clause("C51")
@pytest.mark.parametrize("option", ["police", "formal", "hr", "care"])
async def test_an_employee_keeps_a_card_as_one_message_and_nothing_is_kept_of_that(
    house: House, employee: Employee, option: str
) -> None:
    await to_options(employee)
    before = await kept(house)
    await employee.chooses(option=option)
    if any("about" in button for button in employee.buttons):
        await employee.chooses(about="colleague")
    await employee.chooses(option_next="keep")
    found = entry(house.guide, house.policy, f"procedure-{option}")
    assert found is not None
    text = kept_text(words_of(house, "nl"), found, house.guide, house.policy)
    (message,) = [m for m in employee.last.messages if text in m.text.reveal()]
    assert "Is je naam nodig" in message.text.reveal()
    assert "/SetSlots(option_next=more)" in employee.buttons, "and one goes on where one was"
    assert await kept(house) == before


@pytest.mark.clause("C18", "C51")
async def test_about_one_s_own_manager_the_card_is_of_another_manager(
    house: House, employee: Employee
) -> None:
    await to_options(employee, about="manager")
    await employee.chooses(option="manager")
    await employee.chooses(option_next="keep")
    found = entry(house.guide, house.policy, f"procedure-{ABOVE}")
    assert found is not None
    assert kept_text(words_of(house, "nl"), found, house.guide, house.policy) in employee.screen


@pytest.mark.clause("C51")
@pytest.mark.parametrize("kind", list(StepKind))
async def test_every_proposed_step_says_before_the_yes_whether_a_name_is_needed(
    house: House, employee: Employee, kind: StepKind
) -> None:
    vera, case = await talking(house, employee)
    to = recipients(kind, house.policy.mediation, outside=False)[0]
    assert await proposes(house, vera, case, Plan(kind, to, Private("Dit is de hele tekst.")))
    await employee.commands("/news")
    named = words_of(house, "nl")(f"fact-step-name-{kind.value}")
    assert f"Is je naam nodig? {named}" in employee.screen
    assert named.startswith("Ja") or not RULES[kind].named
