"""The demo organisation: made-up people with keys that everybody can open. Never on a public address."""

import asyncio

from bot.places import DEMO
from bot.roster_file import load_roster
from bot.wiring import House
from dialogues.private import Private
from handlers.domain.ids import CounsellorId, StaffId, new_id
from handlers.domain.roster import Roster
from handlers.hr import import_roster
from handlers.ports import LinkPurpose, Role, Staff, Work, WrappedKey

PASSPHRASE = "een open oor voor iedereen"
"""Of both demo counsellors; printed in the terminal and written here on purpose."""


async def furnish(house: House) -> dict[str, str]:
    """Fill an empty database with the demo roster and keys; then a fresh login link for each of its people."""
    roster = load_roster(DEMO / "roster.yml")
    if not (await house.store.read(lambda work: work.roster.current())).counsellors:
        await _fill(house, roster)
    links: dict[str, str] = {}
    for who in roster.counsellors:
        links[who.name] = await _link(house, who.id)
    links["P&O"] = await _link(house, None)
    return links


async def _fill(house: House, roster: Roster) -> None:
    phrase, today = Private(PASSPHRASE), house.clock.now().date()
    made: dict[CounsellorId, WrappedKey] = {}
    for who in roster.counsellors:
        _, made[who.id] = await asyncio.to_thread(house.keys.new_counsellor_key, phrase)

    def job(work: Work) -> None:
        import_roster(work, roster, today)
        work.desk.add_staff(Staff(StaffId(new_id()), Role.HR, None))
        for who, key in made.items():
            work.desk.set_key(who, key, today)
        ids = list(made)
        for who, other in zip(ids, [*ids[1:], ids[0]], strict=True):
            work.desk.confirm_key(who, other, today)

    await house.store.write(job)


async def _link(house: House, who: CounsellorId | None) -> str:
    def staff(work: Work) -> StaffId | None:
        found = work.desk.staff_of(who) if who else work.desk.officer()
        return found.id if found else None

    found = await house.store.read(staff)
    if found is None:
        return "(no login)"
    token = await house.desk.link(found, LinkPurpose.LOGIN)
    return f"{house.settings.address}/{'desk' if who else 'hr'}/login/{token.reveal()}"
