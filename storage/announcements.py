"""Addresses of people who want to hear of new counsellors: sealed to the relay, each under a key of its own.

A row says nothing of a conversation. It is found by a keyed hash of the account, so that one word ends it at
once; whoever has the key for that hash has the relay's key as well, which opens the address anyway.
"""

from typing import Any, Final

import sqlalchemy as sa

from dialogues.private import Private
from handlers.domain.errors import CannotOpen
from handlers.domain.ids import CounsellorId, new_id
from handlers.ports import Announcement, AnnouncementState, Reach
from storage.lone_rows import LoneRows
from storage.reaches import dump_reach, parse_reach
from storage.tables_of_hr import announcements, subscribers
from storage.transaction import Transaction

ROWS: Final = LoneRows(subscribers)
_USE: Final = "subscriber"
_NAME: Final = b"announce"
_ID: sa.BindParameter[str] = sa.bindparam("which")
_FORGET = sa.delete(subscribers).where(subscribers.c.lookup == sa.bindparam("account"))
_GET = sa.select(subscribers).where(subscribers.c.id == _ID)
_UNTOLD = (
    sa.select(subscribers.c.id)
    .where(subscribers.c.told.is_distinct_from(sa.bindparam("told", type_=sa.String)))
    .order_by(subscribers.c.id)
    .limit(sa.bindparam("limit"))
)
_TOLD = sa.update(subscribers).where(subscribers.c.id == _ID).values(told=sa.bindparam("announcement"))
_BEGIN = sa.insert(announcements)
_ONE = sa.select(announcements).where(announcements.c.id == _ID)
_ALL = sa.select(announcements).order_by(announcements.c.day.desc(), announcements.c.id)
_UNDER_WAY = sa.select(announcements.c.id).where(announcements.c.state == AnnouncementState.RUNNING.value)
_MOVE = sa.update(announcements).where(announcements.c.id == _ID).values(state=sa.bindparam("new"))


class SqlAnnouncements:
    """Implements handlers.ports.Announcements in one open transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._at = transaction

    def keep(self, reach: Reach) -> None:
        """See the port."""
        self.forget(reach)
        row = {"id": new_id(), "lookup": self._lookup(reach), "told": None}
        ROWS.add(self._at, self._at.keys.relay_public, dump_reach(reach), row)

    def forget(self, reach: Reach) -> None:
        """See the port."""
        self._at.wiped |= self._at.run(_FORGET, {"account": self._lookup(reach)}).rowcount > 0

    def untold(self, announcement: str, limit: int) -> list[str]:
        """See the port."""
        return [row.id for row in self._at.run(_UNTOLD, {"told": announcement, "limit": limit})]

    def open(self, subscriber: str) -> Reach | None:
        """See the port."""
        row = self._at.run(_GET, {"which": subscriber}).first()
        try:
            words = ROWS.open(self._at, self._at.keys.relay_private, row) if row is not None else None
        except CannotOpen:
            return None
        return parse_reach(words) if words is not None else None

    def told(self, subscriber: str, announcement: str) -> None:
        """See the port."""
        self._at.run(_TOLD, {"which": subscriber, "announcement": announcement})

    def end(self, subscriber: str) -> None:
        """See the port."""
        ROWS.end(self._at, subscriber)

    def begin(self, announcement: Announcement) -> None:
        """See the port."""
        row = {
            "id": announcement.id,
            "counsellor": announcement.counsellor,
            "day": announcement.day,
            "state": announcement.state.value,
        }
        self._at.run(_BEGIN, row)

    def get(self, announcement: str) -> Announcement | None:
        """See the port."""
        row = self._at.run(_ONE, {"which": announcement}).first()
        return _announcement(row) if row is not None else None

    def all(self) -> list[Announcement]:
        """See the port."""
        return [_announcement(row) for row in self._at.run(_ALL)]

    def turn(self, announcement: str) -> bool:
        """See the port."""
        self._at.alone(_NAME)
        found = self.get(announcement)
        if found is None or found.state is not AnnouncementState.WAITING:
            return found is not None and found.state is AnnouncementState.RUNNING
        if self._at.run(_UNDER_WAY).first() is not None:
            return False
        self.move(announcement, AnnouncementState.RUNNING)
        return True

    def move(self, announcement: str, state: AnnouncementState) -> None:
        """See the port."""
        self._at.run(_MOVE, {"which": announcement, "new": state.value})

    def _lookup(self, reach: Reach) -> bytes:
        return self._at.keys.token(_USE, Private(f"{reach.channel.value}|{reach.address.reveal()}"))


def _announcement(row: sa.Row[Any]) -> Announcement:
    return Announcement(row.id, CounsellorId(row.counsellor), row.day, AnnouncementState(row.state))
