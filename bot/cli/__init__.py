"""The command `openoor`."""

import gc

from bot.loading import loading

with loading():
    from typer.main import get_command

    from bot import quiet
    from bot.cli import auditing, dialogue_files, doctor, keeping, people, printing, run, words
    from bot.cli.app import app

    gc.freeze()  # modules stay: no collection looks through them


def main() -> None:
    """Run the command line; every command has keys in its memory, so none leaves a core dump or a traceback.

    typer puts an excepthook of its own in place of ours when an app is called, not when its command is.
    """
    quiet.set_up("WARNING")
    get_command(app)()


__all__ = [
    "app",
    "auditing",
    "dialogue_files",
    "doctor",
    "keeping",
    "main",
    "people",
    "printing",
    "run",
    "words",
]
