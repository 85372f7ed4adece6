"""Content-free notices: that something waits, never what, from whom or how serious (C40)."""

from typing import Literal

from handlers.domain.case import Case
from handlers.domain.ids import ConversationId, CounsellorId, new_id
from handlers.ports import Job, JobKind, Work

NoticeKind = Literal["introduction", "message", "withdrawn", "moved", "closed", "reminder", "key"]
"""Which of the fixed texts `notice-<kind>` of notices.ftl a counsellor gets."""


def notify(work: Work, counsellor: CounsellorId, notice: NoticeKind, case: Case | None = None) -> None:
    """Have a counsellor told that something waits; without Telegram only the desk shows it."""
    staff = work.desk.staff_of(counsellor)
    if staff is None or work.reaches.of_staff(staff.id) is None:
        return
    work.schedule.enqueue(
        Job(new_id(), JobKind.NOTICE, staff=staff.id, case=case.id if case else None, notice=notice)
    )


def push(work: Work, conversation: ConversationId) -> None:
    """Have an employee told "there is news", only when they asked for that. The words stay sealed."""
    if work.reaches.of_employee(conversation) is not None:
        work.schedule.enqueue(Job(new_id(), JobKind.PUSH, conversation=conversation))
