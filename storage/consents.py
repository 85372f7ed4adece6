"""Every yes of an employee; a consent that was spent or withdrawn never becomes a given one again."""

import sqlalchemy as sa

from handlers.domain.consent import Consent, ConsentState, KeyedDigest, Purpose
from handlers.domain.errors import CannotOpen, StorageError
from handlers.domain.ids import CaseId, ConsentId, ConversationId, CounsellorId
from storage.receivers import MARK, read, written
from storage.tables import cases, consents
from storage.times import moment, second
from storage.transaction import Transaction, Vault

_NEXT = sa.select(sa.func.coalesce(sa.func.max(consents.c.seq), 0) + 1).where(
    consents.c.case_id == sa.bindparam("case")
)
_ADD = sa.insert(consents)
_OF = sa.select(consents).where(consents.c.case_id == sa.bindparam("case")).order_by(consents.c.seq)
_CHAT = sa.select(cases.c.conversation).where(cases.c.id == sa.bindparam("case"))
_END = (
    sa.update(consents)
    .where(consents.c.id == sa.bindparam("consent"))
    .where(consents.c.state.in_((ConsentState.GIVEN.value, sa.bindparam("now_state"))))
    .values(state=sa.bindparam("now_state"))
)
_MARKED = (
    sa.select(consents.c.who, consents.c.case_id, cases.c.conversation)
    .join(cases, cases.c.id == consents.c.case_id)
    .where(consents.c.who.startswith(MARK), cases.c.conversation.is_not(None))
)
_WITHDRAW_ALL = (
    sa.update(consents)
    .where(consents.c.who == sa.bindparam("receiver"), consents.c.state == ConsentState.GIVEN.value)
    .values(state=ConsentState.WITHDRAWN.value)
)


class SqlConsents:
    """Implements handlers.ports.Consents in one open transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._at = transaction

    def add(self, consent: Consent) -> None:
        """See the port. Raises StorageError for a consent that is spent or withdrawn already."""
        if consent.state is not ConsentState.GIVEN:
            raise StorageError("only a consent that is given can be added")
        self._at.run(
            _ADD,
            {
                "id": consent.id,
                "case_id": consent.case,
                "seq": self._at.run(_NEXT, {"case": consent.case}).scalar_one(),
                "who": written(self._vault(consent.case), consent.case, consent.who),
                "words": consent.words,
                "purpose": consent.purpose.value,
                "given_on": consent.given_on,
                "until": second(consent.until),
                "state": consent.state.value,
            },
        )

    def of(self, case: CaseId) -> list[Consent]:
        """See the port. Raises CannotOpen when the conversation of a case with consents is gone."""
        rows = list(self._at.run(_OF, {"case": case}))
        if not rows:
            return []
        vault = self._vault(case)
        return [
            Consent(
                id=ConsentId(row.id),
                case=CaseId(row.case_id),
                who=read(vault, case, row.who),
                words=KeyedDigest(row.words),
                purpose=Purpose(row.purpose),
                given_on=row.given_on,
                until=moment(row.until),
                state=ConsentState(row.state),
            )
            for row in rows
        ]

    def _vault(self, case: CaseId) -> Vault:
        chat = self._at.run(_CHAT, {"case": case}).scalar()
        return self._at.vault(ConversationId(chat or ""))

    def save(self, consent: Consent) -> None:
        """Write a consent's end. Raises StorageError when it is gone or ended in another way before."""
        values = {"consent": consent.id, "now_state": consent.state.value}
        self._at.must_write(self._at.run(_END, values), "the consent")
        self._at.ends("consent", consent.id)


def withdraw_all(at: Transaction, receiver: CounsellorId) -> None:
    """Take back every consent that is given and names this counsellor."""
    at.run(_WITHDRAW_ALL, {"receiver": receiver})


def unreadable(at: Transaction) -> int:
    """How many cases have a yes whose receiver cannot be read, so that no yes of theirs can be.

    What is past its key is not among them: it goes by itself.
    """
    found: set[str] = set()
    for row in at.run(_MARKED):
        try:
            read(at.vault(ConversationId(row.conversation)), CaseId(row.case_id), row.who)
        except CannotOpen:
            continue
        except StorageError:
            found.add(row.case_id)
    return len(found)
