"""Running chats and who they belong to. `find` is one read, `save` two writes: the way of every turn."""

import os
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.exc import IntegrityError

from dialogues.private import Private
from handlers.domain.errors import Stale
from handlers.domain.ids import ConversationId, new_id
from handlers.ports import Chat, Peer, ReaderKey
from storage import employee_keys, forgetting
from storage.case_rows import CASE_COLUMNS, case_of
from storage.readers import NOBODY, READER_COLUMNS, readers_of
from storage.sealing import new_key, open_state, place, seal_state
from storage.tables import cases, conversations, deliveries, peers
from storage.times import hour, minute, passed_hours, passed_minutes
from storage.transaction import Transaction

DELIVERY_DAYS = 3
"""So long a delivery is known as taken: Telegram tries for 24 h, an older page of ours sends no words."""

EMPLOYEE_IDLE = timedelta(minutes=30)
"""An employee's unlocked key is forgotten when the browser is silent for so long."""


@dataclass(frozen=True, slots=True, repr=False)
class OpenedChat(Chat):
    """A Chat with what is needed to seal it again, so that `save` reads nothing."""

    lookup: bytes = b""
    key: bytes = b""


_FIND = (
    sa.select(
        peers.c.lookup,
        peers.c.epoch,
        peers.c.version,
        peers.c.state,
        peers.c.delivery,
        conversations.c.id.label("chat"),
        conversations.c.wrapped_key,
        conversations.c.kek_day,
        *READER_COLUMNS,
        *CASE_COLUMNS,
    )
    .join_from(peers, conversations, conversations.c.id == peers.c.conversation)
    .outerjoin(cases, cases.c.conversation == conversations.c.id)
    .order_by(cases.c.seq.desc())
    .limit(1)
)
_FIND_TODAY = _FIND.where(peers.c.lookup == sa.bindparam("lookup"))
_FIND_OLDER = _FIND.where(peers.c.lookup.in_(sa.bindparam("lookups", expanding=True)))

_CONVERSATION = sa.insert(conversations)
_KEEP = (
    sa.update(peers)
    .where(peers.c.lookup == sa.bindparam("found"), peers.c.version == sa.bindparam("read"))
    .where(peers.c.conversation == sa.bindparam("chat"))
    .values(
        lookup=sa.bindparam("now_lookup"),
        epoch=sa.bindparam("now_epoch"),
        version=sa.bindparam("now_version"),
        state=sa.bindparam("now_state"),
    )
)
_SAVE = _KEEP.values(
    delivery=sa.bindparam("now_delivery"),
    idle_hour=sa.bindparam("now_idle"),
    key_minute=sa.case(
        (peers.c.key_minute > sa.bindparam("minute"), sa.bindparam("key_until", type_=sa.Integer)),
        else_=peers.c.key_minute,
    ),
)
_TAKE = sa.insert(deliveries)
_TAKEN = sa.select(deliveries.c.day).where(
    deliveries.c.day.in_([sa.bindparam(f"day{n}") for n in range(DELIVERY_DAYS + 1)]),
    deliveries.c.delivery == sa.bindparam("delivery"),
)
_others = peers.alias("others")
_IDLE = (
    sa.select(peers.c.conversation)
    .where(peers.c.idle_hour <= sa.bindparam("hour"))
    .where(~sa.exists().where(cases.c.conversation == peers.c.conversation))
    .where(
        ~sa.exists().where(
            _others.c.conversation == peers.c.conversation, _others.c.idle_hour > sa.bindparam("hour")
        )
    )
    .distinct()
    .limit(sa.bindparam("limit"))
)


class SqlConversations:
    """Implements handlers.ports.Conversations in one open transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._at = transaction

    def find(self, peer: Peer) -> Chat | None:
        """See the port. Raises CannotOpen when the row does not open with this peer's key."""
        self._at.alone(peer.lookups[0])
        row = self._at.run(_FIND_TODAY, {"lookup": peer.lookups[0]}).first()
        if row is None and len(peer.lookups) > 1:
            row = self._at.run(_FIND_OLDER, {"lookups": peer.lookups[1:]}).first()
        if row is None:
            return None
        chat = ConversationId(row.chat)
        key = self._at.keys.unwrap(row.wrapped_key, row.kek_day, chat, readers_of(row))
        running = None
        if row.state is not None:
            state_key = self._state_key(peer, row.epoch)
            running = open_state(key, state_key, row.state, place("peers", chat, "state", row.version))
        return OpenedChat(
            id=chat,
            version=row.version,
            running=running,
            delivery=row.delivery,
            has_code=row.code_public is not None,
            case=case_of(row) if row.id is not None else None,
            lookup=row.lookup,
            key=key,
        )

    def begin(self, peer: Peer, idle_until: datetime) -> Chat:
        """See the port. Raises Stale when this peer has a conversation already."""
        self._at.alone(peer.lookups[0])
        chat, key = ConversationId(new_id()), new_key()
        wrapped, day = self._at.keys.wrap(key, chat, NOBODY)
        self._at.run(
            _CONVERSATION,
            {"id": chat, "salt": os.urandom(16), "wrapped_key": wrapped, "kek_day": day, "mail_seq": 0},
        )
        row = {"conversation": chat, "epoch": _epoch(peer), "version": 0, "idle_hour": hour(idle_until)}
        self._place_row(peer.lookups[0], row)
        return OpenedChat(chat, 0, None, None, has_code=False, case=None, lookup=peer.lookups[0], key=key)

    def save(
        self,
        chat: Chat,
        peer: Peer,
        *,
        running: Private | None,
        delivery: bytes | None,
        idle_until: datetime | None,
    ) -> Chat:
        """See the port. The row is written again under today's epoch and today's state key."""
        self._at.alone(peer.lookups[0])
        opened = chat if isinstance(chat, OpenedChat) else self._reopened(chat, peer)
        now = self._at.now()
        saved = self._at.run(
            _SAVE,
            _sealed(opened, chat.version, peer, running)
            | {
                "now_delivery": delivery,
                "now_idle": hour(idle_until) if idle_until is not None else None,
                "minute": passed_minutes(now),
                "key_until": minute(now + EMPLOYEE_IDLE),
            },
        )
        if saved.rowcount != 1:
            raise Stale("the conversation was written since it was read")
        if delivery is not None:
            self._take(delivery)
        lookup, version = peer.lookups[0], chat.version + 1
        return replace(opened, version=version, running=running, delivery=delivery, lookup=lookup)

    def keep(self, chat: Chat, peer: Peer, running: Private) -> None:
        """See the port."""
        self._at.alone(peer.lookups[0])
        opened = chat if isinstance(chat, OpenedChat) else self._reopened(chat, peer)
        if self._at.run(_KEEP, _sealed(opened, chat.version, peer, running)).rowcount != 1:
            raise Stale("the conversation was written since it was read")

    def was_taken(self, delivery: bytes) -> bool:
        """See the port; for DELIVERY_DAYS."""
        today = self._at.keys.today()
        days = {f"day{n}": today - timedelta(days=n) for n in range(DELIVERY_DAYS + 1)}
        return self._at.run(_TAKEN, {"delivery": delivery, **days}).first() is not None

    def forget(self, conversation: ConversationId, *, quietly: bool = False) -> None:
        """See the port. Deliveries stay known as taken (a keyed hash of their own, no link to anyone)."""
        forgetting.forget(self._at, conversation, quietly=quietly)

    def use_own_key(self, chat: Chat, peer: Peer) -> None:
        """See the port. Raises StorageError for a peer without an account (web): that one needs a code."""
        employee_keys.use_own_key(self._at, chat.id, peer)

    def give_code(self, chat: Chat, public: bytes, lookup: bytes, key: ReaderKey | None = None) -> None:
        """See the port. A code that was given before opens nothing any more."""
        employee_keys.give_code(self._at, chat.id, public, lookup, key)

    def find_by_code(self, lookup: bytes) -> ConversationId | None:
        """See the port."""
        return employee_keys.find_by_code(self._at, lookup)

    def attach(
        self, conversation: ConversationId | None, peer: Peer, key: ReaderKey, idle_until: datetime
    ) -> None:
        """See the port. Raises CannotOpen when `key` is not a key of this conversation."""
        employee_keys.attach(self._at, conversation, peer, key, minute(idle_until))

    def employee_key(self, chat: Chat, peer: Peer) -> ReaderKey | None:
        """See the port."""
        return employee_keys.employee_key(self._at, chat.id, peer)

    def detach(self, peer: Peer) -> None:
        """See the port."""
        employee_keys.detach(self._at, peer)

    def idle(self, before: datetime, limit: int) -> list[ConversationId]:
        """See the port."""
        rows = self._at.run(_IDLE, {"hour": passed_hours(before), "limit": limit})
        return [ConversationId(row.conversation) for row in rows]

    def _state_key(self, peer: Peer, epoch: int | None) -> bytes:
        if epoch is None or epoch == peer.epochs[0]:
            return peer.state_key
        return self._at.keys.state_key(epoch, peer.secret)

    def _reopened(self, chat: Chat, peer: Peer) -> OpenedChat:
        found = self.find(peer)
        if not isinstance(found, OpenedChat) or found.id != chat.id:
            raise Stale("the conversation is gone")
        return found

    def _place_row(self, lookup: bytes, row: dict[str, Any]) -> None:
        # A browser that tried a wrong code has a row that opens nothing; the new chat takes it over.
        insert = pg_insert if self._at.connection.dialect.name == "postgresql" else sqlite_insert
        placed = self._at.run(
            insert(peers)
            .values(lookup=lookup, **row)
            .on_conflict_do_update(
                index_elements=[peers.c.lookup],
                set_=row | {"employee_key": None, "key_minute": None},
                where=peers.c.conversation.is_(None),
            )
            .returning(peers.c.row)
        )
        if placed.first() is None:
            raise Stale("this peer has a conversation already")

    def _take(self, delivery: bytes) -> None:
        try:
            self._at.run(_TAKE, {"day": self._at.keys.today(), "delivery": delivery})
        except IntegrityError:
            raise Stale("this delivery was taken already") from None


def _sealed(opened: OpenedChat, read: int, peer: Peer, running: Private | None) -> dict[str, Any]:
    """Which row is meant, and its next version: under today's lookup, sealed with today's state key."""
    version = read + 1
    row = place("peers", opened.id, "state", version)
    return {
        "found": opened.lookup,
        "read": read,
        "chat": opened.id,
        "now_lookup": peer.lookups[0],
        "now_epoch": _epoch(peer),
        "now_version": version,
        "now_state": seal_state(opened.key, peer.state_key, running, row) if running is not None else None,
    }


def _epoch(peer: Peer) -> int | None:
    return peer.epochs[0] if peer.epochs else None


def delivery_day(today: date) -> date:
    """Deliveries of before this day are no longer known."""
    return today - timedelta(days=DELIVERY_DAYS)
