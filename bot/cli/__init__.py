"""The command `openoor`."""

import gc

from bot.loading import loading

with loading():
    from bot.cli import auditing, dialogue_files, doctor, keeping, people, printing, run, words
    from bot.cli.app import app

    gc.freeze()  # modules stay: no collection looks through them


def main() -> None:
    """Run the command line."""
    app()


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
