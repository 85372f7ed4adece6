"""`openoor doctor`: is everything there that the protocol asks for, before anyone writes?"""

import asyncio
import json
from typing import Annotated

import typer

from bot.checks import examine
from bot.cli.app import DataDir, app, console, settings_of, stop, told
from bot.findings import Finding, Weight

_MARKS = {Weight.OK: "ok     ", Weight.WARNING: "warning", Weight.STOP: "stop   "}


@app.command(epilog="Example: openoor doctor --json | jq '.[] | select(.weight == \"stop\")'")
@told
def doctor(
    data: DataDir = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON list, for machines.")] = False,
) -> None:
    """Look everything over. Exit code 1 when something must be mended before going live."""
    findings = asyncio.run(examine(settings_of(data)))
    if as_json:
        typer.echo(json.dumps([finding.as_json() for finding in findings], ensure_ascii=False, indent=2))
    else:
        _show(findings)
    stops = sum(finding.weight is Weight.STOP for finding in findings)
    if stops:
        stop(f"{stops} of {len(findings)} must be mended before going live.")


def _show(findings: list[Finding]) -> None:
    for finding in findings:
        console.print(f"{_MARKS[finding.weight]}  {finding.what}", markup=False)
        if finding.mend:
            console.print(f"         {finding.mend}", markup=False)
