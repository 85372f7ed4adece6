"""Ways to tell a counsellor, beside Telegram: what an address looks like, and what is shown of it.

A way counts only after the number in a test message was typed at the desk: a slip pings nobody else.
"""

import re
import secrets
from datetime import timedelta
from enum import StrEnum
from typing import Final

from dialogues.private import Private


class WayKind(StrEnum):
    """What brings a ping to a counsellor."""

    MAIL = "mail"
    SERVICE = "service"  # what the package apprise knows, of those in `SERVICES`


MOST_WAYS = 4
"""Of one counsellor, so that nobody's letter box can be filled from a desk."""
MOST_TRIES = 5
"""Wrong numbers after which a way is forgotten: six digits guessed so often are one in 200,000."""
TERM = timedelta(hours=24)
"""So long a ping is tried again; so long, too, the number of a new way can be typed."""

SERVICES: Final = {
    "ntfys": "ntfy",
    "gotifys": "Gotify",
    "matrixs": "Matrix",
    "signals": "Signal",
    "mmosts": "Mattermost",
    "nctalks": "Nextcloud Talk",
    "pover": "Pushover",
}
"""Services that bring a message to one person, over an encrypted connection; by how an address begins.

Not here: whatever calls any address at all (json, xml, form), runs a program, writes a file, or sends mail
and texts in somebody's name.
"""

IN_THE_OPEN: Final = {scheme[:-1]: name for scheme, name in SERVICES.items() if scheme.endswith("s")}
"""The same without encryption: only to places that the operator names (a server in the same building)."""

_FIRST_PAUSE, _LONGEST_PAUSE = 60.0, 3600.0
_MAIL = re.compile(
    r"(?=.{6,254}$)([A-Za-z0-9!#$%&'*+/=?^_`{|}~-][A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{0,63})"
    r"@((?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63})"
)

_SERVICE = re.compile(r"([A-Za-z]{4,8})://([^\s?#,;\x00-\x1f\x7f-\uffff]{3,380})")


def mail_address(typed: Private) -> Private | None:
    """The e-mail address that was typed, or None when it is none. Letters outside ASCII are not taken."""
    found = _MAIL.fullmatch(typed.reveal().strip())
    return Private(found[0]) if found else None


def service_address(typed: Private) -> Private | None:
    """The address of a service, or None when it is none of those we bring pings to.

    Nothing may follow a "?" or "#", where a library takes options; and one address is one service.
    """
    found = _SERVICE.fullmatch(typed.reveal().strip())
    if found is None or found[1].lower() not in SERVICES | IN_THE_OPEN:
        return None
    return Private(f"{found[1].lower()}://{found[2]}")


def is_in_the_open(address: Private) -> bool:
    """Whether this address of a service is one without encryption."""
    return address.reveal().partition("://")[0] in IN_THE_OPEN


def address_of(kind: WayKind, typed: Private) -> Private | None:
    """What was typed as an address of this kind, or None when it is none."""
    return mail_address(typed) if kind is WayKind.MAIL else service_address(typed)


def hint(kind: WayKind, address: Private) -> Private:
    """So much of an address that its owner knows which one it is, and nobody else learns it."""
    if kind is WayKind.SERVICE:
        return Private((SERVICES | IN_THE_OPEN)[address.reveal().partition("://")[0]])
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
