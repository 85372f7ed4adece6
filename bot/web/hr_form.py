"""One counsellor as the fields of a form, and back: every field of the roster, with what is wrong with it."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from bot.visible import visible
from bot.web.forms import SHORT, Form
from bot.web.typed import typed_day
from handlers.domain.ids import CounsellorId
from handlers.domain.roster import Absence, Counsellor, EndReason, Gender, OtherRole, WorksCouncil

ABSENCES = 4
"""Periods of absence that one form can hold."""

LONG = 2_000
_ID = re.compile(r"[a-z0-9-]{2,24}")
_LANGUAGE = re.compile(r"[a-z]{2}")
_MAIL = re.compile(r"[^@\s]+@[^@\s]+")

REQUIRED = ("id", "name", "place", "days", "phone", "mail", "appointed_from", "appointment")
CERTIFICATE = ("certificate_seen_on", "certificate_seen_by")
"""Needed as well, unless the appointment is given its last day: an ending waits for nothing (C31)."""

LABELS: Mapping[str, str] = {
    **{name: f"hr-field-{name}" for name in ("id", "name", "gender", "side", "languages")},
    **{name: f"hr-field-{name}" for name in ("place", "days", "phone", "mail")},
    "appointed_from": "hr-field-appointed",
    "appointment": "hr-field-appointment",
    "works_council": "hr-field-works-council",
    "until": "hr-field-until",
    "reason": "hr-field-reason",
    "protected_on": "hr-field-protected",
    "hours": "hr-field-hours",
    "means": "hr-field-means",
    "certificate_seen_on": "hr-field-certificate-on",
    "certificate_seen_by": "hr-field-certificate-by",
    "trained_until": "hr-field-trained",
    "code_signed_on": "hr-field-signed",
}
"""Field -> the text of its label."""

DATES = ("appointed_from", "until", "certificate_seen_on", "trained_until", "code_signed_on", "protected_on")
OPTIONAL = ("reason", "certificate_seen_by", "works_council", "hours", "means")

Values = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Parsed:
    """The counsellor of a form, or the fields that need another look with the text that says what."""

    counsellor: Counsellor | None
    problems: Mapping[str, str]


def values_of(who: Counsellor | None, languages: tuple[str, ...]) -> dict[str, str]:
    """Every field as text. None gives an empty form."""
    values = dict.fromkeys((*REQUIRED, *DATES, *OPTIONAL, "gender", "side", "languages"), "")
    values |= {f"hello_{language}": "" for language in languages}
    values |= {f"absence_{n}_{end}": "" for n in range(ABSENCES) for end in ("since", "until")}
    values |= {f"role_{role.value}": "" for role in OtherRole}
    if who is None:
        return values
    values |= {name: _text(getattr(who, name)) for name in (*REQUIRED, *DATES, *OPTIONAL)}
    values |= {"gender": who.gender.value, "side": "internal" if who.internal else "external"}
    values["languages"] = ", ".join(who.languages)
    values |= {f"hello_{language}": who.hello.get(language, "") for language in languages}
    for n, absence in enumerate(who.absences[:ABSENCES]):
        values |= {f"absence_{n}_since": _text(absence.since), f"absence_{n}_until": _text(absence.until)}
    return values | {f"role_{role.value}": "on" for role in who.other_roles}


def first_values(languages: tuple[str, ...], today: date) -> dict[str, str]:
    """An empty form with what is mostly so: works here, from today, speaks the first language."""
    mostly = {"side": "internal", "languages": languages[0], "appointed_from": today.isoformat()}
    return values_of(None, languages) | mostly


def id_of(name: str) -> str:
    """A short name for the system made from a name, like anna-de-wit; "" when nothing is left of it."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    made = re.sub(r"[^a-z0-9]+", "-", plain)[:24].strip("-")
    return made if _ID.fullmatch(made) else ""


def read_values(form: Form, languages: tuple[str, ...]) -> dict[str, str]:
    """What was typed, field by field. Raises HTTPException 400 for a field that is far too long.

    Without characters that move or hide others: these words stand on pages, in Telegram and in terminals.
    """
    long = {f"hello_{language}" for language in languages}
    return {
        name: visible(form.long(name, LONG)).strip()
        if name in long
        else " ".join(visible(form.long(name, SHORT)).split())
        for name in values_of(None, languages)
    }


def parse(values: Values, before: Counsellor | None, languages: tuple[str, ...]) -> Parsed:
    """The counsellor of these values. What the form cannot show of `before` stays as it was."""
    spoken = tuple(filter(None, re.split(r"[\s,;]+", values["languages"].lower())))
    problems = _problems(values, spoken, before)
    days = _days(values, problems)
    absences = _absences(values, problems)
    appointed = days["appointed_from"]
    if problems or appointed is None:
        return Parsed(None, problems)
    return Parsed(
        Counsellor(
            id=CounsellorId(values["id"]),
            name=values["name"],
            gender=Gender(values["gender"]),
            internal=values["side"] == "internal",
            languages=spoken,
            hello=_hello(values, before, languages),
            place=values["place"],
            days=values["days"],
            phone=values["phone"],
            mail=values["mail"],
            appointed_from=appointed,
            appointment=values["appointment"],
            until=days["until"],
            reason=values["reason"] or None,
            absences=absences + (before.absences[ABSENCES:] if before else ()),
            photo=before.photo if before else None,
            works_council=_choice(WorksCouncil, values["works_council"]),
            certificate_seen_on=days["certificate_seen_on"],
            certificate_seen_by=values["certificate_seen_by"] or None,
            trained_until=days["trained_until"],
            code_signed_on=days["code_signed_on"],
            protected_on=days["protected_on"],
            hours=values["hours"] or None,
            means=values["means"] or None,
            other_roles=tuple(role for role in OtherRole if values[f"role_{role.value}"]),
        ),
        {},
    )


def needed(values: Values) -> tuple[str, ...]:
    """The fields that this form has to have."""
    return (*REQUIRED, "gender", "side", "languages", *(() if values["until"] else CERTIFICATE))


def wrong_fields(problems: Values) -> tuple[tuple[str, str, int | None], ...]:
    """(field, text of its label, number of the period of absence) of each problem, as the form goes."""
    places = {name: at for at, name in enumerate(LABELS)}
    return tuple(_placed(name) for name in sorted(problems, key=lambda name: places.get(name, len(places))))


def _placed(name: str) -> tuple[str, str, int | None]:
    if not name.startswith("absence_"):
        return name, LABELS[name], None
    _, number, end = name.split("_")
    return name, f"hr-field-absence-{end}", int(number) + 1


def _problems(values: Values, spoken: tuple[str, ...], before: Counsellor | None) -> dict[str, str]:
    """Fields that are missing, or that do not have the form they need; days are looked at beside it."""
    problems = {name: "hr-missing-field" for name in needed(values) if not values[name]}
    if values["id"] and not _ID.fullmatch(values["id"]):
        problems["id"] = "hr-wrong-id"
    if not spoken or not all(_LANGUAGE.fullmatch(code) for code in spoken):
        problems["languages"] = "hr-wrong-languages"
    if values["mail"] and not _MAIL.fullmatch(values["mail"]):
        problems["mail"] = "hr-wrong-mail"
    if bool(values["until"]) != bool(values["reason"]):
        problems["reason" if values["until"] else "until"] = "hr-until-reason"
    if values["reason"] and values["reason"] not in (*EndReason, before.reason if before else None):
        problems["reason"] = "hr-wrong-reason"
    return problems


def _days(values: Values, problems: dict[str, str]) -> dict[str, date | None]:
    days = {name: _day(values[name], name, problems) for name in DATES}
    appointed, until = days["appointed_from"], days["until"]
    if appointed and until and until < appointed:
        problems["until"] = "hr-wrong-order"
    return days


def _hello(values: Values, before: Counsellor | None, languages: tuple[str, ...]) -> dict[str, str]:
    hello = {language: values[f"hello_{language}"] for language in languages if values[f"hello_{language}"]}
    kept = {code: text for code, text in (before.hello if before else {}).items() if code not in languages}
    return kept | hello


def _absences(values: Values, problems: dict[str, str]) -> tuple[Absence, ...]:
    found = []
    for n in range(ABSENCES):
        since, until = f"absence_{n}_since", f"absence_{n}_until"
        first, last = _day(values[since], since, problems), _day(values[until], until, problems)
        if first is None and last is None:
            continue
        if first is None or last is None:
            problems.setdefault(since if first is None else until, "hr-missing-field")
        elif last < first:
            problems[until] = "hr-wrong-order"
        else:
            found.append(Absence(first, last))
    return tuple(found)


def _day(value: str, name: str, problems: dict[str, str]) -> date | None:
    if not value:
        return None
    try:
        return typed_day(value)
    except ValueError:
        problems[name] = "hr-wrong-date"
        return None


def _choice(kind: Callable[[str], WorksCouncil], value: str) -> WorksCouncil | None:
    try:
        return kind(value)
    except ValueError:
        return None


def _text(value: object) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)
