"""An appointment that is over takes login, sessions and key with it, whenever its last day passes (C43)."""

from datetime import date

from handlers.domain.ids import CounsellorId
from handlers.domain.roster import Counsellor
from handlers.due import Due
from handlers.notices import take_leave
from handlers.ports import Staff, Work


def over(counsellor: Counsellor | None, today: date) -> bool:
    """Whether the last day of this appointment is behind us."""
    return counsellor is not None and counsellor.until is not None and counsellor.until < today


def is_over(work: Work, counsellor: CounsellorId | None, today: date) -> bool:
    """The same for a counsellor as published now; False for a login that is nobody's appointment."""
    return counsellor is not None and over(work.roster.current().get(counsellor), today)


def end_those_over(work: Work, today: date) -> None:
    """End every login whose appointment is over."""
    for staff in _over(work, today):
        _end(work, staff)


def _over(work: Work, today: date) -> list[Staff]:
    over_now = (who for who in work.roster.current().counsellors if over(who, today))
    logins = (work.desk.staff_of(who.id) for who in over_now)
    return [staff for staff in logins if staff is not None and not staff.ended]


def _end(work: Work, staff: Staff) -> None:
    take_leave(work, staff.id)
    work.desk.end_staff(staff.id)
    for picture in work.roster.pictures().values():
        if picture.counsellor == staff.counsellor:
            work.roster.drop_picture(picture.id)
    work.audit.note("login ended", staff.id)
    work.audit.note("secrecy reminded", staff.id)


APPOINTMENTS = Due(
    "appointments", lambda work, terms: _over(work, terms.today), lambda work, staff, _: _end(work, staff)
)
