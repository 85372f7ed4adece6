"""The recogniser over the product's own lists, and the YAML files these tests are written in."""

from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

import dialogues
from dialogues.understand import Recogniser, load

LISTS = Path(dialogues.__file__).parent / "nlu"


@cache
def recogniser() -> Recogniser:
    """Loaded once for all tests; it holds nothing of what it reads."""
    return load(LISTS)


@cache
def examples(name: str) -> dict[str, Any]:
    """The content of one of the YAML files beside this one."""
    content: dict[str, Any] = YAML(typ="safe", pure=True).load(Path(__file__).with_name(name))
    return content
