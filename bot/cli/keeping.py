"""`openoor backup` and `openoor restore`."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.app import DataDir, app, console, settings_of, told
from bot.clock import WallClock
from storage.backup import back_up
from storage.backup import restore as put_back
from storage.keys import KEK_DAYS

DataPlace = Annotated[Path, typer.Option("--data-to", help="Folder for the data half.")]
KeyPlace = Annotated[
    Path, typer.Option("--keys-to", help="Folder for the key half: another place, other hands.")
]


@app.command(epilog="Example: openoor backup --data-to /backup/data --keys-to /safe/keys")
@told
def backup(data_to: DataPlace, keys_to: KeyPlace, data: DataDir = None) -> None:
    """Back up data and keys, apart from each other, while the program runs."""
    settings = settings_of(data)
    today = WallClock().now().date()
    made = back_up(settings.database, settings.keys, data_to=data_to, keys_to=keys_to, today=today)
    console.print(f"Data: {made.data}\nKeys: {made.keys}", markup=False)
    console.print(
        f"Keep them apart. Destroy both within {KEK_DAYS} days: wiped must become unreadable there too."
    )


@app.command(epilog="Example: openoor restore /backup/data/openoor-data-2026-11-24")
@told
def restore(
    data_from: Annotated[Path, typer.Argument(help="A folder openoor-data-…")],
    keys_from: Annotated[
        Path | None, typer.Option("--keys-from", help="A folder openoor-keys-…, when the keys are gone too.")
    ] = None,
    data: DataDir = None,
) -> None:
    """Put a backup back. Nothing is overwritten; data older than the keys' term are refused."""
    settings = settings_of(data)
    today = WallClock().now().date()
    put_back(settings.database, settings.keys, data_from=data_from, keys_from=keys_from, today=today)
    console.print("Restored. Start with: openoor run")
    console.print("Everybody logs in again. What ended since ends once more at the start, but for the list:")
    console.print("HR looks whether an appointment that ended stands in it again.")
