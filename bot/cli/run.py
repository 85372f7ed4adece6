"""`openoor run` and `openoor chat`."""

import asyncio
import contextlib
import gc
import os
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bot import quiet
from bot.checks_machine import readable_secrets
from bot.cli.app import DataDir, app, complaints, console, settings_of, stop, told
from bot.clock import WallClock
from bot.demo_house import PASSPHRASE, furnish
from bot.replicas import refuse_alone
from bot.server import refuse_taken_ports, serve
from bot.settings import Settings, not_settings, read_secrets
from bot.terminal import chat as talk
from bot.wiring import House, build


class LogLevel(StrEnum):
    """From which weight on our own log lines are written."""

    DEBUG = "debug"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@app.command(epilog="Example: openoor run · OPENOOR_PORT=8500 openoor run --data /srv/openoor")
@told
def run(
    data: DataDir = None,
    log_level: Annotated[
        LogLevel, typer.Option("--log-level", help="Of our own log lines.", case_sensitive=False)
    ] = LogLevel.INFO,
) -> None:
    """Start Open Oor: web chat, desk, HR page, Telegram when there is a token, and the durable jobs."""
    quiet.set_up(log_level.upper())
    settings = settings_of(data)
    for sentence in not_settings(os.environ):
        complaints.print(sentence, markup=False)
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_run(settings))


async def _run(settings: Settings) -> None:
    if readable := readable_secrets(settings):
        stop(
            f"{len(readable)} key or secret files are open to other accounts of this machine: not started.",
            f"Shut them: chmod -R go-rwx {' '.join(sorted({_top(settings, path) for path in readable}))}",
            "If others had an account here, make new keys and a new Telegram token.",
        )
    refuse_alone(settings, read_secrets(settings))
    house = await build(settings, WallClock())
    try:
        if house.policy.demo and settings.is_public:
            stop(
                "This is the demo organisation, and the address can be reached from outside: not started.",
                "Put your own policy.yml into the data folder, or listen on 127.0.0.1.",
            )
        refuse_taken_ports(settings)  # before a link is printed that leads to another program
        links = await furnish(house) if house.policy.demo else {}
        _welcome(house, links)
        gc.freeze()  # what is loaded stays: no later collection goes through it
        await serve(house, read_secrets(settings))
    finally:
        await house.close()


def _top(settings: Settings, path: Path) -> str:
    return str(settings.keys if path.is_relative_to(settings.keys) else settings.data_dir / "secrets")


def _welcome(house: House, links: dict[str, str]) -> None:
    console.print(f"\nOpen Oor for {house.policy.organisation}", style="bold", markup=False)
    console.print(f"  Employees:  {house.settings.address}/", markup=False)
    for name, link in links.items():
        console.print(f"  {name}:  {link}", markup=False)
    if links:
        console.print(f"  Links open once, for 15 minutes. Demo passphrase: {PASSPHRASE}", markup=False)
    if read_secrets(house.settings).telegram_token is None:
        console.print(
            f"  Telegram:   put @BotFather's token into {house.settings.data_dir}/secrets/telegram_token",
            markup=False,
        )
    console.print("  Stop with Ctrl+C.\n", markup=False)


@app.command(epilog="Example: openoor chat --language en")
@told
def chat(
    data: DataDir = None,
    language: Annotated[str, typer.Option("--language", "-l", help="One that the policy names.")] = "nl",
) -> None:
    """Talk in the terminal, for trying out. What you type is treated like any other chat."""
    quiet.set_up("WARNING")
    asyncio.run(_chat(settings_of(data), language))


async def _chat(settings: Settings, language: str) -> None:
    house = await build(settings, WallClock())
    try:
        if house.policy.demo:
            await furnish(house)
        if language not in house.policy.languages:
            stop(f"there is no language {language}; there are: {', '.join(house.policy.languages)}", code=2)
        await talk(house.front, house.voice, console, language)
    finally:
        await house.close()
