"""Ids. All random, 128 bits, 32 hex digits; none says anything about a person."""

import secrets
from typing import NewType

ConversationId = NewType("ConversationId", str)
CaseId = NewType("CaseId", str)
MessageId = NewType("MessageId", str)
ConsentId = NewType("ConsentId", str)
ProposalId = NewType("ProposalId", str)
CheckInId = NewType("CheckInId", str)
StaffId = NewType("StaffId", str)
PasskeyId = NewType("PasskeyId", str)
PressureId = NewType("PressureId", str)
AbsenceId = NewType("AbsenceId", str)
CounsellorId = NewType("CounsellorId", str)
"""Chosen by HR in roster.yml ("anna-de-wit"): [a-z0-9-]{2,24}; public, as the roster is."""


def new_id() -> str:
    """A fresh random row key, 32 hex digits."""
    return secrets.token_hex(16)
