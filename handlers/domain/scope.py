"""Whether a topic is one for a counsellor (C59, C64 to C66). Doubt is in scope."""

from dataclasses import dataclass
from enum import StrEnum


class Topic(StrEnum):
    """What someone says it is about, when it is none of the kinds."""

    LABOUR_CONFLICT = "labour_conflict"
    REORGANISATION = "reorganisation"
    SOCIAL_WORK = "social_work"
    HEALTH = "health"
    HR_PRACTICAL = "hr_practical"
    POLICY = "policy"
    INTEGRITY = "integrity"
    DATA_PRIVACY = "data_privacy"
    OTHER_TOPIC = "other_topic"


class Check(StrEnum):
    """An answer to one of the two check questions."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


EVERY_TOPIC = frozenset(Topic)
EVERY_CHECK = frozenset(Check)
DOUBT = frozenset({Check.UNSURE})
SAID_YES = frozenset({Check.YES})
SAID_NO = frozenset({Check.NO})


@dataclass(frozen=True, slots=True)
class ScopeRule:
    """One row of the table: when it holds, and what follows.

    `mediation_fits`: mediation is for unwanted behaviour only (C50), so never when out of scope.
    """

    id: str
    topics: frozenset[Topic]
    repeats: frozenset[Check]  # "does it happen again and again, or do you feel small or afraid?"
    identity: frozenset[Check]  # "has it to do with who you are?"
    in_scope: bool
    clause: str

    @property
    def mediation_fits(self) -> bool:
        """Whether mediation may be shown as an option."""
        return self.in_scope

    def holds(self, topic: Topic, repeats: Check, identity: Check) -> bool:
        """Whether this row is about this combination."""
        return topic in self.topics and repeats in self.repeats and identity in self.identity


def _outside(rule_id: str, clause: str, *topics: Topic) -> ScopeRule:
    return ScopeRule(rule_id, frozenset(topics), SAID_NO, SAID_NO, in_scope=False, clause=clause)


RULES: tuple[ScopeRule, ...] = (
    ScopeRule("keeps_happening", EVERY_TOPIC, SAID_YES, EVERY_CHECK, in_scope=True, clause="C64"),
    ScopeRule("who_you_are", EVERY_TOPIC, EVERY_CHECK, SAID_YES, in_scope=True, clause="C64"),
    ScopeRule("perhaps_keeps_happening", EVERY_TOPIC, DOUBT, EVERY_CHECK, in_scope=True, clause="C64"),
    ScopeRule("perhaps_who_you_are", EVERY_TOPIC, EVERY_CHECK, DOUBT, in_scope=True, clause="C64"),
    _outside("conflict", "C64", Topic.LABOUR_CONFLICT, Topic.HR_PRACTICAL),
    _outside("reorganisation", "C65", Topic.REORGANISATION),
    _outside("private", "C60", Topic.SOCIAL_WORK, Topic.HEALTH),
    _outside("policy", "C63", Topic.POLICY),
    _outside("other_route", "C51", Topic.INTEGRITY, Topic.DATA_PRIVACY),
    ScopeRule("a_human_decides", EVERY_TOPIC, EVERY_CHECK, EVERY_CHECK, in_scope=True, clause="C59"),
)
"""First row that holds. The last holds always: what no row knows, a counsellor looks at."""


def judge(topic: Topic, repeats: Check, identity: Check) -> ScopeRule:
    """The rule for this topic and these answers; always one, an unanswered question counts as UNSURE."""
    return next(rule for rule in RULES if rule.holds(topic, repeats, identity))
