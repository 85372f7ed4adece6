"""By when an employee hears, and what is told when that cannot be or did not happen (C12, C43)."""

from datetime import date, timedelta

from handlers.domain.case import RUNNING, Case, Late
from handlers.domain.roster import Counsellor
from handlers.domain.working_days import working_days_after


def returns(who: Counsellor | None, on: date) -> date | None:
    """The first working day from `on` on which this counsellor is there; None when there is none."""
    back = who.back_on(on) if who is not None else None
    return working_days_after(back - timedelta(days=1), 1) if back is not None else None


def promised(who: Counsellor | None, on: date, days: int) -> date:
    """The day by which what comes in on `on` is answered: `days` working days, after a return."""
    there = who is None or who.present(on)
    return working_days_after(on if there else returns(who, on) or on, days)


def late(case: Case, who: Counsellor | None, on: date, days: int) -> Late | None:
    """What the employee of this case is to be told on `on`; None when there is nothing to choose.

    An absence counts when it lasts beyond the promised day; where nothing is awaited, beyond a day that would
    be promised now, and beyond the day until which the employee chose to wait.
    """
    if case.status not in RUNNING:
        return None
    back = returns(who, on)
    if who is None or back is None:
        return Late.ENDED
    if not who.present(on):
        by = case.reply_by if case.awaited else max(case.reply_by, working_days_after(on, days))
        if by < back:
            return Late.AWAY
    return Late.OVERDUE if case.overdue(on) else None


def to_ask(case: Case, who: Counsellor | None, on: date, days: int) -> Late | None:
    """The same, as far as the employee was not told of it yet, nor asked anything today."""
    why = late(case, who, on, days)
    return why if why is not case.told and case.asked_on != on else None


def half_way(case: Case, on: date, days: int) -> bool:
    """Whether half of the promised working days are over."""
    return working_days_after(on, days - max(1, days // 2)) >= case.reply_by
