"""A passkey on somebody's device, in Python: makes and uses passkeys as WebAuthn says, PRF included."""

import hashlib
import hmac
import json
import secrets
from dataclasses import dataclass, field
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url, encode_cbor

from dialogues.private import Private

ORIGIN = "http://localhost:8400"
PRESENT, VERIFIED, ATTESTED = 0x01, 0x04, 0x40


@dataclass(slots=True)
class Device:
    """One authenticator with one passkey. `verifies` is False for one that asks for no finger or PIN."""

    origin: str = ORIGIN
    site: str = "localhost"
    verifies: bool = True
    counts: bool = True
    sign_count: int = 0
    credential: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    private: ec.EllipticCurvePrivateKey = field(
        default_factory=lambda: ec.generate_private_key(ec.SECP256R1())
    )
    holder: bytes | None = None
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32))

    @property
    def opener(self) -> Private:
        """What the PRF gives, as the page sends it."""
        answer = hmac.new(self.secret, b"first", hashlib.sha256).digest()
        return Private(bytes_to_base64url(answer))

    def makes(self, options: str) -> Private:
        """navigator.credentials.create()."""
        asked = json.loads(options)
        self.holder = base64url_to_bytes(asked["user"]["id"])
        numbers = self.private.public_key().public_numbers()
        public = encode_cbor(
            {1: 2, 3: -7, -1: 1, -2: numbers.x.to_bytes(32, "big"), -3: numbers.y.to_bytes(32, "big")}
        )
        length = len(self.credential).to_bytes(2, "big")
        data = self._data(ATTESTED) + bytes(16) + length + self.credential + public
        said = self._client("webauthn.create", asked["challenge"])
        attestation = encode_cbor({"fmt": "none", "attStmt": {}, "authData": data})
        return self._written({"clientDataJSON": said, "attestationObject": attestation})

    def uses(self, options: str) -> Private:
        """navigator.credentials.get()."""
        asked = json.loads(options)
        self.sign_count += self.counts
        said, data = self._client("webauthn.get", asked["challenge"]), self._data(0)
        signature = self.private.sign(data + hashlib.sha256(said).digest(), ec.ECDSA(hashes.SHA256()))
        parts = {"clientDataJSON": said, "authenticatorData": data, "signature": signature}
        return self._written(parts | ({"userHandle": self.holder} if self.holder is not None else {}))

    def _client(self, kind: str, challenge: str) -> bytes:
        return json.dumps({"type": kind, "challenge": challenge, "origin": self.origin}).encode()

    def _data(self, flags: int) -> bytes:
        flags |= PRESENT | (VERIFIED if self.verifies else 0)
        return (
            hashlib.sha256(self.site.encode()).digest() + bytes([flags]) + self.sign_count.to_bytes(4, "big")
        )

    def _written(self, response: dict[str, bytes]) -> Private:
        name = bytes_to_base64url(self.credential)
        said: dict[str, Any] = {key: bytes_to_base64url(value) for key, value in response.items()}
        return Private(json.dumps({"id": name, "rawId": name, "type": "public-key", "response": said}))
