"""Letters sealed once more, for another key of the same employee; only while the employee is present."""

from dataclasses import dataclass
from typing import Any, Literal

import sqlalchemy as sa

from dialogues.private import Private
from handlers.domain.ids import ConversationId
from handlers.ports import ReaderKey
from storage.sealing import box, open_box, place
from storage.tables import letters
from storage.transaction import Transaction, Vault

Column = Literal["for_own", "for_code"]


@dataclass(frozen=True, slots=True)
class Named:
    """What a letter is called before it is stored."""

    id: str
    seq: int
    author: str
    kind: str


EMPLOYEE_COLUMNS: tuple[Column, ...] = ("for_own", "for_code")

_OF = sa.select(letters).where(letters.c.conversation == sa.bindparam("chat"))


def box_row(vault: Vault, row: sa.Row[Any] | Named, column: str) -> bytes:
    """The place of one sealed box: a box never opens as another letter, author or kind."""
    return place("letters", vault.id, row.id, row.seq, row.author, row.kind, column)


def for_employee(
    at: Transaction, conversation: ConversationId, column: Column, public: bytes, key: ReaderKey | None
) -> None:
    """Seal to `public` what `key` opens; a box that an earlier key of this column opened goes."""
    rows = list(at.run(_OF, {"chat": conversation}))
    if not rows:
        return
    vault = at.vault(conversation)
    for row in rows:
        text = _opened(vault, row, key)
        again = box(vault.key, public, text, box_row(vault, row, column)) if text is not None else None
        at.run(sa.update(letters).where(letters.c.id == row.id).values({column: again}))


def _opened(vault: Vault, row: sa.Row[Any], key: ReaderKey | None) -> Private | None:
    if key is None:
        return None
    for column in EMPLOYEE_COLUMNS:
        sealed = getattr(row, column)
        if sealed is not None:
            text = open_box(vault.key, key.private, sealed, box_row(vault, row, column))
            if text is not None:
                return text
    return None
