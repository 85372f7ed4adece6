"""The demo organisation: made-up people with keys that everybody can open. Never on a public address."""

import asyncio

from bot.links import HR, login_link
from bot.places import DEMO
from bot.roster_file import load_roster
from bot.wiring import House
from dialogues.private import Private
from handlers.domain.ids import CounsellorId
from handlers.domain.roster import Roster
from handlers.hr import import_roster
from handlers.ports import Work, WrappedKey

PASSPHRASE = "een open oor voor iedereen"  # noqa: S105  # public on purpose
"""Of both demo counsellors; printed in the terminal and written here on purpose."""


async def furnish(house: House) -> dict[str, str]:
    """Fill an empty database with the demo roster and keys; then a login link for each of its people."""
    roster = load_roster(DEMO / "roster.yml")
    if not (await house.store.read(lambda work: work.roster.current())).counsellors:
        await _fill(house, roster)
    links: dict[str, str] = {}
    for name, who in (*((c.name, c.id) for c in roster.counsellors), ("P&O", HR)):
        links[name] = await login_link(house, who) or ""
    return links


async def _fill(house: House, roster: Roster) -> None:
    phrase, today = Private(PASSPHRASE), house.clock.now().date()
    made: dict[CounsellorId, WrappedKey] = {}
    for who in roster.counsellors:
        _, made[who.id] = await asyncio.to_thread(house.keys.new_counsellor_key, phrase)

    def job(work: Work) -> None:
        import_roster(work, roster, today)
        for who, key in made.items():
            work.desk.set_key(who, key, today)
        ids = list(made)
        shown = {key.counsellor: key.fingerprint for key in work.desk.keys()}  # noqa: SIM118  # a list of keys, no dict
        for who, other in zip(ids, [*ids[1:], ids[0]], strict=True):
            work.desk.confirm_key(who, shown[who], other)

    await house.store.write(job)
