"""What the pages say is there: commands, options, policy keys, paths, links (README, CHANGELOG and docs/)."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from bot.cli import app
from bot.policy_file import FIXED, NOT_YET, SETTINGS
from tests.architecture.modules import PRODUCT, ROOT

PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
CALL = re.compile(r"(?:^|&& |\| )(?:\S*/)?(?:openoor|oo) ((?:[a-z]+ ?)+(?:--[a-z-]+)?)", re.MULTILINE)
"""`openoor roster import`, `oo doctor`, also behind another command; with the first option behind it."""

CODE = re.compile(r"^```\w*\n(.*?)^```|`([^`\n]+)`", re.MULTILINE | re.DOTALL)
ROOMS = re.compile(rf"`((?:{'|'.join((*PRODUCT, 'tests', 'deploy', 'docs', 'benchmarks'))})/[\w./-]*)`")
LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")
MAKE = re.compile(r"`make ([a-z]+)`|^make ([a-z]+)", re.MULTILINE)
TARGET = re.compile(r"^([a-z]+):", re.MULTILINE)


def group(command: Any) -> dict[str, Any]:
    """The commands below this one; typer gives no type that says whether there are any."""
    return getattr(command, "commands", {})


def commands(command: Any, words: tuple[str, ...] = ()) -> Iterator[tuple[str, Any]]:
    """Every command that does something, as it is typed after `openoor`."""
    if not group(command):
        yield " ".join(words), command
    for name, below in group(command).items():
        yield from commands(below, (*words, name))


PROGRAM = typer.main.get_command(app)
COMMANDS = dict(commands(PROGRAM))


def unknown(called: str) -> str | None:
    """What of these words after `openoor` is no command and no option; None when all of it is there."""
    at = PROGRAM
    for word in called.split():
        if word.startswith("--"):
            options = {option for each in at.params for option in each.opts}
            return None if word in options | {"--help"} else word
        if not group(at):
            return None  # an argument, or the sentence goes on
        if word not in group(at):
            return word
        at = group(at)[word]
    return None


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_on_a_page_is_one(page: Path) -> None:
    code = CODE.findall(page.read_text("utf-8"))
    typed = [call for block, inline in code for call in CALL.findall(block or inline)]
    wrong = [f"openoor {call}: {word}" for call in typed if (word := unknown(call)) is not None]
    assert not wrong


def test_a_command_that_is_none_would_be_seen() -> None:
    assert unknown("roster publish") == "publish"
    assert unknown("doctor --xml") == "--xml"
    assert unknown("roster show --yaml") is None
    assert unknown("staff invite hr") is None
    page = "`openoor roster publish`\n```sh\noo doctor --xml   # why\n```\n"
    assert [CALL.findall(block or inline) for block, inline in CODE.findall(page)] == [
        ["roster publish"],
        ["doctor --xml"],
    ]


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_stands_in_the_table_and_shows_an_example(name: str) -> None:
    table = (ROOT / "docs" / "settings.md").read_text("utf-8").partition("## Commands")[2]
    assert f"`openoor {name}" in table, "add it to the table of docs/settings.md"
    assert (COMMANDS[name].epilog or "").startswith("Example: ")
    assert f"openoor {name}" in (COMMANDS[name].epilog or "")


@pytest.mark.parametrize("key", [*(setting.key for setting in SETTINGS), *NOT_YET, *FIXED])
def test_every_key_of_a_policy_is_explained(key: str) -> None:
    table = (ROOT / "docs" / "settings.md").read_text("utf-8").partition("## Policy")[2]
    assert f"| `{key}` |" in table, "add it to the table of docs/settings.md"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_path_and_link_on_a_page_leads_somewhere(page: Path) -> None:
    text = page.read_text("utf-8")
    links = [link for link in LINK.findall(text) if "://" not in link and not link.startswith("/")]
    gone = [path for path in ROOMS.findall(text) if not (ROOT / path).exists()]
    gone += [link for link in links if not (page.parent / link).exists()]
    assert not gone


def test_every_make_command_on_a_page_is_there() -> None:
    targets = set(TARGET.findall((ROOT / "Makefile").read_text("utf-8")))
    for page in PAGES:
        told = set(MAKE.findall(page.read_text("utf-8")))
        assert {one or other for one, other in told} <= targets, page.name
