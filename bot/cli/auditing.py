"""`openoor audit verify`: has anybody changed the account of what was done?"""

import asyncio
import re
from typing import Annotated

import typer

from bot.cli.app import DataDir, audit, console, settings_of_database, stop, told
from bot.clock import WallClock
from bot.settings import Settings
from storage import open_store, upkeep
from storage.audit import ChainBroken, Seal, seal_of
from storage.opening import open_keys

_NOTED = re.compile(r"([0-9]{1,9})-([0-9a-f]{16})")

Noted = Annotated[
    str | None,
    typer.Option("--noted", help="The seal that an earlier run showed: does the chain still hold it?"),
]


@audit.command(epilog="Example: openoor audit verify · openoor audit verify --noted 142-3f09c1d2ab76e854")
@told
def verify(noted: Noted = None, data: DataDir = None) -> None:
    """Check every link of the audit chain. Exit code 1 where it breaks; what was done is never shown."""
    before = _seal(noted)
    settings = settings_of_database(data)
    try:
        seal = asyncio.run(_verify(settings, before))
    except ChainBroken as broken:
        stop(
            f"{str(broken).capitalize()}: from there on it was changed, or links were taken out.",
            "Keep the database as it is, and tell the counsellors and the privacy officer.",
        )
    if not seal.links:
        console.print("The audit chain is empty: nothing was done here yet.")
        return
    console.print(f"The audit chain fits: {seal.links} links.\nSeal: {seal}", markup=False)
    console.print("Note the seal down, away from this machine; give it the next time with --noted.")


def _seal(noted: str | None) -> Seal | None:
    if noted is None:
        return None
    found = _NOTED.fullmatch(noted)
    if found is None:
        stop("a seal is a number, a dash and sixteen digits or letters a to f", code=2)
    return Seal(int(found[1]), found[2])


async def _verify(settings: Settings, noted: Seal | None) -> Seal:
    clock = WallClock()
    store = await open_store(settings.database, open_keys(settings.keys, settings.database, clock), clock)
    try:
        return await upkeep.read(store, lambda at: seal_of(at, noted))
    finally:
        await store.close()
