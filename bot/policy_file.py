"""Reads policy.yml, the only source of terms, modes and doors (C01, clauses §8)."""

import difflib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import time
from functools import partial
from pathlib import Path
from typing import Any, Final

from bot.yaml_file import Section, read_file
from handlers.domain.moments import EARLIEST, LATEST
from handlers.domain.policy import Deviation, Door, Language, Policy
from handlers.domain.roster import OtherRole

LANGUAGES: Final = ("nl", "en")
CHANNELS: Final = ("web", "telegram", "rest")
MEDIATION: Final = ("counsellor", "independent_mediator", "off")

MANDATORY_BODIES: Final = {"manager": "C18", "hr": "C19", "board": "C17"}
"""Without these bodies in `map` a route of the protocol leads nowhere."""

STANDARD: Final = Policy(
    organisation="",
    people={
        "nl": "iedereen die hier werkt of heeft gewerkt",
        "en": "everyone who works or has worked here",
    },
    secrecy_limits={
        "nl": "Bijna altijd geheim. Heel soms niet, bij groot gevaar. "
        "Dat bespreken we eerst met jou, als dat kan.",
        "en": "Nearly always secret. Very rarely not, in great danger. "
        "We talk about that with you first, if we can.",
    },
)
"""Every setting as the protocol has it; what differs from this is a deviation (C01)."""

Read = Callable[[Section, str, Policy], Any]
"""Reads the last part of a key in its section; the Policy holds the languages and the defaults.

Any, because each setting has its own type; the field of Policy that it fills says which.
"""


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting with a default: its key in the file, its field in Policy, how it is read."""

    key: str
    field: str
    read: Read


def _number(field: str, least: int, most: int) -> Read:
    return lambda section, key, policy: section.number(key, getattr(policy, field), least, most)


def _texts(field: str) -> Read:
    def read(section: Section, key: str, policy: Policy) -> dict[Language, str]:
        default = {language: getattr(policy, field)[language] for language in policy.languages}
        return section.texts(key, policy.languages, default)

    return read


def _roles(section: Section, key: str, policy: Policy) -> tuple[OtherRole, ...]:
    return tuple(OtherRole(role) for role in section.choices(key, list(OtherRole), policy.incompatible_roles))


SETTINGS: Final = (
    Setting("languages", "languages", lambda s, key, policy: s.choices(key, LANGUAGES, policy.languages)),
    Setting("channels", "channels", lambda s, key, policy: s.choices(key, CHANNELS, policy.channels)),
    Setting("scope.people", "people", _texts("people")),
    Setting("reply.working_days", "reply_working_days", _number("reply_working_days", 1, 10)),
    Setting("consent.expiry_days", "consent_expiry_days", _number("consent_expiry_days", 1, 90)),
    Setting("mediation.mode", "mediation", lambda s, key, policy: s.choice(key, MEDIATION, policy.mediation)),
    Setting("report.k", "report_k", _number("report_k", 3, 100)),
    Setting("roles.incompatible", "incompatible_roles", _roles),
    Setting("secrecy.limits", "secrecy_limits", _texts("secrecy_limits")),
    Setting("retention.idle_hours", "idle_hours", _number("idle_hours", 1, 47)),
    Setting("retention.closed_days", "closed_days", _number("closed_days", 1, 365)),
    Setting("retention.open_days", "open_days", _number("open_days", 30, 3650)),
    Setting("handover.no_answer_days", "handover_days", _number("handover_days", 7, 365)),
    Setting("referrals.max_age_days", "referrals_max_age_days", _number("referrals_max_age_days", 1, 366)),
    Setting("pings.immediate", "pings_immediate", lambda s, key, p: s.flag(key, default=p.pings_immediate)),
)  # fmt: skip
"""`languages` comes first: it says in which languages the texts below it are needed."""

NOT_YET: Final[Mapping[str, object]] = {
    "options.order": "fixed",
    "complaint.require_informal_first": False,  # informal ways stand first already; formal is never held back
    "report.also_to": (),
    "report.committee_line": False,
    "report.department": False,
    "handover.no_answer": "wipe",
    "aftercare.offers": ("2 weeks", "2 months"),
}
"""Settings whose other values this version cannot carry out: better refused than silently without effect."""

FIXED: Final[Mapping[str, object]] = {
    "roster.min_man": 1,
    "roster.min_woman": 1,
    "attachments": False,
    "external_ai": False,
}
"""What no organisation can set otherwise (C24, C40, C41)."""

_CLOCK = re.compile("(?:[01][0-9]|2[0-3]):[0-5][0-9]")
_DOOR_ID = re.compile("[a-z][a-z0-9_]{1,39}")


def load_policy(path: Path) -> Policy:
    """The organisation's policy. Raises BrokenFile with every problem of the file, each with its line.

    A setting that differs from the protocol needs an entry under `deviations`: who approved it and when.
    """
    return read_file(path, _policy)


def _policy(file: Section) -> Policy:
    policy = _doors(file, _terms(file, _head(file)))
    _only(file, FIXED, "is always {}: no organisation sets this otherwise")
    _only(file, NOT_YET, "can only be {} in this version; leave it out")
    deviations = _deviations(file)
    _hold_against(file, policy, {deviation.key for deviation in deviations})
    return replace(policy, deviations=deviations)


def _head(file: Section) -> Policy:
    protocol, law = file.section("protocol"), file.section("law")
    return replace(
        STANDARD,
        organisation=file.text("organisation"),
        demo=file.flag("demo", default=False),
        version=protocol.text("version"),
        effective_on=protocol.day("effective_on"),
        approved_by=protocol.optional("approved_by"),
        vp_mandatory_source=law.optional("vp_mandatory"),
        vp_dismissal_source=law.optional("vp_dismissal_protection"),
        pings_at=_moments(file.section("pings")),
    )


def _moments(section: Section) -> tuple[time, ...]:
    """When counsellors are told; the hours are the organisation's own and need nobody's approval."""
    if not section.has("at"):
        return STANDARD.pings_at
    found = [_moment(word) for word in section.words("at")]
    times = sorted({each for each in found if each is not None})
    if not times or len(times) < len(found):
        section.note("at", f'holds different times from {EARLIEST:%H:%M} to {LATEST:%H:%M}, like "09:00"')
        return STANDARD.pings_at
    return tuple(times)


def _moment(word: str) -> time | None:
    if not _CLOCK.fullmatch(word):
        return None
    moment = time.fromisoformat(word)
    return moment if EARLIEST <= moment <= LATEST else None


def _terms(file: Section, policy: Policy) -> Policy:
    for setting in SETTINGS:
        section, key = _place(file, setting.key)
        policy = replace(policy, **{setting.field: setting.read(section, key, policy)})
    if not policy.languages or not policy.channels:
        file.note("languages" if not policy.languages else "channels", "needs at least one")
    elif "web" not in policy.channels:
        file.note("channels", "needs web: the pages are always there")
    return replace(policy, rest_channel="rest" in policy.channels)


def _place(file: Section, dotted: str) -> tuple[Section, str]:
    """The section in which the last part of a dotted key stands, and that part."""
    *path, key = dotted.split(".")
    section = file
    for part in path:
        section = section.section(part)
    return section, key


def _doors(file: Section, policy: Policy) -> Policy:
    door = partial(_door, languages=policy.languages)
    bodies = file.section("map")
    for body in bodies.given():
        if not _DOOR_ID.fullmatch(body):
            bodies.note(body, "must be a short name of small letters, like `company_doctor`")
    for body, clause in MANDATORY_BODIES.items():
        if not bodies.has(body):
            bodies.note(body, f"is missing: the protocol refers to it ({clause})")
    return replace(
        policy,
        doors=tuple(door(bodies.section(body), body, inside=True) for body in bodies.given()),
        accused_bodies=_door_list(file, "accused.external_bodies", "C62", door),
        board_alternatives=_door_list(file, "conflict.alternatives.directie", "C17", door),
    )


def _door_list(file: Section, dotted: str, clause: str, door: Callable[..., Door]) -> tuple[Door, ...]:
    section, key = _place(file, dotted)
    found = section.sections(key)
    if not found:
        section.note(key, f"needs at least one, with `name` and `contact` ({clause})")
    prefix = dotted.partition(".")[0]
    return tuple(door(each, f"{prefix}_{at}", inside=False) for at, each in enumerate(found, 1))


def _door(section: Section, door_id: str, *, inside: bool, languages: tuple[Language, ...]) -> Door:
    return Door(
        id=door_id,
        name=section.texts("name", languages),
        contact=section.texts("contact", languages),
        inside=section.flag("inside", default=inside),
        called=section.texts("called", languages) if section.has("called") else None,
    )


def _only(file: Section, allowed: Mapping[str, object], message: str) -> None:
    for dotted, value in allowed.items():
        section, key = _place(file, dotted)
        if section.has(key) and section.plain(key) != value:
            section.note(key, message.format(_written(value)))


def _written(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "empty"
    if isinstance(value, bool):
        return "on" if value else "off"
    return str(value)


def _deviations(file: Section) -> tuple[Deviation, ...]:
    found: dict[str, Deviation] = {}
    known = [setting.key for setting in SETTINGS]
    for entry in file.sections("deviations"):
        key, by, on = entry.text("key"), entry.text("approved_by"), entry.required_day("approved_on")
        if key in found:
            entry.note("key", f"{key} is already there; keep one")
        elif key and key not in known:
            close = difflib.get_close_matches(key, known, 1)
            entry.note("key", f"{key} is no setting{f'; did you mean `{close[0]}`?' if close else ''}")
        found.setdefault(key, Deviation(key, by, on))
    return tuple(found.values())


def _hold_against(file: Section, policy: Policy, approved: set[str]) -> None:
    """Every difference from the protocol is approved, and nothing is approved that is no difference."""
    for setting in SETTINGS:
        section, key = _place(file, setting.key)
        ours, standard = getattr(policy, setting.field), getattr(STANDARD, setting.field)
        if isinstance(standard, dict):
            standard = {language: standard[language] for language in policy.languages}
        if ours != standard and setting.key not in approved:
            differs = "" if isinstance(ours, dict) else f" ({_written(ours)}, not {_written(standard)})"
            section.note(key, f"differs from the protocol{differs}: {_APPROVE}")
        elif ours == standard and setting.key in approved:
            file.note("deviations", f"names {setting.key}, which is as the protocol has it; take it out")


_APPROVE = "name it under `deviations`, with `approved_by` and `approved_on`"
