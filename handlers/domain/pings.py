"""Ways to tell a counsellor, beside Telegram: what an address looks like, and what is shown of it.

A way counts only after the number in a test message was typed at the desk: a slip pings nobody else.
"""

import re
import secrets
from datetime import timedelta
from enum import StrEnum

from dialogues.private import Private


class WayKind(StrEnum):
    """What brings a ping to a counsellor."""

    MAIL = "mail"


MOST_WAYS = 4
"""Of one counsellor, so that nobody's letter box can be filled from a desk."""
MOST_TRIES = 5
"""Wrong numbers after which a way is forgotten: six digits guessed so often are one in 200,000."""
TERM = timedelta(hours=24)
"""So long a ping is tried again; so long, too, the number of a new way can be typed."""

_FIRST_PAUSE, _LONGEST_PAUSE = 60.0, 3600.0
_MAIL = re.compile(
    r"(?=.{6,254}$)([A-Za-z0-9!#$%&'*+/=?^_`{|}~-][A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{0,63})"
    r"@((?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63})"
)


def mail_address(typed: Private) -> Private | None:
    """The e-mail address that was typed, or None when it is none. Letters outside ASCII are not taken."""
    found = _MAIL.fullmatch(typed.reveal().strip())
    return Private(found[0]) if found else None


def address_of(kind: WayKind, typed: Private) -> Private | None:
    """What was typed as an address of this kind, or None when it is none."""
    return mail_address(typed)


def hint(kind: WayKind, address: Private) -> Private:
    """So much of an address that its owner knows which one it is, and nobody else learns it."""
    name, _, place = address.reveal().partition("@")
    return Private(f"{name[:1]}…@{place}")


def new_number() -> Private:
    """Six random digits."""
    return Private(f"{secrets.randbelow(1_000_000):06}")


def is_number(typed: Private, number: Private) -> bool:
    """Whether these are the digits; spaces between them do not matter."""
    digits = "".join(typed.reveal().split())
    return secrets.compare_digest(digits.encode("utf-8", "replace"), number.reveal().encode())


def pause(tries: int) -> float:
    """Seconds before a ping that failed so often is tried again: 1, 2, 4, … minutes, up to an hour."""
    return float(min(_FIRST_PAUSE * 2 ** min(tries, 10), _LONGEST_PAUSE))
