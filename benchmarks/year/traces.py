"""The plain ids and lookups of people who wiped: nothing of them may stand in any table after the terms."""

import re
from dataclasses import dataclass

import sqlalchemy as sa

from bot.wiring import House
from dialogues.private import Private
from handlers.domain.ids import ConversationId
from storage import upkeep
from storage.tables import cases, conversations, letters, peers, proposals
from storage.transaction import Transaction
from tests.house import Employee

_ID = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True, repr=False)
class Traces:
    """Row ids as text, lookups and delivery hashes as bytes, and the account or cookie itself."""

    ids: frozenset[str]
    hashes: frozenset[bytes]
    account: str


async def traces_of(
    house: House, conversation: ConversationId | None, door: Employee, code: Private | None
) -> Traces | None:
    """Everything that stands of a conversation now; None when there is none."""
    if conversation is None:
        return None

    def job(at: Transaction) -> Traces:
        mine = at.run(sa.select(cases.c.id).where(cases.c.conversation == conversation)).scalars().all()
        ids = {conversation, *mine}
        ids.update(at.run(sa.select(letters.c.id).where(letters.c.conversation == conversation)).scalars())
        ids.update(at.run(sa.select(proposals.c.id).where(proposals.c.case_id.in_(mine))).scalars())
        found = set(at.run(sa.select(peers.c.lookup).where(peers.c.conversation == conversation)).scalars())
        row = sa.select(conversations.c.salt, conversations.c.wrapped_key, conversations.c.code_lookup)
        for values in at.run(row.where(conversations.c.id == conversation)):
            found.update(bytes(each) for each in values if each)
        if code is not None:
            found.add(house.keys.code_key(code)[2])
        found.update(house.keys.delivery(each.channel, each.delivery) for each in door.sent)
        return Traces(frozenset(ids), frozenset(found), door.sender)

    return await upkeep.read(house.store, job)


def rows_of(at: Transaction, wiped: list[Traces]) -> int:
    """Rows of any table, those of the queue too, in which something of these people stands."""
    ids = frozenset().union(*(each.ids for each in wiped))
    hashes = frozenset().union(*(each.hashes for each in wiped))
    accounts = [each.account for each in wiped]
    rows = 0
    for name in sa.inspect(at.connection).get_table_names():
        for row in at.connection.execute(sa.select(sa.text("*")).select_from(sa.table(name))):
            rows += any(_shows(value, ids, hashes, accounts) for value in row)
    return rows


def _shows(value: object, ids: frozenset[str], hashes: frozenset[bytes], accounts: list[str]) -> bool:
    if isinstance(value, bytes):
        return value in hashes
    if not isinstance(value, str) or len(value) < 9:
        return False
    return not ids.isdisjoint(_ID.findall(value)) or value in accounts
