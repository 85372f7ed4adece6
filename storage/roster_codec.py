"""A roster as JSON text and back, driven by the fields of the dataclasses themselves."""

import json
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, NewType, Union, get_args, get_origin, get_type_hints

from handlers.domain.roster import Roster


def dump(roster: Roster) -> str:
    """JSON text; days as YYYY-MM-DD."""
    return json.dumps(_plain(roster), ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=8)
def parse(text: str) -> Roster:
    """The roster of a text that `dump` made, also by an earlier version with fewer fields.

    Public words that everybody may read; the same text is taken apart once, for it is asked of every case.
    """
    roster = _build(Roster, json.loads(text))
    if not isinstance(roster, Roster):
        raise TypeError("not a roster")
    return roster


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return value


def _build(kind: Any, value: Any) -> Any:
    while isinstance(kind, NewType):
        kind = kind.__supertype__
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        wanted = next(a for a in arguments if a is not NoneType)
        return None if value is None else _build(wanted, value)
    if origin is tuple:
        return tuple(_build(arguments[0], item) for item in value)
    if origin is dict:
        return {key: _build(arguments[1], item) for key, item in value.items()}
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        known = {f.name for f in fields(kind)} & set(value)
        return kind(**{name: _build(hints[name], value[name]) for name in known})  # type: ignore[operator]  # is_dataclass also holds for instances; this is a class
    if kind is date:
        return date.fromisoformat(value)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(value)
    return value
