"""WebAuthn for one site: what browsers are asked, and whether what they answer is true.

Nothing is stored here and nothing is logged; an answer that cannot be read is an answer that is not true.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any, Final
from urllib.parse import urlsplit

import webauthn
from webauthn.helpers import (
    base64url_to_bytes,
    bytes_to_base64url,
    options_to_json_dict,
    parse_authentication_credential_json,
    parse_client_data_json,
)
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from dialogues.private import Private
from handlers.domain.ids import StaffId
from handlers.ports import Claim, Passkey, Registered

PRF_INPUT: Final = b"Open Oor: the counsellor's own key"
"""What a passkey's PRF is asked about. Public; each passkey gives an answer of its own."""

SITE_NAME: Final = "Open Oor"
_MOST: Final = 8_000
_TIMEOUT: Final = 120_000
_UNKNOWN: Final = base64url_to_bytes(
    "pQECAyYgASFYIFzn7xmqShUFEBs6gwRg-Wb4oZDzf0VVpMfzufBa7gTHIlgg0uJZe9Qxvq41TlIIvDi8B33-YoyiAJdOmq77SSZ1BeE"
)
"""A public key that is nobody's, so that an unknown passkey costs the same work as a known one."""

_UNREADABLE: Final = (WebAuthnException, ValueError, LookupError, TypeError, AttributeError, RecursionError)
"""What is raised for an answer that is wrong, cut, or of something else."""


@dataclass(frozen=True, slots=True)
class Site:
    """Where passkeys of this installation work: `origin` as browsers name it, `name` as WebAuthn does."""

    origin: str
    name: str

    @classmethod
    def at(cls, address: str) -> "Site | None":
        """The site of this address; None for an address that is a number, which has no passkeys.

        The loopback address has them under the name that every browser knows it by.
        """
        typed = urlsplit(address)
        host = typed.hostname or ""
        try:
            if not ip_address(host).is_loopback:
                return None
            host = "localhost"
        except ValueError:
            pass
        port = f":{typed.port}" if typed.port is not None else ""
        return cls(f"{typed.scheme}://{host}{port}", host)


class WebAuthn:
    """Implements handlers.ports.Authenticator for one site; one without a site refuses everything."""

    def __init__(self, site: Site | None) -> None:
        self._site = site or Site("", "none.invalid")

    def offer(self, challenge: bytes, staff: StaffId, name: str, known: Sequence[bytes]) -> str:
        """See the port. The user handle is the login's random row key; the name stays on the device."""
        options = webauthn.generate_registration_options(
            rp_id=self._site.name,
            rp_name=SITE_NAME,
            user_id=bytes.fromhex(staff),
            user_name=name,
            challenge=challenge,
            timeout=_TIMEOUT,
            exclude_credentials=[PublicKeyCredentialDescriptor(each) for each in known],
            authenticator_selection=AuthenticatorSelectionCriteria(
                resident_key=ResidentKeyRequirement.REQUIRED,
                user_verification=UserVerificationRequirement.REQUIRED,
            ),
        )
        return _with_prf(options_to_json_dict(options))

    def ask(self, challenge: bytes, known: Sequence[bytes] = ()) -> str:
        """See the port."""
        options = webauthn.generate_authentication_options(
            rp_id=self._site.name,
            challenge=challenge,
            timeout=_TIMEOUT,
            allow_credentials=[PublicKeyCredentialDescriptor(each) for each in known],
            user_verification=UserVerificationRequirement.REQUIRED,
        )
        return _with_prf(options_to_json_dict(options))

    def claim(self, answer: Private) -> Claim:
        """See the port."""
        try:
            read = _read(answer)
            said = parse_client_data_json(base64url_to_bytes(read["response"]["clientDataJSON"]))
            return Claim(said.challenge, base64url_to_bytes(read["rawId"]))
        except _UNREADABLE:
            return Claim(b"", b"")

    def registered(self, answer: Private, challenge: bytes) -> Registered | None:
        """See the port. What the authenticator says about its maker is not asked and not looked at."""
        try:
            made = webauthn.verify_registration_response(
                credential=_read(answer),
                expected_challenge=challenge,
                expected_rp_id=self._site.name,
                expected_origin=self._site.origin,
                require_user_verification=True,
            )
        except _UNREADABLE:
            return None
        return Registered(made.credential_id, made.credential_public_key, made.sign_count)

    def used(self, answer: Private, challenge: bytes, passkey: Passkey | None) -> int | None:
        """See the port. A count that does not go up is that of a copy."""
        try:
            read = _read(answer)
            holder = parse_authentication_credential_json(read).response.user_handle
            proof = webauthn.verify_authentication_response(
                credential=read,
                expected_challenge=challenge,
                expected_rp_id=self._site.name,
                expected_origin=self._site.origin,
                credential_public_key=passkey.public if passkey else _UNKNOWN,
                credential_current_sign_count=passkey.sign_count if passkey else 0,
                require_user_verification=True,
            )
        except _UNREADABLE:
            return None
        if passkey is None or proof.credential_id != passkey.credential:
            return None
        if holder is not None and holder != bytes.fromhex(passkey.staff):
            return None
        return proof.new_sign_count


def _read(answer: Private) -> dict[str, Any]:
    text = answer.reveal()
    if len(text) > _MOST:
        raise ValueError("an answer is not that long")
    read = json.loads(text)
    if not isinstance(read, dict):
        raise TypeError("an answer is an object")
    return read


def _with_prf(options: dict[str, Any]) -> str:
    options["extensions"] = {"prf": {"eval": {"first": bytes_to_base64url(PRF_INPUT)}}}
    return json.dumps(options)
