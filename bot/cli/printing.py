"""`openoor materials`."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import track

from bot.cli.app import DataDir, app, complaints, console, settings_of_database, stop, told
from bot.cli.people import with_house
from bot.materials import (
    Entrance,
    Facts,
    Printed,
    PrintingMissing,
    Wording,
    can_print,
    contact_cards,
    facts_of,
    intranet_block,
    printed,
)
from bot.wiring import House


@app.command(epilog="Example: openoor materials posters --language en")
@told
def materials(
    to: Annotated[Path, typer.Argument(help="Folder for the files; made when it is not there.")],
    data: DataDir = None,
    language: Annotated[
        str | None, typer.Option("--language", "-l", help="One language; all when left out.")
    ] = None,
) -> None:
    """Make posters, cards, welcome pack, contact cards and intranet block from the published roster."""
    if not can_print():
        raise PrintingMissing
    every = asyncio.run(with_house(settings_of_database(data), _facts))
    chosen = [facts for facts in every if language in (None, facts.language)]
    if not chosen:
        stop(f"there is no language {language}; there are: {', '.join(f.language for f in every)}", code=2)
    if not chosen[0].people:
        stop("the roster is empty: publish a roster first, see openoor roster import --help")
    to.mkdir(parents=True, exist_ok=True)
    for facts in chosen:
        for what in track(Printed, f"Printing ({facts.language})", console=complaints):
            (to / f"{facts.language}-{what.value}.pdf").write_bytes(printed(what, facts))
        (to / f"{facts.language}-counsellors.vcf").write_bytes(contact_cards(facts).encode())
        (to / f"{facts.language}-intranet.html").write_text(intranet_block(facts), encoding="utf-8")
    console.print(f"{len(chosen) * (len(Printed) + 2)} files in {to}", markup=False)


async def _facts(house: House) -> list[Facts]:
    roster = (await house.directories.now()).roster
    photos = await house.hr.photos.published()
    return [
        facts_of(
            roster,
            Wording(house.voice.flows.texts, house.policy, language),
            Entrance(house.settings.address),
            house.clock.now().date(),
            photos,
        )
        for language in house.policy.languages
    ]
