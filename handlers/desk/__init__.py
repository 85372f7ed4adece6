"""The desk of counsellors, one subject a file: who is there, with which key, and what becomes of a case."""

from dataclasses import dataclass

from handlers.desk.absence import AwayView, DeskAbsence
from handlers.desk.cases import CaseView, DeskCases, InboxRow, Verdict
from handlers.desk.copies import DeskCopies
from handlers.desk.invitations import DeskInvitations
from handlers.desk.keys import PASSPHRASE_LENGTH, DeskKeys, Problem
from handlers.desk.logins import IDLE, TERMS, DeskLogins
from handlers.desk.numbers import DeskNumbers
from handlers.desk.passkeys import DeskPasskeys
from handlers.desk.pings import DeskPings
from handlers.desk.pressure import DeskPressure
from handlers.desk.steps import DeskSteps, StepView
from handlers.domain.policy import Policy
from handlers.ports import Authenticator, Clock, Keyring, Store

__all__ = [
    "IDLE",
    "PASSPHRASE_LENGTH",
    "TERMS",
    "AwayView",
    "CaseView",
    "DeskAbsence",
    "DeskCases",
    "DeskCopies",
    "DeskInvitations",
    "DeskKeys",
    "DeskLogins",
    "DeskNumbers",
    "DeskPasskeys",
    "DeskPings",
    "DeskPressure",
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
    passkeys: DeskPasskeys
    numbers: DeskNumbers
    invitations: DeskInvitations
    keys: DeskKeys
    cases: DeskCases
    steps: DeskSteps
    pings: DeskPings
    pressure: DeskPressure
    absence: DeskAbsence
    copies: DeskCopies

    @classmethod
    def of(
        cls, store: Store, keyring: Keyring, clock: Clock, policy: Policy, authenticator: Authenticator
    ) -> "DeskRoom":
        """The desk on this store."""
        return cls(
            logins=DeskLogins(store, clock),
            passkeys=DeskPasskeys(store, authenticator, clock, policy),
            numbers=DeskNumbers(store, clock, policy),
            invitations=DeskInvitations(store, clock, policy),
            keys=DeskKeys(store, keyring, clock, policy),
            cases=DeskCases(store, clock, policy),
            steps=DeskSteps(store, clock, policy),
            pings=DeskPings(store, clock),
            pressure=DeskPressure(store, clock),
            absence=DeskAbsence(store, clock),
            copies=DeskCopies(store, clock),
        )
