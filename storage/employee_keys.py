"""The employee's own keys: from the account on Telegram, from a resume code everywhere else (KEYS.md).

Only public halves are stored. A browser that came in by code holds the private half wrapped to its cookie.
"""

from dataclasses import asdict, replace

import sqlalchemy as sa

from handlers.domain.errors import CannotOpen, StorageError
from handlers.domain.ids import ConversationId
from handlers.ports import Channel, Peer, ReaderKey
from storage import forgetting, resealing
from storage.readers import READER_COLUMNS, Readers
from storage.sealing import new_key, place, public_of, seal, unseal
from storage.tables import cases, conversations, peers
from storage.times import passed_minutes
from storage.transaction import Transaction, Vault

_CHAT: sa.BindParameter[str] = sa.bindparam("chat")
_READERS = (
    sa.update(conversations)
    .where(conversations.c.id == _CHAT)
    .values({name: sa.bindparam(f"now_{name}") for name in ("wrapped_key", "kek_day")})
    .values({column.name: sa.bindparam(f"now_{column.name}") for column in READER_COLUMNS})
)
_BY_CODE = sa.select(conversations.c.id).where(conversations.c.code_lookup == sa.bindparam("code"))
_CODE_PUBLIC = sa.select(conversations.c.code_public).where(conversations.c.id == _CHAT)
_ROW = sa.select(peers.c.conversation, peers.c.employee_key, peers.c.key_minute).where(
    peers.c.lookup == sa.bindparam("found")
)
_HELD = sa.select(
    sa.exists().where(cases.c.conversation == _CHAT).label("has_case"),
    sa.exists()
    .where(peers.c.conversation == _CHAT, peers.c.lookup != sa.bindparam("found"))
    .label("has_others"),
)
_NEW_SESSION = sa.insert(peers)
_SESSION = (
    sa.update(peers)
    .where(peers.c.lookup == sa.bindparam("found"))
    .values(
        conversation=_CHAT,
        employee_key=sa.bindparam("wrapped"),
        key_minute=sa.bindparam("until"),
    )
)
_LOCK_ALL = sa.update(peers).where(peers.c.conversation == _CHAT).values(employee_key=None, key_minute=None)
_DETACH = sa.delete(peers).where(peers.c.lookup.in_(sa.bindparam("lookups", expanding=True)))
_NOBODY = ConversationId("")


def use_own_key(at: Transaction, conversation: ConversationId, peer: Peer) -> None:
    """Store the public half of the key that follows from the account; what its key before opens comes along.

    Raises StorageError on a channel without an account.
    """
    if peer.channel is not Channel.TELEGRAM:
        raise StorageError("this channel has no account to derive a key from; give a code first")
    vault = at.vault(conversation)
    before = employee_key(at, conversation, peer)
    _, public = at.keys.own_key(peer.epochs[0], peer.secret, vault.salt)
    _set_readers(at, vault, replace(vault.readers, own_public=public, own_epoch=peer.epochs[0]))
    if before is not None and public != vault.readers.own_public:
        resealing.for_employee(at, conversation, "for_own", public, before)


def give_code(
    at: Transaction, conversation: ConversationId, public: bytes, lookup: bytes, key: ReaderKey | None
) -> None:
    """Store a code's public key and lookup; what `key` opens is sealed to the code as well.

    Browsers that came in with an earlier code are locked.
    """
    at.run(_LOCK_ALL, {"chat": conversation})
    vault = at.vault(conversation)
    _set_readers(at, vault, replace(vault.readers, code_public=public, code_lookup=lookup))
    resealing.for_employee(at, conversation, "for_code", public, key)


def find_by_code(at: Transaction, lookup: bytes) -> ConversationId | None:
    """The conversation of a whole code; one statement, whether it exists or not."""
    found = at.run(_BY_CODE, {"code": lookup}).scalar()
    return ConversationId(found) if found is not None else None


def attach(
    at: Transaction, conversation: ConversationId | None, peer: Peer, key: ReaderKey, until: int
) -> None:
    """Let a peer in with a key it has shown; the same statements when there is no conversation.

    On Telegram the account gets a key of its own, and what `key` opens is sealed to that too.
    """
    at.alone(peer.lookups[0])
    chat = conversation or _NOBODY
    public = at.run(_CODE_PUBLIC, {"chat": chat}).scalar()
    if conversation is not None and public != public_of(key.private):
        raise CannotOpen("this key is not a key of this conversation")
    row = at.run(_ROW, {"found": peer.lookups[0]}).first()
    if row is not None and row.conversation not in (None, conversation):
        if conversation is None:
            return  # a wrong code takes nobody's chat away
        _leave(at, ConversationId(row.conversation), peer)
        row = None
    values = {"wrapped": _wrapped(peer, key, chat), "until": until}
    if peer.channel is Channel.TELEGRAM:
        values = {"wrapped": None, "until": None}
    if row is not None:
        at.run(_SESSION, {"chat": conversation, "found": peer.lookups[0], **values})
    else:
        at.run(
            _NEW_SESSION,
            {
                "lookup": peer.lookups[0],
                "conversation": conversation,
                "epoch": peer.epochs[0] if peer.epochs else None,
                "version": 0,
                "employee_key": values["wrapped"],
                "key_minute": values["until"],
            },
        )
    if conversation is not None and peer.channel is Channel.TELEGRAM:
        use_own_key(at, conversation, peer)
        own = at.vault(conversation).readers.own_public
        if own is not None:
            resealing.for_employee(at, conversation, "for_own", own, key)


def employee_key(at: Transaction, conversation: ConversationId, peer: Peer) -> ReaderKey | None:
    """The employee's key for this request, or None when this peer holds none (any more)."""
    if peer.channel is Channel.TELEGRAM:
        vault = at.vault(conversation)
        if vault.readers.own_epoch is None:
            return None
        private, public = at.keys.own_key(vault.readers.own_epoch, peer.secret, vault.salt)
        return ReaderKey(private) if public == vault.readers.own_public else None
    row = at.run(_ROW, {"found": peer.lookups[0]}).first()
    if row is None or row.conversation != conversation or row.employee_key is None:
        return None
    if row.key_minute is None or row.key_minute <= passed_minutes(at.now()):
        return None
    return ReaderKey(unseal(peer.secret, row.employee_key, _session_row(peer, conversation)))


def detach(at: Transaction, peer: Peer) -> None:
    """The peer's row goes, with the key it may hold."""
    at.wiped |= at.run(_DETACH, {"lookups": peer.lookups}).rowcount > 0


def _set_readers(at: Transaction, vault: Vault, readers: Readers) -> None:
    """Another public key, vouched for by the conversation's key, which is wrapped again with it."""
    wrapped, day = at.keys.wrap(vault.key, vault.id, readers)
    values = {"wrapped_key": wrapped, "kek_day": day, **asdict(readers)}
    at.run(_READERS, {"chat": vault.id, **{f"now_{name}": value for name, value in values.items()}})


def _leave(at: Transaction, conversation: ConversationId, peer: Peer) -> None:
    # The chat that this browser had before: nobody could ever come back to it, unless it has a case or
    # somebody else's row.
    held = at.run(_HELD, {"chat": conversation, "found": peer.lookups[0]}).one()
    if held.has_case or held.has_others:
        detach(at, peer)
    else:
        forgetting.forget(at, conversation)


def _wrapped(peer: Peer, key: ReaderKey, conversation: ConversationId) -> bytes:
    wrapping = peer.secret if peer.channel is not Channel.TELEGRAM else new_key()
    return seal(wrapping, key.private, _session_row(peer, conversation))


def _session_row(peer: Peer, conversation: ConversationId) -> bytes:
    return place("peers", peer.lookups[0].hex(), conversation, "employee key")
