"""Consent: who gets what words for which step until when (C15, C42). The heart of the product.

A Consent is given by the employee's own press on "Yes, send this", with the words in full above it.
Spending it gives a Spent; whatever reveals or sends takes a Spent as argument and nothing else.
A Spent cannot be made any other way: its constructor asks for a token that only `Consent.spend` has.
"""

from dataclasses import InitVar, dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Final, NewType, TypeAlias, final

from handlers.domain.errors import ConsentError
from handlers.domain.ids import CaseId, ConsentId, CounsellorId
from handlers.domain.proposals import Recipient

KeyedDigest = NewType("KeyedDigest", bytes)
"""32 bytes, blake2b of words keyed with a key of their own case: says nothing without that key."""


Receiver: TypeAlias = CounsellorId | Recipient
"""Who gets the words: one counsellor, or a role outside this contact that a step is for."""


class Purpose(StrEnum):
    """Which step a consent is for."""

    INTRODUCE = "introduce"  # the introduction, to the counsellor of the employee's choice
    WRITE = "write"  # one more message of the employee to that same counsellor
    STEP = "step"  # the counsellor carries out one step toward the role that is named


class ConsentState(StrEnum):
    """Given once; then spent or withdrawn, for good."""

    GIVEN = "given"
    SPENT = "spent"
    WITHDRAWN = "withdrawn"


class NotLive(ConsentError):
    """The consent was spent, withdrawn or is past its day. Nothing was disclosed."""

    def __init__(self, state: ConsentState, expired: bool) -> None:
        super().__init__("the consent has expired" if expired else f"the consent is {state}, not given")
        self.state, self.expired = state, expired


class NotCovered(ConsentError):
    """The consent names another receiver, other words or another case. Nothing was disclosed."""

    def __init__(self, what: str) -> None:
        super().__init__(f"the consent does not cover this {what}")
        self.what = what


_MINT: Final = object()


@final
@dataclass(frozen=True, slots=True)
class Spent:
    """Proof that a live consent was spent just now. Only `Consent.spend` makes one."""

    consent: "Consent"
    at: datetime
    token: InitVar[object]  # not kept, so that no Spent can be turned into another one

    def __post_init__(self, token: object) -> None:
        if token is not _MINT:
            raise ConsentError("a Spent comes only from Consent.spend")

    def require(self, *, who: Receiver, case: CaseId, words: KeyedDigest) -> None:
        """Raises NotCovered unless receiver, case and words are exactly the ones consented to."""
        if who != self.consent.who:
            raise NotCovered("receiver")
        if case != self.consent.case:
            raise NotCovered("case")
        if words != self.consent.words:
            raise NotCovered("text")


@final
@dataclass(frozen=True, slots=True)
class Consent:
    """One yes to one step. Single-use; can be withdrawn until it is spent."""

    id: ConsentId
    case: CaseId
    who: Receiver
    words: KeyedDigest
    purpose: Purpose
    given_on: date
    until: datetime  # aware, UTC
    state: ConsentState = ConsentState.GIVEN

    def spend(self, at: datetime) -> Spent:
        """The proof that `disclose` asks for. Raises NotLive when spent, withdrawn or past `until`."""
        expired = at >= self.until
        if self.state is not ConsentState.GIVEN or expired:
            raise NotLive(self.state, expired)
        return Spent(replace(self, state=ConsentState.SPENT), at, _MINT)

    def withdrawn(self) -> "Consent":
        """The consent taken back. Raises NotLive when it was spent already."""
        if self.state is not ConsentState.GIVEN:
            raise NotLive(self.state, expired=False)
        return replace(self, state=ConsentState.WITHDRAWN)
