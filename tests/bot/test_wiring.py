"""What putting the house together refuses."""

import dataclasses

import pytest

from bot.wiring import ActionMissing, read_dialogues, refuse_unregistered
from handlers.actions import executor


def test_every_action_of_the_flows_is_registered() -> None:
    read = read_dialogues()
    refuse_unregistered(read.flows, executor(read.guide).actions)


def test_an_action_that_nothing_runs_is_refused_before_anybody_writes() -> None:
    read = read_dialogues()
    more = dataclasses.replace(read.flows, actions=read.flows.actions | {"action_forgotten"})
    with pytest.raises(ActionMissing, match="action_forgotten") as refused:
        refuse_unregistered(more, executor(read.guide).actions)
    assert refused.value.names == {"action_forgotten"}
