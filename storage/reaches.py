"""Where people want to be told that there is news: sealed to the relay, which opens it to push."""

import json
from typing import Any

import sqlalchemy as sa

from dialogues.private import Private
from handlers.domain.errors import CannotOpen
from handlers.domain.ids import ConversationId, StaffId
from handlers.ports import Channel, Reach, Traces
from storage.sealing import box, letter_to, open_box, open_letter, place
from storage.tables import reaches, staff_reaches
from storage.transaction import Transaction

_CHAT: sa.BindParameter[str] = sa.bindparam("chat")
_STAFF: sa.BindParameter[str] = sa.bindparam("who")
_OF_EMPLOYEE = sa.select(reaches.c.sealed).where(reaches.c.conversation == _CHAT)
_FORGET_EMPLOYEE = sa.delete(reaches).where(reaches.c.conversation == _CHAT)
_SET_EMPLOYEE = sa.insert(reaches)
_OF_STAFF = sa.select(staff_reaches.c.sealed).where(staff_reaches.c.staff == _STAFF)
_IS_LINKED = sa.select(sa.literal(1)).where(staff_reaches.c.staff == _STAFF)
_FORGET_STAFF = sa.delete(staff_reaches).where(staff_reaches.c.staff == _STAFF)
_FORGET_ACCOUNT = sa.delete(staff_reaches).where(staff_reaches.c.lookup == sa.bindparam("account"))
_SET_STAFF = sa.insert(staff_reaches)
_AT = sa.select(staff_reaches.c.staff).where(staff_reaches.c.lookup == sa.bindparam("account"))


class SqlReaches:
    """Implements handlers.ports.Reaches in one open transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._at = transaction

    def of_employee(self, conversation: ConversationId) -> Reach | None:
        """See the port. Raises CannotOpen when the row was changed."""
        sealed = self._at.run(_OF_EMPLOYEE, {"chat": conversation}).scalar()
        if sealed is None:
            return None
        key = self._at.vault(conversation).key
        text = open_box(key, self._at.keys.relay_private, sealed, place("reaches", conversation, "reach"))
        if text is None:
            raise CannotOpen("this address was sealed to another relay")
        return parse_reach(text)

    def set_employee(self, conversation: ConversationId, reach: Reach | None) -> None:
        """See the port."""
        self._forget(_FORGET_EMPLOYEE, {"chat": conversation})
        if reach is None:
            return
        key = self._at.vault(conversation).key
        row = place("reaches", conversation, "reach")
        sealed = box(key, self._at.keys.relay_public, dump_reach(reach), row)
        self._at.run(_SET_EMPLOYEE, {"conversation": conversation, "sealed": sealed})

    def of_staff(self, staff: StaffId) -> Reach | None:
        """See the port. Raises CannotOpen when the row was changed."""
        sealed = self._at.run(_OF_STAFF, {"who": staff}).scalar()
        if sealed is None:
            return None
        return parse_reach(open_letter(self._at.keys.relay_private, sealed, place("staff_reaches", staff)))

    def is_linked(self, staff: StaffId) -> bool:
        """See the port."""
        return self._at.run(_IS_LINKED, {"who": staff}).first() is not None

    def set_staff(self, staff: StaffId, reach: Reach | None) -> None:
        """See the port. An account belongs to one staff member: the newest link wins."""
        self._forget(_FORGET_STAFF, {"who": staff})
        if reach is None:
            return
        lookup = self._at.keys.staff_lookup(reach.channel, reach.address)
        self._forget(_FORGET_ACCOUNT, {"account": lookup})
        sealed = letter_to(self._at.keys.relay_public, dump_reach(reach), place("staff_reaches", staff))
        self._at.run(_SET_STAFF, {"staff": staff, "lookup": lookup, "sealed": sealed})

    def staff_at(self, lookup: bytes) -> StaffId | None:
        """See the port."""
        found = self._at.run(_AT, {"account": lookup}).scalar()
        return StaffId(found) if found is not None else None

    def _forget(self, statement: sa.Executable, values: dict[str, Any]) -> None:
        # Clearing the log is dear: only for an address that was there, so that guessed codes stay cheap.
        self._at.wiped |= self._at.run(statement, values).rowcount > 0


def dump_traces(traces: Traces) -> Private:
    """What is to be erased and where, to be sealed."""
    return Private(json.dumps([dump_reach(traces.at).reveal(), traces.references]))


def parse_traces(text: Private) -> Traces:
    """What `dump_traces` wrote."""
    at, references = json.loads(text.reveal())
    return Traces(parse_reach(Private(at)), tuple(references))


def dump_reach(reach: Reach) -> Private:
    """An address as text, to be sealed."""
    return Private(json.dumps([reach.channel.value, reach.address.reveal(), reach.language]))


def parse_reach(text: Private) -> Reach:
    """What `dump_reach` wrote."""
    channel, address, language = json.loads(text.reveal())
    return Reach(Channel(channel), Private(address), language)
