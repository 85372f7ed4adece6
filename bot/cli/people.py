"""`openoor roster import|show` and `openoor staff invite`."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Annotated, TypeVar

import typer
from rich.markup import escape
from rich.table import Table

from bot.cli.app import DataDir, console, roster, settings_of, settings_of_database, staff, stop, told
from bot.clock import WallClock
from bot.links import invitation
from bot.roster_csv import dump_roster_csv, load_roster_csv
from bot.roster_file import dump_roster, load_roster
from bot.settings import Settings
from bot.wiring import House, build, read_policy
from handlers.domain.roster import Gender, Roster
from handlers.hr import import_roster

T = TypeVar("T")


@roster.command("import", epilog="Example: openoor roster import roster.yml · openoor roster import list.csv")
@told
def import_(
    file: Annotated[Path, typer.Argument(help="roster.yml, or a table: .csv")], data: DataDir = None
) -> None:
    """Publish a roster file, all or nothing. Who is left out stays; `until` and `reason` end someone."""
    settings = settings_of(data)
    policy = read_policy(settings)
    load = load_roster_csv if file.suffix.lower() == ".csv" else load_roster
    incoming = load(file, incompatible=policy.incompatible_roles)
    published = asyncio.run(with_house(settings, lambda house: _publish(house, incoming)))
    console.print(f"Published version {published.version}: {len(published.counsellors)} counsellors.")
    for gender in published.missing(WallClock().now().date()):
        _warn(gender)


def _warn(gender: Gender) -> None:
    console.print(f"Warning: no {gender.value} is present today; the chat says so honestly (C24).")


@roster.command(epilog="Example: openoor roster show --yaml > roster.yml")
@told
def show(
    data: DataDir = None,
    yaml: Annotated[bool, typer.Option("--yaml", help="As a file that import reads back.")] = False,
    csv: Annotated[bool, typer.Option("--csv", help="As a table that import reads back.")] = False,
) -> None:
    """Show the published roster. Cases and counts are not in it, and nowhere else either."""
    if yaml and csv:
        stop("choose one: --yaml or --csv", code=2)
    settings = settings_of_database(data)
    current = asyncio.run(
        with_house(settings, lambda house: house.store.read(lambda work: work.roster.published()))
    )
    if yaml:
        typer.echo(dump_roster(current), nl=False)
        return
    if csv:
        typer.echo(dump_roster_csv(current).encode(), nl=False)
        return
    table = Table("id", "name", "", "from", "until", title=f"Roster, version {current.version}")
    for who in current.counsellors:
        until = who.until.isoformat() if who.until else ""
        table.add_row(who.id, escape(who.name), who.gender.value, who.appointed_from.isoformat(), until)
    console.print(table)


@staff.command(epilog="Example: openoor staff invite anna-de-wit · openoor staff invite hr")
@told
def invite(
    who: Annotated[str, typer.Argument(help="A counsellor's id from the roster, or hr.")],
    data: DataDir = None,
    again: Annotated[
        bool, typer.Option("--again", help="End the login and the key that are there, and begin again.")
    ] = False,
) -> None:
    """Print a login link, once, for 24 hours. It opens a page; a key comes with the passphrase only."""
    settings = settings_of_database(data)
    link = asyncio.run(with_house(settings, lambda house: invitation(house, who, again=again)))
    if link is None:
        stop(f"nobody in the roster has the id {who}: see openoor roster show")
    typer.echo(link)


async def _publish(house: House, incoming: Roster) -> Roster:
    today = house.clock.now().date()
    return await house.store.write(lambda work: import_roster(work, incoming, today))


async def with_house(settings: Settings, use: Callable[[House], Awaitable[T]]) -> T:
    """What `use` gives with the house of these settings, which is closed afterwards."""
    house = await build(settings, WallClock())
    try:
        return await use(house)
    finally:
        await house.close()
