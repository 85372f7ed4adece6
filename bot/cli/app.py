"""The commands and what they say when something is wrong. Exit codes: 0 done, 1 refused, 2 wrong use."""

from collections.abc import Callable
from functools import wraps
from importlib.metadata import version
from pathlib import Path
from typing import Annotated, NoReturn, ParamSpec, TypeVar

import typer
from pydantic import ValidationError
from rich.console import Console

from bot.settings import Settings, read_settings
from dialogues.problems import BrokenDialogues
from dialogues.understand import DataError
from handlers.domain.errors import OpenOorError
from storage.engines import is_sqlite, sqlite_file

P = ParamSpec("P")
R = TypeVar("R")

console = Console(highlight=False, soft_wrap=True)
complaints = Console(stderr=True, highlight=False, soft_wrap=True)

app = typer.Typer(
    name="openoor",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Open Oor: reach a confidential counsellor at work, without giving your name.",
)
roster = typer.Typer(no_args_is_help=True, help="Who the counsellors are.")
dialogues = typer.Typer(no_args_is_help=True, help="What is said and asked.")
staff = typer.Typer(no_args_is_help=True, help="Logins of counsellors and HR.")
understand = typer.Typer(no_args_is_help=True, help="How own words are understood.")
audit = typer.Typer(no_args_is_help=True, help="The chain of what staff and the program did.")
app.add_typer(roster, name="roster")
app.add_typer(dialogues, name="dialogues")
app.add_typer(staff, name="staff")
app.add_typer(understand, name="understand")
app.add_typer(audit, name="audit")

DataDir = Annotated[
    Path | None,
    typer.Option("--data", help="Folder of database, keys and secrets.", envvar="OPENOOR_DATA_DIR"),
]


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"openoor {version('openoor')}")
        raise typer.Exit


@app.callback()
def every(
    _: Annotated[
        bool, typer.Option("--version", help="Say which version this is.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Open Oor: reach a confidential counsellor at work, without giving your name."""


def stop(*lines: str, code: int = 1) -> NoReturn:
    """Say what is wrong and what to do, on standard error, and end."""
    for line in lines:
        complaints.print(line, markup=False)
    raise typer.Exit(code)


def settings_of(data: Path | None) -> Settings:
    """The settings, or an ending that names the setting and not its value."""
    try:
        return read_settings(data)
    except ValidationError as wrong:
        stop(*(f"OPENOOR_{'_'.join(map(str, e['loc'])).upper()}: {e['msg']}" for e in wrong.errors()))


def settings_of_database(data: Path | None) -> Settings:
    """The settings, where there is a database already: who only looks makes neither database nor keys."""
    settings = settings_of(data)
    if is_sqlite(settings.database) and not sqlite_file(settings.database).exists():
        stop(
            "there is no database here: name its folder with --data, "
            "or make one with: openoor roster import roster.yml"
        )
    return settings


def told(command: Callable[P, R]) -> Callable[P, R]:
    """Errors that the product raises on purpose end a command with their sentence, never a traceback."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except OpenOorError as error:
            stop(str(error), *getattr(error, "__notes__", ()))
        except BrokenDialogues as broken:
            stop(*map(str, broken.problems), "The dialogues cannot run: mend these lines and try again.")
        except DataError as broken:
            stop(str(broken), "The word lists cannot be used: mend that line and try again.")
        except PermissionError as error:
            stop(f"no permission for {Path(str(error.filename)).name}: make it writable for this user")
        except OSError as error:
            stop(
                f"{error.strerror or type(error).__name__}: {Path(str(error.filename or '')).name}".rstrip(
                    ": "
                )
            )

    return run
