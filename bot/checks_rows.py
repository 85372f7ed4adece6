"""The part of the set-up check about rows that an earlier version spoiled."""

from bot.findings import Finding, Weight
from bot.wiring import House
from storage import upkeep
from storage.consents import unreadable


async def on_rows(house: House) -> list[Finding]:
    """Cases whose consents cannot be read: a change of counsellor after a step did that before it was mended.

    Letters that such a change locked away from their own writer cannot be told from others without the
    writer's key, so nothing is said of them.
    """
    count = await upkeep.read(house.store, unreadable)
    if not count:
        return []
    return [
        Finding(
            Weight.WARNING,
            f"cases with a consent that cannot be read: {count}; they changed counsellor after a step (C15)",
            "nothing is sent by it, and it goes with its case; tell the counsellors that in such a case no "
            "receipt opens and no new step can be chosen until the employee wipes and begins again",
        )
    ]
