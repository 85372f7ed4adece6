"""Where the files that ship with the program stand."""

from pathlib import Path

import dialogues

DIALOGUES = Path(dialogues.__file__).parent
"""Flows, texts, word lists, help lines and the protocol."""

DEMO = Path(__file__).parent / "demo"
"""The demo organisation: policy.yml and roster.yml."""
