"""What employees answered afterwards, for the yearly report alone: of years that are over, from k (C33)."""

from datetime import date

from handlers.domain.feedback import Rating, told
from handlers.domain.policy import Policy
from handlers.ports import About, Work


def feedback_of(work: Work, year: int, today: date, policy: Policy) -> dict[str, dict[Rating, int]]:
    """How often each answer was given in a year that is over; only questions with report.k answers or more.

    Of a year that still runs nothing is told: two looks would show what one answer added.
    """
    if today.year <= year:
        return {}
    return told(work.totals.of(About.FEEDBACK, year), policy.report_k)
