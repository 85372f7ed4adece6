"""Content-free notices: that something waits, never what, from whom, how much or how serious (C40).

They wait for the next fixed moment, unless the organisation wants them at once; see handlers.rounds.
"""

from handlers.domain.case import Case, Status
from handlers.domain.ids import CaseId, ConversationId, CounsellorId, StaffId, new_id
from handlers.ports import Job, JobKind, Traces, Work


def notify(work: Work, counsellor: CounsellorId, *, at_once: bool, case: Case | None = None) -> None:
    """Have a counsellor told that something waits; who chose no way to be told sees it at the desk only.

    `case` is what waits to be accepted or declined, if it is that. `at_once` is the policy's.
    """
    staff = work.desk.staff_of(counsellor)
    if staff is None or not (work.reaches.is_linked(staff.id) or work.ping_ways.ready(staff.id)):
        return
    work.schedule.hold(Job(new_id(), JobKind.HELD, staff=staff.id, case=case.id if case else None))
    if at_once:
        _tell(work, staff.id)


def gather(work: Work) -> None:
    """Everything that was held becomes one ping for each counsellor, whatever waits and however much."""
    for staff in work.schedule.held():
        _tell(work, staff)


def push(work: Work, conversation: ConversationId) -> None:
    """Have an employee told "there is news", only when they asked for that. The words stay sealed."""
    if work.reaches.of_employee(conversation) is not None:
        work.schedule.enqueue(Job(new_id(), JobKind.PUSH, conversation=conversation))


def take_leave(work: Work, staff: StaffId) -> None:
    """Have a counsellor whose appointment is over told that secrecy stays; then the address goes (C43)."""
    reach = work.reaches.of_staff(staff)
    if reach is not None:
        work.schedule.enqueue(Job(new_id(), JobKind.FAREWELL, traces=Traces(reach, ())))


def _tell(work: Work, staff: StaffId) -> None:
    notices = work.schedule.unbrought(staff)
    live = [each for each in notices if each.case is None or _waits(work, each.case)]
    if live:
        _ping(work, staff)
    chosen = _chosen(work, staff, live) if live and work.reaches.is_linked(staff) else None
    for each in notices:
        if each is not chosen:
            work.schedule.done(each.id)


def _ping(work: Work, staff: StaffId) -> None:
    """One ping along each way; one that is still on its way there is enough."""
    for way in work.ping_ways.ready(staff):
        if not work.schedule.pinging(way):
            work.schedule.enqueue(Job(new_id(), JobKind.PING, staff=staff, way=way))


def _chosen(work: Work, staff: StaffId, live: list[Job]) -> Job:
    """The notice that goes out for all of them; it can be answered only when one case waits, and no other."""
    about = {each.case: each for each in reversed(live) if each.case is not None}
    if len(about) == 1:
        (one,) = about.values()
        if one.kind is JobKind.HELD:
            work.schedule.release(one.id)
        return one
    one = Job(new_id(), JobKind.NOTICE, staff=staff)
    work.schedule.enqueue(one)
    return one


def _waits(work: Work, case_id: CaseId) -> bool:
    case = work.cases.get(case_id)
    return case is not None and case.status is Status.WAITING
