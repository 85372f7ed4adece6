"""The organisation's policy: the only source of terms, modes and doors (C01, clauses §8).

`bot/policy_file.py` reads it from policy.yml with file:line errors; nothing else makes one, tests aside.
"""

from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import Final, Literal

from handlers.domain.roster import OtherRole

REVIEW_DAYS: Final = 365
"""How long a procedure and the organisation map count as gone through (C36, C39)."""

MAP_CHECK: Final = "map"
"""Under which name the yearly look at the organisation map is noted."""

Language = str
"""ISO 639-1 code of a language that dialogues/texts has a folder for."""


@dataclass(frozen=True, slots=True)
class Deviation:
    """One setting that differs from the protocol's default, who approved it and when (C01)."""

    key: str
    approved_by: str
    approved_on: date


@dataclass(frozen=True, slots=True)
class Door:
    """A body or person outside the chat that can help: inside or outside the organisation (C20, C52)."""

    id: str
    name: dict[Language, str]
    contact: dict[Language, str]  # phone, mail, place: as HR wants it read
    inside: bool
    called: dict[Language, str] | None = None  # its name in the middle of a sentence, when that is another


@dataclass(frozen=True, slots=True)
class Policy:
    """Every setting with the protocol's default. Durations in days and hours as named."""

    organisation: str
    version: str = "1"
    effective_on: date | None = None  # from when this protocol holds, and which body approved it (C01)
    approved_by: str | None = None
    demo: bool = False
    reply_working_days: int = 2  # C12
    consent_expiry_days: int = 14  # C15
    idle_hours: int = 40  # C41, must stay under 48 (A29)
    closed_days: int = 30  # C41
    open_days: int = 365
    handover_days: int = 30  # handover.no_answer_days, C43 (A14)
    mediation: Literal["counsellor", "independent_mediator", "off"] = "counsellor"  # A05
    report_k: int = 5  # floor 3
    people: dict[Language, str] = field(default_factory=dict)  # scope.people, C11
    secrecy_limits: dict[Language, str] = field(default_factory=dict)  # A03
    vp_mandatory_source: str | None = None  # law.vp_mandatory, C02
    vp_dismissal_source: str | None = None  # law.vp_dismissal_protection, C72 (A11)
    incompatible_roles: tuple[OtherRole, ...] = (
        OtherRole.HR,
        OtherRole.BOARD,
        OtherRole.IT,
        OtherRole.SOCIAL_WORK,
    )  # what a counsellor cannot be beside it (C35, C60)
    referrals_max_age_days: int = 90  # C20
    languages: tuple[Language, ...] = ("nl", "en")
    channels: tuple[str, ...] = ("web", "telegram")
    rest_channel: bool = False
    pings_at: tuple[time, ...] = (time(9), time(13), time(17))  # Dutch clock times on working days
    pings_immediate: bool = False  # tells at once instead; in a small team that can show who wrote (C40)
    accused_bodies: tuple[Door, ...] = ()  # C62, at least one before going live
    doors: tuple[Door, ...] = ()  # bodies of the organisation map, by id: manager, board, hr, or, …
    board_alternatives: tuple[Door, ...] = ()  # C17, at least one before going live
    deviations: tuple[Deviation, ...] = ()

    @property
    def idle(self) -> timedelta:
        """How long a chat without an introduction may be silent before it is wiped."""
        return timedelta(hours=self.idle_hours)

    @property
    def consent_expiry(self) -> timedelta:
        """How long a yes counts that was not used, and a proposal that was not decided (C15)."""
        return timedelta(days=self.consent_expiry_days)

    def door(self, door_id: str) -> Door | None:
        """The body with this id in the organisation map."""
        return next((d for d in self.doors if d.id == door_id), None)

    def instead(self, of: str) -> tuple[Door, ...]:
        """Where to go when it is about somebody of this body (C17, C18, A10)."""
        above = self.door("manager_above")
        return (above,) if of == "manager" and above else self.board_alternatives
