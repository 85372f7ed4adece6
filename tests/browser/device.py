"""Chromium's own virtual authenticator, over the DevTools protocol: passkeys, their PRF, and copies."""

from dataclasses import dataclass
from typing import Any

from playwright.async_api import CDPSession, Page


@dataclass(frozen=True, slots=True)
class VirtualDevice:
    """What stands in for somebody's phone. `verifies` is False for one without finger, face or PIN."""

    cdp: CDPSession
    id: str

    @classmethod
    async def of(cls, page: Page, *, prf: bool = True, verifies: bool = True) -> "VirtualDevice":
        """One in this browser, that answers by itself."""
        cdp = await page.context.new_cdp_session(page)
        await cdp.send("WebAuthn.enable")
        options = {
            "protocol": "ctap2",
            "ctap2Version": "ctap2_1",
            "transport": "internal",
            "hasResidentKey": True,
            "hasUserVerification": True,
            "isUserVerified": verifies,
            "automaticPresenceSimulation": True,
            "hasPrf": prf,
        }
        made = await cdp.send("WebAuthn.addVirtualAuthenticator", {"options": options})
        return cls(cdp, made["authenticatorId"])

    async def credentials(self) -> list[dict[str, Any]]:
        """Its passkeys, private keys included."""
        found = await self.cdp.send("WebAuthn.getCredentials", {"authenticatorId": self.id})
        return list(found["credentials"])

    async def takes(self, credential: dict[str, Any]) -> None:
        """Put a passkey of another device into this one."""
        values = {"authenticatorId": self.id, "credential": credential}
        await self.cdp.send("WebAuthn.addCredential", values)

    async def cannot_verify(self) -> None:
        """From now on nobody's finger is recognised."""
        values = {"authenticatorId": self.id, "isUserVerified": False}
        await self.cdp.send("WebAuthn.setUserVerified", values)
