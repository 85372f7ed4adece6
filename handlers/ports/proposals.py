"""Steps that were proposed in a case, and the one road on which their words reach somebody else."""

from collections.abc import Mapping
from datetime import date
from typing import Protocol

from handlers.domain.case import Case
from handlers.domain.consent import Spent
from handlers.domain.ids import CaseId, MessageId, ProposalId
from handlers.domain.proposals import Plan, Proposal
from handlers.ports.people import Author, ReaderKey


class Proposals(Protocol):
    """Proposed steps; what they say stands sealed among the letters."""

    def propose(self, case: Case, plan: Plan, until: date, form: str | None = None) -> Proposal | None:
        """A counsellor's proposal, its words sealed to both; None when this form brought it before.

        Raises StorageError as Cases.write_to_employee does.
        """

    def get(self, proposal: ProposalId) -> Proposal | None: ...

    def of(self, case: CaseId) -> list[Proposal]:
        """Every proposal of this case, oldest first."""

    def save(self, proposal: Proposal) -> None:
        """Write where it stands. Words that newer ones took the place of are destroyed."""

    def plans(self, case: Case, reader: Author, key: ReaderKey) -> Mapping[MessageId, Plan]:
        """The words of steps that this reader's key opens, by letter."""

    def give_out(self, spent: Spent, case: Case, proposal: Proposal, key: ReaderKey) -> Plan:
        """The words of a chosen step, for the role that the spent consent names; it is written as spent.

        The only way in which words of a case may go on to anybody else. Raises NotCovered unless receiver,
        case and words are those of the consent, NotLive when it was spent or withdrawn meanwhile, CannotOpen
        with a key that does not open them. Nothing was given out then.
        """

    def lapsing(self, before: date, limit: int) -> list[Proposal]:
        """Open and chosen ones whose last day is before this day."""

    def unasked(self, done_before: date, limit: int) -> list[Proposal]:
        """Those carried out before this day, in a case that is open, of which nobody asked how it went."""
