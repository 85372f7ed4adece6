"""Words and addresses that only their reader may see."""

import hmac
from typing import NoReturn


class Private:
    """Something only its reader may see: what a person wrote, or where they can be reached.

    Prints as "<private>", so no log line, traceback or failed assert shows it; refuses to be pickled,
    formatted or hashed. Only code that delivers, seals or works out meaning calls `reveal`;
    tests/architecture lists those places.
    """

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        """The words themselves."""
        return self._text

    def __bool__(self) -> bool:
        return bool(self._text)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Private):
            return NotImplemented
        return hmac.compare_digest(
            self._text.encode("utf-8", "surrogatepass"), other._text.encode("utf-8", "surrogatepass")
        )

    __hash__ = None  # type: ignore[assignment]  # a hash table would be an index of private words

    def __repr__(self) -> str:
        return "<private>"

    def __format__(self, spec: str) -> str:
        return "<private>"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a Private is never pickled or copied by serialisers")
