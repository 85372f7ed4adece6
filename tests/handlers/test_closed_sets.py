"""What is one of a closed set stands in every place that needs it; docs/changing.md names the places."""

import ast

from bot.server import Post
from bot.web.desk import GROUPS
from bot.wiring import House, Reading
from dialogues.understand.answers import INTENTS
from handlers.aftercare import CheckIns
from handlers.announcing import Announcing
from handlers.desk import TERMS
from handlers.domain.case import TRANSITIONS, Status, Step
from handlers.domain.policy import Policy
from handlers.domain.proposals import RULES, Recipient, StepKind
from handlers.jobs import Notices
from handlers.pings import Pings
from handlers.ports import Channel, JobKind, LinkPurpose, MailKind
from handlers.sweep import PARTS
from handlers.traces import Erasing
from handlers.voice import policy_values
from storage.audit import WORDS
from tests.architecture.modules import product

NEWS = "news_"


def test_everything_that_can_happen_while_an_employee_is_away_is_told_by_a_flow(reading: Reading) -> None:
    told = {flow.removeprefix(NEWS) for flow in reading.flows.flows if flow.startswith(NEWS)}
    assert told == {kind.value for kind in MailKind}


def test_every_wish_that_is_heard_in_typed_words_begins_a_flow(reading: Reading) -> None:
    assert set(INTENTS) <= set(reading.flows.intents)


def test_every_channel_can_be_told_apart_by_the_flows(reading: Reading) -> None:
    choices = reading.flows.slots["channel"].choices
    assert {choice.value for choice in choices} == {channel.value for channel in Channel}


def test_every_step_has_its_rule_and_every_receiver_its_words(reading: Reading) -> None:
    assert set(RULES) == set(StepKind)
    texts = reading.flows.texts
    receivers = [each.value.replace("_", "-") for each in Recipient]
    for language in texts.languages:
        terms = policy_values(Policy(""), language)
        for kind in StepKind:
            assert texts.format(f"fact-step-{kind.value}", language)
            assert texts.format(f"fact-step-name-{kind.value}", language)
        for receiver in receivers:
            assert texts.fill(f"fact-step-to-{receiver}", language, terms)
            assert texts.fill(f"desk-step-to-{receiver}", language, terms)


def test_every_durable_job_has_somebody_who_does_it(house: House) -> None:
    post = Post({})
    notices = Notices(house.store, post, house.voice.flows.texts)
    done = notices.runners() | Erasing(house.store, post).runners() | house.rounds.runners()
    done |= Announcing(house.store, post, house.voice.flows.texts, house.clock).runners()
    done |= CheckIns(house.store, post, house.voice.flows.texts).runners()
    done |= Pings(house.store, {}, house.voice.flows.texts, house.clock, "").runners()
    assert set(done) == set(JobKind) - {JobKind.HELD}, "what is held waits for a round and is no job yet"


def test_everything_that_is_due_by_the_clock_is_a_part_of_the_sweep_once() -> None:
    made = [call.args[0] for source in product() for call in source.calls("Due")]
    names = sorted(str(name.value) for name in made if isinstance(name, ast.Constant))
    assert len(names) == len(made) == len(set(names)), "each with a name of its own"
    assert sorted(part.name for part in PARTS) == names


def test_every_login_link_has_a_term() -> None:
    assert set(TERMS) == set(LinkPurpose)


def test_every_status_of_a_case_has_its_place_and_its_word_at_the_desk(reading: Reading) -> None:
    placed = [status for _, statuses in GROUPS for status in statuses]
    assert sorted(placed) == sorted(Status)
    texts = reading.flows.texts
    for language in texts.languages:
        for name, _ in GROUPS:
            assert texts.format(f"desk-inbox-{name}", language)
        for status in set(Status) - {Status.CLOSED}:
            assert texts.format(f"desk-status-{status.value.replace('_', '-')}", language)


def test_every_step_of_a_case_is_possible_somewhere() -> None:
    assert {step for _, step in TRANSITIONS} == set(Step)


def test_every_word_of_the_audit_chain_is_noted_somewhere() -> None:
    steps = {f"case {kind.value}" for kind in (MailKind.ACCEPTED, MailKind.DECLINED, MailKind.CLOSED)}
    text = "".join(source.text for source in product() if source.name.startswith(("handlers.", "bot.")))
    assert sorted(word for word in WORDS - steps if f'"{word}"' not in text) == []
