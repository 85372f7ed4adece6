"""One-time login addresses; printed to a terminal, never logged."""

from bot.wiring import House
from handlers.domain.ids import CounsellorId, StaffId, new_id
from handlers.ports import LinkPurpose, Role, Staff, Work

HR = "hr"


async def login_link(house: House, who: str, purpose: LinkPurpose) -> str | None:
    """An address that logs this counsellor (roster id) or HR ("hr") in once; None for an unknown id."""
    found = await house.store.write(lambda work: _staff(work, who))
    if found is None:
        return None
    token = await house.desk.logins.link(found.id, purpose)
    place = "hr" if found.role is Role.HR else "desk"
    return f"{house.settings.address}/{place}/login/{token.reveal()}"


def _staff(work: Work, who: str) -> Staff | None:
    if who != HR:
        found = work.desk.staff_of(CounsellorId(who))
        return found if found and not found.ended else None
    officer = work.desk.officer()
    if officer is None:
        officer = Staff(StaffId(new_id()), Role.HR, None)
        work.desk.add_staff(officer)
    return officer
