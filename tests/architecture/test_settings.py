"""Every setting of the program is explained to the one who installs it."""

import ast
from collections.abc import Iterator

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
