"""Who talks with Open Oor, and the keys they bring for one request."""

from dataclasses import dataclass
from enum import StrEnum

from dialogues.private import Private


class Channel(StrEnum):
    """The ways in which an employee can talk with Open Oor."""

    TELEGRAM = "telegram"
    WEB = "web"
    REST = "rest"  # Rasa's REST chat protocol
    TERMINAL = "terminal"


@dataclass(frozen=True, slots=True, repr=False)
class Peer:
    """One side of a conversation as far as this request may know it; made by `Keyring.peer`.

    `lookups`: where the row may stand, today's pepper epoch first. The keys are in memory for this
    one request only and are opaque to handlers.
    """

    channel: Channel
    lookups: tuple[bytes, ...]
    state_key: bytes
    secret: bytes  # what the employee's own key is derived from, with the conversation's salt
    address: Private | None = None  # where a push can go (Telegram chat id); None on the web
    epochs: tuple[int, ...] = ()  # which pepper epoch each of `lookups` is of; empty where there are none


@dataclass(frozen=True, slots=True, repr=False)
class ReaderKey:
    """A private key in memory, for one request. Opaque to handlers."""

    private: bytes


class Author(StrEnum):
    """The two sides of a case."""

    EMPLOYEE = "employee"
    COUNSELLOR = "counsellor"
