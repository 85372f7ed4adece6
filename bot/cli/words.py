"""`openoor triage` and `openoor understand train|report`: how own words are understood, seen from outside."""

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.cli.app import app, complaints, console, stop, told, understand
from bot.learning import one_thread
from bot.places import DIALOGUES
from dialogues.private import Private
from dialogues.understand import DataError, Recogniser, Suggestion, load
from dialogues.understand.trained import TIERS, Trained, load_tier

_LISTS = DIALOGUES / "nlu"
_CARD = DIALOGUES / "understand" / "model_card.json"


class Tier(StrEnum):
    """What reads the words."""

    FULL = "full"
    LIGHT = "light"
    ZERO = "zero"
    LISTS = "lists"


_TRAINED = {Tier(name): name for name in TIERS}


@app.command(epilog='Example: echo \'{"id": 1, "text": "…", "lang": "nl"}\' | openoor triage --jsonl')
@told
def triage(
    jsonl: Annotated[bool, typer.Option("--jsonl", help="One JSON object a line, in and out.")] = False,
    tier: Annotated[Tier, typer.Option("--tier", help="What reads the words.")] = Tier.FULL,
) -> None:
    """Say what messages from standard input may be about. Nothing is kept, logged or sent."""
    if not jsonl:
        stop("say --jsonl: one JSON object a line on standard input", code=2)
    reader = _reader(tier)
    bad = 0
    for number, raw in enumerate(sys.stdin.buffer, start=1):
        if not raw.strip():
            continue
        try:
            row = _row(raw)
        except ValueError as problem:
            bad += 1
            typer.echo(f"line {number}: {problem}", err=True)
            continue
        typer.echo(json.dumps(_answer(row, reader)))
    if bad:
        raise typer.Exit(1)


def _reader(tier: Tier) -> Recogniser | Trained:
    one_thread()
    lists = load(_LISTS)
    name = _TRAINED.get(tier)
    if name is None:
        return lists
    try:
        return load_tier(name, lists)
    except (ImportError, DataError) as problem:
        stop(f"the tier {tier.value} cannot be used: {problem}", code=1)


def _row(raw: bytes) -> dict[str, Any]:
    """The line as an object with `id` and `text`. Raises ValueError with a sentence without its content."""
    try:
        row = json.loads(raw.decode("utf-8"))
    except (ValueError, RecursionError):
        raise ValueError("is not JSON in UTF-8") from None
    if not isinstance(row, dict):
        raise ValueError("is not a JSON object")
    if not isinstance(row.get("text"), str):
        raise ValueError("has no text")
    if "id" not in row:
        raise ValueError("has no id")
    if not isinstance(row.get("lang", ""), str | None):
        raise ValueError("has a lang that is no text")
    return row


def _answer(row: dict[str, Any], reader: Recogniser | Trained) -> dict[str, Any]:
    language = row.get("lang") or _language(row["text"])
    found: Suggestion = reader.suggest(Private(row["text"]), language)
    return {
        "id": row["id"],
        "lang": language,
        "scope": [{"label": label, "p": round(p, 6)} for label, p in found.scope],
        "in_scope_p": round(found.in_scope_p, 6),
        "offer_in_scope": found.offer_in_scope,
        "crisis": bool(found.crisis),
        "crisis_types": list(found.crisis),
        "abstain": found.abstain,
    }


def _language(text: str) -> str:
    from dialogues.understand.language import language_of

    try:
        return language_of(text)
    except ImportError:
        return "nl"


@understand.command(epilog="Example: openoor understand train --jobs 2")
@told
def train(
    to: Annotated[Path, typer.Option("--to", help="Folder for the arrays.")] = DIALOGUES
    / "understand"
    / "trained",
    card: Annotated[Path, typer.Option("--card", help="Where the model card goes.")] = _CARD,
    jobs: Annotated[
        int, typer.Option("--jobs", min=1, help="Fits side by side; the result is the same.")
    ] = 1,
) -> None:
    """Train the tiers on dialogues/nlu/examples and measure them on writers they have not read."""
    one_thread()
    try:
        from bot.training import train as training
    except ImportError:
        stop("training needs the dependency group train: pip install scikit-learn openoor[understand]")
    places = training.Places(_LISTS / "examples", _LISTS, to, card)
    training.train(places, training.Way(console.print, jobs))


@understand.command(epilog="Example: openoor understand report --picture reliability.svg")
@told
def report(
    picture: Annotated[
        Path | None, typer.Option("--picture", help="Draw the reliability here (SVG).")
    ] = None,
    card: Annotated[Path, typer.Option("--card", help="The model card that training wrote.")] = _CARD,
    markdown: Annotated[
        bool, typer.Option("--markdown", help="As the tables of docs/model-card.md.")
    ] = False,
) -> None:
    """Print the figures of the model card, each with its 95 % interval."""
    from bot.training.report import drawn, rows, tables

    try:
        content = json.loads(card.read_text(encoding="utf-8"))
        lines, svg = list(rows(content)), drawn(content)
        if markdown:
            lines = [f"{name}\n\n{table}\n" for name, table in tables(content).items()]
    except (ValueError, LookupError, TypeError, AttributeError):
        stop(f"{card.name} is no model card: make one with openoor understand train")
    for line in lines:
        typer.echo(line)
    if picture is not None:
        picture.write_text(svg, encoding="utf-8")
        complaints.print(f"drawn: {picture.name}", markup=False)
