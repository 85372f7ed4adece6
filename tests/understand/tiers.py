"""The trained tiers, loaded once for all tests; they hold nothing of what they read."""

import os
from functools import cache

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from dialogues.understand.e5 import Encoder
from dialogues.understand.sentences import SentenceEncoder
from dialogues.understand.trained import TierName, Trained, load_tier
from dialogues.understand.weights import Weights, installed, read_weights
from tests.understand.reading import recogniser


@cache
def tier(name: TierName) -> Trained:
    """One of the trained tiers over the product's own arrays."""
    return load_tier(name, recogniser())


@cache
def weights() -> Weights:
    """The pinned weights."""
    return read_weights(installed())


@cache
def encoder() -> Encoder:
    """The encoder over the pinned weights."""
    return Encoder(weights())


@cache
def sentence_encoder() -> SentenceEncoder:
    """The encoder of the light tier."""
    return SentenceEncoder()
