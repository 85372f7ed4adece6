"""Proposed steps in one open transaction; their words are letters of kind STEP (C13, C15, C19)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import sqlalchemy as sa

from handlers.domain.case import Case, Status
from handlers.domain.consent import NotCovered, Purpose, Spent
from handlers.domain.errors import CannotOpen
from handlers.domain.ids import CaseId, ConsentId, MessageId, ProposalId, new_id
from handlers.domain.proposals import PENDING, Decision, Outcome, Plan, Proposal, Reply
from handlers.ports import Author, MessageKind, ReaderKey
from storage import letters
from storage.tables import cases, proposals
from storage.tables import letters as letter_rows
from storage.transaction import Transaction

_NEXT = sa.select(sa.func.coalesce(sa.func.max(proposals.c.seq), 0) + 1).where(
    proposals.c.case_id == sa.bindparam("case")
)
_ADD = sa.insert(proposals)
_GET = sa.select(proposals).where(proposals.c.id == sa.bindparam("proposal"))
_OF = sa.select(proposals).where(proposals.c.case_id == sa.bindparam("case")).order_by(proposals.c.seq)
_OLD_LETTER = sa.delete(letter_rows).where(
    letter_rows.c.kind == MessageKind.STEP.value,
    letter_rows.c.id != sa.bindparam("letter"),
    letter_rows.c.id
    == sa.select(proposals.c.letter).where(proposals.c.id == sa.bindparam("proposal")).scalar_subquery(),
)
_LAPSING = (
    sa.select(proposals)
    .where(
        proposals.c.decision.in_([each.value for each in PENDING]), proposals.c.until < sa.bindparam("day")
    )
    .order_by(proposals.c.until, proposals.c.id)
    .limit(sa.bindparam("limit"))
)
_UNASKED = (
    sa.select(proposals)
    .join(cases, cases.c.id == proposals.c.case_id)
    .where(proposals.c.decision == Decision.DONE.value, ~proposals.c.asked)
    .where(proposals.c.done_on < sa.bindparam("day"), cases.c.status == Status.OPEN.value)
    .order_by(proposals.c.done_on, proposals.c.id)
    .limit(sa.bindparam("limit"))
)


class SqlProposals:
    """Implements handlers.ports.Proposals in one open transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._at = transaction

    def propose(self, case: Case, plan: Plan, until: date, form: str | None = None) -> Proposal | None:
        """See the port."""
        letter = letters.write_to_employee(self._at, case, plan.words(), form, MessageKind.STEP)
        if letter is None:
            return None
        made = Proposal(ProposalId(new_id()), case.id, letter, Decision.OPEN, until)
        seq = self._at.run(_NEXT, {"case": case.id}).scalar_one()
        self._at.run(_ADD, {"id": made.id, "case_id": case.id, "seq": seq, **_values(made)})
        return made

    def get(self, proposal: ProposalId) -> Proposal | None:
        """See the port. In a transaction that writes, nobody else changes it before this one ends."""
        statement = _GET.with_for_update() if self._at.writing else _GET
        row = self._at.run(statement, {"proposal": proposal}).first()
        return _proposal(row) if row is not None else None

    def of(self, case: CaseId) -> list[Proposal]:
        """See the port."""
        return [_proposal(row) for row in self._at.run(_OF, {"case": case})]

    def save(self, proposal: Proposal) -> None:
        """See the port. Raises StorageError when the proposal is gone."""
        gone = self._at.run(_OLD_LETTER, {"letter": proposal.letter, "proposal": proposal.id})
        if gone.rowcount:
            self._at.wiped = True
        update = sa.update(proposals).where(proposals.c.id == proposal.id).values(**_values(proposal))
        self._at.must_write(self._at.run(update), "the proposal")

    def plans(self, case: Case, reader: Author, key: ReaderKey) -> Mapping[MessageId, Plan]:
        """See the port; a key that opens none of them gives none."""
        try:
            found = letters.opened(self._at, case, reader, key, steps=True)
        except CannotOpen:
            return {}
        return {letter.id: Plan.parse(letter.text) for letter in found}

    def give_out(self, spent: Spent, case: Case, proposal: Proposal, key: ReaderKey) -> Plan:
        """See the port."""
        plan = self.plans(case, Author.COUNSELLOR, key).get(proposal.letter)
        if plan is None:
            raise CannotOpen("this key does not open the words of the step")
        vault = self._at.vault(case.conversation)
        if spent.consent.purpose is not Purpose.STEP or spent.consent.id != proposal.consent:
            raise NotCovered("step")
        spent.require(who=plan.to, case=case.id, words=letters.digest(vault, case.id, plan.words()))
        letters.spend(self._at, vault, spent)
        return plan

    def lapsing(self, before: date, limit: int) -> list[Proposal]:
        """See the port."""
        return [_proposal(row) for row in self._at.run(_LAPSING, {"day": before, "limit": limit})]

    def unasked(self, done_before: date, limit: int) -> list[Proposal]:
        """See the port."""
        return [_proposal(row) for row in self._at.run(_UNASKED, {"day": done_before, "limit": limit})]


def _proposal(row: sa.Row[Any]) -> Proposal:
    return Proposal(
        id=ProposalId(row.id),
        case=CaseId(row.case_id),
        letter=MessageId(row.letter),
        decision=Decision(row.decision),
        until=row.until,
        consent=ConsentId(row.consent) if row.consent is not None else None,
        done_on=row.done_on,
        asked=row.asked,
        outcome=Outcome(row.outcome) if row.outcome is not None else None,
        reply=Reply(row.reply) if row.reply is not None else None,
    )


def _values(proposal: Proposal) -> dict[str, Any]:
    outcome, reply = proposal.outcome, proposal.reply
    return {
        "letter": proposal.letter,
        "decision": proposal.decision.value,
        "until": proposal.until,
        "consent": proposal.consent,
        "done_on": proposal.done_on,
        "asked": proposal.asked,
        "outcome": outcome.value if outcome else None,
        "reply": reply.value if reply else None,
    }
