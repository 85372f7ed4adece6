"""How a consent's receiver is written: a counsellor by the public id, a role as a keyed mark.

A case in which something goes to the board says so to nobody who has only the database.
"""

from base64 import urlsafe_b64encode
from typing import Final

from handlers.domain.consent import Receiver
from handlers.domain.errors import StorageError
from handlers.domain.ids import CaseId, CounsellorId
from handlers.domain.proposals import Recipient
from storage.sealing import expand, keyed
from storage.transaction import Vault

MARK: Final = "~"
"""A role is written with this before it; no id of a counsellor begins with it."""


def written(vault: Vault, case: CaseId, who: Receiver) -> str:
    """What stands in the row, at most 24 characters; of a role nothing without the conversation's key."""
    return _mark(vault, case, who) if isinstance(who, Recipient) else who


def read(vault: Vault, case: CaseId, stored: str) -> Receiver:
    """The receiver of a row. Raises StorageError for a mark of no role."""
    if not stored.startswith(MARK):
        return CounsellorId(stored)
    for role in Recipient:
        if _mark(vault, case, role) == stored:
            return role
    raise StorageError("the receiver of a consent is none of the roles")


def _mark(vault: Vault, case: CaseId, role: Recipient) -> str:
    key = expand(vault.key, f"receiver|{case}")
    return MARK + urlsafe_b64encode(keyed(key, "receiver", role.value.encode(), 15)).decode()
