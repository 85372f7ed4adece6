"""What has to be so, all of it, before secrecy may be broken in great danger (C42, A03)."""

from collections.abc import Mapping
from enum import StrEnum


class Condition(StrEnum):
    """One thing that has to be so, in the order in which it is looked at; each has a text `weigh-<value>`."""

    ASKED = "asked"  # everything was done to get a yes
    DISTRESS = "distress"  # keeping silent brings the counsellor in grave conflict
    ONLY = "only"  # there is no other way
    HARM = "harm"  # serious harm is nearly certain if nothing is said
    HELPS = "helps"  # saying it nearly certainly prevents or limits that harm
    LEAST = "least"  # as little as possible is said, to as few as possible


class Answer(StrEnum):
    """How it is, as the counsellor sees it. Doubt is no yes."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


def unmet(answers: Mapping[Condition, Answer]) -> tuple[Condition, ...]:
    """Everything that is not surely so; what was not answered is among it."""
    return tuple(each for each in Condition if answers.get(each) is not Answer.YES)
