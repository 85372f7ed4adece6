"""`openoor dialogues check|draw`."""

from pathlib import Path
from typing import Annotated

import typer
from rich.progress import track

from bot.cli.app import complaints, console, dialogues, stop, told
from bot.places import DIALOGUES
from dialogues.guide_files import load_guide
from dialogues.loader import load
from dialogues.problems import BrokenDialogues

Folder = Annotated[Path, typer.Option("--folder", help="Folder with flows, texts and domain.yml.")]


@dialogues.command(epilog="Example: openoor dialogues check --folder my-dialogues")
@told
def check(folder: Folder = DIALOGUES) -> None:
    """Find what keeps the dialogues from running, with file and line; exit code 1 when there is something."""
    try:
        load_guide(folder, load(folder))
    except BrokenDialogues as broken:
        for problem in broken.problems:
            complaints.print(str(problem), markup=False)
        stop(f"{len(broken.problems)} problems. Nothing was changed.")
    console.print("The dialogues are sound: every step, text, language and way out is there.")


@dialogues.command(epilog="Example: openoor dialogues draw --to pictures")
@told
def draw(
    to: Annotated[Path, typer.Option("--to", help="Folder for the pictures.")] = Path("flows"),
    folder: Folder = DIALOGUES,
) -> None:
    """Draw a picture (SVG) of every flow, from the same tables that the program follows."""
    from dialogues.draw import draw as drawn  # no other command draws, and each of them starts sooner without

    flows = load(folder)
    to.mkdir(parents=True, exist_ok=True)
    for flow_id in track(sorted(flows.flows), "Drawing", console=complaints):
        (to / f"{flow_id}.svg").write_text(drawn(flows, flow_id), encoding="utf-8")
    console.print(f"{len(flows.flows)} pictures in {to}")
