"""What is kept, sealed, of a running chat: its place, the last answer, and what the channel must delete."""

import json
from dataclasses import dataclass, field, replace
from datetime import datetime

from dialogues.codec import dump as dump_state
from dialogues.codec import parse as parse_state
from dialogues.model import Say, State
from dialogues.private import Private
from dialogues.says import dump_says, parse_says
from handlers.domain.ids import MessageId
from handlers.ports import Chat, Peer

CODE_SLOTS = ("resume_code", "teach_first", "teach_second", "teach")


@dataclass(frozen=True, slots=True)
class RunningChat:
    """The sealed contents of a chat row.

    `says`: the last answer, to be shown again when a delivery comes twice or a page is opened again.
    `since`: when the chat began; None in a chat that is older than this knowledge.
    `trail`: the channel's ids of messages on its side, newest last, for Wipe; at most TRAIL_LENGTH.
    `letters`, `fleeting`: which letters and which short-lived responses were in that last answer.
    `fading_until`: until then a short-lived message stands on the screen, and what is typed goes with it.
    `to`: the counsellor whom this browser or account last knew its words to go to; "" for nobody.
    """

    state: State
    says: tuple[Say, ...] = field(default=(), repr=False)
    trail: tuple[str, ...] = field(default=(), repr=False)
    code_until: datetime | None = None
    letters: tuple[MessageId, ...] = ()
    fleeting: tuple[str, ...] = ()
    since: datetime | None = None
    fading_until: datetime | None = None
    to: str | None = None

    def without_old_code(self, now: datetime) -> "RunningChat":
        """The chat after its resume code was forgotten, when its fifteen minutes are over (KEYS.md)."""
        if self.code_until is None or now < self.code_until:
            return self
        slots = {name: value for name, value in self.state.slots.items() if name not in CODE_SLOTS}
        return replace(self, state=replace(self.state, slots=slots), says=(), code_until=None, fleeting=())


@dataclass(frozen=True, slots=True, repr=False)
class Kept:
    """A chat as its turn has just written it: it can be written once more without being read.

    It holds the keys of this person, so it lives as long as their delivery is handled and no longer.
    """

    chat: Chat
    peer: Peer
    running: RunningChat


TRAIL_LENGTH = 400


def dump(chat: RunningChat) -> Private:
    """JSON text, to be sealed."""
    return Private(
        json.dumps(
            {
                "state": dump_state(chat.state).decode(),
                "says": dump_says(chat.says).decode(),
                "trail": chat.trail[-TRAIL_LENGTH:],
                "code": chat.code_until.isoformat() if chat.code_until else None,
                "letters": chat.letters,
                "fleeting": chat.fleeting,
                "since": chat.since.isoformat() if chat.since else None,
                "fading": chat.fading_until.isoformat() if chat.fading_until else None,
                "to": chat.to,
            },
            ensure_ascii=False,
            separators=(",", ":"),
        )
    )


def parse(running: Private) -> RunningChat:
    """The chat of a sealed text. Raises what the codec raises for another version."""
    data = json.loads(running.reveal())
    return RunningChat(
        parse_state(data["state"].encode()),
        parse_says(data["says"].encode()),
        tuple(data["trail"]),
        _moment(data["code"]),
        tuple(data["letters"]),
        tuple(data["fleeting"]),
        _moment(data.get("since")),
        _moment(data.get("fading")),
        data.get("to"),
    )


def _moment(written: str | None) -> datetime | None:
    return datetime.fromisoformat(written) if written else None
