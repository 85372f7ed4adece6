"""One-time login addresses; printed to a terminal, never logged."""

from bot.wiring import House
from dialogues.private import Private
from handlers.domain.errors import OpenOorError
from handlers.domain.ids import CounsellorId, StaffId, new_id
from handlers.ports import LinkPurpose, Role, Staff, Work

HR = "hr"


async def login_link(house: House, who: str) -> str | None:
    """An address that logs this counsellor (roster id) or HR ("hr") in once; None for an unknown id.

    It takes nothing away; only for the demo organisation and tests.
    """
    found = await house.store.write(lambda work: _staff(work, who))
    if found is None:
        return None
    return _address(house, found, await house.desk.logins.link(found.id, LinkPurpose.LOGIN))


class WouldEndSomething(OpenOorError):
    """Somebody has a key or a way to log in, which a new invitation destroys. Nothing has changed."""

    def __init__(self, who: str) -> None:
        super().__init__(
            f"{who} has a login. A new invitation ends it, destroys the key, and every open case waits. "
            "If that is what you want, add --again."
        )


async def invitation(house: House, who: str, *, again: bool = False) -> str | None:
    """An invitation for this counsellor or HR; what they had before ends with it (KEYS.md).

    None for an unknown id. Raises WouldEndSomething when that is so and not `again`.
    """
    found = await house.store.write(lambda work: _staff(work, who))
    if found is None:
        return None
    invitations = house.desk.invitations
    if not again and await invitations.would_end_something(found):
        raise WouldEndSomething(who)
    token = await invitations.invite(found.id)
    return _address(house, found, token) if token is not None else None


def _address(house: House, who: Staff, token: Private) -> str:
    place = "hr" if who.role is Role.HR else "desk"
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
