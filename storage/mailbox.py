"""Events for an employee who is not here now: kinds only, never words."""

import sqlalchemy as sa

from handlers.domain.errors import StorageError
from handlers.domain.ids import ConversationId
from handlers.ports import Mail, MailKind
from storage.tables import cases, conversations, mailbox
from storage.transaction import Transaction

_CHAT: sa.BindParameter[str] = sa.bindparam("chat")
_UP_TO: sa.BindParameter[int] = sa.bindparam("up_to")
# A counter of its own: a number is never used twice, also when the box was emptied in between.
_COUNT = (
    sa.update(conversations)
    .where(conversations.c.id == _CHAT)
    .values(mail_seq=conversations.c.mail_seq + 1)
    .returning(conversations.c.mail_seq)
)
_PUT = sa.insert(mailbox)
_PEEK = (
    sa.select(mailbox.c.seq, mailbox.c.kind).where(mailbox.c.conversation == _CHAT).order_by(mailbox.c.seq)
)
_TAKE_OUT = sa.delete(mailbox).where(mailbox.c.conversation == _CHAT, mailbox.c.kind == sa.bindparam("what"))
_READ = sa.and_(mailbox.c.conversation == _CHAT, mailbox.c.seq <= _UP_TO)
_DROP = sa.delete(mailbox).where(_READ)
# Once the employee was told of a counsellor's new key, the case may go on, each step with a new yes.
_GO_ON = (
    sa.update(cases)
    .where(cases.c.conversation == _CHAT, cases.c.key_paused)
    .where(sa.exists().where(_READ, mailbox.c.kind == MailKind.KEY_CHANGED.value))
    .values(key_paused=False)
)


class SqlMailbox:
    """Implements handlers.ports.Mailbox in one open transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._at = transaction

    def put(self, conversation: ConversationId, kind: MailKind) -> int:
        """See the port. Raises StorageError when the conversation is gone."""
        seq = self._at.run(_COUNT, {"chat": conversation}).scalar()
        if not isinstance(seq, int):
            raise StorageError("the conversation is gone")
        self._at.run(_PUT, {"conversation": conversation, "seq": seq, "kind": kind.value})
        return seq

    def peek(self, conversation: ConversationId) -> list[Mail]:
        """See the port."""
        rows = self._at.run(_PEEK, {"chat": conversation})
        return [Mail(row.seq, MailKind(row.kind)) for row in rows]

    def drop(self, conversation: ConversationId, up_to: int) -> None:
        """See the port. Dropping "the counsellor has a new key" lets the case go on."""
        values = {"chat": conversation, "up_to": up_to}
        self._at.run(_GO_ON, values)
        self._at.run(_DROP, values)

    def take_out(self, conversation: ConversationId, kind: MailKind) -> None:
        """See the port."""
        self._at.run(_TAKE_OUT, {"chat": conversation, "what": kind.value})
