"""Steps toward anybody else: proposed in full words, taken only after "yes, do this" (C13 to C21, C37, C68).

A counsellor proposes, the employee decides, and only then the counsellor may carry it out. Every change is
in one table that also says who may make it, so that nobody else ever can.
"""

import json
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from dialogues.private import Private
from handlers.domain.errors import CaseError
from handlers.domain.ids import CaseId, ConsentId, MessageId, ProposalId


class StepKind(StrEnum):
    """What may be done. All are informal but the last (C67, C68)."""

    TALK = "talk"  # the employee talks with the other; nobody else is told
    LETTER = "letter"  # the employee writes to the other; nobody else is told
    TOGETHER = "together"  # the counsellor comes along to a talk
    REFER = "refer"  # the counsellor tells a body or a person of trust what was agreed, and asks for help
    GROUP = "group"  # a talk or training for the whole group
    SIGNAL = "signal"  # a signal without a name
    MEDIATE = "mediate"  # an invitation to the other for a mediated talk
    COMPLAINT = "complaint"  # a formal complaint, with the employee's name in it


class Recipient(StrEnum):
    """Who gets the words of a step: a role, never a name."""

    NOBODY = "nobody"  # the employee does it, and hands in what is to be handed in; no words leave
    OTHER = "other"
    MANAGER = "manager"
    MANAGER_ABOVE = "manager_above"
    HR = "hr"
    BOARD = "board"
    BOARD_ALTERNATIVE = "board_alternative"  # there when it is about somebody of the board (A10)
    MEDIATOR = "mediator"
    OUTSIDE = "outside"  # an external body or care


@dataclass(frozen=True, slots=True)
class Rule:
    """What belongs to one kind of step: who can get its words, and what is asked before the yes."""

    recipients: tuple[Recipient, ...]
    formal: bool = False
    named: bool = False  # the words carry the employee's name; confirmed first (A09)
    traceable: bool = False  # in a small team it can be traced; confirmed first (C68)
    safety: bool = False  # asked first whether the employee feels safe with it (C49)


_BODIES: Final = (
    Recipient.MANAGER,
    Recipient.MANAGER_ABOVE,
    Recipient.HR,
    Recipient.BOARD,
    Recipient.BOARD_ALTERNATIVE,
)

RULES: Final[dict[StepKind, Rule]] = {
    StepKind.TALK: Rule((Recipient.NOBODY,), safety=True),
    StepKind.LETTER: Rule((Recipient.NOBODY,)),
    StepKind.TOGETHER: Rule((Recipient.OTHER, *_BODIES), safety=True),
    StepKind.REFER: Rule((*_BODIES, Recipient.OUTSIDE)),
    StepKind.GROUP: Rule(_BODIES, traceable=True),
    StepKind.SIGNAL: Rule(_BODIES, traceable=True),
    StepKind.MEDIATE: Rule((Recipient.OTHER, Recipient.MEDIATOR), safety=True),
    StepKind.COMPLAINT: Rule(
        (Recipient.NOBODY, Recipient.BOARD, Recipient.BOARD_ALTERNATIVE), formal=True, named=True
    ),
}

SUBJECTS: Final = {
    Recipient.MANAGER: "manager",
    Recipient.HR: "hr",
    Recipient.BOARD: "board",
}
"""For whom is asked first whether it is about somebody there (A10)."""


def mediation_recipients(mode: str) -> tuple[Recipient, ...]:
    """Who is invited in this mode of the policy (A05); nobody when mediation is off."""
    by_mode: dict[str, tuple[Recipient, ...]] = {
        "counsellor": (Recipient.OTHER,),
        "independent_mediator": (Recipient.MEDIATOR,),
    }
    return by_mode.get(mode, ())


def recipients(kind: StepKind, mediation: str, *, outside: bool) -> tuple[Recipient, ...]:
    """Who can get the words of such a step here; empty when it cannot be proposed.

    Mediation is for unwanted behaviour only: not in a case that may be outside the protocol (C50).
    """
    if kind is StepKind.MEDIATE:
        return () if outside else mediation_recipients(mediation)
    return RULES[kind].recipients


class Decision(StrEnum):
    """Where a proposal stands."""

    OPEN = "open"  # the employee has not chosen yet; silence is no
    CHOSEN = "chosen"  # "yes, do this"; it can be withdrawn until it is carried out
    REFUSED = "refused"
    TAKEN_BACK = "taken_back"  # by the counsellor
    WITHDRAWN = "withdrawn"  # by the employee, after a yes
    LAPSED = "lapsed"  # its days are over, or the contact ended
    DONE = "carried_out"


class Act(StrEnum):
    """What can happen to a proposal."""

    CHOOSE = "choose"
    REFUSE = "refuse"
    TAKE_BACK = "take_back"
    WITHDRAW = "withdraw"
    LAPSE = "lapse"
    CARRY_OUT = "carry_out"
    DID = "did"  # the employee did a step of their own


class Actor(StrEnum):
    """Who can do something with a proposal: never the board, HR or a manager (C37)."""

    EMPLOYEE = "employee"
    COUNSELLOR = "counsellor"
    TERM = "term"


ACTORS: Final[dict[Act, Actor]] = {
    Act.CHOOSE: Actor.EMPLOYEE,
    Act.REFUSE: Actor.EMPLOYEE,
    Act.WITHDRAW: Actor.EMPLOYEE,
    Act.DID: Actor.EMPLOYEE,
    Act.TAKE_BACK: Actor.COUNSELLOR,
    Act.CARRY_OUT: Actor.COUNSELLOR,
    Act.LAPSE: Actor.TERM,
}

DECISIONS: Final[dict[tuple[Decision, Act], Decision]] = {
    (Decision.OPEN, Act.CHOOSE): Decision.CHOSEN,
    (Decision.OPEN, Act.REFUSE): Decision.REFUSED,
    (Decision.OPEN, Act.TAKE_BACK): Decision.TAKEN_BACK,
    (Decision.OPEN, Act.LAPSE): Decision.LAPSED,
    (Decision.CHOSEN, Act.CARRY_OUT): Decision.DONE,
    (Decision.CHOSEN, Act.DID): Decision.DONE,
    (Decision.CHOSEN, Act.WITHDRAW): Decision.WITHDRAWN,
    (Decision.CHOSEN, Act.LAPSE): Decision.LAPSED,
}

PENDING: Final = (Decision.OPEN, Decision.CHOSEN)


class Outcome(StrEnum):
    """How a step went, said by the employee when asked, or by the counsellor of an invitation (C68, C69)."""

    HELPED = "helped"
    PARTLY = "partly"
    NO = "no"
    WORSE = "worse"
    RATHER_NOT = "rather_not"


class Reply(StrEnum):
    """What the other side of an invitation said; both may say no or stop at any moment (C49)."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    STOPPED = "stopped"


REPLIES: Final[dict[Reply | None, tuple[Reply, ...]]] = {
    None: (Reply.ACCEPTED, Reply.DECLINED),
    Reply.ACCEPTED: (Reply.STOPPED,),
    Reply.DECLINED: (),
    Reply.STOPPED: (),
}


class ActNotAllowed(CaseError):
    """The proposal stands where this is not possible, or somebody else decides it. Nothing has changed."""

    def __init__(self, act: Act, decision: Decision) -> None:
        super().__init__(f"cannot {act} a proposal that is {decision}")
        self.act, self.decision = act, decision


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole of a step, as it is shown, agreed to and carried out. Nothing of it stands outside a seal."""

    kind: StepKind
    to: Recipient
    text: Private

    def words(self) -> Private:
        """One text that says all of it: what is sealed, and what a consent's digest is of."""
        parts = {"kind": self.kind.value, "text": self.text.reveal(), "to": self.to.value}
        return Private(json.dumps(parts, ensure_ascii=False, separators=(",", ":")))

    @classmethod
    def parse(cls, words: Private) -> "Plan":
        """The plan of its words. Raises ValueError for words that are no plan."""
        parts = json.loads(words.reveal())
        return cls(StepKind(parts["kind"]), Recipient(parts["to"]), Private(parts["text"]))

    @property
    def rule(self) -> Rule:
        """What belongs to its kind."""
        return RULES[self.kind]

    @property
    def leaves(self) -> bool:
        """Whether words go to somebody, which takes a consent that names them."""
        return self.to is not Recipient.NOBODY


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposed step as far as it is known without opening a seal. Days, never clock times."""

    id: ProposalId
    case: CaseId
    letter: MessageId  # the words as they stand now: proposed, or as the employee agreed to them
    decision: Decision
    until: date  # last day on which it can be decided or carried out
    consent: ConsentId | None = None  # the live consent of a chosen step whose words go to somebody
    done_on: date | None = None
    asked: bool = False  # the employee was asked how it went
    outcome: Outcome | None = None
    reply: Reply | None = None  # of the other side of a mediation; none of their words are kept

    @property
    def replies(self) -> tuple[Reply, ...]:
        """What the other side can still say; nothing before the invitation was given."""
        return REPLIES[self.reply] if self.decision is Decision.DONE else ()

    def allows(self, act: Act) -> bool:
        """Whether this is possible now."""
        return (self.decision, act) in DECISIONS

    def after(self, act: Act, by: Actor, on: date) -> "Proposal":
        """The proposal after this act. Raises ActNotAllowed; then nothing has changed."""
        decision = DECISIONS.get((self.decision, act))
        if decision is None or ACTORS[act] is not by:
            raise ActNotAllowed(act, self.decision)
        return replace(self, decision=decision, done_on=on if decision is Decision.DONE else self.done_on)
