"""An appointment that is over takes login, sessions and key with it, whenever its last day passes (C43)."""

from datetime import date

from handlers.domain.ids import CounsellorId
from handlers.domain.roster import Counsellor
from handlers.notices import take_leave
from handlers.ports import Work


def over(counsellor: Counsellor | None, today: date) -> bool:
    """Whether the last day of this appointment is behind us."""
    return counsellor is not None and counsellor.until is not None and counsellor.until < today


def is_over(work: Work, counsellor: CounsellorId | None, today: date) -> bool:
    """The same for a counsellor as published now; False for a login that is nobody's appointment."""
    return counsellor is not None and over(work.roster.current().get(counsellor), today)


def end_those_over(work: Work, today: date) -> int:
    """End every login whose appointment is over; how many there were."""
    ended = 0
    for counsellor in work.roster.current().counsellors:
        staff = work.desk.staff_of(counsellor.id)
        if staff is not None and not staff.ended and over(counsellor, today):
            take_leave(work, staff.id)
            work.desk.end_staff(staff.id)
            for picture in work.roster.pictures().values():
                if picture.counsellor == counsellor.id:
                    work.roster.drop_picture(picture.id)
            work.audit.note("login ended", staff.id)
            work.audit.note("secrecy reminded", staff.id)
            ended += 1
    return ended
