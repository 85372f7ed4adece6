"""Whom an employee's letters are sealed to: the public keys that stand beside their conversation's key.

The key of a conversation is wrapped together with them. Whoever writes another public key, or the code of
another conversation, into the row makes that nothing of it opens, and nothing is sealed to that key.
"""

from dataclasses import dataclass
from typing import Any, Final

import sqlalchemy as sa

from storage.tables import conversations

READER_COLUMNS: Final = (
    conversations.c.own_public,
    conversations.c.own_epoch,
    conversations.c.code_public,
    conversations.c.code_lookup,
)


@dataclass(frozen=True, slots=True, repr=False)
class Readers:
    """The employee's public keys in one conversation, and how their code is found."""

    own_public: bytes | None = None
    own_epoch: int | None = None
    code_public: bytes | None = None
    code_lookup: bytes | None = None

    def named(self) -> tuple[str, ...]:
        """Everything in this order, as the name of a row takes it; nothing before there is a key."""
        if self == NOBODY:
            return ()
        keys = (self.own_public, self.code_public, self.code_lookup)
        return (*(key.hex() if key else "" for key in keys), str(self.own_epoch))


NOBODY: Final = Readers()


def readers_of(row: sa.Row[Any]) -> Readers:
    """Those of a row that was selected with READER_COLUMNS."""
    return Readers(row.own_public, row.own_epoch, row.code_public, row.code_lookup)
