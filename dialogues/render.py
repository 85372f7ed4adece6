"""Say into words: the text and the buttons of one message, in one language."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list

from dialogues.flows import ALWAYS, MENU, Flows
from dialogues.model import Button, Option, Say, Value
from dialogues.private import Private
from dialogues.texts import Blank, Texts

CHOSEN = "✓ "
"""Stands before the title of a choice that was already made."""

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class RenderedButton:
    """A button as a channel shows it."""

    title: str
    payload: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Message:
    """One message as a channel shows it; `asks` is the slot it fills, None when it asks nothing."""

    text: Private
    buttons: tuple[RenderedButton, ...] = ()
    asks: str | None = None


_NO_VALUES: Mapping[str, str] = {}


def render(texts: Texts, say: Say, language: str, policy_values: Mapping[str, str] = _NO_VALUES) -> Message:
    """The message of `say`. `policy_values` fill the blanks that are no slots (terms, phone numbers).

    Raises UnknownText and TextNotFilled, naming the text and the blanks; nothing falls back.
    """
    blanks: Mapping[str, Blank] = policy_values
    if say.slots:
        blanks = {
            **policy_values,
            **{name: _blank(texts, language, name, value) for name, value in say.slots.items()},
        }
    text = texts.fill(say.response, language, blanks)
    buttons = tuple([_button(texts, say.response, button, language, blanks) for button in say.buttons])
    return Message(Private(text), buttons, say.asks)


def always(flows: Flows, language: str) -> tuple[RenderedButton, ...]:
    """The buttons a channel shows with every question: help, stop, wipe."""
    return _wishes(flows.texts, ALWAYS, flows.always, language)


def menu(flows: Flows, language: str) -> tuple[RenderedButton, ...]:
    """The buttons of the menu, which a channel keeps at hand."""
    return _wishes(flows.texts, MENU, flows.menu, language)


def shown_date(day: date, language: str) -> str:
    """A day as people say it: "donderdag 26 november", "Thursday 26 November"."""
    return str(format_date(day, "EEEE d MMMM", locale=_locale(language)))


def full_date(day: date, language: str) -> str:
    """A day on paper or in a register, with its year: "26 november 2026", "26 November 2026"."""
    return str(format_date(day, "d MMMM y", locale=_locale(language)))


def full_month(day: date, language: str) -> str:
    """The month of this day with its year: "november 2026", "November 2026"."""
    return str(format_date(day, "LLLL y", locale=_locale(language)))


def shown_list(words: Iterable[str], language: str) -> str:
    """Words in a row: "a, b en c", "a, b and c"."""
    return str(format_list(tuple(words), locale=_locale(language)))


def _wishes(
    texts: Texts, message: str, intents: tuple[str, ...], language: str
) -> tuple[RenderedButton, ...]:
    return tuple(
        RenderedButton(texts.fill(f"{message}.{intent}", language, NOTHING_TO_FILL), f"/{intent}")
        for intent in intents
    )


NOTHING_TO_FILL: Mapping[str, Blank] = {}


def _button(
    texts: Texts, response: str, button: Button, language: str, blanks: Mapping[str, Blank]
) -> RenderedButton:
    if button.title is not None:
        title = button.title.reveal()
    else:
        title = texts.fill(f"{response}.{button.value}", language, blanks)
    return RenderedButton(CHOSEN + title if button.chosen else title, button.payload, button.chosen)


def _blank(texts: Texts, language: str, name: str, value: Value) -> Blank:
    if isinstance(value, Private):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None:
        return ""
    if isinstance(value, int):
        return value
    if isinstance(value, tuple):
        return Private(shown_list((_item(texts, language, name, item) for item in value), language))
    return _day(value, language) if _DATE.fullmatch(value) else value


def _item(texts: Texts, language: str, name: str, item: str | Option) -> str:
    """One of several: an option by its title, a choice by the title of its button, another word as it is."""
    if isinstance(item, Option):
        return item.title.reveal()
    question = f"utter_ask_{name}"
    entry = texts.entries(language).get(question)
    if entry is not None and item in entry.attributes:
        return texts.fill(f"{question}.{item}", language, NOTHING_TO_FILL)
    return item


@lru_cache(maxsize=1024)
def _day(value: str, language: str) -> str:
    try:
        return shown_date(date.fromisoformat(value), language)
    except ValueError:
        return value


@lru_cache(maxsize=64)
def _locale(language: str) -> Locale:
    """Lists in English without the comma before "and"."""
    return Locale.parse("en_GB" if language == "en" else language, sep="-" if "-" in language else "_")
