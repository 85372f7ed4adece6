"""The desk of counsellors, one subject a file: who is there, with which key, and what becomes of a case."""

from dataclasses import dataclass

from handlers.desk.cases import CaseView, DeskCases, InboxRow, Verdict
from handlers.desk.keys import PASSPHRASE_LENGTH, DeskKeys, Problem
from handlers.desk.logins import IDLE, TERMS, DeskLogins
from handlers.desk.steps import DeskSteps, StepView
from handlers.domain.policy import Policy
from handlers.ports import Clock, Keyring, Store

__all__ = [
    "IDLE",
    "PASSPHRASE_LENGTH",
    "TERMS",
    "CaseView",
    "DeskCases",
    "DeskKeys",
    "DeskLogins",
    "DeskRoom",
    "DeskSteps",
    "InboxRow",
    "Problem",
    "StepView",
    "Verdict",
]


@dataclass(frozen=True, slots=True)
class DeskRoom:
    """Everything the desk can do, by subject."""

    logins: DeskLogins
    keys: DeskKeys
    cases: DeskCases
    steps: DeskSteps

    @classmethod
    def of(cls, store: Store, keyring: Keyring, clock: Clock, policy: Policy) -> "DeskRoom":
        """The desk on this store."""
        return cls(
            DeskLogins(store, clock),
            DeskKeys(store, keyring, clock, policy),
            DeskCases(store, clock),
            DeskSteps(store, clock, policy),
        )
