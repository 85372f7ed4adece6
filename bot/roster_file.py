"""Reads and writes roster.yml: the counsellors as HR publishes them (C22, C24, C31, C55)."""

import re
from collections.abc import Mapping
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any, Final

from ruamel.yaml import YAML

from bot.yaml_file import Section, read_file
from handlers.domain.ids import CounsellorId
from handlers.domain.policy import Policy
from handlers.domain.roster import Absence, Counsellor, EndReason, Gender, OtherRole, Roster, WorksCouncil

INCOMPATIBLE: Final = Policy(organisation="").incompatible_roles
"""What a counsellor cannot be beside it as long as the policy says nothing else (C35, C60)."""

MOST: Final = 1_000
TOO_MANY: Final = "is this the list of counsellors? Keep only their entries in it, and import it again"
"""Counsellors in one file; who brings more has taken another list."""

_ID = re.compile("[a-z0-9-]{2,24}")
_LANGUAGE = re.compile("[a-z]{2}")
_PICTURE = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9_.-]{0,80}\.(?:jpg|jpeg|png|webp)")
_MAIL = re.compile(r"[^@\s]+@[^@\s]+")


def load_roster(path: Path, incompatible: tuple[OtherRole, ...] = INCOMPATIBLE) -> Roster:
    """The roster in this file, all or nothing. Raises BrokenFile with every problem, each with its line.

    The file says nothing about keys and logins: those never come from a file.
    """
    return read_file(path, lambda file: parse_roster(file, incompatible))


def parse_roster(file: Section, incompatible: tuple[OtherRole, ...]) -> Roster:
    """The roster in a file that was read, whatever its format; what is wrong is noted in it."""
    found: dict[str, Counsellor] = {}
    sections = file.sections("counsellors")
    if len(sections) > MOST:
        file.note("counsellors", f"has more than {MOST} entries: {TOO_MANY}")
    for section in sections:
        counsellor = _counsellor(section, incompatible)
        if counsellor.id in found:
            section.note("id", f"{counsellor.id} is already there; every counsellor has an id of their own")
        found[counsellor.id] = counsellor
    if not found:
        file.note("counsellors", "needs at least one")
    return Roster(file.number("version", 0, 0, 10**9), tuple(found.values()))


def _counsellor(section: Section, incompatible: tuple[OtherRole, ...]) -> Counsellor:
    appointment, competence = section.section("appointment"), section.section("competence")
    protection = section.section("protection") if section.has("protection") else None
    council = (
        appointment.choice("works_council", list(WorksCouncil)) if appointment.has("works_council") else ""
    )
    since = appointment.required_day("from")
    until, reason = _end(section)
    if until and until < since:
        section.note("until", "is before the first day of the appointment")
    return Counsellor(
        id=CounsellorId(section.form("id", _ID, "small letters, digits and dashes, like anna-de-wit")),
        name=section.text("name"),
        gender=Gender(section.choice("gender", list(Gender))),
        internal=section.flag("internal"),
        languages=_languages(section),
        hello=_hello(section),
        place=section.text("place"),
        days=section.text("days"),
        phone=section.text("phone"),
        mail=section.form("mail", _MAIL, "an address like anna@example.org"),
        photo=section.form("photo", _PICTURE, "a file name like anna.jpg") if section.has("photo") else None,
        appointed_from=since,
        appointment=appointment.text("decision"),
        works_council=WorksCouncil(council) if council else None,
        certificate_seen_on=competence.required_day("certificate_seen_on"),
        certificate_seen_by=competence.text("certificate_seen_by"),
        trained_until=competence.day("trained_until"),
        code_signed_on=competence.day("code_signed_on"),
        other_roles=_other_roles(section, incompatible),
        protected_on=protection.day("agreed_on") if protection else None,
        hours=_optional(protection, "hours"),
        means=_optional(protection, "means"),
        absences=tuple(_absence(each) for each in section.sections("absences")),
        until=until,
        reason=reason,
    )


def _optional(section: Section | None, name: str) -> str | None:
    return section.text(name) if section and section.has(name) else None


def _end(section: Section) -> tuple[date | None, str | None]:
    """The last day and its category; one is never there without the other (C22)."""
    until = section.day("until")
    if section.has("until") and not section.has("reason"):
        section.note("until", f"needs a `reason` beside it: one of {', '.join(EndReason)}")
    if not section.has("reason"):
        return until, None
    if not section.has("until"):
        section.note("reason", "needs the last day of the appointment beside it, as `until`")
    return until, section.choice("reason", list(EndReason))


def _languages(section: Section) -> tuple[str, ...]:
    spoken = section.words("languages")
    if not spoken:
        section.note("languages", "needs at least one, like [nl, en]")
    for language in spoken:
        if not _LANGUAGE.fullmatch(language):
            section.note("languages", f"holds codes of two letters, like nl (you wrote {language})")
    return spoken


def _hello(section: Section) -> dict[str, str]:
    """Own words of welcome in as many languages as the counsellor likes; none is fine."""
    if not section.has("hello"):
        return {}
    below = section.section("hello")
    for language in below.given():
        if not _LANGUAGE.fullmatch(language):
            below.note(language, "is not a language: use codes of two letters, like nl")
    return {language: below.text(language) for language in below.given()}


def _other_roles(section: Section, incompatible: tuple[OtherRole, ...]) -> tuple[OtherRole, ...]:
    roles = tuple(OtherRole(role) for role in section.choices("other_roles", list(OtherRole), ()))
    for role in roles:
        if role in incompatible:
            section.note("other_roles", f"{role} does not go together with being a counsellor (C35)")
    return roles


def _absence(section: Section) -> Absence:
    since, until = section.required_day("since"), section.required_day("until")
    if until < since and section.has("until"):
        section.note("until", "is before `since`")
    return Absence(since, until)


def dump_roster(roster: Roster) -> str:
    """The roster as YAML text; `load_roster` of it gives an equal roster back."""
    yaml = YAML()
    yaml.width = 4096
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.representer.ignore_aliases = lambda _: True  # an import reads no anchors
    text = StringIO()
    counsellors = [_without_empty(written(counsellor)) for counsellor in roster.counsellors]
    yaml.dump({"version": roster.version, "counsellors": counsellors}, text)
    return text.getvalue()


def written(who: Counsellor) -> dict[str, Any]:
    """Every field of a counsellor under the name it has in a file; empty ones too."""
    return {
        "id": str(who.id),
        "name": who.name,
        "gender": who.gender.value,
        "internal": who.internal,
        "languages": list(who.languages),
        "hello": dict(who.hello),
        "place": who.place,
        "days": who.days,
        "phone": who.phone,
        "mail": who.mail,
        "photo": who.photo,
        "appointment": _without_empty(
            {
                "decision": who.appointment,
                "from": who.appointed_from,
                "works_council": who.works_council.value if who.works_council else None,
            }
        ),
        "competence": _without_empty(
            {
                "certificate_seen_on": who.certificate_seen_on,
                "certificate_seen_by": who.certificate_seen_by,
                "trained_until": who.trained_until,
                "code_signed_on": who.code_signed_on,
            }
        ),
        "protection": _without_empty({"agreed_on": who.protected_on, "hours": who.hours, "means": who.means}),
        "other_roles": [role.value for role in who.other_roles],
        "absences": [{"since": each.since, "until": each.until} for each in who.absences],
        "until": who.until,
        "reason": str(who.reason) if who.reason else None,
    }


def _without_empty(fields: Mapping[str, object]) -> dict[str, object]:
    return {key: value for key, value in fields.items() if value is not None and value not in ([], {})}
