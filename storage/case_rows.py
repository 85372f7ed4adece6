"""A case's row and back."""

from typing import Any, Final

import sqlalchemy as sa

from handlers.domain.case import Case, Late, Status
from handlers.domain.ids import CaseId, ConversationId, CounsellorId
from storage.tables import cases

CASE_COLUMNS: Final[tuple[sa.ColumnElement[Any], ...]] = (
    cases.c.id,
    cases.c.conversation,
    cases.c.counsellor,
    cases.c.status,
    cases.c.sent_on,
    cases.c.reply_by,
    cases.c.outside,
    cases.c.accepted_on,
    cases.c.closed_on,
    cases.c.seen_on,
    cases.c.key_paused,
    cases.c.awaited,
    cases.c.told,
    cases.c.asked_on,
    cases.c.described,
)

GONE: Final = ConversationId("")
"""The conversation of a case of which only "withdrawn" is left."""


def case_of(row: sa.Row[Any]) -> Case:
    """The case of a row that has CASE_COLUMNS."""
    return Case(
        id=CaseId(row.id),
        conversation=ConversationId(row.conversation) if row.conversation is not None else GONE,
        counsellor=CounsellorId(row.counsellor),
        status=Status(row.status),
        sent_on=row.sent_on,
        reply_by=row.reply_by,
        outside=row.outside,
        accepted_on=row.accepted_on,
        closed_on=row.closed_on,
        seen_on=row.seen_on,
        key_paused=row.key_paused,
        awaited=row.awaited,
        told=Late(row.told) if row.told is not None else None,
        asked_on=row.asked_on,
        described=row.described,
    )


def values_of(case: Case) -> dict[str, Any]:
    """What a case writes into its row; its id, its conversation and `key_paused` are storage's own."""
    return {
        "counsellor": case.counsellor,
        "status": case.status.value,
        "sent_on": case.sent_on,
        "reply_by": case.reply_by,
        "outside": case.outside,
        "accepted_on": case.accepted_on,
        "closed_on": case.closed_on,
        "seen_on": case.seen_on,
        "awaited": case.awaited,
        "told": case.told.value if case.told is not None else None,
        "asked_on": case.asked_on,
        "described": case.described,
    }
