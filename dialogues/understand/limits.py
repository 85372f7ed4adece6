"""From where on the trained models propose something; measured when they are trained, one file."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Final

from dialogues.understand.data import DataError

OTHER: Final = "other"
"""Stands for every language that has no limits of its own."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of one tier in one language; probabilities from 0 to 1."""

    words: float  # how much the word model weighs beside the meaning model, for what it is about
    lists: float  # how much the word lists weigh beside both, for what it is about
    words_danger: float  # how much the word model weighs for danger
    sharpness: float  # what the numbers are multiplied with before they become chances
    offer: float  # the way to a counsellor is shown first from here
    alarm: float  # danger is asked after from here
    hinted: float  # and from here when a soft phrase of the crisis lists stands in the message


def read_limits(file: Traversable) -> Mapping[str, Mapping[str, Limits]]:
    """tier -> language or OTHER -> limits. Raises DataError for a file that is not made by training."""
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
        return {
            tier: {language: Limits(**numbers) for language, numbers in languages.items()}
            for tier, languages in content.items()
        }
    except (OSError, ValueError, TypeError, AttributeError):
        raise DataError(file.name, None, "is not a file of limits") from None
