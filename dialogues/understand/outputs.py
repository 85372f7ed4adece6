"""What a model gives a number for, in order."""

from typing import Final

from dialogues.understand.alarm import KINDS
from dialogues.understand.data import LABELS

CRISIS: Final = len(LABELS)
"""The place of danger among the outputs; behind it stand KINDS, before it LABELS."""
OUTPUTS: Final = (*LABELS, "crisis", *KINDS)
