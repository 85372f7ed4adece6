"""Two questions after a contact: how each answer is counted, and from how many on it is told (C33)."""

from enum import StrEnum
from typing import Final

from handlers.domain.closing import Counts


class Rating(StrEnum):
    """What can be answered to either question."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


QUESTIONS: Final = ("heard", "clear")
"""Were you listened to; was it clear what you could do."""


def cells(answers: dict[str, Rating | None]) -> tuple[str, ...]:
    """The cells that these answers add one to: each question for itself, what was skipped nowhere."""
    return tuple(f"{question}.{answers[question]}" for question in QUESTIONS if answers.get(question))


def told(many: Counts, least: int) -> dict[str, dict[Rating, int]]:
    """How often each answer was given, of questions with at least `least` answers; no word of others."""
    found = {
        question: {rating: many.get(f"{question}.{rating}", 0) for rating in Rating} for question in QUESTIONS
    }
    return {question: ratings for question, ratings in found.items() if sum(ratings.values()) >= least}
