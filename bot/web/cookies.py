"""Two cookies, each only a random token of 256 bits: one of an employee, one of the desk."""

import re
import secrets
from dataclasses import dataclass
from hashlib import blake2b
from hmac import compare_digest

from starlette.requests import Request
from starlette.responses import Response

from dialogues.private import Private

_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")


def new_token() -> Private:
    """A fresh token, 256 bits."""
    return Private(secrets.token_urlsafe(32))


def form_token(token: Private) -> str:
    """What a form of this browser carries; says nothing about the token itself."""
    return blake2b(token.reveal().encode(), digest_size=18, person=b"form").hexdigest()


def fits(token: Private, given: str) -> bool:
    """Whether a form belongs to the browser with this token."""
    return compare_digest(form_token(token).encode(), given.encode("utf-8", "replace"))


@dataclass(frozen=True, slots=True)
class Cookie:
    """A cookie that holds a token and nothing else; gone when the browser closes.

    On https it is bound to this one host (`__Host-`). The names say nothing about what it is for.
    """

    name: str
    secure: bool

    def read(self, request: Request) -> Private | None:
        """The token of this browser; None when there is none or it was never one of ours."""
        value = request.cookies.get(self._full, "")
        return Private(value) if _TOKEN.fullmatch(value) else None

    def give(self, response: Response, token: Private) -> None:
        """Have the browser keep the token."""
        response.set_cookie(
            self._full, token.reveal(), secure=self.secure, httponly=True, samesite="strict", path="/"
        )

    def take(self, response: Response) -> None:
        """Have the browser forget it."""
        response.delete_cookie(self._full, secure=self.secure, httponly=True, samesite="strict", path="/")

    @property
    def _full(self) -> str:
        return f"__Host-{self.name}" if self.secure else self.name


def employee_cookie(secure: bool) -> Cookie:
    """The cookie of an employee's browser."""
    return Cookie("t", secure)


def desk_cookie(secure: bool) -> Cookie:
    """The cookie of a counsellor's or HR officer's browser."""
    return Cookie("d", secure)
