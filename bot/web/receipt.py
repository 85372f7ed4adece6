"""The consent receipt: what an employee said yes to, to read and to keep (C15, ISO/IEC TS 27560:2023)."""

import json
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.web.cookies import employee_cookie
from bot.web.paper import Paper
from bot.web.rooms import Rooms
from dialogues.render import shown_date
from handlers.domain.consent import Consent
from handlers.domain.policy import Policy
from handlers.facts import receiver_name
from handlers.ports import Channel

SCHEMA = "ISO/IEC TS 27560:2023"


class ReceiptPages:
    """The receipt as a page, as text and as JSON; only for the browser that holds the conversation."""

    def __init__(self, rooms: Rooms, paper: Paper) -> None:
        self._rooms, self._paper = rooms, paper
        self._cookie = employee_cookie(rooms.secure_cookies)

    def routes(self) -> list[Route]:
        """The addresses of the receipt."""
        return [
            Route("/chat/receipt", self.show, methods=["GET"]),
            Route("/chat/receipt.txt", self.text, methods=["GET"]),
            Route("/chat/receipt.json", self.json, methods=["GET"]),
        ]

    async def show(self, request: Request) -> Response:
        """Every yes, newest last."""
        language, consents = await self._consents(request)
        entries = await self._entries(consents, language)
        return self._paper.page(request, "receipt.html", language=language, entries=entries)

    async def text(self, request: Request) -> Response:
        """The same as a text file."""
        language, consents = await self._consents(request)
        entries = await self._entries(consents, language)
        words = "\n\n".join("\n".join(entry) for entry in entries)
        return Response(words + "\n", media_type="text/plain", headers=_download("receipt.txt"))

    async def json(self, request: Request) -> Response:
        """The same with the fields of the standard. Raises HTTPException 404 when there is no case here."""
        language, consents = await self._consents(request)
        records = [receipt_fields(consent, self._rooms.policy, language) for consent in consents]
        filled = json.dumps(records, ensure_ascii=False, indent=2)
        return Response(filled, media_type="application/json", headers=_download("receipt.json"))

    async def _consents(self, request: Request) -> tuple[str, list[Consent]]:
        token = self._cookie.read(request)
        screen = await self._rooms.screens.look(Channel.WEB, token) if token else None
        case = screen.case if screen else None
        if screen is None or case is None:
            raise HTTPException(404)
        consents = await self._rooms.store.read(lambda work: work.consents.of(case.id))
        return screen.language or self._paper.language(request), consents

    async def _entries(self, consents: list[Consent], language: str) -> list[list[str]]:
        words, roster = self._paper.words(language), (await self._rooms.directories.now()).roster
        return [
            [
                words("web-receipt-day", day=shown_date(consent.given_on, language)),
                words("web-receipt-who", name=receiver_name(words, roster, consent.who)),
                words("web-receipt-purpose", purpose=words(f"fact-purpose-{consent.purpose.value}")),
                words("web-receipt-state", state=words(f"fact-state-{consent.state.value}")),
                words("web-receipt-until", day=shown_date(consent.until.date(), language)),
            ]
            for consent in consents
        ]


def receipt_fields(consent: Consent, policy: Policy, language: str) -> dict[str, Any]:
    """One consent with the field names of ISO/IEC TS 27560:2023. Holds no words and no digest of words."""
    return {
        "receipt_metadata": {"schema_version": SCHEMA, "receipt_id": f"{consent.id}-receipt"},
        "header": {"schema_version": SCHEMA, "record_id": consent.id, "pii_principal_id": "not-recorded"},
        "pii_processing": {
            "privacy_notice": "/privacy",
            "language": language,
            "purposes": [_purpose(consent, policy)],
        },
        "party_identification": [
            {"party_id": "organisation", "party_name": policy.organisation, "party_role": "pii-controller"},
            {"party_id": consent.who, "party_name": consent.who, "party_role": "recipient"},
        ],
        "event": [
            {
                "event_time": consent.given_on.isoformat(),
                "validity_duration": consent.until.isoformat(),
                "entity_id": "pii-principal",
                "event_type": "explicit",
                "event_state": consent.state.value,
            }
        ],
    }


def _purpose(consent: Consent, policy: Policy) -> dict[str, Any]:
    return {
        "purpose": consent.purpose.value,
        "purpose_type": "contact with a confidential counsellor",
        "lawful_basis": "explicit consent",
        "pii_information": [
            {
                "pii_type": "own words, as shown in full before the yes",
                "pii_optional": True,
                "sensitive_pii_category": True,
                "special_pii_category": True,
            }
        ],
        "pii_controllers": ["organisation"],
        "collection_method": "typed and confirmed by the person",
        "processing_method": "sealed to the recipient's own key",
        "retention_period": f"until wiped, or {policy.closed_days} days after closing",
        "recipient_third_parties": [consent.who],
        "withdrawal_method": "/chat",
        "privacy_rights": "/privacy",
        "codes_of_conduct": "/protocol",
        "jurisdiction": "NL",
    }


def _download(name: str) -> dict[str, str]:
    return {"content-disposition": f'attachment; filename="{name}"'}
