"""The two seals on every row of content: who may read (inner), and until when (outer). See KEYS in docs.

box(text, reader, row) = AES-GCM(K_conv, HPKE(reader, text, info = row), aad = row)

`row` names the place a box belongs to: table, conversation, row and kind. A box that is moved to another
row, conversation or reader does not open.
"""

import os
from hashlib import blake2b
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes, hpke
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF, HKDFExpand

from dialogues.private import Private
from handlers.domain.errors import CannotOpen

KEY_BYTES: Final = 32
_NONCE: Final = 12
_READER: Final = 8
_BLOCK: Final = 256
_SUITE: Final = hpke.Suite(hpke.KEM.X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.AES_256_GCM)


def new_key() -> bytes:
    """A fresh random key of 32 bytes."""
    return os.urandom(KEY_BYTES)


def place(*parts: str | int) -> bytes:
    """The name of a row, as the seals know it; unambiguous because no part holds a "|"."""
    return "|".join(map(str, parts)).encode("ascii")


def seal(key: bytes, data: bytes, row: bytes) -> bytes:
    """AES-256-GCM under a random nonce, bound to `row`: 28 bytes longer than `data`."""
    nonce = os.urandom(_NONCE)
    return nonce + AESGCM(key).encrypt(nonce, data, row)


def unseal(key: bytes, sealed: bytes, row: bytes) -> bytes:
    """What `seal` closed. Raises CannotOpen with another key, another row or a changed byte."""
    try:
        return AESGCM(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], row)
    except (InvalidTag, ValueError):
        raise CannotOpen("a sealed row does not open with this key") from None


def derive(secret: bytes, label: str, salt: bytes | None = None) -> bytes:
    """HKDF-SHA256 of anything secret, 32 bytes; another label gives an unrelated key."""
    return HKDF(hashes.SHA256(), KEY_BYTES, salt, label.encode("ascii")).derive(secret)


def expand(key: bytes, label: str) -> bytes:
    """As `derive`, for what is a uniform key of 32 bytes already; half the work."""
    return HKDFExpand(hashes.SHA256(), KEY_BYTES, label.encode("ascii")).derive(key)


def keyed(key: bytes, label: str, data: bytes, size: int = 16) -> bytes:
    """Keyed blake2b; `label` (at most 16 letters) keeps the uses of one key apart."""
    return blake2b(data, digest_size=size, key=key, person=label.encode("ascii")).digest()


def key_pair(seed: bytes) -> tuple[bytes, bytes]:
    """(private, public) X25519 key of 32 uniform bytes."""
    private = X25519PrivateKey.from_private_bytes(seed)
    return seed, private.public_key().public_bytes_raw()


def public_of(private: bytes) -> bytes:
    """The public half of an X25519 key."""
    return key_pair(private)[1]


def _padded(text: Private) -> bytes:
    # The length of what someone wrote says something too: rounded up to blocks.
    data = text.reveal().encode("utf-8", "surrogatepass") + b"\x80"
    return data + bytes(-len(data) % _BLOCK)


def _unpadded(data: bytes) -> Private:
    return Private(data[: data.rindex(b"\x80")].decode("utf-8", "surrogatepass"))


def seal_state(conversation_key: bytes, state_key: bytes, text: Private, row: bytes) -> bytes:
    """The running state: under a key that the peer brings along, and that under the conversation's."""
    return seal(conversation_key, seal(state_key, _padded(text), row), row)


def open_state(conversation_key: bytes, state_key: bytes, sealed: bytes, row: bytes) -> Private:
    """What `seal_state` closed. Raises CannotOpen."""
    return _unpadded(unseal(state_key, unseal(conversation_key, sealed, row), row))


def box(conversation_key: bytes, reader: bytes, text: Private, row: bytes) -> bytes:
    """Words for one reader (a public key), for as long as the conversation's key exists."""
    return seal(conversation_key, _reader_id(reader) + letter_to(reader, text, row), row)


def open_box(conversation_key: bytes, private: bytes, sealed: bytes, row: bytes) -> Private | None:
    """What `box` closed; None when it was closed for another reader.

    Raises CannotOpen when the conversation's key does not fit or a byte was changed.
    """
    inner = unseal(conversation_key, sealed, row)
    if inner[:_READER] != _reader_id(public_of(private)):
        return None
    return open_letter(private, inner[_READER:], row)


def letter_to(reader: bytes, text: Private, row: bytes) -> bytes:
    """HPKE to a public key; only for what no conversation holds (staff addresses)."""
    return _SUITE.encrypt(_padded(text), X25519PublicKey.from_public_bytes(reader), info=row)


def open_letter(private: bytes, sealed: bytes, row: bytes) -> Private:
    """What `letter_to` closed. Raises CannotOpen."""
    try:
        data = _SUITE.decrypt(sealed, X25519PrivateKey.from_private_bytes(private), info=row)
    except (InvalidTag, ValueError):
        raise CannotOpen("a sealed letter does not open with this key") from None
    return _unpadded(data)


def _reader_id(public: bytes) -> bytes:
    return blake2b(public, digest_size=_READER).digest()
