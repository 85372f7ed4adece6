"""Own words made into proposals, on this machine: answers, wishes, scope and crisis.

The simple tier: word and phrase lists of `dialogues/nlu/`, no model, no network, nothing kept.
Another tier takes its place by offering the same two methods as `Recogniser`.
"""

from dialogues.understand.data import LABELS, DataError
from dialogues.understand.hygiene import clean
from dialogues.understand.recogniser import Recogniser, Suggestion, load

__all__ = ["LABELS", "DataError", "Recogniser", "Suggestion", "clean", "load"]
