"""A contact that ended is counted, and how: in totals of the year, never with the case (C08, C27)."""

from dataclasses import replace
from datetime import date

from handlers.domain.case import Case, Status, Step
from handlers.domain.closing import UNKNOWN, Closing
from handlers.ports import About, Work
from handlers.steps import end_all


def closed(work: Work, case: Case, today: date) -> Case:
    """The open case after its contact ended, for the caller to save; counted as "unknown".

    Raises StepNotAllowed when it is not open; then nothing has changed.
    """
    after = case.after(Step.CLOSE, today)
    end_all(work, case, today)
    work.totals.change(About.CLOSINGS, today.year, dict.fromkeys(UNKNOWN.cells(), 1))
    return after


def can_describe(case: Case) -> bool:
    """Whether its counsellor can still say how it ended; that is said once."""
    return case.status is Status.CLOSED and not case.described


def describe(work: Work, case: Case, closing: Closing) -> bool:
    """Count what the counsellor says instead of "unknown". False when it was said already, or is too late.

    The case keeps that something was said, never what. It counts in the year in which the contact ended.
    """
    if not can_describe(case) or case.closed_on is None:
        return False
    work.totals.change(About.CLOSINGS, case.closed_on.year, closing.instead_of(UNKNOWN))
    work.cases.save(replace(case, described=True))
    return True
