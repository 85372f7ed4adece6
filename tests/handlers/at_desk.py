"""What tests of the desk share: new counsellors, their keys and a first case."""

from bot.wiring import House
from dialogues.private import Private
from handlers.domain.ids import CaseId, CounsellorId, StaffId
from handlers.domain.roster import Counsellor as Entry
from handlers.domain.roster import Gender, Roster
from handlers.hr import import_roster
from handlers.ports import DeskSession
from tests.handlers.test_choosing import TODAY
from tests.house import (
    VERA,
    Counsellor,
    Employee,
)

CORA, DIRK = CounsellorId("cora-nieuw"), CounsellorId("dirk-nieuw")


async def with_case(house: House, employee: Employee) -> tuple[Counsellor, CaseId]:
    """Vera with an introduction on her desk."""
    await employee.introduces(pick="woman")
    vera = await Counsellor.logs_in(house, VERA)
    return vera, (await vera.case()).id


async def appointed(house: House, *names: CounsellorId) -> None:
    """New counsellors in the published roster."""
    fresh = tuple(
        Entry(
            id=name,
            name=name.title(),
            gender=Gender.OTHER,
            internal=True,
            languages=("nl",),
            hello={},
            place="",
            days="",
            phone="",
            mail="",
            appointed_from=TODAY,
            appointment="Besluit",
        )
        for name in names
    )
    await house.store.write(lambda work: import_roster(work, Roster(0, fresh), TODAY))


async def with_passphrase(house: House, who: CounsellorId) -> Counsellor:
    """A new counsellor who has chosen a passphrase; nobody confirmed the key."""
    counsellor = await Counsellor.enters(house, who)
    phrase = Private("een eigen lange zin van mij")
    assert await house.desk.keys.set_passphrase(counsellor.cookie, await counsellor.session(), phrase) is None
    return counsellor


async def fingerprint(house: House, who: CounsellorId) -> str:
    """What the page of keys shows of this counsellor; "" when there is no key."""
    return next((key.fingerprint for key in await house.desk.keys.shown() if key.counsellor == who), "")


async def confirms(house: House, session: DeskSession, who: CounsellorId) -> bool:
    """Press "the digits are the same" on a page that was opened just now."""
    return await house.desk.keys.confirm(session, who, await fingerprint(house, who))


async def end_login(house: House, staff: StaffId) -> None:
    await house.store.write(lambda work: work.desk.end_staff(staff))
