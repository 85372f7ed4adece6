"""One-time numbers of an app (TOTP, RFC 6238): six digits, thirty seconds, one step early or late."""

import hmac
from datetime import datetime
from typing import Final

import pyotp

SECONDS: Final = 30
SKEW: Final = 1
"""Steps that the app's clock may be ahead or behind."""

DIGITS: Final = 6


def new_secret() -> str:
    """A fresh secret as an app takes it: 160 bits, 32 letters and digits."""
    return pyotp.random_base32()


def is_secret(typed: str) -> bool:
    """Whether this is a secret as `new_secret` makes them."""
    return len(typed) == 32 and set(typed) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")


def address_of(secret: str, account: str, issuer: str) -> str:
    """The `otpauth://` address that an app reads from a QR code."""
    return pyotp.TOTP(secret).provisioning_uri(name=account, issuer_name=issuer)


def matching_step(secret: str, typed: str, at: datetime) -> int | None:
    """The step whose number was typed, None when it is none of those that count now; each is compared."""
    given = "".join(typed.split()).encode()
    running = int(at.timestamp()) // SECONDS
    found = None
    for step in range(running - SKEW, running + SKEW + 1):
        number = pyotp.TOTP(secret).generate_otp(step)
        if hmac.compare_digest(number.encode(), given):
            found = step
    return found
