"""Every setting of the program is explained to the one who installs it, and does something."""

import ast
from collections.abc import Iterator
from dataclasses import fields

from handlers.domain.policy import Policy
from tests.architecture.modules import ROOT, Module, module, product


def settings(source: Module) -> Iterator[str]:
    """The fields of every class that ends in Settings."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ClassDef) and node.name.endswith("Settings"):
            for line in node.body:
                if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name):
                    yield line.target.id


def test_every_setting_is_documented() -> None:
    pages = "\n".join(path.read_text("utf-8") for path in (ROOT / "docs").glob("*.md"))
    names = {name for source in product() for name in settings(source)} - {"model_config"}
    missing = sorted(name for name in names if f"`{name}`" not in pages)
    assert not missing, f"explain these in docs/: {missing}"


def test_settings_are_found() -> None:
    planted = module("class DeskSettings(BaseSettings):\n    idle: int = 15\n    def go(self): ...\n")
    assert list(settings(planted)) == ["idle"]


UNREAD: set[str] = set()
"""Fields of the policy that nothing reads yet; docs/settings.md says so. May only shrink."""
_HOLDERS = {"policy", "_policy", "rules"}


def read_of_policy(source: Module) -> Iterator[str]:
    """Names that are asked of something called policy, or of the policy by itself."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Attribute):
            holder = ast.unparse(node.value).rpartition(".")[2]
            if holder in _HOLDERS or (source.name == "handlers.domain.policy" and holder == "self"):
                yield node.attr


def test_every_key_of_the_policy_is_read_somewhere() -> None:
    read = {
        name for source in product() if source.name != "bot.policy_file" for name in read_of_policy(source)
    }
    assert {field.name for field in fields(Policy)} - read == UNREAD


def test_reading_is_found() -> None:
    planted = module("def go(house):\n    return house.policy.closed_days, house.roster.version\n")
    assert list(read_of_policy(planted)) == ["closed_days"]
