"""What ended stays ended when an earlier database comes back: a restored backup, a copy, a snapshot.

While something ends its mark is written beside the keys, so it is in no backup of the data: a keyed hash of
the row's random id, without kind or time, kept as long as a backup may be put back. At every start the rows
that have a mark end once more, before anybody is served.
"""

from collections.abc import Callable, Mapping
from typing import Final

import sqlalchemy as sa

from handlers.domain.case import Status
from handlers.domain.consent import ConsentState
from handlers.domain.ids import CaseId, CheckInId, ConversationId, CounsellorId, PasskeyId, StaffId
from handlers.domain.proposals import Decision
from storage import aftercare, forgetting
from storage.desk import SqlDesk
from storage.letters import shut_case
from storage.logins import SqlLogins
from storage.store import SqlStore
from storage.tables import aftercare as check_ins
from storage.tables import (
    cases,
    consents,
    conversations,
    counsellor_keys,
    numbers,
    passkeys,
    proposals,
    staff,
)
from storage.transaction import Ending, Transaction
from storage.upkeep import read, write

_WITHDRAW = sa.update(cases).where(cases.c.id == sa.bindparam("case"))
_ROWS: Final[Mapping[Ending, sa.Select[tuple[str | bytes]]]] = {
    "conversation": sa.select(conversations.c.id),
    "case": sa.select(cases.c.id).where(
        cases.c.conversation.is_not(None), cases.c.status != Status.WITHDRAWN.value
    ),
    "login": sa.select(staff.c.id).where(~staff.c.ended),
    "key": sa.select(counsellor_keys.c.public),
    "passkey": sa.select(passkeys.c.id),
    "numbers": sa.select(numbers.c.sealed),
    "aftercare": sa.select(check_ins.c.id),
    "consent": sa.select(consents.c.id).where(consents.c.state == ConsentState.GIVEN.value),
}
_NO_YES = sa.update(consents).where(consents.c.id == sa.bindparam("consent"))
_NO_STEP = sa.update(proposals).where(
    proposals.c.consent == sa.bindparam("yes"), proposals.c.decision == Decision.CHOSEN.value
)


async def keep_ended(store: SqlStore) -> None:
    """End what is there again although it ended; nothing to do but after a restore."""
    marks = store.keys.ended()
    if not marks:
        return
    back = await read(store, lambda at: _back(at, marks))
    if back:
        await write(store, lambda at: _end(at, marks))


def _back(at: Transaction, marks: frozenset[str]) -> list[tuple[Ending, str]]:
    """Rows that are there although they ended."""
    found = [
        (kind, row if isinstance(row, str) else row.hex())
        for kind, rows in _ROWS.items()
        for row in at.run(rows).scalars()
    ]
    return [each for each in found if at.keys.ending(*each) in marks]


def _end(at: Transaction, marks: frozenset[str]) -> None:
    endings: dict[Ending, Callable[[str], object]] = {
        "conversation": lambda row: forgetting.forget(at, ConversationId(row)),
        "case": lambda row: _end_case(at, CaseId(row)),
        "login": lambda row: SqlDesk(at).end_staff(StaffId(row)),
        "key": lambda row: _drop_key(at, bytes.fromhex(row)),
        "passkey": lambda row: at.run(sa.delete(passkeys).where(passkeys.c.id == PasskeyId(row))),
        "numbers": lambda row: _remove_numbers(at, bytes.fromhex(row)),
        "aftercare": lambda row: aftercare.ROWS.end(at, CheckInId(row)),
        "consent": lambda row: _end_consent(at, row),
    }
    for kind, row in _back(at, marks):
        endings[kind](row)


def _end_case(at: Transaction, case: CaseId) -> None:
    """It was declined, or went to somebody else; which of them an earlier database does not say.

    The counsellor keeps one word; what the employee wrote stays the employee's.
    """
    shut_case(at, case)
    at.run(_WITHDRAW.values(status=Status.WITHDRAWN.value, closed_on=at.keys.today()), {"case": case})
    forgetting.end_jobs(at, case)


def _end_consent(at: Transaction, consent: str) -> None:
    """It was taken back, or spent: which of them an earlier database does not say. The step has lapsed."""
    at.run(_NO_YES.values(state=ConsentState.WITHDRAWN.value), {"consent": consent})
    at.run(_NO_STEP.values(decision=Decision.LAPSED.value), {"yes": consent})


def _drop_key(at: Transaction, public: bytes) -> None:
    of = sa.select(counsellor_keys.c.counsellor).where(counsellor_keys.c.public == public)
    for counsellor in at.run(of).scalars().all():
        SqlDesk(at).drop_key(CounsellorId(counsellor))


def _remove_numbers(at: Transaction, sealed: bytes) -> None:
    of = sa.select(numbers.c.staff).where(numbers.c.sealed == sealed)
    for who in at.run(of).scalars().all():
        SqlLogins(at).remove_numbers(StaffId(who))
